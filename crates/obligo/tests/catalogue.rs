//! The message catalogue as tests (R14): every language has every text, every text is used, and the field's terms are those of
//! the glossary.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "catalogue/fluent.rs"]
mod fluent;
#[path = "catalogue/glossary.rs"]
mod glossary;
#[path = "support/repository.rs"]
mod repository;

use fluent::{Files, SOURCE, Texts, languages};
use repository::{FILES, TextFile, expect_none, shipped_sources};
use std::collections::{BTreeMap, BTreeSet};

fn texts_of(tag: &str) -> Texts {
    fluent::read(tag, &languages()[tag], &mut BTreeSet::new())
}

fn translations() -> BTreeMap<String, Files> {
    languages().into_iter().filter(|(tag, _)| tag != SOURCE).collect()
}

fn glossary_terms() -> Vec<glossary::Term> {
    let file = FILES.iter().find(|file| file.path == "docs/glossary.md").expect("docs/glossary.md");
    glossary::terms(&file.text)
}

/// Families of messages whose id is put together, with the file that does it and how. The rest of the id is a literal of the
/// sources, with hyphens, underscores or blanks.
const FAMILIES: &[(&str, &str, &str)] = &[
    ("band-", "crates/obligo/src/web/credit/limit_use.rs", "\"band-{"),
    ("col-", "crates/obligo/src/cli/view.rs", "\"col-{"),
    ("collection-state-", "crates/obligo/src/web/credit/collection.rs", "\"collection-state-{"),
    ("credit-change-", "crates/obligo/src/web/credit/work_list/list.rs", "\"credit-change-{"),
    ("credit-order-", "crates/obligo/src/web/credit/work_list/list.rs", "\"credit-order-{"),
    ("credit-payers-", "crates/obligo/src/cli/work_list.rs", "\"credit-payers-{"),
    ("credit-tab-", "crates/obligo/src/web/credit/mod.rs", "\"credit-tab-{"),
    ("criterion-", "crates/obligo/src/credit/work_list/wording.rs", "\"criterion-{"),
    ("decision-kind-", "crates/obligo/src/cli/decisions.rs", "Word(\"decision-kind\")"),
    ("decision-state-", "crates/obligo/src/cli/decisions.rs", "Word(\"decision-state\")"),
    ("dispatch-state-", "crates/obligo/src/cli/dispatches.rs", "Word(\"dispatch-state\")"),
    ("dispatch-way-", "crates/obligo/src/web/dispatches/register.rs", "\"dispatch-way-{"),
    ("duty-", "crates/obligo/src/cli/lists.rs", "Word(\"duty\")"),
    ("exception-differs-", "crates/obligo/src/web/credit/policy/exceptions.rs", "\"exception-differs-{"),
    ("exception-state-", "crates/obligo/src/web/credit/policy/exceptions.rs", "\"exception-state-{"),
    ("factor-", "crates/obligo/src/web/credit/policy/wording.rs", "\"factor-{"),
    ("finding-", "crates/obligo/src/cli/upkeep.rs", "\"finding-{"),
    ("flag-", "crates/obligo/src/cli/view.rs", "\"flag-{"),
    ("import-about-", "crates/obligo/src/web/import/upload.rs", "\"import-about-{"),
    ("import-format-", "crates/obligo/src/web/import/upload.rs", "\"import-format-{"),
    ("import-kind-", "crates/obligo/src/web/import/upload.rs", "\"import-kind-{"),
    ("limit-kind-", "crates/obligo/src/web/credit/limit_use.rs", "\"limit-kind-{"),
    ("limit-reason-", "crates/obligo/src/web/limits/enter.rs", "\"limit-reason\""),
    ("limit-request-", "crates/obligo/src/web/limits/enter.rs", "\"limit-request\""),
    ("limit-response-", "crates/obligo/src/web/limits/enter.rs", "\"limit-response\""),
    ("limit-state-", "crates/obligo/src/cli/lists.rs", "Word(\"limit-state\")"),
    ("limits-field-", "crates/obligo/src/web/limits/enter.rs", "\"limits-field-{"),
    ("limits-tab-", "crates/obligo/src/web/limits/list.rs", "\"limits-tab-{"),
    ("note-state-", "crates/obligo/src/web/credit/work_list/list.rs", "\"note-state-{"),
    ("policies-procedure-", "crates/obligo/src/web/policies/page.rs", "\"policies-procedure-{"),
    ("policy-key-", "crates/obligo/src/web/policies/names.rs", "\"policy-key-{"),
    ("policy-section-", "crates/obligo/src/web/policies/names.rs", "\"policy-section-{"),
    ("policy-value-", "crates/obligo/src/web/policies/names.rs", "\"policy-value-{"),
    ("proposals-action-", "crates/obligo/src/web/settings/proposed.rs", "\"proposals-action-{"),
    ("proposals-state-", "crates/obligo/src/web/settings/proposals.rs", "\"proposals-state-{"),
    ("reminder-closing-", "crates/obligo/src/documents/reminder.rs", "\"reminder-closing-{"),
    ("reminder-opening-", "crates/obligo/src/documents/reminder.rs", "\"reminder-opening-{"),
    ("reminder-state-", "crates/obligo/src/web/credit/reminders/list.rs", "\"reminder-state-{"),
    ("reminder-title-", "crates/obligo/src/documents/reminder.rs", "\"reminder-title-{"),
    ("recommended-basis-", "crates/obligo/src/web/credit/policy/card.rs", "\"recommended-basis-{"),
    ("request-state-", "crates/obligo/src/cli/limit_requests.rs", "Word(\"request-state\")"),
    ("requests-board-", "crates/obligo/src/web/limits/requests.rs", "\"requests-board-{"),
    ("report-", "crates/obligo/src/web/reports/list.rs", "\"report-{}\""),
    ("report-about-", "crates/obligo/src/web/reports/list.rs", "\"report-about-{}\""),
    ("report-choice-", "crates/obligo/src/web/reports/page.rs", "\"report-choice-{}\""),
    ("report-field-", "crates/obligo/src/web/reports/page.rs", "\"report-field-{}\""),
    ("report-for-", "crates/obligo/src/web/reports/list.rs", "\"report-for-{}\""),
    ("report-opening-", "crates/obligo/src/documents/declaration.rs", "\"report-opening-{name}\""),
    ("run-", "crates/obligo/src/web/today/warnings.rs", "\"run-{"),
    ("runs-buyers-", "crates/obligo/src/web/runs/list.rs", "\"runs-buyers-{"),
    ("runs-difference-", "crates/obligo/src/web/runs/differences.rs", "\"runs-difference-{"),
    ("runs-scope-", "crates/obligo/src/web/runs/show.rs", "\"runs-scope-{"),
    ("settings-delivery-", "crates/obligo/src/web/settings/webhooks.rs", "\"settings-delivery-{"),
    ("settings-event-", "crates/obligo/src/web/settings/webhooks.rs", "\"settings-event-{"),
    ("settings-language-", "crates/obligo/src/web/settings/mod.rs", "\"settings-language-{"),
    ("settings-role-", "crates/obligo/src/web/settings/mod.rs", "\"settings-role-{"),
    ("settings-role-why-", "crates/obligo/src/web/settings/users.rs", "\"settings-role-why-{"),
    ("settings-scope-", "crates/obligo/src/web/settings/tokens.rs", "\"settings-scope-{"),
    ("short-", "crates/obligo/src/cli/demo.rs", "\"short-{"),
    ("status-", "crates/obligo/src/cli/explain.rs", "\"status-{"),
    ("unmatched-", "crates/obligo/src/import/ledger/unmatched.rs", "\"unmatched-{"),
    ("order-answer-", "crates/obligo/src/web/credit/orders/answer.rs", "\"order-answer-{"),
    ("order-covered-", "crates/obligo/src/web/credit/orders/answer.rs", "\"order-covered-{"),
    ("order-point-", "crates/obligo/src/web/credit/orders/answer.rs", "\"order-point-{"),
    ("order-reason-", "crates/obligo/src/credit/orders/wording.rs", "\"order-reason-{"),
    ("order-state-", "crates/obligo/src/web/credit/orders/list.rs", "\"order-state-{"),
    ("order-weight-", "crates/obligo/src/web/credit/orders/answer.rs", "\"order-weight-{"),
    ("orders-tab-", "crates/obligo/src/web/credit/orders/list.rs", "\"orders-tab-{"),
];

