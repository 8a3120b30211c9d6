# Decisions on exceeded insurance limits, and limit requests from draft to answer.

decisions-amount = Accepted excess
decisions-exposure = Exposure at the decision
decisions-until = Until and including
decisions-reference = Document reference
decision-kind-block = block
decision-kind-request-more = request more
decision-kind-accept = accept the excess
decision-kind-withdraw = withdraw the acceptance
decision-state-running = in force
decision-state-ahead = begins later
decision-state-ended = ended
decision-state-superseded = replaced
decision-state-withdrawn = withdrawn
decision-state-recorded = recorded
request-state-draft = draft
request-state-sent = sent
request-state-answered = answered
request-state-withdrawn = withdrawn
request-state-replaced = replaced
col-decision = No.
col-decided-by = Decided by
col-request = No.
col-sent-on = Sent on
col-days-waiting = Days waiting
col-granted = Granted
col-answered-on = Answered on
decisions-title = Decisions on exceeded insurance limits
decisions-count = { $shown } { $count ->
    [one] decision
   *[other] decisions
  }
decisions-nothing = No excess was accepted. List blocks and requests with --all, or decide with "obligo decide".
decision-would-be-recorded = Everything is in order; the decision on { $account } would be recorded.
decision-recorded-block = { $account } is blocked.
decision-recorded-request-more = Limit request { $request } for { $account } is drafted: { $currency } { $amount }.
decision-recorded-accept = An excess of { $currency } { $amount } over the insured sum of { $account } is accepted until { $until }.
decision-recorded-withdraw = The accepted excess of { $account } is withdrawn.
requests-title = Limit requests
requests-count = { $shown } { $count ->
    [one] request
   *[other] requests
  }
requests-nothing = No limit request waits. Draft one with "obligo limit-requests draft", or list others with --all.
requests-granted = { $insurer } granted { $currency } { $granted } of { $requested } asked for in the last year: { $percent } %.
request-done-draft = Limit request { $request } for { $account } is drafted.
request-done-sent = Limit request { $request } for { $account } is sent.
request-done-answered = The answer to limit request { $request } is recorded.
request-done-withdrawn = Limit request { $request } for { $account } is withdrawn.
decisions-decide = Decide on the exceeded limit
decisions-form = The decision
decisions-kind = Decision
decisions-amount-typed = Amount
decisions-amount-hint = How much above the insured sum is accepted, or the sum to be requested.
decisions-from-hint = Today, if empty.
decisions-until-hint = For an acceptance: the last day on which it counts.
decisions-reason = Reason
decisions-proposed = A manager approves it; until then nothing is accepted.
decisions-save = Decide
decisions-propose = Propose
decisions-exposure-now = Exposure
decisions-excess = Above the insured sum
decisions-no-excess = nothing
decisions-waiting = Limit request
decisions-again = Decide again
decisions-none = No excess is accepted. Where a limit is exceeded, it is decided under Increases due.
requests-board-sent = With the insurer
requests-board-draft = Drafts
requests-board-answered = Answered and ended
requests-none = None.
requests-remind = remind
requests-drafted-on = Drafted on
requests-grant-ratio = Granted by { $insurer }
requests-grant-of = { $granted } of { $requested } in a year
requests-heading = Limit request { $number }
requests-withdrawn-on = Withdrawn on
requests-by = Recorded by
requests-letters = Letters sent
requests-send = Send to the insurer
requests-letter = Letter to the insurer
requests-letter-again = Letter to the insurer, once more
requests-sent-hint = If it went another way, such as the insurer's portal. Today, if empty.
requests-mark-sent = It has been sent
requests-withdraw = Withdraw the request
