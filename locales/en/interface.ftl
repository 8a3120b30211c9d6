# What the program says besides problems and reasons. `{ $count }` chooses between one and several, `{ $shown }` is the same number to read.

## Problems around their text

error = error
warning = warning
remedy = remedy
place-column = column "{ $column }"
place-key = { $column }
place-value = , "{ $value }":{" "}
place-value-alone = "{ $value }":{" "}
problems-all = { $total } problems.
problems-some = { $shown } of { $total } problems are shown; --max-errors shows more.
warnings-some = { $shown } of { $total } warnings are shown; --max-errors shows more.

yes = yes
no = no
change = { $name }: { $before } → { $after }

## Headings of columns

col-account = Account
col-account-type = Type
col-actor = By
col-amount = Amount
col-bills = Bills
col-blocks-new = New uncovered
col-branch = Branch
col-changed = Changed
col-changes = Items changed
col-collection-date = Collection
col-company = Company
col-conditions = Conditions
col-count = Items
col-country = Country
col-cover = Covered
col-credit-limit-exceeded = Credit limit
col-credits = Credits
col-currency = Currency
col-date = Date
col-days-left = Days
col-deadline = Deadline
col-declared = Declared
col-declined-on = Declined
col-document-date = Dated
col-document-no = Document
col-exclusion-date = Exclusion
col-file = File
col-filing-date = Claim filing
col-insurable-open = Insurable open
col-insured = Insured
col-insured-percent = %
col-insured-sum = Insured sum
col-item = Item
col-key-date = Key date
col-kind = Kind
col-max-term-date = Max. term
col-max-term-months = Term (months)
col-co-insured-under = Insured under
col-must-be-offered = Offer
col-name = Name
col-net-due-date = Due
col-new = New
col-non-payment-report-date = Non-payment
col-open = Open
col-overdue-date = Overdue
col-external-number = Number
col-procedure = Procedure
col-versions = Versions
col-notified = Notified
col-uninsured = Not insured
col-what = What
col-why = Why
col-extended-due-date = Extended to
col-projected = Basis
col-rate = Rate
col-policy = Policy
col-receivables = Receivables
col-recorded-at = Recorded
col-records = Records
col-reference = Reference
col-reporting-status = Reported
col-requested-amount = Requested
col-requested-on = On
col-response = Response
col-reversed = State
col-reversed-reason = Reason of reversal
col-room = Room
col-run = Run
col-same = Known
col-sha256 = SHA-256
col-state = State
col-status = Status
col-status-after = Report
col-status-before = Before
col-time-premium-base = Time premium base
col-turnover = Turnover
col-uncovered-from = Uncovered from
col-base-period-end = Base period end
col-follow-up = Follow-up
col-follow-up-on = Follow-up on
col-receivable-start = Term starts
col-reported-on = Reported on
col-used = Used
col-valid-from = From
col-valid-until = Until
col-waiting-end = Waiting until
col-user = User
col-roles = Roles
col-companies = Companies
col-language = Language
col-token = No.
col-scopes = Scopes
col-expires-at = Expires
col-last-used-at = Last used
col-buyers = Buyers

flag-blocks-new = yes
flag-credit-limit-exceeded = exceeded
flag-must-be-offered = due
flag-projected = projected
flag-reversed = reversed

columns-left-out = Left out for want of room: { $columns }. A wider terminal or --json shows them.
rows-not-shown = … and { $shown } more { $count ->
    [one] row
   *[other] rows
  }. Filters narrow the list; --json prints all of it.

## Insurance status of items

status-unexamined = not examined
status-K = insurable
status-M = manual decision
status-C = debit after cancellation
status-D = credit after cancellation
status-I = zero limit
status-Z = term exceeded
status-S = secured terms
status-E = excluded by the policy
status-O = predates cover

## States of limit decisions

limit-state-draft = draft
limit-state-requested = requested
limit-state-preliminary = preliminary
limit-state-under-investigation = under investigation
limit-state-conditional = conditional
limit-state-closed = closed
limit-state-superseded = superseded
limit-state-approved = approved
limit-state-partly-approved = partly approved
limit-state-in-force = in force
limit-state-reduced = reduced
limit-state-increased = increased
limit-state-refused = refused
limit-state-withdrawn = withdrawn
limit-state-expired = expired

## Points in time

