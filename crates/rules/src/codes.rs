//! The codes of the field: each has one spelling in files, store, command line and API.

/// Declares an enum whose variants have a spelling, with `code`, `parse` and `ALL`.
macro_rules! codes {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[repr(u8)]
        pub enum $name { $($(#[$variant_meta])* $variant),+ }

        impl $name {
            /// Every value, in order.
            pub const ALL: &[$name] = &[$($name::$variant),+];

            /// The spelling used everywhere.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $($name::$variant => $code),+ }
            }

            /// The value with this spelling.
            #[must_use]
            pub fn parse(code: &str) -> Option<$name> {
                match code { $($code => Some($name::$variant),)+ _ => None }
            }
        }
    };
}

pub(crate) use codes;

codes! {
    /// What an item is. Debit kinds are owed to the company, credit kinds by it.
    ItemKind {
        /// Invoice, debit.
        Invoice = "invoice",
        /// Debit note, debit.
        DebitNote = "debit_note",
        /// Credit note, credit.
        CreditNote = "credit_note",
        /// Payment on account, credit.
        PaymentOnAccount = "payment_on_account",
        /// Bill of exchange, debit.
        Bill = "bill",
        /// Cheque, debit.
        Cheque = "cheque",
    }
}

impl ItemKind {
    /// Whether the kind is owed to the company.
    #[must_use]
    pub fn is_debit(self) -> bool {
        !matches!(self, ItemKind::CreditNote | ItemKind::PaymentOnAccount)
    }
}

codes! {
    /// Insurance status of an item (R4).
    InsuranceStatus {
        /// Not examined yet.
        Unexamined = "?",
        /// Insurable.
        Insurable = "K",
        /// Manual decision: a bill.
        Manual = "M",
        /// Debit after cancellation.
        CancelledDebit = "C",
        /// Credit after cancellation.
        CancelledCredit = "D",
        /// Zero limit.
        ZeroLimit = "I",
        /// Term exceeded.
        TermExceeded = "Z",
        /// Secured terms.
        Secured = "S",
        /// Excluded by policy.
        Excluded = "E",
        /// Predates cover.
        Predates = "O",
    }
}

impl InsuranceStatus {
    /// Runs examine only unexamined items and zero-limit ones (R4.1).
    #[must_use]
    pub fn is_examined_by_runs(self) -> bool {
        matches!(self, InsuranceStatus::Unexamined | InsuranceStatus::ZeroLimit)
    }
}

codes! {
    /// Reporting status of an item, in order of severity: it never falls (R7.4).
    ReportingStatus {
        /// Not reported.
        None = "",
        /// Reported once.
        First = "1",
        /// Reported twice.
        Second = "2",
        /// Reported three times or more.
        Third = "3",
        /// Exclusion date passed.
        Exclusion = "A",
        /// Non-payment reported.
        NonPayment = "N",
        /// Collection.
        Collection = "E",
        /// Claim.
        Claim = "S",
    }
}

codes! {
    /// Kind of a buyer's cover (R1.5).
    CoverKind {
        /// The insurer decides the sum.
        Named = "named",
        /// Covered in bulk on evidence.
        Unnamed = "unnamed",
        /// A dependent branch under another buyer.
        CoInsured = "co_insured",
        /// Not insured.
        None = "none",
    }
}

codes! {
    /// The two kinds of buyers that are declared separately (R8.1).
    BuyerKind {
        /// Named buyers.
        Named = "named",
        /// Unnamed buyers.
        Unnamed = "unnamed",
    }
}

codes! {
    /// Category of a buyer.
    Category {
        /// A company.
        Company = "company",
        /// A public buyer.
        Public = "public",
        /// A private person.
        Private = "private",
        /// An affiliate of the policyholder.
        Affiliate = "affiliate",
    }
}

codes! {
    /// Evidence on an unnamed buyer (R2.3).
    EvidenceKind {
        /// Report of a credit agency.
        AgencyReport = "agency_report",
        /// Reference of a bank.
        BankReference = "bank_reference",
        /// Own payment experience.
        PaymentExperience = "payment_experience",
    }
}

codes! {
    /// How an item was settled.
    SettlementMethod {
        /// Payment.
        Payment = "payment",
        /// Credit note.
        CreditNote = "credit_note",
        /// Bill of exchange.
        Bill = "bill",
        /// Written off.
        WriteOff = "write_off",
        /// Set off against another item.
        Offset = "offset",
        /// A payment that came back: the amount is negative, the item is open again.
        Return = "return",
    }
}

codes! {
    /// What happened to an item or buyer (R3.9, R6.4).
    EventKind {
        /// Insolvency became known.
        Insolvency = "insolvency",
        /// Notice was given to the insurer.
        Notice = "notice",
        /// Collection was started.
        Collection = "collection",
        /// A bill was protested.
        Protest = "protest",
        /// A claim was filed.
        Claim = "claim",
        /// The buyer disputes the debt.
        Dispute = "dispute",
        /// The dispute is over.
        DisputeEnd = "dispute_end",
        /// The insurer covers new receivables again.
        Reinstatement = "reinstatement",
    }
}

codes! {
    /// What the company's own order check compares with.
    LimitCheck {
        /// Nothing.
        None = "none",
        /// The own credit limit.
        CreditLimit = "credit_limit",
        /// The insured sum.
        InsuredSum = "insured_sum",
        /// The lower of both.
        Lower = "lower",
    }
}

codes! {
    /// Which deadlines an overdue notification tests (R7.1).
    Scope {
        /// All.
        All = "all",
        /// Overdue and exclusion.
        Overdue = "overdue",
        /// Non-payment, collection, end of waiting period.
        Default = "default",
    }
}

/// UN/EDIFACT 4507, the insurer's response to a limit request, with its meaning (R2.1).
pub const RESPONSES: [(&str, &str); 11] = [
    ("1", "preliminary"),
    ("2", "approved"),
    ("3", "not approved"),
    ("4", "conditional"),
    ("5", "partly approved"),
    ("6", "under investigation"),
    ("7", "approved for new account only"),
    ("8", "cancelled"),
    ("9", "reduced"),
    ("10", "name or address change"),
    ("11", "closed"),
];

/// UN/EDIFACT 4505, what is requested (R2.1): 1 to 8.
pub const REQUESTS: std::ops::RangeInclusive<u8> = 1..=8;

/// UN/EDIFACT 4509, the reason of a response (R2.1): 1 to 15.
pub const REASONS: std::ops::RangeInclusive<u8> = 1..=15;
