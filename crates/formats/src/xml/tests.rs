use super::*;

/// Reads a file to its end and tells it step by step, whole elements `w` with their text.
fn told(file: &[u8]) -> Result<String, Problem> {
    let mut xml = XmlReader::open(file, |uri| uri.is_empty() || uri == "urn:a")?;
    let mut told = Vec::new();
    loop {
        match xml.step()? {
            Step::Open(element) if element.name == "w" => {
                let whole = xml.whole(element)?;
                let children = whole.children.iter().map(|child| format!("{}={}", child.name, child.text));
                let children: Vec<String> = children.collect();
                told.push(format!("{}:{}[{}]", whole.line, whole.text, children.join(" ")));
            }
            Step::Open(element) if element.name == "s" => xml.skip()?,
            Step::Open(element) => told.push(format!("{}:{}", element.line, xml.path())),
            Step::Close => {}
            Step::End => return Ok(told.join(" ")),
        }
    }
}

fn in_utf_16(text: &str, big: bool, mark: bool) -> Vec<u8> {
    let mark = if mark { "\u{feff}" } else { "" };
    let units = mark.encode_utf16().chain(text.encode_utf16());
    units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
}

#[test]
fn elements_are_told_by_line_path_and_namespace_not_by_prefix() {
    for (file, expected) in [
        ("<a/>", "1:a"),
        ("<a>\n<b><c/></b>\n\n<b/></a>\n<!-- x --> ", "1:a 2:a/b 2:a/b/c 4:a/b"),
        ("<p:a xmlns:p='urn:a'><b/><q:b xmlns:q='urn:a'/></p:a>", "1:a 1:a/b 1:a/b"),
        ("<a xmlns='urn:other'><b xmlns=''/></a>", "1:?a 1:?a/b"),
        ("<a><s><b><s/></b></s><b/></a>", "1:a 1:a/b"),
        ("<a>\n<w i='1'> x<b>y &amp; z</b>&#228;<![CDATA[<&>]]><c/></w></a>", "1:a 2: xä<&>[b=y & z c=]"),
        ("<?xml version='1.0'?>\r\n<a\r\n x='1'>\r\n<b/></a>", "2:a 4:a/b"),
    ] {
        assert_eq!(told(file.as_bytes()).as_deref(), Ok(expected), "{file}");
    }
}

#[test]
fn encodings_are_those_of_mark_or_declaration() {
    let plain = "<?xml version=\"1.0\"?><w>Ä€</w>";
    let declared = |label: &str| format!("<?xml version=\"1.0\" encoding='{label}'?><w>");
    let bytes = |label: &str, text: &[u8]| [declared(label).as_bytes(), text, b"</w>"].concat();
    for (name, file, expected) in [
        ("UTF-8", plain.as_bytes().to_vec(), "1:Ä€[]"),
        ("UTF-8 with mark", format!("\u{feff}{plain}").into_bytes(), "1:Ä€[]"),
        ("UTF-16LE with mark", in_utf_16(plain, false, true), "1:Ä€[]"),
        ("UTF-16BE with mark", in_utf_16(plain, true, true), "1:Ä€[]"),
        ("UTF-16LE without mark", in_utf_16(plain, false, false), "1:Ä€[]"),
        ("UTF-16BE without mark", in_utf_16(plain, true, false), "1:Ä€[]"),
        ("ISO-8859-1", bytes("ISO-8859-1", b"\xC4"), "1:Ä[]"),
        ("ISO-8859-15", bytes("iso-8859-15", b"\xC4\xA4"), "1:Ä€[]"),
        ("windows-1250", bytes("windows-1250", b"\xC8"), "1:Č[]"),
        ("Windows-1252", bytes("Windows-1252", b"\xC4\x80"), "1:Ä€[]"),
        ("windows-1251", bytes("windows-1251", b"\xC6"), "1:Ж[]"),
        ("UTF-16 declared, UTF-8 written", bytes("utf-16", "Ä€".as_bytes()), "1:Ä€[]"),
    ] {
        assert_eq!(told(&file).as_deref(), Ok(expected), "{name}");
    }
}

