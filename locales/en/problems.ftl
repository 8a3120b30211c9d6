# Every failure a user can meet: the message says what and why, its attribute `remedy` what to do.

## Policy file

policy-too-large = The file has { $size } bytes; at most { $limit } are read.
    .remedy = Check that this is the right file: the longest real ones have a few thousand bytes.
policy-syntax = The file is not valid TOML: { $detail }.
    .remedy = Write one key per line as key = value; texts in double quotes, dates as 2024-01-31, amounts with a decimal point.
policy-unknown-key = { $nearest ->
    [none] There is no key { $key } in such a file.
   *[other] There is no key { $key } in such a file. The nearest is { $nearest }.
  }
    .remedy = Known here: { $known }. A key belongs to the last [section] above it; the policy's own keys stand before the first section.
policy-missing-key = The key { $key } is missing.
    .remedy = Add { $key } with its value.
policy-missing-either = Neither { $key } nor { $other } is given.
    .remedy = Give exactly one of the two: in months or in days.
policy-either-key = { $key } and { $other } are both given, but only one of them can hold.
    .remedy = Remove the one that does not hold.
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
    [string] the text "{ $value }"
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
    .remedy = Correct the value, or remove the key if there is no such rule.
policy-unknown-value = { $nearest ->
    [none] { $key } cannot be "{ $value }".
   *[other] { $key } cannot be "{ $value }". The nearest is "{ $nearest }".
  }
    .remedy = Use one of { $allowed }.
policy-amount-decimals = { $key } is { $value }, but amounts in { $currency } have { $decimals } decimals.
    .remedy = Round the amount to { $decimals } decimals.
policy-date = { $key } is "{ $value }", which is no date of the calendar.
    .remedy = Write dates as year-month-day, for example 2024-01-31.
policy-text-length = { $key } is empty or has more than { $limit } characters.
    .remedy = Write a text of 1 to { $limit } characters.
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
    .remedy = Add { $missing }: the months deliveries count back (look-back), or a renewed category lives (validity).
policy-clause-key = { $nearest ->
    [none] A clause is given for { $value }, which is no key of a policy file.
   *[other] A clause is given for { $value }, which is no key of a policy file. The nearest is { $nearest }.
  }
    .remedy = Write clause."section.key" = "§ …" with a key as it stands in the file.
policy-payment-terms = { $key } is "{ $value }", which are no payment terms.
    .remedy = Write days or months, with or without the end of the month: "30", "2 months", "30 eom", "60 eom 15", "cash".
policy-example-sign = { $key } is { $value }, which has the wrong sign for the kind { $kind }.
    .remedy = Write invoices, debit notes, bills and cheques positive, credit notes and payments on account negative.

## Credit policy

credit-policy-action-code = "{ $code }" is no action code.
    .remedy = Use whole numbers from 1 to 99 without leading zeros, such as 10 = "phoned".
credit-policy-last-class = The last class begins with { $value } points, so that buyers below it have no class.
    .remedy = Let the last class begin with points_from = 0.
credit-policy-order = { $key } is out of order.
    .remedy = Bands and amounts rise from one to the next, the points of classes fall, levels of reminders count from 1; each value stands once. Only the last amount may be left out.
credit-policy-rule-twice = There are two rules for the same class and country or level.
    .remedy = Keep one of them.
credit-policy-scale = A factor that looks at { $measure } cannot have { $key }.
    .remedy = Give { $wanted }: bands hold for numbers, values for words.
credit-policy-word = "{ $word }" is nothing that a factor looking at { $measure } can find.
    .remedy = Use countries as two capital letters, categories and kinds of cover as in the files; other = … holds for all that are not named.
credit-policy-name-twice = The name "{ $name }" stands for two different things.
    .remedy = Give each its own name; a criterion without one is called by what it measures.
credit-policy-no-threshold = A criterion that measures { $measure } has no threshold.
    .remedy = Remove the threshold: the criterion holds or does not.
credit-policy-too-many = There are more than { $limit } of them.
    .remedy = Keep at most { $limit }.
approval-above-ladder = { $amount } is above the last step of the approval ladder.
    .remedy = Choose a smaller amount, or have a step for it put into the credit policy.
approval-not-enough = { $approver } may not approve { $amount }: the approval ladder asks for { $kind ->
    [clerk] a clerk
    [manager] a manager
    [administrator] an administrator
   *[user] { $needed }
  }.
    .remedy = Name the person who may, and who has agreed; it must be a user of obligo.
approval-two-people = { $amount } asks for two people: the one who approves may not record it as well.
    .remedy = Have a second person record it, and name the first as approver.
credit-manager-circle = The seniors go round in a circle: { $managers }.
    .remedy = Leave the senior of one of them empty.
credit-manager-form = This is no code of a credit manager.
    .remedy = Use at most { $limit } characters, without two dots in a row: those make a range.
credit-manager-juniors = Credit manager { $credit_manager } is the senior of { $juniors }.
    .remedy = Give them another senior, or none, from that day on.
credit-manager-not-found = No credit manager { $credit_manager } is registered on that day.
    .remedy = List them with "obligo credit-managers", or choose another last day.
credit-manager-unknown = There is no credit manager { $credit_manager }.
    .remedy = Record the senior with credit_managers too, or correct the code.
exception-amount = “{ $value }” is no amount of a credit line.
    .remedy = Write an amount in { $currency }, 0 or more, with a decimal point, such as 50000.00.
exception-class-unknown = { $known ->
    [none] There is no risk class “{ $class }”: the credit policy has none.
   *[other] There is no risk class “{ $class }” in the credit policy. There are { $known }.
  }
    .remedy = Name a class of the credit policy in force on the first day of the exception.
exception-dates = The exception ends before it begins on { $from }.
    .remedy = Correct one of the two days; the last day is still part of it.
exception-ended = Exception { $exception } has its last day on { $date } anyway.
    .remedy = Choose an earlier last day, or leave it as it is.
exception-not-found = There is no exception { $exception }.
    .remedy = "obligo exceptions list" shows their numbers.

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
csv-other-format = This is no text table; its first bytes are those of { $format }.
    .remedy = Open it in the program it comes from and save it as CSV in UTF-8.
csv-not-utf8 = The byte { $byte } at position { $position } is not UTF-8.
    .remedy = Save the file as UTF-8, or name its encoding: --encoding windows-1252, or encoding = "windows-1252" in a map file.
csv-bad-encoding = The bytes at position { $position } are no character in { $encoding }.
    .remedy = The file is cut off or has another encoding; export it again, or name the right one with --encoding or in a map file.
csv-nul = The text holds a zero byte: this is no text table, or its encoding is UTF-16.
    .remedy = Save it as CSV in UTF-8, or name its encoding: --encoding utf-16le, or encoding = "utf-16le" in a map file.
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
workbook-damaged = { $reason ->
        [archive] The workbook is damaged: it is no whole ZIP archive; perhaps it was cut off.
        [checksum] The workbook is damaged: the checksum of { $part } does not fit.
        [duplicate-part] The workbook holds two parts named { $part }.
        [ends-early] The workbook is damaged: { $part } ends too early.
        [out-of-order] The workbook is damaged: rows or cells of { $part } are out of order.
        [part-missing] The workbook is damaged: { $part } is missing in it.
        [string-missing] The workbook is damaged: a cell names a text that is not in it.
       *[other] The workbook is damaged at { $part }: { $reason }.
    }
    .remedy = Open it in the spreadsheet program and save it again, or save the sheet as CSV.
workbook-document-type = { $part } declares a document type or an entity of its own, which no spreadsheet program writes.
    .remedy = Do not trust this file. Ask whoever sent it for one that a spreadsheet program has saved.
workbook-too-large = { $what ->
        [depth] { $part } is nested deeper than { $limit } levels.
        [element] A single element of { $part } is longer than { $limit } bytes.
        [formats] The workbook has more than { $limit } formats.
        [part] { $part } unpacks to more than { $limit } bytes.
        [parts] The workbook has more than { $limit } parts.
        [ratio] { $part } unpacks to more than { $limit } times its size, as only files made to do harm do.
        [rows] The sheet has more than { $limit } rows.
        [sheets] The workbook has more than { $limit } sheets.
        [strings] The workbook has more than { $limit } different texts.
        [strings-length] The texts of the workbook are longer than { $limit } bytes.
       *[text] The text of a cell is longer than { $limit } bytes.
    }
    .remedy = Save only the sheet and the rows needed, as XLSX or CSV.
