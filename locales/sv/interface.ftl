# What the program says besides problems and reasons. `{ $count }` chooses between one and several, `{ $shown }` is the same number to read.

## Problems around their text

error = fel
warning = varning
remedy = åtgärd
place-column = kolumn ”{ $column }”
place-key = { $column }
place-value = , ”{ $value }”:{" "}
place-value-alone = ”{ $value }”:{" "}
problems-all = { $total } fel.
problems-some = { $shown } av { $total } fel visas; --max-errors visar fler.
warnings-some = { $shown } av { $total } varningar visas; --max-errors visar fler.

yes = ja
no = nej
change = { $name }: { $before } → { $after }

## Headings of columns

col-account = Kundkonto
col-account-type = Typ
col-actor = Av
col-amount = Belopp
col-bills = Växlar
col-blocks-new = Stopp för nya
col-branch = Filial
col-changed = Ändrade
col-changes = Ändrade poster
col-collection-date = Inkasso
col-company = Företag
col-conditions = Villkor
col-count = Poster
col-country = Land
col-cover = Skydd
col-credit-limit-exceeded = Intern limit
col-credits = Krediter
col-currency = Valuta
col-date = Datum
col-days-left = Dagar
col-deadline = Frist
col-declared = Deklarerat
col-declined-on = Avslag
col-document-date = Daterad
col-document-no = Dokument
col-exclusion-date = Uteslutning
col-file = Fil
col-filing-date = Skadeanmälan
col-insurable-open = Försäkringsbart
col-insured = Försäkrat
col-insured-percent = %
col-insured-sum = Kreditlimit
col-item = Post
col-key-date = Brytdag
col-kind = Slag
col-max-term-date = Sista kreditdag
col-max-term-months = Kredittid (mån.)
col-co-insured-under = Medförs. under
col-must-be-offered = Anmälan
col-name = Namn
col-net-due-date = Förfaller
col-new = Nya
col-non-payment-report-date = Utebliven bet.
col-open = Öppet
col-overdue-date = Förseningsdag
col-external-number = Nummer
col-procedure = Förfarande
col-versions = Versioner
col-notified = Anmält
col-uninsured = Oförsäkrat
col-what = Vad
col-why = Skäl
col-extended-due-date = Anstånd till
col-projected = Grund
col-rate = Kurs
col-policy = Försäkring
col-receivables = Fordringar
col-recorded-at = Registrerat
col-records = Uppgifter
col-reference = Referens
col-reporting-status = Rapport
col-requested-amount = Ansökt
col-requested-on = Den
col-response = Svar
col-reversed = Läge
col-reversed-reason = Skäl till återföring
col-room = Utrymme
col-run = Körning
col-same = Kända
col-sha256 = SHA-256
col-state = Läge
col-status = Status
col-status-after = Rapport
col-status-before = Före
col-time-premium-base = Underlag tidspremie
col-turnover = Omsättning
col-uncovered-from = Oförs. från
col-base-period-end = Grundperiodens slut
col-follow-up = Uppföljning
col-follow-up-on = Uppföljning den
col-receivable-start = Kreditstart
col-reported-on = Rapporterad
col-used = Utnyttjat
col-valid-from = Från
col-valid-until = Till
col-waiting-end = Karens till
col-user = Användare
col-roles = Roller
col-companies = Företag
col-language = Språk
col-token = Nr
col-scopes = Behörighet
col-expires-at = Upphör
col-last-used-at = Senast använd
col-buyers = Köpare

flag-blocks-new = ja
flag-credit-limit-exceeded = överskriden
flag-must-be-offered = krävs
flag-projected = beräknat
flag-reversed = återförd

columns-left-out = Utelämnat av utrymmesskäl: { $columns }. En bredare terminal eller --json visar det.
rows-not-shown = … och { $shown } { $count ->
    [one] rad
   *[other] rader
  } till. Filter begränsar listan; --json skriver ut allt.

## Insurance status of items

status-unexamined = oprövad
status-K = försäkringsbar
status-M = manuellt beslut
status-C = efter återkallelse, debet
status-D = efter återkallelse, kredit
status-I = nollimit
status-Z = för lång kredittid
status-S = säkrade villkor
status-E = undantagen enligt villkor
status-O = före försäkringens början

## States of limit decisions

limit-state-draft = utkast
limit-state-requested = ansökt
limit-state-preliminary = preliminär
limit-state-under-investigation = under utredning
limit-state-conditional = villkorad
limit-state-closed = avslutad
limit-state-superseded = ersatt
limit-state-approved = beviljad
limit-state-partly-approved = delvis beviljad
limit-state-in-force = gällande
limit-state-reduced = sänkt
limit-state-increased = höjd
limit-state-refused = avslagen
limit-state-withdrawn = återkallad
limit-state-expired = utlöpt

## Points in time

as-of = per { $date }
known-at = känt den { $date }
from-to = { $from } till { $to }
key-date = brytdag { $date }

## Runs

