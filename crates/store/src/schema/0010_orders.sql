-- Blocks, order stops, releases, order checks (R9.6, R9.7).

-- Where an order stands now; order_state says how it came there.
ALTER TABLE orders ADD COLUMN state TEXT NOT NULL DEFAULT 'open';
CREATE INDEX orders_by_number ON orders (order_no);
CREATE INDEX orders_by_state ON orders (state, order_id);

-- Every state an order took, why, and the amount it had then. Only ever added.
CREATE TABLE order_state (
    order_id BIGINT NOT NULL, state TEXT NOT NULL, amount BIGINT NOT NULL, currency TEXT NOT NULL, reason TEXT NOT NULL,
    check_id BIGINT, entry BIGINT NOT NULL
);
CREATE INDEX order_state_by_order ON order_state (order_id, entry);

-- Order checks that were recorded with an order, with what was asked and answered. Only ever added.
CREATE TABLE order_check (
    check_id BIGINT PRIMARY KEY, order_id BIGINT NOT NULL, point TEXT NOT NULL, answer TEXT NOT NULL, checked_on INTEGER NOT NULL,
    content TEXT NOT NULL, entry BIGINT NOT NULL
);
CREATE INDEX order_check_by_order ON order_check (order_id, check_id);

-- Buyers blocked by hand. Only the lifting of a block changes its row.
CREATE TABLE buyer_block (
    block_id BIGINT PRIMARY KEY, buyer_id BIGINT NOT NULL, blocked_from INTEGER NOT NULL, blocked_until INTEGER, reason TEXT NOT NULL,
    blocked_by TEXT NOT NULL, blocked_at TEXT NOT NULL, lifted_on INTEGER, lifted_by TEXT, lifted_at TEXT, lifted_reason TEXT,
    lifted_entry BIGINT, entry BIGINT NOT NULL
);
CREATE INDEX buyer_block_by_buyer ON buyer_block (buyer_id, block_id);