workbook-protected = The workbook is protected with a password.
    .remedy = Open it with its password, save it without one, and import that file.
workbook-other-format = This is a file of the kind { $format }, which is not read.
    .remedy = Open it in the program it comes from and save it as XLSX, ODS or CSV.
workbook-no-rows = The workbook has no sheet with a row of column names.
    .remedy = If the sheet is hidden, name it with sheet = in a map file; if its names stand further down, set header_line.
workbook-sheet-missing = { $nearest ->
        [none] The workbook has no sheet "{ $sheet }".
       *[other] The workbook has no sheet "{ $sheet }"; is "{ $nearest }" meant?
    }
    .remedy = Correct sheet in the map file.
cell-error = The formula of this cell ends in an error.
    .remedy = Correct the formula in the spreadsheet program and save the file again.
cell-uncalculated = This cell holds a formula, but the file does not hold its result.
    .remedy = Open the file in a spreadsheet program, let it calculate, and save it again.
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
        [debtor] "{ $key }" takes "party" or "account", the account itself.
       *[other] "{ $key }" cannot have this value.
    }
    .remedy = { $expected ->
        [table] Write [{ $key }] on a line and its entries below.
        [texts] Write it like ["one", "two"].
        [true-or-false] Write true or false, without quotes.
        [one-character] Write it like ";", a tab as "\t".
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
    .remedy = Check that it is a file and no folder, that its folder exists, and that you may read and write there.
store-locked = The store { $path } is in use by another program that is writing or has it open ({ $why }).
    .remedy = Wait until the other program has finished, or end it, then try again. Nothing was changed.
store-not-a-store = { $path } is not an obligo store: { $why ->
    [empty] it is empty
    [other-program] it is the database of another program
   *[other] { $why }
  }.
    .remedy = Give another path. If it should be a store, restore a backup of it beside this file.
store-too-new = The store { $path } was written by a newer version of obligo (schema { $store }, this version knows { $program }).
    .remedy = Use the newer version of the program.
store-damaged = The store { $path } is damaged: { $why ->
    [no-versions] the table of schema versions is missing
   *[other] { $why }
  }.
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
    .remedy = Name the user who acts: with --actor or OBLIGO_ACTOR, or by signing in.
door-key-reused = The idempotency key { $key } was used before, in audit entry { $entry }, for something else.
    .remedy = Send a new key with a new request; repeat a key only with exactly the same request.
backup-file-exists = The file { $path } exists; a backup never replaces a file.
    .remedy = Give another name, or move the file away.
backup-unwritable = The backup { $path } cannot be written: { $why }.
    .remedy = Check that its folder exists and that you may write there.
restore-file-missing = There is no backup { $path }.
    .remedy = Check the path of the backup.
restore-not-a-store = { $path } is not a backup of an obligo store: { $why ->
    [empty] it is empty
    [other-program] it is the database of another program
   *[other] { $why }
  }.
    .remedy = Give a file written by obligo backup.
restore-damaged = The backup { $path } is damaged: { $why ->
    [no-versions] the table of schema versions is missing
   *[other] { $why }
  }.
    .remedy = Use an earlier backup. Nothing was changed.
restore-chain-broken = The audit entries in the backup { $path } are not whole: entry { $entry } fails the check of { $what }.
    .remedy = The backup was altered. Use another one, and find out who altered it. Nothing was changed.
restore-store-exists = There is a store at { $path } already.
    .remedy = Give --force to replace it, after making a backup of it, or restore to another path.

## SIE files
datev-header = This is no file in the DATEV format: its first line does not describe it.
    .remedy = Export the bookings from DATEV or the bookkeeping program as a file in the DATEV format (EXTF).
datev-category = The file holds "{ $name }" (category { $category }), which is not read.
    .remedy = Export bookings (category 21), debtors and creditors (16) or names of accounts (20).
datev-columns = The column "{ $missing }" is missing in the second line.
    .remedy = Export the file again with the columns as DATEV names them.
fec-columns = The column "{ $missing }" is missing.
    .remedy = Export the file again with the 18 columns of the law, named in the first line.
booking-field = { $fault ->
        [account] The account is missing.
        [amount] This is not an amount.
        [currency] This is not an ISO 4217 currency code.
        [date] This is not a date of the format.
        [decimals] The amount has more decimals than its currency.
        [large] The amount is too large.
        [rate] This is not an exchange rate.
       *[side] This says neither debit nor credit.
    }
    .remedy = Correct it in the bookkeeping program and export the file again.
sie-not-sie = This is no SIE file: its first line is no record that begins with #.
    .remedy = Export the ledger from the bookkeeping program as SIE type 4 and import that file.
sie-not-a-record = This line is no record; records begin with #.
    .remedy = Look for a line break inside a text, or export the file again.
sie-field = { $field ->
        [account] The account is missing.
        [amount] This is not an amount.
        [currency] This is not an ISO 4217 currency code.
        [date] This is not a date in the form YYYYMMDD.
        [decimals] The amount has more than two decimals.
        [large] The amount is too large.
        [object] The object has no number.
       *[year] This is not the number of a year: 0 is this one, -1 the one before.
    }
    .remedy = Correct it in the bookkeeping program and export the file again.
sie-quote = A quote opened on this line is never closed.
    .remedy = Export the file again; a quote inside a text is written \".
sie-brace = This brace belongs to no voucher.
    .remedy = Export the file again: the lines of a voucher stand between one pair of braces after #VER.
sie-outside-voucher = This line belongs to no voucher.
    .remedy = Export the file again: the lines of a voucher stand between braces after #VER.
sie-voucher-open = The voucher that begins here is not closed with a brace.
    .remedy = The file is cut off or damaged; export it again.
sie-voucher-unbalanced = Voucher { $voucher } does not balance: its lines add up to { $difference }.
    .remedy = Correct the voucher in the bookkeeping program and export the file again.
sie-cut = The file begins a check sum and ends without it.
    .remedy = The file is cut off; export it again.
warning-sie-checksum = The check sum of the file is { $sum }, the file itself says { $value }: it was changed after it was written.
    .remedy = If only its encoding was changed, nothing is wrong; else export it again and import it as it is.
sie-line-too-long = This line is longer than { $limit } bytes.
    .remedy = Look for missing line breaks, or export the file again.
sie-too-many = The numbers and names of accounts and customers take more than { $limit } bytes.
    .remedy = Split the file, or export fewer accounts.

## XML, bank statements, electronic invoices, audit files

xml-not-xml = { $format ->
        [none] This is no XML file: it does not begin with "<".
       *[other] This is no XML file; its first bytes are those of { $format }.
    }
    .remedy = Unpack it, or export it again as XML.
xml-signed = This file is a signature around another file (.p7m), which is not opened here.
    .remedy = Take the invoice out with the program that checks the signature, and import the XML inside.
xml-encoding-unknown = The file says that it is written in an encoding that is not known here.
    .remedy = Export it again as UTF-8.
xml-encoding = The bytes at position { $position } are no character in { $encoding }, the encoding the file says it has.
    .remedy = The file was cut off or changed after it was written; export it again.
xml-doctype = The file declares a document type. Such files are not read: they can name other files, and entities that grow without limit.
    .remedy = No bank statement, invoice or audit file needs one; ask the sender for a file without <!DOCTYPE>.
xml-entity = This entity is not one of the five that XML itself knows.
    .remedy = Ask the sender to write the character itself, or its number.
xml-syntax = { $fault ->
        [after-root] Something stands behind the end of the outermost element.
        [attribute] An attribute is not written as name="value", or stands twice.
        [before-root] Something stands before the outermost element.
        [character] Here is a character that XML does not allow.
        [end-tag] The end tag { $name } belongs to no element.
        [namespace] The namespaces of this element are wrong, or too many.
        [prefix] The prefix { $name } stands for no namespace.
        [reference] A "&" begins no character reference.
       *[markup] A tag, a comment or other markup is not written as XML wants it.
    }
    .remedy = The file is not well-formed: export it again, and do not edit it by hand.
xml-end-tag = The element { $expected } is closed by the end tag { $found }.
    .remedy = The file is not well-formed: export it again, and do not edit it by hand.
xml-truncated = { $element ->
        [none] The file ends before its first element.
       *[other] The file ends within the element { $element }.
    }
    .remedy = The file is cut off; export or fetch it again.
xml-too-deep = Elements are nested more than { $limit } deep.
    .remedy = No format read here nests so deep; ask the sender for the file as the standard has it.
xml-too-large = A text, a tag or a record is larger than { $limit } bytes or elements.
    .remedy = Ask the sender for smaller attachments or records, or for several files.
xml-wrong-root = This is XML, but neither a bank statement nor an invoice nor an audit file that is read here: its outermost element is { $element }{ $namespace ->
        [none] {""}
       *[other] {" "}of { $namespace }
    }.
    .remedy = Choose another file. Read are camt.052, camt.053, camt.054, UBL, CII, FatturaPA and SAF-T.
element-missing = The element { $parent } has no { $element }.
    .remedy = Its standard demands it; ask the sender for a whole file.
element-not-a-date = This is no date of the calendar in the form its standard wants.
    .remedy = Correct it where it comes from and export the file again.
element-not-an-amount = This is no number.
    .remedy = Correct it where it comes from and export the file again.
element-too-many-decimals = Amounts in { $currency } have { $decimals } decimals; this one has more.
    .remedy = Correct it where it comes from and export the file again.
element-amount-too-large = The amount is too large.
    .remedy = Check the decimal sign; amounts up to 999,999,999,999.99 can be kept.
element-not-a-currency = This is not an ISO 4217 currency code.
    .remedy = Correct it where it comes from and export the file again.
element-other-currency = The amount is in { $currency }, the document in { $expected }.
    .remedy = Ask the sender for an invoice with all its amounts in one currency.
element-not-one-of = This is none of { $allowed }.
    .remedy = Correct it where it comes from and export the file again.
camt-details-differ = The payments of this entry come to { $found } { $currency }, the entry to { $stated } { $currency }. The difference is kept as a receipt of its own.
    .remedy = Compare the entry with the bank; match the difference by hand.
camt-balance-differs = Opening balance and booked entries come to { $found } { $currency }, the closing balance is { $stated } { $currency }.
    .remedy = Check whether pages of the statement are missing.
file-total-differs = The file says { $stated } here; what is in it comes to { $found }.
    .remedy = Check whether the file is whole; otherwise tell the maker of the program that wrote it.
pdf-broken = This PDF cannot be read.
    .remedy = The file is cut off or damaged; fetch it again, or ask for the XML file alone.
pdf-encrypted = This PDF is encrypted.
    .remedy = Save it without a password, or ask for the XML file alone.
pdf-too-large = The PDF, or what is packed in it, is larger than { $limit } bytes.
    .remedy = Ask for the XML file alone.
pdf-without-invoice = No electronic invoice is embedded in this PDF.
    .remedy = It is a picture of an invoice only; ask for Factur-X, ZUGFeRD or the XML file.

## Items, settlements, scenarios

item-sign = An amount of the kind { $kind } must { $kind ->
        [credit_note] not be positive
        [payment_on_account] not be positive
       *[other] not be negative
    }.
    .remedy = Write debit kinds with a positive and credit kinds with a negative amount, or use sign in a map file.
item-net-amount = The net amount does not fit the gross amount { $amount }.
    .remedy = The net amount has the sign of the amount and is not larger; leave it empty if there is no VAT.
item-due-date = { $terms ->
        [none] The net due date is empty, and neither the item nor its buyer has payment terms.
       *[other] The net due date is empty, and the payment terms “{ $terms }” cannot be read.
    }
    .remedy = Fill in the net due date, or write the terms, here or with the buyer, as "30", "30 days", "2 months", "30 eom" or "cash".
item-rate = This is not an exchange rate.
    .remedy = Write units of the item's currency for one unit of the policy's currency, a positive number with at most ten decimals.
item-duplicate = Document { $document_no } stands twice in this file.
    .remedy = A document is identified by company, account, document number and kind; remove one of the rows or give it another number.
item-conflict = Document { $document_no } is known with { $known }, the file says { $new }.
    .remedy = A posted document does not change: correct it with a credit or debit note, or correct the file. A later due date is taken as an extension.
item-origin = The origin “{ $origin }” of this residual item is not known.
    .remedy = Write it as COMPANY/DOCUMENT_NO/KIND of an item on the same account that is imported before or in the same file.
settlement-sign = The amount does not fit the method { $method }.
    .remedy = A settlement is positive, whichever the sign of the item; only a return is negative. Zero settles nothing.
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

## Lists

deadlines-period = The period ends on { $to }, before it begins on { $from }.
    .remedy = Give the first day as --from and the last as --to.
item-not-posted = { $item } was not posted, or not known, on { $date }.
    .remedy = Choose a later date with --as-of, or leave out --known-at.

## Imports and policies

import-refused = The files were refused; nothing was written.
    .remedy = Correct what the report names, then import again.
import-kind-unknown = There is no kind of file “{ $kind }”.
    .remedy = Kinds are companies, insurers, buyers, covers, limits, evidence, rates, items, settlements, events, orders, and scenario for a folder of them.
csv-encoding-unknown = There is no encoding “{ $encoding }”.
    .remedy = Known are, for example, utf-8, auto, windows-1252, iso-8859-1, iso-8859-15, utf-16le, cp437.
field-negative = The amount must not be negative.
    .remedy = Write it without a sign.
field-out-of-range = The number must be from { $from } to { $to }.
    .remedy = Correct it, or leave the field empty where it may be.
field-ends-before-start = The last day lies before the first, { $start }.
    .remedy = Correct one of the two; the last day is still part of the period.
field-not-a-country = This is not an ISO 3166 country code.
    .remedy = Write two capital letters, for example DE; other names are translated under [values] in a map file.
record-repeated = The same stands in line { $first } already.
    .remedy = Keep the row that is right and remove the other; versions of different days need different valid_from.
company-not-found = There is no company { $company }.
    .remedy = Import it with companies first, or correct the code.
group-second = Company { $company } belongs to the insured group { $group }, but this store holds the group { $known }.
    .remedy = Keep one insured group in a store; give the other group a store of its own.
group-master-missing = No company of the insured group { $group } keeps its master data.
    .remedy = Set master to true for the one company that holds the policies.
group-masters-several = Company { $company } is a master, but so is { $master }.
    .remedy = Only one company keeps the credit-insurance master data; set master to false for the others.
group-differs = { $what ->
        [address_company] The address company of { $company } is not that of { $master }, which keeps the group's master data: { $expected ->
            [none] it has none
           *[other] “{ $expected }”
        }.
        [account_types] The account types of { $company } are not those of { $master }, which keeps the group's master data: { $expected ->
            [none] it has none
           *[other] “{ $expected }”
        }.
       *[other] The payment terms of { $company } are not those of { $master }, which keeps the group's master data: { $expected ->
            [none] it has none
           *[other] “{ $expected }”
        }. With secured payment terms they must be.
    }
    .remedy = Make them equal, or leave the company out of the insured group: its items are not insured then.
