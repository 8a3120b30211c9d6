# The pages of buyers: the list, one buyer, co-insured customers.

cover-named = Namngiven
cover-unnamed = Ej namngiven
cover-co-insured = Medförsäkrad
cover-none = Oförsäkrad

## The list

buyers-tabs = Köpare och medförsäkrade kunder
buyers-found = { $count ->
    [one] Ett kundkonto
   *[other] { $shown } kundkonton
  }
buyers-use = Utnyttjande av kreditlimiten
buyers-over-limit = Över kreditlimiten
buyers-stopped = Stopp för nya fordringar
buyers-must-be-offered = Måste anmälas
buyers-over-credit-limit = Över den interna kreditlimiten
buyers-credit-manager = Kreditansvarig
buyers-any = Alla
buyers-show = Visa
buyers-reset = Återställ
buyers-download = Ladda ner CSV
buyers-sum = Limit i { $currency }
buyers-none-fit = Ingen köpare motsvarar sökningen. Ta bort ett filter, eller återställ alla.
buyers-nothing-yet = Det finns inga köpare ännu. Importera dem från kundreskontran:
buyers-views = Sparade vyer
buyers-view-keep = Spara denna vy
buyers-view-name = Vyns namn
buyers-view-save = Spara
buyers-view-delete = Ta bort vyn { $name }

## One buyer

why = Varför?
buyer-identity = Vem
buyer-cover = Försäkringsskydd
buyer-cover-ahead = Från { $date }
buyer-prospect = Presumtiv kund utan kundkonto
buyer-legal-entity = Juridisk person
buyer-dependent-branch = Osjälvständig filial
buyer-category = Kategori
buyer-vat-id = Momsregistreringsnummer
buyer-register-no = Organisationsnummer
buyer-lei = LEI-kod
buyer-payment-terms = Betalningsvillkor
buyer-credit-limit = Intern kreditlimit
buyer-bill-limit = Växellimit
buyer-bill-liability = Växelobligo
buyer-limit-check = Order prövas mot
buyer-payer = Betalare
buyer-information-date = Upplysningsdatum
buyer-information-source = Upplysningens källa
buyer-risk-factors = Riskfaktorer
buyer-risk-number = Risknummer
buyer-recommended-limit = Rekommenderad kreditram
buyer-recommended-from = Rekommenderad från
buyer-not-insured-reason = Varför oförsäkrad
buyer-insurance-no = Försäkringens nummer
buyer-user-status = Användardefinierad försäkringsstatus
buyer-left-policy = Poster som ännu är öppna i { $policy }
buyer-stopped = Stopp för nya fordringar: fordringar daterade efter { $date } är oförsäkrade.
buyer-offer-due = Köparen måste anmälas till försäkringsgivaren: anmälningsgränsen är uppnådd.
buyer-new-limit = Limitansökan eller beslut
buyer-new-cover = Ändra försäkringsskyddet
buyer-new-evidence = Lägg till underlag
buyer-new-event = Registrera en händelse
buyer-edit = Ändra grunddata
buyer-no-decisions = Inget kreditbeslut är registrerat. Ansök om en limit, eller registrera vad försäkringsgivaren beslutat.
buyer-conditions-met = (uppfyllda)
buyer-evidence = Underlag
buyer-no-evidence = Inget underlag är registrerat.
buyer-item-covered = { $share } försäkrat
buyer-all-items = { $count ->
    [one] Den enda posten
   *[other] Alla { $shown } poster
  }
buyer-all-deadlines = { $count ->
    [one] Den enda fristen
   *[other] Alla { $shown } frister
  }
buyer-no-items = Ingen post är öppen.
buyer-no-deadlines = Inget ska göras de närmaste tre månaderna.
buyer-notes = Anteckningar
buyer-note = Ny anteckning
buyer-note-add = Lägg till anteckningen
buyer-no-notes = Det finns inga anteckningar.
buyer-history = Ändringshistorik
buyer-no-history = Ingenting är registrerat.
buyer-history-more = Äldre ändringar finns i revisionsloggen.

category-company = Företag
category-public = Offentligt organ
category-private = Privatperson
category-affiliate = Koncernbolag
check-credit-limit = Intern kreditlimit
check-insured-sum = Kreditlimit
check-lower = Den lägre av intern kreditlimit och försäkringens kreditlimit
trail-buyers = Grunddata
trail-covers = Försäkringsskydd
trail-limits = Limit
trail-evidence = Underlag
trail-events = Händelse

evidence-agency-report = Kreditupplysning
evidence-bank-reference = Bankreferens
evidence-payment-experience = Betalningserfarenhet
evidence-positive = Positiv
evidence-negative = Negativ
evidence-source = Källa

