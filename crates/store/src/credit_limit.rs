//! Own limits 1 to 4 of payers and credit groups, and what companies set instead (R9.1): every record stays.

use crate::as_of::{AsOf, day_of};
use crate::tx::Tx;
use crate::version::{Recorded, version_each, version_put};
use obligo_rules::credit_limit::DatedLimits;
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;
use obligo_rules::standing::CreditLimits;

/// Whose limits: a payer or a group, as a whole or in the books of one company.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct LimitsOf {
    /// The payer, the store's number; 0 for a group.
    pub buyer_id: i64,
    /// Code of the group; empty for a payer.
    pub credit_group: String,
    /// The company, the store's number; 0 for the whole.
    pub company_id: i64,
}

impl LimitsOf {
    /// Of a payer as a whole.
    #[must_use]
    pub fn payer(buyer_id: i64) -> LimitsOf {
        LimitsOf { buyer_id, credit_group: String::new(), company_id: 0 }
    }

    /// Of a group as a whole.
    #[must_use]
    pub fn group(code: &str) -> LimitsOf {
        LimitsOf { buyer_id: 0, credit_group: code.to_owned(), company_id: 0 }
    }
}

/// A record of limits. Amounts in minor units of its currency.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CreditLimitRow {
    /// Whose.
    pub whose: LimitsOf,
    /// Limits and days.
    pub dated: DatedLimits,
    /// Currency of the amounts.
    pub currency: Currency,
    /// Who approved them; may be empty.
    pub approved_by: String,
    /// Why; may be empty.
    pub reason: String,
    /// The audit entry that recorded it.
    pub entry: i64,
}

/// Records limits; another record of the same first day is replaced and stays readable as it was known.
pub fn credit_limit_put(tx: &Tx<'_>, entry: i64, row: &CreditLimitRow) -> Result<Recorded, Problem> {
    let limits = &row.dated.limits;
    let values = [
        ("valid_until", row.dated.valid_until.into()),
        ("past_due", limits.past_due.into()),
        ("outstanding", limits.outstanding.into()),
        ("outstanding_and_orders", limits.outstanding_and_orders.into()),
        ("days_overdue", limits.days_overdue.map(i64::from).into()),
        ("currency", row.currency.code().into()),
        ("approved_by", row.approved_by.as_str().into()),
        ("reason", row.reason.as_str().into()),
    ];
    let key = [
        ("buyer_id", row.whose.buyer_id.into()),
        ("credit_group", row.whose.credit_group.as_str().into()),
        ("company_id", row.whose.company_id.into()),
    ];
    version_put(tx, entry, "credit_limit", &key, row.dated.valid_from, &values)
}

/// The records that have begun by a point in time, ended ones too, in the order in which they begin.
pub fn credit_limit_all(tx: &Tx<'_>, as_of: AsOf) -> Result<Vec<CreditLimitRow>, Problem> {
    let mut all = Vec::new();
    version_each(
        tx,
        "credit_limit",
        "buyer_id, credit_group, company_id, valid_from, valid_until, past_due, outstanding, outstanding_and_orders, \
         days_overdue, currency, approved_by, reason, entry",
        as_of,
        |row| {
            all.push(CreditLimitRow {
                whose: LimitsOf {
                    buyer_id: row.int(0),
                    credit_group: row.text(1).to_owned(),
                    company_id: row.int(2),
                },
                dated: DatedLimits {
                    valid_from: day_of(row.int(3)),
                    valid_until: row.int_opt(4).map(day_of),
                    limits: CreditLimits {
                        past_due: row.int_opt(5),
                        outstanding: row.int_opt(6),
                        outstanding_and_orders: row.int_opt(7),
                        days_overdue: row.int_opt(8).and_then(|days| i32::try_from(days).ok()),
                    },
                },
                currency: Currency::parse(row.text(9)).unwrap_or(Currency::EUR),
                approved_by: row.text(10).to_owned(),
                reason: row.text(11).to_owned(),
                entry: row.int(12),
            });
            Ok(())
        },
    )?;
    Ok(all)
}