insurer-code = This is not the code of an insurer.
    .remedy = Write exactly three letters or digits, for example ACR.
insurer-account = This is not an account of the address base.
    .remedy = Write it as account/branch/account type, for example 7001/0/K, or leave it empty.
account-form = This is not an address number.
    .remedy = Write at most { $limit } characters without a slash; a prospect without an account is written as @ and its legal entity.
account-branch = This is not a branch.
    .remedy = Write at most { $limit } digits, or leave it empty.
account-type = This is not an account type.
    .remedy = Write one to { $limit } letters or digits.
account-not-found = There is no account { $account }.
    .remedy = Import it with buyers first, or correct the number, branch or account type.
account-ambiguous = Account { $account } is not the only one: there are { $choices }.
    .remedy = Name branch and account type of the one that is meant.
prospect-not-found = There is no prospect or account with the legal entity { $legal_entity }.
    .remedy = Import it with buyers first, as @ and its legal entity.
prospect-with-account = A prospect has no branch and no account type.
    .remedy = Leave the field empty, or write the account instead of @ and the legal entity.
prospect-entity = The legal entity is not that of the prospect, { $prospect }.
    .remedy = Leave the column empty, or write the same in both.
buyer-is-co-insured = Account { $account } is co-insured under another buyer, so it must stay a legally dependent branch.
    .remedy = End its cover first with a cover of another kind, or keep dependent_branch true.
