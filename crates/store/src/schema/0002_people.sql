-- People and what they are allowed. Instants are texts `YYYY-MM-DDTHH:MM:SSZ`; roles and scopes are codes separated by blanks;
-- companies are a JSON array of codes, NULL = all.

CREATE TABLE user_account (
    user_id BIGINT PRIMARY KEY, user_name TEXT NOT NULL, user_key TEXT NOT NULL UNIQUE, display_name TEXT NOT NULL,
    password_hash TEXT, oidc_issuer TEXT, oidc_subject TEXT, roles TEXT NOT NULL, companies TEXT, language TEXT,
    disabled SMALLINT NOT NULL, created_at TEXT NOT NULL, entry BIGINT NOT NULL
);
CREATE UNIQUE INDEX user_account_subject ON user_account (oidc_issuer, oidc_subject) WHERE oidc_subject IS NOT NULL;

CREATE TABLE api_token (
    token_id BIGINT PRIMARY KEY, token_hash TEXT NOT NULL UNIQUE, name TEXT NOT NULL, user_id BIGINT NOT NULL,
    scopes TEXT NOT NULL, companies TEXT, created_at TEXT NOT NULL, expires_at TEXT NOT NULL, revoked_at TEXT,
    entry BIGINT NOT NULL
);

CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL, entry BIGINT NOT NULL);

CREATE TABLE proposal (
    proposal_id BIGINT PRIMARY KEY, action TEXT NOT NULL, payload TEXT NOT NULL, reason TEXT NOT NULL,
    proposed_by TEXT NOT NULL, proposed_at TEXT NOT NULL, state TEXT NOT NULL, decided_by TEXT, decided_at TEXT,
    decision_reason TEXT NOT NULL, result TEXT, entry BIGINT NOT NULL
);

CREATE TABLE note (
    note_id BIGINT PRIMARY KEY, subject_kind TEXT NOT NULL, subject_key TEXT NOT NULL, text TEXT NOT NULL,
    written_by TEXT NOT NULL, written_at TEXT NOT NULL, entry BIGINT NOT NULL
);
CREATE INDEX note_subject ON note (subject_kind, subject_key);

-- From here on: volatile tables, written beside the door (`Store::keep`) and never part of the ledger.

CREATE TABLE session (
    session_id TEXT PRIMARY KEY, user_id BIGINT NOT NULL, form_key TEXT NOT NULL, created_at TEXT NOT NULL,
    last_seen_at TEXT NOT NULL, expires_at TEXT NOT NULL
);
CREATE INDEX session_user ON session (user_id);

CREATE TABLE sign_in_attempt (
    attempt_id INTEGER PRIMARY KEY, name_hash TEXT NOT NULL, address TEXT NOT NULL, tried_at TEXT NOT NULL
);

CREATE TABLE sign_in_flow (flow_id TEXT PRIMARY KEY, content TEXT NOT NULL, expires_at TEXT NOT NULL);

CREATE TABLE one_time_link (
    link_hash TEXT PRIMARY KEY, purpose TEXT NOT NULL, user_id BIGINT, expires_at TEXT NOT NULL
);

CREATE TABLE api_token_use (token_id BIGINT PRIMARY KEY, last_used_at TEXT NOT NULL);

CREATE TABLE saved_view (
    user_id BIGINT NOT NULL, list TEXT NOT NULL, name TEXT NOT NULL, content TEXT NOT NULL, saved_at TEXT NOT NULL,
    PRIMARY KEY (user_id, list, name)
);
