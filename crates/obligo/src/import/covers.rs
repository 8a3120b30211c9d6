//! Covers of buyers (R1.5 to R1.7) with their numbers at the insurer (R1.10).

use super::checks::{Columns, last_day, not_negative};
use super::{FileReport, Import, Progress};
use crate::items::item_name;
use obligo_formats::schema::covers as column;
use obligo_formats::table::Record;
use obligo_rules::calendar::Day;
use obligo_rules::codes::CoverKind;
use obligo_rules::cover::{Cover, CoverRefusal, check_co_insured, check_kind_change, check_no_overlap};
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;
use obligo_store::change::change_any;
use obligo_store::cover::{CoverRow, cover_all, cover_put};
use obligo_store::item::item_insured_each;
use obligo_store::settlement::settlement_sum_before;
use obligo_store::version::Recorded;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

type Covers = BTreeMap<i64, Vec<CoverRow>>;

/// Imports a file of covers. They are checked against each other once all are read, so that their order does not matter.
pub fn import(
    import: &mut Import<'_, '_, '_>,
    path: &Path,
    progress: Progress<'_>,
) -> Result<FileReport, Problem> {
    let before = cover_all(import.tx, AsOf::NOW)?;
    let mut news = News::default();
    let report = import.read_table(path, &column::SCHEMA, progress, |import, record, report| {
        news.columns.note(record, &[column::VALID_FROM, column::KIND, column::CO_INSURED_UNDER]);
        let row = read(import, record)?;
        let first_day = row.cover.valid_from;
        let of_buyer = news.rows.entry(row.buyer_id).or_default();
        if of_buyer.contains_key(&first_day) {
            let problem = record.problem(column::VALID_FROM, "cover-overlaps");
            return Err(problem.with("account", account_of(import, row.buyer_id)).with("other", first_day));
        }
        let recorded = cover_put(import.tx, import.entry, &row)?;
        report.count(recorded);
        of_buyer.insert(first_day, FileRow { line: record.line(), is_new: recorded != Recorded::Same });
        Ok(())
    })?;
    if report.new + report.changed > 0 {
        let after = cover_all(import.tx, AsOf::NOW)?;
        news.check_overlaps(import, &after);
        news.check_co_insured(import, &after);
        news.check_kinds(import, &before, &after)?;
    }
    Ok(report)
}

fn account_of(import: &Import<'_, '_, '_>, buyer: i64) -> String {
    import.book.buyers.get(&buyer).map(|b| b.key.to_string()).unwrap_or_default()
}

fn read(import: &Import<'_, '_, '_>, record: &Record<'_>) -> Result<CoverRow, Problem> {
    let buyer_id = import.book.buyer(record, column::ACCOUNT, column::BRANCH, column::ACCOUNT_TYPE)?;
    let kind = record.need(column::KIND, record.one_of(column::KIND)?.and_then(CoverKind::parse))?;
    let valid_from = record.required_day(column::VALID_FROM)?;
    let is_own = matches!(kind, CoverKind::Named | CoverKind::Unnamed);
    let not_allowed =
        |column: usize| Err(record.problem(column, "cover-field-not-allowed").with("kind", kind.code()));
    if kind == CoverKind::CoInsured && !record.text(column::POLICY).is_empty() {
        return not_allowed(column::POLICY);
    }
    if kind != CoverKind::CoInsured && !record.text(column::CO_INSURED_UNDER).is_empty() {
        return not_allowed(column::CO_INSURED_UNDER);
    }
    let policy = if is_own || !record.text(column::POLICY).is_empty() {
        Some(import.book.policy(record, column::POLICY)?)
    } else {
        None
    };
    let recommended_limit = match policy {
        Some(policy) => not_negative(record, column::RECOMMENDED_LIMIT, policy.currency)?,
        None if record.text(column::RECOMMENDED_LIMIT).is_empty() => None,
        None => return not_allowed(column::RECOMMENDED_LIMIT),
    };
    let co_insured_under =
        if kind == CoverKind::CoInsured { Some(main_buyer(import, record)?) } else { None };
    Ok(CoverRow {
        buyer_id,
        cover: Cover {
            // A buyer that is not insured is under no policy, whichever refused it.
            policy: policy.filter(|_| is_own).map(|p| p.number),
            kind,
            valid_from,
            valid_until: last_day(record, column::VALID_UNTIL, valid_from)?,
            co_insured_under,
            declined_on: record.day(column::DECLINED_ON)?,
            recommended_limit,
            recommended_from: record.day(column::RECOMMENDED_FROM)?,
        },
        risk_number: record.text(column::RISK_NUMBER).to_owned(),
        reason: record.text(column::REASON).to_owned(),
        insurance_no: record.text(column::INSURANCE_NO).to_owned(),
        user_status: record.text(column::USER_STATUS).to_owned(),
    })
}

