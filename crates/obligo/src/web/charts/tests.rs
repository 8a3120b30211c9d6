//! Pictures of nothing, of one point, of borders and of hostile text; every picture is read as XML would be.

use super::*;
use crate::words::Words;
use obligo_rules::calendar::Day;
use obligo_rules::money::Currency;

const HUGE: i64 = 9_000_000_000_000_000;
const HOSTILE: &str = "<script>alert(\"1\")</script> & 'x' \u{202e}\u{0}";

fn day(text: &str) -> Day {
    Day::parse_iso(text).unwrap()
}

fn euro() -> Currency {
    Currency::parse("EUR").unwrap()
}

fn words() -> &'static Words {
    Words::of("en")
}

/// Elements, in order: fails where one is not closed, where a coordinate is no number, or where a style stands inline.
fn checked(html: &str) -> Vec<String> {
    let mut open: Vec<&str> = Vec::new();
    let mut all = Vec::new();
    for part in html.split('<').skip(1) {
        let (tag, _) = part.split_once('>').unwrap_or_else(|| panic!("{part}"));
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{html}");
        } else {
            let name = tag.split_whitespace().next().unwrap();
            assert!(!tag.contains(" style=") && !tag.contains(" on"), "{tag}");
            assert!(
                !["NaN", "inf", "e+", "e1"].iter().any(|bad| tag.contains(&format!("=\"{bad}"))),
                "{tag}"
            );
            open.push(name);
            all.push(tag.to_owned());
        }
    }
    assert!(open.is_empty(), "{open:?} stay open");
    for attribute in ["width", "height"] {
        assert!(!html.contains(&format!(" {attribute}=\"-")), "a negative {attribute}: {html}");
    }
    for bad in ["NaN", "inf%", "<script", "\u{202e}", "\u{0}"] {
        assert!(!html.contains(bad), "{bad}: {html}");
    }
    all
}

/// What a picture says as text, one piece a line, without its table.
fn said(html: &str) -> String {
    let html = html.split("<details").next().unwrap();
    html.split('<')
        .skip(1)
        .filter_map(|part| {
            let (tag, text) = part.split_once('>')?;
            let is_text = ["text", "strong", "dd", "p", "tspan"].contains(&tag.split_whitespace().next()?);
            (is_text && !text.trim().is_empty()).then(|| text.trim().to_owned())
        })
        .collect::<Vec<_>>()
        .join(" | ")
}

fn count(html: &str, piece: &str) -> usize {
    html.matches(piece).count()
}

#[test]
fn a_picture_of_nothing_says_so() {
    let [none, nobody] = [[AgeBucket::default(); 5], [AgeBucket::default(); 5]];
    let timeline = LimitTimeline {
        from: day("2024-01-01"),
        until: day("2024-12-31"),
        today: day("2024-06-30"),
        sums: &[],
        exposure: &[],
        markers: &[],
    };
    let pictures = [
        standing_chart(words(), "s", euro(), &[]),
        ageing_chart(words(), "a", euro(), &none),
        ageing_chart(words(), "b", euro(), &nobody),
        concentration_chart(words(), "c", euro(), 0, &[]),
        limit_timeline(words(), "t", euro(), &timeline),
    ];
    for picture in pictures {
        checked(&picture.0);
        assert!(picture.0.contains("Nothing to show yet."), "{}", picture.0);
        assert!(!picture.0.contains("<svg"), "{}", picture.0);
    }
    assert_eq!(spark(&[], "nothing").0, "");
    assert_eq!(numbers_behind(words(), "nothing", &[], &[]).0, "");
}

#[test]
fn the_standing_shows_its_axis_and_its_last_figures() {
    let points = [
        Standing { day: day("2024-01-31"), insured: 80_000_000, uninsured: 20_000_000 },
        Standing { day: day("2024-02-29"), insured: 95_000_000, uninsured: 25_000_000 },
        Standing { day: day("2024-04-30"), insured: 90_000_000, uninsured: 15_000_000 },
    ];
    let html = standing_chart(words(), "s", euro(), &points).0;
    checked(&html);
    let expected = format!(
        "0.0 | 0.5 | 1.0 | 1.5 | {} | {} | {} | 0.9 | 0.2 | {} | {}",
        words().month(day("2024-02-01")),
        words().month(day("2024-03-01")),
        words().month(day("2024-04-01")),
        words().money("900000.00", "EUR"),
        words().money("150000.00", "EUR"),
    );
    assert_eq!(said(&html), expected);
    assert!(html.contains("role=\"img\"") && html.contains("aria-labelledby=\"s-title\""), "{html}");
    // Three days and three columns behind it, the latest first.
    assert_eq!(count(&html, "<tr>"), 4);
    let dates = ["2024-04-30", "2024-02-29", "2024-01-31"].map(|d| html.rfind(&words().date(day(d))));
    assert!(dates.is_sorted(), "{dates:?}");
}

