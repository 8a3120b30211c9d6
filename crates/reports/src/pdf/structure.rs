//! What the parts of a document are, for those who hear it instead of seeing it: headings, paragraphs, tables with their heads.

use krilla::tagging::{Identifier, ListNumbering, TableHeaderScope, Tag, TagGroup, TagKind, TagTree};
use std::num::NonZeroU16;

/// Characters of a title or description at most.
const SAID_CHARACTERS: usize = 1000;

/// What a part is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Part {
    /// A heading: its level from 1, its text.
    Heading(u16, String),
    Paragraph,
    List,
    Entry,
    Label,
    Body,
    /// A table with what it says.
    Table(String),
    Row,
    HeadCell,
    Cell,
    /// A picture with the sentence that says it.
    Figure(String),
}

/// A part of the structure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct PartId(u32);

#[derive(Debug)]
enum Child {
    Part(PartId),
    Drawn(Identifier),
}

/// The parts of a document in reading order.
#[derive(Default)]
pub(super) struct Structure {
    is_kept: bool,
    parts: Vec<(Part, Vec<Child>)>,
    top: Vec<PartId>,
}

impl Structure {
    /// A structure that is kept, or one that forgets: of long lists, whose structure would weigh more than their text.
    pub(super) fn new(is_kept: bool) -> Structure {
        Structure { is_kept, ..Structure::default() }
    }

    /// Whether parts are kept.
    pub(super) fn is_kept(&self) -> bool {
        self.is_kept
    }

    /// A new last part of a part, or of the document.
    pub(super) fn add(&mut self, within: Option<PartId>, part: Part) -> Option<PartId> {
        if !self.is_kept {
            return None;
        }
        // A heading must say something, a picture too.
        let part = match part {
            Part::Heading(_, text) if text.trim().is_empty() => Part::Paragraph,
            part => part,
        };
        let id = PartId(u32::try_from(self.parts.len()).ok()?);
        self.parts.push((part, Vec::new()));
        match within.and_then(|within| self.parts.get_mut(within.0 as usize)) {
            Some((_, children)) => children.push(Child::Part(id)),
            None => self.top.push(id),
        }
        Some(id)
    }

    /// Something drawn belongs to a part.
    pub(super) fn drawn(&mut self, part: PartId, identifier: Identifier) {
        if let Some((_, children)) = self.parts.get_mut(part.0 as usize) {
            children.push(Child::Drawn(identifier));
        }
    }

    /// The structure as the PDF library takes it.
    pub(super) fn tree(mut self, language: &str) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
        for id in std::mem::take(&mut self.top) {
            if let Some(group) = self.group(id) {
                tree.push(group);
            }
        }
        tree
    }

    fn group(&mut self, id: PartId) -> Option<TagGroup> {
        let (part, children) = self.parts.get_mut(id.0 as usize)?;
        let children = std::mem::take(children);
        // An empty cell keeps its place; everything else without contents is no part.
        if children.is_empty() && !matches!(part, Part::Cell | Part::HeadCell) {
            return None;
        }
        let mut group = TagGroup::new(kind(part));
        for child in children {
            match child {
                Child::Drawn(identifier) => group.push(identifier),
                Child::Part(id) => {
                    if let Some(inner) = self.group(id) {
                        group.push(inner);
                    }
                }
            }
        }
        Some(group)
    }
}

/// Longer texts are forbidden in archives' documents, and nobody wants to hear them.
fn short(text: &str) -> String {
    text.chars().take(SAID_CHARACTERS).collect()
}

fn kind(part: &Part) -> TagKind {
    match part {
        Part::Heading(level, text) => {
            Tag::Hn(NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN), Some(short(text))).into()
        }
        Part::Paragraph => Tag::P.into(),
        Part::List => Tag::L(ListNumbering::None).into(),
        Part::Entry => Tag::LI.into(),
        Part::Label => Tag::Lbl.into(),
        Part::Body => Tag::LBody.into(),
        Part::Table(says) => {
            Tag::Table.with_summary(Some(short(says)).filter(|said| !said.is_empty())).into()
        }
        Part::Row => Tag::TR.into(),
        Part::HeadCell => Tag::TH(TableHeaderScope::Column).into(),
        Part::Cell => Tag::TD.into(),
        Part::Figure(says) => Tag::Figure(Some(short(says))).into(),
    }
}
