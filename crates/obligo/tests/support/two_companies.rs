//! A store of two companies under one policy, where what belongs to the second can be told by looking at it.

use super::server::Ground;

/// In every document number of the second company.
pub const SECOND_DOCUMENT: &str = "GEHEIM";

/// What the items of the second company come to, as files and pages of any language write them.
pub const SECOND_AMOUNTS: [&str; 6] =
    ["77123.45", "77,123.45", "77.123,45", "77\u{202f}123,45", "77\u{a0}123,45", "77 123,45"];

const FILES: &[(&str, &str)] = &[
    (
        "companies",
        "company,name,currency,insured_group,master,address_company,account_types\n\
         01,Muster Handel GmbH,EUR,G1,true,01,D\n02,Muster Export GmbH,EUR,G1,false,01,D\n",
    ),
    ("insurers", "insurer,name,country\nACR,Acora,AT\n"),
    (
        "buyers",
        "account,branch,account_type,name,country,currency\n1001,0,D,Gemeinsam GmbH,DE,EUR\n2002,0,D,Fernab KG,DE,EUR\n",
    ),
    (
        "covers",
        "account,branch,account_type,policy,kind,valid_from\n1001,0,D,ACR/A,named,2024-01-01\n2002,0,D,ACR/A,named,2024-01-01\n",
    ),
    (
        "limits",
        "policy,account,branch,account_type,valid_from,amount,currency,response\n\
         ACR/A,1001,0,D,2024-01-01,100000.00,EUR,2\nACR/A,2002,0,D,2024-01-01,50000.00,EUR,2\n",
    ),
    (
        "items",
        "company,document_no,kind,account,branch,account_type,document_date,net_due_date,currency,amount\n\
         01,A-1,invoice,1001,0,D,2024-01-20,2024-02-19,EUR,40000.00\n\
         02,GEHEIM-1,invoice,2002,0,D,2024-01-10,2024-02-09,EUR,77123.45\n",
    ),
];

const POLICY: &str = "policy = \"ACR/A\"\nname = \"Group policy\"\ncurrency = \"EUR\"\nvalid_from = 2024-01-01\n\
    [declaration]\nprocedure = \"balance\"\n[terms]\nmax_term_months = 4\nexclusion_days = 60\n\
    [default]\nnon_payment_report_days = 90\nfiling_days = 60\nwaiting = [{ from = \"net_due\", months = 2 }]\n";

/// An item dated after the store's final run, as a file.
pub const LATER_ITEMS: &str = "company,document_no,kind,account,branch,account_type,document_date,net_due_date,currency,amount\n\
     01,A-2,invoice,1001,0,D,2024-02-10,2024-03-11,EUR,5000.00\n";

/// The store, on 5 March 2024, with a final declaration at the end of January.
pub fn ground() -> Ground {
    let ground = Ground::empty("2024-03-05");
    let policy = ground.file("policy.toml", POLICY);
    for (kind, text) in FILES {
        if *kind == "buyers" {
            ground.must(&["policy", "put", &policy.display().to_string()]);
        }
        let file = ground.file(&format!("{kind}.csv"), text);
        ground.must(&["import", kind, &file.display().to_string()]);
    }
    ground.must(&[
        "declare",
        "--policy",
        "ACR/A",
        "--key-date",
        "2024-01-31",
        "--buyers",
        "named",
        "--final",
    ]);
    ground
}
