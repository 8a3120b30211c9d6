# Credit control: work list, actions, notes. Other areas of it have files of their own.

nav-credit = Credit control

credit-tab-work-list = Work list

col-action = Action
col-action-date = Until
col-actions = Actions
col-change = Change
col-code = Code
col-contact = Contact
col-criterion = Criterion
col-follow-up-date = Follow-up date
col-items = Items
col-limit = Limit
col-note = Note
col-overdue = Overdue
col-payer = Payer
col-promised = Promised
col-recorded-by = Recorded by
col-remark = Remark
col-result = Result
col-stop-until = Stop date

credit-no-run = No selection has been run yet.
credit-no-run-do = Run one to see who needs a decision.
credit-last-run = Run { $run }, key date { $date }, by { $by }, { $at }.
credit-last-run-managers = Credit managers { $managers }.
credit-run-title = Run the selection
credit-run = Run
credit-working = Selecting payers
credit-key-date = Key date
credit-managers = Credit managers
credit-managers-hint = A..B; seniors with their juniors. Empty: all payers
credit-begin = Open the first
credit-to-work-on = To work on
credit-nobody = Nobody matches this choice.
credit-order = Sorted by
credit-order-payer = Payer
credit-order-past-due = Overdue amount
credit-order-credit-manager = Credit manager
credit-change-new = New
credit-change-worse = Worse
credit-change-better = Better
credit-change-same = Unchanged
credit-change-cleared = Cleared
credit-change-waiting = Waiting
credit-reason = { $name }: { $actual } against { $limit }
credit-totals = Totals of the last run

credit-way = From payer to payer
credit-list = Work list
credit-back = Previous
credit-next = Next
credit-place = { $place } of { $total }
credit-not-listed = Not on this list
credit-cleared = No criterion fired in the last run.
credit-never-selected = No run has selected this payer yet.
credit-waits = Left off the work list until { $date }, because an open note says so.
credit-since-run = Since run
credit-action-on = Action on: { $criterion }
credit-remark-on = Remark on: { $criterion }
credit-no-codes = The credit policy defines no action codes yet.
credit-save = Save
credit-save-next = Save and next
credit-outstanding = Outstanding
credit-orders = Orders and deliveries
credit-oldest = The oldest is overdue
credit-exposure = Counts against the insured sum
credit-uninsured = None
credit-accepted = Accepted above it
credit-who = Payer
credit-address = Address
credit-group = Credit group
credit-limit-past-due = Limit 1, overdue
credit-limit-outstanding = Limit 2, outstanding
credit-limit-orders = Limit 3, with orders
credit-limit-days = Limit 4, days overdue
credit-next-deadline = Next deadline
credit-limit-ends = Sum ends on
credit-days-late = Pays late by
credit-pays-for = Pays for
credit-to-buyer = All about this buyer
credit-items = Open items
credit-no-items = Nothing is open.
credit-link = Link
credit-link-item = Link to the note: { $item }
credit-link-hint = Tick open items below to link them; when all are settled, the note closes itself.
credit-days-over = Days overdue
credit-follow-up-of = Follow-up date: { $item }
credit-stop-of = Stop date: { $item }
credit-save-dates = Save dates
credit-notes = Notes
credit-no-notes = No notes yet.
credit-new-note = New note
credit-contact = Contact made
credit-result = Result
credit-agreed = Action agreed
credit-until = Until
credit-until-hint = The payer is off the work list until then
credit-promised = Amount promised
credit-save-note = Save note
credit-close-note = Close
credit-promise = { $amount } promised until { $date }
credit-until-date = Until { $date }
credit-settled = settled
credit-closed-by = Closed by { $by }, { $at }.
credit-actions = Actions
credit-no-actions = No actions yet.
credit-when = When
credit-taken-back = Taken back
credit-runs = Selection runs
credit-run-number = Run
credit-no-dates = No open item has a follow-up date or a stop date.

note-state-waiting = Waiting
note-state-open = Open
note-state-due = Due today
note-state-passed = Date has passed
note-state-closed = Closed
note-state-settled = Settled

criterion-blocked = Blocked
criterion-past-due = Overdue above the limit
criterion-outstanding = Outstanding above the limit
criterion-outstanding-and-orders = Outstanding and orders above the limit
criterion-days-overdue = Days overdue
criterion-insurance-limit-exceeded = Insurance limit exceeded
criterion-insurance-limit-warning = Insurance limit nearly reached
criterion-no-cover = No cover
criterion-uncovered = New receivables uncovered
criterion-deadline = Deadline near or past
criterion-limit-expiring = Limit decision expiring
criterion-payment-behaviour = Pays later than before
criterion-ageing = More of it overdue than before
criterion-reminders = Reminders sent
criterion-follow-up = Follow-up date reached

monitor-done = Selection run { $run } as of { $date }
work-list-title = Work list: run { $run } as of { $date }
work-list-action-done = Recorded for { $account }.
notes-added = Note { $note } is recorded.
notes-closed = Note { $note } is closed.
follow-up-done = Dates of { $item } are recorded.

credit-days = { $count ->
    [one] { $shown } day
   *[other] { $shown } days
 }
credit-more-items = { $count ->
    [one] One more is in the list of items.
   *[other] { $shown } more are in the list of items.
 }
credit-ended-notes = { $count ->
    [one] One closed note
   *[other] { $shown } closed notes
 }
credit-payers-new = { $count ->
    [one] one new payer
   *[other] { $shown } new payers
 }
credit-payers-worse = { $count ->
    [one] one worse
   *[other] { $shown } worse
 }
credit-payers-better = { $count ->
    [one] one better
   *[other] { $shown } better
 }
credit-payers-same = { $count ->
    [one] one unchanged
   *[other] { $shown } unchanged
 }
credit-payers-cleared = { $count ->
    [one] one cleared
   *[other] { $shown } cleared
 }
credit-payers-waiting = { $count ->
    [one] one waiting
   *[other] { $shown } waiting
 }

report-work-list = Work list of credit control
report-about-work-list = The payers the last selection run found, why, and what was done
report-follow-up-notes = Follow-up notes
report-about-follow-up-notes = What was agreed with payers and until when, internal or for the payer
report-follow-up-notes-agreed = This is what we agreed. Please tell us if you see it otherwise.
report-field-manager = Credit manager
report-field-order = Sorted by
report-field-for-payer = For the payer to read
report-field-closed = Closed ones too
report-choice-payer = Payer
report-choice-past-due = Overdue amount
report-choice-credit-manager = Credit manager
