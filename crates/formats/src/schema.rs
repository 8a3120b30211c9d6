//! The columns of every kind of file obligo takes in. Each kind is a module with the index of every column, so that a
//! use case reads `record.text(items::DOCUMENT_NO)`.

/// One column a kind of file may have.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Column {
    /// Its name in the header.
    pub name: &'static str,
    /// Whether a file without it is refused.
    pub required: bool,
    /// Free text, delivered with its outer blanks.
    pub verbatim: bool,
    /// The texts allowed in it; none: any.
    pub texts: &'static [&'static str],
}

impl Column {
    const fn optional(name: &'static str) -> Column {
        Column { name, required: false, verbatim: false, texts: &[] }
    }

    const fn required(name: &'static str) -> Column {
        Column { required: true, ..Column::optional(name) }
    }

    const fn verbatim(name: &'static str) -> Column {
        Column { verbatim: true, ..Column::optional(name) }
    }

    const fn of(self, texts: &'static [&'static str]) -> Column {
        Column { texts, ..self }
    }
}

/// The columns of one kind of file.
#[derive(Debug)]
pub struct Schema {
    /// The KIND of `obligo import KIND`.
    pub kind: &'static str,
    /// Its columns; a column's place is its index.
    pub columns: &'static [Column],
}

impl Schema {
    /// The index of a column by its name.
    #[must_use]
    pub fn index_of(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }
}

/// Kinds of an item.
pub const ITEM_KINDS: [&str; 6] =
    ["invoice", "debit_note", "credit_note", "payment_on_account", "bill", "cheque"];
/// Kinds of an item whose amounts are negative.
pub const CREDIT_KINDS: [&str; 2] = ["credit_note", "payment_on_account"];
/// Ways an item is settled.
pub const METHODS: [&str; 6] = ["payment", "credit_note", "bill", "write_off", "offset", "return"];
/// Kinds of cover.
pub const COVER_KINDS: [&str; 4] = ["named", "unnamed", "co_insured", "none"];
/// Categories of a buyer.
pub const CATEGORIES: [&str; 4] = ["company", "public", "private", "affiliate"];
/// What an order is checked against.
pub const LIMIT_CHECKS: [&str; 4] = ["none", "credit_limit", "insured_sum", "lower"];
/// Kinds of orders.
pub const ORDER_KINDS: [&str; 2] = ["order", "delivery"];
/// Where an order stands, as far as a file may say it: only people stop and release.
pub const ORDER_STATES: [&str; 4] = ["open", "delivered", "invoiced", "cancelled"];
/// Kinds of evidence.
pub const EVIDENCE_KINDS: [&str; 3] = ["agency_report", "bank_reference", "payment_experience"];
/// Events of a buyer or an item.
pub const EVENTS: [&str; 8] =
    ["insolvency", "notice", "collection", "protest", "claim", "dispute", "dispute_end", "reinstatement"];