warning-identifier = { $scheme ->
        [vat_id] This VAT identification number cannot be right
        [register_no] This register number cannot be right in the buyer's country
       *[other] This legal entity identifier cannot be right
    }: { $why ->
        [length] it has too few or too many characters
        [character] it holds a character that does not belong there
        [check-digit] { $expected ->
            [none] its check digits do not fit
           *[other] its check digits do not fit, { $expected } would
        }
       *[other] it is not formed as the scheme asks
    }.
    .remedy = The buyer was taken as it is. Compare the number with the register and correct it in the ledger.
warning-prospect-has-account = This prospect has its account by now, { $account }; the row was left out.
    .remedy = Nothing needs to be done. Change the account's own row if its data changed.
warning-prospect-stays = Account { $account } existed before the prospect @{ $prospect } of the same legal entity, so what was recorded of the prospect stays with the prospect.
    .remedy = Import covers, limits and evidence of the prospect again, with the account.
policy-not-found = { $known ->
        [none] There is no policy { $policy }; none is stored yet.
       *[other] There is no policy { $policy }. Stored: { $known }.
    }
    .remedy = Correct the code, or put the policy first with "obligo policy put".
policy-too-many = A store holds at most { $limit } policies.
    .remedy = Use one store for each insured group.
policy-insurer-unknown = There is no insurer { $insurer }. Known are { $known }.
    .remedy = Import the insurer first, or correct the first three characters of the policy code.
policy-currency-changed = Policy { $policy } had final runs in { $known }, the last one of { $date }: its currency cannot change.
    .remedy = Put a new policy with another internal id in the new currency and move the covers to it.
cover-field-not-allowed = A cover of the kind { $kind } has no such field.
    .remedy = Leave it empty: a policy belongs to named and unnamed covers, a main buyer to co-insured ones.
cover-overlaps = The cover of { $account } would overlap the one that begins on { $other }: a buyer has one cover at any date.
    .remedy = Begin each cover on a day of its own, after the stated end of the one before, or leave valid_until empty: a newer cover ends the older one.
cover-under-itself = Account { $account } cannot be co-insured under itself.
    .remedy = Name the main buyer in co_insured_under.
cover-under-co-insured = Account { $account } cannot be co-insured under { $main }, which is itself co-insured at that time.
    .remedy = Name the main buyer, the one with the named or unnamed cover.
cover-not-dependent = Account { $account } is not a legally dependent branch: it cannot be co-insured under { $main }.
    .remedy = A legally independent establishment needs cover of its own. If it is dependent, set dependent_branch in buyers to true.
cover-kind-changes-while-insured = The cover of { $account } cannot change from { $before } to { $after } while insured items are open, for example { $item }.
    .remedy = Wait until they are settled. To end the cover, record a limit of 0 or declined_on (named), or declined_on or a recommended limit of 1 (unnamed).
limit-refused-with-amount = The response { $response } stands beside an amount above 0.
    .remedy = Correct the response; an amount asked for belongs into requested_amount.
limit-without-amount = The response { $response } needs an amount.
    .remedy = Write the amount the insurer decided, or leave the response empty while it is only requested.
rate-missing = There is no rate of { $currency } against { $base } on or before { $date }.
    .remedy = Import it with rates, or give the item its own rate.
rate-same-currency = A currency has no rate against itself.
    .remedy = Remove the row or correct one of the currencies.
rate-out-of-range = This is not an exchange rate.
    .remedy = Write units of the currency for one unit of the base, a positive number with at most ten decimals.
rate-conflict = The rate of { $currency } against { $base } on { $date } is { $known } already, the file says { $new }.
    .remedy = Items may have been valued with the known rate. Correct the file; to value single items otherwise, give them their own rate.
amount-too-large = The amount { $amount } becomes too large when it is converted into { $currency }.
    .remedy = Check the amount and its rate.
event-names-nothing = The event names neither an item nor an account.
    .remedy = Fill in company and document_no, or the account of the buyer.
item-name = This is not the name of an item.
    .remedy = Write COMPANY/DOCUMENT or COMPANY/DOCUMENT/KIND, and @ACCOUNT/BRANCH/TYPE behind it where that is not unique.
item-not-found = There is no item { $item }.
    .remedy = Import the items first, and check company, document number, kind and account.
item-ambiguous = { $item } is not the only one: there are { $choices }.
    .remedy = Name the kind, and the account if that is not enough.
item-company-not-found = There is no company { $company }.
    .remedy = An item is named COMPANY/DOCUMENT/KIND, beginning with the code of the company.
run-not-found = There is no final run { $run }.
    .remedy = "obligo runs" lists the final runs.
run-not-after-last = The key date { $key_date } is not after the last final run of { $policy }: run { $last_run } of { $last_date }.
    .remedy = Take a later key date, or reverse the last run with a reason. A preview is always possible.
run-before-policy-run = The key date { $key_date } lies before a final run of { $policy }: run { $last_run } of { $last_date }.
    .remedy = Take a key date from { $last_date } on, or reverse that run with a reason. A preview is always possible.
run-already-reversed = Run { $run } is reversed already.
    .remedy = Nothing needs to be done.
run-not-the-last = Run { $run } is not the last of its sequence: run { $later } followed.
    .remedy = Reverse the later run first.
run-items-touched = Run { $run } cannot be reversed: its item { $item } was changed later by { $by }.
    .remedy = Take back what came later first, or change single items by hand with a reason.
warning-unexamined-before-withdrawal = { $count ->
        [one] An item of { $account } is dated before its cover was withdrawn on { $date }, but no run has examined it: { $documents }.
       *[other] { $count } items of { $account } are dated before its cover was withdrawn on { $date }, but no run has examined them: { $documents }.
    }
    .remedy = Check whether they should have been declared; examine them again with a reason if the insurer agrees.

## Changes by hand, events, late facts

reason-missing = This change needs a reason.
    .remedy = Say why in your own words; it stays on record. On the command line that is --reason.
edit-amount = { $value } is not an amount.
    .remedy = Write it with a decimal point and without thousands separators, for example 1234.50.
edit-amount-decimals = { $value } has more decimals than { $currency } has: { $decimals }.
    .remedy = Round the amount to { $decimals } decimals.
edit-amount-too-large = The amount { $value } is too large.
    .remedy = Check the decimal sign.
edit-insured-below-zero = The insured amount of { $item } cannot be below 0.
    .remedy = Give an amount from 0 to what is open.
edit-insured-above-open = The insured amount of { $item } cannot be above its insurable open amount, { $currency } { $open }.
    .remedy = Give an amount from 0 to { $open }.
edit-insured-on-credit = { $item } is a credit: only what is owed to the company can be insured.
    .remedy = Leave the insured amount out.
edit-insured-not-insurable = { $item } would have status { $status }; only an item of status K carries an insured amount.
    .remedy = Set the status K in the same command, or the insured amount 0.
edit-still-insured = { $item } is insured with { $currency } { $insured }; only an item of status K can be.
    .remedy = Set the insured amount 0 in the same command, if the cover is to be given up.
edit-status-of-other-side = { $item } cannot have status { $status }: C is for debit items, D for credit items.
    .remedy = Choose the status of the item's side.
edit-follow-up-date = { $item } would have a follow-up date without the follow-up flag.
    .remedy = Set the flag in the same command (--follow-up true), or leave the date out.
edit-before-overdue-date = { $date ->
        [exclusion_date] The exclusion date
        [collection_date] The collection date
        [waiting_end] The end of the waiting period
        [filing_date] The filing date
       *[other] { $date }
    } of { $item } would lie before its overdue date { $overdue_date }.
    .remedy = Check both dates; move them together if the insurer agreed to it.
event-protest-not-a-bill = A protest needs the bill of exchange it concerns.
    .remedy = Name an item of kind bill.
close-day-before-last = { $date } lies before the last day closed, { $last_date }.
    .remedy = Days are closed in order; close { $last_date } or a later day.
reexamine-no-item = No item was named.
    .remedy = Name the items to be examined again.
reexamine-not-open = { $item } was not open on { $key_date }: no run at that date would examine it.
    .remedy = Choose a key date at which the item was posted and not yet settled.
reexamine-no-cover = The buyer of { $item } had no cover on { $key_date }: no run at that date would examine it.
    .remedy = Check the cover of the buyer, or choose another key date.
reexamine-still-insured = On { $key_date } { $item } would have status { $status }, but it is insured with { $currency } { $insured }.
    .remedy = Give up the insured amount in the same command (--drop-insured), if that is what the insurer decided.