/// The messages no source uses.
fn unused(source: &Texts, sources: &[TextFile]) -> BTreeSet<String> {
    let has = |literal: &str| {
        let quoted = [format!("\"{literal}\""), format!("'{literal}'")];
        sources.iter().any(|file| quoted.iter().any(|quoted| file.text.contains(quoted.as_str())))
    };
    let is_used = |key: &str| {
        if let Some((_, attribute)) = key.split_once('.') {
            return has(attribute);
        }
        let of_family = |prefix: &str| {
            // Codes that are numbers stand in no source one by one.
            let is_number = |rest: &str| rest.bytes().all(|byte| byte.is_ascii_digit());
            key.strip_prefix(prefix).is_some_and(|rest| {
                is_number(rest) || ["-", "_", " "].iter().any(|joint| has(&rest.replace('-', joint)))
            })
        };
        has(key) || FAMILIES.iter().any(|(prefix, ..)| of_family(prefix))
    };
    source.keys().filter(|key| !is_used(key)).cloned().collect()
}

#[test]
fn r14_1_every_text_is_used() {
    let sources = shipped_sources();
    for (prefix, home, how) in FAMILIES {
        let home = sources.iter().find(|file| file.path == *home).unwrap_or_else(|| panic!("{home} is gone"));
        assert!(home.text.contains(how), "{} no longer puts {prefix}… together by {how}", home.path);
    }
    let what = "messages that no source names; put the family they belong to into FAMILIES, or remove them";
    expect_none(what, &unused(&texts_of(SOURCE), &sources));
}