#[test]
fn the_standing_bears_one_day_borders_and_many_days() {
    let table: [(i64, i64); 6] =
        [(0, 0), (100, 0), (0, 100), (-500, 200), (HUGE, HUGE), (i64::MAX, i64::MAX)];
    for (insured, uninsured) in table {
        for days in [1, 2, 1000] {
            let points: Vec<Standing> = (0..days)
                .map(|n| Standing { day: day("2020-01-01").plus_days(n), insured, uninsured })
                .collect();
            let html = standing_chart(words(), "s", euro(), &points).0;
            checked(&html);
            let shapes = if days == 1 { count(&html, "<rect") } else { count(&html, "<path") };
            assert!(shapes > 2, "{insured} {uninsured} {days}");
            assert!(html.len() < 60_000, "{days} days take {} bytes", html.len());
        }
    }
}

#[test]
fn ageing_stacks_what_is_open_and_turns_credits_down() {
    let buckets = [
        AgeBucket { insured: 5_000_000, uninsured: 1_000_000 },
        AgeBucket { insured: 2_000_000, uninsured: 500_000 },
        AgeBucket { insured: 0, uninsured: -300_000 },
        AgeBucket::default(),
        AgeBucket { insured: 100_000, uninsured: 0 },
    ];
    let html = ageing_chart(words(), "a", euro(), &buckets).0;
    checked(&html);
    assert!(said(&html).starts_with("-20 | 0 | 20 | 40 | 60 | Not due"), "{}", said(&html));
    // Of six parts that are not zero each is one rectangle, of three uninsured ones also the hatching.
    assert_eq!(count(&html.split("<ul").next().unwrap().replace("<pattern", ""), "<rect"), 6 + 3);
    for amount in [HUGE, i64::MIN, i64::MAX] {
        checked(
            &ageing_chart(words(), "a", euro(), &[AgeBucket { insured: amount, uninsured: amount }; 5]).0,
        );
    }
}

#[test]
fn a_cover_bar_is_full_partly_or_none_never_almost() {
    let table = [
        (0.0, "cover-none", None),
        (0.001, "cover-partly", Some("3.76")),
        (0.5, "cover-partly", Some("23.5")),
        (0.9999, "cover-partly", Some("43.24")),
        (1.0, "cover-full", Some("47")),
        (7.0, "cover-full", Some("47")),
        (-1.0, "cover-none", None),
        (f64::NAN, "cover-none", None),
    ];
    for (share, class, width) in table {
        let html = cover_bar(share, HOSTILE).0;
        assert!(html.contains(class), "{share}: {html}");
        let filled = html.split("cover-fill").nth(1).and_then(|rest| rest.split("width=\"").nth(1));
        assert_eq!(filled.and_then(|rest| rest.split('"').next()), width, "{share}");
        assert!(html.contains("&lt;script&gt;"), "{html}");
    }
}

#[test]
fn a_limit_bar_shows_room_or_what_exceeds_the_sum() {
    let table = [
        ((10_000, 6_000, 8_000), ["60.00", "40.00", "100.00"], false),
        ((10_000, 10_000, 13_000), ["100.00", "30.00", "100.00"], true),
        ((0, 0, 5_000), ["0.00", "50.00", "0.00"], true),
        ((0, 0, 0), ["0.00", "0.00", "0.00"], false),
        ((10_000, 12_000, 9_000), ["120.00", "-20.00", "100.00"], false),
        ((-5, -5, -5), ["-0.05", "0.00", "-0.05"], false),
    ];
    for ((sum, insured, exposure), figures, is_over) in table {
        let html = limit_bar(words(), "l", euro(), LimitUse { sum, insured, exposure }).0;
        checked(&html);
        let expected = figures.map(|figure| words().money(figure, "EUR")).join(" | ");
        assert_eq!(said(&html), expected, "{sum} {insured} {exposure}");
        assert_eq!(html.contains("limit-over"), is_over, "{sum} {insured} {exposure}");
    }
    checked(&limit_bar(words(), "l", euro(), LimitUse { sum: HUGE, insured: HUGE, exposure: i64::MAX }).0);
}

