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

col-credit-manager = Credit manager
col-senior = Senior
col-buyers-seen = Buyers with juniors
col-exception = Exception
col-differs = Differs
col-value = Instead
col-approver = Approver
