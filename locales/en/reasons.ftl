# Why an item is as it is, and what would change it: one message per reason code, with the reason's facts as variables.

## Insurance status

status-not-examined = No run has examined the item yet.
status-no-cover = The buyer has no cover under any policy, so runs pass the item by.
status-bill = A bill of exchange: a person decides whether it is insurable.
status-secured-terms = The payment terms carry no credit risk, so the item needs no cover.
status-category-excluded = The policy does not cover buyers of the category { $category }.
status-country-excluded = { $country ->
    [none] The policy does not cover the buyer's country.
   *[other] The policy does not cover buyers in { $country }.
  }
status-disputed = The buyer disputes the debt, and the policy suspends disputed items.
status-due-after-max-term = Due on { $net_due_date }, { $days } days after the maximum payment term date { $max_term_date }.
status-predates-policy = Dated { $document_date }, before the policy began on { $start }, and older than it admits.
status-predates-buyer = { $start ->
    [none] Dated { $document_date }, before the buyer's cover began, and older than the policy admits.
   *[other] Dated { $document_date }, before the buyer's cover began on { $start }, and older than the policy admits.
  }
status-within-term = { $max_term_date ->
    [none] The buyer had an insured sum when examined, and the due date { $net_due_date } lies within the maximum payment term.
   *[other] The buyer had an insured sum when examined, and the due date { $net_due_date } is not after the maximum payment term date { $max_term_date }.
  }
status-after-cancellation = { $ended_on ->
    [none] Dated { $date }, after the buyer's cover was cancelled.
   *[other] Dated { $date }; the buyer's cover had ended on { $ended_on }.
  }
status-zero-decision = { $valid_from ->
    [none] The insurer's decision for this buyer was 0.
   *[other] The insurer's decision in force since { $valid_from } is 0. The next declaration looks again.
  }
status-no-sum = The buyer had no insured sum and no decision. The next run looks again.
status-by-hand = A person set the status; runs leave it.

## Insured amount

insured-not-declared = No declaration has insured the item yet.
insured-not-insurable = With status { $status } nothing of the item is insured.
insured-full = Insured in full: { $insured } { $currency }.
insured-border = The insured sum ends within this item: { $insured } of { $insurable_open } { $currency } are insured.
insured-no-room = Older items use up the insured sum: { $uninsured } { $currency } are not insured.
insured-blocked = New receivables were uncovered when the item arose on { $document_date }: { $insured } of { $insurable_open } { $currency } are insured.
insured-sum-zero = The insured sum is 0: nothing is added, what was insured stays. { $insured } { $currency } are insured.
insured-by-hand = A person set the insured amount { $insured } { $currency }.
insured-inherited = The residual took over { $insured } { $currency } from the item it remains of.
insured-capped = A group or country cap is used up: { $insured } of { $insurable_open } { $currency } are insured.

## Amounts

amount-converted = { $open } { $currency } are open; at the item's rate { $insurable_open } { $policy_currency } of them can be insured.
amount-net-of-vat = { $open } { $currency } are open; without VAT { $insurable_open } { $policy_currency } of them can be insured.
projected = What the next declaration would make of the item; only a final run makes it binding.

## Dates

date-max-term = Maximum payment term date { $date }: { $start } + { $count } { $unit }, the { $source ->
    [decision] decision's
   *[other] policy's
  } term.
date-overdue = Overdue date { $date }: { $basis ->
    [max_term] maximum payment term date
   *[other] net due date
  } { $start } + { $days } days of extension.
date-exclusion = Exclusion date { $date }: overdue date { $start } + { $days } days.
date-non-payment-report = Non-payment report due { $date }: net due date { $start } + { $days } days.
date-collection = Hand-over to collection due { $date }: overdue date { $start } + { $days } days.
date-waiting-end = End of the waiting period { $date }: the latest of { $bases }.
date-waiting-open = The end of the waiting period waits for an event: it is the latest of { $bases }.
date-filing = Claim to be filed by { $date }: end of the waiting period { $start } + { $days } days.
date-filing-insolvency = Claim to be filed by { $date }: insolvency on { $start } + { $days } days.
date-base-period = Base period ends { $date }: document date { $start } + { $days } days.
date-kept = { $name } { $date } was fixed when the item was first examined, by the terms in force then.

## Reports

reported = { $date ->
    [none] Reporting status { $reporting_status }.
   *[other] Reporting status { $reporting_status }, last reported as of { $date }.
  }
follow-up = { $date ->
    [none] The insurer wants another report.
   *[other] The insurer wants another report on { $date }.
  }
stop-set = The item stops cover for receivables dated after { $date }.
policy-kept = First examined under policy { $policy }, and declared there until it is settled.

## What would change it

change-cover = Cover for { $account }: without a policy, runs do not examine the item.
change-next-run = The next declaration: it would give status { $status } and insure { $insured } { $currency }.
change-limit-raised = A limit higher by { $by } { $currency }, to { $to } { $currency }, would insure the remaining { $rest } { $currency } of this item.
change-evidence = Evidence or a limit that raises the insured sum by { $by } to { $to } { $currency } would insure the remaining { $rest } { $currency } of this item.
change-older-settled = When { $amount } { $currency } of older insured items are settled, the remaining { $rest } { $currency } move up with the next declaration.
change-stop-lifted = { $by ->
    [none] Cover is stopped for items dated after { $uncovered_from }. When what stops it is settled, the next declaration can insure this one.
   *[other] Cover is stopped for items dated after { $uncovered_from } by { $by }. When that is settled, the next declaration can insure this one.
  }
change-reinstatement = { $by ->
    [none] Cover is stopped for items dated after { $uncovered_from }, until the insurer confirms that it covers again.
   *[other] Cover is stopped for items dated after { $uncovered_from } by { $by }. It comes back when that is settled and the insurer confirms it.
  }
change-terms-shorter = Payment terms shorter by { $days } days: due by { $latest } instead of { $net_due_date }, such an item is insurable.
change-existing-admitted = A policy that admits receivables { $months } months older than { $start } would admit this one of { $document_date }.
change-policy-covers = Only a change of policy { $policy } covers such buyers.
change-dispute-ended = The end of the dispute; then a person sets the status, for runs examine an item once.
change-by-hand = A person may change status { $status }, with a reason; runs leave it.
change-settle-this = { $uncovered_from ->
    [none] Settling this item ends its stop of cover.
   *[other] Settling this item lifts its stop of cover; new receivables are uncovered since { $uncovered_from }.
  }
change-pay-by = Payment before { $date } spares the deadline: { $what ->
    [overdue] overdue date
    [exclusion] exclusion date
    [non_payment_report] non-payment report
    [collection] hand-over to collection
   *[other] end of the waiting period
  }.
change-nothing = Nothing is left to change: { $open } open.

## Duties

duty-overdue = Overdue: notify the insurer
duty-exclusion = Exclusion: new receivables are uncovered from this date
duty-non-payment-report = Report the non-payment
duty-collection = Hand over to collection
duty-waiting-end = The waiting period ends
duty-filing = File the claim
duty-follow-up = Follow-up report
duty-limit-expiry = The temporary limit ends
duty-limit-request-reminder = Remind the insurer of the limit request
duty-agency-report-expiry = The agency report expires
duty-bank-reference-expiry = The bank reference expires
duty-payment-experience-expiry = The payment experience expires
duty-cover-end = The buyer's cover ends
duty-policy-end = The policy ends
