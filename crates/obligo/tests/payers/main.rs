//! Payers: who pays for whom, own limits 1 to 4, credit groups and payment behaviour (R9.1, R9.2; FR-02, FR-10, FR-14).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../import_master/desk.rs"]
#[allow(dead_code)]
mod desk;
mod groups;
mod imports;
mod peers;
mod roll_up;

use desk::{COVERS, Desk};
use obligo::credit::payers::{PayerBook, PayerStanding, standing_of};
use obligo::snapshot::Snapshot;
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;

const BUYERS: &str = "account,branch,account_type,name,country,currency,credit_limit,credit_manager,payer\n";
const ITEMS: &str =
    "company,document_no,kind,account,branch,account_type,document_date,net_due_date,currency,amount\n";
const SETTLEMENTS: &str = "company,document_no,kind,date,amount,method\n";
const LIMITS: &str = "account,group,company,valid_from,valid_until,past_due,outstanding,outstanding_and_orders,days_overdue,currency,approved_by,reason\n";
const GROUPS: &str = "group,name,currency,account,valid_from,valid_until\n";

fn day(text: &str) -> Day {
    Day::parse_iso(text).unwrap()
}

/// A payer 2001 that pays for 2002 and, through it, for 2003; 2004 pays itself in US dollars. One company's invoices stand in both.
fn payers() -> Desk {
    let mut desk = Desk::new();
    desk.takes("companies", "company,name,currency\n01,Muster GmbH,EUR\n02,Muster AB,EUR\n");
    desk.takes("rates", "date,base,currency,rate\n2024-01-01,EUR,USD,1.25\n2024-06-01,EUR,USD,2\n");
    desk.takes(
        "buyers",
        &format!(
            "{BUYERS}2003,0,D,Shop,DE,EUR,,CLERK,2002\n2002,0,D,Branch,DE,EUR,,CLERK,2001/0/D\n\
             2001,0,D,Head,DE,EUR,10000.00,SENIOR,\n2004,0,D,Abroad,US,USD,5000.00,SENIOR,2004\n"
        ),
    );
    desk
}

/// The payers of a day.
fn book(desk: &mut Desk, key_date: &str) -> Result<PayerBook, Problem> {
    desk.session.read(|tx| PayerBook::load(tx, &Snapshot::load(tx, AsOf::at(day(key_date)))?))
}

/// How the payer of an account stands, and that asking for it alone says the same.
fn standing(desk: &mut Desk, account: &str, key_date: &str) -> PayerStanding {
    let (of_all, alone) = desk
        .session
        .read(|tx| {
            let snapshot = Snapshot::load(tx, AsOf::at(day(key_date)))?;
            let id = snapshot.buyers.values().find(|b| b.key.account == account).unwrap().buyer_id;
            let of_all = PayerBook::load(tx, &snapshot)?.of_customer(id).cloned();
            Ok((of_all, standing_of(tx, &snapshot, id)?))
        })
        .unwrap();
    assert_eq!(of_all, alone, "{account} alone and among all");
    of_all.unwrap()
}

fn accounts(desk: &mut Desk, ids: &[i64]) -> Vec<String> {
    let snapshot = desk.session.read(|tx| Snapshot::load(tx, AsOf::at(Day::LAST))).unwrap();
    ids.iter().map(|id| snapshot.account(*id).account).collect()
}
