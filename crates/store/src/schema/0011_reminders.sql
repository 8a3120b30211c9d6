-- Reminders, late interest, collection assignments (R9.8).

-- Terms of late interest that the house recorded beside those of the program. A row of the same country and first day recorded later supersedes.
CREATE TABLE interest_rate (
    interest_rate_id BIGINT PRIMARY KEY, country TEXT NOT NULL, valid_from INTEGER NOT NULL, valid_until INTEGER NOT NULL,
    reference_rate TEXT NOT NULL, margin TEXT NOT NULL, lowest_agreed TEXT NOT NULL, compensation BIGINT NOT NULL, reminder_charge BIGINT, collection_charge BIGINT, currency TEXT NOT NULL,
    source TEXT NOT NULL, entry BIGINT NOT NULL
);

-- A letter of a company to a payer in one currency. It changes while it is a proposal; audit entries hold what it was. Once sent it stays.
CREATE TABLE reminder (
    reminder_id BIGINT PRIMARY KEY, company_id BIGINT NOT NULL, payer_id BIGINT NOT NULL, currency TEXT NOT NULL, key_date INTEGER NOT NULL,
    level INTEGER NOT NULL, open BIGINT NOT NULL, credits BIGINT NOT NULL, charge BIGINT NOT NULL, charges_before BIGINT NOT NULL,
    compensation BIGINT NOT NULL, interest BIGINT NOT NULL, language TEXT NOT NULL, message TEXT NOT NULL, state TEXT NOT NULL,
    edited SMALLINT NOT NULL, reason TEXT NOT NULL, proposed_by TEXT NOT NULL, proposed_at TEXT NOT NULL, sent_on INTEGER, sent_by TEXT NOT NULL,
    way TEXT NOT NULL, recipient TEXT NOT NULL, sha256 TEXT NOT NULL, entry BIGINT NOT NULL
);
CREATE INDEX reminder_by_payer ON reminder (payer_id, reminder_id);
CREATE INDEX reminder_by_state ON reminder (state, reminder_id);

-- The items of a letter as they stood at its key date.
CREATE TABLE reminder_item (
    reminder_id BIGINT NOT NULL, item_id BIGINT NOT NULL, level INTEGER NOT NULL, days_late INTEGER NOT NULL, open BIGINT NOT NULL,
    interest BIGINT NOT NULL, compensation BIGINT NOT NULL, left_out SMALLINT NOT NULL, entry BIGINT NOT NULL, PRIMARY KEY (reminder_id, item_id)
);
CREATE INDEX reminder_item_by_item ON reminder_item (item_id, reminder_id);

-- Items of a payer handed over for collection, of one company and in one currency.
CREATE TABLE collection_assignment (
    assignment_id BIGINT PRIMARY KEY, company_id BIGINT NOT NULL, payer_id BIGINT NOT NULL, currency TEXT NOT NULL, assigned_on INTEGER NOT NULL,
    agency TEXT NOT NULL, reference TEXT NOT NULL, open BIGINT NOT NULL, interest BIGINT NOT NULL, charges BIGINT NOT NULL,
    language TEXT NOT NULL, reason TEXT NOT NULL, assigned_by TEXT NOT NULL, assigned_at TEXT NOT NULL, entry BIGINT NOT NULL
);
CREATE INDEX collection_assignment_by_payer ON collection_assignment (payer_id, assignment_id);

-- How an item stands in collection: only ever added to, the latest row holds.
CREATE TABLE collection_state (
    collection_state_id BIGINT PRIMARY KEY, item_id BIGINT NOT NULL, assignment_id BIGINT, state TEXT NOT NULL, date INTEGER NOT NULL,
    open BIGINT NOT NULL, reason TEXT NOT NULL, recorded_by TEXT NOT NULL, recorded_at TEXT NOT NULL, entry BIGINT NOT NULL
);
CREATE INDEX collection_state_by_item ON collection_state (item_id, collection_state_id);
CREATE INDEX collection_state_by_assignment ON collection_state (assignment_id, collection_state_id);
