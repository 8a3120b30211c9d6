# Formuläret för ett försäkringsbrev: flikar, fält, avsnitt.

policies-put = Lägg in en försäkringsfil
policies-download = Ladda ner filen
policies-examples = Exempelfall
policies-examples-none = Filen har inga exempelfall. Lägg till några: de visar att villkoren betyder det som försäkringsgivaren menar.
policies-terms = Villkor
policies-file = Själva filen
policies-own-keys = Själva försäkringsbrevet
policies-key = Villkor
policies-value = Värde
policies-clause = Villkorsställe
policies-case = Fall
policies-result = Utfall
policies-case-ok = som väntat
policies-case-differs = avviker
policies-upload = Fil
policies-upload-hint = En försäkringsfil (.toml); eller skriv den nedan.
policies-text = Text
policies-valid-from = Gäller från
policies-valid-from-hint = Tomt: dagen efter försäkringsbrevets senaste skarpa körning, eller alltid.
policies-line = Rad { $line }:
policies-procedure-balance = Saldo
policies-procedure-turnover = Omsättning

policies-tab-terms = Villkor
policies-tab-form = Som formulär
policies-tab-file = Som fil
policies-tabs = Vyer av försäkringsbrevet
policies-new = Nytt försäkringsbrev
policies-form-title = Försäkringsbrev { $policy } som formulär
policies-form-new-title = Nytt försäkringsbrev som formulär
policies-form-why = Ha försäkringsbrevet bredvid dig och gå igenom sidan uppifrån och ner. Ett tomt fält gäller som det står vid fältet. Det du inte ändrar står kvar i filen som det är skrivet.
policies-form-sections = Formulärets avsnitt
policies-form-clause = Villkorsställe
policies-form-clause-of = för { $term }
policies-form-default = Förval: { $value }
policies-form-range = Från { $least } till { $most }.
policies-form-now = Nu står där: { $value }
policies-form-nothing = ingenting
policies-form-row = Rad { $row }
policies-form-examples = { $count ->
    [one] Filen har ett exempelfall, som står kvar som det är. Det ändras i filen.
   *[other] Filen har { $shown } exempelfall, som står kvar som de är. De ändras i filen.
 }
policies-form-to-file = Öppna filen
policies-form-show = Visa filen
policies-form-save = Spara villkoren
policies-form-preview = Det här skulle sparas
policies-form-preview-why = Ingenting är sparat än.
policies-form-unchanged = Ingenting är ändrat.
policies-form-removed = borttaget
policies-form-added = nytt
policies-form-skipped = …
policies-form-changed = Det du skrev finns kvar. Där någon annan har ändrat samma fält står det under fältet vad som gäller nu.

policy-section-declaration = Deklaration
policy-section-terms = Betalningsvillkor och frister
policy-section-default = Utebliven betalning
policy-section-notification = Anmälan om förfallna fordringar
policy-section-unnamed = Ej namngivna köpare
policy-section-existing = Befintliga fordringar
    .help = Poster daterade före försäkringsskyddets början. Utan uppgift omfattas de inte.
policy-section-cover = Försäkringsskyddets omfattning
policy-section-status = Återkallelse av limit
policy-section-stop = Stopp för nya fordringar
policy-section-cap = Gemensamma tak
    .help = En gräns för flera köpare tillsammans, så många som behövs. Den begränsar vad en körning höjer; det som är försäkrat förblir det. Varje tak anger antingen ett land eller huvudköpare.
policy-section-loss = Skada och ersättning
    .help = Kontrolleras och sparas. Den här versionen räknar inte med det än.
policy-section-premium = Premie
    .help = Kontrolleras och sparas. Den här versionen räknar inte med det än.

policy-key-policy = Försäkringsbrev
    .help = Försäkringsgivarens tre tecken, ett snedstreck, en bokstav eller siffra: ACR/A.
policy-key-currency = Valuta
    .help = Valuta för kreditlimiter, försäkrade belopp och deklarationer, till exempel EUR.
policy-key-valid-from = Första dag
    .help = Försäkringsbrevets första dag.
policy-key-valid-until = Sista dag
    .help = Tomt: tills vidare.
policy-key-external-number = Försäkringsnummer
    .help = Numret som försäkringsgivaren känner till; högst 20 tecken. Det står på varje rapport.
policy-key-name = Benämning
    .help = Med egna ord.
policy-key-framework = Ramavtal
    .help = Ramavtalets nummer.
policy-key-list-no = Listnummer
    .help = Nummer på försäkringsgivarens lista.
