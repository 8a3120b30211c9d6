//! Four eyes: proposing, deciding, withdrawing.

use crate::{House, add, code, roles, staffed, trail};
use obligo::access::User;
use obligo::access::proposals::{self, Action, State, Submitted};
use obligo::access::settings::{FourEyes, Settings, change};
use serde_json::{Value, json};

/// A house of four eyes with `rita` and `rolf`, runners; `anna` and `carl`, clerks; `vera`, viewer.
struct Office {
    house: House,
}

impl Office {
    fn new() -> Office {
        let mut house = staffed();
        for (name, codes) in
            [("rita", "runner"), ("rolf", "runner"), ("anna", "clerk"), ("carl", "clerk"), ("vera", "viewer")]
        {
            add(&mut house.session, name, codes);
        }
        let four_eyes = FourEyes { final_run: true, reversal: true, edit: true, accepted_excess: false };
        change(&mut house.session, &Settings { four_eyes, ..Settings::default() }).unwrap();
        Office { house }
    }

    fn acting(&mut self, name: &str) -> User {
        name.clone_into(&mut self.house.session.actor);
        obligo::access::users::get(&mut self.house.session, name).unwrap()
    }

    fn submit(
        &mut self,
        name: &str,
        action: Action,
        payload: &Value,
    ) -> Result<Submitted, obligo_rules::problem::Problem> {
        let user = self.acting(name);
        proposals::submit(&mut self.house.session, &user, action, payload, "agreed")
    }

    /// Submits what must become a proposal; its number.
    fn propose(&mut self, name: &str, action: Action, payload: &Value) -> i64 {
        match self.submit(name, action, payload).unwrap() {
            Submitted::Proposed(proposal) => {
                assert_eq!((proposal.state, proposal.proposed_by.as_str()), (State::Open, name));
                proposal.proposal_id
            }
            Submitted::Done(done) => panic!("done at once: {done}"),
        }
    }

    fn decide(
        &mut self,
        name: &str,
        id: i64,
        approve: bool,
    ) -> Result<proposals::Proposal, obligo_rules::problem::Problem> {
        let user = self.acting(name);
        proposals::decide(&mut self.house.session, &user, id, approve, "seen")
    }

    fn runs(&mut self) -> usize {
        self.house.session.read(|tx| Ok(obligo_store::run::run_all(tx)?.len())).unwrap()
    }
}

fn february() -> Value {
    json!({ "kind": "declare", "policy": "ACR/A", "key_date": "2024-02-29", "buyers": "named" })
}

#[test]
fn a_final_run_is_made_by_the_second_person() {
    let mut office = Office::new();
    let id = office.propose("rita", Action::FinalRun, &february());
    assert_eq!(office.runs(), 1, "only the one of January");
    assert_eq!(code(office.decide("rita", id, true)), "proposal-same-person");
    assert_eq!(code(office.decide("anna", id, true)), "role-missing");
    assert_eq!(code(office.decide("rolf", 99, true)), "proposal-not-found");
    let done = office.decide("rolf", id, true).unwrap();
    assert_eq!((done.state, done.decided_by.as_deref()), (State::Approved, Some("rolf")));
    assert_eq!(done.result, Some(json!({ "run": 2 })));
    assert_eq!(office.runs(), 2);
    let entry = trail(&mut office.house.session);
    let entry =
        entry.lines().find(|line| line.contains("action: \"declare\"") && line.contains("proposed_by"));
    let entry = entry.expect("the entry of the run names both");
    assert!(entry.contains("actor: \"rolf\"") && entry.contains("rita"), "{entry}");
    assert!(office.house.findings().is_empty(), "verify stands");
}

#[test]
fn a_decision_is_made_once() {
    let mut office = Office::new();
    let id = office.propose("rita", Action::FinalRun, &february());
    let first = office.decide("rolf", id, true).unwrap();
    assert_eq!(office.decide("rolf", id, true).unwrap(), first, "the same again changes nothing");
    assert_eq!(office.runs(), 2);
    assert_eq!(code(office.decide("rolf", id, false)), "proposal-decided");
    let rita = office.acting("rita");
    assert_eq!(code(proposals::withdraw(&mut office.house.session, &rita, id)), "proposal-decided");
}