warning-late-fact = { $what ->
        [decision] A limit decision
        [evidence] Evidence
       *[item] An item
    } of { $date } for { $account } was recorded after the final run of { $policy } for { $run_date }. Had it been known, { $currency } { $declared_after } would have been declared instead of { $declared_before }; items that differ: { $count } ({ $items }).
    .remedy = Ask the insurer how it is to be put right: by the next run, by reversing this one, or by examining single items again.
warning-late-fact-same = { $what ->
        [decision] A limit decision
        [evidence] Evidence
       *[item] An item
    } of { $date } for { $account } was recorded after the final run of { $policy } for { $run_date }. It would have changed nothing there.
    .remedy = Nothing needs to be done.
warning-late-facts-more = { $count ->
        [one] One more buyer has
       *[other] { $count } more buyers have
    } facts that were recorded after the final run they belong to.
    .remedy = Import in smaller parts to see them all.
warning-late-facts-not-compared = { $count ->
        [one] One more buyer has
       *[other] { $count } more buyers have
    } such late facts; what they would have changed was worked out for the first { $limit } only.
    .remedy = A preview for the date of the last final run shows the difference for all.

## Access

random-unavailable = The system gives no random numbers: { $why }.
    .remedy = Check the system's source of random numbers and try again.
secret-shown-once = This was done already under the same key; its secret was shown then and cannot be shown again.
    .remedy = If the secret is lost, revoke what was made and make it again.
link-invalid = This link does not work: it was used, has expired, or a newer one was made.
    .remedy = Ask an administrator for a new link. The link of the first start is printed anew whenever the server starts.
user-name = A sign-in name has 1 to { $limit } letters, digits or the signs . _ - @ +, and no blanks.
    .remedy = Correct the name.
user-name-taken = There is a user { $user } already.
    .remedy = Choose another name; upper and lower case count as the same.
user-display-name = A name has at most { $limit } characters.
    .remedy = Shorten the name.
user-roles-missing = A user needs at least one role.
    .remedy = Choose a role. To keep somebody out, disable the user.
user-companies-missing = No company is chosen.
    .remedy = Choose all companies, or tick those that are meant.
user-company-unknown = There is no company { $company }.
    .remedy = Choose among the companies of the store.
user-language = There is no such language.
    .remedy = Choose one of { $known }.
user-not-found = There is no user { $user }.
    .remedy = Check the sign-in name.
user-last-administrator = { $user } is the last administrator.
    .remedy = Make somebody else an administrator first.
password-too-short = A password has at least { $limit } characters.
    .remedy = Choose a longer one, for example four words that have nothing to do with each other.
password-too-long = A password has at most { $limit } bytes.
    .remedy = Choose a shorter one.
password-is-name = The password is the sign-in name.
    .remedy = Choose a password that nobody can guess.
password-wrong = The present password is not right.
    .remedy = Type it again, or ask an administrator for a link to set a new one.
sign-in-refused = Name and password do not belong together.
    .remedy = Type both again, or ask an administrator.
sign-in-too-often = Too many attempts have failed. Try again in { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
  }.
    .remedy = Wait { $seconds } seconds, or ask an administrator to set a new password.
token-name = A token needs a name of 1 to { $limit } characters.
    .remedy = Name the program that will use it.
token-scopes-missing = A token needs at least one scope.
    .remedy = Choose what the program may do: read, write, run or admin.
token-days = A token works from 1 to { $limit } days, not { $days }.
    .remedy = Choose a number of days in between, and make a new token in time.
token-company = { $user } does not see the company { $company }.
    .remedy = Choose among the companies of the user.
token-not-found = There is no token { $token }.
    .remedy = Look at the list of tokens.
view-name = A view needs a name of 1 to { $limit } characters.
    .remedy = Correct the name.
view-too-large = A view has at most { $limit } bytes.
    .remedy = Leave out columns or filters.
view-name-taken = There is a view of the name “{ $name }” already.
    .remedy = Choose another name.
view-too-many = There are { $limit } views of this list already.
    .remedy = Delete one that is not needed.
setting-issuer = This is no address of an identity provider.
    .remedy = Write it as the provider names it, beginning with https://. Only on this machine it may begin with http://.
setting-oidc-incomplete = The identity provider needs a client id and the claim that lists the groups.
    .remedy = Fill in both; the provider's administrator knows them.
setting-client-secret = The client secret itself is never kept here, only where it stands.
    .remedy = Put it into a variable of the server's environment and write { $start } with the rest of its name.
setting-public-address = This is no address of a server.
    .remedy = Write it as people type it, for example https://obligo.example.com, without a slash at the end.
oidc-unreachable = The identity provider { $issuer } does not answer as it should: { $why }.
    .remedy = Try again; if it stays, check the provider's address under Settings. Local users can sign in with their password.
oidc-address = The address of the identity provider, or the one it sends people back to, is none.
    .remedy = Check both under Settings.
oidc-secret-missing = The variable { $variable }, which should hold the client secret, is not set.
    .remedy = Set it in the server's environment and start the server again.
oidc-state = This sign-in was not begun in this browser, or too long ago.
    .remedy = Begin again at the sign-in page.
oidc-refused = The identity provider's answer was not accepted: { $why }.
    .remedy = Begin again at the sign-in page; if it stays, tell an administrator.
oidc-no-role = None of the groups of { $user } gives a role here.
    .remedy = Ask an administrator to map one of your groups to a role, or the provider's administrator for a group.
oidc-name-taken = The name { $user } belongs to a local user.
    .remedy = Ask an administrator; one of the two needs another name.
note-empty = The note is empty.
    .remedy = Write something.
note-too-long = A note has at most { $limit } characters.
    .remedy = Shorten it.
proposal-payload-key = There is no parameter { $key } here.
    .remedy = Known are: { $known }.
proposal-payload-value = The parameter { $key } is missing or cannot have this value.
    .remedy = Correct it; dates are written as 2024-01-31, amounts as texts such as "1000.00".
proposal-already-open = The same is proposed already: proposal { $proposal }.
    .remedy = Wait for its decision, or withdraw it.
proposal-not-found = There is no proposal { $proposal }.
    .remedy = Look at the list of proposals.
proposal-same-person = You have made proposal { $proposal } yourself; four eyes are asked for.
    .remedy = Ask a colleague with the same rights to decide, or withdraw it.
proposal-not-yours = Proposal { $proposal } was made by somebody else.
    .remedy = Only the person who made it can withdraw it; you can refuse it.
proposal-decided = Proposal { $proposal } is not open any more: { $state ->
    [approved] { $by } has approved it
    [refused] { $by } has refused it
   *[withdrawn] it was withdrawn
  }.
    .remedy = Propose anew if it is still needed.

## Command line

config-unreadable = The configuration file cannot be read: { $reason }.
    .remedy = Check the name after --config, or OBLIGO_CONFIG, and whether you may read it.
config-too-large = The configuration file is longer than { $limit } bytes.
    .remedy = Check that this is the configuration file and not the data.
config-syntax = The configuration file is not valid TOML: { $reason }.
    .remedy = Write one key per line as key = value, texts in double quotes.
config-unknown-key = { $nearest ->
    [none] A configuration file has no key "{ $key }".
   *[other] A configuration file has no key "{ $key }"; is "{ $nearest }" meant?
  }
    .remedy = Known are: { $known }.
config-value = "{ $key }" cannot have this value.
    .remedy = store, lang and actor take texts, color takes "auto", "always" or "never", quiet takes true or false, max_errors a number from 1.
clock-not-an-instant = OBLIGO_NOW is { $value }, which is no point in time.
    .remedy = Write it in UTC like 2024-05-01T10:20:30Z, or leave it out: it is there to reproduce results.
output-failed = The output could not be written: { $reason }.
    .remedy = Make room, or check where it goes, and try again. A final run that was made stands: "obligo runs" lists it, "obligo runs show" prints it.
document-failed = The document could not be made: { $reason }.
    .remedy = This is a fault of the program: please report it with the report's name and this text. The same figures are there as XLSX, CSV and JSON.
snapshot-only-items = --snapshot says which items are gone, but here { $kind } are imported.
    .remedy = Leave it out, or import items.
policy-check-failed = { $failed } of { $cases } example cases come out otherwise than the policy says.
    .remedy = The lines above show what differs. Correct the case, or the terms.
