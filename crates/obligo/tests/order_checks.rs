//! Orders against limits and cover on the real server: asked, taken, stopped, released, and many at once (R9.6, R9.7, FR-10, FR-11).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use obligo::access::Role;
use obligo::credit::orders::check::check;
use obligo::credit::orders::request::OrderRequest;
use obligo::portfolio::{Freshness, Portfolio};
use obligo_rules::calendar::Day;
use serde_json::{Value, json};
use support::client::{Answer, Client};
use support::server::{Ground, Server};

#[allow(dead_code)]
mod support {
    pub mod client;
    pub mod html;
    pub mod place;
    pub mod server;
}

const TODAY: &str = "2024-06-15";

/// A payer with an own limit of 1,000.00 that owes 500.00, one of it through a customer it pays for; an insured buyer; one without limits.
fn ground() -> Ground {
    let ground = Ground::empty(TODAY);
    for (kind, text) in [
        ("companies", "company,name,currency\n01,Haus,EUR\n"),
        ("insurers", "insurer,name,country\nACR,Acredia,DE\n"),
        (
            "buyers",
            "account,branch,account_type,name,country,currency,payment_terms,credit_limit,limit_check,payer\n\
             1001,0,D,Alpha,DE,EUR,30 days,1000.00,,\n1002,0,D,Beta,DE,EUR,30 days,,,1001\n\
             1003,0,D,Gamma,DE,EUR,30 days,,,\n1004,0,D,Delta,DE,EUR,30 days,,,\n",
        ),
        (
            "items",
            "company,document_no,kind,account,branch,account_type,document_date,net_due_date,currency,amount\n\
             01,A1,invoice,1001,0,D,2024-06-01,2024-07-01,EUR,400.00\n\
             01,A2,invoice,1002,0,D,2024-06-01,2024-07-01,EUR,100.00\n\
             01,A3,invoice,1004,0,D,2024-06-01,2024-07-01,EUR,300.00\n",
        ),
    ] {
        let file = ground.file(&format!("{kind}.csv"), text);
        ground.must(&["import", kind, &file.display().to_string()]);
    }
    let policy = ground.file(
        "policy.toml",
        "policy = \"ACR/A\"\nexternal_number = \"1\"\nname = \"Goods\"\ncurrency = \"EUR\"\nvalid_from = 2024-01-01\n\
         [declaration]\nprocedure = \"balance\"\n[terms]\nmax_term_days = 60\n",
    );
    ground.must(&["policy", "put", &policy.display().to_string()]);
    for (kind, text) in [
        ("covers", "account,branch,account_type,policy,kind,valid_from\n1004,0,D,ACR/A,named,2024-01-01\n"),
        (
            "limits",
            "policy,account,branch,account_type,valid_from,valid_until,amount,currency,response\n\
             ACR/A,1004,0,D,2024-01-01,2024-08-31,1000.00,EUR,2\n",
        ),
    ] {
        let file = ground.file(&format!("{kind}.csv"), text);
        ground.must(&["import", kind, &file.display().to_string()]);
    }
    ground
}

fn order(account: &str, order_no: &str, amount: &str) -> Value {
    json!({ "account": account, "order_no": order_no, "amount": amount, "currency": "EUR" })
}

fn ask(program: &mut Client, order: &Value) -> Value {
    let answer = program.json("POST", "/api/v1/order-checks", order);
    assert_eq!(answer.status, 200, "{}", answer.told());
    answer.json()
}

fn enter(program: &mut Client, order: &Value) -> Value {
    let answer = program.json("POST", "/api/v1/orders", order);
    assert_eq!(answer.status, 200, "{}", answer.told());
    answer.json()
}

fn release(program: &mut Client, order: &Value, reason: &str) -> Answer {
    let path = format!("/api/v1/orders/{}/release", order["order"]);
    program.json("POST", &path, &json!({ "reason": reason }))
}

/// Status and code of a refused request.
fn refused(answer: &Answer) -> (u16, String) {
    (answer.status, answer.json()["code"].as_str().unwrap_or_default().to_owned())
}

fn reasons(answer: &Value) -> Vec<&str> {
    answer["reasons"].as_array().unwrap().iter().map(|reason| reason["reason"].as_str().unwrap()).collect()
}

fn staff(server: &Server) -> (Client, Client) {
    (server.program("clara", &[Role::Clerk], &[]), server.program("max", &[Role::Manager], &[]))
}

