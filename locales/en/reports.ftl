# Reports: what leaves the house, as documents and files.

report-title = Reports
report-none-yet = There is no report for you.
report-show = Show
report-parameters = What it shows
report-language = Language of the report
report-files = Files
report-open = Open as { $format }
report-rows-more = { $shown ->
    [one] One more row is in the files.
   *[other] { $shown } more rows are in the files.
 }
report-working = The report is being made
report-for-insurer = To the insurer
report-for-control = To watch limits, deadlines and evidence
report-for-buyer = About one buyer
report-for-management = For the management

## Every report

report-page = Page { $page } of { $pages }
report-total = Total
report-nothing = Nothing to list.
report-preview = PREVIEW
report-reversed = REVERSED
report-internal = INTERNAL
report-from-run = Run { $run }, SHA-256 { $sha256 }
report-from-preview = Preview, SHA-256 { $sha256 }

## What reports ask for

report-field-run = Final run
report-field-policy = Policy
report-field-key-date = Key date
report-field-buyers = Buyers
report-field-known-at = Known at
report-choice-named = Named
report-choice-unnamed = Unnamed

## Letters

report-salutation = Dear Sir or Madam,
report-regards = Yours faithfully
report-sign-place = Place, date
report-sign-name = Signature
report-policy-number = Policy number
report-list-number = List number
report-own-number = Our number with you

## Declarations

report-balance-declaration = Balance declaration
report-about-balance-declaration = What each buyer owes at the key date, credits netted; of a final run or as a preview
report-opening-balance-declaration = { $kind ->
    [named] please find below our balance declaration of named buyers as of { $date } under policy number { $policy }.
   *[other] please find below our balance declaration of unnamed buyers as of { $date } under policy number { $policy }.
 }
report-declaration-subtitle = { $kind ->
    [named] Named buyers, { $date }
   *[other] Unnamed buyers, { $date }
 }
report-by-country = By country
col-risk-number = Risk number
