# The credit policy: criteria, action codes, risk classes, approval ladder, exceptions, credit managers.

credit-policy-none = No credit policy has been recorded. All criteria count with their usual thresholds.
credit-policy-sound = The file is sound: “{ $name }”, in force from { $date }.
credit-managers-none = There are no credit managers.
exceptions-none = There are no such exceptions.
exception-kept = Exception { $exception } for { $account } is recorded; its last day is { $until }.
exception-would-be-kept = An exception for { $account } would be recorded; its last day would be { $until }.
exception-ends = Exception { $exception } for { $account } ends on { $until }.
exception-would-end = Exception { $exception } for { $account } would end on { $until }.

exception-differs-risk-class = Risk class
exception-differs-credit-line = Credit line
exception-differs-payment-terms = Payment terms
exception-differs-evidence = Evidence
exception-differs-handling = Handling
exception-state-planned = Planned
exception-state-in-force = In force
exception-state-ended = Ended

col-senior = Senior
col-buyers-seen = Buyers with juniors
col-exception = Exception
col-differs = Differs
col-value = Instead
col-approver = Approver

## Pages

credit-tab-policy = Credit policy
credit-policy-way-page = In force
credit-policy-way-control = Criteria and action codes
credit-policy-way-file = File
credit-policy-way-exceptions = Exceptions
credit-policy-way-managers = Credit managers
credit-policy-download = Save the file
credit-policy-change = Change
credit-policy-in-force-since = in force since { $date }
credit-policy-versions = Versions
credit-policy-as-of = On this day
credit-policy-show = Show
credit-policy-shown = Shown here
credit-policy-part-none = Nothing is set.
credit-policy-criteria = Criteria of the selection
credit-policy-criteria-why = What brings a payer onto the work list. Without a threshold of its own a criterion takes the payer's own limit, or the usual value.
credit-policy-criterion = Criterion
credit-policy-measures = What it looks at
credit-policy-threshold = Threshold
credit-policy-on = On
credit-policy-off = Off
credit-policy-own-limit = The payer's own limit
credit-policy-usual = Usually { $value }.
credit-policy-level = level { $level }
credit-policy-new-criterion = Add a criterion of your own
credit-policy-actions = Action codes
credit-policy-actions-why = Codes from 1 to 99 for what is done about a reason. A code without a text is removed.
credit-policy-action = Action code
credit-policy-meaning = Meaning
credit-policy-factors = Risk factors that count
credit-policy-factor = Risk factor
credit-policy-weight = Weight
credit-policy-weight-of = weight { $weight }
credit-policy-points = Points
credit-policy-points-of = { $value }: { $points } points
credit-policy-points-from = From points
credit-policy-from-points = from { $points } points
credit-policy-band = from { $from }
credit-policy-others = all others
credit-policy-unknown = not known
credit-policy-classes = Risk classes
credit-policy-class = Risk class
credit-policy-all-classes = All classes
credit-policy-all-countries = All countries
credit-policy-line = Recommended credit line
credit-policy-line-percent = { $percent } of the insured sum
credit-policy-line-maximum = at most { $amount }
credit-policy-line-without = { $amount } without cover
credit-policy-payment-terms = Standard payment terms
credit-policy-terms = Standard payment terms by class and country
credit-policy-evidence = Evidence required
credit-policy-insurer-reminded = { $days ->
    [1] An insurer that has not answered a limit request is reminded every day.
   *[other] An insurer that has not answered a limit request is reminded every { $days } days.
  }