policy-key-procedure = Förfarande
    .help = Vad som är utestående på brytdagen, eller vad som fakturerats under perioden.
policy-key-exceeding-amounts = Rapportera överskjutande belopp
    .help = Rapportera även det som är utestående utöver det försäkrade beloppet.
policy-key-vat-insured = Moms försäkrad
    .help = Belopp med moms; annars utan.
policy-key-totals-only = Endast summablad
    .help = Ett summablad i stället för listan över namngivna köpare.
policy-key-by-country = Summor per land
policy-key-credits-free-room = Kreditposter ger utrymme
    .help = Öppna kreditposter ger utrymme för fakturor utöver kreditlimiten.
policy-key-base-period-days = Grundpremieperiod (dagar)
    .help = Från dokumentdatum till grundpremieperiodens slut. Tomt: ingen tidspremie.
policy-key-time-premium = Underlag för tidspremie
    .help = Som en summa, eller per köpare.
policy-key-max-term-months = Längsta kredittid (månader)
    .help = För fordringar. Antingen månader eller dagar.
policy-key-max-term-days = Längsta kredittid (dagar)
    .help = I stället för månader.
policy-key-bills-max-term-months = Längsta kredittid för växlar (månader)
    .help = Tomt: som för fordringar.
policy-key-bills-max-term-days = Längsta kredittid för växlar (dagar)
    .help = I stället för månader.
policy-key-value-dated-max-term-months = Längsta kredittid med senare valutadag (månader)
    .help = För fordringar med valutadag efter dokumentdatum. Tomt: som för fordringar.
policy-key-value-dated-max-term-days = Längsta kredittid med senare valutadag (dagar)
    .help = I stället för månader.
policy-key-overdue-basis = Förfallen räknas från
policy-key-max-extension-days = Längsta anstånd (dagar)
    .help = Tomt: inget.
policy-key-exclusion-days = Uteslutningsfrist (dagar)
    .help = Från den dag posten räknas som förfallen till uteslutningsdagen. Tomt: ingen uteslutningsdag.
policy-key-deadline-reached = En frist är uppnådd
policy-key-non-payment-report-days = Anmälan om utebliven betalning (dagar)
    .help = Från förfallodagen till anmälan om utebliven betalning. Tomt: ingen.
policy-key-collection-days = Överlämning till inkasso (dagar)
    .help = Från den dag posten räknas som förfallen till överlämningen till inkasso. Tomt: ingen.
policy-key-waiting = Karenstid
    .help = Den senaste av dagarna avslutar den. Ingen rad: ingen karenstid.
policy-key-filing-days = Skadeanmälan (dagar)
    .help = Från karenstidens slut, eller insolvensen, till skadeanmälan. Tomt: ingen.
policy-key-from = Räknas från
policy-key-months = Månader
policy-key-days = eller dagar
policy-key-limit = Rapporteringsgräns
    .help = Det som ligger under behöver inte rapporteras. Tomt: allt rapporteras.
policy-key-limit-per = Rapporteringsgränsen prövas
policy-key-automatic-block = Automatisk spärr
    .help = En skarp anmälan stoppar skyddet för nya fordringar på köpare vars uteslutningsdag har passerat.
policy-key-block-by = Spärras av
policy-key-repeat-every-final-run = Rapportera igen i varje skarp körning
    .help = Annars bara när en uppföljning ska göras.
policy-key-offering-threshold = Anmälningsgräns
    .help = Från och med den måste en köpare anmälas till försäkringsgivaren; så långt räcker också en god kreditupplysning. Tomt: ingen.
policy-key-agency-report-months = Kreditupplysning gäller (månader)
    .help = Tomt: kreditupplysningar räknas inte.
policy-key-bank-reference-up-to = Bankreferens räcker till
    .help = Tomt: bankreferenser räknas inte.
policy-key-bank-reference-months = Bankreferens gäller (månader)
    .help = Tomt: bankreferenser räknas inte.
policy-key-experience = Kategorier av betalningserfarenhet
    .help = Högst tre, det högsta beloppet först. Ingen rad: betalningserfarenhet räknas inte.
policy-key-up-to = Räcker till
policy-key-deliveries = Leveranser betalda i tid
policy-key-turnover = med en omsättning på minst
policy-key-experience-lookback-months = Leveranser räknas i (månader)
    .help = Hur långt tillbaka leveranser räknas; krävs när det finns kategorier av betalningserfarenhet.
policy-key-experience-validity-months = En kategori gäller (månader)
    .help = Krävs när det finns kategorier av betalningserfarenhet.