as-of = as of { $date }
known-at = known on { $date }
from-to = { $from } to { $to }
key-date = key date { $date }

## Runs

declare-title-named = Declaration of named buyers, { $policy }
declare-title-unnamed = Declaration of unnamed buyers, { $policy }
notify-title = Overdue notification, { $policy }
run-final = FINAL run { $run }
run-preview = PREVIEW
procedure-balance = balances
procedure-turnover = turnover since { $from }
notify-scope = scope { $scope }
declare-nothing = There is nothing to declare.
declare-silent = … and { $shown } more { $count ->
    [one] buyer
   *[other] buyers
  } with nothing to declare.
declare-total = Declared: { $declared } { $currency }  (domestic { $domestic }, abroad { $abroad })
declare-countries = By country: { $countries }
notify-nothing = There is nothing to notify: no deadline has passed that is not reported yet.
notify-total = To be notified: { $count ->
    [one] one item
   *[other] { $count } items
  }, open { $open } { $currency }, insured { $insured }, amount { $amount }; credits { $credits }
run-hash = SHA-256 { $hash }…  "obligo runs show" prints it again.
preview-hash = SHA-256 { $hash }…  Nothing was written; --final makes it final.
runs-title = Final runs
runs-count = { $shown } { $count ->
    [one] run
   *[other] runs
  }
runs-nothing = There is no final run yet. Preview one with "obligo declare --policy P --key-date D --buyers named", then add --final.
run-is-reversed = This run was reversed later.
run-reversed = Run { $run } is reversed; { $count ->
    [one] one item is
   *[other] { $count } items are
  } as before it.

## Lists

items-title = Open items
items-title-all = Items, settled ones too
items-projected = PROJECTED: what the next declaration would make of them
items-count = { $shown } { $count ->
    [one] item
   *[other] items
  }
of-buyers = of { $shown } { $count ->
    [one] buyer
   *[other] buyers
  }
items-insured = { $currency }: insured { $insured } of { $open } ({ $percent }); uninsured { $uninsured }
items-nothing = No item is open as of { $date } that fits. Import items with "obligo import items FILE.csv", or list settled ones with --all.
explain-buyer = Sum and room of buyer { $account }
explain-why = Why
explain-would-change = What would change it
explain-history = What happened to it
explain-history-more = … { $shown } earlier { $count ->
    [one] change
   *[other] changes
  }; --json shows all.
explain-entry = { $run ->
    [none] { $date } { $action } by { $actor }
   *[other] { $date } { $action } by { $actor }, run { $run }
  }
buyers-title = Buyers
buyers-count = { $shown } { $count ->
    [one] account
   *[other] accounts
  }
buyers-nothing = No buyer fits. Import buyers with "obligo import buyers FILE.csv", or list those without cover and items with --all.
buyers-total = { $policy }: insured { $insured } of { $open } { $currency } open; insured sums { $insured_sum }, room { $room }
buyers-offers = { $count ->
    [one] One buyer
   *[other] { $shown } buyers
  } must be offered to the insurer.
day-close-missing = Bills have fallen due that no day-end close has marked: "obligo close-day --date { $date }" does it.
limits-title = Limit decisions
limits-count = { $shown } { $count ->
    [one] decision
   *[other] decisions
  }
limits-nothing = No limit decision counts then. Import decisions with "obligo import limits FILE.csv", or list others with --all.
deadlines-title = Deadlines
deadlines-count = { $shown } { $count ->
    [one] deadline
   *[other] deadlines
  }
deadlines-nothing = Nothing is due in these days. --days or --to look further ahead.

## Demo

demo-title = An invented group's receivables, insured month by month
demo-policy = Policy { $policy }
demo-uninsured = What is not insured at the end, and why
demo-buyer = The story of { $account }, { $name }
demo-due = { $shown } { $count ->
    [one] duty falls
   *[other] duties fall
  } due in the 30 days after.
demo-look = Look around
demo-files = Filled from the files in { $folder }
short-insured-not-declared = no declaration has looked at it
short-insured-border = the insured sum ends within the item
short-insured-no-room = older items use up the insured sum
short-insured-blocked = new receivables are uncovered
short-insured-sum-zero = the insured sum is zero
short-insured-by-hand = set by a person
short-insured-inherited = inherited from the item before it

## Changes

