//! What an XLSX workbook says beside its sheets: their names and parts, the strings and number formats they share.

use super::number_format::{NumberLook, look_of_code, look_of_number};
use super::package::Package;
use super::part::{attribute, push_text, value_of};
use super::{SHEETS_MAX, SheetName};
use crate::csv::FIELD_BYTES_MAX;
use obligo_rules::problem::Problem;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;
use std::io::{Read, Seek};
use std::rc::Rc;

/// Most strings shared by the cells of a workbook (R14.2).
pub const SHARED_STRINGS_MAX: usize = 8_000_000;
/// Most bytes of strings shared by the cells of a workbook (R14.2).
pub const SHARED_BYTES_MAX: usize = 256 * 1024 * 1024;
/// Most cell formats and most number formats of a workbook (R14.2); spreadsheets allow 65,490.
const FORMATS_MAX: usize = 100_000;

/// The strings of a workbook, one after the other.
#[derive(Debug, Default)]
pub(crate) struct SharedStrings {
    text: String,
    ends: Vec<u32>,
}

impl SharedStrings {
    pub(crate) fn get(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)? as usize;
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        self.text.get(start..end)
    }
}

/// What the cells of all sheets share.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shared {
    pub(crate) strings: Rc<SharedStrings>,
    /// By index of the cell format.
    pub(crate) looks: Rc<Vec<NumberLook>>,
    pub(crate) since_1904: bool,
}

/// A sheet and the part it stands in.
pub(crate) struct SheetPart {
    pub(crate) sheet: SheetName,
    pub(crate) part: String,
}

/// Reads everything but the sheets. Errors: `workbook-damaged` and the limits.
pub(crate) fn open<R: Read + Seek>(package: &mut Package<R>) -> Result<(Vec<SheetPart>, Shared), Problem> {
    if package.has("[Content_Types].xml") {
        // Read for its document type alone, which is refused.
        let mut types = package.elements("[Content_Types].xml")?;
        while !matches!(types.next()?, Event::Eof) {}
    }
    let workbook = workbook_part(package)?;
    let targets = relationships(package, &workbook)?;
    let (sheets, since_1904) = sheets(package, &workbook, &targets)?;
    let of_kind =
        |kind: &str| targets.values().find(|target| target.kind == kind).map(|target| target.part.clone());
    let strings = match of_kind("sharedStrings") {
        Some(part) if package.has(&part) => shared_strings(package, &part)?,
        _ => SharedStrings::default(),
    };
    let looks = match of_kind("styles") {
        Some(part) if package.has(&part) => looks(package, &part)?,
        _ => Vec::new(),
    };
    Ok((sheets, Shared { strings: Rc::new(strings), looks: Rc::new(looks), since_1904 }))
}

struct Target {
    /// The last word of the relationship's type.
    kind: String,
    part: String,
}

fn workbook_part<R: Read + Seek>(package: &mut Package<R>) -> Result<String, Problem> {
    if package.has("_rels/.rels") {
        let targets = relationships(package, "")?;
        if let Some(target) = targets.values().find(|target| target.kind == "officeDocument") {
            return Ok(target.part.clone());
        }
    }
    Ok("xl/workbook.xml".to_owned())
}

/// The relationships of a part, by their id. None if it has no such part.
fn relationships<R: Read + Seek>(
    package: &mut Package<R>,
    of: &str,
) -> Result<HashMap<String, Target>, Problem> {
    let (folder, name) = of.rsplit_once('/').unwrap_or(("", of));
    let part =
        if folder.is_empty() { format!("_rels/{name}.rels") } else { format!("{folder}/_rels/{name}.rels") };
    let mut targets = HashMap::new();
    if !package.has(&part) {
        return Ok(targets);
    }
    let mut elements = package.elements(&part)?;
    loop {
        let place = elements.place().clone();
        match elements.next()? {
            Event::Eof => return Ok(targets),
            Event::Start(start) if start.local_name().as_ref() == "Relationship" => {
                if attribute(&start, "TargetMode") == "External" {
                    continue;
                }
                let kind = attribute(&start, "Type");
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                let target = resolved(folder, &attribute(&start, "Target"));
                targets.insert(attribute(&start, "Id"), Target { kind, part: target });
                if targets.len() > SHEETS_MAX * 4 {
                    return Err(place
                        .problem("workbook-too-large")
                        .with("what", "parts")
                        .with("limit", SHEETS_MAX * 4));
                }
            }
            _ => {}
        }
    }
}

/// A target as the name of a part: from the root if it starts with `/`, else from the folder.
fn resolved(folder: &str, target: &str) -> String {
    let mut steps: Vec<&str> = if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.retain(|step| !step.is_empty());
    steps.join("/")
}

