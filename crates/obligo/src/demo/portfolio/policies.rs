//! The three policies, written as a broker would hand them over. `{name}` stands for a date of the portfolio.

use obligo_rules::calendar::Day;

const DOMESTIC: &str = r#"policy = "ACR/A"
external_number = "07-4418823/01"
name = "Domestic goods"
currency = "EUR"
valid_from = {valid_from}
framework = "RV 07-4418823"
list_no = "1"

clause."terms.max_term_days" = "§ 3.1"
clause."terms.max_extension_days" = "§ 9.2"
clause."terms.exclusion_days" = "§ 9.4"
clause."unnamed.offering_threshold" = "§ 4.1"

[declaration]
procedure = "balance"
exceeding_amounts = false
vat_insured = true
totals_only = false
credits_free_room = true

[terms]
max_term_days = 90
bills_max_term_days = 150
value_dated_max_term_days = 150
overdue_basis = "net_due"
max_extension_days = 30
exclusion_days = 30
deadline_reached = "on"

[default]
non_payment_report_days = 75
collection_days = 45
waiting = [{ from = "net_due", months = 6 }, { from = "collection", days = 90 }]
filing_days = 60

[notification]
limit = "1000.00"
limit_per = "buyer"
automatic_block = true
block_by = "insured"
repeat_every_final_run = false

[unnamed]
offering_threshold = "20000.00"
agency_report_months = 12
bank_reference_up_to = "12500.00"
bank_reference_months = 12
experience = [
    { up_to = "15000.00", deliveries = 6, turnover = "20000.00" },
    { up_to = "10000.00", deliveries = 4 },
    { up_to = "5000.00", deliveries = 2 },
]
experience_lookback_months = 12
experience_validity_months = 12

[existing]
max_age_months_at_start = 3
max_age_months_new_buyer = 1

[cover]
insured_percent = 90
insured_percent_unnamed = 80
countries = ["DE"]
exclude = ["public", "private", "affiliate"]

[status]
cancelled_by = "document"

[stop]
uncovered_from = "exclusion"
events = ["overdue", "insolvency"]
reinstatement = "on_settlement"
"#;

const EXPORT: &str = r#"policy = "ACR/E"
external_number = "07-4418823/02"
name = "Export Europe"
currency = "EUR"
valid_from = {valid_from}
framework = "RV 07-4418823"
list_no = "2"

clause."terms.max_term_months" = "§ 3.1"
clause."terms.max_extension_days" = "§ 9.2"

[declaration]
procedure = "balance"
exceeding_amounts = false
vat_insured = false
by_country = true
credits_free_room = true

[terms]
max_term_months = 4
bills_max_term_months = 6
overdue_basis = "net_due"
max_extension_days = 45
exclusion_days = 30

[default]
non_payment_report_days = 90
collection_days = 60
waiting = [{ from = "overdue", months = 6 }]
filing_days = 90

[notification]
limit = "2500.00"
limit_per = "item"
automatic_block = true

[unnamed]
offering_threshold = "15000.00"
agency_report_months = 12
bank_reference_up_to = "10000.00"
bank_reference_months = 12
experience = [
    { up_to = "10000.00", deliveries = 5 },
    { up_to = "7500.00", deliveries = 3 },
    { up_to = "4000.00", deliveries = 2 },
]
experience_lookback_months = 12
experience_validity_months = 12

[existing]
max_age_months_new_buyer = 1

[cover]
insured_percent = 90
insured_percent_unnamed = 75
countries = ["AT", "BE", "DK", "ES", "FI", "FR", "GB", "IT", "NL", "PL", "SE"]
exclude = ["public", "private", "affiliate", "disputed"]

[stop]
uncovered_from = "exclusion"
events = ["overdue", "insolvency", "collection"]
reinstatement = "on_settlement"
"#;

const TURNOVER: &str = r#"policy = "NKF/T"
external_number = "SE-90-11824"
name = "Nordisk omsättning"
currency = "SEK"
valid_from = {valid_from}
list_no = "1"

clause."declaration.base_period_days" = "punkt 6"

[declaration]
procedure = "turnover"
exceeding_amounts = false
vat_insured = false
base_period_days = 45
time_premium = "per_buyer"

[terms]
max_term_days = 90
overdue_basis = "net_due"
max_extension_days = 60

[default]
non_payment_report_days = 90
waiting = [{ from = "net_due", days = 180 }]
filing_days = 60

[notification]
limit = "10000.00"
limit_per = "buyer"
automatic_block = true
repeat_every_final_run = true

[unnamed]
offering_threshold = "200000.00"
agency_report_months = 12
bank_reference_up_to = "100000.00"
bank_reference_months = 12
experience = [
    { up_to = "150000.00", deliveries = 6 },
    { up_to = "80000.00", deliveries = 3 },
    { up_to = "40000.00", deliveries = 2 },
]
experience_lookback_months = 12
experience_validity_months = 12

[cover]
insured_percent = 90
insured_percent_unnamed = 80
countries = ["DK", "FI", "NO", "SE"]
exclude = ["public", "private", "affiliate"]

[stop]
events = ["overdue", "insolvency"]
reinstatement = "on_settlement"
"#;

/// File name and text of each policy; they began a year before the portfolio.
pub(super) fn policies(start: Day) -> [(&'static str, String); 3] {
    let valid_from = start.plus_months(-12).to_string();
    [("policies/acr-a.toml", DOMESTIC), ("policies/acr-e.toml", EXPORT), ("policies/nkf-t.toml", TURNOVER)]
        .map(|(name, text)| (name, text.replace("{valid_from}", &valid_from)))
}