#[test]
fn fr_10_the_payers_limit_counts_for_whoever_orders() {
    let server = ground().serve();
    let (mut clara, _) = staff(&server);
    for (account, amount, answer) in [
        ("1001", "500.00", "allow"),
        ("1002", "500.00", "allow"),
        ("1002", "500.01", "block"),
        ("1003", "99999999999.00", "allow"),
    ] {
        let found = ask(&mut clara, &order(account, "", amount));
        assert_eq!(found["answer"], answer, "{account} {amount}: {found}");
    }
    // What was taken for one customer of the payer is gone for the other.
    assert_eq!(enter(&mut clara, &order("1001", "1", "300.00"))["state"], "open");
    let second = enter(&mut clara, &order("1002", "2", "300.00"));
    assert_eq!((second["state"].as_str(), reasons(&second)), (Some("stopped"), vec!["credit_limit"]));
    assert_eq!((&second["exposure"], &second["limit"]), (&json!("1100.00"), &json!("1000.00")));
    // Told again with less, the order passes its new check.
    assert_eq!(enter(&mut clara, &order("1002", "2", "200.00"))["state"], "open");
}

#[test]
fn r9_7_within_the_tolerance_of_the_credit_policy_an_order_only_warns() {
    let ground = ground();
    let file = ground.file(
        "credit_policy.toml",
        "name = \"House\"\ncurrency = \"EUR\"\nvalid_from = 2024-01-01\n[orders]\ntolerance = \"100.00\"\n",
    );
    ground.must(&["credit-policy", "put", &file.display().to_string()]);
    let server = ground.serve();
    let (mut clara, _) = staff(&server);
    // 500.00 of 1,000.00 are free.
    for (amount, answer, why) in [
        ("500.00", "allow", vec![]),
        ("500.01", "warn", vec!["credit_limit"]),
        ("600.00", "warn", vec!["credit_limit"]),
        ("600.01", "block", vec!["credit_limit"]),
    ] {
        let found = ask(&mut clara, &order("1001", "", amount));
        assert_eq!((found["answer"].as_str(), reasons(&found)), (Some(answer), why), "{amount}");
        assert_eq!(found["tolerance"], "100.00");
    }
}

#[test]
fn r9_7_what_a_cut_stops_is_a_list_at_once() {
    let ground = ground();
    let server = ground.serve();
    let (mut clara, _) = staff(&server);
    for (account, number, amount) in
        [("1004", "1", "200.00"), ("1004", "2", "400.00"), ("1001", "3", "100.00")]
    {
        assert_eq!(enter(&mut clara, &order(account, number, amount))["state"], "open", "{number}");
    }
    let effect = |clara: &mut Client, of: &str| {
        let answer = clara.get(&format!("/api/v1/order-checks/effect{of}"));
        assert_eq!(answer.status, 200, "{}", answer.told());
        answer.json()
    };
    assert_eq!(effect(&mut clara, "")["stopped"], 0);
    // Of another sum: what it would stop; the order that goes first keeps its room.
    let asked = effect(&mut clara, "?account=1004&sum=600.00");
    assert_eq!((&asked["stopped"], &asked["stopped_amount"]), (&json!(1), &json!("400.00")));
    let limits = server.ground.file(
        "cut.csv",
        "policy,account,branch,account_type,valid_from,valid_until,amount,currency,response\n\
         ACR/A,1004,0,D,2024-06-15,,600.00,EUR,9\n",
    );
    let said = server.ground.must(&["import", "limits", &limits.display().to_string()]);
    assert!(said.contains("obligo orders effect"), "{said}");
    for of in ["", "?account=1004"] {
        let now = effect(&mut clara, of);
        let stopped: Vec<&str> = now["orders"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|order| order["answer_then"] == "block")
            .map(|order| order["order_no"].as_str().unwrap())
            .collect();
        assert_eq!((&now["stopped"], stopped), (&json!(1), vec!["2"]), "{of}");
    }
    let refused = clara.get("/api/v1/order-checks/effect?sum=1.00");
    assert_eq!((refused.status, refused.json()["code"].as_str()), (422, Some("field-missing")));
    let mut reader = server.signed_in("rita", &[Role::Viewer], &[]);
    let page = reader.get("/buyers/1004%2F0%2FD").text();
    assert!(page.contains("1 open order of this payer would be stopped when it leaves."), "{page}");
}

#[test]
fn r9_6_a_refused_block_shows_the_buyer_with_what_was_typed() {
    let server = ground().serve();
    let mut max = server.signed_in("max", &[Role::Manager], &[]);
    let answer = max.fill("/buyers/1001%2F0%2FD", &[("until", "2024-01-01"), ("reason", "cheque returned")]);
    let page = answer.text();
    assert_eq!(answer.status, 422, "{}", answer.told());
    assert!(
        page.contains("cheque returned") && page.contains("name=\"until\" value=\"2024-01-01\""),
        "{page}"
    );
}

