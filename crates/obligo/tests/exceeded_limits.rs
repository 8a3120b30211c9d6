//! Limit requests from draft to answer, and decisions on exceeded insurance limits, as of days, by whom and why (R2.1, R9.4).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::result_large_err)]

#[path = "lists/house.rs"]
#[allow(dead_code)]
mod house;

use house::{BALANCE, House, day, line};
use obligo::access::Role;
use obligo::access::proposals::{self, Submitted};
use obligo::access::settings::{FourEyes, Settings, change};
use obligo::access::users::{NewUser, create, get};
use obligo::buyers::{BuyersRequest, buyers};
use obligo::credit::RecordsRequest;
use obligo::credit::decisions::{Decide, DecideRequest, Seen, decide, decisions, seen_at, submit_decision};
use obligo::credit::limit_requests::{
    AnswerRequest, DraftRequest, answer, draft, limit_requests, send, withdraw,
};
use obligo::credit::payers::standing_of;
use obligo::deadlines::{DeadlinesRequest, deadlines};
use obligo::session::Session;
use obligo::snapshot::Snapshot;
use obligo_rules::codes::CoverKind;
use obligo_rules::criterion::{Criterion, Measure, criteria_fired};
use obligo_rules::problem::Problem;
use obligo_rules::standing::Standing;
use obligo_store::as_of::AsOf;
use serde_json::Value;

/// 1001 owes 12,000.00 and is insured for 10,000.00, on 5 March 2024.
fn house() -> House {
    let mut house = House::new("2024-03-05", &[BALANCE]);
    house.buyer("1001", |_| {});
    house.cover("1001", CoverKind::Named, Some(1), |_| {});
    house.limit("1001", "2024-01-01", "10000.00", |_| {});
    house.invoice("1001", "R1", ("2024-02-01", "2024-03-02"), "12000.00");
    house
}

fn accept(amount: &str, until: &str) -> DecideRequest {
    DecideRequest {
        account: "1001".to_owned(),
        policy: String::new(),
        decide: Decide::Accept { amount: amount.to_owned(), until: day(until) },
        from: None,
        reason: "paid every spring".to_owned(),
        reference: "minutes 12".to_owned(),
        seen: None,
        proposed_by: String::new(),
    }
}

fn decision_lines(session: &mut Session, as_of: &str) -> Vec<Value> {
    let request = RecordsRequest { all: true, ..RecordsRequest::at(day(as_of)) };
    let mut lines = Vec::new();
    decisions(session, &request, &mut |line| {
        lines.push(line);
        Ok(())
    })
    .unwrap();
    lines
}

fn request_lines(session: &mut Session, as_of: &str) -> (Vec<Value>, Value) {
    let request = RecordsRequest { all: true, ..RecordsRequest::at(day(as_of)) };
    let mut lines = Vec::new();
    let summary = limit_requests(session, &request, &mut |line| {
        lines.push(line);
        Ok(())
    });
    (lines, summary.unwrap())
}

fn standing(house: &mut House, as_of: &str) -> Standing {
    let buyer = house.id("1001");
    house
        .session
        .read(|tx| {
            let snapshot = Snapshot::load(tx, AsOf::at(day(as_of)))?;
            Ok(standing_of(tx, &snapshot, buyer)?.unwrap().standing)
        })
        .unwrap()
}

fn is_exceeded(house: &mut House, as_of: &str) -> bool {
    let measure = Measure::InsuranceLimitExceeded;
    let criterion = Criterion { name: measure.code().to_owned(), measure, is_on: true, threshold: None };
    !criteria_fired(&[criterion], &standing(house, as_of), day(as_of)).is_empty()
}

fn insured(house: &mut House, as_of: &str) -> (String, String) {
    let request = BuyersRequest { as_of: day(as_of), known_at: None, policy: None, search: None, all: true };
    let mut lines = Vec::new();
    buyers(&mut house.session, &request, &mut |line| {
        lines.push(line);
        Ok(())
    })
    .unwrap();
    let found = line(&lines, "account", "1001");
    let text = |name: &str| found[name].as_str().unwrap_or("").to_owned();
    (text("insured_sum"), text("insured"))
}

