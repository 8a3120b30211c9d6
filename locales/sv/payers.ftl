working-payers = Läser betalare
payers-title = Betalare
payers-count = { $shown } betalare
payers-nothing = Ingen betalare passar. Med --all kommer även de som inget är skyldiga.
credit-tab-groups = Kreditgrupper
credit-groups-title = Kreditgrupper
credit-groups-count = { $shown } { $count ->
    [one] kreditgrupp
   *[other] kreditgrupper
  }
credit-groups-nothing = Det finns ingen kreditgrupp. Importera med "obligo import credit_groups FIL.csv".
credit-limits-title = Interna kreditlimiter
credit-limits-count = { $shown } { $count ->
    [one] post
   *[other] poster
  }
credit-limits-nothing = Inga interna kreditlimiter 1 till 4 gäller. Importera med "obligo import credit_limits FIL.csv".

col-group = Kreditgrupp
col-pays-for = Kundkonton
col-outstanding = Utestående
col-orders = Order
col-past-due = Förfallet
col-days-overdue = Dagar förfallet
col-limit-past-due = Limit 1
    .help = Vad som får vara förfallet
col-limit-outstanding = Limit 2
    .help = Vad som får vara utestående
col-limit-outstanding-and-orders = Limit 3
    .help = Vad som får vara utestående med order och ej fakturerade leveranser
col-limit-days-overdue = Limit 4
    .help = Hur många dagar den äldsta öppna posten får vara förfallen
col-limit-kind = Limit
col-actual = Funnet
col-payers = Betalare
col-credit-manager = Kreditansvarig
col-allowed = Tillåtet
col-used-percent = Utnyttjat, %
col-band = Utnyttjande
col-approved-by = Godkänd av
col-in-force = Gäller
flag-in-force = ja

band-good = bra
band-cautious = försiktighet
band-exceeded = överskriden
limit-kind-past-due = 1 – förfallet
limit-kind-outstanding = 2 – utestående
limit-kind-outstanding-and-orders = 3 – utestående och order
limit-kind-days-overdue = 4 – dagar den äldsta posten är förfallen
limit-kind-insured-sum = Försäkringsgivarens kreditlimit

payer-limits = Interna limiter och deras utnyttjande
payer-no-limits = Ingen intern limit är satt och ingen kreditlimit försäkrad.
payer-paid-by = Betalare
payer-pays-for = Betalar även för
payer-more-customers = { $count ->
    [one] och en till
   *[other] och { $count } till
  }
payer-group = Kreditgrupp
payer-group-binds = Här visas betalarens egna limiter, eller vad kreditgruppen lämnar vid sidan av sina andra medlemmar; det lägre värdet gäller.
payer-without-account = kundkontot finns inte; den räknas som sin egen betalare
payer-override = Limiter för företag { $company }
payer-override-hint = Vad ett företag bestämmer visas bredvid betalarens egna limiter och ersätter dem aldrig. Order anger inget företag och räknas inte med där.
payer-days = { $count ->
    [one] { $count } dag
   *[other] { $count } dagar
  }
payer-behaviour = Betalningsbeteende
payer-days-late = Dagar efter förfall, senaste 3 månaderna
payer-days-late-before = Dagar efter förfall, 12 månader dessförinnan
payer-past-due-percent = Förfallet av det öppna
payer-past-due-percent-before = Förfallet för 3 månader sedan
payer-behaviour-hint = Endast betalningar, vägda efter belopp, varje delbetalning på sin egen dag. Kreditnotor, avskrivningar, kvittningar, växlar och återkomna betalningar räknas inte.
payer-behaviour-report = Alla betalare
payer-new-limits = Sätt interna limiter
payer-company-none = Alla företag

groups-title = Kreditgrupper
groups-nothing = Det finns inga kreditgrupper än. En kreditgrupp är flera betalare med en gemensam limit.
groups-import = Importera kreditgrupper från en fil
groups-members = Medlemmar
groups-no-members = Ingen betalare hör till kreditgruppen i dag.

chart-behaviour = Dagar mellan förfall och betalning
chart-behaviour-description = Dagar efter förfall för betalningar per månad från { $from } till { $to }; senaste månaden med betalningar: { $days }.
chart-days = dagar
chart-month = Månad till
chart-days-late = Dagar efter förfall
chart-paid = Betalt
chart-past-due-percent = Förfallet, %

report-payment-behaviour = Betalningsbeteende
report-about-payment-behaviour = Hur betalare betalar: dagar efter förfall nyligen och dessförinnan, och vad av det öppna som är förfallet
report-payment-behaviour-none = Ingen betalare är skyldig något eller har betalat nyligen.
report-later-by = Senare med, dagar
report-field-payers = Betalare
report-choice-longer = Förfallet längre