#[test]
fn the_time_line_marks_what_exceeds_the_sum_and_numbers_what_happened() {
    let sums = [(day("2023-06-01"), 10_000), (day("2024-03-01"), 5_000), (day("2024-09-01"), 0)];
    let exposure = [(day("2024-01-31"), 8_000), (day("2024-06-30"), 4_000)];
    let markers = [
        TimelineMarker { day: day("2024-05-01"), text: HOSTILE.to_owned() },
        TimelineMarker { day: day("2024-02-01"), text: "Reported".to_owned() },
        TimelineMarker { day: day("2019-02-01"), text: "Long ago".to_owned() },
    ];
    let line = LimitTimeline {
        from: day("2024-01-01"),
        until: day("2024-12-31"),
        today: day("2024-07-15"),
        sums: &sums,
        exposure: &exposure,
        markers: &markers,
    };
    let html = limit_timeline(words(), "t", euro(), &line).0;
    checked(&html);
    // The sum holds from the left border, falls on 1 March and 1 September; the exposure ends today.
    assert!(html.contains("d=\"M0 0H16.44L16.44 50H66.85L66.85 100H100\""), "{html}");
    assert!(html.contains("d=\"M8.22 20H49.59L49.59 60H53.7\""), "{html}");
    // Above the sum from March to June: 8,000 against 5,000.
    assert_eq!(count(&html, "class=\"fill-over\" x=\"16.44%\" y=\"20%\" width=\"33.15%\" height=\"30%\""), 1);
    assert_eq!(count(&html, "class=\"marker-dot\""), 2);
    let [first, second] = ["Reported", "&lt;script&gt;"].map(|text| html.find(text).unwrap());
    assert!(first < second && !html.contains("Long ago"), "{html}");
}

#[test]
fn the_time_line_bears_borders() {
    let [start, end] = [day("2024-01-01"), day("2024-12-31")];
    let (none, first, late): (&[(Day, i64)], _, _) = (&[], [(start, HUGE)], [(end.plus_days(1), 5)]);
    for (sums, exposure) in [
        (&first[..], none),
        (none, &first[..]),
        (&late[..], none),
        (&[(start, -7), (start, i64::MAX)], &first),
    ] {
        for (from, until, today) in
            [(start, end, end), (start, start, start), (start, end, start.plus_days(-9))]
        {
            let line = LimitTimeline { from, until, today, sums, exposure, markers: &[] };
            checked(&limit_timeline(words(), "t", euro(), &line).0);
        }
    }
}

#[test]
fn the_largest_buyers_are_cut_escaped_and_shared() {
    let share =
        |name: &str, insured: i64, uninsured: i64| BuyerShare { name: name.to_owned(), insured, uninsured };
    let long = "Ängelholms Industri- och Handelsaktiebolag med Dotterbolag i Europa";
    let buyers = [share(long, 3_000, 1_000), share(HOSTILE, 0, 2_000), share("", 0, -500)];
    let html = concentration_chart(words(), "c", euro(), 10_000, &buyers).0;
    checked(&html);
    assert!(html.contains(">Ängelholms Industri- och…<"), "{html}");
    assert!(html.contains(&format!("<title>{long}: ")), "{html}");
    let shares: Vec<String> =
        html.split("<tspan").skip(1).map(|part| part.split(['>', '<']).nth(1).unwrap().to_owned()).collect();
    assert_eq!(shares, [0.4, 0.2, 0.0].map(|share| words().percent(share)));
    checked(&concentration_chart(words(), "c", euro(), 0, &[share("a", HUGE, i64::MAX)]).0);
}

#[test]
fn a_spark_has_its_last_value_as_a_dot() {
    for (values, path) in [
        (&[5][..], "M0 50"),
        (&[3, 3], "M0 50L94 50"),
        (&[0, 10], "M0 90L94 10"),
        (&[i64::MIN, i64::MAX, 0], "M0 90L47 10L94 50"),
    ] {
        let html = spark(values, HOSTILE).0;
        assert!(html.contains(&format!("d=\"{path}\"")), "{values:?}: {html}");
        assert!(html.contains("&lt;script&gt;"), "{html}");
    }
}
