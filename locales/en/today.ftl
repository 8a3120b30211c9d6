# The page Today: what must be reported, requested or decided, the portfolio in pictures.

## Pictures

chart-nothing = Nothing to show yet.
chart-numbers = Figures
chart-unit-thousand = thousand { $currency }
chart-unit-million = million { $currency }
chart-unit-billion = billion { $currency }
chart-day = Day
chart-buyer = Buyer
chart-age = Days past due
chart-share = Share
chart-insured = Insured
chart-uninsured = Uninsured
chart-exposure = Exposure
chart-sum = Insured sum
chart-room = Room
chart-over = Above the insured sum
chart-standing = Insured and uninsured
chart-standing-description = From { $from } to { $to }; at the end { $insured } insured and { $uninsured } uninsured.
chart-ageing = Open items by age
chart-ageing-description = { $insured } insured and { $uninsured } uninsured; { $overdue } of it past due.
chart-age-not-due = Not due
chart-age-30 = 1–30
chart-age-60 = 31–60
chart-age-90 = 61–90
chart-age-more = > 90
chart-timeline = Insured sum and exposure
chart-timeline-description = From { $from } to { $to }; now the insured sum is { $sum } and the exposure { $exposure }.
chart-limit-within = { $insured } insured, exposure { $exposure }, insured sum { $sum }.
chart-limit-over = The exposure of { $exposure } is { $over } above the insured sum of { $sum }; { $insured } are insured.
chart-concentration = Largest buyers
chart-concentration-description = { $count ->
    [one] One buyer holds
   *[other] { $count } buyers hold
  } { $share } of the { $open } open.

## Calendar feed

feed-name = obligo: deadlines
feed-summary = { $duty }: { $name }
feed-stake = At stake: { $open } open, { $insured } insured
feed-item = Item { $document } of company { $company }
feed-account = Account { $account }
feed-policy = Policy { $policy }
feed-reference = Reference { $reference }
feed-projected = Projected: no final run has fixed this date yet.

## Figures and lists of Today

today-empty = Nothing is recorded here yet
today-empty-how = Begin with your companies, insurers and policies, then buyers with their covers and limits, then open items. A folder with all of them can be imported at once.
today-empty-import = Import files
today-exposure = Open receivables
today-insured = Insured
today-uninsured = Not insured
today-due-soon = Duties within 14 days
today-over-limit = Above the insured sum
today-over-limit-none = No buyer owes more than is insured.
today-stopped = New receivables uncovered
today-duties = What is due next
today-duties-none = Nothing falls due in the next three months.
today-duties-all = { $count ->
    [one] { $shown } duty
   *[other] All { $shown } duties
  }
today-of = Item or buyer
today-all = { $count ->
    [one] { $shown } buyer
   *[other] All { $shown } buyers
  }
today-why-uninsured = Not insured, and why
today-why-uninsured-none = Everything open is insured.
today-used-up = the insured sum is used up
today-offers = Offers and evidence due
today-offers-none = No buyer must be offered, and no evidence expires.
today-offer-count = { $count ->
    [one] { $shown } buyer must be offered to the insurer:
   *[other] { $shown } buyers must be offered to the insurer:
  }
today-runs = Last runs
today-runs-none = No final run yet.
today-run-due = Not declared for { $date } yet:
today-run-start = Start the run

## Deadlines

deadlines-found = { $count ->
    [one] { $shown } duty in the next three months
   *[other] { $shown } duties in the next three months
  }
deadlines-this-week = Within seven days
deadlines-next-week = The seven days after
deadlines-in-weeks = { $count ->
    [one] In { $shown } week
   *[other] In { $shown } weeks
  }
deadlines-projected = (not fixed by a final run yet)
deadlines-feed = Calendar feed
deadlines-feed-why = Your calendar program can subscribe to the duties you see here. The address is secret: whoever has it sees them too.
deadlines-feed-new = This is the address; it is shown only now:
deadlines-feed-made = Feed made on { $date }
deadlines-feed-make = Make a feed
deadlines-feed-end = End the feed
deadlines-cut = The next { $kept } of each kind are shown here; there are { $all } duties in all.