policy-key-duly-paid-by = Betald i tid betyder betald senast
policy-key-required-evidence = Underlag som krävs per land
    .help = För länder som inte står här duger vilket underlag som helst.
policy-key-country = Land
policy-key-kinds = Underlag
policy-key-max-age-months-at-start = Högsta ålder vid försäkringsbrevets början (månader)
    .help = Hur många månader före försäkringsbrevet en post får vara daterad. Tomt: omfattas inte.
policy-key-max-age-months-new-buyer = Högsta ålder för en ny köpare (månader)
    .help = Hur många månader före köparens egen början en post får vara daterad. Tomt: omfattas inte.
policy-key-insured-percent = Försäkrad andel
    .help = Till exempel 90. Den ingår i beräkningen av skador, som den här versionen inte gör än.
policy-key-insured-percent-unnamed = Försäkrad andel för ej namngivna köpare
policy-key-countries = Länder som omfattas
    .help = Två bokstäver vardera, med komma emellan: DE, FR. Tomt: alla.
policy-key-exclude = Undantaget
    .help = Inget förkryssat: inget är undantaget.
policy-key-cancelled-by = Datum som jämförs med återkallelsen
policy-key-uncovered-from = Stopp för nya fordringar från
policy-key-events = Vad som stoppar skyddet
policy-key-reinstatement = Skyddet återinträder
policy-key-amount = Belopp
policy-key-buyers = Huvudköpare
    .help = Med komma emellan: 1001/0/D, 1002/0/D.
policy-key-order = Avdragens ordning
policy-key-threshold = Minsta skada
policy-key-threshold-passes = En skada når över gränsen
policy-key-each-and-every = Självrisk per skada
policy-key-aggregate-first-loss = Årlig självrisk
policy-key-max-liability = Högsta ersättning
    .help = Som belopp, eller som en multipel av premien.
policy-key-max-liability-multiple = Högsta ersättning (multipel av premien)
policy-key-recoveries = Återvinningar
policy-key-premium = Satser, minimipremie, avgifter
    .help = Som i filen: en nyckel med sitt värde per rad.

policy-value-procedure = { $value ->
    [balance] Saldo
   *[turnover] Omsättning
 }
policy-value-time-premium = { $value ->
    [total] En summa
   *[per_buyer] Per köpare
 }
policy-value-overdue-basis = { $value ->
    [net_due] Förfallodagen
   *[max_term] Sista kreditdagen
 }
policy-value-deadline-reached = { $value ->
    [on] på sin dag
   *[after] först efter sin dag
 }
policy-value-from = { $value ->
    [net_due] Förfallodagen
    [overdue] Dagen då posten räknas som förfallen
    [notice] Anmälan till försäkringsgivaren
   *[collection] Överlämningen till inkasso
 }
policy-value-limit-per = { $value ->
    [item] per post
   *[buyer] på en köpares summa
 }
policy-value-block-by = { $value ->
    [insured] Endast försäkrade poster
   *[any] Varje rapporterad post
 }
policy-value-duly-paid-by = { $value ->
    [net_due] på förfallodagen
   *[max_term] på sista kreditdagen
 }
policy-value-kinds = { $value ->
    [agency_report] Kreditupplysning
    [bank_reference] Bankreferens
   *[payment_experience] Betalningserfarenhet
 }
policy-value-exclude = { $value ->
    [public] Offentliga organ
    [private] Privatpersoner
    [affiliate] Koncernbolag
   *[disputed] Tvistiga poster
 }
policy-value-cancelled-by = { $value ->
    [document] Dokumentdatum
   *[posting] Bokföringsdatum
 }
policy-value-uncovered-from = { $value ->
    [exclusion] uteslutningsdagen
   *[max_term] sista kreditdagen
 }
policy-value-events = { $value ->
    [overdue] Automatisk spärr av anmälan om förfallna fordringar
    [insolvency] Insolvens
    [collection] Inkasso
    [claim] Anmäld skada
   *[withdrawal] Återkallad limit
 }
policy-value-reinstatement = { $value ->
    [on_settlement] när posten är betald
   *[on_confirmation] först när försäkringsgivaren bekräftar
 }
policy-value-order = { $value ->
    [A] A: försäkrad andel, sedan självrisk
    [B] B: självrisk, sedan försäkrad andel
   *[C] C: som A, och bruttoskadan tär på den årliga självrisken
 }
policy-value-threshold-passes = { $value ->
    [above] först över den
   *[at] när den är uppnådd
 }
policy-value-recoveries = { $value ->
    [pro_rata] Proportionellt
    [indemnity_share] Efter ersättningens andel
   *[fifo] Äldst först
 }
