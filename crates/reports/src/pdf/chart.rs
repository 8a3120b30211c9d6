//! Pictures on pages.

use super::page::Pages;
use crate::model::Chart;

/// Height of a picture with its title and legend.
pub(super) fn height(_pages: &Pages<'_>, _chart: &Chart) -> f32 {
    0.0
}

/// Draws a picture.
pub(super) fn chart(_pages: &mut Pages<'_>, _chart: &Chart) {}
