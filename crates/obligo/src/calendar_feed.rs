//! The calendar of duties as a feed (iCalendar, RFC 5545): what [`crate::deadlines`] lists, one event of a whole day for each (H3).

use crate::duty::{DUTY_IDENTITY, duty_name};
use crate::messages::visible;
use crate::session::sha256_hex;
use crate::words::Words;
use chrono::Duration;
use icalendar::{Alarm, Calendar, Component, Event, EventLike, Property, ValueType};
use obligo_rules::calendar::Day;
use obligo_rules::money::Currency;
use serde_json::Value;
use std::collections::HashMap;

/// Hours after which a calendar program asks again.
const REFRESH_HOURS: i64 = 4;

/// How a feed is written.
#[derive(Clone, Copy, Debug)]
pub struct FeedRequest<'a> {
    /// When it is made, ISO 8601 in UTC.
    pub now: &'a str,
    /// Days before a duty that its alarm rings; 0 for none.
    pub alarm_days: u16,
}

/// The feed of these lines of [`crate::deadlines::deadlines`], in the order given. An event keeps its identity when its date or its amounts
/// change: the calendar moves it. Lines without a date are left out.
#[must_use]
pub fn calendar_feed(words: &Words, request: FeedRequest<'_>, lines: &[Value]) -> String {
    let mut calendar = Calendar::empty();
    calendar
        .append_property(("VERSION", "2.0"))
        .append_property(("PRODID", "-//obligo//obligo//EN"))
        .append_property(("CALSCALE", "GREGORIAN"))
        .append_property(("METHOD", "PUBLISH"))
        .name(&words.text("feed-name"))
        .ttl(&Duration::hours(REFRESH_HOURS));
    let mut seen: HashMap<String, usize> = HashMap::new();
    for line in lines.iter().map(Line) {
        let Some(day) = line.day() else { continue };
        let count = seen.entry(line.identity()).or_default();
        *count += 1;
        calendar.push(line.event(words, request, day, *count));
    }
    calendar.to_string()
}

/// One line of the deadlines.
struct Line<'a>(&'a Value);

impl<'a> Line<'a> {
    fn text(&self, name: &str) -> &'a str {
        self.0.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    fn shown(&self, name: &str) -> String {
        visible(self.text(name))
    }

    fn day(&self) -> Option<Day> {
        Day::parse_iso(self.text("date"))
    }

    /// What the duty is about, whenever it is due.
    fn identity(&self) -> String {
        let parts = DUTY_IDENTITY.iter().filter(|part| **part != "date").map(|part| self.text(part));
        // No field of a file holds this mark, so that no two identities run together.
        parts.collect::<Vec<_>>().join("\u{1f}")
    }

    fn money(&self, words: &Words, name: &str) -> String {
        let currency = Currency::parse(self.text("currency"));
        words.money(self.text(name), currency.as_ref().map_or("", Currency::code))
    }

    fn event(&self, words: &Words, request: FeedRequest<'_>, day: Day, count: usize) -> Event {
        let duty = duty_name(words, self.text("what"));
        let name = self.shown("name");
        let who = if name.is_empty() { self.shown("policy") } else { name };
        let summary = words.with("feed-summary", &[("duty", duty), ("name", who)]);
        let digest = sha256_hex(format!("{}\u{1f}{count}", self.identity()).as_bytes());
        let mut event = Event::new();
        event
            .uid(&format!("{}@obligo", &digest[..32]))
            .append_property(("DTSTAMP", stamp(request.now).as_str()))
            .append_property(date("DTSTART", day))
            .append_property(date("DTEND", day.plus_days(1)))
            .append_property(("TRANSP", "TRANSPARENT"))
            .summary(&summary)
            .description(&self.description(words));
        if request.alarm_days > 0 {
            event.alarm(Alarm::display(&summary, -Duration::days(request.alarm_days.into())));
        }
        event.done()
    }

