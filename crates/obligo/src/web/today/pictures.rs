//! The portfolio in pictures, with the numbers behind them.

use super::View;
use crate::web::charts::{
    AgeBucket, BuyerShare, Standing, ageing_chart, concentration_chart, standing_chart,
};
use maud::{Markup, html};
use obligo_rules::problem::Problem;

/// The section: for each currency the standing over time, the ages, the largest buyers.
pub fn section(view: &View<'_>) -> Result<Markup, Problem> {
    let words = view.words;
    // Over time the whole group is shown, so not to somebody who may see a part of it only.
    let trend = if view.call.caller.sees_whole_group() {
        view.call.house.keeper.trend(view.call.today())?
    } else {
        None
    };
    Ok(html! {
        @for of_currency in &view.overview.currencies {
            @let (currency, code) = (of_currency.currency, of_currency.currency.code().to_lowercase());
            @let points = trend.iter().flat_map(|days| days.iter()).filter_map(|day| {
                let (_, insured, uninsured) = day.by_currency.get(currency.code())?;
                Some(Standing { day: day.day, insured: *insured, uninsured: *uninsured })
            }).collect::<Vec<_>>();
            @let ages = of_currency.ages.map(|parts| AgeBucket { insured: parts.insured, uninsured: parts.uninsured });
            @let buyers = of_currency.largest.iter().map(|(id, parts)| BuyerShare {
                name: view.portfolio.snapshot.buyers.get(id).map(|buyer| buyer.name.clone()).unwrap_or_default(),
                insured: parts.insured,
                uninsured: parts.uninsured,
            }).collect::<Vec<_>>();
            @if !points.is_empty() { section.card { (standing_chart(words, &format!("standing-{code}"), currency, &points)) } }
            div.grid.wide {
                section.card { (ageing_chart(words, &format!("ages-{code}"), currency, &ages)) }
                section.card { (concentration_chart(words, &format!("largest-{code}"), currency, of_currency.total.open(), &buyers)) }
            }
        }
    })
}
