use super::*;
use crate::books::{BookReader, Entry};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use std::io::Write as _;

/// An invoice of this number.
fn invoice(number: &str) -> Vec<u8> {
    let ram = "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100";
    format!(
        "<r:CrossIndustryInvoice xmlns:r=\"urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100\" xmlns:m=\"{ram}\">
<r:ExchangedDocument><m:ID>{number}</m:ID><m:TypeCode>380</m:TypeCode><m:IssueDateTime><m:DateTimeString format=\"102\">20260131</m:DateTimeString></m:IssueDateTime></r:ExchangedDocument>
<r:SupplyChainTradeTransaction><m:ApplicableHeaderTradeAgreement/><m:ApplicableHeaderTradeSettlement><m:InvoiceCurrencyCode>EUR</m:InvoiceCurrencyCode>
<m:SpecifiedTradeSettlementHeaderMonetarySummation><m:DuePayableAmount>1</m:DuePayableAmount></m:SpecifiedTradeSettlementHeaderMonetarySummation></m:ApplicableHeaderTradeSettlement></r:SupplyChainTradeTransaction></r:CrossIndustryInvoice>"
    )
    .into_bytes()
}

fn packed(data: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(data).unwrap();
    encoder.finish().unwrap()
}

/// Objects of a PDF, numbered from 1.
fn pdf(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec();
    for (index, object) in objects.iter().enumerate() {
        file.extend(
            format!("{} 0 obj\n", index + 1).bytes().chain(object.iter().copied()).chain(*b"\nendobj\n"),
        );
    }
    file.extend(b"trailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF\n");
    file
}

fn object(text: &str) -> Vec<u8> {
    text.as_bytes().to_vec()
}

/// A stream with these entries in its dictionary; the length is stated unless `entries` has one.
fn stream(entries: &str, data: &[u8]) -> Vec<u8> {
    let length = if entries.contains("/Length") { String::new() } else { format!("/Length {}", data.len()) };
    [format!("<<{entries}{length}>>stream\r\n").as_bytes(), data, b"\nendstream"].concat()
}

fn specification(name: &str, target: u32) -> Vec<u8> {
    object(&format!("<</Type/Filespec/F(x.xml)/UF{name}/EF<</F {target} 0 R>>>>"))
}

/// The number of the invoice, or the problem's code.
fn found(file: &[u8]) -> String {
    let document = open("invoice.pdf", file).and_then(|mut reader| reader.next_entry());
    match document {
        Ok(Some(Entry::Document(document))) => document.document_no,
        Ok(other) => panic!("{other:?}"),
        Err(problem) => {
            assert_eq!(problem.place.file.as_deref(), Some("invoice.pdf"));
            problem.code.to_owned()
        }
    }
}

#[test]
fn the_embedded_invoice_is_found_however_the_pdf_is_written() {
    let flate = "/Filter/FlateDecode";
    let inner = "4 0 <</Type/Filespec/UF(factur-x.xml)/EF<</UF 2 0 R>>>>";
    let in_objects = format!("/Type/ObjStm/N 1/First 4{flate}");
    let update = [
        pdf(&[specification("(factur-x.xml)", 2), stream("", &invoice("A"))]),
        b"2 0 obj\n".to_vec(),
        stream("", &invoice("B")),
        b"\nendobj".to_vec(),
    ]
    .concat();
    for (name, file, expected) in [
        ("plain", pdf(&[specification("(factur-x.xml)", 2), stream("", &invoice("A"))]), "A"),
        (
            "packed",
            pdf(&[specification("(ZUGFeRD-invoice.xml)", 2), stream(flate, &packed(&invoice("A")))]),
            "A",
        ),
        (
            "packed, as an array",
            pdf(&[
                specification("(xrechnung.xml)", 2),
                stream("/Filter[/FlateDecode]", &packed(&invoice("A"))),
            ]),
            "A",
        ),
        (
            "name in UTF-16",
            pdf(&[
                specification("<FEFF0066006100630074007500720 02D0078002E0078006D006C>", 2),
                stream("", &invoice("A")),
            ]),
            "A",
        ),
        (
            "name with brackets and escapes",
            pdf(&[specification("(\\146actur-x\\(1\\).(xml))", 2), stream("", &invoice("A"))]),
            "A",
        ),
        (
            "files in an object of their own",
            pdf(&[
                object("<</Type/Filespec/F(factur-x.xml)/EF 3 0 R>>"),
                stream("", &invoice("A")),
                object("<</F 2 0 R>>"),
            ]),
            "A",
        ),
        (
            "in the catalog",
            pdf(&[object("<</AF[<</UF(factur-x.xml)/EF<</F 2 0 R>>>>]>>"), stream("", &invoice("A"))]),
            "A",
        ),
        (
            "in an object stream",
            pdf(&[stream(&in_objects, &packed(inner.as_bytes())), stream("", &invoice("A"))]),
            "A",
        ),
        (
            "length in another object",
            pdf(&[
                specification("(factur-x.xml)", 2),
                stream("/Length 3 0 R", &invoice("A")),
                object("999999"),
            ]),
            "A",
        ),
        ("length wrong", pdf(&[specification("(factur-x.xml)", 2), stream("/Length 5", &invoice("A"))]), "A"),
        (
            "any name, if it is an invoice",
            pdf(&[
                specification("(order.xml)", 2),
                stream("", b"<order/>"),
                specification("(rechnung.xml)", 4),
                stream("", &invoice("A")),
            ]),
            "A",
        ),
        ("changed later", update, "B"),
    ] {
        assert_eq!(found(&file), expected, "{name}");
    }
}

