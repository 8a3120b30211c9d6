# Every failure a user can meet: the message says what and why, its attribute `remedy` what to do.

## Policy file

policy-too-large = The policy file has { $size } bytes; at most { $limit } are read.
    .remedy = Check that this is the policy file: the longest real ones have a few thousand bytes.
policy-syntax = The file is not valid TOML: { $detail }.
    .remedy = Write one key per line as key = value; texts in double quotes, dates as 2024-01-31, amounts with a decimal point.
policy-unknown-key = { $nearest ->
    [none] There is no key { $key } in a policy file.
   *[other] There is no key { $key } in a policy file. The nearest is { $nearest }.
  }
    .remedy = Known here: { $known }. A key belongs to the last [section] above it; the policy's own keys stand before the first section.
policy-missing-key = The key { $key } is missing.
    .remedy = Add { $key } with its value.
policy-missing-either = Neither { $key } nor { $other } is given.
    .remedy = Give exactly one of the two: in months or in days.
policy-either-key = { $key } and { $other } are both given, but only one of them can hold.
    .remedy = Remove the one that is not in the policy.
policy-wrong-type = { $key } must be { $expected ->
    [text] a text in double quotes
    [flag] true or false
    [number] a whole number
    [amount] an amount with a decimal point and without thousands separators, such as "1000.00"
    [percentage] a percentage such as 90 or 72.5
    [date] a date such as 2024-01-31
    [list] a list in square brackets
    [table] a table with keys
   *[other] { $expected }
  }, but here is { $found ->
    [string] the text { $value }
    [integer] the whole number { $value }
    [float] the number { $value }
    [boolean] { $value }
    [datetime] the date or time { $value }
    [array] a list
    [table] a table
   *[other] { $value }
  }.
    .remedy = Correct the value of { $key }.
policy-out-of-range = { $key } is { $value }, but must be from { $from } to { $to }.
    .remedy = Correct the value, or remove the key if the policy does not have this setting.
policy-unknown-value = { $nearest ->
    [none] { $key } cannot be "{ $value }".
   *[other] { $key } cannot be "{ $value }". The nearest is "{ $nearest }".
  }
    .remedy = Use one of { $allowed }.
policy-amount-decimals = { $key } is { $value }, but amounts in { $currency } have { $decimals } decimals.
    .remedy = Round the amount to { $decimals } decimals.
policy-date = { $key } is "{ $value }", which is no date of the calendar.
    .remedy = Write dates as year-month-day, for example 2024-01-31.
policy-code = "{ $value }" is no policy code.
    .remedy = Write the insurer's three letters or digits, a slash, and one letter or digit for the policy, for example "ACR/A".
policy-external-number = The external number has more than { $limit } characters.
    .remedy = Shorten { $value } to { $limit } characters; put the rest into the name.
policy-currency = "{ $value }" is no currency.
    .remedy = Use the three capital letters of ISO 4217, for example "EUR".
policy-valid-until = The policy ends on { $value }, before it begins on { $from }.
    .remedy = Correct valid_from or valid_until; valid_until is the last day of the policy.
policy-country = "{ $country }" is no country code.
    .remedy = Use the two capital letters of ISO 3166, for example "DE".
policy-experience-many = There are more than { $limit } categories of payment experience.
    .remedy = Keep the { $limit } that the policy names.
policy-experience-count = A category of payment experience has no number of deliveries.
    .remedy = Add deliveries, the number of duly paid deliveries that opens the category.
policy-experience-ceilings = The ceiling { $value } is not below the one of the category before it.
    .remedy = Order the categories by up_to, the highest first, each lower than the one before.
policy-experience-period = Categories of payment experience are given, but { $missing } is not.
    .remedy = Add { $missing }: how many months back deliveries count, or how many months a renewed category lives.
policy-clause-key = { $nearest ->
    [none] A clause is given for { $value }, which is no key of a policy file.
   *[other] A clause is given for { $value }, which is no key of a policy file. The nearest is { $nearest }.
  }
    .remedy = Write clause."section.key" = "§ …" with a key as it stands in the file.
policy-payment-terms = { $key } is "{ $value }", which are no payment terms.
    .remedy = Write days or months, with or without the end of the month: "30", "2 months", "30 eom", "60 eom 15", "cash".
