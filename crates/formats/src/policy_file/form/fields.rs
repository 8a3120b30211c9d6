//! The keys of a policy file as the fields of a form, in the order of the manual. What a key may hold is decided by the reader of the
//! file; a test holds the two against each other.

/// Ten years, as the reader has it.
const DAYS: Holds = Holds::Number { least: 0, most: 3650 };
const MONTHS: Holds = Holds::Number { least: 0, most: 120 };
const TERM_DAYS: Holds = Holds::Number { least: 1, most: 3650 };
const TERM_MONTHS: Holds = Holds::Number { least: 1, most: 120 };
const AMOUNT: Holds = Holds::Amount { least: 0 };

/// What a field holds.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Holds {
    /// Words.
    Text,
    /// A date in ISO form.
    Date,
    /// `true` or `false`.
    Flag,
    /// A whole number in a range.
    Number {
        /// The least.
        least: u32,
        /// The most.
        most: u32,
    },
    /// An amount in the policy's currency, not below `least` minor units.
    Amount {
        /// The least, in minor units.
        least: i64,
    },
    /// A percentage from 0 to 100.
    Percent,
    /// One of these.
    Choice(&'static [&'static str]),
    /// Any of these.
    Choices(&'static [&'static str]),
    /// Any number of codes.
    Codes,
    /// Any number of rows with these fields.
    Rows(&'static [Field]),
    /// Some of these by country; rows with the fields `country` and `kinds`.
    ByCountry(&'static [Field]),
    /// A part with keys of the user's own, as it stands in the file.
    Part,
}

/// A key of the policy file.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Field {
    /// The section the key stands in; empty for the policy's own keys and for whole sections.
    pub section: &'static str,
    /// The key.
    pub key: &'static str,
    /// Other spellings of the key, of which a file has at most one.
    pub aliases: &'static [&'static str],
    /// What it holds.
    pub holds: Holds,
    /// What counts where the file is silent, as the form holds it; several choices with blanks between them; empty for nothing.
    pub default: &'static str,
    /// Whether a file must have it.
    pub is_required: bool,
}

impl Field {
    const fn new(section: &'static str, key: &'static str, holds: Holds) -> Field {
        Field { section, key, aliases: &[], holds, default: "", is_required: false }
    }

    const fn or(self, default: &'static str) -> Field {
        Field { default, ..self }
    }

    const fn also(self, aliases: &'static [&'static str]) -> Field {
        Field { aliases, ..self }
    }

    const fn required(self) -> Field {
        Field { is_required: true, ..self }
    }

    /// `section.key`, as clauses and problems name it.
    #[must_use]
    pub fn path(&self) -> String {
        if self.section.is_empty() { self.key.to_owned() } else { format!("{}.{}", self.section, self.key) }
    }

    /// The heading of the form it stands under: its section, the section it is, or nothing for the policy's own keys.
    #[must_use]
    pub fn heading(&self) -> &'static str {
        match self.holds {
            Holds::Rows(_) | Holds::Part if self.section.is_empty() => self.key,
            _ => self.section,
        }
    }
}

const fn flag(section: &'static str, key: &'static str, default: &'static str) -> Field {
    Field::new(section, key, Holds::Flag).or(default)
}

/// A choice whose first value is the default.
const fn choice(section: &'static str, key: &'static str, choices: &'static [&'static str]) -> Field {
    Field::new(section, key, Holds::Choice(choices)).or(choices[0])
}

const WAITING: &[Field] = &[
    Field::new("", "from", Holds::Choice(&["net_due", "overdue", "notice", "collection"])).required(),
    Field::new("", "months", MONTHS),
    Field::new("", "days", DAYS),
];

const EXPERIENCE: &[Field] = &[
    Field::new("", "up_to", Holds::Amount { least: 1 }).required(),
    Field::new("", "deliveries", Holds::Number { least: 1, most: 10_000 }).required(),
    Field::new("", "turnover", AMOUNT),
];

const REQUIRED_EVIDENCE: &[Field] = &[
    Field::new("", "country", Holds::Text).required(),
    Field::new("", "kinds", Holds::Choices(&["agency_report", "bank_reference", "payment_experience"])),
];

const CAP: &[Field] = &[
    Field::new("", "name", Holds::Text),
    Field::new("", "amount", AMOUNT).required(),
    Field::new("", "country", Holds::Text),
    Field::new("", "buyers", Holds::Codes),
];

