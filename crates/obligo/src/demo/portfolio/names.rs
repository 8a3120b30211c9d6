//! Invented company names in the languages of the buyers. Stems are made of syllables, so that no real firm is meant.

use super::noise::Noise;
use std::collections::BTreeSet;

/// How names are made in a language.
struct Style {
    heads: &'static [&'static str],
    tails: &'static [&'static str],
    /// `{}` stands for the stem.
    trades: &'static [&'static str],
    forms: &'static [&'static str],
}

const GERMAN: Style = Style {
    heads: &[
        "Hark", "Lütt", "Wiesen", "Ostm", "Kräh", "Dörn", "Tess", "Brüm", "Vahl", "Ocht", "Grönh", "Sieb",
        "Mühl", "Pött", "Jörd", "Roth", "Ender", "Quast",
    ],
    tails: &[
        "inghoff",
        "emeier",
        "enkamp",
        "ersbach",
        "enhorst",
        "ebrück",
        "eling",
        "ersloh",
        "egräber",
        "enbüttel",
    ],
    trades: &[
        "{} Metallbau",
        "{} Maschinenbau",
        "{} Werkzeuge",
        "{} Baustoffe",
        "{} Möbelwerke",
        "{} Fördertechnik",
        "{} Blechbearbeitung",
        "{} Sanitärgroßhandel",
        "{} Elektrotechnik",
        "{} Befestigungstechnik",
        "Autohaus {}",
        "{} Fahrzeugbau",
        "{} Landtechnik",
        "Schlosserei {}",
    ],
    forms: &["GmbH", "GmbH", "GmbH", "GmbH & Co. KG", "KG", "AG", "OHG", "e.K."],
};

const FRENCH: Style = Style {
    heads: &[
        "Vaud", "Briss", "Cherm", "Mont", "Lav", "Grand", "Hérin", "Pérol", "Sauv", "Beaul", "Tréf", "Corm",
    ],
    tails: &["relle", "olin", "igny", "ençon", "aubert", "eval", "ouzier", "ières", "escourt", "enteuil"],
    trades: &[
        "Établissements {}",
        "Mécanique {}",
        "Ateliers {}",
        "{} Équipements",
        "Menuiserie {}",
        "{} Matériaux",
        "Quincaillerie {}",
        "{} Frères",
        "Société Générale de Tôlerie {}",
        "{} Électricité",
        "Fonderie {}",
    ],
    forms: &["SARL", "SARL", "SAS", "SAS", "SA", "EURL"],
};

const SWEDISH: Style = Style {
    heads: &["Ek", "Björk", "Sjö", "Norr", "Häll", "Gran", "Älv", "Kvarn", "Ström", "Vind", "Åker", "Öster"],
    tails: &["myra", "hammar", "vallen", "tuna", "forsa", "bränna", "nässjön", "gärde", "skäret", "linge"],
    trades: &[
        "{} Verkstad",
        "{} Mekaniska",
        "{} Bygg",
        "{} Järn & Färg",
        "{} Industri",
        "{} Trävaru",
        "{} Åkeri",
        "{} Maskin",
        "{} Plåt",
        "{} VVS",
        "{} Elektriska",
        "{} Snickeri",
    ],
    forms: &["AB", "AB", "AB", "AB", "Handelsbolag", "Ekonomisk förening"],
};

const DANISH: Style = Style {
    heads: &["Sønder", "Vester", "Grøn", "Hede", "Bøg", "Kær", "Lynd", "Tårn"],
    tails: &["holt", "lundby", "mose", "bæk", "stedgård", "torp"],
    trades: &["{} Maskinfabrik", "{} Trælast", "{} Smede", "{} Byggecenter", "{} Teknik"],
    forms: &["A/S", "ApS", "ApS"],
};

const NORWEGIAN: Style = Style {
    heads: &["Fjell", "Nord", "Skog", "Bjørne", "Øvre"],
    tails: &["vikdal", "haugstad", "nesmo", "lidalen"],
    trades: &["{} Mekaniske", "{} Bygg", "{} Verft", "{} Industri"],
    forms: &["AS"],
};

