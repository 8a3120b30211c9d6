//! The columns of the list: those of the interchange contract's items, with the reasons behind what they say.

use crate::item_names::{heading_message, kind_message, reporting_message};
use crate::items::ItemView;
use crate::portfolio::{ItemChoice, ItemOrder};
use crate::reasons::of_item;
use crate::serve::Call;
use crate::snapshot::Snapshot;
use crate::web::charts::cover_bar;
use crate::web::parts::{Column, buyer_address, item_address, status_chip, text_of, text_opt, with_query};
use crate::web::why::reason_list;
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::money::format_minor;
use obligo_rules::reason::Reason;
use serde_json::Value;

/// How a column shows its value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Show {
    Text,
    Document,
    Account,
    Name,
    Kind,
    Day,
    /// An amount in the currency that stands under this name.
    Amount(&'static str),
    Uninsured,
    Cover,
    Status,
    Reporting,
    Flag,
    Reasons,
}

/// A column people may choose.
#[derive(Clone, Copy, Debug)]
pub struct ItemColumn {
    /// Its name in the interchange contract, and in addresses.
    pub name: &'static str,
    show: Show,
    order: Option<ItemOrder>,
    /// Shown unless columns were chosen.
    is_first: bool,
}

const fn column(name: &'static str, show: Show) -> ItemColumn {
    ItemColumn { name, show, order: None, is_first: false }
}

impl ItemColumn {
    const fn first(self) -> ItemColumn {
        ItemColumn { is_first: true, ..self }
    }

    const fn by(self, order: ItemOrder) -> ItemColumn {
        ItemColumn { order: Some(order), ..self }
    }

    /// The heading.
    pub fn heading(&self, words: &Words) -> String {
        words.text(&heading_message(self.name))
    }

    fn is_number(&self) -> bool {
        matches!(self.show, Show::Amount(_) | Show::Uninsured)
    }

    /// Whether the contract has it: the others are made from its figures.
    pub fn is_of_contract(&self) -> bool {
        !matches!(self.show, Show::Uninsured | Show::Cover)
    }
}

/// Every column, in the order of the contract.
pub const COLUMNS: &[ItemColumn] = &[
    column("company", Show::Text),
    column("document_no", Show::Document).first(),
    column("kind", Show::Kind),
    column("account", Show::Account).by(ItemOrder::Account),
    column("branch", Show::Text),
    column("account_type", Show::Text),
    column("name", Show::Name).first(),
    column("policy", Show::Text),
    column("document_date", Show::Day).by(ItemOrder::DocumentDate),
    column("posting_date", Show::Day),
    column("net_due_date", Show::Day).first().by(ItemOrder::NetDueDate),
    column("extended_due_date", Show::Day),
    column("receivable_start", Show::Day),
    column("currency", Show::Text),
    column("amount", Show::Amount("currency")),
    column("open", Show::Amount("currency")).first().by(ItemOrder::Open),
    column("policy_currency", Show::Text),
    column("insurable_open", Show::Amount("policy_currency")),
    column("status", Show::Status).first(),
    column("insured", Show::Amount("policy_currency")).first().by(ItemOrder::Insured),
    column("uninsured", Show::Uninsured).by(ItemOrder::Uninsured),
    column("cover", Show::Cover).first(),
    column("max_term_date", Show::Day),
    column("overdue_date", Show::Day).first().by(ItemOrder::OverdueDate),
    column("exclusion_date", Show::Day).first().by(ItemOrder::ExclusionDate),
    column("non_payment_report_date", Show::Day),
    column("collection_date", Show::Day),
    column("waiting_end", Show::Day),
    column("filing_date", Show::Day),
    column("base_period_end", Show::Day),
    column("reporting_status", Show::Reporting),
    column("reported_on", Show::Day),
    column("follow_up", Show::Flag),
    column("follow_up_on", Show::Day),
    column("blocks_new", Show::Flag),
    column("projected", Show::Flag),
    column("reasons", Show::Reasons),
];