policy-example-sign = { $key } is { $value }, which has the wrong sign for the kind { $kind }.
    .remedy = Write invoices, debit notes, bills and cheques positive, credit notes and payments on account negative.

## Files

file-not-found = There is no such file.
    .remedy = Check the name and the folder.
file-not-allowed = You may not read this file.
    .remedy = Ask for permission to read it, or copy it to a folder of yours.
file-is-a-directory = This is a folder, not a file.
    .remedy = Name a file in it; a whole scenario folder is read with "obligo import scenario".
file-unreadable = The file could not be read to its end: { $reason }.
    .remedy = Check the drive or the connection and try again. Nothing was imported.
csv-empty = The file is empty.
    .remedy = Export it again; the first line must name the columns.
csv-header-only = The file names its columns but has no rows.
    .remedy = Export it again, with rows.
csv-header-line-beyond-end = The file ends before line { $line }, where its map file puts the column names.
    .remedy = Correct header_line in the map file.
csv-other-format = This is not a text table but { $format }.
    .remedy = Save it as CSV, or name its format with --format.
csv-not-utf8 = The byte { $byte } at position { $position } is not UTF-8.
    .remedy = Save the file as UTF-8, or set its encoding in a map file, for example: encoding = "windows-1252".
csv-bad-encoding = The bytes at position { $position } are no character in { $encoding }.
    .remedy = The file is cut off or has another encoding; export it again or set the right encoding in a map file.
csv-nul = The text holds a zero byte: this is no text table, or its encoding is UTF-16.
    .remedy = Save it as CSV in UTF-8, or set the encoding in a map file: encoding = "utf-16le".
csv-unterminated-quote = A quote opened here is never closed.
    .remedy = Close it; a quote inside a quoted field is written twice.
csv-field-too-long = A field starts here that is longer than { $limit } bytes.
    .remedy = Look for a quote that is not closed; longer texts cannot be imported.
csv-record-too-long = A row starts here that is longer than { $limit } bytes.
    .remedy = Look for missing line breaks or a quote that is not closed.
csv-too-many-columns = The row has more than { $limit } columns.
    .remedy = Export only the columns needed, or set the delimiter in a map file.
csv-too-few-fields = The row has { $found } fields, the header { $expected }.
    .remedy = Look for a missing delimiter, or a line break in a field without quotes.
csv-too-many-fields = The row has { $found } fields, the header { $expected }.
    .remedy = Put fields that contain the delimiter in quotes.
csv-too-many-distinct = The file has more than { $limit } different rows, too many for "distinct".
    .remedy = Take distinct out of the map file, or split the file.
csv-duplicate-column = The header names the column "{ $column }" twice.
    .remedy = Rename or remove one of them.
csv-column-without-name = Column { $number } has no name.
    .remedy = Name it, remove it, or list "" under ignore in a map file.
csv-unknown-column = { $nearest ->
        [none] A file of { $kind } has no column "{ $column }".
       *[other] A file of { $kind } has no column "{ $column }"; is "{ $nearest }" meant?
    }
    .remedy = Columns of { $kind }: { $known }. Columns with other names are translated, and those not needed ignored, with a map file (--map).
csv-missing-column = { $nearest ->
        [none] Columns that must be there are missing: { $missing }.
       *[other] Columns that must be there are missing: { $missing }. Is "{ $nearest }" meant?
    }
    .remedy = Add them, or say in a map file (--map) which column or fixed text stands for them.
field-missing = The field must not be empty.
    .remedy = Fill it in.
field-not-a-date = This is not a date of the calendar in the format { $format }.
    .remedy = Correct it, or set date_format in a map file.
field-not-an-amount = This is not an amount.
    .remedy = Write it like -1234.50, or set decimal and thousands in a map file.
field-too-many-decimals = Amounts in { $currency } have { $decimals } decimals; this one has more.
    .remedy = Correct it, or set round_amounts = true in a map file.
field-amount-too-large = The amount is too large.
    .remedy = Check the decimal sign; amounts up to 999,999,999,999.99 can be kept.
field-not-a-currency = This is not an ISO 4217 currency code.
    .remedy = Write three capital letters, for example EUR.
field-not-true-or-false = The field is neither true nor false.
    .remedy = Write true, false or nothing; other words are translated under [values] in a map file.
field-not-a-number = This is not a number.
    .remedy = Write only digits, with a decimal point where decimals are allowed.