fn code<T: std::fmt::Debug>(outcome: Result<T, Problem>) -> &'static str {
    outcome.unwrap_err().code
}

fn drafted(house: &mut House, amount: &str) -> i64 {
    let request =
        DraftRequest { account: "1001".to_owned(), amount: amount.to_owned(), ..DraftRequest::default() };
    draft(&mut house.session, &request).unwrap()["request"].as_i64().unwrap()
}

#[test]
fn r9_4_an_accepted_excess_counts_until_its_last_day_and_shows_up_the_day_after() {
    let mut house = house();
    assert!(is_exceeded(&mut house, "2024-03-05"));
    let before = insured(&mut house, "2024-03-05");
    decide(&mut house.session, &accept("2000.00", "2024-03-20")).unwrap();
    for (as_of, accepted, exceeded, state) in [
        ("2024-03-04", 0, true, "ahead"),
        ("2024-03-05", 200_000, false, "running"),
        ("2024-03-20", 200_000, false, "running"),
        ("2024-03-21", 0, true, "ended"),
    ] {
        assert_eq!(standing(&mut house, as_of).accepted_excess, accepted, "{as_of}");
        assert_eq!(is_exceeded(&mut house, as_of), exceeded, "{as_of}");
        assert_eq!(decision_lines(&mut house.session, as_of)[0]["state"], state, "{as_of}");
    }
    assert_eq!(insured(&mut house, "2024-03-05"), before, "what is accepted stays uninsured");
}

#[test]
fn r9_4_a_decision_keeps_the_exposure_that_the_list_of_buyers_shows() {
    // No run has examined the invoice yet: what is owed counts all the same.
    let mut house = house();
    let seen = seen_at(&mut house.session, "1001", "").unwrap();
    assert_eq!(seen, Some(Seen { exposure: "12000.00".to_owned(), insured_sum: "10000.00".to_owned() }));
    assert_eq!(standing(&mut house, "2024-03-05").insured_exposure, 1_200_000);
    decide(&mut house.session, &DecideRequest { seen, ..accept("5000.00", "2024-03-20") }).unwrap();
    let lines = decision_lines(&mut house.session, "2024-03-05");
    assert_eq!([&lines[0]["exposure"], &lines[0]["insured_sum"]], ["12000.00", "10000.00"]);
}

#[test]
fn fr_15_a_decision_says_what_was_decided_who_why_and_until_when() {
    let mut house = house();
    decide(&mut house.session, &accept("2000.00", "2024-03-20")).unwrap();
    let more = Decide::RequestMore { amount: "15000.00".to_owned() };
    decide(&mut house.session, &DecideRequest { decide: more, ..accept("1.00", "2024-03-20") }).unwrap();
    let block = DecideRequest { decide: Decide::Block, ..accept("1.00", "2024-03-20") };
    decide(&mut house.session, &block).unwrap();
    let lines = decision_lines(&mut house.session, "2024-03-05");
    let told: Vec<_> = lines
        .iter()
        .map(|line| {
            let text = |name: &str| line[name].as_str().unwrap_or("-").to_owned();
            [
                text("kind"),
                text("state"),
                text("amount"),
                text("valid_until"),
                text("decided_by"),
                text("reason"),
            ]
            .join(" | ")
        })
        .collect();
    assert_eq!(
        told,
        [
            "block | recorded | - | - | tester | paid every spring",
            "request_more | recorded | 15000.00 | - | tester | paid every spring",
            "accept | superseded | 2000.00 | 2024-03-20 | tester | paid every spring",
        ]
    );
    assert_eq!(lines[2]["reference"], "minutes 12");
    let (requests, _) = request_lines(&mut house.session, "2024-03-05");
    assert_eq!(
        (requests[0]["state"].as_str(), &lines[1]["limit_request"]),
        (Some("draft"), &requests[0]["request"])
    );
    assert!(standing(&mut house, "2024-03-05").is_blocked, "a block decided is a block put");
}

