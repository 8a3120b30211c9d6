-- Dates are days since 1970-01-01. Amounts are minor units of the named currency. `entry` is the audit entry that recorded a
-- row, `replaced_entry` the one that replaced it: together they are the "known at" axis; `valid_from` is the "valid at" axis.

CREATE TABLE entry (
    entry BIGINT PRIMARY KEY,
    recorded_at TEXT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    reason TEXT NOT NULL,
    idempotency_key TEXT,
    input_hash TEXT NOT NULL,
    payload TEXT NOT NULL,
    result TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL
);
CREATE UNIQUE INDEX entry_idempotency ON entry (idempotency_key) WHERE idempotency_key IS NOT NULL;

CREATE TABLE company (company_id BIGINT PRIMARY KEY, company TEXT NOT NULL UNIQUE);
CREATE TABLE company_version (
    company_id BIGINT NOT NULL, valid_from INTEGER NOT NULL, entry BIGINT NOT NULL, replaced_entry BIGINT,
    name TEXT NOT NULL, currency TEXT NOT NULL, insured_group TEXT NOT NULL, master INTEGER NOT NULL,
    address_company TEXT NOT NULL, account_types TEXT NOT NULL, own_number TEXT NOT NULL,
    payment_terms TEXT NOT NULL, secured_terms TEXT NOT NULL
);

CREATE TABLE insurer_version (
    insurer TEXT NOT NULL, valid_from INTEGER NOT NULL, entry BIGINT NOT NULL, replaced_entry BIGINT,
    name TEXT NOT NULL, country TEXT NOT NULL, account TEXT NOT NULL
);

CREATE TABLE policy (policy_id BIGINT PRIMARY KEY, policy TEXT NOT NULL UNIQUE);
CREATE TABLE policy_version (
    policy_id BIGINT NOT NULL, valid_from INTEGER NOT NULL, entry BIGINT NOT NULL, replaced_entry BIGINT,
    terms TEXT NOT NULL
);

-- A prospect (R1.9) has an empty account and its legal entity; a buyer with an account keeps its id for life.
CREATE TABLE buyer (
    buyer_id BIGINT PRIMARY KEY, account TEXT NOT NULL, branch TEXT NOT NULL, account_type TEXT NOT NULL,
    prospect TEXT NOT NULL, UNIQUE (account, branch, account_type, prospect)
);
CREATE TABLE buyer_version (
    buyer_id BIGINT NOT NULL, valid_from INTEGER NOT NULL, entry BIGINT NOT NULL, replaced_entry BIGINT,
    name TEXT NOT NULL, country TEXT NOT NULL, currency TEXT NOT NULL, legal_entity TEXT NOT NULL,
    dependent_branch INTEGER NOT NULL, category TEXT NOT NULL, vat_id TEXT NOT NULL, register_no TEXT NOT NULL,
    lei TEXT NOT NULL, payment_terms TEXT NOT NULL, credit_limit BIGINT, bill_limit BIGINT, limit_check TEXT NOT NULL,
    credit_manager TEXT NOT NULL, payer TEXT NOT NULL, information_date INTEGER, information_source TEXT NOT NULL,
    risk_factors TEXT NOT NULL
);
CREATE INDEX buyer_version_buyer ON buyer_version (buyer_id);

CREATE TABLE cover (
    buyer_id BIGINT NOT NULL, policy_id BIGINT, kind TEXT NOT NULL, valid_from INTEGER NOT NULL, valid_until INTEGER,
    risk_number TEXT NOT NULL, co_insured_under BIGINT, declined_on INTEGER, recommended_limit BIGINT,
    recommended_from INTEGER, reason TEXT NOT NULL, insurance_no TEXT NOT NULL, user_status TEXT NOT NULL,
    entry BIGINT NOT NULL, replaced_entry BIGINT
);
CREATE INDEX cover_buyer ON cover (buyer_id);

CREATE TABLE limit_decision (
    limit_id BIGINT PRIMARY KEY, buyer_id BIGINT NOT NULL, policy_id BIGINT NOT NULL, valid_from INTEGER NOT NULL,
    valid_until INTEGER, amount BIGINT, currency TEXT NOT NULL, requested_amount BIGINT, requested_on INTEGER,
    response TEXT NOT NULL, max_term_months INTEGER, max_term_months_value_dated INTEGER, max_term_months_bills INTEGER,
    insured_percent TEXT NOT NULL, conditions TEXT NOT NULL, conditions_met INTEGER NOT NULL, top_up INTEGER NOT NULL, decided_on INTEGER,
    reference TEXT NOT NULL, request TEXT NOT NULL, reason TEXT NOT NULL, entry BIGINT NOT NULL
);
CREATE INDEX limit_decision_buyer ON limit_decision (buyer_id, policy_id);

CREATE TABLE evidence (
    buyer_id BIGINT NOT NULL, kind TEXT NOT NULL, date INTEGER NOT NULL, positive INTEGER NOT NULL, amount BIGINT,
    category INTEGER, valid_until INTEGER, source TEXT NOT NULL, run BIGINT, entry BIGINT NOT NULL, replaced_entry BIGINT
);
CREATE INDEX evidence_buyer ON evidence (buyer_id);