fn sheets<R: Read + Seek>(
    package: &mut Package<R>,
    workbook: &str,
    targets: &HashMap<String, Target>,
) -> Result<(Vec<SheetPart>, bool), Problem> {
    let mut elements = package.elements(workbook)?;
    let (mut sheets, mut since_1904, mut is_workbook) = (Vec::new(), false, false);
    loop {
        let place = elements.place().clone();
        match elements.next()? {
            Event::Eof if is_workbook => return Ok((sheets, since_1904)),
            Event::Eof => return Err(place.damaged("part-missing")),
            Event::Start(start) => match start.local_name().as_ref() {
                "workbook" => is_workbook = true,
                "workbookPr" => {
                    since_1904 = matches!(attribute(&start, "date1904").as_str(), "1" | "true" | "on");
                }
                "sheet" => {
                    let target = targets.get(&relation_id(&start));
                    // Sheets of charts and macros have no cells.
                    let Some(target) = target.filter(|target| target.kind == "worksheet") else { continue };
                    let is_hidden = matches!(attribute(&start, "state").as_str(), "hidden" | "veryHidden");
                    let sheet = SheetName { name: attribute(&start, "name"), is_hidden };
                    sheets.push(SheetPart { sheet, part: target.part.clone() });
                    if sheets.len() > SHEETS_MAX {
                        return Err(place
                            .problem("workbook-too-large")
                            .with("what", "sheets")
                            .with("limit", SHEETS_MAX));
                    }
                }
                _ => {}
            },
            _ => {}
        }
    }
}

/// The attribute `r:id`, whatever the prefix; `sheetId` has none.
fn relation_id(start: &BytesStart<'_>) -> String {
    start
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == "id" && attribute.key.prefix().is_some())
        .map(|attribute| value_of(&attribute))
        .unwrap_or_default()
}

fn shared_strings<R: Read + Seek>(package: &mut Package<R>, part: &str) -> Result<SharedStrings, Problem> {
    let mut elements = package.elements(part)?;
    let place = elements.place().clone();
    let mut strings = SharedStrings::default();
    // How deep in phonetic hints, which are no part of the text.
    let (mut hints, mut is_text) = (0u32, false);
    loop {
        let event = elements.next()?;
        match &event {
            Event::Eof => return Ok(strings),
            Event::Start(start) => match start.local_name().as_ref() {
                "rPh" => hints += 1,
                "t" => is_text = hints == 0,
                _ => {}
            },
            Event::End(end) => match end.local_name().as_ref() {
                "rPh" => hints = hints.saturating_sub(1),
                "t" => is_text = false,
                "si" => {
                    let start = strings.ends.last().map_or(0, |end| *end as usize);
                    if strings.text.len() - start > FIELD_BYTES_MAX {
                        return Err(place
                            .problem("workbook-too-large")
                            .with("what", "text")
                            .with("limit", FIELD_BYTES_MAX));
                    }
                    strings.ends.push(strings.text.len() as u32);
                    if strings.ends.len() > SHARED_STRINGS_MAX {
                        let problem = place.problem("workbook-too-large").with("what", "strings");
                        return Err(problem.with("limit", SHARED_STRINGS_MAX));
                    }
                }
                _ => {}
            },
            text if is_text => {
                if !push_text(text, &mut strings.text) {
                    return Err(place.problem("workbook-document-type"));
                }
                if strings.text.len() > SHARED_BYTES_MAX {
                    return Err(place
                        .problem("workbook-too-large")
                        .with("what", "strings-length")
                        .with("limit", SHARED_BYTES_MAX));
                }
            }
            _ => {}
        }
    }
}

fn looks<R: Read + Seek>(package: &mut Package<R>, part: &str) -> Result<Vec<NumberLook>, Problem> {
    let mut elements = package.elements(part)?;
    let place = elements.place().clone();
    let mut codes: HashMap<u32, NumberLook> = HashMap::new();
    let mut looks = Vec::new();
    let mut is_cell_format = false;
    loop {
        match elements.next()? {
            Event::Eof => return Ok(looks),
            Event::Start(start) => match start.local_name().as_ref() {
                "numFmt" => {
                    if let Ok(id) = attribute(&start, "numFmtId").parse() {
                        codes.insert(id, look_of_code(&attribute(&start, "formatCode")));
                    }
                }
                "cellXfs" => is_cell_format = true,
                "xf" if is_cell_format => {
                    let id = attribute(&start, "numFmtId").parse().unwrap_or(0);
                    looks.push(codes.get(&id).copied().unwrap_or_else(|| look_of_number(id)));
                }
                _ => {}
            },
            Event::End(end) if end.local_name().as_ref() == "cellXfs" => is_cell_format = false,
            _ => {}
        }
        if looks.len() > FORMATS_MAX || codes.len() > FORMATS_MAX {
            return Err(place
                .problem("workbook-too-large")
                .with("what", "formats")
                .with("limit", FORMATS_MAX));
        }
    }
}
