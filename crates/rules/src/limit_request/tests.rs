//! Requests read from records, as tables.

use super::*;

fn day(text: &str) -> Day {
    Day::parse_iso(text).unwrap()
}

/// A record as a line: `valid_from | requested requested_on | response amount`; `-` is empty.
fn record(id: i64, line: &str) -> LimitRecord {
    let parts: Vec<&str> = line.split_whitespace().filter(|part| *part != "|").collect();
    let [valid_from, requested, requested_on, response, amount] = parts[..] else { panic!("{line}") };
    LimitRecord {
        id,
        valid_from: day(valid_from),
        requested_amount: requested.parse().ok(),
        requested_on: Day::parse_iso(requested_on),
        request: 0,
        response: response.parse().unwrap_or(0),
        amount: amount.parse().ok(),
        decided_on: None,
        currency: Currency::EUR,
        top_up: false,
    }
}

fn requests(lines: &[&str]) -> Vec<LimitRequest> {
    let records: Vec<_> = (1..).zip(lines).map(|(id, line)| record(id, line)).collect();
    limit_requests(&records)
}

/// `number state amount>granted` of each request on a day.
fn told(lines: &[&str], on: &str) -> String {
    let told: Vec<String> = requests(lines)
        .iter()
        .map(|r| {
            let granted = r.granted.map(|granted| format!(">{granted}")).unwrap_or_default();
            format!("{} {} {}{granted}", r.id, r.state_at(day(on)).code(), r.amount)
        })
        .collect();
    told.join(", ")
}

const DRAFT: &str = "2024-01-02 | 500 - | - -";
const SENT: &str = "2024-01-05 | 500 2024-01-05 | - -";

#[test]
fn r2_1_a_request_goes_from_draft_to_answer() {
    for (lines, expected) in [
        (&[DRAFT][..], "1 draft 500"),
        (&[DRAFT, "2024-01-03 | 700 - | - -"], "1 draft 700"),
        (&[DRAFT, SENT], "1 sent 500"),
        (&[SENT], "1 sent 500"),
        (&[DRAFT, SENT, "2024-01-06 | 500 2024-01-05 | 6 -"], "1 sent 500"),
        (&[DRAFT, SENT, "2024-01-06 | 500 2024-01-05 | 1 300"], "1 sent 500"),
        (&[DRAFT, SENT, "2024-01-09 | 500 2024-01-05 | 2 500"], "1 answered 500>500"),
        (&[SENT, "2024-01-09 | - - | 5 300"], "1 answered 500>300"),
        (&[SENT, "2024-01-09 | - - | - 300"], "1 answered 500>300"),
        (&[SENT, "2024-01-09 | - - | 3 -"], "1 answered 500>0"),
        (&[SENT, "2024-01-09 | - - | 4 500"], "1 answered 500>500"),
        (&[SENT, "2024-01-09 | - - | 8 0"], "1 sent 500"),
        (&[SENT, "2024-01-09 | 500 2024-01-05 | 8 -"], "1 answered 500>0"),
        (&[SENT, "2024-01-09 | - - | 9 100"], "1 sent 500"),
        (&[DRAFT, "2024-01-03 | 500 - | 11 -"], "1 withdrawn 500"),
        (&[SENT, "2024-01-07 | 500 2024-01-05 | 11 -"], "1 withdrawn 500"),
        (&[SENT, "2024-01-07 | - - | 11 -"], "1 withdrawn 500"),
        (&[SENT, "2024-01-08 | 600 2024-01-08 | - -"], "1 replaced 500, 2 sent 600"),
        (&[SENT, "2024-01-08 | 600 - | - -"], "1 sent 500, 2 draft 600"),
        // An answer to what was never sent is none.
        (&[DRAFT, "2024-01-09 | - - | 2 500"], "1 draft 500"),
        // A history with the answer only, and its correction.
        (&["2024-01-09 | 500 2024-01-05 | 5 300"], "1 answered 500>300"),
        (
            &["2024-01-09 | 500 2024-01-05 | 5 300", "2024-01-09 | 500 2024-01-05 | 2 500"],
            "1 answered 500>500",
        ),
        // A decision nobody asked for.
        (&["2024-01-09 | - - | 2 500"], ""),
    ] {
        assert_eq!(told(lines, "2024-01-31"), expected, "{lines:?}");
    }
}