demo-folder-exists = { $path } exists; the demo takes a new folder.
    .remedy = Name another folder, or leave out --to.
verify-findings = The store is not as it was recorded: { $findings ->
    [one] one finding
   *[other] { $findings } findings
  }.
    .remedy = The lines above show what differs. Keep the file as it is, and compare with the latest backup.

run-damaged = Run { $run } cannot be reversed: what it stored of its changes is damaged.
    .remedy = Run "obligo verify", and restore the store from a backup.

## Server, pages and API

sign-in-needed = You are not signed in.
    .remedy = Sign in, or send a token: Authorization: Bearer TOKEN.
role-missing = Your roles do not allow this.
    .remedy = Ask an administrator for the role it needs.
role-companies = This concerns every company of the group, but you see some of them only.
    .remedy = Ask somebody who sees the whole group.
form-foreign = The form was sent from another site.
    .remedy = Open the page here and send the form from there.
form-expired = The form belongs to a session that has ended.
    .remedy = Open the page again and fill the form in once more.
page-not-found = There is nothing at this address.
    .remedy = Follow a link of the navigation, or search.
method-not-allowed = This address does not take requests of this kind.
    .remedy = See the description of the API at /api/openapi.json.
body-too-large = The request is larger than the { $limit } bytes taken here.
    .remedy = Send it in parts, or import the file on the command line.
body-too-slow = The request came too slowly and was given up.
    .remedy = Send it again.
body-type = Requests of the type { $type } are not taken here.
    .remedy = Send a form, JSON (application/json) or, where files are taken, CSV (text/csv).
body-broken = The request cannot be read: { $why }.
    .remedy = Mend it and send it again.
body-json-missing = The request carries no JSON.
    .remedy = Send the record as application/json.
body-missing = The request carries no file.
    .remedy = Send the file as text/csv, or as multipart/form-data.
query-date = { $field }: "{ $value }" is no date.
    .remedy = Write it like 2024-01-31.
query-number = { $field }: "{ $value }" is no whole number of at least { $least }.
    .remedy = Give a whole number, or leave it out.
idempotency-key-long = The idempotency key has more than 200 characters.
    .remedy = Take a shorter one, such as a UUID.
token-unknown = The token is unknown, has expired or was revoked.
    .remedy = Make a new one under Settings.
record-changed = Somebody changed this in the meantime.
    .remedy = Look at what it says now, and make your change again if it is still right.
server-address = The server cannot listen on { $address }: { $why }.
    .remedy = Choose another address with --listen, such as 127.0.0.1:8081.
server-folder = No temporary file can be written: { $why }.
    .remedy = Check that the folder for temporary files exists and has room.
server-failed = The server failed at this. Nothing was written.
    .remedy = Try again; if it stays, tell who looks after obligo what you did.
reader-gone = The reader has gone.
    .remedy = Ask again.
portfolio-failed = The figures could not be computed.
    .remedy = Tell who looks after obligo; the command line may still answer.
company-not-yours = The documents of company { $company } are not yours to write.
    .remedy = Ask somebody who sees that company, or an administrator.
job-too-many = { $count } pieces of long work are under way already.
    .remedy = Wait until one of them has ended.

## Webhooks

webhook-url = "{ $value }" is no address that can be told anything.
    .remedy = Write it as https://host/path, without user, password and #.
webhook-address-private = { $host } is an address of this machine or a private network.
    .remedy = Name an address others can reach, or have the administrator allow private addresses.
webhook-no-event = The webhook is told nothing.
    .remedy = Choose at least one event.
webhook-no-company = The webhook is told of no company.
    .remedy = Name at least one company, or leave companies out for all.
webhook-not-found = There is no webhook { $webhook }.
    .remedy = The list of webhooks shows their numbers.

## Buyers

view-not-found = There is no saved view { $name }.
    .remedy = It may have been deleted meanwhile; save it again.
co-insured-not-master = Company { $company } does not keep the insurance data; { $master } does.
    .remedy = Choose the master company of the insured group.
co-insured-main-not-insured = Account { $account } has no cover of its own on { $date }, so nobody can be co-insured under it.
    .remedy = Give it named or unnamed cover first, or choose another insured customer.
co-insured-other-policy = Account { $account } is insured under { $policy }, not under { $typed }.
    .remedy = Leave insurer and policy number empty, or choose those of the insured customer.
co-insured-not = Account { $account } is not co-insured on { $date }.
    .remedy = Choose a day on which it is.
buyer-exists = There is a buyer { $account } already.
    .remedy = Edit its master data on its page.
buyer-not-found = There is no buyer { $account }.
    .remedy = Search for it in the list of buyers by name or number.

## API

query-unknown = There is no query parameter { $field } here.
    .remedy = Known are: { $known }.
query-value = { $field }: "{ $value }" is not taken.
    .remedy = Known are: { $known }.
cursor-unknown = The cursor "{ $value }" leads nowhere.
    .remedy = Take the value of next in the answer before, or begin without a cursor.
precondition-missing = The change does not say which version of the record it is for.
    .remedy = Send If-Match with the ETag of what you read.

## Runs and long work on the pages

job-not-found = This work is not there any more.
    .remedy = Start it again; results are kept for a while only.
run-preview-outdated = Something was recorded since this preview, and the run would come out otherwise now.
    .remedy = Make a new preview, look at its differences, and make that one final.
run-preview-past = A preview of what was known at an earlier date cannot be made final.
    .remedy = Make a preview without that date.

## Import pages

import-no-file = No file was chosen.
    .remedy = Choose at least one file.
import-too-many-files = More than { $limit } files were chosen.
    .remedy = Import them in several steps.
import-file-name = The name of { $file } is none of the kinds.
    .remedy = Name it after what it holds, such as items.csv; a policy ends in .toml.
import-file-twice = There are two files { $file }.
    .remedy = Put them into one file, or import one after the other.

## Settings

setting-oidc-role = "{ $value }" gives no group a role.
    .remedy = Write one group a line, as group = role; roles are { $known }.
webhook-disabled = Webhook { $webhook } is switched off.
    .remedy = Switch it on again, then send the test.

## Reports

report-not-found = There is no report { $report }.
    .remedy = These are known: { $known }.
report-parameter-unknown = The report { $report } has no value { $parameter }.
    .remedy = It takes: { $known }.
report-parameter-missing = The report { $report } needs { $parameter }.
    .remedy = Give { $parameter }, or the number of a final run where it shows one.
report-parameter-value = This is no value for { $parameter }.
    .remedy = Expected: { $expected }.
report-run-or-preview = Run { $run } says itself what it is about.
    .remedy = Give only the run, or leave it out and ask for a preview.
report-of-other-run = Run { $run } is no { $report }.
    .remedy = Use the report { $fitting } for it.
report-of-other-procedure = Policy { $policy } declares by another procedure than { $report }.
    .remedy = Use the report { $fitting } for it.
report-format-missing = It is not said what the report is written as.
    .remedy = Give --format with one of { $known }, or a file whose name ends so.
report-format-not-offered = The report { $report } cannot be written as { $format }.
    .remedy = It can be written as: { $known }.
report-part-unknown = { $nearest ->
        [none] The report { $report } has no part { $part }.
       *[other] The report { $report } has no part { $part }; is { $nearest } meant?
    }
    .remedy = Its parts are: { $known }.
layout-too-long = The layout file is longer than { $limit } bytes.
    .remedy = Check that this is the layout and not the data.
layout-syntax = The layout is not valid TOML: { $reason }.
    .remedy = Write one key per line as key = value, texts in double quotes, each column under [[column]].
layout-unknown-key = { $nearest ->
        [none] A layout has no key { $key } here.
       *[other] A layout has no key { $key } here; is { $nearest } meant?
    }
    .remedy = Known here: { $known }. Keys of the whole file stand before the first [[column]].
layout-missing-key = The layout lacks { $key }.
    .remedy = A layout needs report, file_name and a [[column]] with value or text for each column.