#[test]
fn r1_4_lists_know_an_account_as_they_print_it_and_by_its_number() {
    let mut house = house();
    house.buyer("1002", |_| {});
    let number = drafted(&mut house, "50000.00");
    send(&mut house.session, number, None).unwrap();
    decide(&mut house.session, &accept("2000.00", "2024-03-20")).unwrap();
    // decisions, requests, limits
    for (account, expected) in [
        ("1001", Ok([1, 1, 2])),
        ("1001/0/D", Ok([1, 1, 2])),
        (" 1001/0 ", Ok([1, 1, 2])),
        ("1002", Ok([0, 0, 0])),
        ("9999", Err("account-not-found")),
        ("1001/1/D", Err("account-not-found")),
    ] {
        let asked =
            RecordsRequest { account: Some(account.to_owned()), ..RecordsRequest::at(day("2024-03-05")) };
        let of_limits = obligo::limits::LimitsRequest {
            as_of: day("2024-03-05"),
            known_at: None,
            policy: None,
            account: asked.account.clone(),
            all: false,
        };
        let mut lists: Vec<Result<usize, &str>> = Vec::new();
        for list in ["decisions", "requests", "limits"] {
            let mut count = 0;
            let mut visit = |_: Value| {
                count += 1;
                Ok(())
            };
            let outcome = match list {
                "decisions" => decisions(&mut house.session, &asked, &mut visit),
                "requests" => limit_requests(&mut house.session, &asked, &mut visit),
                _ => obligo::limits::limits(&mut house.session, &of_limits, &mut visit),
            };
            lists.push(outcome.map(|_| count).map_err(|problem| problem.code));
        }
        let expected: Vec<Result<usize, &str>> = match expected {
            Ok(counts) => counts.into_iter().map(Ok).collect(),
            Err(code) => vec![Err(code); 3],
        };
        assert_eq!(lists, expected, "{account}");
    }
}

#[test]
fn r9_4_a_decision_that_cannot_be_is_refused_and_nothing_changes() {
    let mut house = house();
    let no_reason = DecideRequest { reason: " ".to_owned(), ..accept("1.00", "2024-03-20") };
    let long = DecideRequest { reason: "x".repeat(1001), ..accept("1.00", "2024-03-20") };
    let nobody = DecideRequest { account: "4711".to_owned(), ..accept("1.00", "2024-03-20") };
    let elsewhere = DecideRequest { policy: "ZZZ/Z".to_owned(), ..accept("1.00", "2024-03-20") };
    let nothing = DecideRequest { decide: Decide::Withdraw, ..accept("1.00", "2024-03-20") };
    for (request, expected) in [
        (no_reason, "reason-missing"),
        (long, "reason-too-long"),
        (nobody, "account-not-found"),
        (elsewhere, "policy-not-found"),
        (nothing, "excess-nothing-accepted"),
        (accept("0", "2024-03-20"), "amount-not-positive"),
        (accept("-5", "2024-03-20"), "amount-not-positive"),
        (accept("5.001", "2024-03-20"), "field-too-many-decimals"),
        (accept("many", "2024-03-20"), "field-not-an-amount"),
        (accept("99999999999999999999", "2024-03-20"), "field-amount-too-large"),
        (accept("5.00", "2024-03-04"), "field-ends-before-start"),
    ] {
        assert_eq!(code(decide(&mut house.session, &request)), expected, "{request:?}");
    }
    assert!(decision_lines(&mut house.session, "2024-03-05").is_empty());
}

#[test]
fn fr_03_a_requested_limit_is_shown_apart_and_never_covers() {
    let mut house = house();
    let before = insured(&mut house, "2024-03-05");
    let number = drafted(&mut house, "50000.00");
    assert_eq!(insured(&mut house, "2024-03-05"), before, "a draft");
    send(&mut house.session, number, None).unwrap();
    assert_eq!(insured(&mut house, "2024-03-05"), before, "sent");
    assert!(is_exceeded(&mut house, "2024-03-05"));
    let (lines, _) = request_lines(&mut house.session, "2024-03-05");
    assert_eq!((lines[0]["amount"].as_str(), lines[0]["granted"].as_str()), (Some("50000.00"), None));
    let granted = AnswerRequest {
        request: number,
        response: "5".to_owned(),
        amount: "20000.00".to_owned(),
        ..AnswerRequest::default()
    };
    answer(&mut house.session, &granted).unwrap();
    assert_eq!(insured(&mut house, "2024-03-05").0, "20000.00", "only what was decided");
}

