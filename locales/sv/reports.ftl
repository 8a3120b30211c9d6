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
report-sign-place = Ort, datum
report-sign-name = Underskrift
report-policy-number = Försäkringsnummer
report-list-number = Listnummer
report-own-number = Vårt nummer hos er

## Deklarationer

report-balance-declaration = Saldodeklaration
report-about-balance-declaration = Vad varje köpare är skyldig på brytdagen, krediter avräknade; av en skarp körning eller som förhandsvisning
report-opening-balance-declaration = { $kind ->
    [named] härmed lämnar vi vår saldodeklaration för namngivna köpare per { $date } under försäkringsnummer { $policy }.
   *[other] härmed lämnar vi vår saldodeklaration för icke namngivna köpare per { $date } under försäkringsnummer { $policy }.
 }
report-declaration-subtitle = { $kind ->
    [named] Namngivna köpare, { $date }
   *[other] Icke namngivna köpare, { $date }
 }
report-by-country = Per land
col-risk-number = Risknummer