#[test]
fn r2_1_a_state_is_that_of_the_day_asked_for() {
    let lines = [DRAFT, SENT, "2024-01-09 | - - | 2 500"];
    for (on, state, waiting) in [
        ("2024-01-04", "draft", 0),
        ("2024-01-05", "sent", 0),
        ("2024-01-08", "sent", 3),
        ("2024-01-09", "answered", 4),
        ("2024-02-09", "answered", 4),
    ] {
        let request = requests(&lines)[0];
        assert_eq!(request.state_at(day(on)).code(), state, "{on}");
        assert_eq!(request.days_waiting(day(on)), Some(waiting), "{on}");
    }
    assert_eq!(requests(&[DRAFT])[0].days_waiting(day("2024-01-31")), None);
}

#[test]
fn r2_1_top_up_cover_is_asked_for_on_its_own() {
    let mut more = record(2, "2024-01-08 | 900 2024-01-08 | - -");
    more.top_up = true;
    let mut answer = record(3, "2024-01-09 | - - | 3 -");
    answer.top_up = true;
    let found = limit_requests(&[record(1, SENT), more, answer]);
    let states: Vec<_> = found.iter().map(|r| r.state_at(day("2024-01-31")).code()).collect();
    assert_eq!(states, ["sent", "answered"]);
}

#[test]
fn r2_1_the_insurer_is_reminded_of_what_it_has_and_did_not_answer() {
    let under_investigation = [SENT, "2024-01-06 | 500 2024-01-05 | 6 -"];
    let refused = [SENT, "2024-01-09 | - - | 3 -"];
    let closed = [SENT, "2024-01-09 | - - | 11 -"];
    // the request sent on 5 January, the day it is looked at, the reminder that was due by then, the next one
    for (lines, on, every, due_by, next) in [
        (&[SENT][..], "2024-01-04", 14, None, None),
        (&[SENT], "2024-01-05", 14, Some("2024-01-19"), Some("2024-01-19")),
        (&[SENT], "2024-01-19", 14, Some("2024-01-19"), Some("2024-01-19")),
        (&[SENT], "2024-01-20", 14, Some("2024-01-19"), Some("2024-02-02")),
        (&[SENT], "2024-02-02", 14, Some("2024-02-02"), Some("2024-02-02")),
        (&[SENT], "2024-01-20", 30, Some("2024-02-04"), Some("2024-02-04")),
        (&[SENT], "2024-01-07", 0, Some("2024-01-07"), Some("2024-01-07")),
        (&under_investigation, "2024-01-10", 14, Some("2024-01-19"), Some("2024-01-19")),
        (&[DRAFT], "2024-01-31", 14, None, None),
        (&refused, "2024-01-08", 14, Some("2024-01-19"), Some("2024-01-19")),
        (&refused, "2024-01-31", 14, None, None),
        (&closed, "2024-01-31", 14, None, None),
    ] {
        let request = requests(lines)[0];
        let found = [request.reminder_due_by(day(on), every), request.next_reminder(day(on), every)];
        let expected = [due_by, next].map(|date| date.map(day));
        assert_eq!(found, expected, "{lines:?} on {on}, every {every} days");
    }
}

#[test]
fn r2_1_the_grant_ratio_is_what_was_granted_of_what_was_answered() {
    let mut ratio = GrantRatio::default();
    for (requested, answer) in [(1_000, "2 1000"), (1_000, "5 250"), (1_000, "3 -"), (1_000, "2 9000")] {
        let asked = format!("2024-01-05 | {requested} 2024-01-05 | - -");
        ratio.add(&requests(&[&asked, &format!("2024-01-09 | - - | {answer}")])[0]);
    }
    ratio.add(&requests(&[SENT])[0]);
    ratio.add(&requests(&[DRAFT])[0]);
    // A history kept with the answer only has not seen the requests that came to nothing.
    ratio.add(&requests(&["2024-01-09 | 1000 2024-01-05 | 2 1000"])[0]);
    let counts = (ratio.answered, ratio.in_full, ratio.in_part, ratio.refused);
    assert_eq!(counts, (4, 2, 1, 1));
    assert_eq!((ratio.requested, ratio.granted), (4_000, 2_250));
    assert_eq!(ratio.per_mille(), Some(563));
    assert_eq!(GrantRatio::default().per_mille(), None);
    let largest = GrantRatio { requested: i64::MAX, granted: i64::MAX, ..ratio };
    assert_eq!(largest.per_mille(), Some(1_000));
}

#[test]
fn r11_3_a_limit_is_idle_below_the_share_and_not_at_it() {
    for (sum, used, percent, idle) in [
        (1_000, 199, 20, true),
        (1_000, 200, 20, false),
        (1_000, 0, 20, true),
        (1_000, -5, 20, true),
        (0, 0, 20, false),
        (1_000, 0, 0, false),
        (i64::MAX, i64::MAX, 100, false),
    ] {
        assert_eq!(is_idle(sum, used, percent), idle, "{used} of {sum}, {percent} %");
    }
}
