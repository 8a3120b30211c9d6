//! The life of an order, and what the orders of a buyer add to its exposure (R9.6, R9.7).

use crate::codes::codes;
use std::collections::BTreeMap;

codes! {
    /// Where an order stands.
    OrderState {
        /// Taken, nothing against it.
        Open = "open",
        /// Stopped by a failed check: not to be delivered before somebody releases it.
        Stopped = "stopped",
        /// Stopped once and released by somebody with authority.
        Released = "released",
        /// Delivered, not invoiced yet.
        Delivered = "delivered",
        /// Invoiced: it is an open item now.
        Invoiced = "invoiced",
        /// Cancelled.
        Cancelled = "cancelled",
    }
}

impl OrderState {
    /// Whether it is still to become an invoice.
    #[must_use]
    pub fn is_running(self) -> bool {
        !matches!(self, OrderState::Invoiced | OrderState::Cancelled)
    }

    /// Whether it counts in the exposure: a stopped order is not delivered, so it takes no room from others.
    #[must_use]
    pub fn counts(self) -> bool {
        matches!(self, OrderState::Open | OrderState::Released | OrderState::Delivered)
    }
}

/// The kind of a line that says what was delivered of an order; every other kind says what was ordered.
pub const DELIVERY: &str = "delivery";

/// One line of an order. The amount in minor units of one currency for all lines compared.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OrderLine<'l> {
    /// Number, which an order and its deliveries share.
    pub order_no: &'l str,
    /// Kind as the ledger names it.
    pub kind: &'l str,
    /// Where it stands.
    pub state: OrderState,
    /// Amount.
    pub amount: i64,
}

/// What was ordered, delivered and invoiced under one number.
#[derive(Clone, Copy, Default)]
struct ByNumber {
    ordered: i64,
    delivered: i64,
    invoiced: i64,
}

/// What a buyer's orders and deliveries not invoiced add to its exposure, minor units, never below 0; saturating. An order and its
/// deliveries count once: what is ordered less what is invoiced of it, or what is delivered and not invoiced, whichever is more.
#[must_use]
pub fn orders_exposure<'l>(lines: impl Iterator<Item = OrderLine<'l>>) -> i64 {
    let mut numbers: BTreeMap<&str, ByNumber> = BTreeMap::new();
    for line in lines {
        let sums = numbers.entry(line.order_no).or_default();
        let sum = match (line.kind == DELIVERY, line.state) {
            (true, OrderState::Invoiced) => &mut sums.invoiced,
            (true, state) if state.counts() => &mut sums.delivered,
            (false, state) if state.counts() => &mut sums.ordered,
            _ => continue,
        };
        *sum = sum.saturating_add(line.amount);
    }
    let open = numbers.values().map(|n| n.ordered.saturating_sub(n.invoiced).max(n.delivered).max(0));
    open.fold(0, i64::saturating_add)
}

/// The state of an order after a file or program told of it again. `known` is its state and amount until then, `stated` what the file says.
/// Only people release: a stopped order stays stopped, and a released one whose amount rises is stopped again.
#[must_use]
pub fn state_after_change(
    known: Option<(OrderState, i64)>,
    stated: Option<OrderState>,
    amount: i64,
) -> OrderState {
    match (stated, known) {
        (Some(state), _) if state != OrderState::Open => state,
        (_, Some((OrderState::Stopped, _))) => OrderState::Stopped,
        (_, Some((OrderState::Released, before))) if amount > before => OrderState::Stopped,
        (_, Some((OrderState::Released, _))) => OrderState::Released,
        (None, Some((state, _))) => state,
        (Some(_), Some(_)) | (_, None) => OrderState::Open,
    }
}

#[cfg(test)]
mod tests {
    use super::OrderState::{Cancelled, Delivered, Invoiced, Open, Released, Stopped};
    use super::*;

    fn line<'l>(order_no: &'l str, kind: &'l str, state: OrderState, amount: i64) -> OrderLine<'l> {
        OrderLine { order_no, kind, state, amount }
    }

    #[test]
    fn r9_7_an_order_and_its_deliveries_count_once() {
        for (lines, expected, why) in [
            (vec![line("1", "order", Open, 60)], 60, "an open order"),
            (vec![line("1", "order", Open, 60), line("1", DELIVERY, Open, 60)], 60, "PL-33: delivered whole"),
            (vec![line("1", "order", Open, 100), line("1", DELIVERY, Open, 40)], 100, "delivered in part"),
            (vec![line("1", "order", Open, 100), line("1", DELIVERY, Invoiced, 40)], 60, "invoiced in part"),
            (vec![line("1", "order", Open, 40), line("1", DELIVERY, Open, 60)], 60, "delivered too much"),
            (vec![line("1", "order", Invoiced, 60)], 0, "invoiced: it is an open item"),
            (vec![line("1", "order", Stopped, 60)], 0, "stopped: it is not delivered"),
            (vec![line("1", "order", Released, 60), line("2", "order", Cancelled, 5)], 60, "released"),
            (vec![line("1", "order", Delivered, 60), line("2", "order", Open, 5)], 65, "two orders"),
            (vec![line("1", DELIVERY, Open, 7)], 7, "a delivery without its order"),
            (vec![line("1", "order", Open, i64::MAX), line("2", "order", Open, 9)], i64::MAX, "absurd"),
            (vec![], 0, "none"),
        ] {
            assert_eq!(orders_exposure(lines.into_iter()), expected, "{why}");
        }
    }

    #[test]
    fn r9_6_only_people_release_a_stopped_order() {
        // known, stated by the file, amount of the file, state after
        for (known, stated, amount, expected) in [
            (None, None, 10, Open),
            (None, Some(Delivered), 10, Delivered),
            (Some((Open, 10)), None, 20, Open),
            (Some((Stopped, 10)), None, 10, Stopped),
            (Some((Stopped, 10)), Some(Open), 5, Stopped),
            (Some((Stopped, 10)), Some(Cancelled), 10, Cancelled),
            (Some((Released, 10)), Some(Open), 10, Released),
            (Some((Released, 10)), None, 11, Stopped),
            (Some((Delivered, 10)), None, 10, Delivered),
            (Some((Delivered, 10)), Some(Open), 10, Open),
            (Some((Invoiced, 10)), None, 10, Invoiced),
        ] {
            assert_eq!(state_after_change(known, stated, amount), expected, "{known:?} {stated:?} {amount}");
        }
    }
}
