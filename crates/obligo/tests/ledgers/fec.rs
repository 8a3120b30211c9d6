//! A FEC out of short lines.

const HEAD: &str = "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\t\
    PieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise\n";

/// A FEC of lines `JOURNAL VOUCHER DATE ACCOUNT CUSTOMER PIECE AMOUNT LETTERING`, `-` for nothing; a foreign amount may follow.
pub fn fec(lines: &str) -> String {
    let mut file = HEAD.to_owned();
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let mut f: Vec<&str> =
            line.split_whitespace().map(|field| if field == "-" { "" } else { field }).collect();
        f.resize(10, "");
        let amount = f[6].replace('.', ",");
        let (debit, credit) = match amount.strip_prefix('-') {
            Some(credit) => ("0,00", credit),
            None => (amount.as_str(), "0,00"),
        };
        let date = f[2].replace('-', "");
        file.push_str(
            &[
                f[0], "", f[1], &date, f[3], "", f[4], f[4], f[5], &date, "", debit, credit, f[7], "", &date,
                f[8], f[9],
            ]
            .join("\t"),
        );
        file.push('\n');
    }
    file
}
