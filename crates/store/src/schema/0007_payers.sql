-- Own limits 1 to 4 of a payer (buyer_id) or a credit group, or a company's override of them; 0 and '' stand for none, so that they
-- can be compared. Amounts in minor units of the currency; NULL is not checked (R9.1).
CREATE TABLE credit_limit (
    buyer_id BIGINT NOT NULL, credit_group TEXT NOT NULL, company_id BIGINT NOT NULL, valid_from INTEGER NOT NULL,
    valid_until INTEGER, past_due BIGINT, outstanding BIGINT, outstanding_and_orders BIGINT, days_overdue INTEGER,
    currency TEXT NOT NULL, approved_by TEXT NOT NULL, reason TEXT NOT NULL, entry BIGINT NOT NULL, replaced_entry BIGINT
);
CREATE INDEX credit_limit_whose ON credit_limit (buyer_id, credit_group);

-- Credit groups and which payer belongs to which: a payer to one at a time.
CREATE TABLE credit_group (
    credit_group TEXT NOT NULL, valid_from INTEGER NOT NULL, name TEXT NOT NULL, currency TEXT NOT NULL,
    entry BIGINT NOT NULL, replaced_entry BIGINT
);
CREATE TABLE credit_group_member (
    buyer_id BIGINT NOT NULL, valid_from INTEGER NOT NULL, valid_until INTEGER, credit_group TEXT NOT NULL,
    entry BIGINT NOT NULL, replaced_entry BIGINT
);
CREATE INDEX credit_group_member_buyer ON credit_group_member (buyer_id);
