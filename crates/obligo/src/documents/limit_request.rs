//! The letter that asks the insurer for limits (R2.1): what was requested and waits for an answer. Where it is told to, it records the
//! requested sum and date first.

use super::Making;
use super::declared;
use super::definition::{Audience, Definition, Parameter, ParameterKind, TABLES};
use super::letter;
use super::values::{amount_of, column, day_of, state, text, text_of};
use crate::access::roles::Permission;
use crate::co_insured::TypedAccount;
use crate::credit::RecordsRequest;
use crate::credit::limit_requests::{limit_requests, none_sent, not_ahead};
use crate::import::Refusal;
use crate::limits::{LimitsRequest, limits};
use crate::one_row::{OneRow, record as record_row};
use crate::serve::Access;
use crate::session::point_in_time;
use crate::snapshot::Snapshot;
use crate::words::Words;
use obligo_reports::{Block, ColumnKind, Report, Row, Table, Value};
use obligo_rules::calendar::Day;
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;
use obligo_store::buyer::Buyer;
use serde_json::Value as Json;

/// See the module.
pub const DEFINITION: Definition = Definition {
    name: "limit-request",
    about: "The letter that asks the insurer for limits: of one buyer, or all requests that wait for an answer (R2.1)",
    audience: Audience::Insurer,
    access: Access::WholeGroup(Permission::Read),
    parameters: &[
        Parameter::new("policy", ParameterKind::Policy, "Policy, for example ACR/A").required(),
        Parameter::new("account", ParameterKind::Account, "Only this buyer, for example 1001 or 1001/0/D"),
        Parameter::new("amount", ParameterKind::Amount, "To record: the sum that is requested").recorded(),
        Parameter::new(
            "requested_on",
            ParameterKind::Day,
            "To record: the day of the request. Default: today",
        )
        .recorded(),
    ],
    formats: TABLES,
    example: "--policy ACR/A --account 1001 --amount 50000 --record",
    build,
    record: Some(record),
};

/// States of a request that waits for an answer.
const WAITING: [&str; 2] = ["draft", "requested"];

/// Records the requested sum and date through the door. Errors: `report-parameter-missing` (usage), and those of importing a limit. Role:
/// clerk.
fn record(making: &mut Making<'_>) -> Result<(), Refusal> {
    let request = making.request;
    let account = TypedAccount::new(request.needed("account")?, "", "");
    let day = making.session.today();
    let today = day.to_string();
    let requested_on = request.text("requested_on").unwrap_or(&today);
    not_ahead(Day::parse_iso(requested_on).unwrap_or(day), day)?;
    none_sent(making.session, request.needed("account")?, request.needed("policy")?, requested_on)?;
    let fields = [
        ("policy", request.needed("policy")?),
        ("account", &account.account),
        ("branch", &account.branch),
        ("account_type", &account.account_type),
        ("valid_from", requested_on),
        ("requested_amount", request.needed("amount")?),
        ("requested_on", requested_on),
    ];
    record_row(making.session, OneRow { kind: "limits", fields: &fields, reason: "", companies: None })?;
    Ok(())
}

/// Numbers of the requests that wait and that the letter tells of.
pub(super) fn requests_told(making: &mut Making<'_>) -> Result<Vec<i64>, Problem> {
    let policy = making.request.needed("policy")?.to_owned();
    let account = making.request.text("account").map(str::to_owned);
    let wanted =
        RecordsRequest { policy: Some(policy), account, ..RecordsRequest::at(making.session.today()) };
    let mut told = Vec::new();
    limit_requests(making.session, &wanted, &mut |line| {
        told.extend(line["request"].as_i64());
        Ok(())
    })?;
    Ok(told)
}

