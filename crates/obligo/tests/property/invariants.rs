//! What the rules promise, each as a property of the program alone.

use super::compare::{Mismatch, name, told};
use super::product::Product;
use super::story::{Step, Story};
use obligo::items::ItemView;
use obligo_rules::codes::InsuranceStatus;
use obligo_second::money::parse_amount;
use obligo_second::{AccountKey, Day, ItemKey, ItemKind, World};
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};

/// Far enough for every posting of a story.
const END: &str = "2030-12-31";

fn fails(what: &'static str, text: String) -> Result<(), Mismatch> {
    Err(Mismatch { step: None, what, text })
}

/// The program as a story goes on; the second implementation only says who is whose main buyer.
struct Stage {
    product: Product,
    world: World,
}

impl Stage {
    fn new(story: &Story) -> Result<(Stage, std::path::PathBuf), Mismatch> {
        let refused = |text| Mismatch { step: None, what: "import refused", text };
        let (product, start) = Product::of(story).map_err(|refusal| refused(told(&refusal)))?;
        let world = World::load(&start).map_err(refused)?;
        Ok((Stage { product, world }, start))
    }

    /// Does what the step says; whether it was a final run that stands.
    fn go(&mut self, step: &Step) -> Option<i64> {
        match step {
            Step::Import(table) => {
                if self.product.import(table).is_ok() {
                    let _ = self.world.import(table.kind, &table.text());
                }
                None
            }
            Step::Declare { policy, key_date, named, is_final } => {
                self.product.declare(policy, *key_date, *named, *is_final).ok()?.run
            }
            Step::Notify { policy, key_date, scope, repeat_from, exceeding, is_final } => {
                self.product.notify(policy, *key_date, *scope, *repeat_from, *exceeding, *is_final).ok()?.run
            }
            Step::Reverse { back } => {
                let position = self.product.runs.len().checked_sub(1 + back)?;
                let _ = self.product.reverse(self.product.runs[position]);
                None
            }
            Step::Edit { .. } => None,
        }
    }

    fn items(&mut self, as_of: Day) -> BTreeMap<String, ItemView> {
        self.product.items(as_of).into_iter().map(|view| (item_name(&view), view)).collect()
    }

    fn main_of(&self, view: &ItemView, policy: &str, day: Day) -> Option<AccountKey> {
        let key = account(view);
        let current = self.world.current_cover(&key, day).filter(|(_, cover)| cover.policy == policy);
        current.or_else(|| self.world.last_cover(&key, policy, day)).map(|(main, _)| main)
    }
}

fn account(view: &ItemView) -> AccountKey {
    AccountKey {
        account: view.key.account.clone(),
        branch: view.key.branch.clone(),
        account_type: view.key.account_type.clone(),
    }
}

fn item_name(view: &ItemView) -> String {
    name(&ItemKey {
        company: view.company.clone(),
        document_no: view.document_no.clone(),
        kind: ItemKind::parse(view.kind.code()).unwrap_or_default(),
        account: account(view),
    })
}

/// Runs `each` before and after every step that is a final run.
fn around_final_runs(
    story: &Story,
    mut each: impl FnMut(&mut Stage, &Step, Day) -> Result<(), Mismatch>,
) -> Result<(), Mismatch> {
    let (mut stage, _) = Stage::new(story)?;
    for (n, step) in story.steps.iter().enumerate() {
        match step {
            Step::Declare { key_date, is_final: true, .. }
            | Step::Notify { key_date, is_final: true, .. } => {
                each(&mut stage, step, *key_date).map_err(|m| Mismatch { step: Some(n), ..m })?;
            }
            _ => {
                stage.go(step);
            }
        }
    }
    Ok(())
}

fn end() -> Day {
    Day::parse(END).unwrap_or_default()
}

/// R5.1: the insured amount lies between 0 and the insurable open amount, on debit items of status `K` only.
pub fn insured_within_bounds(story: &Story) -> Result<(), Mismatch> {
    around_final_runs(story, |stage, step, key_date| {
        stage.go(step);
        for (name, view) in stage.items(key_date) {
            let open = view.insurable_open.unwrap_or(0).max(0);
            let carries = view.kind.is_debit() && view.insurance.status == InsuranceStatus::Insurable;
            if view.insured < 0 || view.insured > open || (view.insured > 0 && !carries) {
                return fails(
                    "R5.1",
                    format!("{name}: insured {} of {open}, {:?}", view.insured, view.insurance.status),
                );
            }
        }
        Ok(())
    })
}

