//! Random policy terms: every switch of the policy file.

use super::dice::Dice;

/// A policy file; `name` as in `ACR/A`.
pub fn policy(dice: &mut Dice, name: &str, currency: &str) -> Vec<String> {
    let mut file = File { lines: Vec::new(), dice };
    file.put(100, "policy", |_| text(name));
    file.put(100, "currency", |_| text(currency));
    file.put(100, "valid_from", |d| {
        d.pick(&["2023-06-01", "2023-10-01", "2024-01-01", "2024-02-01"]).to_owned()
    });
    file.section("declaration");
    file.put(100, "procedure", |d| d.weighed(&[(2, "\"balance\""), (1, "\"turnover\"")]).to_owned());
    file.flag("exceeding_amounts", 35);
    file.flag("vat_insured", 50);
    file.flag("credits_free_room", 60);
    file.put(60, "base_period_days", |d| d.between(0, 120).to_string());
    file.section("terms");
    file.period("max_term", 100);
    file.period("bills_max_term", 40);
    file.period("value_dated_max_term", 40);
    file.put(60, "overdue_basis", |d| text(d.pick(&["net_due", "max_term"])));
    file.put(60, "max_extension_days", |d| d.pick(&["0", "10", "30"]).to_owned());
    file.put(60, "exclusion_days", |d| d.pick(&["0", "14", "30"]).to_owned());
    file.put(60, "deadline_reached", |d| text(d.pick(&["on", "after"])));
    file.section("default");
    file.put(40, "non_payment_report_days", |d| d.between(10, 90).to_string());
    file.put(40, "collection_days", |d| d.between(10, 90).to_string());
    file.put(40, "waiting", |d| {
        let bases: Vec<String> = (0..d.between(1, 2))
            .map(|_| {
                let from = d.pick(&["net_due", "overdue", "notice", "collection"]);
                let (unit, most) = d.weighed(&[(1, ("months", 3)), (1, ("days", 90))]);
                format!("{{ from = \"{from}\", {unit} = {} }}", d.between(1, most))
            })
            .collect();
        format!("[{}]", bases.join(", "))
    });
    file.put(40, "filing_days", |d| d.between(5, 60).to_string());
    file.section("notification");
    file.put(40, "limit", |d| text(&format!("{}", d.between(1, 40) * 100)));
    file.put(50, "limit_per", |d| text(d.pick(&["item", "buyer"])));
    file.flag("automatic_block", 60);
    file.put(50, "block_by", |d| text(d.pick(&["insured", "any"])));
    file.flag("repeat_every_final_run", 40);
    file.section("unnamed");
    file.put(80, "offering_threshold", |d| text(&format!("{}", d.between(1, 60) * 100)));
    file.put(80, "agency_report_months", |d| d.between(1, 12).to_string());
    file.put(60, "bank_reference_up_to", |d| text(&format!("{}", d.between(1, 60) * 100)));
    file.put(60, "bank_reference_months", |d| d.between(1, 12).to_string());
    file.experience();
    file.section("existing");
    file.put(50, "max_age_months_at_start", |d| d.between(0, 6).to_string());
    file.put(50, "max_age_months_new_buyer", |d| d.between(0, 6).to_string());
    file.section("cover");
    file.put(30, "countries", |d| {
        d.pick(&[r#"["DE", "AT"]"#, r#"["DE", "FR", "US"]"#, r#"["DE"]"#]).to_owned()
    });
    file.put(40, "exclude", |d| {
        d.pick(&[
            r#"["public"]"#,
            r#"["private", "disputed"]"#,
            r#"["affiliate", "public"]"#,
            r#"["disputed"]"#,
        ])
        .to_owned()
    });
    file.section("status");
    file.put(50, "cancelled_by", |d| text(d.pick(&["document", "posting"])));
    file.section("stop");
    file.put(50, "uncovered_from", |d| text(d.pick(&["exclusion", "max_term"])));
    file.put(60, "events", |d| {
        let all = ["overdue", "insolvency", "collection", "claim", "withdrawal"];
        let listed: Vec<String> = all.iter().filter(|_| d.chance(50)).map(|e| text(e)).collect();
        format!("[{}]", listed.join(", "))
    });
    file.put(40, "reinstatement", |d| text(d.pick(&["on_settlement", "on_confirmation"])));
    file.lines
}

fn text(value: &str) -> String {
    format!("\"{value}\"")
}

struct File<'d> {
    lines: Vec<String>,
    dice: &'d mut Dice,
}

impl File<'_> {
    fn section(&mut self, name: &str) {
        self.lines.push(format!("[{name}]"));
    }

    fn put(&mut self, percent: i64, key: &str, value: impl FnOnce(&mut Dice) -> String) {
        if self.dice.chance(percent) {
            let value = value(self.dice);
            self.lines.push(format!("{key} = {value}"));
        }
    }

    fn flag(&mut self, key: &str, percent: i64) {
        self.put(60, key, |d| d.chance(percent).to_string());
    }

    fn period(&mut self, key: &str, percent: i64) {
        let (unit, least, most) = self.dice.weighed(&[(1, ("months", 1, 5)), (1, ("days", 20, 130))]);
        self.put(percent, &format!("{key}_{unit}"), |d| d.between(least, most).to_string());
    }

    /// Up to three categories with falling ceilings.
    fn experience(&mut self) {
        if !self.dice.chance(50) {
            return;
        }
        let dice = &mut *self.dice;
        let mut ceiling = dice.between(30, 60) * 100;
        let mut categories = Vec::new();
        for _ in 0..dice.between(1, 3) {
            let turnover = dice.maybe(40, |d| format!(", turnover = \"{}\"", d.between(1, 50) * 100));
            let deliveries = dice.between(1, 3);
            categories.push(format!("{{ up_to = \"{ceiling}\", deliveries = {deliveries}{turnover} }}"));
            ceiling -= dice.between(1, 9) * 100;
        }
        let (lookback, validity) = (dice.between(1, 12), dice.between(1, 6));
        self.lines.push(format!("experience = [{}]", categories.join(", ")));
        self.lines.push(format!("experience_lookback_months = {lookback}"));
        self.lines.push(format!("experience_validity_months = {validity}"));
    }
}