#[test]
fn a_refusal_needs_a_reason_and_does_nothing() {
    let mut office = Office::new();
    let id = office.propose("rita", Action::FinalRun, &february());
    let rolf = office.acting("rolf");
    let session = &mut office.house.session;
    assert_eq!(code(proposals::decide(session, &rolf, id, false, "  ")), "reason-missing");
    let refused = proposals::decide(session, &rolf, id, false, "limits of March are missing").unwrap();
    assert_eq!(
        (refused.state, refused.decision_reason.as_str()),
        (State::Refused, "limits of March are missing")
    );
    assert_eq!(office.runs(), 1);
    assert_eq!(code(office.decide("rolf", id, true)), "proposal-decided");
    office.propose("rita", Action::FinalRun, &february());
}

#[test]
fn a_proposal_is_withdrawn_by_who_made_it() {
    let mut office = Office::new();
    let id = office.propose("rita", Action::FinalRun, &february());
    let (rolf, rita) = (office.acting("rolf"), office.acting("rita"));
    let session = &mut office.house.session;
    assert_eq!(code(proposals::withdraw(session, &rolf, id)), "proposal-not-yours");
    assert_eq!(proposals::withdraw(session, &rita, id).unwrap().state, State::Withdrawn);
    assert_eq!(code(office.decide("rolf", id, true)), "proposal-decided");
    assert!(proposals::list(&mut office.house.session, true).unwrap().is_empty());
    assert_eq!(proposals::list(&mut office.house.session, false).unwrap().len(), 1);
}

#[test]
fn what_cannot_be_done_cannot_be_proposed() {
    let mut office = Office::new();
    let january =
        json!({ "kind": "declare", "policy": "ACR/A", "key_date": "2024-01-31", "buyers": "named" });
    let unknown =
        json!({ "kind": "declare", "policy": "ACR/Z", "key_date": "2024-02-29", "buyers": "named" });
    let table = [
        ("rita", Action::FinalRun, january, "run-not-after-last"),
        ("rita", Action::FinalRun, unknown, "policy-not-found"),
        ("rita", Action::FinalRun, json!({ "kind": "declare" }), "proposal-payload-value"),
        ("rita", Action::Reversal, json!({ "run": 9 }), "run-not-found"),
        ("anna", Action::Edit, json!({ "item": "01/1", "amount": "5.00" }), "proposal-payload-key"),
        (
            "anna",
            Action::Edit,
            json!({ "item": "01/1", "insured": "99999999.00" }),
            "edit-insured-above-open",
        ),
        ("anna", Action::FinalRun, february(), "role-missing"),
        ("rita", Action::Edit, json!({ "item": "01/1", "insured": "1.00" }), "role-missing"),
        ("vera", Action::Reversal, json!({ "run": 1 }), "role-missing"),
    ];
    for (name, action, payload, expected) in table {
        assert_eq!(code(office.submit(name, action, &payload)), expected, "{payload}");
    }
    assert!(proposals::list(&mut office.house.session, false).unwrap().is_empty());
    let id = office.propose("rita", Action::FinalRun, &february());
    let twice = office.submit("rolf", Action::FinalRun, &february()).unwrap_err();
    assert_eq!((twice.code, twice.facts), ("proposal-already-open", vec![("proposal", id.to_string())]));
}

#[test]
fn r8_4_a_reversal_and_an_edit_take_two_people_too() {
    let mut office = Office::new();
    let edit = office.propose("anna", Action::Edit, &json!({ "item": "01/1", "insured": "100.00" }));
    assert_eq!(office.house.views("2024-01-31")["1"].insured, 2_000_000);
    let done = office.decide("carl", edit, true).unwrap();
    assert_eq!(done.result.unwrap()["after"], json!({ "insured": "100.00" }));
    assert_eq!(office.house.views("2024-01-31")["1"].insured, 10_000);
    let back = office.propose("carl", Action::Edit, &json!({ "item": "01/1", "insured": "20000.00" }));
    office.decide("anna", back, true).unwrap();
    let run = office.propose("rita", Action::FinalRun, &february());
    office.decide("rolf", run, true).unwrap();
    let reversal = office.propose("rolf", Action::Reversal, &json!({ "run": 2 }));
    assert_eq!(code(office.decide("rolf", reversal, true)), "proposal-same-person");
    assert_eq!(office.decide("rita", reversal, true).unwrap().state, State::Approved);
    let reversed = office.house.session.read(|tx| obligo_store::run::run_get(tx, 2)).unwrap().unwrap();
    assert!(reversed.reversed_entry.is_some());
    assert!(office.house.findings().is_empty());
}

