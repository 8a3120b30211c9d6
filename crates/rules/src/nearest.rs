//! The known word nearest to a misspelt one.

/// The candidate nearest to `word`, if one is near enough to be meant; letter case and the characters between words
/// do not count. Ties go to the earlier candidate.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let plain = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).take(64).collect()
    };
    let word = plain(word);
    let mut best: Option<(f64, &str)> = None;
    for candidate in candidates {
        let likeness = strsim::normalized_damerau_levenshtein(&word, &plain(candidate));
        if likeness > best.map_or(0.45, |(best, _)| best) {
            best = Some((likeness, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn r14_1_the_nearest_word_is_the_one_meant() {
        let known = ["document_no", "document_date", "net_due_date", "amount", "net_amount"];
        for (word, expected) in [
            ("documentNo", Some("document_no")),
            ("documnet_date", Some("document_date")),
            ("due_date", Some("net_due_date")),
            ("ammount", Some("amount")),
            ("Net Amount", Some("net_amount")),
            ("docno", Some("document_no")),
            ("xyz", None),
            ("", None),
        ] {
            assert_eq!(nearest(word, known), expected, "{word}");
        }
    }
}
