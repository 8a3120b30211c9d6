# The pages of items and bills: the list, one item, edits, saved views.

## The list

items-tabs = Lists of items
items-tab-open = Open items
items-tab-bills = Bills of exchange
items-tab-all = Settled too, or another day
items-list = Items
items-found = { $count ->
    [one] One item
   *[other] { $shown } items
  }
items-found-cut = More than { $limit } documents begin so; type more of the number to see them all.
items-none-fit = No item fits. Take a filter away, reset all of them, or import items.
items-sums = Sums of what is chosen
items-document = Document number
items-document-hint = Its beginning is enough.
items-buyer = Buyer
items-due-before = Due before
items-cover-full = Insured in full
items-cover-part = Insured in part
items-cover-none = Not insured
items-more-filters = Status, kind, reports
items-columns = Columns
items-download-lines = Download JSON lines
items-another-day = Another day, settled items, projection
items-as-of = As of
items-known-at = Known on
items-known-at-hint = Only what had been recorded by the end of that day; empty: everything.
items-settled-too = Settled items too
items-projected-field = Projected
items-projected-hint = What the next declaration would make of the items; only a final run makes it binding.
items-then = As of { $date }.
items-then-known = As of { $date }, with what was known on { $known }.
items-then-all = Settled items are among them.
items-then-projected = Projected: what the next declaration would make of them.

col-posting-date = Posted
col-policy-currency = Policy's currency
col-reasons = Reasons

## Saved views

items-view-opens = (opens the list)
items-view-change = Change this view
items-view-new-name = New name
items-view-rename = Rename
items-view-default = Open the list with it
items-view-not-default = Do not open the list with it
items-back = Back to the list

## Bills of exchange

items-no-bills = No bill fits. Bills of exchange are imported with the items, with the kind “bill”.
items-bill-expired = Due date passed
items-bill-protested = Protested
items-day-close-missing = Bills have fallen due that no day-end close has marked yet.

## Kinds, reports, settlements

items-kind-invoice = Invoice
items-kind-debit-note = Debit note
items-kind-credit-note = Credit note
items-kind-payment-on-account = Payment on account
items-kind-bill = Bill of exchange
items-kind-cheque = Cheque
items-reporting-none = Not reported
items-reporting-first = 1 – reported once
items-reporting-second = 2 – reported twice
items-reporting-third = 3 – reported three times
items-reporting-exclusion = A – exclusion date passed
items-reporting-non-payment = N – non-payment reported
items-reporting-collection = E – collection
items-reporting-claim = S – claim
items-settled-payment = Payment
items-settled-credit-note = Credit note
items-settled-bill = Bill of exchange
items-settled-write-off = Written off
items-settled-offset = Set off
items-settled-return = Payment returned
items-settled-derived = (no longer in the ledger's list)

## One item

items-several = Several documents have this number. Choose one.
items-before = Item before
items-after = Item after
items-edit = Change
items-now = Back to today
items-reports = Reports to the insurer
items-of-buyer = Sum and room of the buyer
items-origin = Residual of
items-settlements = Settlements
items-no-settlements = Nothing is settled yet.
items-no-history = No run and nobody has changed its insurance data yet.
items-dates-later = The deadlines are fixed by the first final run that examines the item.
items-today = Today
items-days-left = { $count ->
    [one] in one day
   *[other] in { $shown } days
  }
items-days-ago = { $count ->
    [one] one day ago
   *[other] { $shown } days ago
  }
items-explain-then = Explain it for another day
items-cause-run = Final run
items-cause-carried = Kept over a run
items-cause-reversal = Reversal of run
items-cause-edit = Changed by hand
items-cause-event = Event recorded
items-cause-residual = Residual taken out
items-cause-reexamination = Examined again

items-field-status = Insurance status
items-field-insured = Insured amount
items-field-receivable-start = Start of the credit term
items-field-net-due-date = Net due date
items-field-extended-due-date = Extended to
items-field-document-date = Document date
items-field-posting-date = Posting date
items-field-max-term-date = Maximum payment term date
items-field-overdue-date = Overdue date
items-field-exclusion-date = Exclusion date
items-field-non-payment-report-date = Non-payment report due
items-field-collection-date = Hand-over to collection due
items-field-waiting-end = End of the waiting period
items-field-filing-date = Claim to be filed by
items-field-base-period-end = End of the base period
items-field-reporting-status = Reporting status
items-field-reported-on = Last reported on
items-field-follow-up = Follow-up wanted
items-field-follow-up-on = Follow-up on
items-field-blocks-new = New receivables uncovered

why-waiting-base = { $base ->
    [net_due] net due date
    [overdue] overdue date
    [notice] notice to the insurer
   *[collection] hand-over to collection
  } + { $count } { $unit ->
    [months] months
   *[days] days
  }

col-delivery-date = Delivered
col-disputed = Disputed
col-net-amount = Net amount
col-payment-terms = Payment terms
col-posting-circle = Posting circle
col-secured = Secured
col-text = Text
col-value-date = Value date

## A change by hand

items-edit-title = Change { $kind } { $document }
items-edit-when = Runs set these data. Change them in justified cases only; every change stays on record with its reason.
items-edit-reason = Reason
items-edit-reason-hint = Why, in your own words; it stays on record.
items-edit-save = Save the change
items-edit-try = Show before and after
items-edit-cancel = Cancel
items-edit-bounds = From 0 to { $most }, and only with status K.
items-edit-now = Now it is: { $value }
items-edit-changed = Below stands what it says now; what you typed is kept where it differs, with what stands there now beneath.
items-edit-preview = Before and after
items-edit-before = Before
items-edit-after = After
items-edit-nothing-written = Nothing is written yet.
items-edit-unchanged = The item is so already; there is nothing to change.
