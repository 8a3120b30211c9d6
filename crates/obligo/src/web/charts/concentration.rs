//! The largest buyers and their share of all that is open.

use super::frame::{Fill, Frame, block, legend, short_name};
use super::numbers::numbers_behind;
use crate::messages::visible;
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::money::{Currency, format_minor};

/// Height of one buyer's two lines, in pixels.
const ROW: usize = 40;

/// Longer names run into their figure on a telephone.
const NAME_CHARACTERS: usize = 26;

/// What is open of one buyer. Amounts in minor units.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BuyerShare {
    /// Name.
    pub name: String,
    /// Insured part.
    pub insured: i64,
    /// Uninsured part.
    pub uninsured: i64,
}

impl BuyerShare {
    fn parts(&self) -> [i128; 2] {
        [self.insured, self.uninsured].map(|amount| i128::from(amount.max(0)))
    }

    fn open(&self) -> i64 {
        self.insured.saturating_add(self.uninsured)
    }
}

/// The largest buyers as bars, in the order given, each with its share of `total_open`, the open items of all buyers.
#[must_use]
pub fn concentration_chart(
    words: &Words,
    id: &str,
    currency: Currency,
    total_open: i64,
    buyers: &[BuyerShare],
) -> Markup {
    let money = |minor: i64| words.money(&format_minor(minor, currency.exponent()), currency.code());
    let share = |amount: i64| {
        let share = if total_open > 0 { amount.max(0) as f64 / total_open as f64 } else { 0.0 };
        words.percent(share.min(1.0))
    };
    let all = buyers.iter().map(BuyerShare::open).fold(0_i64, i64::saturating_add);
    let facts = [("count", buyers.len().to_string()), ("share", share(all)), ("open", money(total_open))];
    let frame = Frame {
        id,
        title: words.text("chart-concentration"),
        unit: String::new(),
        description: words.with("chart-concentration-description", &facts),
        height: u32::try_from(buyers.len() * ROW).unwrap_or(u32::MAX),
        class: "plot-bare",
    };
    let longest = buyers.iter().map(|b| b.parts().iter().sum::<i128>()).max().unwrap_or(0);
    if longest == 0 {
        return frame.nothing(words);
    }
    let x = |amount: i128| amount as f64 * 100.0 / longest as f64;
    let names = [words.text("chart-insured"), words.text("chart-uninsured")];
    let inside = html! {
        @for (n, buyer) in buyers.iter().enumerate() {
            @let [insured, uninsured] = buyer.parts();
            g {
                title { (visible(&buyer.name)) ": " (money(buyer.open())) }
                text.bar-name x="0" y=(n * ROW + 14) { (short_name(&buyer.name, NAME_CHARACTERS)) }
                text.bar-figure x="100%" y=(n * ROW + 14) { (money(buyer.open())) tspan.bar-share dx="8" { (share(buyer.open())) } }
                svg x="0" y=(n * ROW + 21) width="100%" height="9" {
                    rect.bar-track width="100%" height="100%" {}
                    @for (fill, from, width) in [(Fill::Insured, 0, insured), (Fill::Uninsured, insured, uninsured)] {
                        @if width > 0 { (block(id, fill, (x(from), 0.0), (x(width), 100.0), "")) }
                    }
                }
            }
        }
    };
    let legend = legend(
        id,
        &Markup::default(),
        &[
            (Fill::Insured, names[0].clone(), String::new()),
            (Fill::Uninsured, names[1].clone(), String::new()),
        ],
    );
    let [insured, uninsured] = names;
    let headings = [words.text("chart-buyer"), insured, uninsured, words.text("chart-share")];
    let rows: Vec<Vec<String>> = buyers
        .iter()
        .map(|b| vec![visible(&b.name), money(b.insured), money(b.uninsured), share(b.open())])
        .collect();
    let numbers = numbers_behind(words, &words.text("chart-concentration"), &headings, &rows);
    frame.figure(&inside, &legend, &numbers)
}