CREATE TABLE rate (
    base TEXT NOT NULL, currency TEXT NOT NULL, date INTEGER NOT NULL, rate TEXT NOT NULL, entry BIGINT NOT NULL,
    PRIMARY KEY (base, currency, date)
);

CREATE TABLE item (
    item_id INTEGER PRIMARY KEY, company_id BIGINT NOT NULL, document_no TEXT NOT NULL, kind SMALLINT NOT NULL,
    buyer_id BIGINT NOT NULL, document_date INTEGER NOT NULL, posting_date INTEGER NOT NULL, delivery_date INTEGER,
    net_due_date INTEGER NOT NULL, extended_due_date INTEGER, value_date INTEGER, receivable_start INTEGER,
    currency TEXT NOT NULL, amount BIGINT NOT NULL, net_amount BIGINT NOT NULL, payment_terms TEXT NOT NULL,
    secured SMALLINT NOT NULL, disputed SMALLINT NOT NULL, posting_circle TEXT NOT NULL, origin BIGINT, text TEXT NOT NULL, rate TEXT,
    entry BIGINT NOT NULL,
    -- Insurance data: kept once, changed only by rows of `change`.
    policy_id SMALLINT, status SMALLINT NOT NULL DEFAULT 0, status_reason SMALLINT NOT NULL DEFAULT 0,
    insured BIGINT NOT NULL DEFAULT 0, insured_reason SMALLINT NOT NULL DEFAULT 0,
    max_term_date INTEGER, overdue_date INTEGER, exclusion_date INTEGER, non_payment_report_date INTEGER,
    collection_date INTEGER, waiting_end INTEGER, filing_date INTEGER, base_period_end INTEGER,
    reporting_status SMALLINT NOT NULL DEFAULT 0, reported_on INTEGER, follow_up SMALLINT NOT NULL DEFAULT 0,
    follow_up_on INTEGER, blocks_new SMALLINT NOT NULL DEFAULT 0, fixed_rate TEXT
);
-- One index identifies a document; its order also finds it when the account is not named.
CREATE UNIQUE INDEX item_document ON item (company_id, document_no, kind, buyer_id);

CREATE TABLE settlement (
    settlement_id INTEGER PRIMARY KEY, item_id BIGINT NOT NULL, date INTEGER NOT NULL, amount BIGINT NOT NULL,
    method SMALLINT NOT NULL, reference TEXT NOT NULL, settlement_no TEXT NOT NULL, occurrence INTEGER NOT NULL,
    derived SMALLINT NOT NULL, entry BIGINT NOT NULL
);
CREATE INDEX settlement_item ON settlement (item_id);

CREATE TABLE event (
    event_id BIGINT PRIMARY KEY, buyer_id BIGINT NOT NULL, item_id BIGINT, event TEXT NOT NULL, date INTEGER NOT NULL,
    reference TEXT NOT NULL, entry BIGINT NOT NULL
);
CREATE INDEX event_buyer ON event (buyer_id);

CREATE TABLE orders (
    order_id BIGINT PRIMARY KEY, buyer_id BIGINT NOT NULL, order_no TEXT NOT NULL, kind TEXT NOT NULL,
    order_date INTEGER NOT NULL, delivery_date INTEGER, currency TEXT NOT NULL, amount BIGINT NOT NULL,
    payment_terms TEXT NOT NULL, entry BIGINT NOT NULL, UNIQUE (buyer_id, order_no, kind)
);

CREATE TABLE day_close (date INTEGER NOT NULL, entry BIGINT NOT NULL);

-- A final run is frozen here: what it was asked, what it said (run_line) and what it changed (change).
CREATE TABLE run (
    run BIGINT PRIMARY KEY, kind TEXT NOT NULL, policy_id BIGINT NOT NULL, buyers TEXT NOT NULL, key_date INTEGER NOT NULL,
    parameters TEXT NOT NULL, totals TEXT NOT NULL, sha256 TEXT NOT NULL, changes BIGINT NOT NULL, entry BIGINT NOT NULL,
    reversed_entry BIGINT
);
CREATE TABLE run_line (run BIGINT NOT NULL, line INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (run, line));

-- Every change to an item's insurance data: by a run (run set), by a person or an event (run empty).
-- `key_date` places it in time; `before_state` is the packed state it replaced, so that a reversal restores exactly.
CREATE TABLE change (
    change_id INTEGER PRIMARY KEY, entry BIGINT NOT NULL, run BIGINT, item_id BIGINT NOT NULL, key_date INTEGER NOT NULL,
    cause TEXT NOT NULL, before_state TEXT NOT NULL,
    policy_id SMALLINT, status SMALLINT NOT NULL, status_reason SMALLINT NOT NULL, insured BIGINT NOT NULL,
    insured_reason SMALLINT NOT NULL, max_term_date INTEGER, overdue_date INTEGER, exclusion_date INTEGER,
    non_payment_report_date INTEGER, collection_date INTEGER, waiting_end INTEGER, filing_date INTEGER,
    base_period_end INTEGER, reporting_status SMALLINT NOT NULL, reported_on INTEGER, follow_up SMALLINT NOT NULL,
    follow_up_on INTEGER, blocks_new SMALLINT NOT NULL, fixed_rate TEXT, receivable_start INTEGER
);
-- Changes of runs are found by their run; only those by people and events are looked up by item.
CREATE INDEX change_by_hand ON change (item_id) WHERE run IS NULL;