/// The problem as `code line fact=…`.
fn refusal(file: &[u8]) -> String {
    let problem = told(file).unwrap_err();
    let line = problem.place.line.map_or_else(|| "-".to_owned(), |line| line.to_string());
    let facts = problem.facts.iter().map(|(name, value)| format!(" {name}={value}"));
    format!("{} {line}{}", problem.code, facts.collect::<String>())
}

#[test]
fn what_is_no_xml_ends_in_a_problem_with_its_line() {
    for (file, expected) in [
        (&b""[..], "xml-not-xml 1 format=none"),
        (b"number;date\n", "xml-not-xml 1 format=none"),
        (b"%PDF-1.7", "xml-not-xml - format=PDF"),
        (b"PK\x03\x04....", "xml-not-xml - format=ZIP"),
        (b"<?xml version='1.0'?>\n", "xml-truncated 2 element=none"),
        (b"<?xml version='1.0' encoding='klingon'?><a/>", "xml-encoding-unknown 1"),
        (b"<a>\n<b>", "xml-truncated 2 element=b"),
        (b"<a>\n<b at", "xml-truncated 2 element=a"),
        (b"<a>\n<!-- b", "xml-truncated 2 element=a"),
        (b"<a>\n</b>", "xml-end-tag 2 expected=a found=b"),
        (b"<a/>\n</a>", "xml-syntax 2 fault=end-tag name=a"),
        (b"<a/>\n<a/>", "xml-syntax 2 fault=after-root"),
        (b"<a/>\nrest", "xml-syntax 1 fault=after-root"),
        (b"<a>\n<b c/></a>", "xml-syntax 2 fault=attribute"),
        (b"<a>\n<b c='1' c='2'/></a>", "xml-syntax 2 fault=attribute"),
        (b"<a>\n<p:b/></a>", "xml-syntax 2 fault=prefix name=p"),
        (b"<w>\n\x01</w>", "xml-syntax 1 fault=character"),
        (b"<w>\n\0</w>", "xml-syntax 2 fault=character"),
        (b"<w>&#0;</w>", "xml-syntax 1 fault=reference"),
        (b"<w>a & b</w>", "xml-syntax 1 fault=reference"),
        (b"<w>\n\n\xC4</w>", "xml-encoding 3 encoding=UTF-8 position=6"),
        (
            b"<?xml version='1.0' encoding='euc-jp'?>\n<w>\xFF</w>",
            "xml-encoding 2 encoding=EUC-JP position=44",
        ),
        (b"<a><!x></a>", "xml-syntax 1 fault=markup"),
    ] {
        assert_eq!(refusal(file), expected, "{}", String::from_utf8_lossy(file));
    }
}

#[test]
fn document_types_and_entities_are_refused_and_nothing_is_fetched() {
    let bomb: String = (1..30).fold("<!ENTITY e0 'ha'>".to_owned(), |text, n| {
        let last = format!("&e{};", n - 1).repeat(10);
        format!("{text}<!ENTITY e{n} '{last}'>")
    });
    for (file, expected) in [
        (format!("<!DOCTYPE d [{bomb}]>\n<d>&e29;</d>"), "xml-doctype 1"),
        ("\n<!DOCTYPE d SYSTEM 'http://example.com/a.dtd'><d/>".to_owned(), "xml-doctype 2"),
        ("<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><d>&x;</d>".to_owned(), "xml-doctype 1"),
        ("<!DOCTYPE d [<!ENTITY % p SYSTEM 'http://example.com/p'> %p;]><d/>".to_owned(), "xml-doctype 1"),
        ("<a>\n<!DOCTYPE a><b/></a>".to_owned(), "xml-doctype 2"),
        ("<a>\n&nbsp;</a>".to_owned(), "xml-entity 2"),
        ("<a>\n<b c='&eacute;'/></a>".to_owned(), "xml-entity 2"),
    ] {
        assert_eq!(refusal(file.as_bytes()), expected, "{file:.80}");
    }
}

