//! Identifiers of legal entities (R1.4): whether a register number, VAT id, LEI or D-U-N-S number can exist at all.
//! Form and check digits only; whether the number was ever given to anyone is the register's knowledge.

mod vat;

pub use vat::check_vat_id;

use std::fmt;

/// Why an identifier cannot exist (R1.4).
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum IdentifierError {
    /// Too few or too many characters for the scheme.
    WrongLength,
    /// A character the scheme does not have in this place.
    WrongCharacter,
    /// A fixed part is not as the scheme has it, for example a range of numbers that is never given out.
    WrongForm,
    /// The check digits do not fit the rest of the number.
    WrongCheckDigit {
        /// What they would have to be; `None` if no digit fits or several do.
        expected: Option<String>,
    },
    /// The country is not known to have this kind of identifier; nothing was checked.
    UnknownCountry,
}

impl fmt::Display for IdentifierError {
    /// A stable word for the message catalogue's selectors, not a text for people.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            IdentifierError::WrongLength => "length",
            IdentifierError::WrongCharacter => "character",
            IdentifierError::WrongForm => "form",
            IdentifierError::WrongCheckDigit { .. } => "check-digit",
            IdentifierError::UnknownCountry => "country",
        })
    }
}

type Checked = Result<(), IdentifierError>;

/// Longer texts are no identifier of any scheme.
const LENGTH_MAX: usize = 40;

/// La Poste gave out more establishment numbers than the check digit allows.
const LA_POSTE: &str = "356000000";

/// Checks the number in the company register of `country` (ISO 3166, two letters) where its scheme has check digits:
/// BE, CH, DK, FI, FR (SIREN or SIRET), NO, SE. In other countries every text passes (R1.4).
pub fn check_register_no(country: &str, text: &str) -> Checked {
    match country {
        "FR" if compact(text)?.len() == 14 => check_siret(text),
        "FR" => check_siren(text),
        "SE" => check_organisationsnummer(text),
        "BE" | "CH" | "DK" | "FI" | "NO" => {
            vat::check_number(country, compact(text)?.trim_start_matches(country))
        }
        _ => Ok(()),
    }
}

/// Checks a French SIREN: nine digits with Luhn check digit (R1.4).
pub fn check_siren(text: &str) -> Checked {
    luhn(&digits(&compact(text)?, 9)?)
}

/// Checks a French SIRET: SIREN and five digits of the establishment, Luhn over all fourteen; the digits of La
/// Poste's establishments add up to a multiple of 5 instead (R1.4).
pub fn check_siret(text: &str) -> Checked {
    let text = compact(text)?;
    let siret = digits(&text, 14)?;
    check_siren(&text[..9])?;
    if text.starts_with(LA_POSTE) && siret.iter().sum::<u32>().is_multiple_of(5) {
        return Ok(());
    }
    luhn(&siret)
}

/// Checks a Swedish organisationsnummer: ten digits with Luhn check digit, third digit 2 or more (below are persons),
/// also as twelve digits with the century 16 in front (R1.4).
pub fn check_organisationsnummer(text: &str) -> Checked {
    let text = compact(text)?;
    let ten = match text.len() {
        12 => text.strip_prefix("16").ok_or(IdentifierError::WrongForm)?,
        _ => &text,
    };
    let number = digits(ten, 10)?;
    if number[2] < 2 {
        return Err(IdentifierError::WrongForm);
    }
    luhn(&number)
}

/// Checks a legal entity identifier (ISO 17442): 18 letters or digits and two check digits, mod 97-10 (R1.4).
pub fn check_lei(text: &str) -> Checked {
    let text = compact(text)?;
    if text.len() != 20 {
        return Err(IdentifierError::WrongLength);
    }
    if !text[18..].bytes().all(|b| b.is_ascii_digit()) {
        return Err(IdentifierError::WrongCharacter);
    }
    let expected = 98 - mod_97(&format!("{}00", &text[..18])).ok_or(IdentifierError::WrongCharacter)?;
    same(&text[18..], Some(format!("{expected:02}")))
}

/// Checks a D-U-N-S number: nine digits; there has been no check digit since 2006 (R1.4).
pub fn check_duns(text: &str) -> Checked {
    digits(&compact(text)?, 9).map(|_| ())
}

/// Upper case without blanks, dots, dashes and slashes; refuses what is not ASCII or far too long.
fn compact(text: &str) -> Result<String, IdentifierError> {
    if text.len() > LENGTH_MAX {
        return Err(IdentifierError::WrongLength);
    }
    if !text.is_ascii() {
        return Err(IdentifierError::WrongCharacter);
    }
    Ok(text.chars().filter(|c| !matches!(c, ' ' | '.' | '-' | '/')).map(|c| c.to_ascii_uppercase()).collect())
}

fn digits(text: &str, length: usize) -> Result<Vec<u32>, IdentifierError> {
    if text.len() != length {
        return Err(IdentifierError::WrongLength);
    }
    text.chars().map(|c| c.to_digit(10).ok_or(IdentifierError::WrongCharacter)).collect()
}

