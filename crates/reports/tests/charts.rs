//! Pictures: their scales, their shapes, and SVG files of them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use obligo_reports::chart::scale::{DayAxis, MoneyAxis};
use obligo_reports::chart::{Fill, Lettering, Picture, Shape, Stroke, picture};
use obligo_reports::{Block, Chart, ChartKind, Mark, Point, Report, Series, Value, svg};
use obligo_rules::calendar::Day;
use obligo_rules::money::Currency;
use support::{Plain, chart_by_name, chart_over_time, day, text};

fn axis(values: &[i64], currency: &str) -> (String, String) {
    let axis = MoneyAxis::over(values.iter().copied(), Currency::parse(currency).unwrap());
    let labels: Vec<String> = axis.ticks().map(|tick| axis.label(&Plain, tick)).collect();
    // Digits are grouped or not as the language does it; only the figures matter here.
    (labels.join(" ").replace(',', ""), axis.unit(&Plain))
}

#[test]
fn ticks_of_money_are_round_and_few() {
    let table: [(&[i64], &str, &str, &str); 10] = [
        (&[], "EUR", "0.00 0.20 0.40 0.60 0.80 1.00", "EUR"),
        (&[0], "EUR", "0.00 0.20 0.40 0.60 0.80 1.00", "EUR"),
        (&[0], "JPY", "0 1", "JPY"),
        (&[123], "EUR", "0.00 0.50 1.00 1.50", "EUR"),
        (&[48_000], "EUR", "0 100 200 300 400 500", "EUR"),
        (&[4_700_000], "EUR", "0 10 20 30 40 50", "1,000 EUR"),
        (&[120_000_000], "EUR", "0.0 0.5 1.0 1.5", "1,000,000 EUR"),
        (&[-30_000, 50_000], "EUR", "-400 -200 0 200 400 600", "EUR"),
        (&[-500], "EUR", "-5 -4 -3 -2 -1 0", "EUR"),
        (&[9_000_000_000_000_000], "EUR", "0 20000 40000 60000 80000 100000", "1,000,000,000 EUR"),
    ];
    for (values, currency, labels, unit) in table {
        assert_eq!(axis(values, currency), (labels.to_owned(), unit.to_owned()), "{values:?}");
    }
}

#[test]
fn an_axis_holds_the_largest_and_smallest_amounts_there_are() {
    let axis = MoneyAxis::over([i64::MIN, i64::MAX], Currency::parse("EUR").unwrap());
    for value in [i64::MIN, 0, i64::MAX] {
        assert!((0.0..=100.0).contains(&axis.y(value.into())), "{value}");
    }
}

#[test]
fn ticks_of_time_are_starts_of_months_or_years() {
    let table = [
        ("2024-03-05", "2024-03-05", "2024-03-05"),
        ("2024-03-05", "2024-03-20", "2024-03-05 2024-03-20"),
        ("2024-01-31", "2024-05-31", "2024-02-01 2024-03-01 2024-04-01 2024-05-01"),
        ("2023-06-30", "2024-06-30", "2023-07-01 2023-10-01 2024-01-01 2024-04-01"),
        ("2019-05-01", "2024-06-30", "2020-01-01 2022-01-01 2024-01-01"),
    ];
    for (first, last, expected) in table {
        let axis = DayAxis::new(Day::parse_iso(first).unwrap(), Day::parse_iso(last).unwrap());
        let ticks: Vec<String> = axis.ticks(&Plain).iter().map(|(day, _)| day.to_string()).collect();
        assert_eq!(ticks.join(" "), expected, "{first} to {last}");
    }
    let all = DayAxis::new(Day::from_ymd(1, 1, 1).unwrap(), Day::LAST);
    assert!(all.ticks(&Plain).len() <= 6);
}

const KINDS: [ChartKind; 4] = [ChartKind::Areas, ChartKind::Columns, ChartKind::Bars, ChartKind::Steps];

fn drawn(chart: &Chart) -> Picture {
    picture(chart, &Plain, 400.0, &|text: &str, lettering: Lettering| {
        text.chars().count() as f64 * lettering.size() * 0.5
    })
}

