//! `monitor`, `work-list`, `notes` and `follow-up`: credit control on the command line.

use super::args::{DayOrNone, day, day_or_none, examples};
use super::context::Context;
use super::paint::Tone;
use super::table::IF_SAME;
use super::view::{List, Show, Spec, text};
use clap::builder::PossibleValuesParser;
use clap::{Args, Subcommand};
use obligo::credit::work_list::{
    ItemDatesChange, ManagerRange, MonitorRequest, NewAction, NewNote, WorkChoice, WorkLine, actions_of,
    add_note, close_note, items_followed_up, monitor_with_progress, notes, notes_of, reason_text,
    record_actions, set_item_dates, work_list,
};
use obligo::words::Words;
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use obligo_rules::selection::{Change, WorkOrder};
use serde_json::{Value, json};

/// Select the payers that need a decision, and say what has changed since the run before
///
/// The run is recorded and becomes the work list of the payers it looked at. Actions, notes and dates recorded before stay. Payers with an
/// open note whose date lies ahead are left out.
#[derive(Args, Debug)]
#[command(after_help = examples!(
    "obligo monitor --key-date 2024-06-30" "obligo monitor --managers KM1..KM3 --key-date 2024-06-30 --json"
))]
pub struct MonitorArgs {
    /// Key date, YYYY-MM-DD
    #[arg(long, value_name = "DATE", value_parser = day)]
    key_date: Day,
    /// Credit managers, A..B, both ends included; seniors with their juniors. Default: all payers
    #[arg(long, value_name = "A..B")]
    managers: Option<String>,
}

/// The work list: what the last run said of each payer, and what was done about it
#[derive(Args, Debug)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = examples!(
        "obligo work-list" "obligo work-list --manager KM1 --order past_due"
        "obligo work-list action 10021/0/D --criterion past_due --code 10"
        "obligo work-list actions 10021/0/D"
    )
)]
pub struct WorkListArgs {
    #[command(subcommand)]
    command: Option<WorkListCommand>,
    #[command(flatten)]
    list: ListArgs,
}

#[derive(Debug, Subcommand)]
enum WorkListCommand {
    List(ListArgs),
    Action(ActionArgs),
    Actions(ActionsArgs),
}

/// List the payers to work on
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo work-list list --change new" "obligo work-list list --totals"))]
struct ListArgs {
    /// Only those of this credit manager
    #[arg(long, value_name = "CODE")]
    manager: Option<String>,
    /// Only those this criterion brought
    #[arg(long, value_name = "NAME")]
    criterion: Option<String>,
    /// Only those with this change; without, those to work on
    #[arg(long, value_parser = PossibleValuesParser::new(Change::ALL.map(Change::code)))]
    change: Option<String>,
    /// Order
    #[arg(long, default_value = "payer", value_parser = PossibleValuesParser::new(WorkOrder::ALL.map(|(_, name)| name)))]
    order: String,
    /// How notes stand on this date. Default: the key date of the last run
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<Day>,
    /// The totals of the last run instead
    #[arg(long)]
    totals: bool,
}

/// Record what is done about a reason
#[derive(Args, Debug)]
#[command(after_help = examples!(
    "obligo work-list action 10021/0/D --criterion past_due --code 10 --remark \"phoned accounts payable\""
))]
struct ActionArgs {
    /// The payer: ACCOUNT/BRANCH/TYPE
    account: String,
    /// Criterion it is about
    #[arg(long, value_name = "NAME")]
    criterion: String,
    /// Action code of the credit policy; 0 takes an earlier one back
    #[arg(long, value_name = "1-99")]
    code: u8,
    /// What there is to say beside it
    #[arg(long, default_value = "", value_name = "TEXT")]
    remark: String,
}

/// List the actions recorded on a payer
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo work-list actions 10021/0/D --json"))]
struct ActionsArgs {
    /// The payer: ACCOUNT/BRANCH/TYPE
    account: String,
}

/// Notes with what was agreed and until when
#[derive(Debug, Subcommand)]
#[command(after_help = examples!(
    "obligo notes list"
    "obligo notes add 10021/0/D --contact \"Ms Berg, phone\" --result \"pays half\" --promised 5000.00 --until 2024-07-15"
    "obligo notes close 4 --reason \"paid by another account\""
))]
pub enum NotesCommand {
    List(NotesListArgs),
    Add(NotesAddArgs),
    Close(NotesCloseArgs),
}

/// List open notes, or all
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo notes list --account 10021/0/D --all"))]
pub struct NotesListArgs {
    /// Only those on this payer: ACCOUNT/BRANCH/TYPE
    #[arg(long)]
    account: Option<String>,
    /// Also closed ones, and those whose items are settled
    #[arg(long)]
    all: bool,
    /// How they stand on this date. Default: today
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<Day>,
}