#[test]
fn r9_7_an_order_is_told_whether_it_will_be_insured_when_invoiced() {
    let server = ground().serve();
    let (mut clara, _) = staff(&server);
    // amount, delivery, terms, answer, covered, covered amount, reasons
    for (amount, delivery, terms, answer, covered, insured, why) in [
        ("700.00", "2024-06-20", "30 days", "allow", "yes", "700.00", vec![]),
        ("700.01", "2024-06-20", "30 days", "block", "partly", "700.00", vec!["insured_sum"]),
        ("100.00", "2024-06-20", "90 days", "block", "no", "0.00", vec!["term_too_long"]),
        ("100.00", "2024-09-01", "30 days", "block", "no", "0.00", vec!["limit_expires"]),
        ("100.00", "2024-08-31", "30 days", "allow", "yes", "100.00", vec![]),
        // What should have left already is invoiced today, under the cover of today.
        ("100.00", "2020-07-20", "30 days", "allow", "yes", "100.00", vec![]),
    ] {
        let mut asked = order("1004", "", amount);
        asked["delivery_date"] = json!(delivery);
        asked["payment_terms"] = json!(terms);
        let found = ask(&mut clara, &asked);
        let invoice_date = delivery.max(TODAY);
        assert_eq!(found["invoice_date"], invoice_date, "{delivery}");
        let told = (found["answer"].as_str(), found["covered"].as_str(), found["covered_amount"].as_str());
        assert_eq!(
            told,
            (Some(answer), Some(covered), Some(insured)),
            "{amount} {delivery} {terms}: {found}"
        );
        assert_eq!(reasons(&found), why, "{amount} {delivery} {terms}");
    }
    let uninsured = ask(&mut clara, &order("1003", "", "1.00"));
    assert_eq!(uninsured["covered"], "not_insured");
}

#[test]
fn fr_11_a_stopped_order_is_released_with_authority_and_reason_and_a_block_is_another_thing() {
    let server = ground().serve();
    let (mut clara, mut max) = staff(&server);
    let open = enter(&mut clara, &order("1001", "1", "100.00"));
    let stopped = enter(&mut clara, &order("1001", "2", "900.00"));
    assert_eq!(stopped["state"], "stopped");
    for (answer, expected) in [
        (release(&mut clara, &stopped, "I want to"), (403, "role-missing")),
        (release(&mut max, &stopped, " "), (400, "reason-missing")),
        (release(&mut max, &open, "why not"), (409, "order-not-stopped")),
        (release(&mut max, &json!({ "order": 4711 }), "why not"), (404, "order-not-found")),
    ] {
        assert_eq!(refused(&answer), (expected.0, expected.1.to_owned()));
    }
    // A block is the payer's: every order of everybody it pays for is answered so, and none can be released.
    let block =
        max.json("POST", "/api/v1/blocks", &json!({ "account": "1002", "reason": "cheque returned" }));
    assert_eq!((block.status, &block.json()["account"]), (200, &json!("1001/0/D")));
    assert_eq!(reasons(&ask(&mut clara, &order("1002", "", "1.00"))), ["blocked"]);
    assert_eq!(refused(&release(&mut max, &stopped, "paid")), (409, "order-buyer-blocked".to_owned()));
    let twice = max.json("POST", "/api/v1/blocks", &json!({ "account": "1001", "reason": "again" }));
    assert_eq!(refused(&twice), (409, "block-in-force".to_owned()));
    let lift = json!({ "account": "1001", "reason": "paid" });
    assert_eq!(max.json("POST", "/api/v1/blocks/lift", &lift).status, 200);
    assert_eq!(refused(&max.json("POST", "/api/v1/blocks/lift", &lift)), (409, "block-not-found".to_owned()));
    // The stop of the order is still there; now it can be released, once.
    assert_eq!(release(&mut max, &stopped, "paid in advance").json()["state"], "released");
    assert_eq!(refused(&release(&mut max, &stopped, "again")), (409, "order-not-stopped".to_owned()));
    let whole = clara.get(&format!("/api/v1/orders/{}", stopped["order"])).json();
    let states: Vec<_> = whole["states"]
        .as_array()
        .unwrap()
        .iter()
        .map(|s| (&s["state"], &s["set_by"], &s["reason"]))
        .collect();
    assert_eq!(states[0], (&json!("stopped"), &json!("clara"), &json!("")));
    assert_eq!(states[1], (&json!("released"), &json!("max"), &json!("paid in advance")));
    // Released, it leaves the house; grown, it is stopped again.
    let mut leaving = order("1001", "2", "900.00");
    leaving["point"] = json!("release");
    assert_eq!(enter(&mut clara, &leaving)["state"], "released");
    assert_eq!(enter(&mut clara, &order("1001", "2", "900.01"))["state"], "stopped");
}