layout-bad-value = { $expected ->
        [text] { $key } takes a text that is not empty.
        [true-or-false] { $key } takes true or false.
        [one-character] { $key } takes one character that is no letter, digit, quote or sign of a number.
        [other-sign] Decimals and thousands have the same sign.
        [file-name] A file name ends in .csv, .txt or .xlsx.
        [date-format] This is not a date format with one day, one month and one year.
        [encoding] This encoding is not known.
        [quotes] quotes takes "needed" or "all".
        [line_end] line_end takes "crlf" or "lf".
        [rows] rows takes a list of "line", "group", "subtotal", "total".
        [lines] { $key } takes a list of rows, each a list of texts.
        [values] { $key } takes texts by texts.
        [value-or-text] A column has either a value or a text.
       *[tables] { $key } is a table with two brackets, [[{ $key }]], once per column, at most 500 times.
    }
    .remedy = { $expected ->
        [date-format] Write for example "%d.%m.%Y", with %d, %m and %Y or %y.
        [encoding] Use "utf-8", "utf-8-bom", "windows-1252" or "iso-8859-15".
        [lines] Write for example before = [["Declaration", "{"{"}policy{"}"}"]].
        [values] Write for example values = {"{"} true = "Y", false = "N" {"}"}.
       *[other] Correct it, or remove the key: what is left out has a default.
    }
layout-other-report = The layout is for { $layout_report }, not for { $report }.
    .remedy = Use it with that report, or correct its key report.
layout-unknown-column = { $nearest ->
        [none] The table has no column { $column }.
       *[other] The table has no column { $column }; is { $nearest } meant?
    }
    .remedy = Its columns are: { $known }.
layout-unknown-fact = { $nearest ->
        [none] The report says nothing of { $fact }.
       *[other] The report says nothing of { $fact }; is { $nearest } meant?
    }
    .remedy = In braces may stand: { $known }.
layout-name = A layout's name has 1 to { $limit } letters, digits or the signs - and _.
    .remedy = Correct the name; with the insurer's code in front it is written as ACR/balance.
layout-not-found = There is no layout { $layout }.
    .remedy = These are kept: { $known }.
dispatch-no-recipient = Nobody is named to send to.
    .remedy = Give --to with a mail address or --drop with a folder; on the page an address or the folder.
dispatch-too-many = One command sends to at most { $limit } recipients.
    .remedy = Send in several commands.
dispatch-address = This is no mail address.
    .remedy = Write it as name@insurer.example, one at a time.
dispatch-too-large = The file has { $size } bytes; at most { $limit } are sent.
    .remedy = Send it as CSV or XLSX, which are smaller, or hand it over in another way.
dispatch-sent-already = { $recipient } had this file already, with dispatch { $dispatch } of { $at }.
    .remedy = Nothing needs to be done. To send it all the same, say --again, or tick it on the page.
dispatch-unknown = Nobody knows whether dispatch { $dispatch }, begun { $at }, has arrived: it was interrupted.
    .remedy = Ask the recipient. Then try it again with "obligo dispatches retry { $dispatch } --even-if-unknown".
dispatch-not-failed = Dispatch { $dispatch } has not failed.
    .remedy = Only what failed is tried again. To send the same file once more, send the report with --again.
dispatch-not-found = There is no dispatch { $dispatch }.
    .remedy = See "obligo dispatches", or the register of dispatches.
dispatch-failed = Dispatch { $dispatch } to { $recipient } failed: { $reason }.
    .remedy = It is in the register. Mend the cause, then "obligo dispatches retry { $dispatch }".
mail-not-set-up = No mail server is set up.
    .remedy = Enter server and sender in the settings of the house, or set OBLIGO_MAIL_SERVER and OBLIGO_MAIL_FROM.
mail-server = This is no mail server.
    .remedy = Write smtps://user@host:465, smtp+starttls://user@host:587 or smtp://host:25, without a password.
mail-plain = A password would travel to { $host } unencrypted.
    .remedy = Use smtps:// or smtp+starttls://, or leave out the user.
mail-from = This is no sender of mails.
    .remedy = Write an address, or Name <address>.
mail-password-missing = The mail server asks for a password, and { $variable } is not set.
    .remedy = Set it in the environment of the program.
drop-folder-not-set-up = The house has no folder to put files into.
    .remedy = Name one in the settings of the house, or set OBLIGO_DROP_FOLDER.
report-records-nothing = The report { $report } records nothing.
    .remedy = Ask for it without recording.
report-no-request = No limit request under policy { $policy } waits for an answer.
    .remedy = Record one: give the buyer, the requested sum and that it is to be recorded.
report-on-terminal = A terminal cannot show { $format }.
    .remedy = Give a file with -o FILE, or send the output into one.
report-file-exists = The file { $file } exists.
    .remedy = Give another name, or --force to replace it.
report-unwritable = The file { $file } cannot be written: { $why }.
    .remedy = Check that its folder exists and that you may write there.

## Ledgers of other programs

books-wrong-kind = A file of the format { $format } cannot be imported as { $kind }.
    .remedy = It can be imported as: { $kinds }.
books-company = Whose ledger this is cannot be told; companies on record: { $known }.
    .remedy = Name the company under [books] in a map file, for example company = "1000".
books-too-many-debtors = The file has more than { $limit } debtors.
    .remedy = Split the file.
unmatched-file-exists = The file { $path } exists; the list of what was not placed never replaces a file.
    .remedy = Choose another name, or move the file away.
unmatched-unwritable = The list of what was not placed cannot be written to { $path }: { $why }.
    .remedy = Check the folder and its permissions, or choose another name.
warning-no-due-date = { $count ->
        [one] One invoice has no due date, and its buyer no payment terms: "{ $terms }" was taken.
       *[other] { $count } invoices have no due date, and their buyers no payment terms: "{ $terms }" was taken.
    }
    .remedy = Record payment terms for the buyers before the items, or name others as payment_terms under [books] in a map file.

## Blocks, orders, order checks

reason-too-long = A reason has at most { $limit } characters.
    .remedy = Say it in fewer words; what is longer belongs into a note.
block-ends-before-start = The block would end on { $until }, before it begins on { $from }.
    .remedy = Give a later last day, or none: then it lasts until somebody lifts it.
block-in-force = { $by } has blocked this buyer already, since { $from }: { $reason }
    .remedy = Lift that block first if another one is to take its place.
block-not-found = { $account } is not blocked.
    .remedy = Nothing needs to be lifted; an order that a check has stopped is released by its number.
order-amount-negative = What is ordered cannot come to less than 0: { $value }.
    .remedy = Give what the whole order comes to; what is taken back of it is a credit note once it is invoiced.
order-currency-unknown = "{ $value }" is no currency.
    .remedy = Give the three letters of ISO 4217, for example EUR.
order-terms-unknown = The payment terms { $value } are not understood.
    .remedy = Write them as "30", "30 days", "2 months", "30 eom" or "cash", or leave them out: then those of the buyer hold.
order-number-missing = An order that is to be recorded needs a number.
    .remedy = Give the number it has in your order entry.
order-number-too-long = An order number has at most { $limit } characters.
    .remedy = Give the number only.
order-closed = Order { $order } is { $state ->
        [cancelled] cancelled
       *[invoiced] invoiced
    } already.
    .remedy = Take another number for a new order.
order-not-found = There is no order { $order }.
    .remedy = List the orders with "obligo orders", or see them under Credit control, Orders.
order-ambiguous = There are { $count } orders with the number { $order }.
    .remedy = Name the account it is of, with --account.
order-not-stopped = Order { $order } is not stopped but { $state ->
        [open] open
        [released] released
        [delivered] delivered
        [invoiced] invoiced
       *[cancelled] cancelled
    }.
    .remedy = Only an order that a check has stopped is released.
order-buyer-blocked = Order { $order } cannot be released: { $by } has blocked its buyer since { $from }.
    .remedy = Lift the block of the buyer first, then release the order.
order-release-authority = { $kind ->
    [nobody] Nobody may release order { $order } of { $amount }: the approval ladder of the credit policy ends below it.
    [clerk] Order { $order } of { $amount } is released by a clerk: so the credit policy says.
    [manager] Order { $order } of { $amount } is released by a manager: so the credit policy says.
    [administrator] Order { $order } of { $amount } is released by an administrator: so the credit policy says.
   *[user] Order { $order } of { $amount } is released by { $who }: so the credit policy says.
    }
    .remedy = { $kind ->
        [nobody] Have a step for such amounts put into the approval ladder.
       *[user] Ask them to release it.
        }
order-release-same-person = The credit policy asks for two people: whoever took order { $order } does not release it.
    .remedy = Ask somebody else with authority for this amount.
