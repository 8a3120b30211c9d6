//! The portfolio for the management, pictures first: what is insured over time, by age, by buyer and by country, and why the rest is not.

use super::Making;
use super::book::{AS_OF, Book, KNOWN_AT};
use super::days_overdue::percent;
use super::definition::{Audience, Definition, PICTURES};
use super::listing::under;
use super::values::{column, text};
use crate::access::roles::Permission;
use crate::portfolio::{CurrencyOverview, DayStanding, Parts, trend};
use crate::serve::Access;
use crate::words::Words;
use obligo_reports::{Block, Chart, ChartKind, ColumnKind, Fact, Point, Report, Row, Series, Table, Value};
use obligo_rules::money::{Currency, format_minor};
use obligo_rules::open_amounts::ratio;
use obligo_rules::problem::Problem;

/// See the module.
pub const DEFINITION: Definition = Definition {
    name: "portfolio",
    about: "The receivables in pictures: insured and not, over time, by age, buyer, country and reason",
    audience: Audience::Management,
    access: Access::Allowed(Permission::Read),
    parameters: &[AS_OF, KNOWN_AT],
    formats: PICTURES,
    example: "--as-of 2024-06-30",
    build,
    record: None,
};

/// Messages of the ages, in the order of [`CurrencyOverview::ages`].
const AGES: [&str; 5] =
    ["chart-age-not-due", "chart-age-30", "chart-age-60", "chart-age-90", "chart-age-more"];

/// Countries with bars of their own.
const COUNTRIES: usize = 15;

fn build(making: &mut Making<'_>) -> Result<Report, Problem> {
    let words = making.words;
    let book = Book::of(making)?;
    // Over time the whole group is shown, as known now, so not to somebody who may see a part of it, nor looking back.
    let shows_trend = book.companies.is_none() && making.request.day("known_at").is_none();
    let standings = if shows_trend { trend(&making.session.store, book.day())? } else { Vec::new() };
    let overview = book.portfolio.overview(book.companies.as_ref());
    let mut blocks = Vec::new();
    for of_currency in &overview.currencies {
        if !blocks.is_empty() {
            blocks.push(Block::NewPage);
        }
        let part = Part { words, book: &book, of_currency };
        blocks.extend(part.blocks(&standings));
    }
    if blocks.is_empty() {
        blocks.push(Block::Text(words.text("report-portfolio-none")));
    }
    Ok(book.report(words, DEFINITION.name, blocks))
}

/// What one currency shows.
struct Part<'p> {
    words: &'static Words,
    book: &'p Book,
    of_currency: &'p CurrencyOverview,
}

