# The pages of runs: preview, differences, final, reversal.

runs-start = New run
runs-none = There is no final run yet. Start with a preview: it writes nothing.
runs-none-fits = No final run fits.
runs-standing = stands
runs-final = Final
runs-heading = Run { $run }
runs-lines = Lines
runs-sheet = Totals sheet
runs-about = What was run
runs-print = To print
runs-document = Letter
runs-break-down = Break-down
runs-period-start = Period from
runs-terms = SHA-256 of the terms
runs-buyers-named = named buyers
runs-buyers-unnamed = unnamed buyers

## Asking for a run

runs-kind-named = Declaration of named buyers
runs-kind-unnamed = Declaration of unnamed buyers
runs-kind-notify = Overdue notification
runs-only-notify = Only for overdue notifications
runs-scope = Scope
runs-scope-all = All deadlines
runs-scope-overdue = Overdue and exclusion
runs-scope-default = Non-payment, collection and waiting period
runs-exceeding = Amounts above the insured ones
runs-as-policy = As the policy says
runs-repeat-from = Show again from
runs-repeat-hint = Items reported on or after this date are shown again.
runs-known-at = As known on
runs-known-hint = Leave this empty for what is known now. With a date, only what had been recorded by then counts.
runs-preview-do = Show the preview
runs-preview-what = A preview writes nothing and may be made for any key date, past ones too.
runs-no-policy = There is no policy yet.

## Preview and final run

runs-working = The preview is being computed
runs-working-final = The run is being made final
runs-failed = The run could not be done
runs-again = Change the request
runs-past-only = This preview looks at what was known then; it cannot be made final.
runs-not-yours = Your roles let you preview runs, not make them final.
runs-final-what = The run gets a number and is frozen as shown here; its insured amounts and reports are recorded.
runs-final-do = Make final
runs-final-propose = Propose the final run

## Differences

runs-differences = Differences
runs-differences-of = Differences of run { $run }
runs-compared-with = Compared with run { $run } of { $date }.
runs-differences-count = New: { $new }, changed: { $changed }, gone: { $gone }, the same: { $same }.
runs-difference-new = new
runs-difference-changed = changed
runs-difference-gone = gone
runs-before = Before
runs-after = Now
runs-difference = Difference
runs-no-difference = Nothing differs.
runs-first = There is no earlier final run to compare with.
runs-more = More differences, smaller than these: { $shown }.

## Reversal

runs-reverse = Reverse the run
runs-reverse-propose = Propose the reversal
runs-reverse-what = What the run recorded is taken back; the run stays on record as reversed.
runs-reason = Reason
runs-reversed-by = Reversed by { $actor }, { $date }: { $reason }

## Day close

runs-close-day = Day close
runs-close-day-do = Close the day
runs-close-day-what = The day close marks bills whose due date has passed.
