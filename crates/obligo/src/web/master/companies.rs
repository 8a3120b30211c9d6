//! Companies and insured groups.

use super::record::Form;
use crate::access::roles::Permission;
use crate::serve::{Call, Page, Reply};
use crate::web::parts::{Column, Field, chip, segment, table};
use maud::{Markup, html};
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;
use obligo_store::company::{Company, company_all};

static FORM: Form = Form {
    kind: "companies",
    fields: &[
        "company",
        "name",
        "currency",
        "insured_group",
        "master",
        "address_company",
        "account_types",
        "own_number",
        "payment_terms",
        "secured_terms",
        "postal_address",
    ],
    list: "/companies",
    list_title: "nav-companies",
    now: |tx, code| {
        let all = company_all(tx, AsOf::at(Day::LAST))?;
        Ok(all.values().find(|company| company.company == code).map(values))
    },
};

fn values(company: &Company) -> Vec<String> {
    vec![
        company.company.clone(),
        company.name.clone(),
        company.currency.clone(),
        company.insured_group.clone(),
        if company.master { "true".to_owned() } else { String::new() },
        company.address_company.clone(),
        company.account_types.clone(),
        company.own_number.clone(),
        company.payment_terms.clone(),
        company.secured_terms.clone(),
        company.postal_address.clone(),
    ]
}

/// `/companies`: by insured group.
pub fn list(call: Call) -> Result<Reply, Problem> {
    let words = call.words;
    let all = call.house.store.read(|tx| company_all(tx, AsOf::at(Day::LAST)))?;
    let may_change = call.caller.may(Permission::Manage) && call.caller.sees_whole_group();
    let mut companies: Vec<&Company> =
        all.values().filter(|c| call.caller.sees_company(&c.company)).collect();
    companies.sort_by(|a, b| {
        (&a.insured_group, !a.master, &a.company).cmp(&(&b.insured_group, !b.master, &b.company))
    });
    let columns = [
        Column::text(words.text("col-company")),
        Column::text(words.text("col-name")),
        Column::text(words.text("col-currency")),
        Column::text(words.text("master-group")),
        Column::text(words.text("master-own-number")),
        Column::text(words.text("master-account-types")),
    ];
    let row = |company: &&Company| {
        html! {
            td {
                @if may_change { a href=(format!("/companies/edit?company={}", segment(&company.company))) { (company.company) } }
                @else { (company.company) }
            }
            td { (company.name) }
            td { (company.currency) }
            td { (company.insured_group) @if company.master { " " (chip("good", &words.text("master-is-master"))) } }
            td { (company.own_number) }
            td { (company.account_types) }
        }
    };
    let rows: Vec<Markup> = companies.iter().map(row).collect();
    let title = words.text("nav-companies");
    let body = html! {
        div.head {
            h1 { (title) }
            @if may_change { a.button.primary href="/companies/edit" { (words.text("master-company-add")) } }
        }
        p.quiet { (words.text("master-group-why")) }
        (table(&title, &columns, &rows, &Markup::default(), &words.text("master-companies-none")))
    };
    Ok(Reply::page("companies", title, body))
}

/// `/companies/edit`, of one or of a new one.
pub fn edit(call: Call) -> Result<Reply, Problem> {
    Ok(Reply::Page(draw(&call, &Markup::default())?))
}

/// Saves it; joining a group is checked by the rules (R1.1).
pub fn save(call: Call) -> Result<Reply, Problem> {
    FORM.save(&call, |told| draw(&call, told))
}

fn draw(call: &Call, told: &Markup) -> Result<Page, Problem> {
    let words = call.words;
    let drawn = FORM.draw(call)?;
    let value = |name: &str| drawn.value(name);
    let title = words.text(if drawn.is_known() { "master-company-change" } else { "master-company-add" });
    let text = |name: &str, label: &str| Field::new(name, &words.text(label), &value(name)).text("text");
    let fields = html! {
        div.columns {
            (Field::new("company", &words.text("col-company"), &value("company")).required().text("text"))
            (text("name", "col-name"))
            (Field::new("currency", &words.text("col-currency"), &value("currency")).required().text("text"))
        }
        div.columns {
            (text("insured_group", "master-group"))
            (text("address_company", "master-address-company"))
            (text("own_number", "master-own-number"))
        }
        (Field::new("master", &words.text("master-is-master"), &value("master")).hint(&words.text("master-is-master-hint")).check())
        div.columns {
            (Field::new("account_types", &words.text("master-account-types"), &value("account_types")).hint(&words.text("master-blanks-hint")).text("text"))
            (Field::new("payment_terms", &words.text("master-payment-terms"), &value("payment_terms")).hint(&words.text("master-blanks-hint")).text("text"))
            (Field::new("secured_terms", &words.text("master-secured-terms"), &value("secured_terms")).hint(&words.text("master-blanks-hint")).text("text"))
        }
    };
    Ok(drawn.page(title, told, &fields))
}
