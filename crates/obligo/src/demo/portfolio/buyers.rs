//! The 300 buyers of the demo: who they are, how much they buy, how they pay and how they are covered.

use super::names::Names;
use super::noise::Noise;
use super::numbers::{Identifiers, identifiers, lei};
use obligo_rules::codes::{Category, CoverKind};

/// Accounts in `buyers.csv`, dependent branches included.
pub(super) const COUNT: usize = 300;

/// Account type of all buyers: debtors.
pub(super) const ACCOUNT_TYPE: &str = "D";

/// The two companies of the group, as they stand in the files.
pub(super) const COMPANIES: [&str; 2] = ["10", "20"];

/// The part a buyer plays beyond the ordinary.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Role {
    Ordinary,
    Biggest,
    GoingBad,
    Recovering,
    LimitCut,
    UnnamedExpired,
    CoInsuredMain,
}

/// How much a buyer buys.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Size {
    Huge,
    Large,
    Medium,
    Small,
}

impl Size {
    /// Invoices a month, in thousandths.
    pub(super) fn invoices_per_month(self) -> i64 {
        match self {
            Size::Huge => 5_600,
            Size::Large => 2_800,
            Size::Medium => 1_380,
            Size::Small => 410,
        }
    }

    /// A middling invoice in cents of EUR.
    pub(super) fn amount(self) -> i64 {
        match self {
            Size::Huge => 1_450_000,
            Size::Large => 720_000,
            Size::Medium => 380_000,
            Size::Small => 145_000,
        }
    }
}

/// How a buyer pays.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Pace {
    Early,
    OnTime,
    Late,
    VeryLate,
}

/// One row of `buyers.csv` and what the generator knows beside it.
pub(super) struct Buyer {
    pub(super) account: String,
    pub(super) branch: u8,
    pub(super) name: String,
    pub(super) country: &'static str,
    pub(super) currency: &'static str,
    pub(super) entity: String,
    pub(super) dependent: bool,
    pub(super) category: Category,
    pub(super) vat_id: String,
    pub(super) register_no: String,
    pub(super) lei: String,
    pub(super) term_days: i32,
    pub(super) manager: &'static str,
    pub(super) role: Role,
    pub(super) size: Size,
    /// The buyer's own level of amounts, in thousandths.
    pub(super) level: i64,
    pub(super) pace: Pace,
    /// Index of the company that sells to it.
    pub(super) company: usize,
    /// The other company sells to it, too.
    pub(super) shared: bool,
    /// Accepts bills of exchange.
    pub(super) accepts_bills: bool,
    /// First month of trade, counted from the first month of the portfolio.
    pub(super) first_month: i32,
    pub(super) policy: &'static str,
    pub(super) cover: CoverKind,
    /// Index of the main buyer of a dependent branch.
    pub(super) main: Option<usize>,
}

impl Buyer {
    /// `account/branch/account_type`.
    pub(super) fn path(&self) -> String {
        format!("{}/{}/{ACCOUNT_TYPE}", self.account, self.branch)
    }

    /// Whether the buyer's story is told by hand, not drawn.
    pub(super) fn is_scripted(&self) -> bool {
        matches!(self.role, Role::GoingBad | Role::Recovering)
    }
}

/// Buyers that stories point at: role, account, name, country, size, terms.
const SPECIAL: [(Role, &str, &str, &str, Size, i32); 6] = [
    (Role::Biggest, "100105", "Brümmenkamp Anlagenbau AG", "DE", Size::Huge, 45),
    (Role::GoingBad, "102745", "Tessenbrück Küchenmöbel GmbH", "DE", Size::Huge, 30),
    (Role::CoInsuredMain, "103025", "Baustoffhandel Wiesenemeier GmbH & Co. KG", "DE", Size::Large, 30),
    (Role::UnnamedExpired, "106395", "Ochtersbach Trockenbau GmbH", "DE", Size::Medium, 30),
    (Role::Recovering, "201355", "Ateliers Vaudescourt SAS", "FR", Size::Huge, 45),
    (Role::LimitCut, "202215", "Fonderie Chermigny SA", "FR", Size::Huge, 60),
];

/// Accounts by country and the company that sells there, special buyers and branches not counted.
const MARKETS: [(&str, usize, usize); 14] = [
    ("DE", 0, 118),
    ("FR", 0, 43),
    ("SE", 1, 47),
    ("SE", 0, 6),
    ("AT", 0, 16),
    ("NL", 0, 14),
    ("PL", 0, 9),
    ("IT", 0, 9),
    ("DK", 1, 6),
    ("BE", 0, 4),
    ("FI", 1, 4),
    ("NO", 1, 2),
    ("GB", 0, 2),
    ("CH", 0, 2),
];

