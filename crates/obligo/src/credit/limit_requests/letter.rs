//! The letter a request was sent with: a dispatch of the report `limit-request` names its requests, and once it has left its drafts are sent.

use super::{found, send_in};
use obligo_rules::calendar::Day;
use obligo_rules::limit_request::LimitRequestState;
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::limit_request_letter::{limit_request_letter_add, limit_request_letters};
use std::collections::HashMap;

/// The letters each request was sent with, by its number: numbers of dispatches in the order they were begun.
pub fn letters_sent(tx: &Tx<'_>, known: i64) -> Result<HashMap<i64, Vec<i64>>, Problem> {
    let mut letters: HashMap<i64, Vec<i64>> = HashMap::new();
    for (request, dispatch) in limit_request_letters(tx, known)? {
        letters.entry(request).or_default().push(dispatch);
    }
    Ok(letters)
}

/// Names the requests that a letter tells the insurer of, before it is sent.
pub fn name_letter(tx: &Tx<'_>, entry: i64, dispatch_id: i64, requests: &[i64]) -> Result<(), Problem> {
    requests.iter().try_for_each(|number| limit_request_letter_add(tx, entry, *number, dispatch_id))
}

/// Makes the drafts that a letter told of sent on this day. What was sent before or has ended meanwhile stays as it is.
pub fn letter_left(tx: &Tx<'_>, entry: i64, dispatch_id: i64, day: Day) -> Result<(), Problem> {
    for (number, dispatch) in limit_request_letters(tx, i64::MAX)? {
        if dispatch != dispatch_id {
            continue;
        }
        let request = found(tx, number)?;
        if request.request.state_at(Day::LAST) == LimitRequestState::Draft {
            send_in(tx, entry, &request, day)?;
        }
    }
    Ok(())
}
