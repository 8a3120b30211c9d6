//! Pictures as geometry: scales, ticks, stacking, and shapes in points. Documents and SVG files draw the same shapes; the pages of the
//! web interface share the scales.

mod by_name;
mod hatch;
mod over_time;
mod picture;
pub mod scale;

pub use picture::{Anchor, Fill, Lettering, Measuring, Picture, Shape, Stroke, picture};
