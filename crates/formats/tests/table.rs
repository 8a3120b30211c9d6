//! Headers, typed fields and map files (R14.1).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::result_large_err)]

use obligo_formats::map::{MapFile, Mapping};
use obligo_formats::schema::{ALL, Schema, buyers, events, items, rates, settlements};
use obligo_formats::table::{Record, Table};
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;

fn fact(problem: &Problem, name: &str) -> String {
    problem.facts.iter().find(|(fact, _)| *fact == name).map(|(_, text)| text.clone()).unwrap_or_default()
}

fn opened<'a>(text: &'a str, schema: &'static Schema, mapping: &Mapping) -> Result<Table<&'a [u8]>, Problem> {
    Table::open("t.csv", text.as_bytes(), schema, mapping)
}

/// Every record as one line, or the problem as `code @line column`.
fn records(text: &str, schema: &'static Schema, mapping: &Mapping, columns: &[usize]) -> Vec<String> {
    let mut table = match opened(text, schema, mapping) {
        Ok(table) => table,
        Err(problem) => return vec![told(&problem)],
    };
    let mut out = Vec::new();
    loop {
        match table.next_record() {
            Ok(Some(record)) => {
                let fields: Vec<&str> = columns.iter().map(|column| record.text(*column)).collect();
                out.push(fields.join("|"));
            }
            Ok(None) => return out,
            Err(problem) => out.push(told(&problem)),
        }
    }
}

fn told(problem: &Problem) -> String {
    let line = problem.place.line.map(|line| format!(" @{line}")).unwrap_or_default();
    format!("{}{line} {}", problem.code, problem.place.column.as_deref().unwrap_or_default())
        .trim_end()
        .to_owned()
}

#[test]
fn r14_1_the_header_is_checked_against_the_kind() {
    for (header, expected, nearest) in [
        ("date,base,currency,rate", "", ""),
        (" rate , currency,base,date", "", ""),
        ("date,base,currency,rate,date", "csv-duplicate-column @1 date", ""),
        ("date,base,currency,rates", "csv-unknown-column @1 rates", "rate"),
        ("Date,base,currency,rate", "csv-unknown-column @1 Date", "date"),
        ("date,base,currency", "csv-missing-column @1 rate", "none"),
        ("date,base,currency,rate,", "csv-column-without-name @1", ""),
        ("qqq", "csv-unknown-column @1 qqq", "none"),
    ] {
        let result = opened(header, &rates::SCHEMA, &Mapping::plain());
        let problem = result.map(|_| ()).err();
        assert_eq!(problem.as_ref().map(told).unwrap_or_default(), expected, "{header}");
        assert_eq!(problem.map(|problem| fact(&problem, "nearest")).unwrap_or_default(), nearest, "{header}");
    }
    let problem = opened("account", &items::SCHEMA, &Mapping::plain()).map(|_| ()).unwrap_err();
    assert_eq!(fact(&problem, "missing"), "company, document_no, kind, document_date, currency, amount");
}

#[test]
fn r14_1_a_row_with_a_wrong_count_of_fields_is_refused_and_reading_goes_on() {
    let text =
        "date,base,currency,rate\n2024-01-02,EUR\n2024-01-02,EUR,USD,1.1,9\n,,,\n,\n2024-01-02,EUR,USD,1.2\n";
    assert_eq!(
        records(text, &rates::SCHEMA, &Mapping::plain(), &[rates::RATE]),
        ["csv-too-few-fields @2", "csv-too-many-fields @3", "1.2"]
    );
    let mut table = opened("date,base,currency,rate\n", &rates::SCHEMA, &Mapping::plain()).unwrap();
    assert!(table.next_record().unwrap().is_none());
    assert_eq!((table.records(), table.without_records().code), (0, "csv-header-only"));
    assert!(table.has(rates::RATE));
}

