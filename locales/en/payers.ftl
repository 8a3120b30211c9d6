working-payers = Reading payers
payers-title = Payers
payers-count = { $shown } { $count ->
    [one] payer
   *[other] payers
  }
payers-nothing = No payer fits. List those that owe nothing with --all.
credit-tab-groups = Credit groups
credit-groups-title = Credit groups
credit-groups-count = { $shown } { $count ->
    [one] credit group
   *[other] credit groups
  }
credit-groups-nothing = There is no credit group. Import some with "obligo import credit_groups FILE.csv".
credit-limits-title = Own credit limits
credit-limits-count = { $shown } { $count ->
    [one] record
   *[other] records
  }
credit-limits-nothing = No own limits 1 to 4 are in force. Import some with "obligo import credit_limits FILE.csv".

col-group = Credit group
col-pays-for = Accounts
col-outstanding = Outstanding
col-orders = Orders
col-past-due = Past due
col-days-overdue = Days overdue
col-limit-past-due = Limit 1
    .help = What may be past due
col-limit-outstanding = Limit 2
    .help = What may be outstanding
col-limit-outstanding-and-orders = Limit 3
    .help = What may be outstanding with orders and deliveries not invoiced
col-limit-days-overdue = Limit 4
    .help = Days the oldest open item may be overdue
col-limit-kind = Limit
col-actual = Found
col-payers = Payers
col-credit-manager = Credit manager
col-allowed = Allowed
col-used-percent = Used, %
col-band = Use
col-approved-by = Approved by
col-in-force = In force
flag-in-force = yes

band-good = good
band-cautious = cautious
band-exceeded = exceeded
limit-kind-past-due = 1 – past due
limit-kind-outstanding = 2 – outstanding
limit-kind-outstanding-and-orders = 3 – outstanding and orders
limit-kind-days-overdue = 4 – days overdue of the oldest item
limit-kind-insured-sum = Insured sum

payer-limits = Own limits and how far they are used
payer-no-limits = No limit is set and no sum insured.
payer-paid-by = Payer
payer-pays-for = Pays also for
payer-more-customers = { $count ->
    [one] and one more
   *[other] and { $count } more
  }
payer-group = Credit group
payer-group-binds = Limits shown are the payer's own, or what the credit group leaves beside its other members, whichever is lower.
payer-without-account = no such account; it counts as its own payer
payer-override = Limits of company { $company }
payer-override-hint = What a company sets is shown beside the payer's own limits and never replaces them. Orders name no company and are left out there.
payer-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
  }
payer-behaviour = Payment behaviour
payer-days-late = Days after due, last 3 months
payer-days-late-before = Days after due, 12 months before
payer-past-due-percent = Past due of what is open
payer-past-due-percent-before = Past due 3 months ago
payer-behaviour-hint = Payments only, weighted by amount, each partial payment on its own day. Credit notes, write-offs, set-offs, bills and payments that came back are left out.
payer-behaviour-report = All payers
payer-new-limits = Set own limits
payer-company-none = All companies

groups-title = Credit groups
groups-nothing = There are no credit groups yet. A credit group is a number of payers with a common limit.
groups-import = Import credit groups from a file
groups-members = Members
groups-no-members = No payer belongs to this credit group today.

chart-behaviour = Days paid after the due date
chart-behaviour-description = Days after the due date of payments by month from { $from } to { $to }; the latest month with payments: { $days }.
chart-days = days
chart-month = Month to
chart-days-late = Days after due
chart-paid = Paid
chart-past-due-percent = Past due, %

report-payment-behaviour = Payment behaviour
report-about-payment-behaviour = How payers pay: days after due lately and before, and what is past due of what is open
report-payment-behaviour-none = No payer owes anything or has paid lately.
report-later-by = Later by, days
report-field-payers = Payers
report-choice-longer = Past due for longer
