# The pages of limits, policies, insurers, companies and groups.

limits-enter = Enter a request or decision
limits-tab-in-force = In force
limits-tab-pending = Pending
limits-tab-requests = Requests
limits-tab-increases = Increases due
limits-tab-accepted = Accepted excess
limits-tab-expiring = Expiring
limits-tab-conditions = With conditions
limits-tab-all = All, with history
limits-none = Nothing to show here.
limits-top-up = top-up
limits-met = met
limits-not-met = not met
limits-do = To do
limits-ask = Ask for more
limits-decide = Decide
limits-of = Buyer and policy
limits-request = What is asked for
limits-decision = What the insurer decided
limits-account-hint = Number, name or account; the only branch and account type are filled in.
limits-empty-choice = –
limits-why = Remark for the audit trail
limits-save = Save
limits-field-account = Buyer
limits-field-policy = Policy
limits-field-currency = Currency
limits-field-requested-amount = Requested amount
limits-field-requested-on = Requested on
limits-field-request = Kind of request
limits-field-response = Response
limits-field-amount = Decided amount
limits-field-valid-from = Valid from
limits-field-valid-until = Valid until
limits-field-decided-on = Decided on
limits-field-reference = Reference of the insurer
limits-field-reason = Reason
limits-field-insured-percent = Insured percentage
limits-field-max-term-months = Maximum payment term, months
limits-field-max-term-months-value-dated = … for value-dated items
limits-field-max-term-months-bills = … for bills
limits-field-conditions = Conditions
limits-field-conditions-met = The conditions are met
limits-field-top-up = Top-up cover above the primary sum

limit-request-1 = Several currencies
limit-request-2 = New
limit-request-3 = Increase
limit-request-4 = Preliminary assessment
limit-request-5 = New account only
limit-request-6 = Cancellation
limit-request-7 = Reduction
limit-request-8 = Prolongation

limit-response-1 = Preliminary
limit-response-2 = Approved
limit-response-3 = Not approved
limit-response-4 = Approved with conditions
limit-response-5 = Partly approved
limit-response-6 = Under investigation
limit-response-7 = Approved for a new account only
limit-response-8 = Cancelled
limit-response-9 = Reduced
limit-response-10 = Name or address changed
limit-response-11 = Closed

limit-reason-1 = Financial information not provided
limit-reason-2 = No information available
limit-reason-3 = Out of business
limit-reason-4 = New company
limit-reason-5 = Not registered
limit-reason-6 = Not trading
limit-reason-7 = No comment
limit-reason-8 = Insolvency risk only
limit-reason-9 = Acceptance of a bill
limit-reason-10 = Documents against acceptance
limit-reason-11 = Documents against payment
limit-reason-12 = Adverse public information
limit-reason-13 = Limit full
limit-reason-14 = Lack of turnover
limit-reason-15 = Other


## Policies


## Insurers and companies

master-insurer = Insurer
master-insurer-hint = A code of three characters, such as ACR.
master-insurer-add = Add an insurer
master-insurer-change = Change an insurer
master-insurers-none = No insurer yet.
master-country-hint = Two letters, such as DE.
master-why = Remark for the audit trail
master-save = Save
master-group = Insured group
master-group-why = Companies of one insured group share buyers, covers and sums; one of them is the master company.
master-own-number = Own number at the insurer
master-postal-address = Postal address
master-postal-address-hint = The lines below the name, as they stand on letters.
master-account-types = Account types
master-company-add = Add a company
master-company-change = Change a company
master-companies-none = No company yet.
master-is-master = Master company
master-is-master-hint = It keeps the credit insurance data of its group.
master-address-company = Address company
master-payment-terms = Payment terms
master-secured-terms = Payment terms without credit risk
master-blanks-hint = Several with blanks between them.
