# Reports of lists: open amounts, control lists, dossier, statement of account, portfolio.

report-as-of = As of { $date }
report-period = { $from } to { $to }
report-from-store = Ledger as of { $date }, audit entry { $entry }
report-in-currency = { $title } ({ $currency })
report-field-as-of = As of
report-field-amounts = Amounts
report-field-insurer-from = Insurers from
report-field-insurer-to = Insurers to
report-field-insurance-no-from = Insurance numbers from
report-field-insurance-no-to = Insurance numbers to
report-field-lowest = Lowest amount
report-field-days = Days
report-field-percent = From % of the sum
report-field-all = Also without open items
report-field-from = From
report-field-until = To
report-field-compared-from = Compared from
report-field-compared-to = Compared to
report-field-account = Account
report-field-company = Company
report-choice-gross = Gross
report-choice-net = Net of VAT

## Open amounts against limit, days overdue

report-open-amounts = Open amounts against limit
report-about-open-amounts = What insured payers owe beside what is insured of it and their insured sums, gross or net
report-days-overdue = Days overdue
report-about-days-overdue = What insured payers owe, what of it is past due, and what is so for more than a number of days
report-payers = Insured payers
report-payers-none = No insured payer has open items here.
report-insurance-no = Insurance no.
report-own-number-short = Own number
report-open-gross = Open, gross
report-open-net = Open, net
report-unused = Unused
report-exceeding = Exceeding
report-limit-changed = Limit changed
report-requested-on = Requested on
report-past-due = Past due
report-ratio = % of open
report-longer-overdue = More than { $days } days past due

## Control lists

report-increases-due = Increases due
report-about-increases-due = Named buyers whose insured sum is used up, what is missing and what has been requested
report-increases-none = No named buyer has used up its insured sum.
report-missing = Missing
report-limit-until = Limit until
report-evidence-due = Evidence due
report-about-evidence-due = Unnamed buyers whose evidence is missing, negative, expired or about to expire
report-evidence-none = No evidence must be renewed.
report-evidence-missing = Missing
report-evidence-expiring = Expires soon
report-evidence-expired = Expired
report-evidence-date = Dated
report-sum-then = Insured sum then
report-offers-due = Offers due
report-about-offers-due = Unnamed and uninsured buyers that have reached the offering threshold
report-offers-none = No buyer must be offered.
report-offers-own = The figures are of all companies and are shown to those who may see all of them.
report-offer-basis = Judged by
report-offer-balance = Open balance
report-offer-turnover = Turnover of the month
report-offer-figure = Reached
report-offer-threshold = Offering threshold
report-without-cover = Without cover
report-about-without-cover = Buyers that owe something without an insured sum, and why
report-without-cover-none = Every buyer with open items has an insured sum.
report-special-terms = Special terms
report-about-special-terms = Limit decisions in force with terms, percentages or conditions of their own
report-special-terms-none = No limit decision in force deviates from its policy.
report-policy-term = Term of the policy
report-term-value-dated = Value-dated (months)
report-term-bills = Bills (months)
report-policy-percent = Percentage of the policy
report-months = { $count ->
    [one] 1 month
   *[other] { $shown } months
 }
report-days = { $count ->
    [one] 1 day
   *[other] { $shown } days
 }
report-over-own-limits = Over credit or bill limit
report-about-over-own-limits = Accounts, insured or not, above their own credit limit or bill limit
report-over-own-none = No account is above its own limits.
report-over-own-companies = Balances and bills are of all companies and are shown to those who may see all of them.
report-balance-and-bills = Balance and bills
report-over = Over by
report-co-insured = Co-insured customers
report-about-co-insured = Co-insured customers with the customers they are insured under
report-co-insured-none = Nobody is co-insured.
report-deadlines = Deadlines
report-about-deadlines = What must be done towards the insurer, until when, with the money at stake
report-deadlines-none = Nothing is due in these days.
report-projected = Projected

## Balances and turnover

report-balances-and-turnover = Balances and turnover
report-about-balances-and-turnover = Balances and turnover of insured buyers for two periods, and why they differ from the declaration
report-balances-none = There is no balance and no turnover to show.
report-turnover-of = Net turnover { $period }
report-balance = Balance
report-by-account = Main buyers and co-insured customers one by one
report-reconciliation = From the books to the declaration
report-booked = In the books
report-booked-balance = Balance in the books
report-booked-turnover = Turnover in the books, named buyers since { $named }, unnamed buyers since { $unnamed }
report-differences = Why buyers differ
report-differences-none = Every buyer is declared as it stands in the books.
report-not-declared = Not declared
report-difference-vat = VAT, which is not insured
report-difference-blocked = stop of cover
report-difference-above-sum = above the insured sum
report-difference-floor = credits beyond what is declared

## Buyer dossier

report-buyer-dossier = Buyer dossier
report-about-buyer-dossier = Who a buyer is, how it is covered, what was decided, what it owes, what is due and what was recorded
report-open-items = Open items
report-note = Note

## Statement of account

report-account-statement = Statement of account
report-about-account-statement = A letter to a buyer with the items open in the books
report-your-account = Your account with us
report-statement-opening = according to our books, the items below were open on { $date }.
report-statement-nothing = according to our books, no item was open on { $date }.
report-statement-closing = Please compare them with your books and tell us of any difference within two weeks. If you have paid in the meantime, please take no notice of what is past due.
report-statement-none = No item is open.
report-days-past-due = Days past due

## Portfolio

report-portfolio = Portfolio
report-about-portfolio = The receivables in pictures: what is insured over time, by age, buyer and country, and why the rest is not
report-portfolio-none = No receivable is open.
report-insured-share = Insured share
report-past-due-share = Share past due
report-other-countries = Others
report-countries-description = { $count ->
    [one] Receivables in one country.
   *[other] Receivables in { $shown } countries, the largest first.
 }