/// The main buyer named as `account/branch/account_type`; parts left out are filled in (R1.4).
fn main_buyer(import: &Import<'_, '_, '_>, record: &Record<'_>) -> Result<i64, Problem> {
    let mut parts = record.required(column::CO_INSURED_UNDER)?.splitn(3, '/');
    let mut part = || parts.next().unwrap_or("").trim();
    let (number, branch, account_type) = (part(), part(), part());
    import.book.account(number, branch, account_type).map_err(|problem| {
        let placed = record.problem(column::CO_INSURED_UNDER, problem.code);
        Problem { facts: problem.facts, ..placed }
    })
}

/// A cover of the file.
struct FileRow {
    line: u64,
    is_new: bool,
}

/// The covers of the file by buyer and first day.
#[derive(Default)]
struct News {
    columns: Columns,
    rows: HashMap<i64, BTreeMap<Day, FileRow>>,
}

impl News {
    fn line(&self, buyer: i64, first_day: Day) -> Option<u64> {
        self.rows.get(&buyer)?.get(&first_day).map(|row| row.line)
    }

    fn is_new(&self, buyer: i64, first_day: Day) -> bool {
        self.rows.get(&buyer).and_then(|days| days.get(&first_day)).is_some_and(|row| row.is_new)
    }

    /// Buyers with news, in order.
    fn buyers(&self) -> Vec<i64> {
        let mut buyers: Vec<i64> =
            self.rows.iter().filter(|(_, days)| days.values().any(|r| r.is_new)).map(|(b, _)| *b).collect();
        buyers.sort_unstable();
        buyers
    }

    /// A buyer has one cover at any date (R1.5): a stated end does not reach into the next cover.
    fn check_overlaps(&self, import: &mut Import<'_, '_, '_>, after: &Covers) {
        for buyer in self.buyers() {
            for pair in pairs(after, buyer) {
                let [first, second] = [pair.0, pair.1].map(|row| row.cover.clone());
                if check_no_overlap(&[first.clone(), second.clone()]).is_ok() {
                    continue;
                }
                let (at, other) = match self.line(buyer, second.valid_from) {
                    Some(line) => ((line, second.valid_from), first.valid_from),
                    None => (
                        (self.line(buyer, first.valid_from).unwrap_or(0), first.valid_from),
                        second.valid_from,
                    ),
                };
                let value = at.1.to_string();
                let problem = self.columns.problem(at.0, column::VALID_FROM, &value, "cover-overlaps");
                let account = account_of(import, buyer);
                import.refusal.push(problem.with("account", account).with("other", other));
            }
        }
    }

    /// Co-insured are only dependent branches, under a buyer that is not co-insured itself (R1.6).
    fn check_co_insured(&self, import: &mut Import<'_, '_, '_>, after: &Covers) {
        for (buyer, rows) in after {
            for (n, row) in rows.iter().enumerate() {
                let Some(main) = row.cover.co_insured_under else { continue };
                let of_main = after.get(&main).map_or(&[][..], Vec::as_slice);
                let nested = of_main.iter().enumerate().find(|(m, other)| {
                    other.cover.kind == CoverKind::CoInsured
                        && other.cover.valid_from <= last_day_of(rows, n)
                        && row.cover.valid_from <= last_day_of(of_main, *m)
                });
                let nested_from = nested.map(|(_, other)| other.cover.valid_from);
                let own = self.is_new(*buyer, row.cover.valid_from);
                let by_main = nested_from.is_some_and(|from| self.is_new(main, from));
                if !own && !by_main {
                    continue;
                }
                let dependent = import.book.buyers.get(buyer).is_some_and(|b| b.dependent_branch);
                let Err(refusal) = check_co_insured(*buyer, main, dependent, nested.is_some()) else {
                    continue;
                };
                let code = match refusal {
                    CoverRefusal::UnderItself => "cover-under-itself",
                    CoverRefusal::UnderCoInsured => "cover-under-co-insured",
                    _ => "cover-not-dependent",
                };
                let line = if own { self.line(*buyer, row.cover.valid_from) } else { None };
                let line = line.or_else(|| self.line(main, nested_from?)).unwrap_or(0);
                let (account, main) = (account_of(import, *buyer), account_of(import, main));
                let problem = self.columns.problem(line, column::CO_INSURED_UNDER, &main, code);
                import.refusal.push(problem.with("account", account).with("main", &main));
            }
        }
    }

