working-payers = Zahler werden gelesen
payers-title = Zahler
payers-count = { $shown } Zahler
payers-nothing = Kein Zahler passt. Mit --all kommen auch die, die nichts schulden.
credit-tab-groups = Kreditgruppen
credit-groups-title = Kreditgruppen
credit-groups-count = { $shown } { $count ->
    [one] Kreditgruppe
   *[other] Kreditgruppen
  }
credit-groups-nothing = Es gibt keine Kreditgruppe. Importieren Sie welche mit "obligo import credit_groups DATEI.csv".
credit-limits-title = Eigene Kreditlimits
credit-limits-count = { $shown } { $count ->
    [one] Eintrag
   *[other] Einträge
  }
credit-limits-nothing = Keine eigenen Kreditlimits 1 bis 4 sind in Kraft. Importieren Sie welche mit "obligo import credit_limits DATEI.csv".

col-group = Kreditgruppe
col-pays-for = Konten
col-outstanding = Ausstehend
col-orders = Aufträge
col-past-due = Überfällig
col-days-overdue = Tage überfällig
col-limit-past-due = Limit 1
    .help = Was überfällig sein darf
col-limit-outstanding = Limit 2
    .help = Was ausstehen darf
col-limit-outstanding-and-orders = Limit 3
    .help = Was mit Aufträgen und nicht berechneten Lieferungen ausstehen darf
col-limit-days-overdue = Limit 4
    .help = Um wie viele Tage der älteste offene Posten überfällig sein darf
col-limit-kind = Limit
col-actual = Gefunden
col-payers = Zahler
col-credit-manager = Kreditverantwortlicher
col-allowed = Erlaubt
col-used-percent = Genutzt, %
col-band = Auslastung
col-approved-by = Genehmigt von
col-in-force = In Kraft
flag-in-force = ja

band-good = gut
band-cautious = Vorsicht
band-exceeded = überschritten
limit-kind-past-due = 1 – überfällig
limit-kind-outstanding = 2 – ausstehend
limit-kind-outstanding-and-orders = 3 – ausstehend und Aufträge
limit-kind-days-overdue = 4 – Tage, die der älteste Posten überfällig ist
limit-kind-insured-sum = Versicherungssumme

payer-limits = Eigene Limits und ihre Auslastung
payer-no-limits = Kein Limit gesetzt und keine Summe versichert.
payer-paid-by = Zahler
payer-pays-for = Zahlt auch für
payer-more-customers = { $count ->
    [one] und einen weiteren
   *[other] und { $count } weitere
  }
payer-group = Kreditgruppe
payer-group-binds = Gezeigt werden die eigenen Limits des Zahlers oder das, was die Kreditgruppe neben ihren anderen Mitgliedern lässt; der niedrigere Wert zählt.
payer-without-account = dieses Konto gibt es nicht; er zählt als sein eigener Zahler
payer-override = Limits der Firma { $company }
payer-override-hint = Was eine Firma festlegt, steht neben den eigenen Limits des Zahlers und ersetzt sie nie. Aufträge nennen keine Firma und zählen dort nicht mit.
payer-days = { $count ->
    [one] { $count } Tag
   *[other] { $count } Tage
  }
payer-behaviour = Zahlungsverhalten
payer-days-late = Tage nach Fälligkeit, letzte 3 Monate
payer-days-late-before = Tage nach Fälligkeit, 12 Monate davor
payer-past-due-percent = Überfällig vom Offenen
payer-past-due-percent-before = Überfällig vor 3 Monaten
payer-behaviour-hint = Nur Zahlungen, nach Betrag gewichtet, jede Teilzahlung an ihrem eigenen Tag. Gutschriften, Ausbuchungen, Verrechnungen, Wechsel und zurückgekommene Zahlungen zählen nicht.
payer-behaviour-report = Alle Zahler
payer-new-limits = Eigene Limits festlegen
payer-company-none = Alle Firmen

groups-title = Kreditgruppen
groups-nothing = Es gibt noch keine Kreditgruppen. Eine Kreditgruppe sind mehrere Zahler mit einem gemeinsamen Limit.
groups-import = Kreditgruppen aus einer Datei importieren
groups-members = Mitglieder
groups-no-members = Heute gehört kein Zahler zu dieser Kreditgruppe.

chart-behaviour = Tage zwischen Fälligkeit und Zahlung
chart-behaviour-description = Tage nach Fälligkeit der Zahlungen je Monat vom { $from } bis { $to }; im letzten Monat mit Zahlungen: { $days }.
chart-days = Tage
chart-month = Monat bis
chart-days-late = Tage nach Fälligkeit
chart-paid = Gezahlt
chart-past-due-percent = Überfällig, %

report-payment-behaviour = Zahlungsverhalten
report-about-payment-behaviour = Wie Zahler zahlen: Tage nach Fälligkeit zuletzt und davor, und was vom Offenen überfällig ist
report-payment-behaviour-none = Kein Zahler schuldet etwas oder hat zuletzt gezahlt.
report-later-by = Später um Tage
report-field-payers = Zahler
report-choice-longer = Länger überfällig
