# The form of a policy: tabs, fields, sections. A field's name is that of its key in the policy file.

policies-put = Put a policy file
policies-download = Download the file
policies-examples = Example cases
policies-examples-none = The file has no example cases. Add some: they show that the terms mean what the insurer means.
policies-terms = Terms
policies-file = The file itself
policies-own-keys = The policy itself
policies-key = Term
policies-value = Value
policies-clause = Clause
policies-case = Case
policies-result = Result
policies-case-ok = as expected
policies-case-differs = differs
policies-upload = File
policies-upload-hint = A policy file (.toml); or write it below.
policies-text = Text
policies-valid-from = Valid from
policies-valid-from-hint = Empty: the day after the last final run of the policy, or always.
policies-line = Line { $line }:
policies-procedure-balance = Balance
policies-procedure-turnover = Turnover

policies-tab-terms = Terms
policies-tab-form = As form
policies-tab-file = As file
policies-tabs = Views of the policy
policies-new = New policy
policies-form-title = Policy { $policy } as form
policies-form-new-title = New policy as form
policies-form-why = Hold the certificate beside this page and go through it from top to bottom. A field left empty counts as its hint says. What you do not change stays in the file as it is written.
policies-form-sections = Sections of the form
policies-form-clause = Clause
policies-form-clause-of = of { $term }
policies-form-default = Default: { $value }
policies-form-range = From { $least } to { $most }.
policies-form-now = It says now: { $value }
policies-form-nothing = nothing
policies-form-row = Row { $row }
policies-form-examples = { $count ->
    [one] The file has one example case, which stays as it is. It is changed in the file.
   *[other] The file has { $shown } example cases, which stay as they are. They are changed in the file.
 }
policies-form-to-file = Open the file
policies-form-show = Show the file
policies-form-save = Save the terms
policies-form-preview = What would be saved
policies-form-preview-why = Nothing is saved yet.
policies-form-unchanged = Nothing is changed.
policies-form-removed = removed
policies-form-added = added
policies-form-skipped = …
policies-form-changed = Your input is kept. Where somebody else changed the same field, what it says now stands under it.

policy-section-declaration = Declaration
policy-section-terms = Payment terms and deadlines
policy-section-default = Protracted default
policy-section-notification = Overdue notification
policy-section-unnamed = Unnamed buyers
policy-section-existing = Existing receivables
    .help = Items dated before the cover began. Without an entry they are not admitted.
policy-section-cover = Extent of cover
policy-section-status = Cancellation of a limit
policy-section-stop = Stop of cover
policy-section-cap = Caps
    .help = A bound over several buyers together, as often as needed. It bounds what a run raises; what is insured stays. Each names either a country or main buyers.
policy-section-loss = Loss and indemnity
    .help = Checked and kept. This version does not compute with it yet.
policy-section-premium = Premium
    .help = Checked and kept. This version does not compute with it yet.

policy-key-policy = Policy
    .help = The insurer's three characters, a slash, one letter or digit: ACR/A.
policy-key-currency = Currency
    .help = Currency of sums, insured amounts and declarations, such as EUR.
policy-key-valid-from = First day
    .help = First day of the policy.
policy-key-valid-until = Last day
    .help = Empty: open.
policy-key-external-number = External policy number
    .help = The number the insurer knows; up to 20 characters. It stands on every report.
policy-key-name = Name
    .help = In your words.
policy-key-framework = Framework policy
    .help = Number of the framework policy.
policy-key-list-no = List number
    .help = Number of the insurer's list.
policy-key-procedure = Procedure
    .help = What is owed at the key date, or what was invoiced in the period.
policy-key-exceeding-amounts = Report exceeding amounts
    .help = Report also what is owed above the insured amount.
policy-key-vat-insured = VAT insured
    .help = Amounts with VAT; otherwise without.
policy-key-totals-only = Totals sheet only
    .help = One totals sheet instead of the list of named buyers.
policy-key-by-country = Totals by country
policy-key-credits-free-room = Credits make room
    .help = Open credits make room for invoices above the insured sum.
policy-key-base-period-days = Base period (days)
    .help = From the document date to the end of the base period. Empty: no time premium.
policy-key-time-premium = Time premium base
    .help = As one total, or for each buyer.
policy-key-max-term-months = Maximum payment term (months)
    .help = For receivables. Either months or days.
policy-key-max-term-days = Maximum payment term (days)
    .help = Instead of months.
policy-key-bills-max-term-months = Maximum payment term of bills (months)
    .help = Empty: as for receivables.
policy-key-bills-max-term-days = Maximum payment term of bills (days)
    .help = Instead of months.
policy-key-value-dated-max-term-months = Maximum payment term with a later value date (months)
    .help = For receivables with a value date after the document date. Empty: as for receivables.
policy-key-value-dated-max-term-days = Maximum payment term with a later value date (days)
    .help = Instead of months.
policy-key-overdue-basis = Overdue counts from
policy-key-max-extension-days = Maximum extension period (days)
    .help = Empty: none.
policy-key-exclusion-days = Exclusion period (days)
    .help = From the overdue date to the exclusion date. Empty: no exclusion date.
policy-key-deadline-reached = A deadline is reached
policy-key-non-payment-report-days = Non-payment report (days)
    .help = From the due date to the non-payment report. Empty: none.
policy-key-collection-days = Hand-over to collection (days)
    .help = From the overdue date to the hand-over to collection. Empty: none.
policy-key-waiting = Waiting period
    .help = The latest of the dates ends it. No row: no waiting period.