credit-policy-handling = How debtors are handled
credit-policy-reminder-level = From reminder level
credit-policy-ladder = Approval ladder
credit-policy-up-to = Up to
credit-policy-any-amount = any amount
credit-policy-two-people = { $who }, and a second person
credit-policy-valid-from = In force from
credit-policy-valid-from-hint = What was in force before stays on record.
credit-policy-preview = What would change
credit-policy-preview-do = Show what would change
credit-policy-upload = Credit policy file
credit-policy-text = Text of the file
factor-recorded = Recorded value
factor-country = Country
factor-category = Category
factor-cover = Kind of cover
factor-days-late = Days paid late
factor-years-known = Years known
factor-information-months = Months since the last information
exceptions-why = What one buyer gets otherwise than the credit policy says: approved by somebody, for a reason, until a day. Ended ones stay in the list.
exception-any-state = All
exception-end = End early
exception-last-day = Last day
exception-new = New exception
exception-value-hint = A risk class ({ $classes }), an amount in { $currency }, payment terms, or words.
exception-approver-hint = Empty: yourself.
exception-from-hint = Empty: today.
credit-managers-why = A senior sees the buyers of all juniors.
credit-manager-new = Record a credit manager
credit-manager-change = Change
credit-manager-register = Record
credit-manager-end = End
credit-manager-end-why = Earlier days still show who it was; buyers that name the code keep it. Give juniors another senior first.
credit-manager-ends = Credit manager { $credit_manager } has the last day on { $until }.
credit-manager-would-end = Credit manager { $credit_manager } would have the last day on { $until }. Nothing was written.
credit-manager-unregistered = (only named by buyers)
credit-manager-user = signs in as { $user }
credit-manager-code-hint = As buyers name it.
credit-manager-user-hint = The name used for signing in; it may stay empty.
credit-policy-days = { $count ->
    [one] { $shown } day
   *[other] { $shown } days
  }
credit-policy-months = { $count ->
    [one] at most { $shown } month old
   *[other] at most { $shown } months old
  }
credit-manager-buyers = { $count ->
    [one] { $shown } buyer
   *[other] { $shown } buyers
  }
credit-manager-seen = { $count ->
    [one] sees { $shown } buyer
   *[other] sees { $shown } buyers
  }
credit-policy-threshold-of = { $kind ->
    [days] Threshold in days
    [percent] Threshold in per cent
    [level] Threshold as a reminder level
   *[other] Threshold
  }

## Recommended credit line

recommended-basis = Rests on
recommended-basis-insured-percent = Share of the insured sum
recommended-basis-maximum = Highest line of the class
recommended-basis-without-cover = Nothing is insured
recommended-basis-exception = Exception
recommended-basis-nothing = The credit policy sets nothing
recommended-nothing = None
recommended-above = Own limit above it
recommended-above-by = { $amount } above the recommendation
recommended-found = Found
recommended-exceptions = { $count ->
    [0] None
    [one] { $shown } exception makes a difference
   *[other] { $shown } exceptions make a difference
  }
report-recommended-credit-lines = Recommended credit lines
report-about-recommended-credit-lines = What the credit policy recommends for every payer, beside its own credit limit
credit-policy-whom = For whom
credit-policy-rule = What happens
credit-policy-all = All payers
credit-policy-tolerance = Tolerance
credit-policy-tolerance-none = An order above a limit is stopped: there is no tolerance.
credit-policy-tolerance-of = Up to { $amount } above a limit an order only gets a warning.
credit-policy-after-due = { $count ->
    [one] { $shown } day after the due date
   *[other] { $shown } days after the due date
}
credit-policy-after-reminder = { $count ->
    [one] { $shown } day after the reminder before
   *[other] { $shown } days after the reminder before
}
credit-policy-charge = charge { $amount }
credit-policy-charge-percent = charge { $percent } of each item
credit-policy-charge-by-law = charge as the law of the payer's country grants it
credit-policy-with-interest = with late interest
credit-policy-lowest-item = Items below { $amount } are left alone.
credit-policy-lowest-payer = No letter below { $amount }.
credit-policy-to-collection = { $count ->
    [one] Ready for collection { $shown } day after the last reminder.
   *[other] Ready for collection { $shown } days after the last reminder.
}
credit-policy-never = Never reminded: { $accounts }
credit-policy-letters-in = { $country }: letters in { $language }
credit-policy-interest-agreed = The agreed rate of { $percent } a year
credit-policy-interest-law = The statutory rate of { $country } for all payers
credit-policy-interest-own = The statutory rate of the payer's own country
credit-policy-compensation = With the fixed compensation of the law