field-not-one-of = { $nearest ->
        [none] This text is not known here.
       *[other] This text is not known here; is "{ $nearest }" meant?
    }
    .remedy = Known are: { $allowed }. Other texts are translated under [values] in a map file.
map-too-long = The map file is longer than { $limit } bytes.
    .remedy = Check that this is the map file and not the data.
map-syntax = The map file is not valid TOML: { $reason }.
    .remedy = Correct the line.
map-unknown-key = { $nearest ->
        [none] A map file has no key "{ $key }" here.
       *[other] A map file has no key "{ $key }" here; is "{ $nearest }" meant?
    }
    .remedy = Correct or remove it. Names of columns belong under [columns].
map-unknown-column = { $nearest ->
        [none] obligo has no column "{ $column }" here.
       *[other] obligo has no column "{ $column }" here; is "{ $nearest }" meant?
    }
    .remedy = On the left stands obligo's column, on the right the column or text of the file.
map-column-not-in-file = { $nearest ->
        [none] { $table } has no column "{ $column }".
       *[other] { $table } has no column "{ $column }"; is "{ $nearest }" meant?
    }
    .remedy = Correct the name in the map file; capital and small letters differ.
map-column-twice = The column "{ $column }" has both a fixed text and a column of the file.
    .remedy = Remove one of the two.
map-same-signs = The decimal sign and the separator of thousands are the same.
    .remedy = Set them as they are in the file, for example decimal = "," and thousands = ".".
map-bad-value = { $expected ->
        [table] "{ $key }" is a section of its own.
        [text] "{ $key }" takes a text.
        [texts] "{ $key }" takes a list of texts.
        [true-or-false] "{ $key }" takes true or false.
        [one-character] "{ $key }" takes one character.
        [encoding] This encoding is not known.
        [line-number] "{ $key }" takes a line number from 1.
        [date-format] This is not a date format with one day, one month and one year.
        [number-rule] "{ $key }" takes one of: as_is, digits, no_leading_zeros.
        [sign-rule] "{ $key }" takes one of: as_is, negate, by_kind; by_kind for items only.
        [item-kind] "{ $key }" takes a kind of item.
        [kind-by-sign] "{ $key }" takes both positive and negative.
        [distinct] "{ $key }" takes true, false or a list of columns.
       *[other] "{ $key }" cannot have this value.
    }
    .remedy = { $expected ->
        [table] Write [{ $key }] on a line and its entries below.
        [texts] Write it like ["one", "two"].
        [encoding] Known are, for example, utf-8, auto, windows-1252, iso-8859-1, iso-8859-15, utf-16le, cp437.
        [date-format] Write it with %d, %m and %Y or %y, for example "%d.%m.%Y".
       *[other] Correct the value.
    }

## Store

store-url = { $url } is not the address of a store.
    .remedy = Give sqlite: and a path, for example sqlite:obligo.db.
store-postgres-not-yet = This version keeps its store in a SQLite file only, not in PostgreSQL.
    .remedy = Give sqlite: and a path, for example sqlite:obligo.db.
store-missing = There is no store at { $path }.
    .remedy = Check the path after --store, or import into it: the first import creates it.
store-unreachable = The store { $path } cannot be opened: { $why }.
    .remedy = Check that the folder exists and that you may read and write in it.
store-locked = The store { $path } is in use by another program that is writing or has it open ({ $why }).
    .remedy = Wait until the other program has finished, or end it, then try again. Nothing was changed.
store-not-a-store = { $path } is not an obligo store: { $why }.
    .remedy = Give another path. If it should be a store, restore a backup of it beside this file.
store-too-new = The store { $path } was written by a newer version of obligo (schema { $store }, this version knows { $program }).
    .remedy = Use the newer version of the program.
store-damaged = The store { $path } is damaged: { $why }.
    .remedy = Keep a copy of the file, then restore the latest backup with obligo restore.
store-read-only = The store { $path } may only be read here: { $why }.
    .remedy = Check that you may write to the file and its folder, and that the disk is not mounted read-only.
store-full = There is no space left for { $path }: { $why }.
    .remedy = Free space on the disk and try again. Nothing was changed.
store-io = Reading or writing { $path } failed: { $why }.
    .remedy = Check the disk and, on a network drive, the connection; a store belongs on a local disk.