#[test]
fn fr_01_requests_and_decisions_stay_on_record_with_author_and_reference() {
    let mut house = house();
    let number = drafted(&mut house, "50000.00");
    house.session.actor = "clara".to_owned();
    send(&mut house.session, number, None).unwrap();
    let granted = AnswerRequest {
        request: number,
        response: "5".to_owned(),
        amount: "20000.00".to_owned(),
        reference: "L-4711".to_owned(),
        reason: "13".to_owned(),
        ..AnswerRequest::default()
    };
    answer(&mut house.session, &granted).unwrap();
    let (lines, summary) = request_lines(&mut house.session, "2024-03-05");
    let text = |name: &str| lines[0][name].as_str().unwrap_or("-");
    assert_eq!(
        [
            text("state"),
            text("recorded_by"),
            text("reference"),
            text("reason"),
            text("granted"),
            text("sent_on")
        ],
        ["answered", "tester", "L-4711", "13", "20000.00", "2024-03-05"]
    );
    assert_eq!(summary["grants"][0]["percent"], "40.0");
    let mut history = Vec::new();
    let all = obligo::limits::LimitsRequest {
        as_of: day("2024-03-05"),
        known_at: None,
        policy: None,
        account: None,
        all: true,
    };
    obligo::limits::limits(&mut house.session, &all, &mut |line| {
        history.push(format!(
            "{} {}",
            line["state"].as_str().unwrap(),
            line["recorded_by"].as_str().unwrap()
        ));
        Ok(())
    })
    .unwrap();
    assert_eq!(history, ["superseded tester", "superseded tester", "superseded clara", "increased clara"]);
}

#[test]
fn r2_1_one_request_waits_per_buyer_and_policy() {
    let mut house = house();
    let number = drafted(&mut house, "50000.00");
    let again = DraftRequest { account: "1001".into(), amount: "60000".into(), ..DraftRequest::default() };
    let refused = draft(&mut house.session, &again).unwrap_err();
    assert_eq!(refused.code, "limit-request-pending");
    assert!(refused.facts.contains(&("request", number.to_string())), "{refused:?}");
    let answered = AnswerRequest { request: number, response: "2".into(), ..AnswerRequest::default() };
    let refusal = answer(&mut house.session, &answered).unwrap_err();
    assert_eq!(refusal.problems[0].code, "limit-request-state", "what was never sent is not answered");
    send(&mut house.session, number, None).unwrap();
    send(&mut house.session, number, None).unwrap();
    assert_eq!(code(send(&mut house.session, number, Some(day("2024-03-06")))), "limit-request-state");
    assert_eq!(code(draft(&mut house.session, &again)), "limit-request-pending");
    assert_eq!(code(withdraw(&mut house.session, number, "")), "reason-missing");
    withdraw(&mut house.session, number, "order cancelled").unwrap();
    assert_eq!(code(withdraw(&mut house.session, number, "twice")), "limit-request-state");
    assert_eq!(code(send(&mut house.session, 4711, None)), "limit-request-not-found");
    draft(&mut house.session, &again).unwrap();
}

#[test]
fn r2_1_the_grant_ratio_leaves_out_a_history_kept_with_the_answer_only() {
    let mut house = house();
    house.limit("1001", "2024-02-01", "20000.00", |row| {
        (row.requested_amount, row.requested_on) = (Some(2_000_000), Some(day("2024-01-15")));
        row.decision.response = 2;
    });
    let (lines, summary) = request_lines(&mut house.session, "2024-03-05");
    assert_eq!(lines[0]["state"], "answered");
    assert_eq!(summary["grants"].as_array().map(Vec::len), Some(0), "{summary}");
    let number = drafted(&mut house, "50000.00");
    send(&mut house.session, number, None).unwrap();
    let refused = AnswerRequest { request: number, response: "3".into(), ..AnswerRequest::default() };
    answer(&mut house.session, &refused).unwrap();
    let (_, summary) = request_lines(&mut house.session, "2024-03-05");
    assert_eq!(summary["grants"][0]["percent"], "0.0");
}

