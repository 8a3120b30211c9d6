# The frame of the pages: navigation, sign-in, forms, tables, and what every page shares.

nav-today = Today
nav-buyers = Buyers
nav-items = Items
nav-limits = Limits
nav-deadlines = Deadlines
nav-runs = Runs
nav-reports = Reports
nav-import = Import
nav-policies = Policies
nav-insurers = Insurers
nav-companies = Companies
nav-proposals = Approvals
nav-audit = Audit
nav-settings = Settings

frame-skip = To the content
frame-search = Search
frame-search-hint = Buyer, item, policy …
frame-theme = Light or dark
frame-sign-out = Sign out
frame-navigation = Main navigation
frame-problem = This did not work
frame-back = Back to the start
frame-computing = New entries are being worked in; the figures follow in a moment.

pager-label = Pages
pager-place = { $from }–{ $to } of { $total }
pager-back = Back
pager-on = On

done-saved = Saved.
done-sent = It was sent.
done-imported = Imported.
done-run-final = The run is final.
done-reversed = The run is reversed.
done-proposed = Proposed; a second person must approve it.
done-deleted = Deleted.
done-approved = Approved and done.
done-refused = Refused.
done-withdrawn = Withdrawn.
done-signed-out = You are signed out.

## Sign-in and first start

sign-in-title = Sign in
sign-in-name = User name
sign-in-password = Password
sign-in-do = Sign in
sign-in-provider = Sign in with your company account
first-title = Make the administrator
first-why = Nobody can sign in to this store yet. Whoever opens this link first makes the administrator; then the link works no more.
first-password-hint = At least 12 characters; a sentence is easy to keep in mind.
first-do = Make the administrator

## Kinds of runs

run-declare = Declaration
run-notify = Overdue notification


filter-all = All
filter-apply = Show
filter-search = Search

## Long work

job-working = This takes a moment. The page looks again by itself, and you may read other pages meanwhile.
job-started = Started { $date }