    /// The kind of cover does not change while insured items are open (R1.7), those of co-insured accounts included.
    fn check_kinds(
        &self,
        import: &mut Import<'_, '_, '_>,
        before: &Covers,
        after: &Covers,
    ) -> Result<(), Problem> {
        let mut changes: Vec<KindChange> = Vec::new();
        for buyer in self.buyers() {
            for (first, second) in pairs(after, buyer) {
                let day = second.cover.valid_from;
                if self.is_new(buyer, day) || self.is_new(buyer, first.cover.valid_from) {
                    changes.push(KindChange {
                        buyer,
                        day,
                        before: first.cover.kind,
                        after: second.cover.kind,
                    });
                }
            }
            for old in before.get(&buyer).into_iter().flatten() {
                let day = old.cover.valid_from;
                let replaced = after.get(&buyer).into_iter().flatten().find(|r| r.cover.valid_from == day);
                if let Some(new) = replaced {
                    changes.push(KindChange { buyer, day, before: old.cover.kind, after: new.cover.kind });
                }
            }
        }
        changes.retain(|c| check_kind_change(Some(c.before), c.after, true).is_err());
        if changes.is_empty() || !change_any(import.tx)? {
            return Ok(());
        }
        let wanted: HashSet<i64> = changes.iter().map(|c| c.buyer).collect();
        let insured = insured_items(import, after, &wanted)?;
        for change in changes {
            for (item, amount) in insured.get(&change.buyer).into_iter().flatten() {
                if *amount == settlement_sum_before(import.tx, *item, change.day)? {
                    continue;
                }
                let line = self.line(change.buyer, change.day).or_else(|| self.first_line(change.buyer));
                let value = change.after.code();
                let code = "cover-kind-changes-while-insured";
                let problem = self
                    .columns
                    .problem(line.unwrap_or(0), column::KIND, value, code)
                    .with("account", account_of(import, change.buyer))
                    .with("before", change.before.code())
                    .with("after", value)
                    .with("item", item_name(import.tx, *item)?);
                import.refusal.push(problem);
                break;
            }
        }
        Ok(())
    }

    fn first_line(&self, buyer: i64) -> Option<u64> {
        self.rows.get(&buyer)?.values().filter(|row| row.is_new).map(|row| row.line).min()
    }
}

/// A change of kind when a cover begins.
struct KindChange {
    buyer: i64,
    day: Day,
    before: CoverKind,
    after: CoverKind,
}

/// Items with an insured amount and their amounts, by buyer; those of a co-insured account under its main buyer too.
fn insured_items(
    import: &Import<'_, '_, '_>,
    covers: &Covers,
    wanted: &HashSet<i64>,
) -> Result<HashMap<i64, Vec<(i64, i64)>>, Problem> {
    let mut counts_for: HashMap<i64, Vec<i64>> = wanted.iter().map(|b| (*b, vec![*b])).collect();
    for row in covers.values().flatten() {
        if let Some(main) = row.cover.co_insured_under.filter(|main| wanted.contains(main)) {
            let mains = counts_for.entry(row.buyer_id).or_default();
            if !mains.contains(&main) {
                mains.push(main);
            }
        }
    }
    let mut items: HashMap<i64, Vec<(i64, i64)>> = HashMap::new();
    item_insured_each(import.tx, |item, buyer, amount| {
        for main in counts_for.get(&buyer).into_iter().flatten() {
            items.entry(*main).or_default().push((item, amount));
        }
    })?;
    Ok(items)
}

/// Each cover of a buyer with the one after it.
fn pairs(covers: &Covers, buyer: i64) -> impl Iterator<Item = (&CoverRow, &CoverRow)> {
    let rows = covers.get(&buyer).map_or(&[][..], Vec::as_slice);
    rows.windows(2).filter_map(|pair| Some((pair.first()?, pair.get(1)?)))
}

/// The last day of a buyer's n-th cover: its own, or the day before the next.
fn last_day_of(rows: &[CoverRow], n: usize) -> Day {
    let stated = rows.get(n).and_then(|row| row.cover.valid_until);
    let next = rows.get(n + 1).map(|next| next.cover.valid_from.plus_days(-1));
    [stated, next].into_iter().flatten().min().unwrap_or(Day::LAST)
}
