# Reminders, late interest, collection.

credit-tab-reminders = Reminders
credit-tab-collection = Collection

# The letters.

report-reminder = Reminder
report-about-reminder = A letter to a payer with its overdue items, charges and late interest
report-field-reminder = Number of the reminder
report-collection-assignment = Collection assignment
report-about-collection-assignment = A letter to a collection agency with the items handed over to it
report-field-assignment = Number of the assignment
reminder-title-first = Payment reminder
reminder-title-further = Second reminder
reminder-title-last = Final reminder
reminder-opening-first = According to our books the following invoices are past due. This may have escaped your attention.
reminder-opening-further = Despite our reminder the following invoices are still unpaid.
reminder-opening-last = Our reminders have remained without result. The following invoices are still unpaid.
reminder-closing-first = Please pay the total by { $date }.
reminder-closing-further = We ask you to pay the total by { $date } at the latest.
reminder-closing-last = If we do not receive the total by { $date }, we shall hand the debt over for collection without further notice. You would bear the costs.
reminder-pay-to = Please use the bank account stated on our invoices and quote their numbers.
reminder-crossed = If you have paid in the meantime, please disregard this letter.
reminder-items = Items
reminder-col-level = Level
reminder-open = Open
reminder-credits = Your open credits
reminder-interest = Late interest
reminder-compensation = Compensation by law
reminder-charges-before = Charges of earlier reminders
reminder-charge-now = Charge of this reminder
reminder-total = Total
collection-opening = We ask you to collect the following debts of { $name }.
collection-closing = The debts are undisputed and have been reminded. Copies of invoices and reminders are at your disposal.
collection-reference = Your reference
collection-assigned-amount = Handed over
collection-charges = Charges

# Commands and pages.

reminders-title = Reminders
reminders-what = What late payers are asked for. Nothing leaves the house before it is sent. Interest and charges are no items of the ledger and never insured.
reminders-propose = Propose reminders
reminders-proposed = { $letters ->
        [one] { $letters } letter
       *[other] { $letters } letters
    } with { $items ->
        [one] { $items } item
       *[other] { $items } items
    } proposed as of { $date }; { $collect } ready for collection.
reminders-edited = Reminder { $reminder } changed: total { $total }.
reminders-sent-count = { $count ->
        [one] { $count } reminder sent.
       *[other] { $count } reminders sent.
    }
reminders-outdated = { $count ->
        [one] { $count } reminder was not sent, since its items have changed: propose again.
       *[other] { $count } reminders were not sent, since their items have changed: propose again.
    }
reminders-none = There are no reminders here. Propose them as of a day.
reminder-state-proposed = Proposed
reminder-state-left-out = Left out
reminder-state-superseded = Superseded
reminder-state-sent = Sent
interest-none = No late interest up to { $date }.
interest-rate-missing = No rate of late interest is known for { $country } from { $date } on: these days bear no interest here. Import interest rates to go on.
collection-assigned = Handed over for collection: { $account }.
collection-withdrawn = { $count ->
        [one] { $count } item came back from collection.
       *[other] { $count } items came back from collection.
    }
collection-none = Nothing has been handed over for collection.
collection-none-ready = Nothing is ready for collection.
collection-state-assigned = Assigned
collection-state-withdrawn = Withdrawn
collection-state-returned = Returned
collection-state-settled = Settled
col-reminder = Reminder
col-level = Level
col-interest = Interest
col-charge = Charge
col-total = Total
col-sent-on = Sent on
col-due-date = Due
col-days-late = Days late
col-left-out = Left out
flag-left-out = left out
col-assignment = Assignment
col-assigned-on = Handed over on
col-agency = Agency
col-reference-rate = Reference rate %
col-margin = Added points
col-compensation = Compensation
col-source = Source
reminders-was-edited = edited
reminders-into-folder = Into the folder of the house
reminders-send = Send
reminders-send-what = Without a folder the letters are noted as sent on paper; their files are kept.
reminders-letter = The letter
reminders-edit = Change
reminders-save = Save
reminders-leave-out = Leave out
reminders-take-in = Take back in
reminders-items-out = Items to leave out
reminders-language = Language
reminders-message = Your own text
reminders-message-hint = Empty: the usual text of the level.
reminders-reason = Reason
reminders-reason-hint = Needed where items, level or charge change.
reminders-mail = Mail address
reminders-mail-hint = Empty: sent on paper, only noted here.
collection-title = Collection
collection-what = After its last reminder an item is ready for collection. Handing it over is an event under the policy; what it stops is said first.
collection-ready = Ready for collection
collection-assign = Hand over
collection-reference-label = Reference
collection-items-hint = One per line as company/document. Empty: all that are ready.
collection-reason-hint = Needed where something is warned of.
collection-confirm = Do it although it is warned of
collection-assignments = Assignments
collection-open = Open
collection-ended = Ended
collection-history = History
collection-ending = How it ended
collection-withdraw = Take back
timeline-title = Reminders, collection and events
timeline-none = No reminder, collection or event is on record.
timeline-reminder = Reminder, level { $level }
timeline-withdrawn = Taken back from collection
timeline-returned = Returned by the agency
timeline-settled = Paid while in collection
report-interest-statement = Interest statement
report-about-interest-statement = A letter to a payer with late interest by item and period
report-interest-statement-opening = Late payment of our invoices has cost the following interest up to { $date }.
report-interest-statement-closing = Please pay the interest to the bank account stated on our invoices. It is simple interest on what was open, by days of 365 a year.
report-interest-statement-known = Interest for days from { $date } on is not included.
report-interest-from = From
report-interest-until = Until
report-interest-days = Days
report-interest-rate = Rate %
interest-nothing = There is no late interest.
interest-what = What late payment has cost a payer, by law or as agreed. Interest is no item of the ledger and never insured.
interest-show = Show
interest-periods = How it came about
interest-period = { $from } to { $until }: { $amount } at { $rate } %
interest-until = late interest up to { $date }
interest-rates = Rates of late interest