fn with_points(kind: ChartKind, points: Vec<Vec<Point>>) -> Chart {
    let series = points
        .into_iter()
        .enumerate()
        .map(|(n, points)| Series { key: format!("s{n}"), label: format!("Series {n}"), points })
        .collect();
    Chart { series, ..chart_over_time(kind) }
}

/// Points of all shapes.
fn corners(picture: &Picture) -> Vec<(f64, f64)> {
    let of = |shape: &Shape| match shape {
        Shape::Surface { points, .. } | Shape::Line { points, .. } => points.clone(),
        Shape::Text { at, .. } => vec![*at],
    };
    picture.shapes.iter().flat_map(of).collect()
}

/// Surfaces of a series.
fn surfaces(picture: &Picture, series: usize) -> Vec<Vec<(f64, f64)>> {
    let of = |shape: &Shape| match shape {
        Shape::Surface { points, fill } if *fill == Fill(series) => Some(points.clone()),
        _ => None,
    };
    picture.shapes.iter().filter_map(of).collect()
}

#[test]
fn every_shape_stands_inside_its_picture() {
    let extreme = |kind| {
        let at = |n: i32| {
            if matches!(kind, ChartKind::Areas | ChartKind::Steps) {
                Value::Day(day("2024-01-01").plus_days(n * 40))
            } else {
                text(&format!("n{n}"))
            }
        };
        let values = [i64::MIN, -1, 0, 1, i64::MAX, i64::MAX];
        let points: Vec<Point> =
            values.iter().zip(0..).map(|(minor, n)| Point { at: at(n), minor: *minor }).collect();
        with_points(kind, vec![points.clone(), points.clone(), points])
    };
    for kind in KINDS {
        for chart in [
            extreme(kind),
            chart_over_time(kind),
            chart_by_name(kind, 5),
            chart_by_name(kind, 1),
            chart_by_name(kind, 60),
        ] {
            let picture = drawn(&chart);
            for (x, y) in corners(&picture) {
                assert!(
                    (-0.1..=400.1).contains(&x) && (-0.1..=picture.height + 0.1).contains(&y),
                    "{kind:?}: {x} {y} of {}",
                    picture.height
                );
            }
        }
    }
}

#[test]
fn parts_stand_upon_each_other() {
    let parts = |kind| {
        let at = |n| {
            if kind == ChartKind::Areas { Value::Day(day("2024-01-01").plus_months(n)) } else { text("one") }
        };
        let points = |minor| {
            (0..if kind == ChartKind::Areas { 2 } else { 1 }).map(|n| Point { at: at(n), minor }).collect()
        };
        drawn(&with_points(kind, vec![points(30_000), points(20_000)]))
    };
    for kind in [ChartKind::Areas, ChartKind::Columns] {
        let picture = parts(kind);
        let edges = |series: usize| {
            let ys: Vec<f64> = surfaces(&picture, series).last().unwrap().iter().map(|(_, y)| *y).collect();
            (ys.iter().copied().fold(f64::INFINITY, f64::min), ys.iter().copied().fold(0.0, f64::max))
        };
        let (first, second) = (edges(0), edges(1));
        // The axis goes to 500: 300 and 200 of a plot 150 points high.
        assert!((first.1 - first.0 - 90.0).abs() < 0.01, "{kind:?} {first:?}");
        assert!(
            (second.1 - second.0 - 60.0).abs() < 0.01 && (second.1 - first.0).abs() < 0.01,
            "{kind:?} {second:?}"
        );
    }
    let picture = parts(ChartKind::Bars);
    let [first, second] = [0, 1].map(|n| surfaces(&picture, n).last().unwrap().clone());
    assert!(
        (first[1].0 - 240.0).abs() < 0.01
            && (second[0].0 - first[1].0).abs() < 0.01
            && (second[1].0 - 400.0).abs() < 0.01
    );
}

#[test]
fn steps_hold_until_the_next_value() {
    let points = vec![
        Point { at: Value::Day(day("2024-03-01")), minor: 5_000 },
        Point { at: Value::Day(day("2024-01-01")), minor: 10_000 },
    ];
    let picture = drawn(&with_points(ChartKind::Steps, vec![points]));
    let line = picture.shapes.iter().find_map(|shape| match shape {
        Shape::Line { points, stroke: Stroke::Series(0) } => Some(points.clone()),
        _ => None,
    });
    let line = line.unwrap();
    let are_same = |a: f64, b: f64| (a - b).abs() < 0.001;
    assert!(line.len() == 4 && are_same(line[0].1, line[1].1), "{line:?}");
    assert!(are_same(line[1].0, line[2].0) && are_same(line[2].1, line[3].1), "{line:?}");
    assert!(line[0].1 < line[3].1, "{line:?}");
}

