# Die Seite Heute: was zu melden, zu beantragen oder zu entscheiden ist, das Portfolio in Bildern.

## Bilder

chart-nothing = Noch gibt es nichts zu zeigen.
chart-numbers = Zahlen
chart-unit-thousand = Tsd. { $currency }
chart-unit-million = Mio. { $currency }
chart-unit-billion = Mrd. { $currency }
chart-day = Tag
chart-buyer = Kunde
chart-age = Tage überfällig
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
chart-ageing-description = { $insured } versichert und { $uninsured } nicht versichert; davon { $overdue } überfällig.
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