#[test]
fn r9_7_a_running_order_is_not_stopped_by_a_later_cut_but_at_its_release_and_the_cut_names_it() {
    let ground = ground();
    let limits = ground.file(
        "cut.csv",
        "policy,account,branch,account_type,valid_from,amount,currency,response\nACR/A,1004,0,D,2024-06-10,400.00,EUR,9\n",
    );
    let server = ground.serve();
    let (mut clara, mut max) = staff(&server);
    enter(&mut clara, &order("1004", "1", "100.00"));
    enter(&mut clara, &order("1004", "2", "200.00"));
    let effect = clara.get("/api/v1/order-checks/effect?account=1004&sum=400.00").json();
    let told: Vec<_> =
        effect["orders"].as_array().unwrap().iter().map(|o| (&o["order_no"], &o["answer_then"])).collect();
    assert_eq!(told, [(&json!("1"), &json!("allow")), (&json!("2"), &json!("block"))], "PL-7");
    assert_eq!((&effect["stopped"], &effect["stopped_amount"]), (&json!(1), &json!("200.00")));
    let cut = std::fs::read(&limits).unwrap();
    let imported = max.send("POST", "/api/v1/imports/limits", &[("content-type", "text/csv")], &cut);
    assert_eq!(imported.status, 200, "{}", imported.told());
    assert_eq!(enter(&mut clara, &order("1004", "2", "200.00"))["answer"], "warn", "PL-7: it goes on");
    let mut leaving = order("1004", "2", "200.00");
    leaving["point"] = json!("release");
    assert_eq!(enter(&mut clara, &leaving)["state"], "stopped", "PL-7: but not out of the house");
}

#[test]
fn r9_7_of_orders_that_together_break_the_limit_not_all_are_allowed() {
    let server = ground().serve();
    let (clara, _) = staff(&server);
    // 500.00 are free: five of these fit, whoever of the payer's customers sends them, and in whatever order they come.
    let states: Vec<String> = std::thread::scope(|scope| {
        let each = (0..24).map(|n| {
            let mut one = clara.clone();
            let account = if n % 2 == 0 { "1001" } else { "1002" };
            scope.spawn(move || {
                enter(&mut one, &order(account, &format!("N{n}"), "100.00"))["state"]
                    .as_str()
                    .unwrap()
                    .to_owned()
            })
        });
        let all: Vec<_> = each.collect();
        all.into_iter().map(|one| one.join().unwrap()).collect()
    });
    assert_eq!(states.iter().filter(|state| *state == "open").count(), 5, "{states:?}");
    assert_eq!(states.iter().filter(|state| *state == "stopped").count(), 19, "{states:?}");
}

#[test]
fn r9_7_the_answers_of_the_server_are_those_of_one_computation_over_everything() {
    let ground = ground();
    let mut session = ground.session();
    let server = ground.serve();
    let (mut clara, _) = staff(&server);
    enter(&mut clara, &order("1001", "1", "100.00"));
    enter(&mut clara, &order("1002", "2", "450.00"));
    enter(&mut clara, &order("1004", "3", "650.00"));
    let accounts = ["1001", "1002", "1003", "1004"];
    let asked: Vec<(String, String)> =
        (0..200).map(|n| (accounts[n % 4].to_owned(), format!("{}.{:02}", n * 7 % 900, n % 100))).collect();
    let answers: Vec<Value> = std::thread::scope(|scope| {
        let each = asked.iter().map(|(account, amount)| {
            let mut one = clara.clone();
            scope.spawn(move || ask(&mut one, &order(account, "", amount)))
        });
        let all: Vec<_> = each.collect();
        all.into_iter().map(|one| one.join().unwrap()).collect()
    });
    let day = Day::parse_iso(TODAY).unwrap();
    let whole = Portfolio::compute(&session.store, day).unwrap();
    for ((account, amount), answer) in asked.iter().zip(answers) {
        let request = OrderRequest {
            account: account.clone(),
            amount: amount.clone(),
            currency: "EUR".to_owned(),
            ..OrderRequest::default()
        };
        let expected = check(&mut session, &whole, Freshness::Current, &request).unwrap();
        assert_eq!(answer, expected, "{account} {amount}");
    }
    // What is summed order by order now is what the payers' book sums over all.
    let book = whole.payers().unwrap();
    for payer in &book.payers {
        let account = whole.snapshot.account(payer.payer).to_string();
        let request = OrderRequest {
            account,
            amount: "0".to_owned(),
            currency: "EUR".to_owned(),
            ..OrderRequest::default()
        };
        let found = check(&mut session, &whole, Freshness::Current, &request).unwrap();
        let minor = |name: &str| found[name].as_str().unwrap().replace('.', "").parse::<i64>().unwrap();
        assert_eq!((minor("open"), minor("orders")), (payer.standing.outstanding, payer.standing.orders));
    }
}