#[test]
fn what_colour_tells_apart_hatching_tells_too() {
    let picture = drawn(&chart_by_name(ChartKind::Columns, 3));
    let hatched = |series: usize| {
        picture
            .shapes
            .iter()
            .any(|s| matches!(s, Shape::Line { stroke: Stroke::Hatch(fill), .. } if *fill == Fill(series)))
    };
    assert!(!hatched(0) && hatched(1));
}

#[test]
fn the_largest_bar_is_first_and_many_are_summed_up() {
    let mut chart = chart_by_name(ChartKind::Bars, 40);
    for series in &mut chart.series {
        series.points.reverse();
    }
    let texts: Vec<String> = drawn(&chart)
        .shapes
        .into_iter()
        .filter_map(|shape| match shape {
            Shape::Text { text, lettering: Lettering::Name, .. } => Some(text),
            _ => None,
        })
        .collect();
    // Two names of the legend, 23 bars and the rest.
    assert_eq!(texts.len(), 26, "{texts:?}");
    assert_eq!(texts[2], support::name(0));
    assert_eq!(texts[25], "… + 17");
}

#[test]
fn nothing_to_draw_is_a_sentence() {
    for kind in KINDS {
        for points in [vec![], vec![vec![]], vec![vec![Point { at: text("a"), minor: 0 }]]] {
            let picture = drawn(&with_points(kind, points));
            assert!(
                matches!(&picture.shapes[..], [Shape::Text { text, .. }] if text == "Nothing to report."),
                "{kind:?}"
            );
        }
        // Dates where names belong, and the other way round.
        drawn(&chart_by_name(ChartKind::Areas, 3));
        drawn(&chart_over_time(ChartKind::Bars));
    }
}

#[test]
fn an_svg_file_is_xml_with_title_description_and_mark() {
    for kind in KINDS {
        let mut chart = if matches!(kind, ChartKind::Areas | ChartKind::Steps) {
            chart_over_time(kind)
        } else {
            chart_by_name(kind, 30)
        };
        chart.title = "<script>\u{0}&\"'".to_owned();
        chart.series[0].label = "a<b>\u{7}\u{ffff}".to_owned();
        let write = |mark: Option<&Mark>| {
            let mut bytes = Vec::new();
            let blocks = vec![Block::Chart(chart.clone())];
            let report = Report { mark: mark.cloned(), blocks, ..Report::default() };
            svg::write(&report, None, &Plain, &mut bytes).unwrap();
            String::from_utf8(bytes).unwrap()
        };
        let file = write(Some(&Mark { text: "PREVIEW".to_owned() }));
        for part in [
            "<svg xmlns=\"http://www.w3.org/2000/svg\"",
            "<title>&lt;script&gt;",
            "<desc>",
            ">PREVIEW<",
            "role=\"img\"",
        ] {
            assert!(file.contains(part), "{part}: {file}");
        }
        assert!(
            !file.contains('\u{0}')
                && !file.contains('\u{7}')
                && !file.contains('\u{ffff}')
                && !file.contains("NaN")
        );
        assert!(!write(None).contains("PREVIEW"));
        assert_eq!(write(None), write(None));
        // Well formed: every element is closed in its order.
        let mut open: Vec<&str> = Vec::new();
        for tag in file.split('<').skip(1).map(|rest| rest.split('>').next().unwrap()) {
            match tag.strip_prefix('/') {
                Some(name) => assert_eq!(open.pop(), Some(name), "{file}"),
                None if tag.ends_with('/') || tag.starts_with('?') => {}
                None => open.push(tag.split(' ').next().unwrap()),
            }
        }
        assert!(open.is_empty(), "{open:?}");
        std::fs::write(
            std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{kind:?}.svg")),
            file,
        )
        .unwrap();
    }
}