/// Write a note on a payer
#[derive(Args, Debug)]
#[command(after_help = examples!(
    "obligo notes add 10021/0/D --result \"wants a copy of the invoice\" --action \"send it\" --until 2024-07-02 --item 01/4711/invoice"
))]
pub struct NotesAddArgs {
    /// The payer: ACCOUNT/BRANCH/TYPE
    account: String,
    /// Whom one spoke to, and how
    #[arg(long, default_value = "", value_name = "TEXT")]
    contact: String,
    /// What came of it
    #[arg(long, default_value = "", value_name = "TEXT")]
    result: String,
    /// What was agreed
    #[arg(long, default_value = "", value_name = "TEXT")]
    action: String,
    /// Last day for what was agreed; until then the payer is left off the work list
    #[arg(long, value_name = "DATE", value_parser = day)]
    until: Option<Day>,
    /// Amount promised, in the payer's currency
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    promised: Option<String>,
    /// Item it is about, COMPANY/DOCUMENT/KIND; once for each. When all are settled, the note closes itself
    #[arg(long = "item", value_name = "ITEM")]
    items: Vec<String>,
}

/// Close a note by hand
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo notes close 4 --reason \"paid by another account\""))]
pub struct NotesCloseArgs {
    /// Its number
    note: i64,
    /// Why
    #[arg(long, default_value = "", value_name = "TEXT")]
    reason: String,
}

/// Set the follow-up date and the stop date of an item, or list those set
#[derive(Args, Debug)]
#[command(after_help = examples!(
    "obligo follow-up" "obligo follow-up 01/4711/invoice --on 2024-07-10" "obligo follow-up 01/4711/invoice --on none --stop-until 2024-08-01"
))]
pub struct FollowUpArgs {
    /// The item: COMPANY/DOCUMENT/KIND; without one, open items with a date are listed
    item: Option<String>,
    /// When it is to be looked at again; none clears it
    #[arg(long, value_name = "DATE", value_parser = day_or_none, requires = "item")]
    on: Option<DayOrNone>,
    /// Last day on which no reminder goes out for it; none clears it
    #[arg(long, value_name = "DATE", value_parser = day_or_none, requires = "item")]
    stop_until: Option<DayOrNone>,
}

/// As much of the reasons as a terminal has room for; `--json`, the report and the pages have all of them.
const REASONS_SHOWN: usize = 54;

const LINES: &[Spec] = &[
    Spec::new("account", Show::Text, 0).toned(|_| Tone::Name),
    Spec::new("branch", Show::Text, IF_SAME),
    Spec::new("name", Show::Cut(20), 2),
    Spec::new("credit_manager", Show::Text, 3),
    Spec::new("currency", Show::Text, IF_SAME),
    Spec::new("overdue", Show::Amount, 0).toned(|_| Tone::Strong),
    Spec::new("change", Show::Word("credit-change"), 0).toned(change_tone),
    Spec::new("reasons", Show::Cut(REASONS_SHOWN), 0),
    Spec::new("note", Show::Word("note-state"), 1).toned(note_tone),
    Spec::new("actions", Show::Cut(24), 1),
];

const NOTES: &[Spec] = &[
    Spec::new("note", Show::Count, 0),
    Spec::new("account", Show::Text, 0).toned(|_| Tone::Name),
    Spec::new("name", Show::Cut(20), 2),
    Spec::new("state", Show::Word("note-state"), 0).toned(note_tone),
    Spec::new("action_date", Show::Text, 0),
    Spec::new("currency", Show::Text, IF_SAME),
    Spec::new("promised", Show::Amount, 1),
    Spec::new("contact", Show::Cut(24), 3),
    Spec::new("result", Show::Cut(32), 0),
    Spec::new("action", Show::Cut(32), 0),
    Spec::new("items", Show::Cut(24), 4),
];

const DATES: &[Spec] = &[
    Spec::new("item", Show::Text, 0).toned(|_| Tone::Name),
    Spec::new("follow_up_date", Show::Text, 0),
    Spec::new("stop_until", Show::Text, 0),
    Spec::new("recorded_by", Show::Text, 1),
];

const ACTIONS: &[Spec] = &[
    Spec::new("criterion", Show::Text, 0).toned(|_| Tone::Name),
    Spec::new("code", Show::Count, 0),
    Spec::new("text", Show::Cut(32), 0),
    Spec::new("remark", Show::Cut(40), 1),
    Spec::new("recorded_by", Show::Text, 2),
    Spec::new("recorded_at", Show::Short(10), 0),
];

const TOTALS: &[Spec] = &[
    Spec::new("criterion", Show::Text, 0).toned(|_| Tone::Name),
    Spec::new("payers", Show::Count, 0),
    Spec::new("currency", Show::Text, 0),
    Spec::new("actual", Show::Amount, 0),
    Spec::new("limit", Show::Amount, 0),
];