/// The columns the query chooses; those of the start where it chooses none.
pub fn chosen(call: &Call) -> Vec<&'static ItemColumn> {
    let wanted: Vec<&str> = call.queries("column").collect();
    let of_names = COLUMNS.iter().filter(|column| wanted.contains(&column.name)).collect::<Vec<_>>();
    if of_names.is_empty() { COLUMNS.iter().filter(|column| column.is_first).collect() } else { of_names }
}

/// The heads of the columns with the addresses that order by them; `is_ordered` where the list can be.
pub fn heads(call: &Call, chosen: &[&ItemColumn], choice: &ItemChoice, is_ordered: bool) -> Vec<Column> {
    let head = |column: &&ItemColumn| {
        let heading = column.heading(call.words);
        let head = if column.is_number() { Column::number(heading) } else { Column::text(heading) };
        let Some(order) = column.order.filter(|_| is_ordered) else { return head };
        let name = ItemOrder::ALL.iter().find(|(o, _)| *o == order).map_or("", |(_, name)| *name);
        let is_by = choice.order == order;
        // Amounts the largest first; the second press turns it round.
        let descending = if is_by { !choice.descending } else { column.is_number() };
        let turn = if descending { "true" } else { "" };
        Column {
            order_by: Some(with_query(call, &[("order", name), ("descending", turn), ("from", "")])),
            ordered: is_by.then_some(if choice.descending { "descending" } else { "ascending" }),
            ..head
        }
    };
    chosen.iter().map(head).collect()
}

/// An item as cells, each value with the reasons behind it.
pub fn row(words: &Words, snapshot: &Snapshot, chosen: &[&ItemColumn], view: &ItemView) -> Markup {
    let line = view.json(Vec::new());
    let reasons = of_item(view, snapshot, None);
    html! { @for column in chosen { (cell(words, column, view, &line, &reasons)) } }
}

fn cell(words: &Words, column: &ItemColumn, view: &ItemView, line: &Value, reasons: &[Reason]) -> Markup {
    let name = column.name;
    let behind: Vec<Reason> = reasons.iter().filter(|reason| explains(reason, name)).cloned().collect();
    let text = text_opt(line, name);
    let why = |value: Markup| with_reasons(words, &value, &behind);
    match column.show {
        Show::Text => html! { td { (text.unwrap_or("–")) } },
        Show::Document => html! {
            td.date { a href=(item_address(&view.item_name())) { (view.document_no) } }
        },
        Show::Account => html! { td.date { a href=(buyer_address(&view.key.to_string())) { (view.key) } } },
        Show::Name => {
            let account = view.key.to_string();
            let shown = if view.name.is_empty() { &account } else { &view.name };
            html! { td.name { a href=(buyer_address(&account)) title=(account) { (shown) } } }
        }
        Show::Kind => html! { td { (words.text(kind_message(view.kind))) } },
        Show::Day => html! {
            td.date { @match text { Some(iso) => (why(html! { (words.date_text(iso)) })), None => "–" } }
        },
        Show::Amount(currency) => html! {
            td.number {
                @match text {
                    Some(plain) => (why(html! { (words.money(plain, text_of(line, currency))) })),
                    None => "–",
                }
            }
        },
        Show::Uninsured => html! { td.number { (uninsured(words, view)) } },
        Show::Cover => html! { td { (cover(words, view)) } },
        Show::Status => html! { td { (why(status_chip(words, view.insurance.status.code()))) } },
        Show::Reporting => html! {
            td { (why(html! { (words.text(reporting_message(view.insurance.reporting_status))) })) }
        },
        Show::Flag => {
            let said = words.text(if line[name] == true { "yes" } else { "no" });
            html! { td { (why(html! { (said) })) } }
        }
        Show::Reasons => html! { td { (reason_list(words, reasons)) } },
    }
}

/// A value that tells its reasons when pressed.
pub fn with_reasons(words: &Words, value: &Markup, reasons: &[Reason]) -> Markup {
    if reasons.is_empty() {
        return value.clone();
    }
    html! {
        details.why.said {
            summary title=(words.text("why")) { (value) }
            (reason_list(words, reasons))
        }
    }
}