/// Reads one row of an items file with the columns named in the header.
fn with_item<T>(columns: &str, row: &str, map: &str, read: impl Fn(&Record) -> T) -> T {
    let header = format!("company,document_no,kind,account,document_date,currency{columns}");
    let separator = if columns.starts_with(';') { ";" } else { "," };
    let header = header.replace(',', separator);
    let text = format!("{header}\n{}{row}\n", "1,2,credit_note,4,2024-05-06,EUR".replace(',', separator));
    let mapping = MapFile::parse("m.toml", map).unwrap().mapping(&items::SCHEMA);
    let mut table = opened(&text, &items::SCHEMA, &mapping).unwrap();
    let record = table.next_record().unwrap().unwrap();
    read(&record)
}

type Read = fn(&Record) -> Result<(), Problem>;

#[test]
fn r14_1_typed_fields_name_file_line_column_and_value() {
    let code = |result: Result<(), Problem>| match result {
        Ok(()) => String::new(),
        Err(problem) => {
            assert_eq!(problem.place.file.as_deref(), Some("t.csv"));
            format!("{} {}", told(&problem), problem.place.value.as_deref().unwrap_or_default())
        }
    };
    let euro = Currency::EUR;
    for (value, expected) in [
        ("1.50", ""),
        (" 1.50 ", ""),
        ("", "field-missing @2 amount "),
        ("1,50", "field-not-an-amount @2 amount 1,50"),
        ("x", "field-not-an-amount @2 amount x"),
        ("1.505", "field-too-many-decimals @2 amount 1.505"),
        ("99999999999999", "field-amount-too-large @2 amount 99999999999999"),
    ] {
        let row = format!(",\"{value}\"");
        let read =
            with_item(",amount", &row, "", |record| record.required_minor(items::AMOUNT, euro).map(|_| ()));
        assert_eq!(code(read), expected, "{value}");
    }
    let table: [(&str, &str, Read, &str); 12] = [
        ("posting_date", "2024-02-29", |r| r.day(items::POSTING_DATE).map(|_| ()), ""),
        ("posting_date", "", |r| r.day(items::POSTING_DATE).map(|_| ()), ""),
        (
            "posting_date",
            "2023-02-29",
            |r| r.day(items::POSTING_DATE).map(|_| ()),
            "field-not-a-date @2 posting_date 2023-02-29",
        ),
        (
            "posting_date",
            "",
            |r| r.required_day(items::POSTING_DATE).map(|_| ()),
            "field-missing @2 posting_date ",
        ),
        ("secured", "true", |r| r.boolean(items::SECURED).map(|_| ()), ""),
        (
            "secured",
            "TRUE",
            |r| r.boolean(items::SECURED).map(|_| ()),
            "field-not-true-or-false @2 secured TRUE",
        ),
        ("rate", "1.1", |r| r.decimal(items::RATE).map(|_| ()), ""),
        ("rate", "1.1.1", |r| r.decimal(items::RATE).map(|_| ()), "field-not-a-number @2 rate 1.1.1"),
        ("branch", "1a", |r| r.int(items::BRANCH).map(|_| ()), "field-not-a-number @2 branch 1a"),
        ("branch", "", |r| r.required(items::BRANCH).map(|_| ()), "field-missing @2 branch "),
        ("branch", "9", |r| r.currency(items::BRANCH).map(|_| ()), "field-not-a-currency @2 branch 9"),
        ("origin", "a", |r| r.one_of(items::ORIGIN).map(|_| ()), "field-not-one-of @2 origin a"),
    ];
    for (column, value, read, expected) in table {
        let result = with_item(&format!(",amount,{column}"), &format!(",1,{value}"), "", read);
        assert_eq!(code(result), expected, "{column} {value}");
    }
    let events = "event,date\ninsolvensy,2024-01-01\n";
    let mut table = opened(events, &events::SCHEMA, &Mapping::plain()).unwrap();
    let problem = table.next_record().unwrap().unwrap().one_of(events::EVENT).unwrap_err();
    assert_eq!((problem.code, fact(&problem, "nearest").as_str()), ("field-not-one-of", "insolvency"));
}