fn change_tone(row: &Value) -> Tone {
    match text(row, "change") {
        "new" | "worse" => Tone::Bad,
        "better" | "cleared" => Tone::Good,
        _ => Tone::Dim,
    }
}

fn note_tone(row: &Value) -> Tone {
    let state = if text(row, "state").is_empty() { text(row, "note") } else { text(row, "state") };
    match state {
        "passed" => Tone::Bad,
        "due" => Tone::Warn,
        _ => Tone::Dim,
    }
}

/// `monitor`.
pub fn monitor_command(context: &mut Context, args: &MonitorArgs) -> Result<(), Problem> {
    let managers = args.managers.as_deref().map(ManagerRange::parse).transpose()?;
    let mut session = context.open()?;
    let mut bar = context.progress.bar(context.text("credit-working", &[]));
    let request = MonitorRequest { key_date: args.key_date, managers };
    let run = monitor_with_progress(&mut session, &request, &mut |done, of| bar.at(done, of))?;
    drop(bar);
    let shown = run.lines.iter().filter(|line| line.selected.change != Change::Waiting);
    if context.json {
        return shown.map(WorkLine::json).try_for_each(|line| context.out.json(&line));
    }
    let facts = [("run", run.run.to_string()), ("date", run.key_date.to_string())];
    let title = context.text("monitor-done", &facts);
    let details = changes(context, &run.totals["payers"]);
    context.headline(&title, &details)?;
    let mut list = List::new(LINES);
    let words = context.words;
    for line in shown {
        list.add(context, &row(words, line, line.json()));
    }
    list.print(context)
}

/// How many payers have which change.
fn changes(context: &Context, counts: &Value) -> Vec<String> {
    let told = |change: Change| {
        let count = usize::try_from(counts[change.code()].as_u64().unwrap_or(0)).unwrap_or(0);
        (count > 0).then(|| context.count(&format!("credit-payers-{}", change.code()), count))
    };
    Change::ALL.into_iter().filter_map(told).collect()
}

/// A line with its reasons as one text.
fn row(words: &Words, line: &WorkLine, mut shown: Value) -> Value {
    let selected = &line.selected;
    let reasons: Vec<String> =
        selected.reasons.iter().map(|reason| reason_text(words, reason, selected.currency)).collect();
    shown["reasons"] = json!(reasons.join("; "));
    shown
}

/// `work-list`.
pub fn work_list_command(context: &mut Context, args: WorkListArgs) -> Result<(), Problem> {
    match args.command {
        Some(WorkListCommand::Action(args)) => act(context, args),
        Some(WorkListCommand::Actions(args)) => actions(context, &args),
        Some(WorkListCommand::List(args)) => list(context, args),
        None => list(context, args.list),
    }
}

fn list(context: &mut Context, args: ListArgs) -> Result<(), Problem> {
    let mut session = context.open()?;
    let Some(run) = obligo::credit::work_list::last_run(&mut session)? else {
        let none = context.text("credit-no-run", &[]);
        return if context.json { Ok(()) } else { context.out.line(&none) };
    };
    if args.totals {
        return totals(context, &run.totals);
    }
    let choice = WorkChoice {
        credit_manager: args.manager,
        criterion: args.criterion,
        change: args.change.as_deref().and_then(Change::parse),
        order: WorkOrder::parse(&args.order).unwrap_or_default(),
    };
    let found = work_list(&mut session, &choice, args.as_of.unwrap_or(run.key_date), (0, usize::MAX))?;
    if context.json {
        return found.lines.iter().try_for_each(|line| context.out.json(&line.json()));
    }
    let facts = [("run", run.run.to_string()), ("date", run.key_date.to_string())];
    let title = context.text("work-list-title", &facts);
    let counts = found.changes.iter().map(|(change, count)| (change.code().to_owned(), json!(count)));
    let details = changes(context, &Value::Object(counts.collect()));
    context.headline(&title, &details)?;
    let words = context.words;
    let mut list = List::new(LINES);
    for worked in &found.lines {
        let mut shown = row(words, &worked.line, worked.json());
        let codes: Vec<String> =
            worked.actions.iter().flatten().map(|action| action.action_code.to_string()).collect();
        shown["actions"] = json!(codes.join(", "));
        list.add(context, &shown);
    }
    list.print(context)
}

