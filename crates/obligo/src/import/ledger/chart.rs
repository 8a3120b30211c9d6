//! Which accounts of a ledger are debtors, revenue, money, losses: as the map file says, else as is usual in the format's country.

use super::Program;
use obligo_formats::map_books::Books;
use obligo_formats::sie5::OPENING_JOURNAL;

/// Accounts by beginning (`411`) or range (`1510-1519`, both of one length).
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Accounts(Vec<Rule>);

#[derive(Clone, PartialEq, Eq, Debug)]
enum Rule {
    Beginning(String),
    Range(String, String),
}

impl Accounts {
    fn of(texts: impl IntoIterator<Item = impl AsRef<str>>) -> Accounts {
        let rule = |text: &str| match text.split_once('-') {
            Some((from, to)) if from.len() == to.len() && !from.is_empty() => {
                Rule::Range(from.to_owned(), to.to_owned())
            }
            _ => Rule::Beginning(text.to_owned()),
        };
        Accounts(texts.into_iter().map(|text| rule(text.as_ref().trim())).collect())
    }

    /// Whether the account is one of these.
    #[must_use]
    pub fn has(&self, account: &str) -> bool {
        self.0.iter().any(|rule| match rule {
            Rule::Beginning(start) => account.starts_with(start.as_str()),
            Rule::Range(from, to) => {
                account.len() == from.len() && account >= from.as_str() && account <= to.as_str()
            }
        })
    }
}

/// What the accounts of a ledger mean.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Chart {
    /// Debtors.
    pub receivables: Accounts,
    /// The debtor is the account itself, not the party.
    pub debtor_is_account: bool,
    /// An account with letters is a debtor's own where no party is named.
    pub named_accounts: bool,
    /// Documents are ours whoever their buyer is: the file is our own.
    pub all_ours: bool,
    /// Only documents and payments count, not what the general ledger says of them.
    pub documents_only: bool,
    /// Against them stands an invoice or a credit note.
    pub revenue: Accounts,
    /// Against them stands a payment or a refund.
    pub bank: Accounts,
    /// Against them stands a write-off.
    pub losses: Accounts,
    /// Journals and contra accounts of opening entries.
    pub opening: Accounts,
}

/// Defaults: receivables, revenue, bank, losses, opening.
type Usual = [&'static [&'static str]; 5];

/// SKR 03 and SKR 04; the reader tells debtors by the length of their numbers.
const DATEV: Usual = [
    &[""],
    &["8", "4"],
    &["10", "11", "12", "13", "16", "17", "18"],
    &["24", "693"],
    &["9000", "9008", "9009"],
];
/// Plan comptable général; journals of *à nouveaux*.
const FEC: Usual =
    [&["411", "413", "416"], &["7"], &["51", "53", "54", "58"], &["654", "6714"], &["AN", "RAN", "ANO"]];
/// BAS.
const SIE: Usual = [&["1510-1519"], &["3"], &["19"], &["635"], &[OPENING_JOURNAL]];
/// Norwegian and Portuguese plans; customers are named line by line.
const SAFT: Usual = [&[""], &["3", "7"], &["19", "11", "12"], &["783", "65"], &[]];
const NONE: Usual = [&[], &[], &[], &[], &[]];

impl Chart {
    /// The chart of a program's file, as the map file says or as is usual.
    #[must_use]
    pub fn of(program: Program, books: &Books) -> Chart {
        let usual = match program {
            Program::Datev => DATEV,
            Program::Fec => FEC,
            Program::Sie | Program::Sie5 => SIE,
            Program::Saft => SAFT,
            Program::Invoice | Program::InvoicePdf | Program::Camt => NONE,
        };
        let [receivables, revenue, bank, losses, opening] = usual;
        let or = |said: &Option<Vec<String>>, usual: &[&str]| {
            said.as_ref().map_or_else(|| Accounts::of(usual), Accounts::of)
        };
        Chart {
            receivables: or(&books.receivables, receivables),
            named_accounts: program == Program::Fec,
            all_ours: program == Program::Saft,
            documents_only: false,
            debtor_is_account: books.debtor_is_account.unwrap_or(false),
            revenue: or(&books.revenue, revenue),
            bank: or(&books.bank, bank),
            losses: or(&books.losses, losses),
            opening: or(&books.opening, opening),
        }
    }

    /// Whether a voucher is an opening entry, by its journal or one of its accounts.
    #[must_use]
    pub fn is_opening(&self, journal: &str, account: &str) -> bool {
        self.opening.0.iter().any(|rule| match rule {
            // A journal is meant whole: ANC is not AN.
            Rule::Beginning(text) if text.starts_with(char::is_alphabetic) => journal == text,
            _ => false,
        }) || (account.starts_with(|c: char| c.is_ascii_digit()) && self.opening.has(account))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accounts_are_told_by_beginnings_and_ranges() {
        let accounts = Accounts::of(["411", "1510-1519"]);
        for (account, expected) in [
            ("4110000", true),
            ("411DUPONT", true),
            ("1510", true),
            ("1519", true),
            ("1520", false),
            ("15100", false),
            ("41", false),
            ("", false),
        ] {
            assert_eq!(accounts.has(account), expected, "{account}");
        }
        assert!(!Accounts::default().has("411"));
        assert!(Accounts::of([""]).has("x"));
    }

    #[test]
    fn the_map_file_goes_before_what_is_usual() {
        let books = Books { receivables: Some(vec!["12".into()]), ..Books::default() };
        let chart = Chart::of(Program::Fec, &books);
        assert!(chart.receivables.has("1200") && !chart.receivables.has("411"));
        assert!(chart.is_opening("AN", "101") && !chart.is_opening("ANC", "101"));
        assert!(Chart::of(Program::Datev, &Books::default()).is_opening("", "9000"));
    }
}