declare-title-named = Deklaration av namngivna köpare, { $policy }
declare-title-unnamed = Deklaration av ej namngivna köpare, { $policy }
notify-title = Anmälan om förfallna fordringar, { $policy }
run-final = SKARP körning { $run }
run-preview = FÖRHANDSVISNING
procedure-balance = saldon
procedure-turnover = omsättning sedan { $from }
notify-scope = omfattning { $scope }
declare-nothing = Det finns inget att deklarera.
declare-silent = … och { $shown } köpare till utan något att deklarera.
declare-total = Deklarerat: { $declared } { $currency }  (inrikes { $domestic }, utrikes { $abroad })
declare-countries = Per land: { $countries }
notify-nothing = Det finns inget att anmäla: ingen frist har passerat som inte redan är rapporterad.
notify-total = Att anmäla: { $count ->
    [one] en post
   *[other] { $count } poster
  }, öppet { $open } { $currency }, försäkrat { $insured }, belopp { $amount }; krediter { $credits }
run-hash = SHA-256 { $hash }…  "obligo runs show" skriver ut den igen.
preview-hash = SHA-256 { $hash }…  Ingenting skrevs; --final gör körningen skarp.
runs-title = Skarpa körningar
runs-count = { $shown } { $count ->
    [one] körning
   *[other] körningar
  }
runs-nothing = Det finns ingen skarp körning ännu. Förhandsvisa en med "obligo declare --policy P --key-date D --buyers named" och lägg sedan till --final.
run-is-reversed = Denna körning återfördes senare.
run-reversed = Körning { $run } är återförd; { $count ->
    [one] en post är
   *[other] { $count } poster är
  } som före den.

## Lists

items-title = Öppna poster
items-title-all = Poster, även reglerade
items-projected = BERÄKNAT: vad nästa deklaration skulle göra av dem
items-count = { $shown } { $count ->
    [one] post
   *[other] poster
  }
of-buyers = från { $shown } köpare
items-insured = { $currency }: försäkrat { $insured } av { $open } ({ $percent }); oförsäkrat { $uninsured }
items-nothing = Ingen öppen post per { $date } motsvarar urvalet. Importera poster med "obligo import items FIL.csv", eller visa reglerade med --all.
explain-buyer = Kreditlimit och utrymme för köpare { $account }
explain-why = Skäl
explain-would-change = Vad som skulle ändra det
explain-history = Vad som har hänt med posten
explain-history-more = … { $shown } tidigare { $count ->
    [one] ändring
   *[other] ändringar
  }; --json visar alla.
explain-entry = { $run ->
    [none] { $date } { $action } av { $actor }
   *[other] { $date } { $action } av { $actor }, körning { $run }
  }
buyers-title = Köpare
buyers-count = { $shown } { $count ->
    [one] kundkonto
   *[other] kundkonton
  }
buyers-nothing = Ingen köpare motsvarar urvalet. Importera köpare med "obligo import buyers FIL.csv", eller visa dem utan skydd och poster med --all.
buyers-total = { $policy }: försäkrat { $insured } av { $open } { $currency } öppet; kreditlimiter { $insured_sum }, utrymme { $room }
buyers-offers = { $count ->
    [one] En köpare
   *[other] { $shown } köpare
  } måste anmälas till försäkringsgivaren.
day-close-missing = Växlar har förfallit utan att något dagsavslut har markerat dem: "obligo close-day --date { $date }" gör det.
limits-title = Kreditbeslut
limits-count = { $shown } beslut
limits-nothing = Inget kreditbeslut gäller då. Importera beslut med "obligo import limits FIL.csv", eller visa andra med --all.
deadlines-title = Frister
deadlines-count = { $shown } { $count ->
    [one] frist
   *[other] frister
  }
deadlines-nothing = Inget infaller dessa dagar. --days eller --to visar längre fram.

## Demo

demo-title = En påhittad koncerns fordringar, försäkrade månad för månad
demo-policy = Försäkringsbrev { $policy }
demo-uninsured = Vad som är oförsäkrat till slut, och varför
demo-buyer = Historien om { $account }, { $name }
demo-due = { $shown } { $count ->
    [one] åtgärd ska
   *[other] åtgärder ska
  } vidtas de närmaste 30 dagarna.
demo-look = Se dig omkring
demo-files = Fylld från filerna i { $folder }
short-insured-not-declared = ingen deklaration har prövat den
short-insured-border = kreditlimiten tar slut inom posten
short-insured-no-room = äldre poster tar kreditlimiten i anspråk
short-insured-blocked = stopp för nya fordringar
short-insured-sum-zero = kreditlimiten är noll
short-insured-by-hand = satt av en person
short-insured-inherited = övertaget från posten före

## Changes

import-done = Importerat till { $store }.
import-dry-run = Allt är i ordning. Ingenting skrevs: detta var en provkörning.
import-same = Allt var redan känt; ingenting ändrades.
col-line = Rad
import-on-account = { $count ->
        [one] En betalning är inte förbrukad och står öppen.
       *[other] { $count } betalningar är inte förbrukade och står öppna.
    }