/// R5.2: after a final declaration a buyer holds no more than sum and credits, unless it held more before.
pub fn never_insured_beyond_the_room(story: &Story) -> Result<(), Mismatch> {
    around_final_runs(story, |stage, step, key_date| {
        let Step::Declare { policy, named, .. } = step else {
            stage.go(step);
            return Ok(());
        };
        let sums = |stage: &mut Stage| {
            let mut held: HashMap<AccountKey, i128> = HashMap::new();
            for view in stage.items(key_date).into_values() {
                let of_policy = view.policy.as_deref() == Some(policy.as_str());
                if let Some(main) = stage.main_of(&view, policy, key_date).filter(|_| of_policy) {
                    *held.entry(main).or_default() += i128::from(view.insured);
                }
            }
            held
        };
        let before = sums(stage);
        let Ok(result) = stage.product.declare(policy, key_date, *named, true) else { return Ok(()) };
        let after = sums(stage);
        let terms = &stage.world.policies[policy];
        let decimals = obligo_second::money::exponent(&terms.currency);
        for line in &result.document.lines {
            let line: Value = serde_json::from_str(line).unwrap_or_default();
            let text = |key: &str| line[key].as_str().unwrap_or("").to_owned();
            let main = AccountKey {
                account: text("account"),
                branch: text("branch"),
                account_type: text("account_type"),
            };
            let figure = |key: &str| parse_amount(&text(key), decimals).unwrap_or(0);
            if terms.turnover_procedure && terms.credits_free_room {
                // Its lines do not show the credits that freed room.
                continue;
            }
            let freed = if terms.credits_free_room { figure("credits") } else { 0 };
            let room = if figure("insured_sum") == 0 { 0 } else { figure("insured_sum") + freed };
            let of = |held: &HashMap<AccountKey, i128>| held.get(&main).copied().unwrap_or(0);
            if of(&after) > room.max(of(&before)) {
                let text = format!("{line}\nheld {} before, {} after, room {room}", of(&before), of(&after));
                return fails("R5.2", text);
            }
        }
        Ok(())
    })
}

/// R5.3: a run lowers no insured amount further than the open amount has fallen.
pub fn never_lowered_by_a_run(story: &Story) -> Result<(), Mismatch> {
    around_final_runs(story, |stage, step, key_date| {
        let before = stage.items(key_date);
        stage.go(step);
        let after = stage.items(key_date);
        for (name, view) in before {
            // The list shows the smaller of what is stored and the insurable open amount, so settlement is in it.
            if after.get(&name).is_none_or(|now| now.insured < view.insured) {
                let now = after.get(&name).map(|now| now.insured);
                return fails(
                    "R5.3",
                    format!("{name}: insured {} before the run, {now:?} after", view.insured),
                );
            }
        }
        Ok(())
    })
}

/// R4.1: a run changes no status but `?` and `I`.
pub fn status_is_sticky(story: &Story) -> Result<(), Mismatch> {
    around_final_runs(story, |stage, step, _| {
        let before = stage.items(end());
        stage.go(step);
        let after = stage.items(end());
        for (name, view) in before {
            let (was, now) = (view.insurance.status, after[&name].insurance.status);
            let free = matches!(was, InsuranceStatus::Unexamined | InsuranceStatus::ZeroLimit);
            if was != now && !free {
                return fails("R4.1", format!("{name}: {was:?} became {now:?}"));
            }
        }
        Ok(())
    })
}

/// R3.9: dates once fixed are not moved by runs.
pub fn dates_stay_fixed(story: &Story) -> Result<(), Mismatch> {
    around_final_runs(story, |stage, step, _| {
        let before = stage.items(end());
        stage.go(step);
        let after = stage.items(end());
        for (name, view) in before {
            let (was, now) = (view.insurance.deadlines, after[&name].insurance.deadlines);
            let moved = was.as_array().iter().zip(now.as_array()).any(|(a, b)| a.is_some() && *a != b);
            if moved {
                return fails("R3.9", format!("{name}: {was:?} became {now:?}"));
            }
        }
        Ok(())
    })
}

/// R7.5, R8.1: a preview writes nothing, and says what the final run after it says.
pub fn previews_write_nothing(story: &Story) -> Result<(), Mismatch> {
    around_final_runs(story, |stage, step, _| {
        let preview = match step.clone() {
            Step::Declare { policy, key_date, named, .. } => {
                Step::Declare { policy, key_date, named, is_final: false }
            }
            Step::Notify { policy, key_date, scope, repeat_from, exceeding, .. } => {
                Step::Notify { policy, key_date, scope, repeat_from, exceeding, is_final: false }
            }
            other => other,
        };
        let before = stage.product.fingerprint();
        let shown = lines(stage, &preview);
        if stage.product.fingerprint() != before {
            return fails("R7.5", format!("the preview wrote: {preview}"));
        }
        let done = lines(stage, step);
        match (shown, done) {
            (Some(shown), Some(done)) if shown != done => {
                fails("R8.1", format!("preview and final run differ: {shown:#?}\n{done:#?}"))
            }
            _ => Ok(()),
        }
    })
}

