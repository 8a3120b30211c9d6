-- How an insurer wants a table of a report: a file somebody edits. What stands here is as it is now; audit entries hold what it was.
CREATE TABLE layout (
    insurer TEXT NOT NULL, name TEXT NOT NULL, report TEXT NOT NULL, content TEXT NOT NULL, entry BIGINT NOT NULL,
    PRIMARY KEY (insurer, name)
);

-- What left the house: to whom, which way, when, by whom, and how it ended. One row per recipient; only its ending changes.
CREATE TABLE dispatch (
    dispatch_id BIGINT PRIMARY KEY, report TEXT NOT NULL, title TEXT NOT NULL, policy TEXT NOT NULL, run_id BIGINT, marked SMALLINT NOT NULL,
    way TEXT NOT NULL, recipient TEXT NOT NULL, subject TEXT NOT NULL, message TEXT NOT NULL, file_name TEXT NOT NULL,
    media_type TEXT NOT NULL, sha256 TEXT NOT NULL, size BIGINT NOT NULL, language TEXT NOT NULL, sent_by TEXT NOT NULL, begun_at TEXT NOT NULL,
    ended_at TEXT, state TEXT NOT NULL, reason TEXT NOT NULL, attempts INTEGER NOT NULL, entry BIGINT NOT NULL
);
CREATE INDEX dispatch_by_run ON dispatch (run_id, dispatch_id);
CREATE INDEX dispatch_by_file ON dispatch (sha256, dispatch_id);

-- The bytes that left, as base64, once however often they were sent.
CREATE TABLE dispatch_file (sha256 TEXT PRIMARY KEY, content TEXT NOT NULL, entry BIGINT NOT NULL);