#[test]
fn r14_1_every_language_has_the_same_texts() {
    let mut wrong = BTreeSet::new();
    let source = fluent::read(SOURCE, &languages()[SOURCE], &mut wrong);
    for (tag, files) in translations() {
        let texts = fluent::read(&tag, &files, &mut wrong);
        wrong.extend(fluent::compare(&tag, &source, &texts));
    }
    expect_none("texts of a translation beside the English ones", &wrong);
}

#[test]
fn r14_1_translations_use_the_terms_of_the_glossary() {
    let (source, terms, mut wrong) = (texts_of(SOURCE), glossary_terms(), BTreeSet::new());
    for (tag, files) in translations() {
        let texts = fluent::read(&tag, &files, &mut BTreeSet::new());
        wrong.extend(glossary::compare(&tag, &terms, &source, &texts));
    }
    expect_none("a term in another word than docs/glossary.md has", &wrong);
}

#[test]
fn exceptions_from_the_glossary_are_needed() {
    let idle = glossary::idle_exceptions(&glossary_terms(), &texts_of(SOURCE));
    expect_none("exceptions for texts without the term", &idle);
}

/// Texts of a language with one file.
fn texts(file: &str) -> (Texts, BTreeSet<String>) {
    let mut wrong = BTreeSet::new();
    let files = Files::from([("one.ftl".to_owned(), file.to_owned())]);
    (fluent::read("de", &files, &mut wrong), wrong)
}

#[test]
fn a_translation_that_differs_is_found() {
    let english = "a = { $count ->\n    [one] one item\n   *[other] { $shown } items\n } of { $name }\n    .remedy = Do it.\n\
        b = { $what ->\n    [due] Due\n   *[other] Other\n }\n";
    let german = "a = { $count ->\n    [one] ein Posten\n   *[other] { $shown } Posten\n } von { $name }\n    .remedy = Tun.\n\
        b = { $what ->\n    [due] Fällig\n   *[other] Anderes\n }\n";
    let (source, _) = texts(english);
    let differences = |german: &str| fluent::compare("de", &source, &texts(german).0);
    assert_eq!(differences(german), BTreeSet::new());
    for (from, to, expected) in [
        ("    .remedy = Tun.\n", "", "de: `a.remedy` is missing"),
        ("von { $name }", "", "de: `a` lacks { $name }"),
        ("Tun.", "{ $name } tun.", "de: `a.remedy` has { $name }, which en has not"),
        ("[due]", "[dew]", "de: `b` has no [what/due]"),
        ("b =", "c =", "de: `c` is not in en"),
    ] {
        let planted = german.replace(from, to);
        assert_ne!(planted, german);
        assert!(differences(&planted).contains(expected), "{expected}: {:?}", differences(&planted));
    }
    assert!(texts("a = x\na = y\n").1.contains("de: `a` is in one.ftl and in one.ftl"));
}

#[test]
fn a_text_nobody_uses_is_found() {
    let source = |text: &str| [TextFile { path: "one.rs".to_owned(), text: text.to_owned() }];
    let (english, _) = texts("said = Said\ncol-open-amount = Open\nstatus-K = Insurable\n");
    let used = r#"text("said"); let keys = ["open_amount"]; let status = 'K';"#;
    assert_eq!(unused(&english, &source(used)), BTreeSet::new());
    for (id, word) in [("said", "\"said\""), ("col-open-amount", "open_amount"), ("status-K", "'K'")] {
        assert_eq!(unused(&english, &source(&used.replace(word, "0"))), BTreeSet::from([id.to_owned()]));
    }
}

#[test]
fn a_wrong_term_is_found() {
    let terms = glossary_terms();
    let (source, _) =
        texts("a = The limit decisions of insurer { $name } count.\nb = Import \"obligo policy\" first.\n");
    let wrong = |german: &str| glossary::compare("de", &terms, &source, &texts(german).0);
    let right = "a = Die Kreditmitteilungen des Versicherers { $name } zählen.\nb = Erst einlesen.\n";
    assert_eq!(wrong(right), BTreeSet::new());
    for (from, to, term) in [
        ("Kreditmitteilungen", "Kreditentscheidungen", "limit decision"),
        ("Versicherers", "Assekuradeurs", "insurer"),
    ] {
        let found = wrong(&right.replace(from, to));
        assert_eq!(found.len(), 1);
        assert!(found.iter().all(|found| found.starts_with(&format!("de: `a`: {term} is"))), "{found:?}");
    }
}

#[test]
fn a_wrong_term_in_the_real_catalogue_is_found() {
    let (source, terms) = (texts_of(SOURCE), glossary_terms());
    let planted = [("de", "Versicherungssumme"), ("fr", "assureur"), ("sv", "köpare")];
    for (tag, term) in planted.iter().filter(|(tag, _)| languages().contains_key(*tag)) {
        let mut texts = texts_of(tag);
        let key = texts.iter().find(|(_, text)| text.read.contains(term)).map(|(key, _)| key.clone());
        let text = texts.get_mut(&key.expect("a text with the term")).unwrap();
        text.read = text.read.replace(term, "xxx");
        let before = glossary::compare(tag, &terms, &source, &texts_of(tag));
        assert_eq!(glossary::compare(tag, &terms, &source, &texts).difference(&before).count(), 1, "{tag}");
    }
}