#[test]
fn r0_1_amounts_follow_the_formats_and_signs_of_the_map() {
    for (value, delimiter, map, expected) in [
        ("1.234,56", ";", "decimal = \",\"\nthousands = \".\"", Ok(123_456)),
        ("1234,56", ";", "", Ok(123_456)),
        ("1234,56", ",", "", Err("field-not-an-amount")),
        ("10.005", ",", "round_amounts = true", Ok(1_001)),
        ("10.00", ",", "[sign]\namount = \"negate\"", Ok(-1_000)),
        ("10.00", ",", "[sign]\namount = \"by_kind\"", Ok(-1_000)),
        ("-10.00", ",", "[sign]\namount = \"by_kind\"\n[fixed]\nkind = \"bill\"", Ok(1_000)),
        ("n/a", ",", "[values.amount]\n\"n/a\" = \"0\"", Ok(0)),
    ] {
        let read =
            with_item(&format!("{delimiter}amount"), &format!("{delimiter}\"{value}\""), map, |record| {
                record.required_minor(items::AMOUNT, Currency::EUR).map_err(|problem| problem.code)
            });
        assert_eq!(read, expected, "{value} {map}");
    }
}

#[test]
fn r14_1_free_texts_keep_their_blanks_and_codes_do_not() {
    let text = "account,name\n 17 ,\"  Two  \"\n";
    assert_eq!(
        records(text, &buyers::SCHEMA, &Mapping::plain(), &[buyers::ACCOUNT, buyers::NAME]),
        ["17|  Two  "]
    );
}

const LEDGER: &str = "\
,land,customer,number,issued,due,total,disputed,settled,paper\r
1,391,A-01,0001,1/2/2013,2/1/2013,55.945,No,1/15/2013,x\r
2,818,A-02,0002,10/25/2012,11/24/2012,72.27,Yes,,x\r
3,391,A-01,0003,12/31/2012,1/30/2013,-8,No,,x\r
";

const LEDGER_MAP: &str = r#"
date_format = "%m/%d/%Y"
round_amounts = true
ignore = ["", "paper"]

[columns]
account = "customer"
document_no = "number"
amount = "total"

[fixed]
company = "01"
currency = "USD"

[number]
document_no = "no_leading_zeros"

[items.columns]
document_date = "issued"
net_due_date = "due"
[items.values.disputed]
Yes = true
No = false
[items.kind_by_sign]
positive = "invoice"
negative = "credit_note"

[settlements.columns]
date = "settled"
[settlements.fixed]
kind = "invoice"
method = "payment"
[settlements.skip]
settled = [""]

[buyers]
distinct = true
[buyers.columns]
country = "land"
[buyers.number]
account = "digits"
[buyers.values.country]
391 = "JP"
"*" = "EG"
[buyers.fixed]
name = "unknown"
"#;

