# Orders: blocks, order checks, stops and releases.

credit-tab-orders = Orders

order-answer-allow = May go
order-answer-warn = May go, with a warning
order-answer-block = Not without a release
order-state-open = open
order-state-stopped = stopped
order-state-released = released
order-state-delivered = delivered
order-state-invoiced = invoiced
order-state-cancelled = cancelled
order-point-entry = when the order is taken
order-point-line = when a line changes
order-point-release = before the goods leave

order-reason-blocked = The payer is blocked by hand.
order-reason-past-due = Past due { $actual }; limit 1 is { $limit }.
order-reason-credit-limit = Exposure { $actual }; the own credit limit is { $limit }.
order-reason-group-limit = Exposure of the credit group { $actual }; its limit is { $limit }.
order-reason-days-overdue = Days the oldest item is overdue: { $actual }; limit 4 is { $limit }.
order-reason-insured-sum = Exposure { $actual }; insured sum and accepted excess are { $limit }.
order-reason-policy-ends = The policy ends before the invoice date { $actual }.
order-reason-country-excluded = The policy does not cover this country.
order-reason-category-excluded = The policy does not cover buyers of this category.
order-reason-term-too-long = Due on { $actual }; the maximum payment term ends on { $limit }.
order-reason-uncovered = Invoiced on { $actual }; receivables dated after { $limit } are uncovered.
order-reason-limit-expires = Invoiced on { $actual }; the limit ends on { $limit }.
order-reason-withdrawn = Cover is withdrawn before the invoice date { $actual }.
order-reason-no-cover = No sum is insured.
order-reason-less-room = The order is { $actual }; on the invoice date { $limit } of the insured sum are free.

order-covered-yes = Will be insured when invoiced
order-covered-partly = Will be insured in part: { $amount }
order-covered-no = Will not be insured
order-covered-not-insured = The buyer is under no policy

col-order-no = Order
col-order-date = Ordered
col-answer = Answer
order-nothing-against = Nothing stands against it.
orders-none = No orders are recorded.
order-entered = Order { $order } is recorded: { $state }.
order-released = Order { $order } is released.
block-put = { $account } is blocked.
block-lifted = { $account } is no longer blocked.
effect-none = No open order would be stopped.
effect-ask = Which open orders this stops: obligo orders effect

order-other-orders = Orders and deliveries
order-this = This order
order-exposure = Exposure with it
order-limit = Compared with
order-invoice-date = Invoiced on
order-due-date = Due on
order-limit-ends = Limit ends on

orders-all = All
orders-tab-stopped = Stopped
orders-tab-open = Open
orders-tab-released = Released
orders-tab-delivered = Delivered
orders-import = Import orders from a file
order-check-one = Check an order
order-check-about = What the answer would be; nothing is recorded until you record the order.
order-check-do = Check
order-enter = Check and record
order-buyer = Buyer
order-delivery-date = Delivery date
order-terms = Payment terms
order-terms-hint = Empty: those of the buyer
order-number = Order number
order-number-hint = Needed to record it; an order with this number is not counted twice
order-kind-delivery = delivery
order-title = Order { $order }
order-facts = The order
order-check-now = Checked now, before the goods leave
order-history = How it came about
order-checks = Checks recorded with it
order-release = Release the order
order-release-reason = Why it may go all the same
order-release-hint = It stays on record with your name.
order-release-not-you = A manager can release it.
order-open = Open items and bills
order-cover-ahead = When it is invoiced
order-latest-due-date = Due at the latest on
order-sum-then = Sum insured then
order-room-then = Room then
order-weight-warn = warns
order-weight-block = blocks
order-effect = Effect of a cut on open orders
order-effect-sum = New insured sum
order-effect-hint = In the payer's currency; empty: the sum in force
order-effect-all = Empty: all payers, with the sums in force
orders-none-open = No open order.
order-effect-here = { $count ->
    [one] { $shown } open order of this payer would be stopped when it leaves.
   *[other] { $shown } open orders of this payer would be stopped when they leave.
}
order-effect-show = Show them
order-effect-now = Now
order-effect-then = Then
block-reason = Why
block-until = Until
block-until-hint = Empty: until somebody lifts it
block-in-force-since = Blocked by { $by } since { $date }
block-in-force-until = It ends on { $date }.
block-of-payer = The block is that of the payer.
block-lift = Lift the block
block-put-one = Block this payer
order-effect-stopped = { $count ->
    [0] No open order would be stopped.
    [one] { $shown } open order would be stopped.
   *[other] { $shown } open orders would be stopped.
}
block-put-do = Put the block
order-tolerance = Up to { $amount } above the limit only a warning is given.
