//! How documents look: sizes, colours and distances, all in points.

/// A colour on the screen's scale.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Color(pub(super) u8, pub(super) u8, pub(super) u8);

/// Text.
pub(super) const INK: Color = Color(0x1d, 0x27, 0x33);
/// Labels, heads of tables, feet of pages.
pub(super) const QUIET: Color = Color(0x5a, 0x66, 0x73);
/// Lines between rows.
pub(super) const HAIR: Color = Color(0xdf, 0xe4, 0xea);
/// Lines around sums, lines to sign on.
pub(super) const RULE: Color = Color(0x8a, 0x95, 0xa1);
/// The one colour: the bar above a title, the line below a table's head.
pub(super) const ACCENT: Color = Color(0x2f, 0x66, 0x90);
/// The mark behind the text.
pub(super) const MARK: Color = Color(0xed, 0xf0, 0xf3);

/// Points of a millimetre.
pub(super) const MM: f32 = 72.0 / 25.4;

/// A4, upright.
pub(super) const SHORT_SIDE: f32 = 210.0 * MM;
/// A4, upright.
pub(super) const LONG_SIDE: f32 = 297.0 * MM;

pub(super) const TITLE: f32 = 20.0;
pub(super) const SUBJECT: f32 = 13.0;
pub(super) const SUBTITLE: f32 = 11.0;
pub(super) const HEADING: f32 = 12.5;
pub(super) const TABLE_TITLE: f32 = 10.5;
pub(super) const TEXT: f32 = 10.0;
pub(super) const FACT: f32 = 9.0;
pub(super) const CELL: f32 = 8.5;
pub(super) const FOOT: f32 = 7.5;

/// From baseline to baseline, as a share of the type size.
pub(super) const LEADING: f32 = 1.36;
/// The same within a table.
pub(super) const CELL_LEADING: f32 = 1.24;
/// From the top of a line to its baseline, as a share of the type size.
pub(super) const ASCENT: f32 = 0.98;

/// Width of a page's margins: left, right, top, bottom.
#[derive(Clone, Copy, Debug)]
pub(super) struct Margins {
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) top: f32,
    pub(super) bottom: f32,
}

/// Of reports.
pub(super) const REPORT: Margins =
    Margins { left: 18.0 * MM, right: 18.0 * MM, top: 25.0 * MM, bottom: 23.0 * MM };
/// Of letters (DIN 5008).
pub(super) const LETTER: Margins =
    Margins { left: 25.0 * MM, right: 20.0 * MM, top: 27.0 * MM, bottom: 24.0 * MM };