/// What of the item is not insured.
pub fn uninsured(words: &Words, view: &ItemView) -> String {
    let open = view.insurable_open.filter(|_| view.kind.is_debit());
    open.map_or_else(
        || "–".to_owned(),
        |open| {
            let currency = view.policy_currency;
            words.money(&format_minor((open - view.insured).max(0), currency.exponent()), currency.code())
        },
    )
}

/// How far the item is covered; nothing for credits.
pub fn cover(words: &Words, view: &ItemView) -> Markup {
    let Some(share) = view.insured_share() else { return html! { span.quiet { "–" } } };
    let share = share.clamp(0.0, 1.0);
    cover_bar(share, &words.with("buyer-item-covered", &[("share", words.percent(share))]))
}

/// Whether a reason is about this datum.
pub fn explains(reason: &Reason, name: &str) -> bool {
    let of_date = || reason.facts.iter().find(|(fact, _)| *fact == "name").map(|(_, value)| value.as_str());
    match reason.code {
        "amount-converted" | "amount-net-of-vat" => name == "insurable_open",
        "date-max-term" => name == "max_term_date",
        "date-overdue" => name == "overdue_date",
        "date-exclusion" => name == "exclusion_date",
        "date-non-payment-report" => name == "non_payment_report_date",
        "date-collection" => name == "collection_date",
        "date-waiting-end" | "date-waiting-open" => name == "waiting_end",
        "date-filing" | "date-filing-insolvency" => name == "filing_date",
        "date-base-period" => name == "base_period_end",
        "date-kept" => of_date() == Some(name),
        "reported" => matches!(name, "reporting_status" | "reported_on"),
        "follow-up" => matches!(name, "follow_up" | "follow_up_on"),
        "stop-set" => name == "blocks_new",
        "policy-kept" => name == "policy",
        "projected" => name == "projected",
        code if code.starts_with("status-") => name == "status",
        code if code.starts_with("insured-") => name == "insured",
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reasons::{CODES, stated};
    use obligo_rules::calendar::Day;
    use obligo_rules::codes::ItemKind;
    use obligo_rules::item::Insurance;
    use obligo_rules::money::Currency;
    use obligo_store::buyer::AccountKey;
    use std::collections::BTreeSet;

    #[test]
    fn r0_6_every_reason_stands_beside_a_column() {
        let codes = CODES.iter().filter(|code| **code != "date-kept");
        for code in codes.chain(&["status-within-term", "insured-full"]) {
            let reason = stated("R0.6", code, vec![]);
            assert!(COLUMNS.iter().any(|column| explains(&reason, column.name)), "{code}");
        }
        for date in crate::edit::DEADLINE_NAMES {
            let kept = stated("R3.9", "date-kept", vec![("name", date.to_owned())]);
            let beside = COLUMNS.iter().filter(|column| explains(&kept, column.name));
            assert_eq!(beside.map(|column| column.name).collect::<Vec<_>>(), [date]);
        }
    }

    #[test]
    fn every_field_of_the_contract_is_a_column() {
        let day = Day::parse_iso("2024-01-31").unwrap();
        let view = ItemView {
            item_id: 1,
            buyer_id: 1,
            company: "01".to_owned(),
            document_no: "4711".to_owned(),
            kind: ItemKind::Invoice,
            key: AccountKey::default(),
            name: String::new(),
            policy: None,
            document_date: day,
            posting_date: day,
            net_due_date: day,
            extended_due_date: None,
            currency: Currency::EUR,
            amount: 0,
            open: 0,
            policy_currency: Currency::EUR,
            insurable_open: None,
            insured: 0,
            receivable_start: None,
            insurance: Insurance::default(),
            projected: false,
        };
        let line = view.json(Vec::new());
        let contract: BTreeSet<&str> = line.as_object().unwrap().keys().map(String::as_str).collect();
        let columns = COLUMNS.iter().filter(|column| column.is_of_contract());
        assert_eq!(columns.map(|column| column.name).collect::<BTreeSet<_>>(), contract);
    }
}