event-what = Händelse
event-insolvency = Insolvens
event-notice = Anmälan till försäkringsgivaren
event-collection = Överlämnad till inkasso
event-protest = Växel protesterad
event-claim = Skadeanmälan inlämnad
event-dispute = Tvist
event-dispute-end = Tvisten har upphört
event-reinstatement = Försäkrad igen

## Forms

buyer-new = Ny köpare
check-none = Ingenting
entry-account-hint = Adressnumret, eller @ och den juridiska personen för en presumtiv kund.
entry-dependent-hint = Bara osjälvständiga filialer kan vara medförsäkrade.
entry-valid-from-hint = Tomt: från dagen efter den senaste skarpa körningen, eller alltid.
entry-category-hint = För betalningserfarenhet.
entry-valid-until-hint = Tomt: så länge försäkringen anger.
entry-cover-from-hint = Samma första dag rättar detta försäkringsskydd; en senare inleder ett nytt.
entry-beside = Vad som står nu, och vad du skrev
entry-now = Nu
entry-typed = Du skrev
entry-no-difference = Det står just det du skrev.
entry-on = Gå vidare

## Why a buyer has its sum, its room and its stop of cover

sum-no-cover = Köparen har inget försäkringsskydd i { $policy } nu, så kreditlimiten är 0.
sum-declined = Försäkringsskyddet är avslaget från { $date }, så kreditlimiten är 0.
sum-no-decision = Inget kreditbeslut gäller, så kreditlimiten är 0.
sum-decision = { $valid_until ->
    [none] Kreditbeslutet av den { $valid_from } beviljar { $amount } { $currency }.
   *[other] Kreditbeslutet av den { $valid_from } beviljar { $amount } { $currency } till och med { $valid_until }.
  }
sum-top-up = { $valid_until ->
    [none] Tilläggsskydd ger ytterligare { $amount } { $currency } sedan { $valid_from }.
   *[other] Tilläggsskydd ger ytterligare { $amount } { $currency } från { $valid_from } till och med { $valid_until }.
  }
sum-agency-report = Kreditupplysningen av den { $date } öppnar { $amount } { $currency } till och med { $valid_until }.
sum-bank-reference = Bankreferensen av den { $date } öppnar { $amount } { $currency } till och med { $valid_until }.
sum-payment-experience = Betalningserfarenhet i kategori { $category } öppnar { $amount } { $currency }.
sum-no-evidence = Inget underlag öppnar någon kreditlimit nu.
sum-recommended = Den rekommenderade kreditramen { $amount } { $currency } begränsar den sedan { $date }.
room-left = Utrymme { $room } { $currency }: kreditlimit { $insured_sum } minus { $insured } försäkrat.
room-with-credits = Utrymme { $room } { $currency }: kreditlimit { $insured_sum } minus { $insured } försäkrat, och { $credits } i krediter som frigör utrymme.
stop-by-items = { $count ->
    [one] Denna post passerade sin dag den { $date } och stoppar skyddet tills den är reglerad: { $items }.
   *[other] { $count } poster passerade sin dag den { $date } och stoppar skyddet tills de är reglerade, bland dem { $items }.
  }
stop-by-event = { $event ->
    [insolvency] Insolvensen den { $date } stoppar skyddet.
    [collection] Överlämningen till inkasso den { $date } stoppar skyddet.
   *[claim] Skadeanmälan den { $date } stoppar skyddet.
  }
stop-by-withdrawal = Försäkringsskyddet återkallades den { $date }.

## Co-insured customers

co-insured-title = Medförsäkrade kunder
co-insured-what = Kunder utan egen kreditlimit. Deras poster räknas mot kreditlimiten för den kund de är försäkrade under.
co-insured-none = Ingen är medförsäkrad. Lägg till en osjälvständig filial till en försäkrad kund.
co-insured-add = Lägg till en medförsäkrad kund
co-insured-add-here = Lägg till en till här
co-insured-end = Avsluta medförsäkringen
co-insured-end-short = Avsluta
co-insured-under = Medförsäkrad under { $account }
co-insured-policy = Internt försäkringsnummer
co-insured-heading = I vilket försäkringsbrev
co-insured-main = Försäkrad kund
co-insured-one = Medförsäkrad kund
co-insured-only-branches = Bara osjälvständiga filialer till en försäkrad kund kan vara medförsäkrade. Ett juridiskt självständigt driftställe behöver en egen kreditlimit.
co-insured-credit-limit-hint = Högst hela den kredit som kunden får; den beror inte på försäkringen.
co-insured-information-hint = När en upplysning om kunden senast hämtades in.
co-insured-from-hint = Tomt: från och med i dag.
co-insured-last-day = Sista dag

## Search

search-nothing = Inget börjar med eller innehåller ”{ $text }”. Köpare hittas med namn och nummer, poster med början av dokumentnumret.