const FINNISH: Style = Style {
    heads: &["Kuusi", "Järvi", "Pelto", "Koivu", "Hämä"],
    tails: &["mäkelä", "rantala", "niemistö", "saloinen"],
    trades: &["{} Konepaja", "{} Rakennus", "{} Metalli", "{} Työkalut"],
    forms: &["Oy"],
};

const DUTCH: Style = Style {
    heads: &["Haver", "Zuider", "Kloos", "Wester", "Meer", "Oost"],
    tails: &["veldink", "daalman", "kampstra", "hoevel", "brugge"],
    trades: &["{} Machinebouw", "{} Bouwmaterialen", "Gebroeders {}", "{} Staal", "{} IJzerwaren"],
    forms: &["B.V.", "B.V.", "N.V."],
};

const POLISH: Style = Style {
    heads: &["Wiśni", "Dąbr", "Święt", "Łęcz", "Brzoz"],
    tails: &["owiecki", "anowski", "ochowicz", "ełczak"],
    trades: &["{} Narzędzia", "Zakład Mechaniczny {}", "{} Stal", "Hurtownia {}"],
    forms: &["sp. z o.o.", "sp. z o.o.", "S.A."],
};

const ITALIAN: Style = Style {
    heads: &["Bell", "Monter", "Casal", "Ferr", "Valpi"],
    tails: &["anzoni", "eschini", "idoro", "avalli", "ugheri"],
    trades: &["Officine {}", "{} Meccanica", "Fratelli {}", "{} Utensileria"],
    forms: &["S.r.l.", "S.r.l.", "S.p.A."],
};

const ENGLISH: Style = Style {
    heads: &["Harrow", "Pendle", "Thorn", "Ash"],
    tails: &["wickton", "combe", "hurstley", "mereby"],
    trades: &["{} Engineering", "{} Fasteners", "{} Tools"],
    forms: &["Ltd"],
};

/// Makes names, none twice.
pub(super) struct Names {
    used: BTreeSet<String>,
}

impl Names {
    pub(super) fn new() -> Names {
        Names { used: BTreeSet::new() }
    }

    /// The name of a company in this country.
    pub(super) fn company(&mut self, noise: &mut Noise, country: &str) -> String {
        loop {
            let style = style(country);
            let stem = stem(noise, style);
            let form = match country {
                "US" => "Inc.",
                "BE" => "SRL",
                _ => noise.pick(style.forms),
            };
            let name = format!("{} {form}", noise.pick(style.trades).replace("{}", &stem));
            if self.used.insert(name.clone()) {
                return name;
            }
        }
    }

    /// The name of a public buyer in Germany or Sweden.
    pub(super) fn public(&mut self, noise: &mut Noise, country: &str) -> String {
        loop {
            let stem = stem(noise, style(country));
            let name = match (country, noise.below(3)) {
                ("SE", 0) => format!("{stem}s kommun"),
                ("SE", _) => format!("Region {stem}"),
                (_, 0) => format!("Stadt {stem}, Bauhof"),
                (_, 1) => format!("Kreisklinikum {stem}"),
                _ => format!("Landkreis {stem}"),
            };
            if self.used.insert(name.clone()) {
                return name;
            }
        }
    }

    /// The name of a person who buys.
    pub(super) fn person(&mut self, noise: &mut Noise) -> String {
        loop {
            let first = noise.pick(&["Jörg", "Käthe", "Silke", "Günther", "Maren", "Ulf"]);
            let name = format!("{first} {}", stem(noise, &GERMAN));
            if self.used.insert(name.clone()) {
                return name;
            }
        }
    }
}

fn stem(noise: &mut Noise, style: &Style) -> String {
    format!("{}{}", noise.pick(style.heads), noise.pick(style.tails))
}

fn style(country: &str) -> &'static Style {
    match country {
        "FR" | "BE" => &FRENCH,
        "SE" => &SWEDISH,
        "DK" => &DANISH,
        "NO" => &NORWEGIAN,
        "FI" => &FINNISH,
        "NL" => &DUTCH,
        "PL" => &POLISH,
        "IT" => &ITALIAN,
        "GB" | "US" => &ENGLISH,
        _ => &GERMAN,
    }
}
