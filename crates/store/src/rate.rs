//! Exchange rates (R0.7).

use crate::as_of::{day_of, day_param};
use crate::tx::{Param, Tx};
use crate::version::Recorded;
use obligo_rules::calendar::Day;
use obligo_rules::money::{Currency, Rate};
use obligo_rules::problem::Problem;
use std::collections::HashMap;

/// Records a rate; an earlier one of the same day is kept and reported as [`Recorded::Changed`] for the caller to refuse.
pub fn rate_add(
    tx: &Tx<'_>,
    entry: i64,
    base: Currency,
    currency: Currency,
    date: Day,
    rate: Rate,
) -> Result<Recorded, Problem> {
    let key = [Param::Text(base.code()), Param::Text(currency.code()), day_param(date)];
    let known = rate_known(tx, base, currency, date)?;
    let text = rate.to_string();
    match known {
        Some(known) if known == text => Ok(Recorded::Same),
        Some(_) => Ok(Recorded::Changed),
        None => {
            let mut params = key.to_vec();
            params.extend([Param::Text(&text), Param::Int(entry)]);
            tx.exec(
                "INSERT INTO rate (base, currency, date, rate, entry) VALUES ($1, $2, $3, $4, $5)",
                &params,
            )?;
            Ok(Recorded::New)
        }
    }
}

/// The rate on record for a day, as written.
pub fn rate_known(
    tx: &Tx<'_>,
    base: Currency,
    currency: Currency,
    date: Day,
) -> Result<Option<String>, Problem> {
    tx.one(
        "SELECT rate FROM rate WHERE base = $1 AND currency = $2 AND date = $3",
        &[Param::Text(base.code()), Param::Text(currency.code()), day_param(date)],
        |row| Ok(row.text(0).to_owned()),
    )
}

/// The rates table in memory.
#[derive(Clone, Debug, Default)]
pub struct Rates {
    by_pair: HashMap<(Currency, Currency), Vec<(Day, Rate)>>,
}

impl Rates {
    /// Adds a rate known from elsewhere; days of a pair in ascending order.
    pub fn push(&mut self, base: Currency, currency: Currency, day: Day, rate: Rate) {
        self.by_pair.entry((base, currency)).or_default().push((day, rate));
    }

    fn quoted(&self, base: Currency, currency: Currency, day: Day) -> Option<Rate> {
        let days = self.by_pair.get(&(base, currency))?;
        let after = days.partition_point(|(date, _)| *date <= day);
        Some(days[after.checked_sub(1)?].1)
    }

    /// Units of `currency` for one unit of `policy_currency`, from the latest rates dated on or before `day`: quoted directly, the other
    /// way round, or both against a common base. No rate: refused, naming pair and date.
    pub fn rate(&self, policy_currency: Currency, currency: Currency, day: Day) -> Result<Rate, Problem> {
        if currency == policy_currency {
            return Ok(Rate::ONE);
        }
        let direct = self.quoted(policy_currency, currency, day);
        let found = direct
            .or_else(|| self.quoted(currency, policy_currency, day).and_then(|rate| Rate::ONE.cross(rate)))
            .or_else(|| {
                let mut bases: Vec<Currency> = self.by_pair.keys().map(|(base, _)| *base).collect();
                bases.sort_unstable();
                bases.dedup();
                bases.into_iter().find_map(|base| {
                    self.quoted(base, currency, day)?.cross(self.quoted(base, policy_currency, day)?)
                })
            });
        found.ok_or_else(|| {
            Problem::refused("rate-missing")
                .with("base", policy_currency)
                .with("currency", currency)
                .with("date", day)
        })
    }
}

/// All rates known.
pub fn rate_all(tx: &Tx<'_>, known: i64) -> Result<Rates, Problem> {
    let mut rates = Rates::default();
    tx.each(
        "SELECT base, currency, date, rate FROM rate WHERE entry <= $1 ORDER BY base, currency, date",
        &[Param::Int(known)],
        |row| {
            let pair = (Currency::parse(row.text(0)), Currency::parse(row.text(1)), Rate::parse(row.text(3)));
            if let (Some(base), Some(currency), Some(rate)) = pair {
                rates.push(base, currency, day_of(row.int(2)), rate);
            }
            Ok(())
        },
    )?;
    Ok(rates)
}
