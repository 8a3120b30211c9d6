# Berichte: was das Haus verlässt, als Dokumente und Dateien.

report-title = Berichte
report-none-yet = Für Sie gibt es keinen Bericht.
report-show = Zeigen
report-parameters = Was er zeigt
report-language = Sprache des Berichts
report-files = Dateien
report-open = Als { $format } öffnen
report-rows-more = { $shown ->
    [one] Eine weitere Zeile steht in den Dateien.
   *[other] { $shown } weitere Zeilen stehen in den Dateien.
 }
report-working = Der Bericht wird erstellt
report-for-insurer = An den Kreditversicherer
report-for-control = Um Limits, Fristen und Nachweise zu überwachen
report-for-buyer = Über einen Kunden
report-for-management = Für die Geschäftsleitung

## Jeder Bericht

report-page = Seite { $page } von { $pages }
report-total = Summe
report-nothing = Nichts aufzuführen.
report-preview = PROBELAUF
report-reversed = STORNIERT
report-internal = INTERN
report-from-run = Lauf { $run }, SHA-256 { $sha256 }
report-from-preview = Probelauf, SHA-256 { $sha256 }

## Was Berichte brauchen

report-field-run = Echtlauf
report-field-policy = Versicherungsschein
report-field-key-date = Stichtag
report-field-buyers = Kunden
report-field-known-at = Kenntnisstand
report-choice-named = Benannt versicherte
report-choice-unnamed = Unbenannt versicherte

## Briefe

report-salutation = Sehr geehrte Damen und Herren,
report-regards = Mit freundlichen Grüßen
report-sign-place = Ort, Datum
report-sign-name = Unterschrift
report-policy-number = Versicherungsscheinnummer
report-list-number = Listennummer
report-own-number = Unsere Nummer bei Ihnen

## Meldungen

report-balance-declaration = Saldenmeldung
report-about-balance-declaration = Was jeder Kunde zum Stichtag schuldet, Gutschriften verrechnet; aus einem Echtlauf oder als Probelauf
report-opening-balance-declaration = { $kind ->
    [named] nachstehend erhalten Sie unsere Saldenmeldung der benannt versicherten Kunden zum { $date } zur Versicherungsscheinnummer { $policy }.
   *[other] nachstehend erhalten Sie unsere Saldenmeldung der unbenannt versicherten Kunden zum { $date } zur Versicherungsscheinnummer { $policy }.
 }
report-declaration-subtitle = { $kind ->
    [named] Benannt versicherte Kunden, { $date }
   *[other] Unbenannt versicherte Kunden, { $date }
 }
report-by-country = Nach Ländern
col-risk-number = Risikonummer