fn totals(context: &mut Context, totals: &str) -> Result<(), Problem> {
    let totals: Value = serde_json::from_str(totals).unwrap_or_default();
    if context.json {
        return context.out.json(&totals);
    }
    let details = changes(context, &totals["payers"]);
    let title = context.text("credit-totals", &[]);
    context.headline(&title, &details)?;
    let words = context.words;
    let mut list = List::new(TOTALS);
    for criterion in totals["criteria"].as_array().into_iter().flatten() {
        let name = obligo::credit::work_list::criterion_text(words, text(criterion, "name"));
        let amounts = criterion["amounts"].as_array().cloned().unwrap_or_default();
        let amounts = if amounts.is_empty() { vec![json!({})] } else { amounts };
        for mut amount in amounts {
            amount["criterion"] = json!(name);
            amount["payers"] = criterion["payers"].clone();
            list.add(context, &amount);
        }
    }
    list.print(context)
}

fn act(context: &mut Context, args: ActionArgs) -> Result<(), Problem> {
    let mut session = context.open()?;
    let action = NewAction { criterion: args.criterion, code: args.code, remark: args.remark };
    let recorded = record_actions(&mut session, &args.account, &[action])?;
    if context.json {
        return context.out.json(&recorded);
    }
    let done = context.text("work-list-action-done", &[("account", args.account)]);
    context.toned(Tone::Good, &done)
}

fn actions(context: &mut Context, args: &ActionsArgs) -> Result<(), Problem> {
    let mut session = context.open()?;
    let found = actions_of(&mut session, &args.account)?;
    if context.json {
        return found.iter().try_for_each(|action| context.out.json(&action.json()));
    }
    let mut list = List::new(ACTIONS);
    let words = context.words;
    for action in &found {
        let mut line = action.json();
        let criterion = obligo::credit::work_list::criterion_text(words, text(&line, "criterion"));
        line["criterion"] = json!(criterion);
        list.add(context, &line);
    }
    if list.seen() == 0 {
        let none = context.text("credit-no-actions", &[]);
        return context.out.line(&none);
    }
    list.print(context)
}

/// `notes`.
pub fn notes_command(context: &mut Context, command: NotesCommand) -> Result<(), Problem> {
    match command {
        NotesCommand::List(args) => notes_list(context, &args),
        NotesCommand::Add(args) => notes_add(context, args),
        NotesCommand::Close(args) => {
            let mut session = context.open()?;
            close_note(&mut session, args.note, &args.reason)?;
            if context.json {
                return context.out.json(&json!({ "note": args.note }));
            }
            let done = context.text("notes-closed", &[("note", args.note.to_string())]);
            context.toned(Tone::Good, &done)
        }
    }
}

fn notes_list(context: &mut Context, args: &NotesListArgs) -> Result<(), Problem> {
    let mut session = context.open()?;
    let key_date = args.as_of.unwrap_or(session.today());
    let mut found = match &args.account {
        Some(account) => notes_of(&mut session, account, key_date)?,
        None => notes(&mut session, key_date, args.all)?,
    };
    found.retain(|note| args.all || note.state.is_open());
    if context.json {
        return found.iter().try_for_each(|note| context.out.json(&note.json()));
    }
    let mut list = List::new(NOTES);
    for note in &found {
        let mut line = note.json();
        let items: Vec<&str> = note.items.iter().map(|(item, _)| item.as_str()).collect();
        line["items"] = json!(items.join(", "));
        list.add(context, &line);
    }
    if list.seen() == 0 {
        let none = context.text("credit-no-notes", &[]);
        return context.out.line(&none);
    }
    list.print(context)
}

fn notes_add(context: &mut Context, args: NotesAddArgs) -> Result<(), Problem> {
    let mut session = context.open()?;
    let NotesAddArgs { account, contact, result, action, until, promised, items } = args;
    let new = NewNote { account, contact, result, action, action_date: until, promised, items };
    let note = add_note(&mut session, &new)?;
    if context.json {
        return context.out.json(&json!({ "note": note }));
    }
    let done = context.text("notes-added", &[("note", note.to_string())]);
    context.toned(Tone::Good, &done)
}

/// `follow-up`.
pub fn follow_up_command(context: &mut Context, args: FollowUpArgs) -> Result<(), Problem> {
    let mut session = context.open()?;
    if let Some(item) = args.item {
        let change = ItemDatesChange {
            follow_up_on: args.on.map(|day| day.0),
            stop_until: args.stop_until.map(|day| day.0),
        };
        let done = set_item_dates(&mut session, &[(item.clone(), change)])?;
        if context.json {
            return context.out.json(&done);
        }
        let done = context.text("follow-up-done", &[("item", item)]);
        return context.toned(Tone::Good, &done);
    }
    let key_date = session.today();
    let found = items_followed_up(&mut session, key_date)?;
    if context.json {
        return found.iter().try_for_each(|dates| context.out.json(&dates.json()));
    }
    let mut list = List::new(DATES);
    for dates in &found {
        list.add(context, &dates.json());
    }
    if list.seen() == 0 {
        let none = context.text("credit-no-dates", &[]);
        return context.out.line(&none);
    }
    list.print(context)
}