    /// One fact a line: money at stake, item or account, policy, whether it is projected.
    fn description(&self, words: &Words) -> String {
        let mut facts = vec![words.with(
            "feed-stake",
            &[("open", self.money(words, "open")), ("insured", self.money(words, "insured"))],
        )];
        if !self.text("document_no").is_empty() {
            let item = [("company", self.shown("company")), ("document", self.shown("document_no"))];
            facts.push(words.with("feed-item", &item));
        }
        if !self.text("account").is_empty() {
            let account = ["account", "branch", "account_type"].map(|part| self.shown(part)).join("/");
            facts.push(words.with("feed-account", &[("account", account)]));
        }
        facts.push(words.with("feed-policy", &[("policy", self.shown("policy"))]));
        if !self.text("reference").is_empty() {
            facts.push(words.with("feed-reference", &[("reference", self.shown("reference"))]));
        }
        if self.0.get("projected").and_then(Value::as_bool) == Some(true) {
            facts.push(words.text("feed-projected"));
        }
        facts.join("\n")
    }
}

fn date(name: &str, day: Day) -> Property {
    let digits = day.to_string().replace('-', "");
    Property::new(name, digits).append_parameter(ValueType::Date).done()
}

/// `2024-05-01T10:20:30Z` as the format writes it.
fn stamp(instant: &str) -> String {
    instant.replace(['-', ':'], "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use icalendar::{CalendarComponent, DatePerhapsTime};
    use serde_json::json;

    const REQUEST: FeedRequest<'_> = FeedRequest { now: "2024-05-01T10:20:30Z", alarm_days: 3 };

    fn line(changes: &Value) -> Value {
        let mut line = json!({
            "date": "2024-05-31", "days_left": 30, "what": "non_payment_report", "rule": "R3.4", "policy": "ACR-A",
            "company": "1001", "document_no": "4711", "kind": "invoice", "account": "20001", "branch": "0",
            "account_type": "D", "name": "Nordsee Werften GmbH", "currency": "EUR", "open": "12000.00",
            "insured": "9000.00", "projected": false, "reference": null,
        });
        for (name, value) in changes.as_object().unwrap() {
            line[name] = value.clone();
        }
        line
    }

    fn feed(lines: &[Value]) -> String {
        calendar_feed(Words::of("en"), REQUEST, lines)
    }

    fn events(text: &str) -> Vec<Event> {
        let calendar: Calendar = text.parse().unwrap_or_else(|e| panic!("{e}: {text}"));
        let is_event = |component: &CalendarComponent| component.as_event().cloned();
        calendar.components.iter().filter_map(is_event).collect()
    }

    #[test]
    fn h3_a_duty_is_an_event_of_a_whole_day_with_the_money_at_stake() {
        let text = feed(&[line(&json!({}))]);
        let events = events(&text);
        let [event] = events.as_slice() else { panic!("{text}") };
        assert_eq!(event.get_summary(), Some("Report the non-payment: Nordsee Werften GmbH"));
        let words = Words::of("en");
        let expected = format!(
            "At stake: {} open, {} insured\nItem 4711 of company 1001\nAccount 20001/0/D\nPolicy ACR-A",
            words.money("12000.00", "EUR"),
            words.money("9000.00", "EUR"),
        );
        assert_eq!(event.get_description(), Some(expected.as_str()));
        let days = [event.get_start(), event.get_end()].map(|day| match day {
            Some(DatePerhapsTime::Date(day)) => day.to_string(),
            other => panic!("{other:?}"),
        });
        assert_eq!(days, ["2024-05-31", "2024-06-01"]);
        for piece in ["DTSTAMP:20240501T102030Z\r\n", "TRIGGER:-P", "ACTION:DISPLAY", "BEGIN:VALARM"] {
            assert!(text.contains(piece), "{piece}: {text}");
        }
        assert!(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"), "{text}");
    }

    #[test]
    fn h3_an_event_keeps_its_identity_while_date_and_amounts_change() {
        let id = |changes: &Value| {
            let text = feed(&[line(changes)]);
            events(&text)[0].get_uid().unwrap().to_owned()
        };
        let first = id(&json!({}));
        let table = [
            (json!({ "date": "2024-06-30", "days_left": 60 }), true),
            (json!({ "open": "1.00", "insured": "0.00", "projected": true }), true),
            (json!({ "name": "Nordsee Werften AG" }), true),
            (json!({ "what": "collection" }), false),
            (json!({ "company": "1002" }), false),
            (json!({ "document_no": "4712" }), false),
            (json!({ "account": "2000", "branch": "10" }), false),
        ];
        for (changes, is_same) in table {
            assert_eq!(id(&changes) == first, is_same, "{changes}");
        }
        let twice = feed(&[line(&json!({})), line(&json!({ "date": "2024-07-01" }))]);
        let ids: Vec<String> = events(&twice).iter().map(|e| e.get_uid().unwrap().to_owned()).collect();
        assert!(ids[0] == first && ids[1] != first, "{ids:?}");
    }

    #[test]
    fn r14_2_names_are_escaped_and_folded_and_come_back_as_they_were() {
        let table = [
            ("a,b;c\\d", "a,b;c\\d"),
            ("x\r\nEND:VCALENDAR\r\n", "x␍␊END:VCALENDAR␍␊"),
            ("quote\" : = {", "quote\" : = {"),
            (
                "Ängelholms Industri- och Handelsaktiebolag med Dotterbolag i Europa och hela övriga världen",
                "",
            ),
            ("東京機械株式会社東京機械株式会社東京機械株式会社東京機械株式会社東京機械株式会社", ""),
            ("👩‍👩‍👧 👩‍👩‍👧 👩‍👩‍👧 👩‍👩‍👧 👩‍👩‍👧 👩‍👩‍👧 👩‍👩‍👧", "👩�👩�👧 👩�👩�👧 👩�👩�👧 👩�👩�👧 👩�👩�👧 👩�👩�👧 👩�👩�👧"),
            (
                " leading and many     blanks                                                                    end",
                "",
            ),
        ];
        for (name, expected) in table {
            let text = feed(&[line(&json!({ "name": name }))]);
            for row in text.split("\r\n") {
                assert!(row.len() <= 75, "{} octets: {row}", row.len());
                assert!(!row.contains(['\r', '\n']), "{row:?}");
            }
            let expected = if expected.is_empty() { name } else { expected };
            let summary = events(&text)[0].get_summary().unwrap().to_owned();
            assert_eq!(summary, format!("Report the non-payment: {expected}"));
        }
    }

    #[test]
    fn h3_every_duty_and_every_kind_of_line_is_named() {
        let of_policy = json!({ "what": "policy_end", "company": null, "document_no": null, "kind": null, "account": "", "name": "" });
        let of_buyer =
            json!({ "what": "limit_expiry", "document_no": null, "reference": "L-77", "projected": true });
        let text = feed(&[line(&of_policy), line(&of_buyer)]);
        let events = events(&text);
        assert_eq!(events[0].get_summary(), Some("The policy ends: ACR-A"));
        let description = events[1].get_description().unwrap();
        assert!(description.contains("\nReference L-77\nProjected"), "{description}");
        for (what, _) in crate::deadlines::DUTIES {
            assert!(!feed(&[line(&json!({ "what": what }))]).contains("SUMMARY:duty-"), "{what}");
        }
    }

    #[test]
    fn h3_an_empty_feed_is_a_calendar_and_alarms_may_be_left_out() {
        assert!(events(&feed(&[])).is_empty());
        assert!(events(&feed(&[json!({ "what": "filing" })])).is_empty());
        let quiet = FeedRequest { alarm_days: 0, ..REQUEST };
        assert!(!calendar_feed(Words::of("en"), quiet, &[line(&json!({}))]).contains("VALARM"));
    }
}