#[test]
fn an_approval_that_fails_leaves_the_proposal_open() {
    let mut office = Office::new();
    let id = office.propose("rita", Action::FinalRun, &february());
    office.house.declare("2024-03-31");
    assert_eq!(code(office.decide("rolf", id, true)), "run-not-after-last");
    assert_eq!(proposals::get(&mut office.house.session, id).unwrap().state, State::Open);
    assert_eq!(office.decide("rolf", id, false).unwrap().state, State::Refused);
    let later = json!({ "kind": "notify", "policy": "ACR/A", "key_date": "2024-04-30" });
    office.propose("rita", Action::FinalRun, &later);
}

#[test]
fn an_edit_that_was_made_meanwhile_is_approved_all_the_same() {
    let mut office = Office::new();
    let id = office.propose("anna", Action::Edit, &json!({ "item": "01/1", "insured": "100.00" }));
    office.house.edit("1", "100.00", obligo_rules::edit::ItemEdit::default()).unwrap();
    let done = office.decide("carl", id, true).unwrap();
    assert_eq!(done.state, State::Approved);
    assert_eq!(done.result.unwrap()["changed"], json!(false));
}

#[test]
fn an_edit_of_an_item_that_changed_meanwhile_is_not_approved() {
    let mut office = Office::new();
    let wanted = json!({ "item": "01/1", "insured": "100.00" });
    let id = office.propose("anna", Action::Edit, &wanted);
    office.house.edit("1", "300.00", obligo_rules::edit::ItemEdit::default()).unwrap();
    assert_eq!(code(office.decide("carl", id, true)), "record-changed");
    assert_eq!(office.house.views("2024-01-31")["1"].insured, 30_000, "what is there stays");
    assert_eq!(proposals::get(&mut office.house.session, id).unwrap().state, State::Open);
    let twice = office.submit("carl", Action::Edit, &wanted).unwrap_err();
    assert_eq!(twice.code, "proposal-already-open", "whatever the item says by now");
    // Refused and proposed anew, it is about the item as it is.
    office.decide("carl", id, false).unwrap();
    let anew = office.propose("anna", Action::Edit, &wanted);
    assert_eq!(office.decide("carl", anew, true).unwrap().state, State::Approved);
    assert_eq!(office.house.views("2024-01-31")["1"].insured, 10_000);
}

#[test]
fn without_four_eyes_it_is_done_at_once_and_a_dry_run_always_is() {
    let mut office = Office::new();
    office.house.session.dry_run = true;
    assert!(matches!(office.submit("rita", Action::FinalRun, &february()).unwrap(), Submitted::Done(_)));
    office.house.session.dry_run = false;
    assert_eq!(office.runs(), 1);
    change(&mut office.house.session, &Settings::default()).unwrap();
    let done = office.submit("rita", Action::FinalRun, &february()).unwrap();
    assert!(matches!(done, Submitted::Done(done) if done["run"] == 2));
    assert_eq!(code(office.submit("vera", Action::Reversal, &json!({ "run": 2 }))), "role-missing");
}

#[test]
fn who_sees_some_companies_runs_for_none_and_edits_only_theirs() {
    let mut office = Office::new();
    let limited = |user: User, company: &str| User {
        roles: roles("runner clerk"),
        companies: Some([company.to_owned()].into()),
        ..user
    };
    let (here, elsewhere) = (limited(office.acting("anna"), "01"), limited(office.acting("carl"), "02"));
    let session = &mut office.house.session;
    let edit = json!({ "item": "01/1", "insured": "100.00" });
    let mut submit =
        |user: &User, action, payload: &Value| proposals::submit(session, user, action, payload, "agreed");
    assert_eq!(code(submit(&here, Action::FinalRun, &february())), "role-companies");
    assert_eq!(code(submit(&elsewhere, Action::Edit, &edit)), "item-not-found");
    assert!(submit(&here, Action::Edit, &edit).is_ok());
}
