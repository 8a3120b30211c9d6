//! What other programs promise about limits and exposure (cases PL and PA), given and expected; where our rule differs, the reason stands
//! beside it. Cases of order checks stand with the order check.

use super::{BUYERS, ITEMS, LIMITS, SETTLEMENTS, desk::Desk, standing};
use obligo_rules::credit_limit::{Band, utilisations, worst_band};

/// A case: its number; limit 2 of payer 3001, items, settlements; what is outstanding, past due, and the worst band on 30 June 2024.
struct Case {
    id: &'static str,
    limits: &'static str,
    items: &'static str,
    settlements: &'static str,
    expected: (i64, i64, Band),
    note: &'static str,
}

const CASES: &[Case] = &[
    Case {
        id: "PL-1",
        limits: "",
        items: "01,I1,invoice,3001,0,D,2024-06-15,2024-07-15,EUR,100.00\n",
        settlements: "",
        expected: (10_000, 0, Band::Good),
        note: "no limit is no limit, not a limit of zero",
    },
    Case {
        id: "PL-11",
        limits: "3001,,,2024-01-01,,,1100.00,,,EUR,,\n",
        items: "01,I1,invoice,3001,0,D,2023-01-15,2023-02-15,EUR,550.00\n",
        settlements: "",
        expected: (55_000, 55_000, Band::Good),
        note: "an overdue invoice counts in what is outstanding",
    },
    Case {
        id: "PL-13",
        limits: "3001,,,2024-01-01,,,1100.00,,,EUR,,\n",
        items: "01,I1,invoice,3001,0,D,2023-01-15,2023-02-15,EUR,550.00\n\
                01,I2,invoice,3002,0,D,2024-06-15,2024-07-15,EUR,550.00\n",
        settlements: "",
        expected: (110_000, 55_000, Band::Cautious),
        note: "both count at the payer; drafts are not in a ledger, so the copy is posted here",
    },
    Case {
        id: "PL-15",
        limits: "3001,,,2024-01-01,,,300.00,,,EUR,,\n",
        items: "01,I1,invoice,3001,0,D,2023-01-15,2023-02-15,EUR,550.00\n\
                01,I2,invoice,3001,0,D,2024-06-30,2024-06-30,EUR,550.00\n",
        settlements: "",
        expected: (110_000, 55_000, Band::Exceeded),
        note: "ours differs: limit 2 counts overdue items too, there is no limit for those not yet due; exceeded either way",
    },
    Case {
        id: "PL-29",
        limits: "3001,,,2024-01-01,,,1000.00,,,EUR,,\n",
        items: "01,I1,invoice,3002,0,D,2024-06-15,2024-07-15,EUR,300.00\n",
        settlements: "",
        expected: (30_000, 0, Band::Good),
        note: "the billed party's limit counts, here the payer's",
    },
    Case {
        id: "PL-35",
        limits: "3001,,,2024-01-01,,,500.00,,,EUR,,\n",
        items: "01,I1,invoice,3001,0,D,2024-06-15,2024-07-15,EUR,550.00\n",
        settlements: "",
        expected: (55_000, 0, Band::Exceeded),
        note: "already 50 above the limit",
    },
    Case {
        id: "PL-39, returned",
        limits: "3001,,,2024-01-01,,,400.00,,,EUR,,\n",
        items: "01,I1,invoice,3001,0,D,2024-06-01,2024-07-15,EUR,500.00\n",
        settlements: "01,I1,invoice,2024-06-10,500.00,payment\n01,I1,invoice,2024-06-14,-500.00,return\n",
        expected: (50_000, 0, Band::Exceeded),
        note: "a payment that came back is outstanding again",
    },
    Case {
        id: "PL-39, paid again",
        limits: "3001,,,2024-01-01,,,400.00,,,EUR,,\n",
        items: "01,I1,invoice,3001,0,D,2024-06-01,2024-07-15,EUR,500.00\n",
        settlements: "01,I1,invoice,2024-06-10,500.00,payment\n01,I1,invoice,2024-06-14,-500.00,return\n\
                      01,I1,invoice,2024-06-20,500.00,payment\n",
        expected: (0, 0, Band::Good),
        note: "ours differs: a return is never cancelled, the payment is recorded anew",
    },
    Case {
        id: "PA-9",
        limits: "3001,,,2024-01-01,,400.00,,,,EUR,,\n",
        items: "01,I1,invoice,3001,0,D,2024-05-25,2024-06-25,EUR,500.00\n\
                01,I2,invoice,3001,0,D,2024-06-30,2024-07-30,EUR,1000.00\n",
        settlements: "",
        expected: (150_000, 50_000, Band::Exceeded),
        note: "one invoice of 500 is past due",
    },
];

#[test]
fn fr_10_fr_14_the_cases_of_peers_on_limits_and_exposure() {
    for case in CASES {
        let mut desk = Desk::new();
        desk.takes("buyers", &format!("{BUYERS}3001,0,D,Payer,DE,EUR,,,\n3002,0,D,Customer,DE,EUR,,,3001\n"));
        for (kind, header, rows) in [
            ("credit_limits", LIMITS, case.limits),
            ("items", ITEMS, case.items),
            ("settlements", SETTLEMENTS, case.settlements),
        ] {
            if !rows.is_empty() {
                desk.takes(kind, &format!("{header}{rows}"));
            }
        }
        let found = standing(&mut desk, "3002", "2024-06-30").standing;
        let band = worst_band(&utilisations(&found, 80));
        assert_eq!((found.outstanding, found.past_due, band), case.expected, "{}: {}", case.id, case.note);
    }
}