/// Branches of co-insured main buyers, by how many each has: twelve in all.
const BRANCHES: [u8; 5] = [3, 3, 2, 2, 2];

/// All buyers: the special ones, the ordinary ones, the dependent branches.
pub(super) fn buyers(seed: u64) -> Vec<Buyer> {
    let mut noise = Noise::new(seed, 1);
    let mut names = Names::new();
    let mut buyers = Vec::with_capacity(COUNT);
    for (role, account, name, country, size, term_days) in SPECIAL {
        let mut buyer = ordinary(&mut noise, account.to_owned(), name.to_owned(), country, 0, size);
        buyer.role = role;
        buyer.term_days = term_days;
        (buyer.accepts_bills, buyer.shared) = (false, false);
        buyer.first_month = 0;
        buyer.cover = if role == Role::UnnamedExpired { CoverKind::Unnamed } else { CoverKind::Named };
        buyer.pace = if role == Role::LimitCut { Pace::Late } else { Pace::OnTime };
        buyer.level = match role {
            Role::Biggest => 2_600,
            Role::LimitCut => 1_200,
            _ => 1_000,
        };
        buyers.push(buyer);
    }
    let mut sizes = sizes(COUNT - SPECIAL.len() - BRANCHES.iter().map(|n| usize::from(*n)).sum::<usize>());
    noise.shuffle(&mut sizes);
    let mut next = [100_200, 200_100, 300_100];
    for (country, company, count) in MARKETS {
        let region = if company == 1 { 2 } else { usize::from(country != "DE") };
        for _ in 0..count {
            next[region] += 2 * noise.between(3, 32);
            let name = names.company(&mut noise, country);
            let size = sizes.pop().unwrap_or(Size::Small);
            buyers.push(ordinary(&mut noise, next[region].to_string(), name, country, company, size));
        }
    }
    without_company_cover(&mut buyers, &mut noise, &mut names);
    branches(&mut buyers, &mut noise);
    buyers
}

fn sizes(count: usize) -> Vec<Size> {
    (0..count)
        .map(|i| match i {
            0..11 => Size::Huge,
            11..54 => Size::Large,
            54..150 => Size::Medium,
            _ => Size::Small,
        })
        .collect()
}

fn ordinary(
    noise: &mut Noise,
    account: String,
    name: String,
    country: &'static str,
    company: usize,
    size: Size,
) -> Buyer {
    let Identifiers { vat_id, register_no } = identifiers(noise, country);
    let policy = match (country, company) {
        (_, 1) => "NKF/T",
        ("DE", _) => "ACR/A",
        _ => "ACR/E",
    };
    let named = match size {
        Size::Huge | Size::Large => 1000,
        Size::Medium => 640,
        Size::Small => 200,
    };
    let cover = if noise.chance(named) {
        CoverKind::Named
    } else if noise.chance(860) {
        CoverKind::Unnamed
    } else {
        CoverKind::None
    };
    Buyer {
        entity: format!("LE{account}"),
        account,
        branch: 0,
        name,
        country,
        currency: currency(noise, country, company),
        dependent: false,
        category: Category::Company,
        vat_id,
        register_no,
        lei: if size == Size::Huge { lei(noise) } else { String::new() },
        term_days: noise.pick(&[14, 30, 30, 30, 30, 45, 45, 60, 60]),
        manager: noise.pick(&["KM01", "KM02", "KM03", "KM04"]),
        role: Role::Ordinary,
        size,
        level: noise.between(600, 1_500),
        pace: match noise.below(100) {
            0..18 => Pace::Early,
            18..63 => Pace::OnTime,
            63..94 => Pace::Late,
            _ => Pace::VeryLate,
        },
        company,
        shared: matches!(size, Size::Huge | Size::Large) && noise.chance(150),
        accepts_bills: matches!(country, "FR" | "IT" | "DE") && size == Size::Large && noise.chance(500),
        first_month: if noise.chance(120) { noise.days(1, 12) } else { 0 },
        policy,
        cover,
        main: None,
    }
}

fn currency(noise: &mut Noise, country: &str, company: usize) -> &'static str {
    match (country, company) {
        ("SE", 1) => "SEK",
        ("SE", _) => noise.pick(&["SEK", "EUR"]),
        ("GB", _) => "GBP",
        ("US", _) => "USD",
        ("PL" | "CH", _) => noise.pick(&["EUR", "EUR", "USD"]),
        _ => "EUR",
    }
}

