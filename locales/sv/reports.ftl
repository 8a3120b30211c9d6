# Rapporterna: det som lämnar huset, som dokument och filer.

report-title = Rapporter
report-none-yet = Det finns ingen rapport för dig.
report-show = Visa
report-parameters = Vad den visar
report-language = Rapportens språk
report-files = Filer
report-open = Öppna som { $format }
report-rows-more = { $shown ->
    [one] En rad till finns i filerna.
   *[other] { $shown } rader till finns i filerna.
 }
report-working = Rapporten tas fram
report-for-insurer = Till försäkringsbolaget
report-for-control = För att bevaka limiter, tidsfrister och underlag
report-for-buyer = Om en köpare
report-for-management = För ledningen

## Varje rapport

report-page = Sida { $page } av { $pages }
report-total = Summa
report-nothing = Inget att redovisa.
report-preview = FÖRHANDSVISNING
report-reversed = ÅTERFÖRD
report-internal = INTERNT
report-from-run = Körning { $run }, SHA-256 { $sha256 }
report-from-preview = Förhandsvisning, SHA-256 { $sha256 }

## Vad rapporter behöver

report-field-run = Skarp körning
report-field-policy = Försäkring
report-field-key-date = Brytdag
report-field-buyers = Köpare
report-field-known-at = Känt den
report-choice-named = Namngivna
report-choice-unnamed = Icke namngivna

## Brev

report-salutation = Till berörd handläggare
report-regards = Med vänlig hälsning
report-annex = Listan följer som bilaga.
report-sign-place = Ort, datum
report-sign-name = Underskrift
report-policy-number = Försäkringsnummer
report-list-number = Listnummer
report-own-number = Vårt nummer hos er

## Deklarationer

report-balance-declaration = Saldodeklaration
report-about-balance-declaration = Vad varje köpare är skyldig på brytdagen, krediter avräknade; av en skarp körning eller som förhandsvisning
report-opening-balance-declaration = { $kind ->
    [named] Härmed lämnar vi vår saldodeklaration för namngivna köpare per { $date }.
   *[other] Härmed lämnar vi vår saldodeklaration för icke namngivna köpare per { $date }.
 }
report-declaration-subtitle = { $kind ->
    [named] Namngivna köpare, { $date }
   *[other] Icke namngivna köpare, { $date }
 }
report-by-country = Per land
col-risk-number = Risknummer
report-base-premium = Lista 1: omsättning, grundpremie
report-time-premium = Lista 2: öppet efter grundpremieperioden, tidspremie
report-silent = { $count ->
    [one] En köpare till har inget att deklarera här.
   *[other] { $shown } köpare till har inget att deklarera här.
 }
report-turnover-declaration = Omsättningsdeklaration
report-about-turnover-declaration = Vad som fakturerats under perioden och vad som är öppet efter grundpremieperioden; av en skarp körning eller som förhandsvisning
report-opening-turnover-declaration = { $kind ->
    [named] Härmed lämnar vi vår omsättningsdeklaration för namngivna köpare per { $date }.
   *[other] Härmed lämnar vi vår omsättningsdeklaration för icke namngivna köpare per { $date }.
 }
report-declaration-break-down = Uppdelning av deklarationen
report-about-declaration-break-down = Vad varje företag och varje medförsäkrad köpare bidrar med till en deklaration; för internt bruk
report-break-down-accounts = Per konto och företag
col-co-insured = Medförsäkrad

## Anmälan om förfallna fordringar

report-overdue-notification = Anmälan om förfallna fordringar
report-about-overdue-notification = Posterna vars tidsfrister har passerats; av en skarp körning eller som förhandsvisning
report-opening-overdue-notification = Härmed anmäler vi de fordringar vars tidsfrister har passerats per { $date }.
report-credits-beside = Krediter står bland posterna för information och ingår inte i någon summa.
report-field-scope = Vilka tidsfrister
report-field-repeat-from = Upprepa från
report-field-exceeding = Överskjutande belopp
report-choice-yes = Ja
report-choice-no = Nej
report-choice-all = Alla
report-choice-overdue = Förfallna och uteslutning
report-choice-default = Utebliven betalning, inkasso och karenstid

## Jämförelse av körningar

report-run-comparison = Jämförelse av en körning
report-about-run-comparison = Hur en skarp körning skiljer sig från den före: nya, ändrade och borttagna
report-run-same = Lika i båda
report-run-before = Körningen före
report-key-date-before = Dess brytdag

## Limitansökan

report-limit-request = Limitansökan
report-about-limit-request = Brevet som ansöker om limiter hos försäkringsbolaget: för en köpare, eller alla ansökningar som väntar på svar
report-opening-limit-request = { $count ->
    [one] Under ovan nämnda försäkring ansöker vi om följande limit.
   *[other] Under ovan nämnda försäkring ansöker vi om följande limiter.
 }
report-request-answer = Vi ser fram emot ert beslut.
report-requests = Sökta limiter
report-record = Registrera och visa
report-record-heading = Registrera en ansökan
report-record-what = Det sökta beloppet och dagen registreras hos köparen, sedan visas brevet; utan dag gäller dagens datum.
report-field-amount = Sökt belopp
report-field-requested-on = Ansökt den
report-from-ledger = Läget { $date }, granskningspost { $entry }

indemnity-title = Beräknad ersättning
indemnity-about = Om köparen gick förlorad denna dag, så långt poster är försäkrade i dag och som om ingen skada hade inträffat tidigare under året. Betalningar, intäkter från säkerheter och en högsta ersättning satt som en multipel av premien räknas inte.
indemnity-no-percent = Försäkringen { $policy } anger ingen försäkrad andel: inget kan beräknas.
indemnity-covered-loss = Försäkrad förlust
indemnity-own-share = Egen andel
indemnity-above-liability = Över högsta ersättning
indemnity-indemnity = Ersättning