store-statement = The store { $path } refused a statement of the program: { $why }.
    .remedy = This is an error in obligo. Please report it with this text. Nothing was changed.
store-instant = { $value } is not a point in time.
    .remedy = Write it in UTC like 2024-05-01T10:20:30Z.
door-actor-missing = A change needs to say who makes it and what it is.
    .remedy = Name the user who acts, for example by signing in.
door-key-reused = The idempotency key { $key } was used before, in audit entry { $entry }, for something else.
    .remedy = Send a new key with a new request; repeat a key only with exactly the same request.
backup-file-exists = The file { $path } exists; a backup never replaces a file.
    .remedy = Give another name, or move the file away.
restore-file-missing = There is no backup { $path }.
    .remedy = Check the path of the backup.
restore-not-a-store = { $path } is not a backup of an obligo store: { $why }.
    .remedy = Give a file written by obligo backup.
restore-damaged = The backup { $path } is damaged: { $why }.
    .remedy = Use an earlier backup. Nothing was changed.
restore-chain-broken = The audit entries in the backup { $path } are not whole: entry { $entry } fails the check of { $what }.
    .remedy = The backup was altered. Use another one, and find out who altered it. Nothing was changed.
restore-store-exists = There is a store at { $path } already.
    .remedy = Give --force to replace it, after making a backup of it, or restore to another path.

## Items, settlements, scenarios

item-sign = The amount of a { $kind } must { $kind ->
        [credit_note] not be positive
        [payment_on_account] not be positive
       *[other] not be negative
    }.
    .remedy = Write debit kinds with a positive and credit kinds with a negative amount, or use `sign` in a map file.
item-net-amount = The net amount does not fit the gross amount { $amount }.
    .remedy = The net amount has the sign of the amount and is not larger; leave it empty if there is no VAT.
item-due-date = The net due date is empty and the payment terms “{ $terms }” cannot be read.
    .remedy = Fill in the net due date, or write the terms as `30`, `30 days`, `2 months`, `30 eom` or `cash`, here or with the buyer.
item-rate = This is not an exchange rate.
    .remedy = Write units of the item's currency for one unit of the policy's currency, a positive number with at most ten decimals.
item-duplicate = Document { $document_no } stands twice in this file.
    .remedy = A document is identified by company, account, document number and kind; remove one of the rows or give it another number.
item-conflict = Document { $document_no } is known with { $known }, the file says { $new }.
    .remedy = A posted document does not change: correct it with a credit or debit note, or correct the file. A later due date is taken as an extension.
item-origin = The origin “{ $origin }” of this residual item is not known.
    .remedy = Write it as COMPANY/DOCUMENT_NO/KIND of an item on the same account that is imported before or in the same file.
settlement-sign = The amount does not fit the method { $method }.
    .remedy = A settlement is positive, whichever the sign of the item; only a `return` is negative. Zero settles nothing.
settlement-above-open = Document { $document_no } of { $amount } would be settled with { $settled } in all.
    .remedy = A settlement cannot exceed what is open, nor a return what was settled. Check amount, document and whether it is booked twice.
settlement-item-unknown = There is no item { $document_no } of this company and kind.
    .remedy = Import the items first, and check company, document number and kind.
settlement-item-ambiguous = Document { $document_no } exists on { $count } accounts.
    .remedy = Name account, branch and account type in the settlement.
settlement-duplicate = Settlement { $settlement_no } of this item stands twice in this file.
    .remedy = Remove one of the rows.
settlement-conflict = Settlement { $settlement_no } of this item is known with another date or amount.
    .remedy = Book a return and a new settlement instead of changing a posted one.
scenario-unreadable = The folder { $folder } cannot be read: { $why }.
    .remedy = Name a folder that holds the files of a scenario.
scenario-empty = The folder { $folder } holds no file of a scenario.
    .remedy = Put companies.csv, buyers.csv, items.csv and the like, and policies/*.toml, into it.
small-file-too-large = The file is larger than { $limit } bytes.
    .remedy = Policy and map files are small texts; check that this is the right file.
small-file-not-utf8 = The file is not UTF-8 at byte { $byte }.
    .remedy = Save it as UTF-8.

## Demo

demo-unwritable = { $path } cannot be written: { $why }.
    .remedy = Make room in the folder for temporary files, or point TMPDIR to another one.
