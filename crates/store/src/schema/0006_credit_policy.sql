-- Credit policy, credit managers, exceptions (R9.9).
CREATE TABLE credit_policy_version (
    valid_from INTEGER NOT NULL, entry BIGINT NOT NULL, replaced_entry BIGINT, terms TEXT NOT NULL
);

CREATE TABLE credit_manager_version (
    credit_manager TEXT NOT NULL, valid_from INTEGER NOT NULL, entry BIGINT NOT NULL, replaced_entry BIGINT,
    name TEXT NOT NULL, senior TEXT NOT NULL, user_name TEXT NOT NULL, ended INTEGER NOT NULL
);

-- An exception that is ended early gets a second row; the first stays readable on the known-at axis.
CREATE TABLE policy_exception (
    exception_id BIGINT NOT NULL, buyer_id BIGINT NOT NULL, differs TEXT NOT NULL, value TEXT NOT NULL,
    approver TEXT NOT NULL, reason TEXT NOT NULL, valid_from INTEGER NOT NULL, valid_until INTEGER NOT NULL,
    ended_reason TEXT NOT NULL, entry BIGINT NOT NULL, replaced_entry BIGINT
);
CREATE INDEX policy_exception_buyer ON policy_exception (buyer_id);
