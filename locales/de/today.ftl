# Die Seite Heute: was zu melden, zu beantragen oder zu entscheiden ist, das Portfolio in Bildern.

## Bilder

chart-nothing = Noch gibt es nichts zu zeigen.
chart-numbers = Zahlen
chart-unit-thousand = Tsd. { $currency }
chart-unit-million = Mio. { $currency }
chart-unit-billion = Mrd. { $currency }
chart-day = Tag
chart-buyer = Kunde
chart-age = Tage nach Fälligkeit
chart-share = Anteil
chart-insured = Versichert
chart-uninsured = Nicht versichert
chart-exposure = Obligo
chart-sum = Versicherungssumme
chart-room = Frei
chart-over = Über der Versicherungssumme
chart-standing = Versichert und nicht versichert
chart-standing-description = Vom { $from } bis zum { $to }; am Ende { $insured } versichert und { $uninsured } nicht versichert.
chart-ageing = Offene Posten nach Alter
chart-ageing-description = { $insured } versichert und { $uninsured } nicht versichert; davon { $overdue } fällig.
chart-age-not-due = Nicht fällig
chart-age-30 = 1–30
chart-age-60 = 31–60
chart-age-90 = 61–90
chart-age-more = > 90
chart-timeline = Versicherungssumme und Obligo
chart-timeline-description = Vom { $from } bis zum { $to }; zuletzt beträgt die Versicherungssumme { $sum } und das Obligo { $exposure }.
chart-limit-within = { $insured } versichert, Obligo { $exposure }, Versicherungssumme { $sum }.
chart-limit-over = Das Obligo von { $exposure } liegt { $over } über der Versicherungssumme von { $sum }; { $insured } sind versichert.
chart-concentration = Größte Kunden
chart-concentration-description = { $count ->
    [one] Auf einen Kunden entfallen
   *[other] Auf { $count } Kunden entfallen
  } { $share } der offenen { $open }.

## Kalender der Fristen

feed-name = obligo: Fristen
feed-summary = { $duty }: { $name }
feed-stake = Es geht um: { $open } offen, { $insured } versichert
feed-item = Posten { $document } der Firma { $company }
feed-account = Konto { $account }
feed-policy = Versicherungsschein { $policy }
feed-reference = Referenz { $reference }
feed-projected = Voraussichtlich: Noch hat kein Echtlauf dieses Datum festgelegt.

## Zahlen und Listen der Seite Heute

today-empty = Hier ist noch nichts erfasst
today-empty-how = Beginnen Sie mit Firmen, Kreditversicherern und Versicherungsscheinen, dann Kunden mit Versicherungsschutz und Kreditmitteilungen, dann offene Posten. Ein Ordner mit allem lässt sich auf einmal importieren.
today-empty-import = Dateien importieren
today-exposure = Offene Forderungen
today-insured = Versichert
today-uninsured = Nicht versichert
today-due-soon = Fristen in 14 Tagen
today-over-limit = Über der Versicherungssumme
today-over-limit-none = Kein Kunde schuldet mehr, als versichert ist.
today-stopped = Neuforderungen ungedeckt
today-duties = Was als Nächstes fällig ist
today-duties-none = In den nächsten drei Monaten läuft keine Frist ab.
today-duties-all = { $count ->
    [one] { $shown } Frist
   *[other] Alle { $shown } Fristen
  }
today-of = Posten oder Kunde
today-all = { $count ->
    [one] { $shown } Kunde
   *[other] Alle { $shown } Kunden
  }
today-why-uninsured = Nicht versichert, und warum
today-why-uninsured-none = Alles Offene ist versichert.
today-used-up = die Versicherungssumme ist ausgeschöpft
today-offers = Fällige Anbietungen und Nachweise
today-offers-none = Kein Kunde ist anzubieten, und kein Nachweis läuft ab.
today-offer-count = { $count ->
    [one] { $shown } Kunde ist dem Kreditversicherer anzubieten:
   *[other] { $shown } Kunden sind dem Kreditversicherer anzubieten:
  }
today-runs = Letzte Läufe
today-runs-none = Noch kein Echtlauf.
today-run-due = Zum { $date } noch nicht gemeldet:
today-run-start = Lauf beginnen

## Fristen

deadlines-found = { $count ->
    [one] { $shown } Frist in den nächsten drei Monaten
   *[other] { $shown } Fristen in den nächsten drei Monaten
  }
deadlines-this-week = Innerhalb von sieben Tagen
deadlines-next-week = In den sieben Tagen danach
deadlines-in-weeks = { $count ->
    [one] In { $shown } Woche
   *[other] In { $shown } Wochen
  }
deadlines-projected = (noch durch keinen Echtlauf festgelegt)
deadlines-feed = Kalender abonnieren
deadlines-feed-why = Ihr Kalenderprogramm kann die Fristen abonnieren, die Sie hier sehen. Die Adresse ist geheim: Wer sie hat, sieht die Fristen auch.
deadlines-feed-new = Das ist die Adresse; sie wird nur jetzt angezeigt:
deadlines-feed-made = Kalender angelegt am { $date }
deadlines-feed-make = Kalender anlegen
deadlines-feed-end = Kalender beenden
deadlines-cut = Hier stehen die nächsten { $kept } jeder Art; insgesamt sind es { $all } Fristen.