import-unmatched = { $count ->
        [one] En rad kunde inte placeras och utelämnas.
       *[other] { $count } rader kunde inte placeras och utelämnas.
    }
import-unmatched-more = Det finns fler: --unmatched FIL.csv skriver alla.
unmatched-no-debtor = anger ingen känd köpare
unmatched-opening-balance = ingående balans utan underlag
unmatched-no-document = anger inget öppet dokument
unmatched-several-documents = flera dokument passar
unmatched-other-amount = ett annat belopp är öppet
unmatched-not-booked = inte bokförd eller återtagen
unmatched-not-ours = inte utfärdad av oss
unmatched-cancelled = makulerad
unmatched-no-total = utan totalbelopp
policies-title = Försäkringsbrev
policies-nothing = Det finns inget försäkringsbrev ännu. Lägg in ett med "obligo policy put FIL.toml".
check-difference = { $key }: väntat { $expected }, funnet { $found }
check-all = { $count ->
    [one] Det enda fallet ger det utfall
   *[other] Alla { $shown } fall ger det utfall
  } som försäkringen anger.
check-nothing = Det finns inga exempelfall: lägg till några under [[example]] i försäkringsfilen.
edit-done = { $item } är ändrad.
edit-unchanged = { $item } är som den var.
event-known = Detta var känt: { $kind } den { $date }, för { $subject }.
event-fixed = Det fastställer datum för { $shown } { $count ->
    [one] post
   *[other] poster
  }.
event-done = Registrerat: { $kind } den { $date }, för { $subject }.
close-day-liability = Kvarvarande växelobligo: { $amounts }.
close-day-done = { $date } är avslutad; { $count ->
    [one] en växel har
   *[other] { $shown } växlar har
  } förfallit.
dry-run = Detta var en provkörning: ingenting av det skrevs.

## Upkeep

backup-done = Kopierat till { $to }, kontrollerat: { $entries }.
restore-done = Återställt till { $to }, kontrollerat: { $entries }.
entries-count = { $shown } { $count ->
    [one] loggpost
   *[other] loggposter
  }
last-hash = Hash för den senaste loggposten: { $hash }
verify-done = Allt är som det registrerades.
verify-entries = Loggposter: { $shown }
verify-runs = Skarpa körningar: { $shown }
verify-items = Poster: { $shown }
verify-changes = Ändringar av poster: { $shown }
finding = { $what } i { $where }: { $says }
finding-chain = kontrollen av { $detail } misslyckas
finding-change-item = en ändring av en post som inte finns längre
finding-change-state = läget före en ändring av posten kan inte läsas
finding-dates = { $detail } ligger före förseningsdagen
finding-hand-changes = ändringarna är inte de som en loggpost anger
finding-insured-below-zero = mindre än ingenting är försäkrat: { $detail }
finding-insured-not-insurable = ett belopp är försäkrat som inte kan vara det: { $detail }
finding-item-sign = tecknet stämmer inte med slaget: { $detail }
finding-item-state = försäkringsuppgifterna är inte de som den senaste ändringen lämnade
finding-run-entry = dess loggpost anger inte denna hash
finding-run-hash = parametrar, rader, summor eller ändringar är inte de som frystes
finding-run-missing = en loggpost anger en körning som inte finns längre
finding-run-reversal = dess återföring är inte den som loggposterna anger
finding-settled = mer är reglerat än vad som fanns: { $detail }

## Under way

working-demo = Kör månaderna
working-import = Importerar
working-declare = Deklarerar
working-notify = Söker passerade frister
working-report = Rapporten tas fram
working-items = Läser poster
working-buyers = Läser köpare
working-deadlines = Läser frister
working-backup = Kopierar
working-restore = Återställer
working-verify = Kontrollerar

## Totals sheet and break-down

break-down-title = Uppdelning av deklarationen i { $policy }
break-down-internal = Endast för internt bruk: golv och tak gäller köparen som helhet, så delarna behöver inte bli lika med det som deklareras.
sheet-domestic = Inrikes
sheet-abroad = Utrikes
sheet-all = Alla
col-part = Köpare
col-main-account = Huvudköpare

## Serving

serve-at = { $store } finns på { $address }
serve-first = Ingen kan logga in ännu. Denna länk skapar administratören; den fungerar en gång, i 24 timmar: { $link }
serve-stop = Ctrl-C avslutar.
demo-serve = Se den i webbläsaren: { $address } – användare { $user }, lösenord { $password }
demo-serve-day = Där är det { $date }, dagen då historien slutade.

## Users and tokens on the command line

users-nobody = Ingen kan logga in ännu. "obligo users add" skapar en användare.
users-added = { $user } är nu användare.
users-link = Med denna länk väljer { $user } ett lösenord, en gång, inom 24 timmar: { $link }
token-made = Token { $token } gäller till { $until }. Den skrivs ut bara nu:
token-gone = Token { $token } gäller inte längre.
