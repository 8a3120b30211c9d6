//! Own limits of the demo – kept, nearly used up, exceeded, raised for a while –, a credit group, and exceptions from the credit policy.

use crate::credit::payers::{PayerStanding, standings};
use crate::credit::policy::exceptions::{NewException, add};
use crate::import::Refusal;
use crate::one_row::{OneRow, record};
use crate::session::Session;
use crate::snapshot::Snapshot;
use obligo_rules::calendar::Day;
use obligo_rules::money::format_minor;
use obligo_rules::policy_exception::Differs;
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;
use obligo_store::buyer::AccountKey;

/// Currency of the limits.
const CURRENCY: &str = "EUR";

/// Code and name of the credit group.
const GROUP: (&str, &str) = ("HOLMGARD", "Holmgard Beteiligungen");

/// Payers with limits of their own, and members of the group.
const ALONE: usize = 3;
const MEMBERS: usize = 3;

/// A payer and what it owes, minor units.
struct Owing {
    key: AccountKey,
    outstanding: i64,
    past_due: i64,
}

/// Own limits in per cent of what is past due, outstanding, outstanding too; and days. From a day, until another.
struct Limits {
    percent: [i64; 3],
    days: &'static str,
    from: Day,
    until: Option<Day>,
    reason: &'static str,
}

/// Sets limits for the payers that owe most at the last month-end.
pub fn set(session: &mut Session, month_ends: &[Day]) -> Result<(), Refusal> {
    let [first, .., before, last] = month_ends else { return Ok(()) };
    let payers = owing_most(session, *last)?;
    let (alone, rest) = payers.split_at(payers.len().min(ALONE));
    let usual = |percent, days, reason| Limits { percent, days, from: *first, until: None, reason };
    let limits = [
        usual([50, 125, 140], "45", "Yearly review"),
        usual([150, 105, 115], "90", "Yearly review"),
        usual([150, 90, 100], "90", "Yearly review"),
    ];
    for (payer, limits) in alone.iter().zip(&limits) {
        put(session, Whose::Payer(&payer.key, ""), payer, limits)?;
    }
    if let [overridden, _, raised] = alone {
        let of_company =
            Limits { percent: [100, 40, 50], ..usual([0; 3], "", "What the company decided itself") };
        put(session, Whose::Payer(&overridden.key, "10"), overridden, &of_company)?;
        let until = Some(last.plus_days(40));
        let raise = Limits { from: *before, until, ..usual([150, 130, 150], "90", "Season") };
        put(session, Whose::Payer(&raised.key, ""), raised, &raise)?;
    }
    group(session, rest.get(..MEMBERS).unwrap_or(&[]), *before)?;
    exceptions(session, alone, (*before, *last))?;
    Ok(())
}

fn owing_most(session: &mut Session, day: Day) -> Result<Vec<Owing>, Problem> {
    session.read(|tx| {
        let snapshot = Snapshot::load(tx, AsOf::at(day))?;
        let is_wanted = |payer: &PayerStanding| {
            payer.currency.code() == CURRENCY && payer.standing.outstanding > 0 && payer.standing.past_due > 0
        };
        let mut found: Vec<Owing> = standings(tx, &snapshot)?
            .into_iter()
            .filter(is_wanted)
            .map(|payer| Owing {
                key: snapshot.account(payer.payer),
                outstanding: payer.standing.outstanding,
                past_due: payer.standing.past_due,
            })
            .collect();
        found.sort_by_key(|payer| std::cmp::Reverse(payer.outstanding));
        found.truncate(ALONE + MEMBERS);
        Ok(found)
    })
}

/// Whose limits.
#[derive(Clone, Copy)]
enum Whose<'w> {
    /// A payer's, or what a company sets for it.
    Payer(&'w AccountKey, &'w str),
    /// The group's.
    Group,
}

fn put(session: &mut Session, whose: Whose<'_>, of: &Owing, limits: &Limits) -> Result<(), Refusal> {
    let (account, company, group) = match whose {
        Whose::Payer(key, company) => (Some(key), company, ""),
        Whose::Group => (None, "", GROUP.0),
    };
    let [past_due, outstanding, with_orders] = [
        thousands(of.past_due, limits.percent[0]),
        thousands(of.outstanding, limits.percent[1]),
        thousands(of.outstanding, limits.percent[2]),
    ];
    let part = |part: fn(&AccountKey) -> &str| account.map_or("", part);
    let (from, until) =
        (limits.from.to_string(), limits.until.map(|day| day.to_string()).unwrap_or_default());
    let fields = [
        ("account", part(|key| key.account.as_str())),
        ("branch", part(|key| key.branch.as_str())),
        ("account_type", part(|key| key.account_type.as_str())),
        ("group", group),
        ("company", company),
        ("valid_from", &from),
        ("valid_until", &until),
        ("past_due", &past_due),
        ("outstanding", &outstanding),
        ("outstanding_and_orders", &with_orders),
        ("days_overdue", limits.days),
        ("currency", CURRENCY),
        ("approved_by", "Ines Falkner"),
        ("reason", limits.reason),
    ];
    let row = OneRow { kind: "credit_limits", fields: &fields, reason: limits.reason, companies: None };
    record(session, row).map(|_| ())
}

/// So many per cent of an amount in whole thousands.
fn thousands(minor: i64, percent: i64) -> String {
    format_minor((minor.saturating_mul(percent) / 100 / 100_000).max(1) * 100_000, 2)
}

/// Payers with one owner and a common limit that is nearly used up.
fn group(session: &mut Session, members: &[Owing], from: Day) -> Result<(), Refusal> {
    if members.is_empty() {
        return Ok(());
    }
    let from_text = from.to_string();
    let fields: Vec<[(&str, &str); 7]> = members
        .iter()
        .map(|member| {
            [
                ("group", GROUP.0),
                ("name", GROUP.1),
                ("currency", CURRENCY),
                ("account", &member.key.account),
                ("branch", &member.key.branch),
                ("account_type", &member.key.account_type),
                ("valid_from", &from_text),
            ]
        })
        .collect();
    for fields in &fields {
        record(session, OneRow { kind: "credit_groups", fields, reason: "Common owner", companies: None })?;
    }
    let together = Owing {
        key: AccountKey::default(),
        outstanding: members.iter().map(|member| member.outstanding).sum(),
        past_due: members.iter().map(|member| member.past_due).sum(),
    };
    let limits = Limits { percent: [80, 108, 120], days: "120", from, until: None, reason: "Common owner" };
    put(session, Whose::Group, &together, &limits)
}

/// One exception that holds, one that has ended.
fn exceptions(session: &mut Session, payers: &[Owing], (before, last): (Day, Day)) -> Result<(), Problem> {
    let granted = [
        (Differs::PaymentTerms, "90", "Annual contract signed at the fair", last.plus_days(120)),
        (
            Differs::Handling,
            "The account manager calls, nobody else",
            "Dispute about a delivery",
            last.plus_days(-7),
        ),
    ];
    for (payer, (differs, value, reason, until)) in payers.iter().zip(granted) {
        let new = NewException {
            account: payer.key.to_string(),
            differs,
            value: value.to_owned(),
            approver: Some("Ines Falkner".to_owned()),
            reason: reason.to_owned(),
            valid_from: Some(before),
            valid_until: until,
        };
        add(session, &new)?;
    }
    Ok(())
}