figures-computing = The ledger is being changed, and the figures of the payer are being computed anew.
    .remedy = Send the order again in a moment.
payer-circle = These accounts pay for one another in a circle: { $accounts }.
    .remedy = Leave the payer of the account empty that pays in the end.
credit-limit-whose = A credit limit belongs either to an account or to a credit group.
    .remedy = Fill in account or group, and leave the other empty.
credit-limit-not-a-payer = Account { $account } does not pay itself: its payer is { $payer }.
    .remedy = Name the payer. Limits and credit groups are the payer's, for all customers it pays for.
credit-group-not-found = There is no credit group { $group }.
    .remedy = Import it with credit_groups first, or correct the code.
credit-group-differs = Credit group { $group } has another name or currency further up in this file.
    .remedy = Give all rows of the group the same name and currency.
credit-group-form = This is not the code of a credit group.
    .remedy = Use at most { $limit } characters without a slash.
payer-not-found = Account { $account } is no payer.
    .remedy = Name an account that pays; "obligo payers" lists them.

## Work list of credit control

managers-range = This is no range of credit managers.
    .remedy = Write both ends with two dots between, KM1..KM3; an end may be left out, and one code alone means just that one.
action-code-unknown = The action code { $action } is not defined in the credit policy.
    .remedy = Defined are: { $known }. Add others to the section [actions] of the credit policy.
action-without-reason = The criterion { $criterion } has not brought the payer onto the work list.
    .remedy = { $count ->
        [0] No criterion has. Run "obligo monitor" first, or write a note.
       *[other] These have: { $fired }. What is done beside them goes into a note.
        }
criterion-unknown = There is no criterion { $criterion }.
    .remedy = Known are: { $known }.
follow-up-nothing = Nothing is to be changed.
    .remedy = Give a follow-up date or a stop date, or none to clear one.
promise-without-date = A payment is promised, but not until when.
    .remedy = Enter the day until which it was promised.
promise-amount = This is not an amount above 0 in { $currency }.
    .remedy = Enter the amount promised with the decimals of the currency.
note-item-foreign = Item { $item } belongs to somebody else.
    .remedy = Link items of the payer, or of a customer it pays for.
follow-up-note-not-found = There is no note { $note }.
    .remedy = "obligo notes list --all" shows the numbers of all notes.
note-closed = Note { $note } is closed already.
    .remedy = Write a new one if there is more to say.
amount-not-positive = The amount must be above 0.
    .remedy = Write what is meant, without a sign.
limit-policy-unclear = { $account } has no cover, and there are several policies: { $known }.
    .remedy = Say which policy is meant.
limit-request-pending = A limit request for { $account } waits already: number { $request } of { $on } for { $currency } { $amount }.
    .remedy = Change or withdraw that one, or record its answer first: one request per buyer and policy waits at a time.
limit-request-not-found = There is no limit request { $request }.
    .remedy = "obligo limit-requests list --all" shows the numbers of all requests.
limit-request-date-ahead = A limit request has nothing on { $value } yet: today is { $today }.
    .remedy = Give today or a day before it.
limit-request-answer-early = The insurer cannot have answered limit request { $request } on { $value }: it was sent on { $sent_on }.
    .remedy = Give the day of the answer, or withdraw the request and draft it again with the right day.
limit-request-answer-above = Limit request { $request } cannot be partly approved with { $value }: { $currency } { $requested } was requested.
    .remedy = Correct the sum, or give the response the insurer gave: 2 is approved.
limit-request-state = { $state ->
    [draft] Limit request { $request } for { $account } has not been sent.
    [sent] Limit request { $request } for { $account } has been sent already.
    [answered] Limit request { $request } for { $account } has been answered.
    [withdrawn] Limit request { $request } for { $account } has been withdrawn.
   *[other] A later request took the place of limit request { $request } for { $account }.
    }
    .remedy = Only a draft can be sent, only what was sent can be answered, and only what waits can be withdrawn.
excess-nothing-accepted = No excess is accepted for { $account } on { $on }, so nothing can be withdrawn.
    .remedy = "obligo decisions" shows what is accepted.
excess-above-ladder = Nobody may accept { $amount }: the approval ladder ends below it.
    .remedy = Accept less, or add a step to the ladder.
excess-two-people = { $amount } is accepted by two people: so the approval ladder says.
    .remedy = Propose it on the page of the decision, and have a second person approve it.
excess-not-approver = { $kind ->
    [clerk] By the approval ladder of the credit policy this amount is approved by a clerk.
    [manager] By the approval ladder of the credit policy this amount is approved by a manager.
    [administrator] By the approval ladder of the credit policy this amount is approved by an administrator.
   *[user] By the approval ladder of the credit policy this amount is approved by { $approver }.
    }
    .remedy = Ask them to approve it.

## Reminders and collection

interest-rate-range = A rate of interest here is from { $from } to { $to } per cent with at most four decimals.
    .remedy = Write per cent a year, such as 2.15 for 2.15 %.
interest-rate-overlap = For { $country } rates up to { $until } would overlap those known from { $known_from } to { $known_until }.
    .remedy = Give a last day before the next rates begin, or correct those known with a record of the same first day.
reminder-date-ahead = Reminders cannot be proposed for { $date }: today is { $today }.
    .remedy = Give today or a day before it.
reminder-not-found = There is no reminder { $reminder }.
    .remedy = See the letters under Reminders, or with "obligo reminders list".
reminder-not-proposed = Reminder { $reminder } can no longer be changed or sent: { $state ->
        [sent] it has been sent
        [superseded] a later proposal took its place
       *[other] it is left out
    }.
    .remedy = Propose reminders again, or take a left out one back in first.
reminder-level = { $value } is no reminder level.
    .remedy = Give a level from 1 to { $limit }.
reminder-charge = { $value } is no charge in { $currency }.
    .remedy = Give an amount of 0 or more, with a point before the decimals.
reminder-charge-above-open = { $currency } { $value } is more than the { $open } that the letter reminds of.
    .remedy = Give a charge of at most that, or leave it to the credit policy.
reminder-language = Letters are not written in the language { $value }.
    .remedy = Give one of { $known }.
reminder-message-too-long = The text of a letter has at most { $limit } characters.
    .remedy = Shorten it.
reminder-item-not-in = The item { $item } is not in reminder { $reminder }.
    .remedy = See its items on its page, or with "obligo reminders show { $reminder }".
reminder-nothing-left = No item would be left in reminder { $reminder }.
    .remedy = Leave the whole letter out instead.
reminder-send-date = A reminder cannot be dated { $value }: it is sent from { $from } to { $until }.
    .remedy = Give a day from that of the letter to today.
reminder-nothing-to-send = No reminder is proposed.
    .remedy = Propose reminders first, under Reminders or with "obligo reminders propose".
reminder-one-address = { $count } reminders cannot go to one mail address.
    .remedy = Send each by itself, or all of them on paper or into a folder.
collection-nothing = No item of { $account } is ready for collection.
    .remedy = Name the items, or propose reminders first: after the last level items become ready.
collection-item = The item { $item } cannot be handed over: it is not an overdue open item of { $account }, or in collection already.
    .remedy = Look at the item on its page, or with "obligo explain { $item }".
collection-agency = Who collects must be named, and agency and reference have at most { $limit } characters.
    .remedy = Name the agency; on the command line with --agency.
collection-date-ahead = Collection cannot begin on { $value }: today is { $today }.
    .remedy = Give today or a day before it.
collection-stops-cover = Under policy { $policy } starting collection stops cover for new deliveries to this buyer.
    .remedy = Confirm it and give a reason if that is meant; on the command line with --confirm and --reason.
collection-deadline-near = The policy's own day for handing over to collection is { $date }: the insurer may want to be told how it is done.
    .remedy = Confirm it and give a reason; on the command line with --confirm and --reason.
collection-not-found = There is no collection assignment { $assignment }.
    .remedy = See the assignments under Collection, or with "obligo collection list".
collection-not-assigned = Nothing of collection assignment { $assignment } can be taken back: the items named are not in it, or not any more.
    .remedy = See the assignments under Collection, or with "obligo collection list".
selection-date-ahead = The work list cannot be selected for { $date }: the latest day is { $than }.
    .remedy = Give { $than } or a day before it.
selection-date-before = The work list stands at { $than }; a selection for { $date } would undo what was done since.
    .remedy = Give { $than } or a later day. A trial run may look at an earlier day.
