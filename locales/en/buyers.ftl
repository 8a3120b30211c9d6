# The pages of buyers: the list, one buyer, co-insured customers.

cover-named = Named
cover-unnamed = Unnamed
cover-co-insured = Co-insured
cover-none = Not insured

## The list

buyers-tabs = Buyers and co-insured customers
buyers-found = { $count ->
    [one] One account
   *[other] { $shown } accounts
  }
buyers-use = Use of the sum
buyers-marks = To look at
buyers-over-limit = Over the insured sum
buyers-stopped = Stop of cover
buyers-must-be-offered = Must be offered
buyers-over-credit-limit = Over the own credit limit
buyers-credit-manager = Credit manager
buyers-any = All
buyers-show = Show
buyers-reset = Reset
buyers-download = Download CSV
buyers-sum = Sum in { $currency }
buyers-none-fit = No buyer fits this search. Take a filter away, or reset all of them.
buyers-nothing-yet = There are no buyers yet. Import them from the ledger:
buyers-views = Saved views
buyers-view-keep = Save this view
buyers-view-name = Name of the view
buyers-view-save = Save
buyers-view-delete = Delete the view { $name }

## Co-insured customers

co-insured-title = Co-insured customers
