//! The portfolio as interchange files, the way an ERP hands them over.

use crate::portfolio::{COMPANIES, Item, Portfolio};
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Code of the policy.
pub const POLICY: &str = "ACR/A";

/// The terms, as a policy file.
pub const TERMS: &str = r#"policy = "ACR/A"
name = "Domestic goods"
currency = "EUR"
valid_from = 2020-01-01

[declaration]
procedure = "balance"
vat_insured = true

[terms]
max_term_months = 4
overdue_basis = "net_due"
max_extension_days = 30
exclusion_days = 30

[default]
non_payment_report_days = 60
collection_days = 90
waiting = [{ from = "net_due", months = 6 }]
filing_days = 90
"#;

/// Header of `items.csv`, all 22 columns.
pub const ITEM_COLUMNS: &str = "company,document_no,kind,account,branch,account_type,document_date,posting_date,delivery_date,net_due_date,\
    value_date,receivable_start,currency,amount,net_amount,payment_terms,secured,disputed,posting_circle,origin,text,rate";

/// Header of `settlements.csv`, all 11 columns.
pub const SETTLEMENT_COLUMNS: &str =
    "company,document_no,kind,date,amount,method,reference,account,branch,account_type,settlement_no";

/// The files of a portfolio.
pub struct Files {
    /// A scenario folder with policy, companies, insurers, buyers, covers and limits.
    pub master: PathBuf,
    /// All items.
    pub items: PathBuf,
    /// Settlements up to the first key date.
    pub settlements: PathBuf,
    /// Settlements of the month after it.
    pub next_settlements: PathBuf,
    /// Rows of each.
    pub settled: u64,
    /// Rows of the second.
    pub next_settled: u64,
}

/// Writes the files of a portfolio into a folder.
pub fn write(portfolio: &Portfolio, folder: &Path) -> io::Result<Files> {
    let mut files = Files {
        master: folder.join("master"),
        items: folder.join("items.csv"),
        settlements: folder.join("settlements.csv"),
        next_settlements: folder.join("settlements-2.csv"),
        settled: 0,
        next_settled: 0,
    };
    write_master(portfolio, &files.master)?;
    let mut items = create(&files.items, ITEM_COLUMNS)?;
    let mut settlements = create(&files.settlements, SETTLEMENT_COLUMNS)?;
    let mut next_settlements = create(&files.next_settlements, SETTLEMENT_COLUMNS)?;
    for item in portfolio.numbers().map(|number| portfolio.item(number)) {
        write_item(&mut items, &item)?;
        let Some(date) = item.settled_on else { continue };
        let (file, count) = if date <= portfolio.key_date {
            (&mut settlements, &mut files.settled)
        } else {
            (&mut next_settlements, &mut files.next_settled)
        };
        *count += 1;
        let (company, document) = (item.company + 1, item.document_no());
        let amount = money(item.amount.abs());
        let (kind, reference) = (item.kind.code(), item.number / 40);
        writeln!(file, "{company:02},{document},{kind},{date},{amount},payment,P{reference:08},,,,")?;
    }
    for mut file in [items, settlements, next_settlements] {
        file.flush()?;
    }
    Ok(files)
}

fn write_item(file: &mut impl Write, item: &Item) -> io::Result<()> {
    let (company, document, kind, account) =
        (item.company + 1, item.document_no(), item.kind.code(), account(item.buyer));
    let (dated, posted, due) = (item.document_date, item.posting_date, item.net_due_date);
    let (amount, net, terms) = (money(item.amount), money(item.net_amount), item.terms);
    let order = item.number / 3;
    writeln!(
        file,
        "{company:02},{document},{kind},{account},0,D,{dated},{posted},{dated},{due},,,EUR,{amount},{net},{terms},,,,,Order {order},"
    )
}

fn write_master(portfolio: &Portfolio, folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder.join("policies"))?;
    fs::write(folder.join("policies").join("acr-a.toml"), TERMS)?;
    fs::write(folder.join("insurers.csv"), "insurer,name,country\nACR,Example Credit Insurance,DE\n")?;
    let mut companies = create(&folder.join("companies.csv"), "company,name,currency,insured_group,master")?;
    for company in 1..=COMPANIES {
        let is_master = company == 1;
        writeln!(companies, "{company:02},Company {company},EUR,G,{is_master}")?;
    }
    let mut buyers = create(
        &folder.join("buyers.csv"),
        "account,branch,account_type,name,country,currency,category,payment_terms",
    )?;
    let mut covers =
        create(&folder.join("covers.csv"), "account,branch,account_type,policy,kind,valid_from")?;
    let mut limits = create(
        &folder.join("limits.csv"),
        "policy,account,branch,account_type,valid_from,amount,currency,response",
    )?;
    let open_at_key_date = |item: &Item| {
        let is_open = item.settled_on.is_none_or(|date| date > portfolio.key_date);
        if is_open && item.kind.is_debit() { item.amount } else { 0 }
    };
    for (buyer, sum) in portfolio.insured_sums(open_at_key_date).into_iter().enumerate() {
        let (account, sum) = (account(buyer), money(sum));
        writeln!(buyers, "{account},0,D,Buyer {buyer},DE,EUR,company,30")?;
        writeln!(covers, "{account},0,D,{POLICY},named,2020-01-01")?;
        writeln!(limits, "{POLICY},{account},0,D,2020-01-01,{sum},EUR,2")?;
    }
    for mut file in [companies, buyers, covers, limits] {
        file.flush()?;
    }
    Ok(())
}

fn create(path: &Path, header: &str) -> io::Result<BufWriter<File>> {
    let mut file = BufWriter::with_capacity(1 << 20, File::create(path)?);
    writeln!(file, "{header}")?;
    Ok(file)
}

/// Address number of a buyer; its branch is 0, its account type D.
pub fn account(buyer: usize) -> String {
    (100_000 + buyer).to_string()
}

fn money(cents: i64) -> String {
    obligo_rules::money::format_minor(cents, 2)
}
