//! Group and country caps (R2.6): they bound the insured amounts of several buyers together, oldest items first.

use crate::allocate::room_after_keeping;
use crate::codes::InsuranceStatus;
use crate::declare::BuyerWork;
use crate::ledger::Ledger;
use std::collections::HashSet;

/// Hands out the sums of capped buyers over all their items in the order of R5.2, each bounded by its buyer's room and by the room of every cap
/// on that buyer. What is insured stays, as ever (R5.3). Buyers of the other kind use up a cap with what they have insured.
pub(crate) fn allocate_capped(ledger: &Ledger, works: &mut [BuyerWork]) {
    let mut rooms: Vec<i64> = works
        .iter_mut()
        .map(|work| room_after_keeping(ledger.cases[work.case].sum, work.credits, &mut work.candidates))
        .collect();
    let in_run: HashSet<usize> = works.iter().map(|work| work.case).collect();
    let mut cap_rooms = ledger.caps.clone();
    for work in works.iter() {
        let used = work.candidates.iter().fold(0i64, |sum, c| sum.saturating_add(c.insured));
        use_caps(ledger, work.case, used, &mut cap_rooms);
    }
    for case in (0..ledger.cases.len()).filter(|case| !in_run.contains(case)) {
        let items = &ledger.items[ledger.range(case)];
        let open = items.iter().filter(|i| i.is_debit() && i.insurance.status == InsuranceStatus::Insurable);
        let used =
            open.fold(0i64, |sum, i| sum.saturating_add(i.insurance.insured.min(i.insurable_open).max(0)));
        use_caps(ledger, case, used, &mut cap_rooms);
    }
    let mut order: Vec<(usize, usize)> = works
        .iter()
        .enumerate()
        .flat_map(|(w, work)| (0..work.candidates.len()).map(move |c| (w, c)))
        .collect();
    let place = |works: &[BuyerWork], (w, c): (usize, usize)| {
        ledger.range(works[w].case).start + works[w].candidates[c].position as usize
    };
    order.sort_by(|a, b| ledger.allocation_order(place(works, *a), place(works, *b)));
    for (w, c) in order {
        let case = works[w].case;
        let caps = &ledger.cases[case].caps;
        let cap_room = caps.iter().map(|cap| cap_rooms[*cap as usize]).min().unwrap_or(i64::MAX);
        let room = rooms[w].min(cap_room);
        if works[w].candidates[c].blocked || rooms[w] <= 0 {
            continue;
        }
        works[w].capped |= cap_room < rooms[w];
        let raised = works[w].candidates[c].raise(room.max(0));
        rooms[w] -= raised;
        use_caps(ledger, case, raised, &mut cap_rooms);
    }
}

fn use_caps(ledger: &Ledger, case: usize, amount: i64, cap_rooms: &mut [i64]) {
    for cap in &ledger.cases[case].caps {
        cap_rooms[*cap as usize] = cap_rooms[*cap as usize].saturating_sub(amount);
    }
}
