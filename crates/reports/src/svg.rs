//! Pictures as SVG files of their own: the shapes of the documents, with title and description for those who do not see them.

use crate::chart::scale::plain;
use crate::chart::{Anchor, Fill, Lettering, Shape, Stroke, picture};
use crate::failure::not_written;
use crate::model::Report;
use crate::pdf::{Typeface, printable};
use crate::wording::Wording;
use obligo_rules::problem::Problem;
use std::fmt::Write as _;
use std::io::Write;

/// Width of the picture, in points.
const WIDTH: f64 = 520.0;

/// Around the picture.
const MARGIN: f64 = 14.0;

/// Room for the title.
const TITLE: f64 = 26.0;

/// Writes the picture of this name, or the first one, as an SVG file, with the report's mark behind it. The same report gives the same
/// bytes.
///
/// Errors: `report-part-unknown` if the report has no such picture, `output-failed` if `out` does not take the bytes, `document-failed` if
/// the program's faces are damaged.
pub fn write(
    report: &Report,
    part: Option<&str>,
    wording: &dyn Wording,
    out: &mut dyn Write,
) -> Result<(), Problem> {
    let chart = report.chart(part)?;
    let typeface = Typeface::read()?;
    let measuring = |text: &str, lettering: Lettering| typeface.width(&printable(text), lettering);
    let picture = picture(chart, wording, WIDTH, &measuring);
    let (width, height) = (WIDTH + 2.0 * MARGIN, picture.height + TITLE + 2.0 * MARGIN);
    let mut made = String::new();
    // Writing into a text does not fail.
    let _ = write!(
        made,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {h}\" width=\"{w}pt\" height=\"{h}pt\" role=\"img\" \
         lang=\"{language}\" font-family=\"'Source Sans 3', 'Source Sans Pro', 'Segoe UI', 'Liberation Sans', Arial, sans-serif\">\
         <title>{title}</title><desc>{description}</desc><rect width=\"{w}\" height=\"{h}\" fill=\"#ffffff\"/>",
        w = plain(width),
        h = plain(height),
        language = escaped(wording.language()),
        title = escaped(&chart.title),
        description = escaped(&chart.description),
    );
    if let Some(mark) = &report.mark {
        let short: String = mark.text.chars().take(40).collect();
        let size = (width * 1.1 / short.chars().count().max(4) as f64).min(90.0);
        let _ = write!(
            made,
            "<text transform=\"translate({} {}) rotate(-24)\" text-anchor=\"middle\" font-size=\"{}\" font-weight=\"600\" \
             fill=\"#edf0f3\">{}</text>",
            plain(width / 2.0),
            plain(height / 2.0 + size / 3.0),
            plain(size),
            escaped(&short)
        );
    }
    let _ = write!(
        made,
        "<text x=\"{m}\" y=\"{y}\" font-size=\"12\" font-weight=\"600\" fill=\"#1d2733\">{title}</text>\
         <g transform=\"translate({m} {top})\">",
        m = plain(MARGIN),
        y = plain(MARGIN + 11.0),
        top = plain(MARGIN + TITLE),
        title = escaped(&chart.title),
    );
    for shape in &picture.shapes {
        draw(&mut made, shape);
    }
    made.push_str("</g></svg>\n");
    out.write_all(made.as_bytes()).map_err(|error| not_written(&error))
}

fn draw(made: &mut String, shape: &Shape) {
    let _ = match shape {
        Shape::Surface { points, fill } => {
            write!(made, "<path d=\"{}Z\" fill=\"{}\"/>", path(points), ground(*fill))
        }
        Shape::Line { points, stroke } => {
            let (color, width, dash) = line(*stroke);
            let dash = dash.map_or(String::new(), |dash| format!(" stroke-dasharray=\"{dash} {dash}\""));
            write!(
                made,
                "<path d=\"{}\" fill=\"none\" stroke=\"{color}\" stroke-width=\"{}\" stroke-linejoin=\"round\"{dash}/>",
                path(points),
                plain(width)
            )
        }
        Shape::Text { at: (x, y), anchor, lettering, text } => {
            let anchor = match anchor {
                Anchor::Start => "start",
                Anchor::Middle => "middle",
                Anchor::End => "end",
            };
            let (color, weight) = match lettering {
                Lettering::Tick => ("#5a6673", 400),
                Lettering::Name => ("#1d2733", 400),
                Lettering::Figure => ("#1d2733", 600),
            };
            write!(
                made,
                "<text x=\"{}\" y=\"{}\" text-anchor=\"{anchor}\" font-size=\"{}\" font-weight=\"{weight}\" fill=\"{color}\">{}</text>",
                plain(*x),
                plain(*y),
                plain(lettering.size()),
                escaped(text)
            )
        }
    };
}

fn path(points: &[(f64, f64)]) -> String {
    points.iter().enumerate().fold(String::new(), |mut path, (n, (x, y))| {
        let _ = write!(path, "{}{} {}", if n == 0 { 'M' } else { 'L' }, plain(*x), plain(*y));
        path
    })
}

fn hex(rgb: [u8; 3]) -> String {
    format!("#{:02x}{:02x}{:02x}", rgb[0], rgb[1], rgb[2])
}

fn ground(fill: Fill) -> String {
    hex(fill.ground())
}

/// Colour, width and dash of a line.
fn line(stroke: Stroke) -> (String, f64, Option<f64>) {
    let (rgb, width, dash) = stroke.drawn();
    (hex(rgb), width, dash)
}

/// A text as XML holds it.
fn escaped(text: &str) -> String {
    printable(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