policy-key-filing-days = Claim filing (days)
    .help = From the end of the waiting period, or the insolvency, to filing the claim. Empty: none.
policy-key-from = Counts from
policy-key-months = Months
policy-key-days = or days
policy-key-limit = Reporting limit
    .help = What is below it need not be reported. Empty: everything is reported.
policy-key-limit-per = Reporting limit is tested
policy-key-automatic-block = Automatic block
    .help = A final notification stops cover for new receivables of buyers past the exclusion date.
policy-key-block-by = Blocked by
policy-key-repeat-every-final-run = Report again in every final run
    .help = Otherwise only when a follow-up is due.
policy-key-offering-threshold = Offering threshold
    .help = From here on a buyer must be offered to the insurer; also what a positive agency report opens. Empty: none.
policy-key-agency-report-months = Agency report is good for (months)
    .help = Empty: agency reports do not count.
policy-key-bank-reference-up-to = Bank reference opens up to
    .help = Empty: bank references do not count.
policy-key-bank-reference-months = Bank reference is good for (months)
    .help = Empty: bank references do not count.
policy-key-experience = Categories of payment experience
    .help = Up to three, the highest amount first. No row: payment experience does not count.
policy-key-up-to = Opens up to
policy-key-deliveries = Deliveries paid duly
policy-key-turnover = with a turnover of at least
policy-key-experience-lookback-months = Deliveries count for (months)
    .help = How far back deliveries count; required with categories of payment experience.
policy-key-experience-validity-months = A category is good for (months)
    .help = Required with categories of payment experience.
policy-key-duly-paid-by = Duly paid means paid by
policy-key-required-evidence = Evidence required by country
    .help = For countries that are not listed any kind of evidence serves.
policy-key-country = Country
policy-key-kinds = Evidence
policy-key-max-age-months-at-start = Greatest age at the policy's start (months)
    .help = How many months before the policy an item may be dated. Empty: not admitted.
policy-key-max-age-months-new-buyer = Greatest age for a new buyer (months)
    .help = How many months before the buyer's own start an item may be dated. Empty: not admitted.
policy-key-insured-percent = Insured percentage
    .help = For example 90. It enters the computation of claims, which this version does not do yet.
policy-key-insured-percent-unnamed = Insured percentage for unnamed buyers
policy-key-countries = Countries covered
    .help = Two letters each, with commas between: DE, FR. Empty: all.
policy-key-exclude = Excluded
    .help = Nothing ticked: nothing is excluded.
policy-key-cancelled-by = Date compared with the cancellation
policy-key-uncovered-from = New receivables uncovered from
policy-key-events = What stops cover
policy-key-reinstatement = Cover returns
policy-key-amount = Amount
policy-key-buyers = Main buyers
    .help = With commas between: 1001/0/D, 1002/0/D.
policy-key-order = Order of deductions
policy-key-threshold = Threshold
policy-key-threshold-passes = A loss passes the threshold
policy-key-each-and-every = Each and every first loss
policy-key-aggregate-first-loss = Aggregate first loss
policy-key-max-liability = Maximum liability
    .help = As an amount, or as a multiple of the premium.
policy-key-max-liability-multiple = Maximum liability (multiple of the premium)
policy-key-recoveries = Recoveries
policy-key-premium = Rates, minimum, fees
    .help = As in the file: one key and its value per line.

policy-value-procedure = { $value ->
    [balance] Balance
   *[turnover] Turnover
 }
policy-value-time-premium = { $value ->
    [total] One total
   *[per_buyer] For each buyer
 }
policy-value-overdue-basis = { $value ->
    [net_due] The due date
   *[max_term] The maximum payment term date
 }
policy-value-deadline-reached = { $value ->
    [on] on its day
   *[after] only after its day
 }
policy-value-from = { $value ->
    [net_due] Due date
    [overdue] Overdue date
    [notice] Notice to the insurer
   *[collection] Hand-over to collection
 }
policy-value-limit-per = { $value ->
    [item] for each item
   *[buyer] on the sum of a buyer
 }
policy-value-block-by = { $value ->
    [insured] Insured items only
   *[any] Any item listed
 }
policy-value-duly-paid-by = { $value ->
    [net_due] the due date
   *[max_term] the maximum payment term date
 }
policy-value-kinds = { $value ->
    [agency_report] Agency report
    [bank_reference] Bank reference
   *[payment_experience] Payment experience
 }
policy-value-exclude = { $value ->
    [public] Public bodies
    [private] Private persons
    [affiliate] Affiliates
   *[disputed] Disputed items
 }
policy-value-cancelled-by = { $value ->
    [document] Document date
   *[posting] Posting date
 }
policy-value-uncovered-from = { $value ->
    [exclusion] the exclusion date
   *[max_term] the maximum payment term date
 }
policy-value-events = { $value ->
    [overdue] Automatic block of the overdue notification
    [insolvency] Insolvency
    [collection] Collection
    [claim] Claim filed
   *[withdrawal] Limit withdrawn
 }
policy-value-reinstatement = { $value ->
    [on_settlement] when the item is paid
   *[on_confirmation] only when the insurer confirms
 }
policy-value-order = { $value ->
    [A] A: insured percentage, then deductible
    [B] B: deductible, then insured percentage
   *[C] C: as A, and the gross loss uses up the aggregate
 }
policy-value-threshold-passes = { $value ->
    [above] only above it
   *[at] when it is reached
 }
policy-value-recoveries = { $value ->
    [pro_rata] Pro rata
    [indemnity_share] By the share of the indemnity
   *[fifo] Oldest first
 }
