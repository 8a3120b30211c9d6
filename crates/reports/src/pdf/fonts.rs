//! The faces of documents, which travel inside the program and, as far as they are used, inside every document.

use krilla::text::Font;
use rustybuzz::ttf_parser::GlyphId;

/// Characters below this have their glyphs looked up once: Latin, Greek, Cyrillic, Hebrew, Arabic, punctuation, currency signs.
const TABLE: u32 = 0x2200;

/// Stands for a character no face has; its text stays the character's, so that it can still be searched and copied.
const SUBSTITUTE: char = '□';

/// The weight of a text.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Style {
    /// Running text and cells.
    Regular,
    /// Headings, heads of tables, sums.
    Strong,
}

/// One of the faces.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum FaceName {
    Regular,
    Strong,
    /// For characters the others lack; it has one weight.
    Fallback,
}

/// How a character is drawn.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Drawn {
    pub(super) face: FaceName,
    pub(super) glyph: u16,
    /// In shares of the type size.
    pub(super) advance: f32,
    /// No face has it; the glyph is [`SUBSTITUTE`]'s.
    pub(super) is_substitute: bool,
}

/// A face, read once.
struct Face {
    shaper: rustybuzz::Face<'static>,
    font: Font,
    em: f32,
}

impl Face {
    fn read(bytes: &'static [u8]) -> Option<Face> {
        let shaper = rustybuzz::Face::from_slice(bytes, 0)?;
        let em = shaper.units_per_em() as f32;
        Some(Face { shaper, font: Font::new(bytes.into(), 0)?, em })
    }

    /// Glyph and advance of a character.
    fn drawn(&self, face: FaceName, c: char) -> Option<Drawn> {
        let glyph = self.shaper.glyph_index(c).filter(|glyph| glyph.0 != 0)?;
        let advance = f32::from(self.shaper.glyph_hor_advance(GlyphId(glyph.0)).unwrap_or(0)) / self.em;
        Some(Drawn { face, glyph: glyph.0, advance, is_substitute: false })
    }
}

/// All faces with their tables of characters.
pub(super) struct Fonts {
    regular: Face,
    strong: Face,
    fallback: Face,
    substitute: Drawn,
    tables: [Vec<Drawn>; 2],
}

impl Fonts {
    /// Reads the faces; `None` only if their files were damaged before the program was built.
    pub(super) fn read() -> Option<Fonts> {
        let fallback = Face::read(include_bytes!("../../fonts/DejaVuSans.ttf"))?;
        let substitute = fallback.drawn(FaceName::Fallback, SUBSTITUTE)?;
        let mut fonts = Fonts {
            regular: Face::read(include_bytes!("../../fonts/SourceSans3-Regular.ttf"))?,
            strong: Face::read(include_bytes!("../../fonts/SourceSans3-SemiBold.ttf"))?,
            fallback,
            substitute: Drawn { is_substitute: true, ..substitute },
            tables: [Vec::new(), Vec::new()],
        };
        fonts.tables = [Style::Regular, Style::Strong].map(|style| {
            (0..TABLE)
                .map(|code| fonts.looked_up(char::from_u32(code).unwrap_or(SUBSTITUTE), style))
                .collect()
        });
        Some(fonts)
    }

    fn face(&self, name: FaceName) -> &Face {
        match name {
            FaceName::Regular => &self.regular,
            FaceName::Strong => &self.strong,
            FaceName::Fallback => &self.fallback,
        }
    }

    /// The face as the PDF library knows it.
    pub(super) fn font(&self, name: FaceName) -> Font {
        self.face(name).font.clone()
    }

    /// The face as the shaping library knows it, with its units per type size.
    pub(super) fn shaper(&self, name: FaceName) -> (&rustybuzz::Face<'static>, f32) {
        let face = self.face(name);
        (&face.shaper, face.em)
    }

    /// How a character is drawn in a style: by its face, else by the fallback, else as a visible substitute.
    pub(super) fn drawn(&self, c: char, style: Style) -> Drawn {
        match self.tables[style as usize].get(c as usize) {
            Some(drawn) => *drawn,
            None => self.looked_up(c, style),
        }
    }

    fn looked_up(&self, c: char, style: Style) -> Drawn {
        let name = if style == Style::Strong { FaceName::Strong } else { FaceName::Regular };
        self.face(name)
            .drawn(name, c)
            .or_else(|| self.fallback.drawn(FaceName::Fallback, c))
            .unwrap_or(self.substitute)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letters_of_europe_are_in_both_weights_and_digits_stand_in_columns() {
        let fonts = Fonts::read().unwrap();
        for style in [Style::Regular, Style::Strong] {
            for c in "AÅÄÖØÆßÉŁŐŞĞŽİıșțŵΆΩωЖЇщљ€£–„“…−\u{a0}\u{202f}".chars()
            {
                let drawn = fonts.drawn(c, style);
                assert!(drawn.face != FaceName::Fallback && !drawn.is_substitute, "{c} {style:?}");
            }
            let widths: Vec<f32> = ('0'..='9').map(|c| fonts.drawn(c, style).advance).collect();
            assert!(
                widths.iter().all(|width| (width - widths[0]).abs() < f32::EPSILON),
                "{style:?}: {widths:?}"
            );
        }
    }

    #[test]
    fn other_letters_come_from_the_fallback_or_as_a_visible_substitute() {
        let fonts = Fonts::read().unwrap();
        for (c, is_substitute) in [
            ('ش', false),
            ('א', false),
            ('Ж', false),
            ('\u{fffd}', false),
            ('信', true),
            ('🙂', true),
            ('𓀀', true),
        ] {
            let drawn = fonts.drawn(c, Style::Regular);
            assert_eq!(drawn.is_substitute, is_substitute, "{c}");
            assert_ne!(drawn.glyph, 0, "{c}");
        }
    }
}