/// Every key of a policy file but `clause` and `example`.
pub const FIELDS: &[Field] = &[
    Field::new("", "policy", Holds::Text).required(),
    Field::new("", "currency", Holds::Text).required(),
    Field::new("", "valid_from", Holds::Date).required(),
    Field::new("", "valid_until", Holds::Date),
    Field::new("", "external_number", Holds::Text),
    Field::new("", "name", Holds::Text),
    Field::new("", "framework", Holds::Text),
    Field::new("", "list_no", Holds::Text),
    Field::new("declaration", "procedure", Holds::Choice(&["balance", "turnover"])).required(),
    flag("declaration", "exceeding_amounts", "false"),
    flag("declaration", "vat_insured", "false"),
    flag("declaration", "totals_only", "false"),
    flag("declaration", "by_country", "false"),
    flag("declaration", "credits_free_room", "true"),
    Field::new("declaration", "base_period_days", DAYS),
    choice("declaration", "time_premium", &["total", "per_buyer"]),
    Field::new("terms", "max_term_months", TERM_MONTHS),
    Field::new("terms", "max_term_days", TERM_DAYS),
    Field::new("terms", "bills_max_term_months", TERM_MONTHS).also(&["bills_months"]),
    Field::new("terms", "bills_max_term_days", TERM_DAYS).also(&["bills_days"]),
    Field::new("terms", "value_dated_max_term_months", TERM_MONTHS).also(&["value_dated_months"]),
    Field::new("terms", "value_dated_max_term_days", TERM_DAYS).also(&["value_dated_days"]),
    choice("terms", "overdue_basis", &["net_due", "max_term"]),
    Field::new("terms", "max_extension_days", DAYS),
    Field::new("terms", "exclusion_days", DAYS),
    choice("terms", "deadline_reached", &["on", "after"]),
    Field::new("default", "non_payment_report_days", DAYS),
    Field::new("default", "collection_days", DAYS),
    Field::new("default", "waiting", Holds::Rows(WAITING)),
    Field::new("default", "filing_days", DAYS),
    Field::new("notification", "limit", AMOUNT),
    choice("notification", "limit_per", &["item", "buyer"]),
    flag("notification", "automatic_block", "true"),
    choice("notification", "block_by", &["insured", "any"]),
    flag("notification", "repeat_every_final_run", "false"),
    Field::new("unnamed", "offering_threshold", AMOUNT),
    Field::new("unnamed", "agency_report_months", MONTHS),
    Field::new("unnamed", "bank_reference_up_to", AMOUNT),
    Field::new("unnamed", "bank_reference_months", MONTHS),
    Field::new("unnamed", "experience", Holds::Rows(EXPERIENCE)),
    Field::new("unnamed", "experience_lookback_months", TERM_MONTHS),
    Field::new("unnamed", "experience_validity_months", TERM_MONTHS),
    choice("unnamed", "duly_paid_by", &["net_due", "max_term"]),
    Field::new("unnamed", "required_evidence", Holds::ByCountry(REQUIRED_EVIDENCE)),
    Field::new("existing", "max_age_months_at_start", MONTHS),
    Field::new("existing", "max_age_months_new_buyer", MONTHS),
    Field::new("cover", "insured_percent", Holds::Percent),
    Field::new("cover", "insured_percent_unnamed", Holds::Percent),
    Field::new("cover", "countries", Holds::Codes),
    Field::new("cover", "exclude", Holds::Choices(&["public", "private", "affiliate", "disputed"])),
    choice("status", "cancelled_by", &["document", "posting"]),
    choice("stop", "uncovered_from", &["exclusion", "max_term"]),
    Field::new(
        "stop",
        "events",
        Holds::Choices(&["overdue", "insolvency", "collection", "claim", "withdrawal"]),
    )
    .or("overdue"),
    choice("stop", "reinstatement", &["on_settlement", "on_confirmation"]),
    Field::new("", "cap", Holds::Rows(CAP)),
    Field::new("loss", "order", Holds::Choice(&["A", "B", "C"])),
    Field::new("loss", "threshold", AMOUNT),
    Field::new("loss", "threshold_passes", Holds::Choice(&["above", "at"])),
    Field::new("loss", "each_and_every", AMOUNT),
    Field::new("loss", "aggregate_first_loss", AMOUNT),
    Field::new("loss", "max_liability", AMOUNT),
    Field::new("loss", "max_liability_multiple", AMOUNT),
    Field::new("loss", "recoveries", Holds::Choice(&["pro_rata", "indemnity_share", "fifo"])),
    Field::new("", "premium", Holds::Part),
];
