//! Open items as reminders and collection see them: by the company that is owed, the payer and the currency.

use super::levels::{Had, highest, reminders_had};
use crate::credit::payers::Payers;
use crate::planning::SettledItems;
use crate::snapshot::Snapshot;
use obligo_rules::calendar::Day;
use obligo_rules::codes::ItemKind;
use obligo_rules::follow_up_note::FollowUpNote;
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;
use obligo_rules::reminder::ReminderItem;
use obligo_store::Tx;
use obligo_store::collection::{CollectionStateRow, collection_states};
use obligo_store::follow_up_note::follow_up_note_all;
use obligo_store::item::{ItemRow, item_each, item_get};
use obligo_store::item_follow_up::item_follow_up_each;
use std::collections::{BTreeMap, HashMap};

/// Whom a letter is from and to, and in which currency.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Party {
    /// The payer, by the store's number.
    pub payer: i64,
    /// The company that is owed.
    pub company: i64,
    /// The currency.
    pub currency: Currency,
}

/// An open debit item. Amounts in minor units of its currency.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OpenItem {
    /// The store's number.
    pub item_id: i64,
    /// Who owes it to whom.
    pub party: Party,
    /// The customer.
    pub buyer_id: i64,
    /// Document number.
    pub document_no: String,
    /// Kind.
    pub kind: ItemKind,
    /// Document date.
    pub document_date: Day,
    /// Net due date, or the later one that was granted.
    pub due: Day,
    /// Gross amount.
    pub amount: i64,
    /// Open amount.
    pub open: i64,
    /// Disputed at the key date.
    pub is_disputed: bool,
    /// When collection must have begun under the policy (R3.5).
    pub collection_date: Option<Day>,
}

/// The open items of a key date with all that bears on their reminders.
#[derive(Debug)]
pub struct DunningLedger {
    /// The key date.
    pub key_date: Day,
    /// Open debit items.
    pub items: Vec<OpenItem>,
    /// Open credits, as positive amounts.
    pub credits: BTreeMap<Party, i64>,
    /// Reminders each item has had.
    pub had: HashMap<i64, Vec<Had>>,
    /// How items stand in collection.
    pub collection: HashMap<i64, CollectionStateRow>,
    stops: HashMap<i64, Day>,
    payer_stops: HashMap<i64, Day>,
}

impl DunningLedger {
    /// Reads them as of the snapshot's day; `wanted` narrows by payer and company. Errors: those of the store.
    pub fn load(
        tx: &Tx<'_>,
        snapshot: &Snapshot,
        wanted: impl Fn(i64, i64) -> bool,
    ) -> Result<DunningLedger, Problem> {
        let as_of = snapshot.as_of;
        let key_date = as_of.key_date;
        let settled = SettledItems::load(tx, as_of)?;
        let payers = Payers::of(snapshot);
        let (mut items, mut credits) = (Vec::new(), BTreeMap::new());
        item_each(
            tx,
            as_of,
            |item, amount, _| settled.open(item, amount) != 0,
            |row| {
                let Some(party) = party_of(&payers, row) else { return Ok(()) };
                if !wanted(party.payer, party.company) {
                    return Ok(());
                }
                let open = settled.open(row.item_id, row.facts.amount);
                if row.facts.kind.is_debit() && open > 0 {
                    let is_open_at = |day: Day| settled.is_open_at(tx, row, day.min(key_date));
                    let (_, is_disputed) = snapshot.events.of_item(row, is_open_at)?;
                    items.push(item_of(row, party, open, is_disputed));
                } else if open < 0 {
                    let sum: &mut i64 = credits.entry(party).or_default();
                    *sum = sum.saturating_sub(open);
                }
                Ok(())
            },
        )?;
        let (stops, payer_stops) = stops(tx, key_date)?;
        Ok(DunningLedger {
            key_date,
            items,
            credits,
            had: reminders_had(tx, key_date)?,
            collection: collection_states(tx)?,
            stops,
            payer_stops,
        })
    }