import-done = Imported into { $store }.
import-dry-run = Everything is in order. Nothing was written: this was a dry run.
import-same = Everything was known already; nothing was changed.
col-line = Line
import-on-account = { $count ->
        [one] One payment is not used up and stays open.
       *[other] { $count } payments are not used up and stay open.
    }
import-unmatched = { $count ->
        [one] One line could not be placed and is left out.
       *[other] { $count } lines could not be placed and are left out.
    }
import-unmatched-more = There are more: --unmatched FILE.csv writes all of them.
unmatched-no-debtor = names no known buyer
unmatched-opening-balance = opening balance without documents
unmatched-no-document = names no open document
unmatched-several-documents = several documents fit
unmatched-other-amount = another amount is open
unmatched-not-booked = not booked, or taken back
unmatched-not-ours = not issued by us
unmatched-cancelled = cancelled
unmatched-no-total = no total
policies-title = Policies
policies-nothing = There is no policy yet. Put one with "obligo policy put FILE.toml".
check-difference = { $key }: expected { $expected }, found { $found }
check-all = { $count ->
    [one] The one case comes
   *[other] All { $shown } cases come
  } out as the policy says.
check-nothing = There are no example cases: add some under [[example]] in the policy file.
edit-done = { $item } is changed.
edit-unchanged = { $item } is as it was.
event-known = This was known: { $kind } of { $date }, for { $subject }.
event-fixed = It fixes dates of { $shown } { $count ->
    [one] item
   *[other] items
  }.
event-done = Recorded: { $kind } of { $date }, for { $subject }.
close-day-liability = Bill liability left: { $amounts }.
close-day-done = { $date } is closed; { $count ->
    [one] one bill has
   *[other] { $shown } bills have
  } expired.
dry-run = This was a dry run: nothing of it was written.

## Upkeep

backup-done = Copied to { $to }, checked: { $entries }.
restore-done = Restored to { $to }, checked: { $entries }.
entries-count = { $shown } audit { $count ->
    [one] entry
   *[other] entries
  }
last-hash = Hash of the last audit entry: { $hash }
verify-done = Everything is as it was recorded.
verify-entries = Audit entries: { $shown }
verify-runs = Final runs: { $shown }
verify-items = Items: { $shown }
verify-changes = Changes of items: { $shown }
finding = { $what } at { $where }: { $says }
finding-chain = the check of its { $detail } fails
finding-change-item = a change of an item that is gone
finding-change-state = the state before a change of the item cannot be read
finding-dates = { $detail } lies before the overdue date
finding-hand-changes = the changes are not those an audit entry records
finding-insured-below-zero = less than nothing is insured: { $detail }
finding-insured-not-insurable = an amount is insured that cannot be: { $detail }
finding-item-sign = the sign does not fit the kind: { $detail }
finding-item-state = the insurance data are not what the last change left
finding-run-entry = its audit entry does not record this hash
finding-run-hash = parameters, lines, totals or changes are not what was frozen
finding-run-missing = an audit entry records a run that is gone
finding-run-reversal = its reversal is not what the audit entries record
finding-settled = more is settled than there was: { $detail }

## Under way

working-demo = Running the months
working-import = Importing
working-declare = Declaring
working-notify = Looking for passed deadlines
working-report = Making the report
working-items = Reading items
working-buyers = Reading buyers
working-deadlines = Reading deadlines
working-backup = Copying
working-restore = Restoring
working-verify = Verifying

## Totals sheet and break-down

break-down-title = Break-down of the declaration under { $policy }
break-down-internal = For internal use only: floors and caps apply to the buyer as a whole, so the parts need not add up to what is declared.
sheet-domestic = Domestic
sheet-abroad = Abroad
sheet-all = All
col-part = Buyers
col-main-account = Main buyer

## Serving

serve-at = { $store } is served at { $address }
serve-first = Nobody can sign in yet. This link makes the administrator; it works once, for 24 hours: { $link }
serve-stop = Ctrl-C stops it.
demo-serve = Look at it in a browser: { $address } – user { $user }, password { $password }
demo-serve-day = Today is { $date } there, the day the story ended.

## Users and tokens on the command line

users-nobody = Nobody can sign in yet. "obligo users add" makes a user.
users-added = { $user } is a user now.
users-link = By this link { $user } sets a password, once, within 24 hours: { $link }
token-made = Token { $token } works until { $until }. It is printed only now:
token-gone = Token { $token } works no more.
