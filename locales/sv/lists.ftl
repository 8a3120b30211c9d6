# Rapporter som listor: öppna belopp, kontrollistor, köpardossier, kontoutdrag, portfölj.

report-as-of = Per { $date }
report-period = { $from } till { $to }
report-from-store = Bokföringen per { $date }, post { $entry } i granskningsspåret
report-in-currency = { $title } ({ $currency })
report-field-as-of = Per
report-field-amounts = Belopp
report-field-insurer-from = Försäkringsgivare från
report-field-insurer-to = Försäkringsgivare till
report-field-insurance-no-from = Försäkringsnummer från
report-field-insurance-no-to = Försäkringsnummer till
report-field-lowest = Lägsta belopp
report-field-days = Dagar
report-field-percent = Från % av limiten
report-field-all = Även utan öppna poster
report-field-from = Från
report-field-until = Till
report-field-compared-from = Jämfört från
report-field-compared-to = Jämfört till
report-field-account = Konto
report-field-company = Företag
report-choice-gross = Brutto
report-choice-net = Netto utan moms

## Öppna belopp mot limit, förfallna dagar

report-open-amounts = Öppna belopp mot limit
report-about-open-amounts = Vad försäkrade betalare är skyldiga, vad av det som är försäkrat och deras kreditlimiter, brutto eller netto
report-days-overdue = Förfallna dagar
report-about-days-overdue = Vad försäkrade betalare är skyldiga, vad av det som är förfallet och vad som är det sedan mer än ett antal dagar
report-payers = Försäkrade betalare
report-payers-none = Ingen försäkrad betalare har öppna poster här.
report-insurance-no = Försäkringsnr
report-own-number-short = Eget nummer
report-open-gross = Öppet, brutto
report-open-net = Öppet, netto
report-unused = Outnyttjat
report-exceeding = Överskridande
report-limit-changed = Limit ändrad
report-requested-on = Ansökt den
report-past-due = Förfallet
report-ratio = % av öppet
report-longer-overdue = Förfallet sedan mer än { $days } dagar

## Kontrollistor

report-increases-due = Höjningar som krävs
report-about-increases-due = Namngivna köpare vars kreditlimit är förbrukad, vad som saknas och vad som är ansökt
report-increases-none = Ingen namngiven köpare har förbrukat sin kreditlimit.
report-missing = Saknas
report-limit-until = Limit till
report-evidence-due = Underlag som krävs
report-about-evidence-due = Ej namngivna köpare vars underlag saknas, är negativa, har gått ut eller snart går ut
report-evidence-none = Inget underlag behöver förnyas.
report-evidence-missing = Saknas
report-evidence-expiring = Går snart ut
report-evidence-expired = Har gått ut
report-evidence-date = Datum
report-sum-then = Kreditlimit därefter
report-offers-due = Anmälningar som krävs
report-about-offers-due = Ej namngivna och oförsäkrade köpare som har uppnått anmälningsgränsen
report-offers-none = Ingen köpare måste anmälas.
report-offers-own = Beloppen gäller alla företag och visas för dem som får se alla.
report-offer-basis = Mätt efter
report-offer-balance = Öppet saldo
report-offer-turnover = Månadens omsättning
report-offer-figure = Uppnått
report-offer-threshold = Anmälningsgräns
report-without-cover = Utan försäkringsskydd
report-about-without-cover = Köpare som är skyldiga något utan kreditlimit, och varför
report-without-cover-none = Varje köpare med öppna poster har en kreditlimit.
report-special-terms = Särskilda villkor
report-about-special-terms = Gällande kreditbeslut med egen kredittid, egen försäkrad andel eller egna villkor
report-special-terms-none = Inget gällande kreditbeslut avviker från sitt försäkringsbrev.
report-policy-term = Försäkringsbrevets kredittid
report-term-value-dated = Valuterade (mån.)
report-term-bills = Växlar (mån.)
report-policy-percent = Försäkringsbrevets andel
report-months = { $count ->
    [one] 1 månad
   *[other] { $shown } månader
 }
report-days = { $count ->
    [one] 1 dag
   *[other] { $shown } dagar
 }
report-over-own-limits = Över kredit- eller växellimit
report-about-over-own-limits = Konton, försäkrade eller ej, över den interna kreditlimiten eller växellimiten
report-over-own-none = Inget konto ligger över sina egna limiter.
report-over-own-companies = Saldon och växlar gäller alla företag och visas för dem som får se alla.
report-balance-and-bills = Saldo och växlar
report-over = Över med
report-co-insured = Medförsäkrade kunder
report-about-co-insured = Medförsäkrade kunder med de kunder de är försäkrade under
report-co-insured-none = Ingen är medförsäkrad.
report-deadlines = Frister
report-about-deadlines = Vad som ska göras gentemot försäkringsgivaren, till när och vilka belopp det gäller
report-deadlines-none = Inget förfaller dessa dagar.
report-projected = Projicerat

## Saldon och omsättning

report-balances-and-turnover = Saldon och omsättning
report-about-balances-and-turnover = Försäkrade köpares saldon och omsättning för två perioder, och varför de avviker från deklarationen
report-balances-none = Det finns varken saldo eller omsättning att visa.
report-turnover-of = Nettoomsättning { $period }
report-balance = Saldo
report-by-account = Huvudköpare och medförsäkrade kunder var för sig
report-reconciliation = Från bokföringen till deklarationen
report-booked = I bokföringen
report-booked-balance = Saldo i bokföringen
report-booked-turnover = Omsättning i bokföringen, namngivna köpare sedan { $named }, ej namngivna köpare sedan { $unnamed }
report-differences = Varför köpare avviker
report-differences-none = Varje köpare deklareras som den står i bokföringen.
report-not-declared = Ej deklarerat
report-difference-vat = moms, som inte är försäkrad
report-difference-blocked = stopp för nya fordringar
report-difference-above-sum = över kreditlimiten
report-difference-floor = kreditfakturor utöver det deklarerade

## Köpardossier

report-buyer-dossier = Köpardossier
report-about-buyer-dossier = Vem en köpare är, hur den är försäkrad, vad som beslutats, vad den är skyldig, vad som förfaller och vad som registrerats
report-open-items = Öppna poster
report-note = Anteckning

## Kontoutdrag

report-account-statement = Kontoutdrag
report-about-account-statement = Ett brev till en köpare med de poster som är öppna i bokföringen
report-your-account = Ert konto hos oss
report-statement-opening = Enligt vår bokföring var posterna nedan öppna den { $date }.
report-statement-nothing = Enligt vår bokföring var ingen post öppen den { $date }.
report-statement-closing = Vi ber er jämföra dem med er bokföring och meddela oss eventuella avvikelser inom två veckor. Har ni betalat under tiden ber vi er bortse från det som är förfallet.
report-statement-none = Ingen post är öppen.
report-days-past-due = Dagar sedan förfall

## Portfölj

report-portfolio = Portfölj
report-about-portfolio = Fordringarna i bilder: vad som är försäkrat över tiden, efter ålder, köpare och land, och varför resten inte är det
report-portfolio-none = Ingen fordran är öppen.
report-insured-share = Försäkrad andel
report-past-due-share = Andel förfallet
report-other-countries = Övriga
report-countries-description = { $count ->
    [one] Fordringar i ett land.
   *[other] Fordringar i { $shown } länder, de största först.
 }
