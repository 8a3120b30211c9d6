//! A case as files and steps: what both implementations are told, and how a person reads it.

use obligo_second::{Day, Scope};
use std::fmt;

/// A file of a KIND of the interchange contract.
#[derive(Debug, Clone)]
pub struct Table {
    /// KIND.
    pub kind: &'static str,
    /// Its rows without the header.
    pub rows: Vec<String>,
}

impl Table {
    /// Its text as imported.
    pub fn text(&self) -> String {
        let mut text = header(self.kind).to_owned();
        for row in &self.rows {
            text.push('\n');
            text.push_str(row);
        }
        text.push('\n');
        text
    }
}

/// The columns of a KIND that the cases use.
pub fn header(kind: &str) -> &'static str {
    match kind {
        "companies" => {
            "company,name,currency,insured_group,master,address_company,account_types,payment_terms,secured_terms"
        }
        "insurers" => "insurer,name,country",
        "buyers" => "account,branch,account_type,name,country,dependent_branch,category",
        "covers" => {
            "account,branch,account_type,policy,kind,valid_from,valid_until,co_insured_under,declined_on,\
             recommended_limit,recommended_from,reason"
        }
        "limits" => {
            "policy,account,branch,account_type,valid_from,valid_until,amount,currency,response,conditions,\
             conditions_met,max_term_months,max_term_months_value_dated,max_term_months_bills"
        }
        "evidence" => "account,branch,account_type,kind,date,positive,category,valid_until",
        "rates" => "date,base,currency,rate",
        "items" => {
            "company,document_no,kind,account,branch,account_type,document_date,posting_date,net_due_date,\
             value_date,receivable_start,currency,amount,net_amount,payment_terms,secured,disputed,origin,rate"
        }
        "settlements" => "company,document_no,kind,date,amount,method,reference,account,branch,account_type",
        "events" => "account,branch,account_type,company,document_no,kind,event,date",
        _ => "",
    }
}

/// The names of the kinds of edit.
pub const EDITS: [&str; 7] =
    ["insured", "status", "follow-up", "blocks-new", "uninsure", "no-follow-up", "reporting-status"];

/// What happens.
#[derive(Debug, Clone)]
pub enum Step {
    /// A file is imported.
    Import(Table),
    /// A declaration.
    Declare { policy: String, key_date: Day, named: bool, is_final: bool },
    /// An overdue notification.
    Notify {
        policy: String,
        key_date: Day,
        scope: Scope,
        repeat_from: Option<Day>,
        exceeding: Option<bool>,
        is_final: bool,
    },
    /// The final run so many before the last one is reversed; 0 = the last.
    Reverse { back: usize },
    /// A person changes the n-th item; `dice` decides details from what the item is.
    Edit { item: usize, what: &'static str, dice: u64 },
}

/// A case.
#[derive(Debug, Clone)]
pub struct Story {
    /// The number it came from.
    pub number: u64,
    /// Files of the scenario it begins with.
    pub start: Vec<Table>,
    /// Policy files, line by line.
    pub policies: Vec<Vec<String>>,
    /// In order.
    pub steps: Vec<Step>,
}

impl Story {
    /// Writes the scenario it begins with.
    pub fn write(&self, folder: &std::path::Path) {
        std::fs::create_dir_all(folder.join("policies")).expect("a folder for the policies");
        for table in self.start.iter().filter(|t| !t.rows.is_empty()) {
            std::fs::write(folder.join(format!("{}.csv", table.kind)), table.text())
                .expect("a file is written");
        }
        for (n, lines) in self.policies.iter().enumerate() {
            let file = folder.join(format!("policies/{n}.toml"));
            std::fs::write(file, lines.join("\n")).expect("a policy is written");
        }
    }
}

impl fmt::Display for Story {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "case {} begins with", self.number)?;
        for lines in &self.policies {
            writeln!(f, "--- policy\n{}", lines.join("\n"))?;
        }
        for table in self.start.iter().filter(|t| !t.rows.is_empty()) {
            write!(f, "--- {}.csv\n{}", table.kind, table.text())?;
        }
        for (n, step) in self.steps.iter().enumerate() {
            writeln!(f, "--- step {n}: {step}")?;
        }
        Ok(())
    }
}

/// `named` or `unnamed`.
pub fn kind_of_buyers(named: bool) -> &'static str {
    if named { "named" } else { "unnamed" }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = |is_final: &bool| if *is_final { " --final" } else { "" };
        match self {
            Step::Import(table) => write!(f, "import {}\n{}", table.kind, table.text().trim_end()),
            Step::Declare { policy, key_date, named, is_final } => {
                let buyers = kind_of_buyers(*named);
                write!(
                    f,
                    "declare --policy {policy} --key-date {key_date} --buyers {buyers}{}",
                    end(is_final)
                )
            }
            Step::Notify { policy, key_date, scope, repeat_from, exceeding, is_final } => {
                write!(f, "notify --policy {policy} --key-date {key_date} --scope {scope:?}")?;
                if let Some(day) = repeat_from {
                    write!(f, " --repeat-from {day}")?;
                }
                write!(f, " --exceeding {exceeding:?}{}", end(is_final))
            }
            Step::Reverse { back } => write!(f, "runs reverse (the {back}th before the last)"),
            Step::Edit { item, what, dice } => write!(f, "edit item {item}: {what} ({dice})"),
        }
    }
}
