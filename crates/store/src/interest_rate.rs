//! Terms of late interest that the house recorded (R9.8).

use crate::as_of::{day_of, day_param};
use crate::company::next_id;
use crate::tx::Tx;
use crate::version::Recorded;
use obligo_rules::late_interest::{InterestTerms, Percent};
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;

/// Records the terms of a country from a day on; other ones of the same day supersede those known.
pub fn interest_rate_put(tx: &Tx<'_>, entry: i64, terms: &InterestTerms) -> Result<Recorded, Problem> {
    let known = interest_rate_all(tx)?;
    let is_same_day =
        |row: &&InterestTerms| (&row.country, row.valid_from) == (&terms.country, terms.valid_from);
    let last = known.iter().rfind(is_same_day);
    if last == Some(terms) {
        return Ok(Recorded::Same);
    }
    let lowest = terms.lowest_agreed.map(|percent| percent.to_string()).unwrap_or_default();
    let (reference, margin) = (terms.reference.to_string(), terms.margin.to_string());
    tx.exec(
        "INSERT INTO interest_rate (interest_rate_id, country, valid_from, valid_until, reference_rate, margin, lowest_agreed, compensation, \
         reminder_charge, collection_charge, currency, source, entry) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        &[
            next_id(tx, "interest_rate", "interest_rate_id")?.into(),
            (&terms.country).into(),
            day_param(terms.valid_from),
            day_param(terms.valid_until),
            (&reference).into(),
            (&margin).into(),
            (&lowest).into(),
            terms.compensation.into(),
            terms.reminder_charge.into(),
            terms.collection_charge.into(),
            terms.currency.code().into(),
            (&terms.source).into(),
            entry.into(),
        ],
    )?;
    Ok(if last.is_some() { Recorded::Changed } else { Recorded::New })
}

/// The terms that hold of those recorded, in recorded order: the last of each country and first day.
pub fn interest_rate_all(tx: &Tx<'_>) -> Result<Vec<InterestTerms>, Problem> {
    let mut all: Vec<InterestTerms> = Vec::new();
    tx.each(
        "SELECT country, valid_from, valid_until, reference_rate, margin, lowest_agreed, compensation, reminder_charge, collection_charge, currency, \
         source FROM interest_rate ORDER BY interest_rate_id",
        &[],
        |row| {
            let percent = |column: usize| Percent::parse(row.text(column));
            let parts = (percent(3), percent(4), Currency::parse(row.text(9)));
            if let (Some(reference), Some(margin), Some(currency)) = parts {
                let (country, valid_from) = (row.text(0).to_owned(), day_of(row.int(1)));
                all.retain(|known| (&known.country, known.valid_from) != (&country, valid_from));
                all.push(InterestTerms {
                    country,
                    valid_from,
                    valid_until: day_of(row.int(2)),
                    reference,
                    margin,
                    lowest_agreed: percent(5),
                    compensation: row.int(6),
                    reminder_charge: row.int_opt(7),
                    collection_charge: row.int_opt(8),
                    currency,
                    source: row.text(10).to_owned(),
                });
            }
            Ok(())
        },
    )?;
    Ok(all)
}
