//! Who the buyer is and how it is covered, with the reasons.

use super::page::{View, account_name};
use crate::buyer_names::{cover_message, field_message, field_value};
use crate::buyer_reasons::{stop_reasons, sum_reasons};
use crate::buyer_trail::{FieldValues, buyer_fields};
use crate::items::item_name;
use crate::reasons::stated;
use crate::web::parts::{buyer_address, chip, text_of, text_opt};
use crate::web::why::{reason_list, why};
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::calendar::Day;
use obligo_rules::cover::cover_at;
use obligo_rules::reason::Reason;
use obligo_store::cover::{CoverRow, always};
use serde_json::Value;

/// Fields that have a value, as a list of facts.
fn facts(words: &Words, fields: &FieldValues) -> Markup {
    html! {
        @for (column, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
            dt { (words.text(field_message(column))) }
            dd { (field_value(words, "", column, value)) }
        }
    }
}

/// Identity and identifiers, own limits and information.
pub fn identity_card(view: &View<'_>) -> Markup {
    let words = view.words;
    let key = &view.buyer.key;
    let account = vec![
        ("account", key.account.clone()),
        ("branch", key.branch.clone()),
        ("account_type", key.account_type.clone()),
    ];
    html! {
        section.card {
            h2 { (words.text("buyer-identity")) }
            @if !key.prospect.is_empty() { p { (chip("quiet", &words.text("buyer-prospect"))) } }
            dl.facts { (facts(words, &account)) (facts(words, &buyer_fields(view.buyer))) }
        }
    }
}

/// Kind of cover since when, numbers at the insurer, stop of cover with its reasons.
pub fn cover_card(view: &View<'_>) -> Markup {
    let words = view.words;
    let snapshot = &view.portfolio.snapshot;
    let rows = snapshot.covers.get(&view.buyer_id).map_or(&[][..], Vec::as_slice);
    let covers: Vec<_> = rows.iter().map(|row| row.cover.clone()).collect();
    let today = snapshot.as_of.key_date;
    let current = cover_at(&covers, today).and_then(|found| rows.iter().find(|row| row.cover == *found));
    let ahead: Vec<&CoverRow> = rows.iter().filter(|row| row.cover.valid_from > today).collect();
    html! {
        section.card {
            h2 { (words.text("buyer-cover")) }
            @match current {
                Some(row) => (cover_facts(view, row)),
                None => p { (words.text("cover-none")) },
            }
            @for row in ahead {
                h3 { (words.with("buyer-cover-ahead", &[("date", words.date(row.cover.valid_from))])) }
                (cover_facts(view, row))
            }
            (stop(view))
            (duty_to_offer(view))
        }
    }
}

fn cover_facts(view: &View<'_>, row: &CoverRow) -> Markup {
    let words = view.words;
    let cover = &row.cover;
    let mut fields = crate::buyer_trail::cover_fields(&view.portfolio.snapshot, row);
    fields.retain(|(column, _)| !matches!(*column, "kind" | "co_insured_under"));
    let since = (cover.valid_from != always()).then_some(cover.valid_from);
    html! {
        dl.facts {
            dt { (words.text("col-kind")) }
            dd { strong { (words.text(cover_message(cover.kind.code()))) } }
            @if let Some(day) = since { dt { (words.text("col-valid-from")) } dd { (words.date(day)) } }
            @if let Some(main) = cover.co_insured_under {
                @let account = account_name(view.portfolio, main);
                dt { (words.text("col-co-insured-under")) }
                dd { a href=(buyer_address(&account)) { (account) } " " (view.portfolio.snapshot.buyers.get(&main).map_or("", |b| b.name.as_str())) }
            }
            (facts(words, &fields))
        }
    }
}

fn stop(view: &View<'_>) -> Markup {
    let words = view.words;
    let line = view.line();
    let from = text_opt(line, "uncovered_from").and_then(Day::parse_iso);
    let policy = view.portfolio.snapshot.policies.get(text_of(line, "policy"));
    let (Some(from), Some(loaded)) = (from, policy) else { return Markup::default() };
    let main = view.main_id();
    let accounts: Vec<i64> =
        std::iter::once(main).chain(view.portfolio.co_insured_of(main).iter().copied()).collect();
    let reasons = stop_reasons(view.portfolio, &loaded.policy, &accounts, from, &mut |item| {
        let open = accounts.iter().flat_map(|account| view.portfolio.items_of(*account));
        let is_seen =
            open.filter(|figures| figures.item_id == item).any(|figures| view.sees(figures.company_id));
        // Items of companies the caller may not see have no name here.
        let name = is_seen.then(|| view.call.house.store.read(|tx| item_name(tx, item)).ok()).flatten();
        name.unwrap_or_else(|| "…".to_owned())
    });
    html! {
        div.notice.bad {
            p { strong { (words.with("buyer-stopped", &[("date", words.date(from))])) } }
            (reason_list(words, &reasons))
        }
    }
}

fn duty_to_offer(view: &View<'_>) -> Markup {
    html! {
        @if view.line()["must_be_offered"] == true {
            div.notice.warn { p { (view.words.text("buyer-offer-due")) } }
        }
    }
}

/// Why the insured sum is what it is, and what is left of it.
pub fn why_sum(view: &View<'_>, line: &Value) -> Markup {
    let snapshot = &view.portfolio.snapshot;
    let Some(loaded) = snapshot.policies.get(text_of(line, "policy")) else { return Markup::default() };
    let mut reasons: Vec<Reason> = sum_reasons(snapshot, loaded, view.buyer_id);
    // Of somebody who sees some companies only, the figures do not add up to the room.
    if view.companies.is_none() && text_opt(line, "room").is_some() {
        let names = ["insured_sum", "insured", "credits", "room", "currency"];
        let code =
            if loaded.policy.declaration.credits_free_room { "room-with-credits" } else { "room-left" };
        reasons.push(stated("R5.2", code, names.map(|name| (name, text_of(line, name).to_owned())).to_vec()));
    }
    why(view.words, &reasons)
}