#[test]
fn r2_1_a_request_is_sent_by_today_and_answered_from_then_on_with_what_the_answer_says() {
    let mut house = house();
    let number = drafted(&mut house, "50000.00");
    assert_eq!(code(send(&mut house.session, number, Some(day("2024-03-06")))), "limit-request-date-ahead");
    send(&mut house.session, number, Some(day("2024-03-04"))).unwrap();
    let of = |response: &str, amount: &str, decided_on: &str| AnswerRequest {
        request: number,
        response: response.to_owned(),
        amount: amount.to_owned(),
        decided_on: decided_on.to_owned(),
        ..AnswerRequest::default()
    };
    for (request, expected) in [
        (of("2", "50000.00", "2024-03-06"), "limit-request-date-ahead"),
        (of("2", "50000.00", "2024-03-03"), "limit-request-answer-early"),
        (of("5", "50000.01", "2024-03-05"), "limit-request-answer-above"),
    ] {
        let refusal = answer(&mut house.session, &request).unwrap_err();
        assert_eq!(refusal.problems[0].code, expected, "{request:?}");
    }
    let refusal = answer(&mut house.session, &of("99", "50000.00", "")).unwrap_err();
    let place = &refusal.problems[0].place;
    assert_eq!((&place.file, place.line, place.column.as_deref()), (&None, None, Some("response")));
    assert_eq!(request_lines(&mut house.session, "2024-03-05").0[0]["state"], "sent", "nothing is recorded");
    answer(&mut house.session, &of("2", "60000.00", "2024-03-04")).unwrap();
}

#[test]
fn r2_1_the_insurer_is_reminded_every_two_weeks_until_it_answers() {
    let mut house = house();
    let number = drafted(&mut house, "50000.00");
    send(&mut house.session, number, None).unwrap();
    let reminders = |house: &mut House, from: &str| {
        let from = day(from);
        let request = DeadlinesRequest { from, to: from.plus_days(13), policy: None, known_at: None };
        let mut dates = Vec::new();
        deadlines(&mut house.session, &request, &mut |line| {
            if line["what"] == "limit_request_reminder" {
                dates.push(line["date"].as_str().unwrap().to_owned());
            }
            Ok(())
        })
        .unwrap();
        dates
    };
    for (from, expected) in [
        ("2024-03-05", None),
        ("2024-03-06", Some("2024-03-19")),
        ("2024-03-19", Some("2024-03-19")),
        ("2024-03-20", Some("2024-04-02")),
    ] {
        assert_eq!(reminders(&mut house, from).first().map(String::as_str), expected, "{from}");
    }
    let weekly = "currency = \"EUR\"\nvalid_from = 2024-03-06\n[limit_requests]\nremind_every_days = 7\n";
    obligo::credit::policy::put_text(&mut house.session, "credit-policy.toml", weekly).unwrap();
    assert_eq!(reminders(&mut house, "2024-03-06").first().map(String::as_str), Some("2024-03-12"));
    let (lines, _) = request_lines(&mut house.session, "2024-03-20");
    assert_eq!(lines[0]["reminder_due_on"], "2024-03-19", "the last one that was due");
    withdraw(&mut house.session, number, "order cancelled").unwrap();
    assert!(reminders(&mut house, "2024-03-19").is_empty());
}

