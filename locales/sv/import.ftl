# The pages of imports: upload, mapping, errors, dry run.

import-intro = Välj filer och vad de innehåller. Du ser deras första rader innan något skrivs, och de läses in i sin helhet eller inte alls.
import-what = Vad
import-files = Filer
import-files-hint = CSV-, XLSX- eller ODS-filer; för flera slag samtidigt CSV-filer med slagets namn, till exempel items.csv.
import-options = Fler inställningar
import-snapshot = Alla öppna poster per
import-snapshot-hint = Bara för poster: de som inte längre finns i filen regleras denna dag.
import-valid-from = Gäller från
import-valid-hint = Från när ändrade grunddata gäller. Tomt: dagen efter den senaste skarpa körningen.
import-reason = Varför
import-upload = Gå vidare
import-kinds = Vad som kan importeras
import-for = Till vad
import-columns = Kolumner
import-required = Kolumner i fetstil krävs.
import-sample = Exempelfil
import-policies = Försäkringsbrev kommer som egna filer:
import-working = Filerna läses

## Kinds

import-kind-companies = Företag
import-kind-insurers = Försäkringsgivare
import-kind-buyers = Köpare
import-kind-covers = Försäkringsskydd
import-kind-limits = Limiter
import-kind-evidence = Underlag
import-kind-rates = Växelkurser
import-kind-items = Poster
import-kind-settlements = Regleringar
import-kind-events = Händelser
import-kind-orders = Order
import-kind-credit_managers = Kreditansvariga
import-kind-credit_groups = Kreditgrupper
import-kind-credit_limits = Interna kreditlimiter
import-kind-interest_rates = Räntesatser för dröjsmålsränta
import-kind-scenario = Flera slag på en gång
import-about-companies = Dina företag och gruppen av medförsäkrade bolag de bildar.
import-about-insurers = Försäkringsgivarna för dina försäkringsbrev.
import-about-buyers = Kunder med namn, land och identiteter.
import-about-covers = Vilken köpare som hör till vilket försäkringsbrev, namngiven, ej namngiven eller medförsäkrad.
import-about-limits = Ansökta och beslutade limiter.
import-about-evidence = Upplysningar, referenser och betalningserfarenhet som skyddet för ej namngivna köpare vilar på.
import-about-rates = Vad utländska valutor är värda, per datum.
import-about-items = Fakturor, kreditfakturor, förskott och växlar.
import-about-settlements = Vad som reglerade vilken post, när och hur.
import-about-events = Insolvenser, tvister, inkasso och andra händelser.
import-about-orders = Öppna order som ska prövas mot limiter.
import-about-credit_managers = Vem som ansvarar för vilken köpare, och vem som är överordnad vem.
import-about-credit_groups = Grupper av betalare med en gemensam limit, och deras medlemmar.
import-about-credit_limits = Interna kreditlimiter 1 till 4 för betalare, kreditgrupper och företag.
import-about-interest_rates = Referensräntor för dröjsmålsränta per land och halvår, som de publiceras.
import-about-scenario = En uppsättning sådana filer och försäkringsfiler, lästa i rätt ordning.

## First rows and mapping

import-check-title = Kontrollera filerna
import-theirs = Filens första rader
import-read = Så skulle de läsas
import-no-rows = Filen har inga rader.
import-scenario-order = Filerna läses i den ordning de hänvisar till varandra, alla eller ingen.
import-mapping = Kolumner, datum och tal
import-known = Sparade mappningar:
import-forget = Glöm { $name }
import-our-column = Vår kolumn
import-their-column = Filens kolumn
import-always = Alltid
import-their-for = Filens kolumn för { $column }
import-always-for = { $column } är alltid
import-encoding = Kodning
import-delimiter = Avgränsare
import-detected = Som funnen
import-none = Ingen
import-header-line = Rubrikradens nummer
import-sheet = Blad
import-date-format = Datum skrivs
import-decimal = Decimaler skrivs
import-thousands = Tusental skrivs
import-sign = Beloppens tecken
import-sign-as-is = Som i filen
import-sign-negate = Omvända
import-sign-by-kind = Efter postens slag
import-kind-positive = Positiva belopp är
import-kind-negative = Negativa belopp är
import-ignore-unknown = Filens övriga kolumner behövs inte
import-round = Avrunda belopp med för många decimaler
import-more = Fler regler
import-more-rules = Fler regler i en mappningsfil
import-more-hint = Tabeller som [values.disputed], [number], [skip] och [keep], så som mappningsfilen har dem.
import-name = Spara mappningen som
import-name-hint = Den föreslås igen när en fil med samma rubrikrad kommer.
import-do-preview = Läs igen
import-do-download = Mappningsfil
import-do-check = Bara kontrollera
import-do-import = Importera nu

## Results

import-checked = Filerna är i ordning
import-imported = Importen är klar
import-warnings = Värt att veta
import-next = Andra filer
import-refused-title = Filerna importerades inte
import-refused-count = { $count ->
    [one] Ett fel hittades; ingenting skrevs.
   *[other] { $shown } fel hittades; ingenting skrevs.
  }
import-errors-download = Felen som CSV
import-back = Tillbaka till mappningen
import-problems = Fel och var de finns
import-line = Rad
import-column = Kolumn
import-value = Värde
import-remedy = Åtgärd
import-more-errors = Ytterligare { $shown } fel visas inte.
import-format = Format
import-format-auto = Känns igen på innehållet
import-format-csv = CSV
import-format-xlsx = XLSX
import-format-ods = ODS
import-format-datev = DATEV
import-format-fec = FEC
import-format-sie = SIE
import-format-saft = SAF-T
import-format-ubl = Elektronisk faktura (UBL, CII, FatturaPA, Factur-X)
import-format-camt = camt.052, camt.053, camt.054
import-of-program = Filerna har formatet { $format }. Köpare, poster och regleringar görs av det de innehåller; det de inte säger listas, det gissas aldrig.
import-books = Vad dess konton betyder
import-books-rules = Avsnittet [books] i en mappningsfil
import-books-hint = Till exempel [books] och under det receivables = ["1510-1519"] och payment_terms = "30"; tomt för det vanliga.
import-unmatched-download = Ladda ner listan