impl Part<'_> {
    fn currency(&self) -> Currency {
        self.of_currency.currency
    }

    fn key(&self, name: &str) -> String {
        format!("{name}-{}", self.currency().code().to_lowercase())
    }

    fn money(&self, minor: i64) -> String {
        self.words.money(&format_minor(minor, self.currency().exponent()), self.currency().code())
    }

    fn amount(&self, minor: i64) -> Value {
        Value::Amount(minor, self.currency())
    }

    fn blocks(&self, standings: &[DayStanding]) -> Vec<Block> {
        let mut blocks = vec![Block::Heading(self.currency().code().to_owned()), Block::Facts(self.facts())];
        blocks.extend(self.over_time(standings).map(Block::Chart));
        blocks.push(Block::Chart(self.ages()));
        blocks.push(Block::Chart(self.largest()));
        blocks.push(Block::Chart(self.countries()));
        blocks.push(Block::Table(self.buyers()));
        blocks.push(Block::Table(self.reasons()));
        blocks
    }

    fn facts(&self) -> Vec<Fact> {
        let words = self.words;
        let total = self.of_currency.total;
        let past_due =
            self.of_currency.ages[1..].iter().fold(0_i64, |sum, age| sum.saturating_add(age.open()));
        vec![
            Fact::new("exposure", words.text("chart-exposure"), self.amount(total.open())),
            Fact::new("insured", words.text("chart-insured"), self.amount(total.insured)),
            Fact::new("uninsured", words.text("chart-uninsured"), self.amount(total.uninsured)),
            Fact::new(
                "insured_share",
                words.text("report-insured-share"),
                percent(ratio(total.insured, total.open())),
            ),
            Fact::new("past_due", words.text("report-past-due"), self.amount(past_due)),
            Fact::new(
                "past_due_share",
                words.text("report-past-due-share"),
                percent(ratio(past_due, total.open())),
            ),
        ]
    }

    fn over_time(&self, standings: &[DayStanding]) -> Option<Chart> {
        let of_currency = standings.iter().filter_map(|standing| {
            let (_, insured, uninsured) = standing.by_currency.get(self.currency().code())?;
            Some((Value::Day(standing.day), Parts { insured: *insured, uninsured: *uninsured }, standing.day))
        });
        let points: Vec<_> = of_currency.collect();
        let (first, last) = (points.first()?, points.last()?);
        let facts = [
            ("from", self.words.date(first.2)),
            ("to", self.words.date(last.2)),
            ("insured", self.money(last.1.insured)),
            ("uninsured", self.money(last.1.uninsured)),
        ];
        let description = self.words.with("chart-standing-description", &facts);
        let points: Vec<_> = points.into_iter().map(|(at, parts, _)| (at, parts)).collect();
        Some(self.chart("insured-over-time", "chart-standing", description, ChartKind::Areas, &points))
    }

    fn ages(&self) -> Chart {
        let words = self.words;
        let (total, ages) = (self.of_currency.total, &self.of_currency.ages);
        let overdue = ages[1..].iter().fold(0_i64, |sum, age| sum.saturating_add(age.open()));
        let facts = [
            ("insured", self.money(total.insured)),
            ("uninsured", self.money(total.uninsured)),
            ("overdue", self.money(overdue)),
        ];
        let description = words.with("chart-ageing-description", &facts);
        let points: Vec<_> =
            AGES.iter().zip(ages).map(|(age, parts)| (text(words.text(age)), *parts)).collect();
        self.chart("ages", "chart-ageing", description, ChartKind::Columns, &points)
    }

    fn name(&self, buyer_id: i64) -> String {
        self.book.portfolio.snapshot.buyers.get(&buyer_id).map(|buyer| buyer.name.clone()).unwrap_or_default()
    }

    fn largest(&self) -> Chart {
        let largest = &self.of_currency.largest;
        let open = largest.iter().fold(0_i64, |sum, (_, parts)| sum.saturating_add(parts.open()));
        let all = self.of_currency.total.open();
        let share = ratio(open, all).unwrap_or_default();
        let facts = [
            ("count", largest.len().to_string()),
            ("share", self.words.percent_of_100(&share.to_string())),
            ("open", self.money(all)),
        ];
        let description = self.words.with("chart-concentration-description", &facts);
        let points: Vec<_> = largest.iter().map(|(id, parts)| (text(self.name(*id)), *parts)).collect();
        self.chart("largest-buyers", "chart-concentration", description, ChartKind::Bars, &points)
    }

    fn countries(&self) -> Chart {
        let words = self.words;
        let mut countries: Vec<(&String, Parts)> =
            self.of_currency.countries.iter().map(|(country, parts)| (country, *parts)).collect();
        countries.sort_by_key(|(country, parts)| (std::cmp::Reverse(parts.open()), *country));
        let mut rest = Parts::default();
        countries.split_off(COUNTRIES.min(countries.len())).iter().for_each(|(_, parts)| rest.merge(parts));
        let mut points: Vec<(Value, Parts)> =
            countries.iter().map(|(country, parts)| (Value::Text((*country).clone()), *parts)).collect();
        if rest != Parts::default() {
            points.push((text(words.text("report-other-countries")), rest));
        }
        let count = self.of_currency.countries.len();
        let description = words.count("report-countries-description", count);
        self.chart("countries", "report-by-country", description, ChartKind::Bars, &points)
    }

    fn chart(
        &self,
        key: &str,
        title: &str,
        description: String,
        kind: ChartKind,
        points: &[(Value, Parts)],
    ) -> Chart {
        let series = |key: &str, message: &str, pick: fn(&Parts) -> i64| Series {
            key: key.to_owned(),
            label: self.words.text(message),
            points: points.iter().map(|(at, parts)| Point { at: at.clone(), minor: pick(parts) }).collect(),
        };
        Chart {
            key: self.key(key),
            title: self.words.text(title),
            description,
            kind,
            currency: self.currency(),
            series: vec![
                series("insured", "chart-insured", |parts| parts.insured),
                series("uninsured", "chart-uninsured", |parts| parts.uninsured),
            ],
        }
    }

    /// The largest buyers with their share of everything open.
    fn buyers(&self) -> Table {
        let words = self.words;
        let all = self.of_currency.total.open();
        let row = |(id, parts): &(i64, Parts)| {
            Row::plain(vec![
                text(self.book.portfolio.snapshot.account(*id).to_string()),
                text(self.name(*id)),
                self.amount(parts.open()),
                self.amount(parts.insured),
                self.amount(parts.uninsured),
                percent(ratio(parts.open(), all)),
            ])
        };
        Table {
            key: self.key("buyers").replace('-', "_"),
            title: words.text("chart-concentration"),
            columns: vec![
                column(words, "account", ColumnKind::Text),
                column(words, "name", ColumnKind::Text),
                column(words, "open", ColumnKind::Amount).summed(),
                column(words, "insured", ColumnKind::Amount).summed(),
                column(words, "uninsured", ColumnKind::Amount).summed(),
                under(words, "share", "chart-share", ColumnKind::Percent),
            ],
            rows: self.of_currency.largest.iter().map(row).collect(),
            empty: words.text("report-nothing"),
        }
    }

    /// What is not insured, by insurance status; insurable items are those above their buyer's sum.
    fn reasons(&self) -> Table {
        let words = self.words;
        let mut found: Vec<_> = self.of_currency.uninsured.iter().collect();
        found.sort_by_key(|(status, (_, amount))| (std::cmp::Reverse(*amount), **status));
        let row = |(status, (count, amount)): (&&'static str, &(usize, i64))| {
            let why = match *status {
                "K" => words.text("today-used-up"),
                "?" | "" => words.text("status-unexamined"),
                code => words.text(&format!("status-{code}")),
            };
            let count = i64::try_from(*count).unwrap_or(i64::MAX);
            Row::plain(vec![text(why), Value::Integer(count), self.amount(*amount)])
        };
        Table {
            key: self.key("uninsured").replace('-', "_"),
            title: words.text("today-why-uninsured"),
            columns: vec![
                column(words, "why", ColumnKind::Text),
                column(words, "count", ColumnKind::Integer),
                column(words, "uninsured", ColumnKind::Amount).summed(),
            ],
            rows: found.into_iter().map(row).collect(),
            empty: words.text("today-why-uninsured-none"),
        }
    }
}
