# The pages of buyers: the list, one buyer, co-insured customers.

cover-named = Named
cover-unnamed = Unnamed
cover-co-insured = Co-insured
cover-none = Not insured

## The list

buyers-tabs = Buyers and co-insured customers
buyers-found = { $count ->
    [one] One account
   *[other] { $shown } accounts
  }
buyers-use = Use of the sum
buyers-over-limit = Over the insured sum
buyers-stopped = Stop of cover
buyers-must-be-offered = Must be offered
buyers-over-credit-limit = Over the own credit limit
buyers-credit-manager = Credit manager
buyers-any = All
buyers-show = Show
buyers-reset = Reset
buyers-download = Download CSV
buyers-sum = Sum in { $currency }
buyers-none-fit = No buyer fits this search. Take a filter away, or reset all of them.
buyers-nothing-yet = There are no buyers yet. Import them from the ledger:
buyers-views = Saved views
buyers-view-keep = Save this view
buyers-view-name = Name of the view
buyers-view-save = Save
buyers-view-delete = Delete the view { $name }

## One buyer

why = Why?
buyer-identity = Who
buyer-cover = Cover
buyer-cover-ahead = From { $date }
buyer-prospect = Prospect without an account
buyer-legal-entity = Legal entity
buyer-dependent-branch = Legally dependent branch
buyer-category = Category
buyer-vat-id = VAT identification number
buyer-register-no = Register number
buyer-lei = Legal entity identifier (LEI)
buyer-payment-terms = Payment terms
buyer-credit-limit = Own credit limit
buyer-bill-limit = Bill limit
buyer-bill-liability = Bill liability
buyer-limit-check = Orders are checked against
buyer-payer = Payer
buyer-information-date = Information date
buyer-information-source = Source of the information
buyer-risk-factors = Risk factors
buyer-risk-number = Risk number
buyer-recommended-limit = Recommended limit
buyer-recommended-from = Recommended from
buyer-not-insured-reason = Why not insured
buyer-insurance-no = Number of this insurance
buyer-user-status = User-defined insurance status
buyer-left-policy = Items still open under { $policy }
buyer-stopped = Stop of cover: receivables dated after { $date } are uncovered.
buyer-offer-due = This buyer must be offered to the insurer: it has reached the offering threshold.
buyer-new-limit = Limit request or decision
buyer-new-cover = Change the cover
buyer-new-evidence = Add evidence
buyer-new-event = Record an event
buyer-edit = Edit the master data
buyer-no-decisions = No limit decision is on record. Request a limit, or enter what the insurer decided.
buyer-conditions-met = (met)
buyer-evidence = Evidence
buyer-no-evidence = No evidence is on record.
buyer-item-covered = { $share } insured
buyer-all-items = { $count ->
    [one] The one item
   *[other] All { $shown } items
  }
buyer-all-deadlines = { $count ->
    [one] The one deadline
   *[other] All { $shown } deadlines
  }
buyer-no-items = No item is open.
buyer-no-deadlines = Nothing is due in the next three months.
buyer-notes = Notes
buyer-note = New note
buyer-note-add = Add the note
buyer-no-notes = There are no notes.
buyer-history = History of changes
buyer-no-history = Nothing is on record.
buyer-history-more = Older changes are in the audit trail.

category-company = Business
category-public = Public body
category-private = Private person
category-affiliate = Affiliate
check-credit-limit = Own credit limit
check-insured-sum = Insured sum
check-lower = The lower of own credit limit and insured sum
trail-buyers = Master data
trail-covers = Cover
trail-limits = Limit
trail-evidence = Evidence
trail-events = Event


evidence-agency-report = Agency report
evidence-bank-reference = Bank reference
evidence-payment-experience = Payment experience
evidence-positive = Positive
evidence-negative = Negative
evidence-source = Source

event-what = Event
event-insolvency = Insolvency
event-notice = Notice to the insurer
event-collection = Handed over to collection
event-protest = Bill protested
event-claim = Claim filed
event-dispute = Dispute
event-dispute-end = End of the dispute
event-reinstatement = Covered again

## Forms

buyer-new = New buyer
check-none = Nothing
entry-account-hint = The address number, or @ and the legal entity of a prospect.
entry-dependent-hint = Only legally dependent branches can be co-insured.
entry-valid-from-hint = Empty: from the day after the last final run, or always.
entry-category-hint = For payment experience.
entry-valid-until-hint = Empty: as long as the policy says.
entry-cover-from-hint = The same first day corrects this cover; a later one begins another.
entry-beside = What it says now, and what you typed
entry-now = Now
entry-typed = You typed
entry-no-difference = It says just what you typed.
entry-on = Go on

## Why a buyer has its sum, its room and its stop of cover

sum-no-cover = The buyer has no cover under { $policy } now, so its sum is 0.
sum-declined = Cover was declined from { $date }, so the sum is 0.
sum-no-decision = No limit decision is in force, so the sum is 0.
sum-decision = { $valid_until ->
    [none] The limit decision of { $valid_from } grants { $amount } { $currency }.
   *[other] The limit decision of { $valid_from } grants { $amount } { $currency } until { $valid_until }.
  }
sum-top-up = { $valid_until ->
    [none] Top-up cover adds { $amount } { $currency } since { $valid_from }.
   *[other] Top-up cover adds { $amount } { $currency } from { $valid_from } until { $valid_until }.
  }
sum-agency-report = The agency report of { $date } opens { $amount } { $currency } until { $valid_until }.
sum-bank-reference = The bank reference of { $date } opens { $amount } { $currency } until { $valid_until }.
sum-payment-experience = Payment experience of category { $category } opens { $amount } { $currency }.
sum-no-evidence = No evidence opens a sum now.
sum-recommended = The recommended limit { $amount } { $currency } bounds it since { $date }.
room-left = Room { $room } { $currency }: insured sum { $insured_sum } less { $insured } insured.
room-with-credits = Room { $room } { $currency }: insured sum { $insured_sum } less { $insured } insured, and { $credits } of credits free room.
stop-by-items = { $count ->
    [one] This item passed its date on { $date } and stops cover until it is settled: { $items }.
   *[other] { $count } items passed their date on { $date } and stop cover until they are settled, among them { $items }.
  }
stop-by-event = { $event ->
    [insolvency] Insolvency of { $date } stops cover.
    [collection] The hand-over to collection of { $date } stops cover.
   *[claim] The claim of { $date } stops cover.
  }
stop-by-withdrawal = Cover was withdrawn on { $date }.

## Co-insured customers

co-insured-title = Co-insured customers
co-insured-what = Customers without an insured sum of their own. Their items count towards the sum of the customer they are insured under.
co-insured-none = Nobody is co-insured. Add a legally dependent branch of an insured customer.
co-insured-add = Add a co-insured customer
co-insured-add-here = Add another one here
co-insured-end = End the co-insurance
co-insured-end-short = End
co-insured-under = Co-insured under { $account }
co-insured-policy = Internal policy number
co-insured-heading = Under which policy
co-insured-main = Insured customer
co-insured-one = Co-insured customer
co-insured-only-branches = Only legally dependent branches of an insured customer can be co-insured. A legally independent establishment needs an insured sum of its own.
co-insured-credit-limit-hint = The whole credit given to the customer at most; it does not depend on the insurance.
co-insured-information-hint = When a report on the customer was last obtained.
co-insured-from-hint = Empty: from today.
co-insured-last-day = Last day

## Search

search-nothing = Nothing begins with or contains “{ $text }”. Buyers are found by name and numbers, items by the beginning of their document number.
