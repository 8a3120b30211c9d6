-- Who is told of what. Events are codes separated by blanks; companies are a JSON array of codes, NULL = all.

CREATE TABLE webhook (
    webhook_id BIGINT PRIMARY KEY, url TEXT NOT NULL, events TEXT NOT NULL, secret TEXT NOT NULL, companies TEXT,
    disabled SMALLINT NOT NULL, created_at TEXT NOT NULL, entry BIGINT NOT NULL
);

-- From here on: volatile tables. A delivery waits here until its receiver has answered; a fact is what was true when receivers
-- were last told, so that each is told once.

CREATE TABLE webhook_delivery (
    delivery_id TEXT PRIMARY KEY, webhook_id BIGINT NOT NULL, event TEXT NOT NULL, body TEXT NOT NULL, state TEXT NOT NULL,
    attempts INTEGER NOT NULL, made_at TEXT NOT NULL, next_at TEXT NOT NULL, answer TEXT NOT NULL
);
CREATE INDEX webhook_delivery_due ON webhook_delivery (state, next_at);

CREATE TABLE webhook_fact (event TEXT NOT NULL, fact TEXT NOT NULL, PRIMARY KEY (event, fact));
