-- What was decided about an exceeded insurance limit (R9.4): only ever added; a later row takes the place of an earlier one.
CREATE TABLE excess_decision (
    decision_id BIGINT PRIMARY KEY, buyer_id BIGINT NOT NULL, policy_id BIGINT NOT NULL, kind TEXT NOT NULL, amount BIGINT,
    currency TEXT NOT NULL, valid_from INTEGER NOT NULL, valid_until INTEGER, exposure BIGINT, insured_sum BIGINT, reason TEXT NOT NULL,
    reference TEXT NOT NULL, proposed_by TEXT NOT NULL, decided_by TEXT NOT NULL, limit_id BIGINT, entry BIGINT NOT NULL
);
CREATE INDEX excess_decision_by_buyer ON excess_decision (buyer_id, policy_id, decision_id);

-- Which dispatch told the insurer of a limit request, named by the decision row it began with.
CREATE TABLE limit_request_letter (
    limit_id BIGINT NOT NULL, dispatch_id BIGINT NOT NULL, entry BIGINT NOT NULL, PRIMARY KEY (limit_id, dispatch_id)
);