macro_rules! kinds {
    ($($(#[$about:meta])* $kind:ident { $($index:ident $column:expr;)* })*) => {
        /// Every kind, in the order in which a scenario is read.
        pub static ALL: &[&Schema] = &[$(&$kind::SCHEMA),*];

        $($(#[$about])*
        pub mod $kind {
            use super::*;

            #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
            enum At { $($index),* }

            $(#[doc = concat!("Index of the column ", stringify!($index), ".")]
            pub const $index: usize = At::$index as usize;)*

            /// Columns of this kind.
            pub static SCHEMA: Schema = Schema { kind: stringify!($kind), columns: &[$($column),*] };
        })*
    };
}

use Column as C;

kinds! {
    /// Companies and their insured group (R1.1).
    companies {
        COMPANY C::required("company");
        NAME C::verbatim("name");
        CURRENCY C::required("currency");
        INSURED_GROUP C::optional("insured_group");
        MASTER C::optional("master");
        ADDRESS_COMPANY C::optional("address_company");
        ACCOUNT_TYPES C::optional("account_types");
        OWN_NUMBER C::optional("own_number");
        PAYMENT_TERMS C::optional("payment_terms");
        SECURED_TERMS C::optional("secured_terms");
        POSTAL_ADDRESS C::verbatim("postal_address");
        VALID_FROM C::optional("valid_from");
    }
    /// Insurers (R1.2).
    insurers {
        INSURER C::required("insurer");
        NAME C::verbatim("name");
        COUNTRY C::optional("country");
        ACCOUNT C::optional("account");
        POSTAL_ADDRESS C::verbatim("postal_address");
        VALID_FROM C::optional("valid_from");
    }
    /// Buyers (R1.4, R1.8).
    buyers {
        ACCOUNT C::required("account");
        BRANCH C::optional("branch");
        ACCOUNT_TYPE C::optional("account_type");
        NAME C::verbatim("name");
        COUNTRY C::optional("country");
        CURRENCY C::optional("currency");
        LEGAL_ENTITY C::optional("legal_entity");
        DEPENDENT_BRANCH C::optional("dependent_branch");
        CATEGORY C::optional("category").of(&CATEGORIES);
        VAT_ID C::optional("vat_id");
        REGISTER_NO C::optional("register_no");
        LEI C::optional("lei");
        PAYMENT_TERMS C::optional("payment_terms");
        CREDIT_LIMIT C::optional("credit_limit");
        BILL_LIMIT C::optional("bill_limit");
        LIMIT_CHECK C::optional("limit_check").of(&LIMIT_CHECKS);
        CREDIT_MANAGER C::optional("credit_manager");
        PAYER C::optional("payer");
        INFORMATION_DATE C::optional("information_date");
        INFORMATION_SOURCE C::verbatim("information_source");
        RISK_FACTORS C::verbatim("risk_factors");
        POSTAL_ADDRESS C::verbatim("postal_address");
        VALID_FROM C::optional("valid_from");
    }
    /// Covers of buyers (R1.5).
    covers {
        ACCOUNT C::required("account");
        BRANCH C::optional("branch");
        ACCOUNT_TYPE C::optional("account_type");
        POLICY C::optional("policy");
        KIND C::required("kind").of(&COVER_KINDS);
        VALID_FROM C::required("valid_from");
        RISK_NUMBER C::optional("risk_number");
        CO_INSURED_UNDER C::optional("co_insured_under");
        DECLINED_ON C::optional("declined_on");
        RECOMMENDED_LIMIT C::optional("recommended_limit");
        REASON C::verbatim("reason");
        RECOMMENDED_FROM C::optional("recommended_from");
        VALID_UNTIL C::optional("valid_until");
        INSURANCE_NO C::optional("insurance_no");
        USER_STATUS C::optional("user_status");
    }
    /// Limit decisions and requests (R2.1).
    limits {
        POLICY C::required("policy");
        ACCOUNT C::required("account");
        BRANCH C::optional("branch");
        ACCOUNT_TYPE C::optional("account_type");
        VALID_FROM C::required("valid_from");
        VALID_UNTIL C::optional("valid_until");
        AMOUNT C::optional("amount");
        CURRENCY C::optional("currency");
        REQUESTED_AMOUNT C::optional("requested_amount");
        REQUESTED_ON C::optional("requested_on");
        RESPONSE C::optional("response");
        MAX_TERM_MONTHS C::optional("max_term_months");
        INSURED_PERCENT C::optional("insured_percent");
        CONDITIONS C::verbatim("conditions");
        DECIDED_ON C::optional("decided_on");
        REFERENCE C::optional("reference");
        MAX_TERM_MONTHS_VALUE_DATED C::optional("max_term_months_value_dated");
        MAX_TERM_MONTHS_BILLS C::optional("max_term_months_bills");
        REQUEST C::optional("request");
        REASON C::optional("reason");
        CONDITIONS_MET C::optional("conditions_met");
        TOP_UP C::optional("top_up");
    }
    /// Evidence for unnamed buyers (R2.3).
    evidence {
        ACCOUNT C::required("account");
        BRANCH C::optional("branch");
        ACCOUNT_TYPE C::optional("account_type");
        KIND C::required("kind").of(&EVIDENCE_KINDS);
        DATE C::required("date");
        POSITIVE C::optional("positive");
        AMOUNT C::optional("amount");
        CATEGORY C::optional("category");
        VALID_UNTIL C::optional("valid_until");
        SOURCE C::verbatim("source");
    }
    /// Exchange rates (R0.7).
    rates {
        DATE C::required("date");
        BASE C::required("base");
        CURRENCY C::required("currency");
        RATE C::required("rate");
    }
    /// Open items (R4).
    items {
        COMPANY C::required("company");
        DOCUMENT_NO C::required("document_no");
        KIND C::required("kind").of(&ITEM_KINDS);
        ACCOUNT C::required("account");
        BRANCH C::optional("branch");
        ACCOUNT_TYPE C::optional("account_type");
        DOCUMENT_DATE C::required("document_date");
        POSTING_DATE C::optional("posting_date");
        DELIVERY_DATE C::optional("delivery_date");
        NET_DUE_DATE C::optional("net_due_date");
        VALUE_DATE C::optional("value_date");
        RECEIVABLE_START C::optional("receivable_start");
        CURRENCY C::required("currency");
        AMOUNT C::required("amount");
        NET_AMOUNT C::optional("net_amount");
        PAYMENT_TERMS C::optional("payment_terms");
        SECURED C::optional("secured");
        DISPUTED C::optional("disputed");
        POSTING_CIRCLE C::optional("posting_circle");
        ORIGIN C::optional("origin");
        TEXT C::verbatim("text");
        RATE C::optional("rate");
    }
    /// Settlements of items.
    settlements {
        COMPANY C::required("company");
        DOCUMENT_NO C::required("document_no");
        KIND C::required("kind").of(&ITEM_KINDS);
        DATE C::required("date");
        AMOUNT C::required("amount");
        METHOD C::optional("method").of(&METHODS);
        REFERENCE C::optional("reference");
        ACCOUNT C::optional("account");
        BRANCH C::optional("branch");
        ACCOUNT_TYPE C::optional("account_type");
        SETTLEMENT_NO C::optional("settlement_no");
    }
    /// Insolvency, notice, collection, protest and other events (R6.4).
    events {
        ACCOUNT C::optional("account");
        BRANCH C::optional("branch");
        ACCOUNT_TYPE C::optional("account_type");
        COMPANY C::optional("company");
        DOCUMENT_NO C::optional("document_no");
        KIND C::optional("kind").of(&ITEM_KINDS);
        EVENT C::required("event").of(&EVENTS);
        DATE C::required("date");
        REFERENCE C::optional("reference");
    }
    /// Open orders and deliveries not invoiced (R9.7).
    orders {
        ACCOUNT C::required("account");
        BRANCH C::optional("branch");
        ACCOUNT_TYPE C::optional("account_type");
        ORDER_NO C::required("order_no");
        KIND C::optional("kind").of(&ORDER_KINDS);
        ORDER_DATE C::required("order_date");
        DELIVERY_DATE C::optional("delivery_date");
        CURRENCY C::required("currency");
        AMOUNT C::required("amount");
        PAYMENT_TERMS C::optional("payment_terms");
        STATE C::optional("state").of(&ORDER_STATES);
    }
    /// Credit managers and their seniors (R9.2).
    credit_managers {
        CREDIT_MANAGER C::required("credit_manager");
        NAME C::verbatim("name");
        SENIOR C::optional("senior");
        USER C::optional("user");
        VALID_FROM C::optional("valid_from");
    }
    /// Credit groups and their members (R9.1).
    credit_groups {
        GROUP C::required("group");
        NAME C::verbatim("name");
        CURRENCY C::optional("currency");
        ACCOUNT C::optional("account");
        BRANCH C::optional("branch");
        ACCOUNT_TYPE C::optional("account_type");
        VALID_FROM C::optional("valid_from");
        VALID_UNTIL C::optional("valid_until");
    }
    /// Own limits 1 to 4 of payers and credit groups (R9.1).
    credit_limits {
        ACCOUNT C::optional("account");
        BRANCH C::optional("branch");
        ACCOUNT_TYPE C::optional("account_type");
        GROUP C::optional("group");
        COMPANY C::optional("company");
        VALID_FROM C::required("valid_from");
        VALID_UNTIL C::optional("valid_until");
        PAST_DUE C::optional("past_due");
        OUTSTANDING C::optional("outstanding");
        OUTSTANDING_AND_ORDERS C::optional("outstanding_and_orders");
        DAYS_OVERDUE C::optional("days_overdue");
        CURRENCY C::optional("currency");
        APPROVED_BY C::verbatim("approved_by");
        REASON C::verbatim("reason");
    }
    /// Rates of late interest by country and day (R9.8).
    interest_rates {
        COUNTRY C::required("country");
        VALID_FROM C::required("valid_from");
        VALID_UNTIL C::optional("valid_until");
        REFERENCE_RATE C::required("reference_rate");
        MARGIN C::optional("margin");
        LOWEST_AGREED C::optional("lowest_agreed");
        COMPENSATION C::optional("compensation");
        REMINDER_CHARGE C::optional("reminder_charge");
        COLLECTION_CHARGE C::optional("collection_charge");
        CURRENCY C::optional("currency");
        SOURCE C::verbatim("source");
    }
}

/// The schema of a KIND.
#[must_use]
pub fn schema_of(kind: &str) -> Option<&'static Schema> {
    ALL.iter().copied().find(|schema| schema.kind == kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r14_1_the_columns_are_those_of_the_interchange_description() {
        let names = |kind: &str| {
            schema_of(kind).unwrap().columns.iter().map(|column| column.name).collect::<Vec<_>>().join(",")
        };
        for (kind, columns) in [
            (
                "companies",
                "company,name,currency,insured_group,master,address_company,account_types,own_number,payment_terms,secured_terms,postal_address,valid_from",
            ),
            ("insurers", "insurer,name,country,account,postal_address,valid_from"),
            (
                "buyers",
                "account,branch,account_type,name,country,currency,legal_entity,dependent_branch,category,vat_id,register_no,lei,payment_terms,credit_limit,bill_limit,limit_check,credit_manager,payer,information_date,information_source,risk_factors,postal_address,valid_from",
            ),
            (
                "covers",
                "account,branch,account_type,policy,kind,valid_from,risk_number,co_insured_under,declined_on,recommended_limit,reason,recommended_from,valid_until,insurance_no,user_status",
            ),
            (
                "limits",
                "policy,account,branch,account_type,valid_from,valid_until,amount,currency,requested_amount,requested_on,response,max_term_months,insured_percent,conditions,decided_on,reference,max_term_months_value_dated,max_term_months_bills,request,reason,conditions_met,top_up",
            ),
            ("evidence", "account,branch,account_type,kind,date,positive,amount,category,valid_until,source"),
            ("rates", "date,base,currency,rate"),
            (
                "items",
                "company,document_no,kind,account,branch,account_type,document_date,posting_date,delivery_date,net_due_date,value_date,receivable_start,currency,amount,net_amount,payment_terms,secured,disputed,posting_circle,origin,text,rate",
            ),
            (
                "settlements",
                "company,document_no,kind,date,amount,method,reference,account,branch,account_type,settlement_no",
            ),
            ("events", "account,branch,account_type,company,document_no,kind,event,date,reference"),
            (
                "orders",
                "account,branch,account_type,order_no,kind,order_date,delivery_date,currency,amount,payment_terms,state",
            ),
            ("credit_managers", "credit_manager,name,senior,user,valid_from"),
            ("credit_groups", "group,name,currency,account,branch,account_type,valid_from,valid_until"),
            (
                "credit_limits",
                "account,branch,account_type,group,company,valid_from,valid_until,past_due,outstanding,outstanding_and_orders,days_overdue,currency,approved_by,reason",
            ),
            (
                "interest_rates",
                "country,valid_from,valid_until,reference_rate,margin,lowest_agreed,compensation,reminder_charge,collection_charge,currency,source",
            ),
        ] {
            assert_eq!(names(kind), columns, "{kind}");
        }
        assert_eq!(items::SCHEMA.columns[items::RATE].name, "rate");
        assert_eq!(ALL.len(), 15);
    }
}