#[test]
fn r14_1_what_cannot_be_an_order_is_refused_and_nothing_is_changed() {
    let server = ground().serve();
    let (mut clara, _) = staff(&server);
    let mut auditor = server.program("auditor", &[Role::Auditor], &[]);
    let entries =
        |auditor: &mut Client| auditor.get("/api/v1/audit").json()["items"].as_array().unwrap().len();
    let before = entries(&mut auditor);
    let with = |name: &str, value: &str| {
        let mut sent = order("1001", "1", "10.00");
        sent[name] = json!(value);
        sent
    };
    for (sent, code) in [
        (with("account", "9999"), "account-not-found"),
        (with("account", ""), "account-not-found"),
        (with("amount", "-1.00"), "order-amount-negative"),
        (with("amount", "1e9"), "edit-amount"),
        (with("amount", "1.001"), "edit-amount-decimals"),
        (with("amount", "999999999999999999999999"), "edit-amount-too-large"),
        (with("currency", "EURO"), "order-currency-unknown"),
        (with("currency", "USD"), "rate-missing"),
        (with("payment_terms", "when it rains"), "order-terms-unknown"),
        (with("order_no", " "), "order-number-missing"),
        (with("order_no", &"9".repeat(61)), "order-number-too-long"),
        (with("kind", "Delivery"), "field-not-one-of"),
        (with("point", "dawn"), "proposal-payload-value"),
        (with("delivery_date", "2024-02-30"), "proposal-payload-value"),
        (with("amuont", "1"), "proposal-payload-key"),
    ] {
        let answer = clara.json("POST", "/api/v1/orders", &sent);
        assert!((400..500).contains(&answer.status), "{code}: {}", answer.told());
        assert_eq!(answer.json()["code"], code, "{sent}");
    }
    assert_eq!(entries(&mut auditor), before);
    assert_eq!(clara.get("/api/v1/orders").json()["items"], json!([]));
}

#[test]
fn r9_7_a_file_tells_of_deliveries_and_invoices_and_releases_nothing() {
    let ground = ground();
    let import = |ground: &Ground, rows: &str| {
        let header = "account,order_no,kind,order_date,currency,amount,state";
        let file = ground.file("orders.csv", &format!("{header}\n{rows}"));
        ground.must(&["import", "orders", &file.display().to_string()]);
    };
    let orders = |ground: &Ground| -> Vec<(String, String)> {
        let lines = ground.must(&["orders", "--json"]);
        let lines = lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        let told = |line: Value, name: &str| line[name].as_str().unwrap().to_owned();
        lines.map(|line| (told(line.clone(), "order_no"), told(line, "state"))).collect()
    };
    let exposure = |ground: &Ground| {
        let told = ground.must(&["check-order", "1001", "--amount", "0", "--currency", "EUR", "--json"]);
        serde_json::from_str::<Value>(&told).unwrap()["orders"].as_str().unwrap().to_owned()
    };
    import(&ground, "1001,1,,2024-06-01,EUR,60.00,\n");
    assert_eq!(exposure(&ground), "60.00");
    import(&ground, "1001,1,delivery,2024-06-02,EUR,60.00,\n");
    assert_eq!(exposure(&ground), "60.00", "PL-33: a delivery of an order counts once");
    import(&ground, "1001,1,delivery,2024-06-02,EUR,60.00,invoiced\n");
    assert_eq!(exposure(&ground), "0.00", "PL-33: what is invoiced is an open item");
    ground.must(&["orders", "enter", "2", "1001", "--amount", "900.00", "--currency", "EUR"]);
    import(&ground, "1001,2,,2024-06-01,EUR,900.00,open\n");
    assert!(orders(&ground).contains(&("2".to_owned(), "stopped".to_owned())), "{:?}", orders(&ground));
    import(&ground, "1001,2,,2024-06-01,EUR,900.00,cancelled\n");
    assert!(orders(&ground).contains(&("2".to_owned(), "cancelled".to_owned())));
}