fn build(making: &mut Making<'_>) -> Result<Report, Problem> {
    let (words, request) = (making.words, making.request);
    let policy = request.needed("policy")?;
    let today = making.session.today();
    let snapshot = making.session.read(|tx| Snapshot::load(tx, point_in_time(tx, today, None)?))?;
    let loaded = snapshot.policy(policy)?.clone();
    let wanted = LimitsRequest {
        as_of: today,
        known_at: None,
        policy: Some(policy.to_owned()),
        account: request.text("account").map(str::to_owned),
        all: false,
    };
    let (mut waiting, mut sums) = (Vec::new(), Vec::new());
    limits(making.session, &wanted, &mut |line| {
        if WAITING.contains(&line["state"].as_str().unwrap_or("")) && line["requested_amount"].is_string() {
            waiting.push(line);
        } else if line["in_force"] == true && line["top_up"] != true {
            sums.push(line);
        }
        Ok(())
    })?;
    if waiting.is_empty() {
        return Err(Problem::refused("report-no-request").with("policy", policy));
    }
    let dated =
        waiting.iter().filter_map(|line| line["requested_on"].as_str().and_then(Day::parse_iso)).max();
    let mut letter = letter::to_insurer(words, &snapshot, &loaded, dated.unwrap_or(today));
    let count = [("count", waiting.len().to_string())];
    letter.opening = vec![words.with("report-opening-limit-request", &count)];
    letter.closing.insert(0, words.text("report-request-answer"));
    let mut blocks = Vec::new();
    if let [only] = waiting.as_slice() {
        blocks.extend(buyer(&snapshot, only).map(|buyer| Block::Facts(identity(words, buyer))));
    }
    blocks.push(Block::Table(requests(words, &snapshot, &waiting, &sums)));
    let subtitle = match waiting.as_slice() {
        [only] => only["name"].as_str().unwrap_or("").to_owned(),
        _ => format!("{policy} {}", loaded.policy.name).trim().to_owned(),
    };
    Ok(Report {
        name: DEFINITION.name.to_owned(),
        title: words.text("report-limit-request"),
        subtitle,
        mark: None,
        letter: Some(letter),
        facts: Vec::new(),
        blocks,
        main_table: "requests".to_owned(),
        made_from: state(making)?,
        made_on: Some(dated.unwrap_or(today)),
    })
}

fn buyer<'s>(snapshot: &'s Snapshot, line: &Json) -> Option<&'s Buyer> {
    let account = declared::account_of(line);
    let prospect = line["prospect"] == true;
    snapshot.buyers.values().find(|buyer| {
        if prospect { line["legal_entity"] == buyer.key.prospect } else { buyer.key.to_string() == account }
    })
}

/// What the insurer finds a buyer by.
fn identity(words: &Words, buyer: &Buyer) -> Vec<obligo_reports::Fact> {
    let address = buyer.postal_address.replace('\n', ", ");
    let named = [
        ("name", "col-name", buyer.name.as_str()),
        ("postal_address", "master-postal-address", address.as_str()),
        ("country", "col-country", buyer.country.as_str()),
        ("register_no", "buyer-register-no", buyer.register_no.as_str()),
        ("vat_id", "buyer-vat-id", buyer.vat_id.as_str()),
        ("lei", "buyer-lei", buyer.lei.as_str()),
        ("payment_terms", "buyer-payment-terms", buyer.payment_terms.as_str()),
    ];
    let given = named.into_iter().filter(|(_, _, value)| !value.is_empty());
    given.map(|(key, id, value)| obligo_reports::Fact::new(key, words.text(id), text(value))).collect()
}

fn currency_of(line: &Json) -> Currency {
    line["currency"].as_str().and_then(Currency::parse).unwrap_or(Currency::EUR)
}

fn requests(words: &Words, snapshot: &Snapshot, waiting: &[Json], sums: &[Json]) -> Table {
    let columns = [
        column(words, "account", ColumnKind::Text),
        column(words, "name", ColumnKind::Text),
        column(words, "country", ColumnKind::Text),
        column(words, "risk_number", ColumnKind::Text),
        column(words, "insured_sum", ColumnKind::Amount),
        column(words, "requested_amount", ColumnKind::Amount),
        column(words, "currency", ColumnKind::Text),
        column(words, "requested_on", ColumnKind::Day),
    ];
    let row = |line: &Json| {
        let account = declared::account_of(line);
        let currency = currency_of(line);
        let of_buyer = |other: &&Json| declared::account_of(other) == account && line["prospect"] != true;
        let sum = sums.iter().find(of_buyer);
        let buyer = buyer(snapshot, line);
        let risk_number = buyer.map_or("", |buyer| declared::risk_number(snapshot, buyer.buyer_id));
        Row::plain(vec![
            if line["prospect"] == true { text_of(line, "legal_entity") } else { text(account) },
            text_of(line, "name"),
            text(buyer.map_or("", |buyer| buyer.country.as_str())),
            text(risk_number),
            sum.map_or(Value::Empty, |sum| amount_of(sum, "amount", currency_of(sum))),
            amount_of(line, "requested_amount", currency),
            text(currency.code()),
            day_of(line, "requested_on"),
        ])
    };
    Table {
        key: "requests".to_owned(),
        title: words.text("report-requests"),
        columns: columns.into(),
        rows: waiting.iter().map(row).collect(),
        empty: String::new(),
    }
}
