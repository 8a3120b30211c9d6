-- Selection runs of credit control (R9.2). A line is what a run said of a payer; it stands until a later run that looks at the payer says
-- something else (`replaced_run`), so that runs for some credit managers leave the payers of the others alone.
CREATE TABLE monitor_run (
    run BIGINT PRIMARY KEY, key_date INTEGER NOT NULL, managers TEXT NOT NULL, totals TEXT NOT NULL, lines BIGINT NOT NULL,
    sha256 TEXT NOT NULL, run_by TEXT NOT NULL, run_at TEXT NOT NULL, entry BIGINT NOT NULL
);
CREATE TABLE monitor_line (
    run BIGINT NOT NULL, payer_id BIGINT NOT NULL, replaced_run BIGINT, credit_manager TEXT NOT NULL, currency TEXT NOT NULL,
    past_due BIGINT NOT NULL, outstanding BIGINT NOT NULL, change TEXT NOT NULL, waits_until INTEGER, reasons TEXT NOT NULL,
    PRIMARY KEY (run, payer_id)
);
CREATE INDEX monitor_line_standing ON monitor_line (payer_id) WHERE replaced_run IS NULL;
CREATE INDEX monitor_line_payer ON monitor_line (payer_id, run);

-- Work belongs to payers and items, never to a run: a rerun cannot lose it. Rows are only ever added; the latest counts.
CREATE TABLE payer_action (
    action_id BIGINT PRIMARY KEY, payer_id BIGINT NOT NULL, criterion TEXT NOT NULL, action_code INTEGER NOT NULL, remark TEXT NOT NULL,
    run BIGINT NOT NULL, recorded_by TEXT NOT NULL, recorded_at TEXT NOT NULL, entry BIGINT NOT NULL
);
CREATE INDEX payer_action_payer ON payer_action (payer_id, action_id);

-- Follow-up date and stop date of an item; empty dates take back what was set.
CREATE TABLE item_follow_up (
    follow_up_id BIGINT PRIMARY KEY, item_id BIGINT NOT NULL, follow_up_on INTEGER, stop_until INTEGER,
    recorded_by TEXT NOT NULL, recorded_at TEXT NOT NULL, entry BIGINT NOT NULL
);
CREATE INDEX item_follow_up_item ON item_follow_up (item_id, follow_up_id);

-- Notes with what was agreed and until when (R9.5). Closing by hand is a row of its own; a note whose items are settled is closed by that.
CREATE TABLE follow_up_note (
    note_id BIGINT PRIMARY KEY, payer_id BIGINT NOT NULL, contact TEXT NOT NULL, result TEXT NOT NULL, action TEXT NOT NULL,
    action_date INTEGER, promised BIGINT, currency TEXT NOT NULL,
    recorded_by TEXT NOT NULL, recorded_at TEXT NOT NULL, entry BIGINT NOT NULL
);
CREATE INDEX follow_up_note_payer ON follow_up_note (payer_id, note_id);
CREATE TABLE follow_up_note_item (note_id BIGINT NOT NULL, item_id BIGINT NOT NULL, PRIMARY KEY (note_id, item_id));
CREATE TABLE follow_up_note_end (
    note_id BIGINT PRIMARY KEY, reason TEXT NOT NULL, recorded_by TEXT NOT NULL, recorded_at TEXT NOT NULL, entry BIGINT NOT NULL
);