#[test]
fn r14_1_one_map_serves_three_imports_of_one_file() {
    let map = MapFile::parse("m.toml", LEDGER_MAP).unwrap();
    let mapped =
        |schema: &'static Schema, columns: &[usize]| records(LEDGER, schema, &map.mapping(schema), columns);
    {
        use items::{ACCOUNT, AMOUNT, COMPANY, DISPUTED, DOCUMENT_DATE, DOCUMENT_NO, KIND};
        assert_eq!(
            mapped(&items::SCHEMA, &[COMPANY, ACCOUNT, DOCUMENT_NO, KIND, DOCUMENT_DATE, AMOUNT, DISPUTED]),
            [
                "01|A-01|1|invoice|1/2/2013|55.945|false",
                "01|A-02|2|invoice|10/25/2012|72.27|true",
                "01|A-01|3|credit_note|12/31/2012|-8|false",
            ]
        );
    }
    {
        use settlements::{AMOUNT, COMPANY, DOCUMENT_NO, KIND, METHOD};
        assert_eq!(
            mapped(&settlements::SCHEMA, &[COMPANY, DOCUMENT_NO, KIND, AMOUNT, METHOD]),
            ["01|1|invoice|55.945|payment"]
        );
    }
    {
        use buyers::{ACCOUNT, COUNTRY, CURRENCY, NAME};
        assert_eq!(
            mapped(&buyers::SCHEMA, &[ACCOUNT, COUNTRY, CURRENCY, NAME]),
            ["01|JP|USD|unknown", "02|EG|USD|unknown"]
        );
    }
    let mapping = map.mapping(&items::SCHEMA);
    let mut table = opened(LEDGER, &items::SCHEMA, &mapping).unwrap();
    let record = table.next_record().unwrap().unwrap();
    let dollar = record.currency(items::CURRENCY).unwrap().unwrap();
    assert_eq!(record.required_minor(items::AMOUNT, dollar).unwrap(), 5_595);
    assert_eq!(record.required_day(items::NET_DUE_DATE).unwrap().to_string(), "2013-02-01");
    assert_eq!(record.problem(items::NET_DUE_DATE, "x").place.column.as_deref(), Some("due"), "their name");
}

#[test]
fn r14_1_rows_are_kept_skipped_and_told_apart_as_the_map_says() {
    let text = "type,account,name,branch\nD,1,One,1\nK,2,Two,\nD,1,Uno,2\nD,3,Three,9\n";
    for (map, expected) in [
        ("ignore_unknown = true", vec!["1|One", "2|Two", "1|Uno", "3|Three"]),
        ("[keep]\ntype = [\"D\"]", vec!["1|One", "1|Uno", "3|Three"]),
        ("[skip]\ntype = [\"D\"]", vec!["2|Two"]),
        ("ignore = [\"type\"]\n[skip]\nbranch = [\"\", \"9\"]", vec!["1|One", "1|Uno"]),
        ("ignore = [\"type\"]\n[buyers]\ndistinct = [\"account\"]", vec!["1|One", "2|Two", "3|Three"]),
        (
            "ignore = [\"type\"]\n[skip]\nnet_due_date = [\"\"]\nbranch = [\"9\"]",
            vec!["1|One", "2|Two", "1|Uno"],
        ),
        ("", vec!["csv-unknown-column @1 type"]),
        ("[columns]\nname = \"nam\"", vec!["map-column-not-in-file @2 name"]),
        ("[skip]\ntipe = [\"\"]", vec!["map-column-not-in-file @2 tipe"]),
        ("header_line = 99", vec!["csv-header-line-beyond-end"]),
    ] {
        let mapping = MapFile::parse("m.toml", map).unwrap().mapping(&buyers::SCHEMA);
        assert_eq!(
            records(text, &buyers::SCHEMA, &mapping, &[buyers::ACCOUNT, buyers::NAME]),
            expected,
            "{map}"
        );
    }
}

#[test]
fn r14_1_dates_in_the_maps_own_texts_are_ours() {
    let map = "date_format = \"%Y%m%d\"\n[values.posting_date]\n\"00000000\" = \"\"\n[fixed]\ndocument_date = \"2024-01-31\"";
    let dates = |value: &str| {
        with_item(",amount,posting_date", &format!(",1,{value}"), map, |record| {
            let posted = record.day(items::POSTING_DATE).map_err(|problem| fact(&problem, "format"));
            (
                record.required_day(items::DOCUMENT_DATE).unwrap().to_string(),
                posted.map(|day| day.map(|d| d.to_string())),
            )
        })
    };
    assert_eq!(dates("20240229"), ("2024-01-31".into(), Ok(Some("2024-02-29".into()))));
    assert_eq!(dates("00000000"), ("2024-01-31".into(), Ok(None)));
    assert_eq!(dates("20230229"), ("2024-01-31".into(), Err("%Y%m%d".into())));
}

