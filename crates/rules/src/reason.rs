//! Why a status, an amount or a date is what it is (R0.6): a code kept with the item, and the facts around it.

macro_rules! reasons {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $number:literal, $rule:literal, $code:literal;)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[repr(u8)]
        pub enum $name { $($(#[$variant_meta])* $variant = $number),+ }

        impl $name {
            /// Every value.
            pub const ALL: &[$name] = &[$($name::$variant),+];

            /// Number the store keeps; never reused.
            #[must_use]
            pub fn number(self) -> u8 {
                self as u8
            }

            /// The reason with this number.
            #[must_use]
            pub fn from_number(number: i64) -> Option<$name> {
                match number { $($number => Some($name::$variant),)+ _ => None }
            }

            /// The rule that decided.
            #[must_use]
            pub fn rule(self) -> &'static str {
                match self { $($name::$variant => $rule),+ }
            }

            /// Code in the message catalogue.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $($name::$variant => $code),+ }
            }
        }
    };
}

reasons! {
    /// Why an item has its insurance status, in the order of tests of R4.2.
    StatusReason {
        /// No run has examined it.
        NotExamined = 0, "R4.1", "status-not-examined";
        /// The buyer has no cover at the key date.
        NoCover = 1, "R4.2", "status-no-cover";
        /// A bill is decided by a person.
        Bill = 2, "R4.2", "status-bill";
        /// Secured payment terms.
        SecuredTerms = 3, "R4.2", "status-secured-terms";
        /// The buyer's category is excluded.
        CategoryExcluded = 4, "R4.2", "status-category-excluded";
        /// The buyer's country is not covered.
        CountryExcluded = 5, "R4.2", "status-country-excluded";
        /// The debt is disputed.
        Disputed = 6, "R4.2", "status-disputed";
        /// Due later than the maximum payment term date.
        DueAfterMaxTerm = 7, "R4.2", "status-due-after-max-term";
        /// Dated before the policy began.
        PredatesPolicy = 8, "R4.4", "status-predates-policy";
        /// Dated before the buyer's cover began.
        PredatesBuyer = 9, "R4.4", "status-predates-buyer";
        /// Within term and a sum is there.
        WithinTerm = 10, "R4.2", "status-within-term";
        /// The earlier cover was cancelled before the item's date.
        AfterCancellation = 11, "R4.3", "status-after-cancellation";
        /// The decision in force is zero.
        ZeroDecision = 12, "R4.2", "status-zero-decision";
        /// No sum, no decision, no cancellation: looked at again next time.
        NoSum = 13, "R4.2", "status-no-sum";
        /// Set by a person.
        ByHand = 14, "R4.1", "status-by-hand";
    }
}

reasons! {
    /// Why an item has its insured amount (R5).
    InsuredReason {
        /// No declaration has looked at it.
        NotDeclared = 0, "R5.1", "insured-not-declared";
        /// Only status `K` can be insured.
        NotInsurable = 1, "R5.1", "insured-not-insurable";
        /// Insured in full.
        Full = 2, "R5.2", "insured-full";
        /// The item at the border of the sum: insured in part.
        Border = 3, "R5.2", "insured-border";
        /// Older items use up the sum.
        NoRoom = 4, "R5.2", "insured-no-room";
        /// Cover for new receivables is stopped.
        Blocked = 5, "R6.2", "insured-blocked";
        /// The sum is zero: nothing rises, what was insured stays.
        SumZero = 6, "R5.4", "insured-sum-zero";
        /// Set by a person.
        ByHand = 7, "R5.1", "insured-by-hand";
        /// A group or country cap is used up.
        Capped = 9, "R2.6", "insured-capped";
        /// Inherited from the item this is the residual of.
        Inherited = 8, "R4.5", "insured-inherited";
    }
}

/// One machine-readable reason (R0.6); the user interface renders it in the user's language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reason {
    /// Rule number.
    pub rule: &'static str,
    /// Code in the message catalogue.
    pub code: &'static str,
    /// The facts used, by name.
    pub facts: Vec<(&'static str, String)>,
    /// Clause of the policy, if it names one.
    pub clause: Option<String>,
}
