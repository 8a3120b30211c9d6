# Reports: what leaves the house, as documents and files.

report-title = Reports
report-none-yet = There is no report for you.
report-show = Show
report-parameters = What it shows
report-language = Language of the report
report-files = Files
report-open = Open as { $format }
report-rows-more = { $shown ->
    [one] One more row is in the files.
   *[other] { $shown } more rows are in the files.
 }
report-working = The report is being made
report-for-insurer = To the insurer
report-for-control = To watch limits, deadlines and evidence
report-for-buyer = About one buyer
report-for-management = For the management

## Every report

report-page = Page { $page } of { $pages }
report-total = Total
report-nothing = Nothing to list.
report-preview = PREVIEW
report-reversed = REVERSED
report-internal = INTERNAL
report-from-run = Run { $run }, SHA-256 { $sha256 }
report-from-preview = Preview, SHA-256 { $sha256 }

## What reports ask for

report-field-run = Final run
report-field-policy = Policy
report-field-key-date = Key date
report-field-buyers = Buyers
report-field-known-at = Known at
report-choice-named = Named
report-choice-unnamed = Unnamed

## Letters

report-salutation = Dear Sir or Madam,
report-regards = Yours faithfully
report-annex = The list is annexed.
report-sign-place = Place, date
report-sign-name = Signature
report-policy-number = Policy number
report-list-number = List number
report-own-number = Our number with you

## Declarations

report-balance-declaration = Balance declaration
report-about-balance-declaration = What each buyer owes at the key date, credits netted; of a final run or as a preview
report-opening-balance-declaration = { $kind ->
    [named] Please find below our balance declaration of named buyers as of { $date }.
   *[other] Please find below our balance declaration of unnamed buyers as of { $date }.
 }
report-declaration-subtitle = { $kind ->
    [named] Named buyers, { $date }
   *[other] Unnamed buyers, { $date }
 }
report-by-country = By country
col-risk-number = Risk number
report-base-premium = List 1: turnover, base premium
report-time-premium = List 2: open beyond the base period, time premium
report-silent = { $count ->
    [one] One more buyer has nothing to declare here.
   *[other] { $shown } more buyers have nothing to declare here.
 }
report-turnover-declaration = Turnover declaration
report-about-turnover-declaration = What was invoiced in the period, and what is open beyond the base period; of a final run or as a preview
report-opening-turnover-declaration = { $kind ->
    [named] Please find below our turnover declaration of named buyers as of { $date }.
   *[other] Please find below our turnover declaration of unnamed buyers as of { $date }.
 }
report-declaration-break-down = Break-down of the declaration
report-about-declaration-break-down = What each company and each co-insured buyer brings to a declaration; for internal use
report-break-down-accounts = By account and company
col-co-insured = Co-insured

## Overdue notification

report-overdue-notification = Overdue notification
report-about-overdue-notification = The items whose deadlines have passed; of a final run or as a preview
report-opening-overdue-notification = We notify you below of the receivables whose deadlines have passed as of { $date }.
report-credits-beside = Credits stand among the items for information and are in no total.
report-field-scope = Which deadlines
report-field-repeat-from = Repeat from
report-field-exceeding = Amounts above the insured ones
report-choice-yes = Yes
report-choice-no = No
report-choice-all = All
report-choice-overdue = Overdue and exclusion
report-choice-default = Non-payment, collection and waiting period

## Comparison of runs

report-run-comparison = Comparison of a run
report-about-run-comparison = How a final run differs from the one before it: new, changed and gone
report-run-same = The same in both
report-run-before = Run before
report-key-date-before = Its key date

## Limit request

report-limit-request = Limit request
report-about-limit-request = The letter that asks the insurer for limits: of one buyer, or all requests that wait for an answer
report-opening-limit-request = { $count ->
    [one] Under the policy named above we kindly ask you for the following limit.
   *[other] Under the policy named above we kindly ask you for the following limits.
 }
report-request-answer = We look forward to your decision.
report-requests = Limits requested
report-record = Record and show
report-record-heading = Record a request
report-record-what = The requested sum and its day are recorded with the buyer, then the letter is shown; without a day it is of today.
report-field-amount = Requested sum
report-field-requested-on = Requested on
report-from-ledger = Ledger of { $date }, audit entry { $entry }

indemnity-title = Estimated indemnity
indemnity-about = If the buyer were lost on this day, as far as items are insured today and as if no loss had come before in the year. Payments, proceeds of securities and a maximum liability set as a multiple of the premium are not counted.
indemnity-no-percent = Policy { $policy } names no insured percentage: nothing can be estimated.
indemnity-covered-loss = Covered loss
indemnity-own-share = Own share
indemnity-above-liability = Above the maximum liability
indemnity-indemnity = Indemnity
