# Order: spärrar, orderkontroller, stopp och frisläpp.

credit-tab-orders = Order

order-answer-allow = får gå
order-answer-warn = får gå, med varning
order-answer-block = inte utan frisläpp
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
order-reason-credit-limit = Exponering { $actual }; den egna kreditgränsen är { $limit }.
order-reason-group-limit = Kreditgruppens exponering { $actual }; dess gräns är { $limit }.
order-reason-days-overdue = Dagar som den äldsta posten är förfallen: { $actual }; gräns 4 är { $limit }.
order-reason-insured-sum = Exponering { $actual }; försäkrat belopp och accepterat överskridande är { $limit }.
order-reason-policy-ends = Avtalet slutar före fakturadatumet { $actual }.
order-reason-country-excluded = Avtalet täcker inte landet.
order-reason-category-excluded = Avtalet täcker inte köpare av denna kategori.
order-reason-term-too-long = Förfaller { $actual }; den längsta kredittiden slutar { $limit }.
order-reason-uncovered = Faktura { $actual }; fordringar daterade efter { $limit } täcks inte.
order-reason-limit-expires = Faktura { $actual }; limiten slutar { $limit }.
order-reason-withdrawn = Täckningen är återkallad före fakturadatumet { $actual }.
order-reason-no-cover = Inget belopp är försäkrat.
order-reason-less-room = Ordern är { $actual }; på fakturadatumet är { $limit } av det försäkrade beloppet fritt.

order-covered-yes = Blir försäkrad vid fakturering
order-covered-partly = Blir delvis försäkrad: { $amount }
order-covered-no = Blir inte försäkrad
order-covered-not-insured = Köparen omfattas inte av något avtal

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

order-other-orders = Order och leveranser
order-this = Denna order
order-exposure = Exponering med den
order-limit = Jämfört med
order-invoice-date = Faktureras
order-due-date = Förfaller
order-limit-ends = Limiten slutar
