# Order: spärrar, orderkontroller, stopp och frisläpp.

credit-tab-orders = Order

order-answer-allow = Får gå
order-answer-warn = Får gå, med varning
order-answer-block = Inte utan frisläpp
order-state-open = öppen
order-state-stopped = stoppad
order-state-released = frisläppt
order-state-delivered = levererad
order-state-invoiced = fakturerad
order-state-cancelled = annullerad
order-point-entry = när ordern tas emot
order-point-line = när en rad ändras
order-point-release = innan varorna lämnar huset

order-reason-blocked = Betalaren är spärrad för hand.
order-reason-past-due = Förfallet { $actual }; gräns 1 är { $limit }.
order-reason-credit-limit = Exponering { $actual }; den interna kreditlimiten är { $limit }.
order-reason-group-limit = Kreditgruppens exponering { $actual }; dess gräns är { $limit }.
order-reason-days-overdue = Dagar som den äldsta posten är förfallen: { $actual }; gräns 4 är { $limit }.
order-reason-insured-sum = Exponering { $actual }; kreditram och godkänt överskridande är { $limit }.
order-reason-policy-ends = Försäkringsbrevet slutar före fakturadatumet { $actual }.
order-reason-country-excluded = Försäkringsbrevet ger inget skydd för landet.
order-reason-category-excluded = Försäkringsbrevet ger inget skydd för köpare av denna kategori.
order-reason-term-too-long = Förfaller { $actual }; den längsta kredittiden slutar { $limit }.
order-reason-uncovered = Faktura { $actual }; fordringar daterade efter { $limit } täcks inte.
order-reason-limit-expires = Faktura { $actual }; limiten slutar { $limit }.
order-reason-withdrawn = Försäkringsskyddet är återkallat före fakturadatumet { $actual }.
order-reason-no-cover = Inget belopp är försäkrat.
order-reason-less-room = Ordern är { $actual }; på fakturadatumet är { $limit } av kreditramen fria.

order-covered-yes = Blir försäkrad vid fakturering
order-covered-partly = Blir delvis försäkrad: { $amount }
order-covered-no = Blir inte försäkrad
order-covered-not-insured = Köparen omfattas inte av något försäkringsbrev

col-order-no = Order
col-order-date = Beställd
col-answer = Svar
order-nothing-against = Inget talar emot den.
orders-none = Inga order är registrerade.
order-entered = Order { $order } är registrerad: { $state }.
order-released = Order { $order } är frisläppt.
block-put = { $account } är spärrad.
block-lifted = { $account } är inte längre spärrad.
effect-none = Ingen öppen order skulle stoppas.
effect-ask = Vilka öppna order detta stoppar: obligo orders effect

order-other-orders = Order och leveranser
order-this = Denna order
order-exposure = Exponering med den
order-limit = Jämfört med
order-invoice-date = Faktureras
order-due-date = Förfaller
order-limit-ends = Limiten slutar

orders-all = Alla
orders-tab-stopped = Stoppade
orders-tab-open = Öppna
orders-tab-released = Frisläppta
orders-tab-delivered = Levererade
orders-import = Importera order från en fil
order-check-one = Kontrollera en order
order-check-about = Vad svaret skulle bli; inget registreras förrän ni registrerar ordern.
order-check-do = Kontrollera
order-enter = Kontrollera och registrera
order-buyer = Köpare
order-delivery-date = Leveransdatum
order-terms = Betalningsvillkor
order-terms-hint = Tomt: köparens
order-number = Ordernummer
order-number-hint = Behövs för att registrera den; en order med detta nummer räknas inte två gånger
order-kind-delivery = leverans
order-title = Order { $order }
order-facts = Ordern
order-check-now = Kontrollerad nu, innan varorna lämnar huset
order-history = Hur det blev så
order-checks = Kontroller registrerade med den
order-release = Frisläpp ordern
order-release-reason = Varför den ändå får gå
order-release-hint = Det sparas med ert namn.
order-release-not-you = En chef kan frisläppa den.
order-open = Öppna poster och växlar
order-cover-ahead = När den faktureras
order-latest-due-date = Förfaller senast
order-sum-then = Kreditram då
order-room-then = Utrymme då
order-weight-warn = varnar
order-weight-block = stoppar
order-effect = Effekt av en sänkning på öppna order
order-effect-sum = Ny kreditram
order-effect-hint = I betalarens valuta; tomt: gällande kreditram
order-effect-all = Tomt: alla betalare, med gällande kreditramar
orders-none-open = Ingen öppen order.
order-effect-here = { $count ->
    [one] { $shown } öppen order för denna betalare skulle stoppas när den lämnar huset.
   *[other] { $shown } öppna order för denna betalare skulle stoppas när de lämnar huset.
}
order-effect-show = Visa dem
order-effect-now = Nu
order-effect-then = Då
block-reason = Varför
block-until = Till och med
block-until-hint = Tomt: tills någon häver den
block-in-force-since = Spärrad av { $by } sedan { $date }
block-in-force-until = Den slutar { $date }.
block-of-payer = Spärren är betalarens.
block-lift = Häv spärren
block-put-one = Spärra denna betalare
order-effect-stopped = { $count ->
    [0] Ingen öppen order skulle stoppas.
    [one] { $shown } öppen order skulle stoppas.
   *[other] { $shown } öppna order skulle stoppas.
}
block-put-do = Sätt spärren
order-tolerance = Upp till { $amount } över limiten ges bara en varning.
