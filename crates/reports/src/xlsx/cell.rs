//! A value as a cell: its number, and how it is shown.

use crate::csv::neutralised;
use crate::model::{Alignment, ColumnKind, RowKind, Value};
use crate::plain::plain;
use crate::wording::Wording;
use obligo_rules::calendar::Day;
use obligo_rules::money::Currency;
use rust_decimal::Decimal;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Formula, Worksheet, XlsxError};
use std::borrow::Cow;
use std::collections::HashMap;
use unicode_width::UnicodeWidthStr;

/// The same ink and paper as on the pages.
pub(super) const INK: Color = Color::RGB(0x1F_2A_37);
pub(super) const QUIET: Color = Color::RGB(0x6B_72_80);
pub(super) const ACCENT: Color = Color::RGB(0x1D_4E_89);
pub(super) const ALARM: Color = Color::RGB(0xB4_23_18);
const HEAD: Color = Color::RGB(0xE8_EE_F5);
const GROUP: Color = Color::RGB(0xF3_F4_F6);

/// Longest text of a cell, in units of UTF-16.
const TEXT_MAX: usize = 32_767;
/// Widest column in characters; longer texts wrap.
pub(super) const WIDTH_MAX: usize = 60;
/// Beyond this many digits a spreadsheet rounds.
const DIGITS_MAX: u32 = 15;

/// Where a cell stands.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Style {
    /// In a row of a table.
    Row(RowKind),
    /// In the head of a table.
    Head,
    /// Beside the name of a fact.
    Fact,
}

/// Writes cells in one language and keeps their formats.
pub(super) struct Cells<'a> {
    pub(super) wording: &'a dyn Wording,
    /// How dates are shown.
    pub(super) date_format: Cow<'static, str>,
    formats: HashMap<Look, Format>,
}

/// All that decides a cell's format.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Look {
    style: Style,
    /// How numbers are shown; empty for texts.
    shown: Cow<'static, str>,
    is_right: bool,
    /// Whether it would run as a formula if it were typed.
    runs: bool,
    wraps: bool,
}

impl Look {
    fn text(style: Style, is_right: bool) -> Look {
        Look { style, shown: "".into(), is_right, runs: false, wraps: false }
    }

    fn number(style: Style, shown: Cow<'static, str>) -> Look {
        Look { style, shown, is_right: style != Style::Fact, runs: false, wraps: false }
    }
}

/// A value as a spreadsheet takes it.
enum Content<'a> {
    Empty,
    Number(f64, Cow<'static, str>),
    Text(Cow<'a, str>),
}

impl<'a> Cells<'a> {
    pub(super) fn new(wording: &'a dyn Wording) -> Cells<'a> {
        Cells { wording, date_format: date_format(wording.language()).into(), formats: HashMap::new() }
    }

    /// Writes a value; `is_right` says where a text stands.
    pub(super) fn write(
        &mut self,
        sheet: &mut Worksheet,
        (row, column): (u32, u16),
        value: &Value,
        style: Style,
        is_right: bool,
    ) -> Result<(), XlsxError> {
        match self.content(value, style == Style::Fact) {
            Content::Empty if style == Style::Row(RowKind::Plain) => Ok(()),
            Content::Empty => {
                let format = self.format(Look::text(style, is_right));
                sheet.write_blank(row, column, format).map(drop)
            }
            Content::Number(number, shown) => {
                let format = self.format(Look::number(style, shown));
                sheet.write_number_with_format(row, column, number, format).map(drop)
            }
            Content::Text(text) => {
                let text = fitting(&text);
                let runs = matches!(neutralised(&text), Cow::Owned(_));
                let wraps = style == Style::Head || text.width() > WIDTH_MAX || text.contains('\n');
                let format = self.format(Look { runs, wraps, ..Look::text(style, is_right) });
                sheet.write_string_with_format(row, column, text, format).map(drop)
            }
        }
    }

    /// Writes a sum as a formula whose result is this value. `false` if the value is no number, and nothing was written.
    pub(super) fn write_sum(
        &mut self,
        sheet: &mut Worksheet,
        (row, column): (u32, u16),
        formula: String,
        value: &Value,
        style: Style,
    ) -> Result<bool, XlsxError> {
        let Content::Number(number, shown) = self.content(value, false) else { return Ok(false) };
        let format = self.format(Look::number(style, shown));
        let formula = Formula::new(formula).set_result(number.to_string());
        sheet.write_formula_with_format(row, column, formula, format)?;
        Ok(true)
    }

    fn content<'v>(&self, value: &'v Value, is_fact: bool) -> Content<'v> {
        let wording = self.wording;
        let number = match value {
            Value::Empty => return Content::Empty,
            Value::Text(text) if text.is_empty() => return Content::Empty,
            Value::Text(text) => return Content::Text(text.into()),
            Value::Flag(flag) => return Content::Text(wording.flag(*flag).into()),
            Value::Amount(minor, currency) => amount(*minor, *currency)
                .map(|number| (number, amount_format(*currency, is_fact)))
                .ok_or_else(|| wording.amount(*minor, *currency)),
            Value::Integer(whole) => exact(Decimal::from(*whole))
                .map(|number| (number, "#,##0".into()))
                .ok_or_else(|| wording.integer(*whole)),
            Value::Decimal(decimal) => exact(*decimal)
                .map(|number| (number, places(decimal.scale(), "").into()))
                .ok_or_else(|| wording.decimal(*decimal)),
            Value::Percent(percent) => exact(*percent / Decimal::ONE_HUNDRED)
                .map(|number| (number, places(percent.scale(), "%").into()))
                .ok_or_else(|| wording.percent(*percent)),
            Value::Day(day) => {
                serial(*day).map(|number| (number, self.date_format.clone())).ok_or_else(|| wording.day(*day))
            }
        };
        match number {
            Ok((number, shown)) => Content::Number(number, shown),
            Err(text) => Content::Text(text.into()),
        }
    }

    fn format(&mut self, look: Look) -> &Format {
        self.formats.entry(look).or_insert_with_key(|look| {
            let mut format = Format::new().set_font_color(INK).set_align(FormatAlign::Top);
            format = match look.style {
                Style::Row(RowKind::Plain) | Style::Fact => format,
                Style::Row(RowKind::Group) => format.set_bold().set_background_color(GROUP),
                Style::Row(RowKind::Subtotal) => format.set_italic().set_border_top(FormatBorder::Hair),
                Style::Row(RowKind::Total) => format.set_bold().set_border_top(FormatBorder::Thin),
                Style::Head => format
                    .set_bold()
                    .set_background_color(HEAD)
                    .set_border_bottom(FormatBorder::Thin)
                    .set_align(FormatAlign::Bottom),
            };
            if !look.shown.is_empty() {
                format = format.set_num_format(look.shown.as_ref());
            }
            if look.wraps {
                format = format.set_text_wrap();
            }
            if look.runs {
                // Edited in place, such a text would otherwise turn into a formula.
                format = format.set_quote_prefix();
            }
            format.set_align(if look.is_right { FormatAlign::Right } else { FormatAlign::Left })
        })
    }

    /// Columns of characters the value needs.
    pub(super) fn width(&self, value: &Value) -> usize {
        match value {
            Value::Empty => 0,
            Value::Text(text) => text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0),
            Value::Amount(minor, currency) => grouped(*minor, currency.exponent()),
            Value::Integer(number) => grouped(*number, 0),
            Value::Day(_) => 11,
            Value::Percent(_) | Value::Decimal(_) => plain(value).len() + 1,
            Value::Flag(flag) => self.wording.flag(*flag).width(),
        }
    }
}