#[test]
fn depth_and_sizes_are_limited() {
    let many = |count: usize, piece: fn(usize) -> String| (0..count).map(piece).collect::<String>();
    for (name, file, expected) in [
        ("deep", "<a>".repeat(1_000_000), "xml-too-deep 1 limit=100"),
        ("long tag", format!("<a b='{}'/>", "x".repeat(100_000)), "xml-too-large 1 limit=65536"),
        ("attributes", format!("<a {}/>", many(300, |n| format!("a{n}='' "))), "xml-too-large 1 limit=256"),
        (
            "namespaces",
            format!("<a {}/>", many(300, |n| format!("xmlns:a{n}='u' "))),
            "xml-syntax 1 fault=namespace",
        ),
        ("elements", format!("<w>{}</w>", "<b/>".repeat(60_000)), "xml-too-large 1 limit=50000"),
        ("text", format!("<w>{}</w>", "x".repeat(5_000_000)), "xml-too-large 1 limit=4194304"),
    ] {
        assert_eq!(refusal(file.as_bytes()), expected, "{name}");
    }
    let skipped = format!("<a><s>{}</s><b/></a>", "x".repeat(5_000_000));
    assert_eq!(told(skipped.as_bytes()).as_deref(), Ok("1:a 1:a/b"));
}

#[test]
fn nothing_goes_on_for_ever() {
    for head in
        ["<a><!-- ", "<a><![CDATA[", "<!DOCTYPE a [", "<a b='", "<a ", "<a>", "<?xml ", "<a>&", "<", "</"]
    {
        let mut xml = XmlReader::open(head.as_bytes().chain(std::io::repeat(b'x')), |_| true).unwrap();
        let mut steps = 0;
        let problem = loop {
            steps += 1;
            match xml.step() {
                Ok(Step::Open(_)) if steps < 3 => {}
                Ok(step) => panic!("{head}: {step:?}"),
                Err(problem) => break problem,
            }
        };
        assert_eq!(problem.code, "xml-too-large", "{head}");
        assert!(matches!(xml.step(), Ok(Step::End)), "{head}");
    }
}

#[test]
fn r0_1_values_are_read_as_xml_schema_spells_them() {
    let euro = obligo_rules::money::Currency::EUR;
    for (text, expected) in [
        ("12.5", Ok(1250)),
        (" -12.50\n", Ok(-1250)),
        ("+3", Ok(300)),
        (".5", Ok(50)),
        ("-.5", Ok(-50)),
        ("5.", Ok(500)),
        ("8.850", Ok(885)),
        ("0012", Ok(1200)),
        ("", Err("element-not-an-amount")),
        (".", Err("element-not-an-amount")),
        ("1,5", Err("element-not-an-amount")),
        ("1e3", Err("element-not-an-amount")),
        ("NaN", Err("element-not-an-amount")),
        ("1.234", Err("element-too-many-decimals")),
        ("99999999999999999999", Err("element-amount-too-large")),
    ] {
        let element = Element { text: text.to_owned(), ..Element::default() };
        let read = element.money(euro).map(|money| money.minor).map_err(|problem| problem.code);
        assert_eq!(read, expected, "{text}");
    }
    for (text, expected) in [
        ("2026-01-31", Some("2026-01-31")),
        (" 2026-01-31Z ", Some("2026-01-31")),
        ("2026-01-31+01:00", Some("2026-01-31")),
        ("2026-01-31T23:59:59.999-05:00", Some("2026-01-31")),
        ("2026-02-30", None),
        ("2026-01-311", None),
        ("31.01.2026", None),
        ("20260131", None),
        ("", None),
    ] {
        let element = Element { text: text.to_owned(), ..Element::default() };
        assert_eq!(element.day().ok().map(|day| day.to_string()).as_deref(), expected, "{text}");
    }
}