fn lines(stage: &mut Stage, step: &Step) -> Option<Vec<String>> {
    let result = match step {
        Step::Declare { policy, key_date, named, is_final } => {
            stage.product.declare(policy, *key_date, *named, *is_final)
        }
        Step::Notify { policy, key_date, scope, repeat_from, exceeding, is_final } => {
            stage.product.notify(policy, *key_date, *scope, *repeat_from, *exceeding, *is_final)
        }
        _ => return None,
    };
    result.ok().map(|result| result.document.lines)
}

/// R8.4: a reversal restores exactly what the run found; the same run again gives the same lines.
pub fn a_reversal_restores(story: &Story) -> Result<(), Mismatch> {
    around_final_runs(story, |stage, step, key_date| {
        let days = [key_date.plus_days(-30), key_date, end()];
        let before: Vec<_> = days.iter().map(|d| format!("{:?}", stage.items(*d))).collect();
        let Some(first) = lines(stage, step) else { return Ok(()) };
        let Some(run) = stage.product.runs.last().copied() else { return Ok(()) };
        if let Err(problem) = stage.product.reverse(run) {
            return fails("R8.4", format!("run {run} just done is not reversed: {problem:?}"));
        }
        let after: Vec<_> = days.iter().map(|d| format!("{:?}", stage.items(*d))).collect();
        for ((day, before), after) in days.iter().zip(before).zip(after) {
            if before != after {
                return fails("R8.4", format!("as of {day}\nbefore  {before}\nrestored {after}"));
            }
        }
        let again = lines(stage, step);
        if again.as_ref() == Some(&first) {
            return Ok(());
        }
        fails("R8.4", format!("the same run again differs: {first:#?}\n{again:#?}"))
    })
}

/// R14.1: importing a file twice changes nothing.
pub fn importing_twice_changes_nothing(story: &Story) -> Result<(), Mismatch> {
    let (mut stage, start) = Stage::new(story)?;
    let again = |stage: &mut Stage, import: &mut dyn FnMut(&mut Product) -> bool| {
        let before = stage.product.fingerprint();
        let read = import(&mut stage.product);
        if !read || stage.product.fingerprint() != before {
            return fails("R14.1", format!("read again: {read}, and something changed"));
        }
        Ok(())
    };
    again(&mut stage, &mut |product| product.import_scenario(&start).is_ok())?;
    for (n, step) in story.steps.iter().enumerate() {
        match step {
            Step::Import(table) => {
                if stage.product.import(table).is_ok() {
                    let twice = again(&mut stage, &mut |product| product.import(table).is_ok());
                    twice.map_err(|m| Mismatch { step: Some(n), ..m })?;
                }
            }
            other => {
                stage.go(other);
            }
        }
    }
    Ok(())
}

/// R0.4: what a list shows as of a day before a run, it still shows after the run.
pub fn the_past_stays(story: &Story) -> Result<(), Mismatch> {
    around_final_runs(story, |stage, step, key_date| {
        let days = [key_date.plus_days(-1), key_date.plus_days(-25), key_date.plus_days(-70)];
        let before: Vec<_> = days.iter().map(|d| stage.items(*d)).collect();
        stage.go(step);
        for (day, before) in days.iter().zip(before) {
            let after = stage.items(*day);
            for (name, view) in &before {
                let (was, now) = (format!("{view:?}"), format!("{:?}", after[name]));
                if was != now {
                    return fails("R0.4", format!("as of {day}, {name}\nbefore {was}\nafter  {now}"));
                }
            }
        }
        Ok(())
    })
}

/// R8.1: a final run is printed again byte for byte, whatever happens later.
pub fn runs_print_the_same_again(story: &Story) -> Result<(), Mismatch> {
    let (mut stage, _) = Stage::new(story)?;
    let mut printed: Vec<(i64, String)> = Vec::new();
    for (n, step) in story.steps.iter().enumerate() {
        if let Some(run) = stage.go(step) {
            let text = stage.product.reprint(run);
            printed.push((run, text));
        }
        for (run, text) in &printed {
            let now = stage.product.reprint(*run);
            if now != *text {
                let text = format!("run {run}\nfirst {text}\nnow   {now}");
                return Err(Mismatch { step: Some(n), what: "R8.1", text });
            }
        }
    }
    Ok(())
}