fn same(actual: &str, expected: Option<String>) -> Checked {
    if expected.as_deref() == Some(actual) {
        Ok(())
    } else {
        Err(IdentifierError::WrongCheckDigit { expected })
    }
}

/// Luhn check digit (ISO/IEC 7812-1) of all but the last digit, compared with the last.
fn luhn(number: &[u32]) -> Checked {
    let Some((last, rest)) = number.split_last() else { return Err(IdentifierError::WrongLength) };
    same(&last.to_string(), Some(luhn_digit(rest).to_string()))
}

fn luhn_digit(rest: &[u32]) -> u32 {
    let doubled = |d: u32| if d < 5 { 2 * d } else { 2 * d - 9 };
    let sum: u32 =
        rest.iter().rev().enumerate().map(|(i, d)| if i % 2 == 0 { doubled(*d) } else { *d }).sum();
    (10 - sum % 10) % 10
}

/// Remainder by 97 of the text with letters read as 10 to 35 (ISO 7064); `None` for other characters.
fn mod_97(text: &str) -> Option<u32> {
    text.chars().try_fold(0, |rest, c| {
        let value = c.to_digit(36)?;
        Some((rest * if value < 10 { 10 } else { 100 } + value) % 97)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(expected: &str) -> Checked {
        Err(IdentifierError::WrongCheckDigit { expected: Some(expected.to_owned()) })
    }

    #[test]
    fn r1_4_register_numbers_have_the_check_digits_of_their_country() {
        // country, number, result
        for (country, number, expected) in [
            ("FR", "552 100 554", Ok(())),
            ("FR", "552100555", wrong("4")),
            ("FR", "732 829 320 00074", Ok(())),
            ("FR", "73282932000075", wrong("4")),
            ("FR", "73282932100074", wrong("0")),
            ("FR", "356 000 000 00048", Ok(())),
            ("FR", "356 000 000 49837", Ok(())),
            ("FR", "35600000049838", wrong("9")),
            ("FR", "55210055", Err(IdentifierError::WrongLength)),
            ("FR", "55210055A", Err(IdentifierError::WrongCharacter)),
            ("SE", "556016-0680", Ok(())),
            ("SE", "16556016-0680", Ok(())),
            ("SE", "5560160681", wrong("0")),
            ("SE", "195560160680", Err(IdentifierError::WrongForm)),
            ("SE", "811218-9876", Err(IdentifierError::WrongForm)),
            ("SE", "556016068", Err(IdentifierError::WrongLength)),
            ("CH", "CHE-100.155.212", Ok(())),
            ("CH", "CHE-100.155.213", wrong("2")),
            ("NO", "982 463 718", Ok(())),
            ("DK", "24256790", Ok(())),
            ("FI", "0112038-9", Ok(())),
            ("FI", "0112038-8", wrong("9")),
            ("BE", "0403.019.261", Ok(())),
            ("DE", "HRB 12345", Ok(())),
            ("SE", "５５６０１６０６８０", Err(IdentifierError::WrongCharacter)),
        ] {
            assert_eq!(check_register_no(country, number), expected, "{country} {number}");
        }
    }

    #[test]
    fn r1_4_a_lei_has_two_check_digits() {
        for (lei, expected) in [
            ("5493001KJTIIGC8Y1R12", Ok(())),
            ("213800KUD8LAJWSQ9D15", Ok(())),
            ("529900W18LQJJN6SJ336", Ok(())),
            ("HWUPKR0MPOU8FGXBT394", Ok(())),
            ("hwupkr0mpou8fgxbt394", Ok(())),
            ("HWUPKR0MPOU8FGXBT395", wrong("94")),
            ("HWUPKR0MPOU8FGXBT39A", Err(IdentifierError::WrongCharacter)),
            ("HWUPKR0MPOU8FGX*T394", Err(IdentifierError::WrongCharacter)),
            ("HWUPKR0MPOU8FGXBT39", Err(IdentifierError::WrongLength)),
            ("", Err(IdentifierError::WrongLength)),
        ] {
            assert_eq!(check_lei(lei), expected, "{lei}");
        }
    }

    #[test]
    fn r1_4_a_duns_number_has_nine_digits() {
        for (duns, expected) in [
            ("15-048-3782", Ok(())),
            ("150483782", Ok(())),
            ("15048378", Err(IdentifierError::WrongLength)),
            ("15048378X", Err(IdentifierError::WrongCharacter)),
        ] {
            assert_eq!(check_duns(duns), expected, "{duns}");
        }
    }

    #[test]
    fn r1_4_any_single_wrong_digit_of_a_lei_siren_or_organisationsnummer_is_found() {
        type Check = fn(&str) -> Checked;
        let table: [(&str, Check); 3] = [
            ("552100554", check_siren),
            ("5560160680", check_organisationsnummer),
            ("213800KUD8LAJWSQ9D15", check_lei),
        ];
        for (number, check) in table {
            assert_eq!(check(number), Ok(()));
            for (i, right) in number.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
                for wrong in ('0'..='9').filter(|wrong| *wrong != right) {
                    let text = format!("{}{wrong}{}", &number[..i], &number[i + 1..]);
                    assert!(check(&text).is_err(), "{text}");
                }
            }
        }
    }
}
