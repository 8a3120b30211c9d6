//! Pictures as SVG, made on the server from plain figures, without scripts and without inline styles.
//!
//! Texts and ticks stand in pixels and everything else in percent of the width, so that a picture is as readable on a telephone as
//! on a wide screen; margins and colors are those of `assets/charts.css`. What is uninsured is hatched and what exceeds a sum is
//! cross-hatched: no picture relies on color alone, and each has the numbers behind it as a table.
//!
//! | file | what it draws |
//! |---|---|
//! | `standing` | insured against uninsured over time |
//! | `ageing` | the same by age |
//! | `timeline` | a buyer's insured sum over time with the exposure over it |
//! | `concentration` | the largest buyers |
//! | `behaviour` | days a payer pays after the due date |
//! | `exposure` | what a payer owes with an order against a limit |
//! | `bars` | small bars and lines for lists |
//! | `numbers` | the table behind a picture |
//! | `frame` | what stands around every picture |
//!
//! Axes of money and of time are those of the pictures in documents.

mod ageing;
mod bars;
mod behaviour;
mod concentration;
mod exposure;
mod frame;
mod numbers;
mod standing;
#[cfg(test)]
mod tests;
mod timeline;

use obligo_reports::chart::scale;

pub use ageing::{AgeBucket, ageing_chart};
pub use bars::{LimitUse, cover_bar, limit_bar, spark};
pub use behaviour::{MonthPaid, behaviour_chart};
pub use concentration::{BuyerShare, concentration_chart};
pub use exposure::{ExposureUse, exposure_bar};
pub use numbers::numbers_behind;
pub use standing::{Standing, standing_chart};
pub use timeline::{LimitTimeline, TimelineMarker, limit_timeline};
