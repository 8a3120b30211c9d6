# The pages of imports: upload, mapping, errors, dry run.

import-intro = Choose files and what they hold. You see their first rows before anything is written, and they are taken whole or not at all.
import-what = What
import-files = Files
import-files-hint = CSV, XLSX or ODS files; for several kinds at once, CSV files named after their kinds, such as items.csv.
import-options = More settings
import-snapshot = All open items as of
import-snapshot-hint = For items only: those gone from the file are settled on this date.
import-valid-from = Valid from
import-valid-hint = From when changed master data are valid. Empty: the day after the last final run.
import-reason = Why
import-upload = Go on
import-kinds = What can be imported
import-for = What for
import-columns = Columns
import-required = The columns in bold are needed.
import-sample = Sample file
import-policies = Policies come as files of their own:
import-working = The files are being read

## Kinds

import-kind-companies = Companies
import-kind-insurers = Insurers
import-kind-buyers = Buyers
import-kind-covers = Covers
import-kind-limits = Limits
import-kind-evidence = Evidence
import-kind-rates = Exchange rates
import-kind-items = Items
import-kind-settlements = Settlements
import-kind-events = Events
import-kind-orders = Orders
import-kind-credit_managers = Credit managers
import-kind-credit_groups = Credit groups
import-kind-credit_limits = Own credit limits
import-kind-interest_rates = Rates of late interest
import-kind-scenario = Several kinds at once
import-about-companies = Your companies and the insured group they form.
import-about-insurers = The insurers of your policies.
import-about-buyers = Customers with name, country and identifiers.
import-about-covers = Which buyer belongs to which policy, named, unnamed or co-insured.
import-about-limits = Limits asked for and decided.
import-about-evidence = Reports, references and payment experience that unnamed cover rests on.
import-about-rates = What foreign currencies are worth, by date.
import-about-items = Invoices, credit notes, payments on account and bills.
import-about-settlements = What settled which item, when and how.
import-about-events = Insolvencies, disputes, collections and other events.
import-about-orders = Open orders, to be checked against limits.
import-about-credit_managers = Who looks after which buyers, and whose seniors they are.
import-about-credit_groups = Groups of payers with a common limit, and their members.
import-about-credit_limits = Own limits 1 to 4 of payers, credit groups and companies.
import-about-interest_rates = Reference rates of late interest by country and half-year, as published.
import-about-scenario = A set of these files and of policy files, read in the right order.

## First rows and mapping

import-check-title = Check the files
import-theirs = First rows of the file
import-read = As they would be read
import-no-rows = The file has no rows.
import-scenario-order = The files are read in the order in which they name each other, all of them or none.
import-mapping = Columns, dates and numbers
import-known = Remembered mappings:
import-forget = Forget { $name }
import-our-column = Our column
import-their-column = Column of the file
import-always = Always
import-their-for = Column of the file for { $column }
import-always-for = { $column } is always
import-encoding = Encoding
import-delimiter = Separator
import-detected = As found
import-none = None
import-header-line = Line of the header
import-sheet = Sheet
import-date-format = Dates are written
import-decimal = Decimals are written
import-thousands = Thousands are written
import-sign = Signs of amounts
import-sign-as-is = As in the file
import-sign-negate = Turned round
import-sign-by-kind = As the kind of item has them
import-kind-positive = Positive amounts are
import-kind-negative = Negative amounts are
import-ignore-unknown = Other columns of the file are not needed
import-round = Round amounts with too many decimals
import-more = More rules
import-more-rules = More rules of a map file
import-more-hint = Tables such as [values.disputed], [number], [skip] and [keep], as the map file has them.
import-name = Remember this mapping as
import-name-hint = It is offered again when a file with the same header comes.
import-do-preview = Read again
import-do-download = Map file
import-do-check = Check only
import-do-import = Import now

## Results

import-checked = The files are in order
import-imported = The import is done
import-warnings = Worth knowing
import-next = Other files
import-refused-title = The files were not imported
import-refused-count = { $count ->
    [one] One error was found; nothing was written.
   *[other] { $shown } errors were found; nothing was written.
  }
import-errors-download = Errors as CSV
import-back = Back to the mapping
import-problems = Errors and where they are
import-line = Line
import-column = Column
import-value = Value
import-remedy = What to do
import-more-errors = { $shown } more errors are not listed.
import-format = Format
import-format-auto = Told by what it holds
import-format-csv = CSV
import-format-xlsx = XLSX
import-format-ods = ODS
import-format-datev = DATEV
import-format-fec = FEC
import-format-sie = SIE
import-format-saft = SAF-T
import-format-ubl = Electronic invoice (UBL, CII, FatturaPA, Factur-X)
import-format-camt = camt.052, camt.053, camt.054
import-of-program = These files are of the format { $format }. Buyers, items and settlements are made of what they hold; what they do not say is listed, never guessed.
import-books = What its accounts mean
import-books-rules = Section [books] of a map file
import-books-hint = For example [books] and below it receivables = ["1510-1519"] and payment_terms = "30"; empty for what is usual.
import-unmatched-download = Download the list