    /// What a letter that exists is priced by again: the reminders its items have had, and the credits it was made with.
    pub fn of_letter(
        tx: &Tx<'_>,
        key_date: Day,
        party: Party,
        credits: i64,
    ) -> Result<DunningLedger, Problem> {
        Ok(DunningLedger {
            key_date,
            items: Vec::new(),
            credits: BTreeMap::from([(party, credits)]),
            had: reminders_had(tx, key_date)?,
            collection: HashMap::new(),
            stops: HashMap::new(),
            payer_stops: HashMap::new(),
        })
    }

    /// An item as the rules look at it.
    #[must_use]
    pub fn as_rules_see(&self, item: &OpenItem) -> ReminderItem {
        let own = self.stops.get(&item.item_id);
        let whole = self.payer_stops.get(&item.party.payer);
        let state = self.collection.get(&item.item_id).map(|state| state.state.as_str());
        ReminderItem {
            due: item.due,
            open: item.open,
            is_disputed: item.is_disputed,
            stopped_until: own.max(whole).copied(),
            in_collection: matches!(state, Some("ready" | "assigned" | "returned")),
            last: highest(self.had.get(&item.item_id).map_or(&[], Vec::as_slice)),
        }
    }
}

/// The currency of an item and who owes it; none for a currency that is not known.
fn party_of(payers: &Payers, row: &ItemRow<'_>) -> Option<Party> {
    Some(Party {
        payer: payers.payer_of(row.facts.buyer_id),
        company: row.facts.company_id,
        currency: Currency::parse(row.facts.currency)?,
    })
}

fn item_of(row: &ItemRow<'_>, party: Party, open: i64, is_disputed: bool) -> OpenItem {
    let facts = &row.facts;
    OpenItem {
        item_id: row.item_id,
        party,
        buyer_id: facts.buyer_id,
        document_no: facts.document_no.to_owned(),
        kind: facts.kind,
        document_date: facts.document_date,
        due: row.extended_due_date.map_or(facts.net_due_date, |later| later.max(facts.net_due_date)),
        amount: facts.amount,
        open,
        is_disputed,
        collection_date: row.state.insurance.deadlines.collection_date,
    }
}

/// One item as of the snapshot's day, whatever is open of it. Errors: those of the store.
pub fn item_at(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    payers: &Payers,
    item_id: i64,
) -> Result<Option<OpenItem>, Problem> {
    let settled = SettledItems::of(tx, snapshot.as_of, &[item_id])?;
    let mut found = None;
    item_get(tx, item_id, |row| {
        let open = settled.open(item_id, row.facts.amount);
        found = party_of(payers, row).map(|party| item_of(row, party, open, false));
        Ok(())
    })?;
    Ok(found)
}

/// Last days by item or payer.
type LastDays = HashMap<i64, Day>;

/// Last days of the stops of items and, by open notes about no single item, of payers.
fn stops(tx: &Tx<'_>, key_date: Day) -> Result<(LastDays, LastDays), Problem> {
    let (mut items, mut payers) = (LastDays::new(), LastDays::new());
    item_follow_up_each(tx, |row| {
        if let Some(until) = row.stop_until {
            later(&mut items, row.item_id, until);
        }
        Ok(())
    })?;
    for row in follow_up_note_all(tx, false)? {
        let note = FollowUpNote {
            action_date: row.action_date,
            is_promise: row.promised.is_some(),
            is_closed: row.end.is_some(),
            items_settled: Vec::new(),
        };
        let Some(until) = note.waits_until(key_date) else { continue };
        if row.items.is_empty() {
            later(&mut payers, row.payer_id, until);
        }
        for item in row.items {
            later(&mut items, item, until);
        }
    }
    Ok((items, payers))
}

fn later(stops: &mut HashMap<i64, Day>, of: i64, until: Day) {
    let known = stops.entry(of).or_insert(until);
    *known = (*known).max(until);
}