#[test]
fn what_holds_no_invoice_ends_in_a_problem() {
    let whole = pdf(&[specification("(factur-x.xml)", 2), stream("", &invoice("A"))]);
    let encrypted = String::from_utf8_lossy(&whole).replace("/Root", "/Encrypt 9 0 R/Root").into_bytes();
    for (name, file, expected) in [
        ("no PDF", b"<invoice/>".to_vec(), "pdf-broken"),
        ("empty", Vec::new(), "pdf-broken"),
        ("a picture only", pdf(&[object("<</Type/Catalog>>")]), "pdf-without-invoice"),
        (
            "another file embedded",
            pdf(&[specification("(notes.txt)", 2), stream("", b"notes")]),
            "pdf-without-invoice",
        ),
        ("encrypted", encrypted, "pdf-encrypted"),
        ("encrypted, newer", pdf(&[stream("/Type/XRef/Encrypt 2 0 R", b"")]), "pdf-encrypted"),
        ("cut off", whole[..60].to_vec(), "pdf-broken"),
        ("cut off in the stream", whole[..whole.len() / 2].to_vec(), "pdf-broken"),
        ("the stream is missing", pdf(&[specification("(factur-x.xml)", 7)]), "pdf-broken"),
        (
            "damaged packing",
            pdf(&[specification("(factur-x.xml)", 2), stream("/Filter/FlateDecode", b"x\x9C damaged")]),
            "pdf-broken",
        ),
        (
            "unknown packing",
            pdf(&[specification("(factur-x.xml)", 2), stream("/Filter/Crypt", &invoice("A"))]),
            "pdf-broken",
        ),
        (
            "no invoice under its name",
            pdf(&[specification("(factur-x.xml)", 2), stream("", b"<html/>")]),
            "xml-wrong-root",
        ),
        (
            "no XML under its name",
            pdf(&[specification("(factur-x.xml)", 2), stream("", b"text")]),
            "xml-not-xml",
        ),
    ] {
        assert_eq!(found(&file), expected, "{name}");
    }
}

#[test]
fn hostile_pdfs_cost_no_more_than_plain_ones() {
    let zeros = packed(&vec![0; INVOICE_BYTES_MAX + 10]);
    let many = |piece: &str, count: usize| piece.repeat(count).into_bytes();
    let loops = [specification("(factur-x.xml)", 2), object("2 0 R"), object("<</EF 3 0 R/F 3 0 R>>")];
    let streams: Vec<Vec<u8>> =
        (0..3).map(|_| stream("/Type/ObjStm/N 1/First 4/Filter/FlateDecode", &zeros)).collect();
    let start = std::time::Instant::now();
    for (name, file, expected) in [
        (
            "an invoice that unpacks for ever",
            pdf(&[specification("(factur-x.xml)", 2), stream("/Filter/FlateDecode", &zeros)]),
            "pdf-too-large",
        ),
        ("object streams that do", pdf(&streams), "pdf-too-large"),
        ("objects that name themselves", pdf(&loops), "pdf-broken"),
        ("dictionaries in dictionaries", pdf(&[many("<</A", 200_000)]), "pdf-without-invoice"),
        ("keys that are dictionaries", pdf(&[many("<<", 200_000)]), "pdf-without-invoice"),
        ("arrays in arrays", pdf(&[many("[", 200_000)]), "pdf-without-invoice"),
        ("objects in objects", pdf(&[many("1 0 obj [ ", 30_000)]), "pdf-broken"),
        ("streams in streams", pdf(&[many("1 0 obj <</Type/ObjStm>>stream ", 30_000)]), "pdf-broken"),
        (
            "embedded files without number",
            pdf(&[many("<</EF<</F 1 0 R>>>>\n1 0 obj ", 30_000)]),
            "pdf-broken",
        ),
    ] {
        assert_eq!(found(&file), expected, "{name}");
    }
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}