#[test]
fn r14_1_a_map_file_is_refused_with_line_and_nearest_key() {
    for (map, expected, detail) in [
        ("delimitr = \";\"", "map-unknown-key @1 delimitr", "delimiter"),
        ("\n[colums]\na = \"b\"", "map-unknown-key @2 colums", "columns"),
        ("[itmes.columns]\n", "map-unknown-key @1 itmes", "items"),
        ("[items]\n\ndelimitr = \";\"", "map-unknown-key @3 delimitr", "delimiter"),
        ("[columns]\ndocumentno = \"x\"", "map-unknown-column @2 documentno", "document_no"),
        ("[buyers.columns]\ndocument_no = \"x\"", "map-unknown-column @2 document_no", "none"),
        ("[buyers]\ndistinct = [\"acount\"]", "map-unknown-column @2 acount", "account"),
        ("[fixed]\namount = \"1\"\n[columns]\namount = \"x\"", "map-column-twice @2 amount", ""),
        ("decimal = \",\"\nthousands = \",\"", "map-same-signs @2 thousands", ""),
        ("delimiter = \";;\"", "map-bad-value @1 delimiter", "one-character"),
        ("delimiter = 1", "map-bad-value @1 delimiter", "one-character"),
        ("encoding = \"utf8x\"", "map-bad-value @1 encoding", "encoding"),
        ("header_line = 0", "map-bad-value @1 header_line", "line-number"),
        ("date_format = \"%d.%q\"", "map-bad-value @1 date_format", "date-format"),
        ("round_amounts = \"yes\"", "map-bad-value @1 round_amounts", "true-or-false"),
        ("ignore = \"x\"", "map-bad-value @1 ignore", "texts"),
        ("columns = 1", "map-bad-value @1 columns", "table"),
        ("[columns]\namount = [1]", "map-bad-value @2 amount", "text"),
        ("[number]\naccount = \"x\"", "map-bad-value @2 account", "number-rule"),
        ("[sign]\namount = \"x\"", "map-bad-value @2 amount", "sign-rule"),
        ("[settlements.sign]\namount = \"by_kind\"", "map-bad-value @1 sign", "sign-rule"),
        ("[kind_by_sign]\npositive = \"x\"", "map-bad-value @2 positive", "item-kind"),
        ("[kind_by_sign]\npositive = \"invoice\"", "map-bad-value @1 kind_by_sign", "kind-by-sign"),
        ("[buyers]\ndistinct = 1", "map-bad-value @2 distinct", "distinct"),
        ("a = = 1", "map-syntax @1", ""),
    ] {
        let problem = MapFile::parse("m.toml", map).unwrap_err();
        assert_eq!(told(&problem), expected, "{map}");
        let found = fact(&problem, if problem.code == "map-bad-value" { "expected" } else { "nearest" });
        assert_eq!(found, detail, "{map}");
        assert_eq!(problem.place.file.as_deref(), Some("m.toml"));
    }
    let long = "#".repeat(2 * 1024 * 1024);
    assert_eq!(MapFile::parse("m.toml", &long).unwrap_err().code, "map-too-long");
    let deep = format!("ignore = {}", "[".repeat(500_000));
    assert_eq!(MapFile::parse("m.toml", &deep).unwrap_err().code, "map-syntax");
}

#[test]
fn r14_1_every_shared_key_of_a_map_fits_every_kind() {
    let map = MapFile::parse("m.toml", LEDGER_MAP).unwrap();
    for schema in ALL {
        let _ = map.mapping(schema);
    }
}

#[test]
fn r14_1_the_documented_map_is_valid() {
    let source = include_str!("../src/map.rs");
    let documented = source.lines().map_while(|line| line.strip_prefix("//!"));
    let blocks = documented.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect::<Vec<_>>().join("\n");
    let blocks: Vec<&str> = blocks.split("```").filter_map(|block| block.strip_prefix("toml")).collect();
    assert_eq!(blocks.len(), 2);
    for block in blocks {
        MapFile::parse("m.toml", block).unwrap();
    }
}