/// Characters of a number with its marks.
fn grouped(number: i64, decimals: u32) -> usize {
    let digits = number.unsigned_abs().checked_ilog10().unwrap_or(0).max(decimals) + 1;
    let marks = (digits - decimals).saturating_sub(1) / 3 + u32::from(decimals > 0);
    (digits + marks + u32::from(number < 0)) as usize
}

/// A text without what a cell cannot take.
fn fitting(text: &str) -> Cow<'_, str> {
    if text.len() <= TEXT_MAX || text.encode_utf16().count() <= TEXT_MAX {
        return text.into();
    }
    let mut left = TEXT_MAX - 1;
    let fits = |c: &char| {
        let fits = c.len_utf16() <= left;
        left = left.saturating_sub(c.len_utf16());
        fits
    };
    let mut cut: String = text.chars().take_while(fits).collect();
    cut.push('…');
    cut.into()
}

/// The amount, if a spreadsheet can hold all its digits.
fn amount(minor: i64, currency: Currency) -> Option<f64> {
    // Both are exact below 2^53, so the quotient is the nearest there is to the decimal: it reads back to the cent.
    (minor.unsigned_abs() < 10_u64.pow(DIGITS_MAX))
        .then(|| minor as f64 / 10_f64.powi(currency.exponent() as i32))
}

/// The decimal, if a spreadsheet can hold all its digits.
fn exact(decimal: Decimal) -> Option<f64> {
    let is_short = decimal.mantissa().unsigned_abs() < 10_u128.pow(DIGITS_MAX);
    if is_short { decimal.to_string().parse().ok() } else { None }
}

/// Days as spreadsheets count them, if all count alike.
fn serial(day: Day) -> Option<f64> {
    let days = i64::from(day.epoch_days()) + 25_569;
    (days >= 61).then_some(days as f64)
}

fn amount_format(currency: Currency, is_fact: bool) -> Cow<'static, str> {
    match (currency.exponent(), is_fact) {
        (0, false) => "#,##0".into(),
        (2, false) => "#,##0.00".into(),
        (3, false) => "#,##0.000".into(),
        (decimals, false) => places_of("#,##0", decimals, "").into(),
        (decimals, true) => places_of("#,##0", decimals, &format!(" \"{currency}\"")).into(),
    }
}

fn places(decimals: u32, end: &str) -> String {
    places_of("0", decimals, end)
}

fn places_of(whole: &str, decimals: u32, end: &str) -> String {
    let point = if decimals > 0 { "." } else { "" };
    format!("{whole}{point}{:0<1$}{end}", "", decimals as usize)
}

/// How the language writes dates; English names the month in English wherever the file is opened.
fn date_format(language: &str) -> &'static str {
    match language {
        "de" => "dd.mm.yyyy",
        "fr" => "dd/mm/yyyy",
        "sv" => "yyyy-mm-dd",
        _ => "[$-809]d mmm yyyy",
    }
}

/// Whether cells of a column stand at the right.
pub(super) fn is_right(kind: ColumnKind) -> bool {
    kind.alignment() == Alignment::Right || kind == ColumnKind::Day
}