/// Turns some of the smaller buyers into those a policy leaves out: public, private, affiliates; and one overseas.
fn without_company_cover(buyers: &mut [Buyer], noise: &mut Noise, names: &mut Names) {
    let mut count = 0;
    for buyer in buyers.iter_mut() {
        let small = matches!(buyer.size, Size::Small | Size::Medium) && buyer.role == Role::Ordinary;
        if !small || !matches!(buyer.country, "DE" | "SE") || buyer.company == 0 && buyer.country == "SE" {
            continue;
        }
        count += 1;
        match count {
            n if n % 13 == 4 => {
                buyer.category = Category::Public;
                buyer.name = names.public(noise, buyer.country);
                buyer.register_no = String::new();
                buyer.cover = if n % 2 == 0 { CoverKind::Unnamed } else { CoverKind::None };
            }
            11 | 55 | 90 => {
                buyer.category = Category::Private;
                buyer.name = names.person(noise);
                buyer.register_no = String::new();
                buyer.vat_id = String::new();
                buyer.size = Size::Small;
                buyer.cover = CoverKind::None;
            }
            22 | 60 | 101 | 118 => {
                buyer.category = Category::Affiliate;
                let form = if buyer.country == "SE" { "Service AB" } else { "Vertriebs-GmbH" };
                buyer.name = format!("Morwald {} {form}", ["Nord", "Süd", "Väst", "Mitte"][count % 4]);
                buyer.cover = if count == 60 { CoverKind::None } else { CoverKind::Unnamed };
            }
            _ => {}
        }
    }
    // Switzerland is not on the export policy's list; one buyer there is covered all the same, to no effect.
    for (i, buyer) in buyers.iter_mut().filter(|b| b.country == "CH").enumerate() {
        buyer.cover = if i == 0 { CoverKind::Unnamed } else { CoverKind::None };
    }
    if let Some(buyer) = buyers.iter_mut().rfind(|b| b.country == "GB") {
        (buyer.country, buyer.currency, buyer.cover) = ("US", "USD", CoverKind::None);
        buyer.name = buyer.name.replace(" Ltd", " Inc.");
    }
}

/// Dependent branches, co-insured under their main buyers (R1.6); one of them lies in a country without cover.
fn branches(buyers: &mut Vec<Buyer>, noise: &mut Noise) {
    let special = buyers.iter().position(|b| b.role == Role::CoInsuredMain);
    let candidates = buyers.iter().enumerate().filter_map(|(i, b)| {
        let fits = b.role == Role::Ordinary && b.size == Size::Large && b.cover == CoverKind::Named;
        (fits && matches!(b.country, "DE" | "FR" | "SE") && !b.shared).then_some(i)
    });
    // Not the first ones, so that the mains spread over the countries and policies.
    let mains: Vec<usize> = special.into_iter().chain(candidates.step_by(5)).take(BRANCHES.len()).collect();
    for (main, count) in mains.into_iter().zip(BRANCHES) {
        for branch in 1..=count {
            let abroad = buyers[main].country == "FR" && branch == 1;
            let parent = &buyers[main];
            let place = match parent.country {
                "FR" => ["Genève", "Agence Est", "Agence Sud"],
                "SE" => ["Filial Nord", "Filial Väst", "Filial Syd"],
                _ => ["Niederlassung Nord", "Niederlassung Süd", "Lager Mitte"],
            };
            let name = format!("{}, {}", parent.name, place[usize::from(branch) - 1]);
            let size = if branch == 1 { Size::Medium } else { Size::Small };
            let (country, company) = (if abroad { "CH" } else { parent.country }, parent.company);
            let copy = Buyer {
                branch,
                entity: parent.entity.clone(),
                currency: parent.currency,
                dependent: true,
                vat_id: if abroad { String::new() } else { parent.vat_id.clone() },
                register_no: if abroad { String::new() } else { parent.register_no.clone() },
                lei: parent.lei.clone(),
                term_days: parent.term_days,
                manager: parent.manager,
                pace: parent.pace,
                shared: false,
                accepts_bills: false,
                first_month: parent.first_month,
                policy: parent.policy,
                cover: CoverKind::CoInsured,
                main: Some(main),
                ..ordinary(noise, parent.account.clone(), name, country, company, size)
            };
            buyers.push(copy);
        }
    }
}