#[test]
fn r9_4_what_a_clerk_accepts_waits_for_a_manager_and_nobody_approves_their_own() {
    let mut house = house();
    for (name, role) in [("clara", Role::Clerk), ("margit", Role::Manager), ("marek", Role::Manager)] {
        let user = NewUser { name: name.to_owned(), roles: [role].into(), ..NewUser::default() };
        create(&mut house.session, &user).unwrap();
    }
    let acting = |house: &mut House, name: &str| {
        name.clone_into(&mut house.session.actor);
        get(&mut house.session, name).unwrap()
    };
    let request = accept("2000.00", "2024-03-20");
    let clerk = acting(&mut house, "clara");
    let block = DecideRequest { decide: Decide::Block, ..request.clone() };
    assert_eq!(code(submit_decision(&mut house.session, &clerk, &block)), "role-missing");
    let Submitted::Proposed(proposal) = submit_decision(&mut house.session, &clerk, &request).unwrap() else {
        panic!("done at once")
    };
    assert!(is_exceeded(&mut house, "2024-03-05"), "nothing is accepted yet");
    let id = proposal.proposal_id;
    assert_eq!(code(proposals::decide(&mut house.session, &clerk, id, true, "")), "role-missing");
    let manager = acting(&mut house, "margit");
    proposals::decide(&mut house.session, &manager, id, true, "agreed").unwrap();
    assert!(!is_exceeded(&mut house, "2024-03-05"));
    let lines = decision_lines(&mut house.session, "2024-03-05");
    assert_eq!([&lines[0]["proposed_by"], &lines[0]["decided_by"]], ["clara", "margit"]);

    // A manager alone, until the house asks for four eyes.
    let done = submit_decision(&mut house.session, &manager, &accept("3000.00", "2024-03-20")).unwrap();
    assert!(matches!(done, Submitted::Done(_)));
    let four_eyes = FourEyes { accepted_excess: true, ..FourEyes::default() };
    change(&mut house.session, &Settings { four_eyes, ..Settings::default() }).unwrap();
    let more = accept("4000.00", "2024-03-20");
    let Submitted::Proposed(proposal) = submit_decision(&mut house.session, &manager, &more).unwrap() else {
        panic!("done at once")
    };
    let id = proposal.proposal_id;
    assert_eq!(code(proposals::decide(&mut house.session, &manager, id, true, "")), "proposal-same-person");
    let other = acting(&mut house, "marek");
    proposals::decide(&mut house.session, &other, id, true, "").unwrap();
    assert_eq!(standing(&mut house, "2024-03-05").accepted_excess, 400_000);
}

#[test]
fn r9_9_the_approval_ladder_says_who_accepts_how_much() {
    let mut house = house();
    for (name, roles) in [
        ("margit", vec![Role::Manager]),
        ("petra", vec![Role::Manager]),
        ("rolf", vec![Role::Manager, Role::Runner]),
    ] {
        let user =
            NewUser { name: name.to_owned(), roles: roles.into_iter().collect(), ..NewUser::default() };
        create(&mut house.session, &user).unwrap();
    }
    let ladder = "currency = \"EUR\"\nvalid_from = 2024-01-01\n\
        [[approval]]\nup_to = \"1000.00\"\nrole = \"manager\"\n\
        [[approval]]\nup_to = \"2000.00\"\nrole = \"manager\"\ntwo_people = true\n\
        [[approval]]\nup_to = \"5000.00\"\nuser = \"petra\"\n";
    obligo::credit::policy::put_text(&mut house.session, "credit-policy.toml", ladder).unwrap();
    let acting = |house: &mut House, name: &str| {
        name.clone_into(&mut house.session.actor);
        get(&mut house.session, name).unwrap()
    };
    let margit = acting(&mut house, "margit");
    let submit = |house: &mut House, amount: &str| {
        submit_decision(&mut house.session, &margit, &accept(amount, "2024-03-20"))
    };
    assert!(matches!(submit(&mut house, "1000.00"), Ok(Submitted::Done(_))));
    assert!(matches!(submit(&mut house, "1000.01"), Ok(Submitted::Proposed(_))));
    assert_eq!(code(submit(&mut house, "5000.01")), "excess-above-ladder");
    let Ok(Submitted::Proposed(proposal)) = submit(&mut house, "2000.01") else { panic!("done at once") };
    let rolf = acting(&mut house, "rolf");
    let id = proposal.proposal_id;
    assert_eq!(code(proposals::decide(&mut house.session, &rolf, id, true, "")), "excess-not-approver");
    let petra = acting(&mut house, "petra");
    proposals::decide(&mut house.session, &petra, id, true, "").unwrap();
    assert_eq!(standing(&mut house, "2024-03-05").accepted_excess, 200_001);
}
