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
report-annex = Die Liste finden Sie in der Anlage.
report-sign-place = Ort, Datum
report-sign-name = Unterschrift
report-policy-number = Versicherungsscheinnummer
report-list-number = Listennummer
report-own-number = Unsere Nummer bei Ihnen

## Meldungen

report-balance-declaration = Saldenmeldung
report-about-balance-declaration = Was jeder Kunde zum Stichtag schuldet, Gutschriften verrechnet; aus einem Echtlauf oder als Probelauf
report-opening-balance-declaration = { $kind ->
    [named] nachstehend erhalten Sie unsere Saldenmeldung der benannt versicherten Kunden zum { $date }.
   *[other] nachstehend erhalten Sie unsere Saldenmeldung der unbenannt versicherten Kunden zum { $date }.
 }
report-declaration-subtitle = { $kind ->
    [named] Benannt versicherte Kunden, { $date }
   *[other] Unbenannt versicherte Kunden, { $date }
 }
report-by-country = Nach Ländern
col-risk-number = Risikonummer
report-base-premium = Liste 1: Umsatz, Grundprämie
report-time-premium = Liste 2: offen über den Zeitraum für die Grundprämie hinaus, Zeitprämie
report-silent = { $count ->
    [one] Ein weiterer Kunde hat hier nichts zu melden.
   *[other] { $shown } weitere Kunden haben hier nichts zu melden.
 }
report-turnover-declaration = Umsatzmeldung
report-about-turnover-declaration = Was im Zeitraum fakturiert wurde und was über den Zeitraum für die Grundprämie hinaus offen ist; aus einem Echtlauf oder als Probelauf
report-opening-turnover-declaration = { $kind ->
    [named] nachstehend erhalten Sie unsere Umsatzmeldung der benannt versicherten Kunden zum { $date }.
   *[other] nachstehend erhalten Sie unsere Umsatzmeldung der unbenannt versicherten Kunden zum { $date }.
 }
report-declaration-break-down = Aufgliederung der Meldung
report-about-declaration-break-down = Was jede Firma und jeder mitversicherte Kunde zu einer Meldung beiträgt; nur für den internen Gebrauch
report-break-down-accounts = Nach Konto und Firma
col-co-insured = Mitversichert

## Fristenüberschreitungsmeldung

report-overdue-notification = Fristenüberschreitungsmeldung
report-about-overdue-notification = Die Posten, deren Fristen überschritten sind; aus einem Echtlauf oder als Probelauf
report-opening-overdue-notification = nachstehend melden wir Ihnen die Forderungen, deren Fristen zum { $date } überschritten sind.
report-credits-beside = Gutschriften stehen zur Information unter den Posten und sind in keiner Summe enthalten.
report-field-scope = Welche Fristen
report-field-repeat-from = Wiederholen ab
report-field-exceeding = Übersteigende Beträge
report-choice-yes = Ja
report-choice-no = Nein
report-choice-all = Alle
report-choice-overdue = Überfälligkeit und Ausschlussfrist
report-choice-default = Nichtzahlung, Inkasso und Karenzzeit

## Vergleich von Läufen

report-run-comparison = Vergleich eines Laufs
report-about-run-comparison = Worin sich ein Echtlauf vom vorigen unterscheidet: neu, geändert und weggefallen
report-run-same = In beiden gleich
report-run-before = Voriger Lauf
report-key-date-before = Dessen Stichtag

## Kreditantrag

report-limit-request = Kreditantrag
report-about-limit-request = Der Brief, der beim Kreditversicherer Limits beantragt: für einen Kunden oder alle Anträge, die auf Antwort warten
report-opening-limit-request = { $count ->
    [one] zu dem oben genannten Versicherungsschein bitten wir Sie um das folgende Limit.
   *[other] zu dem oben genannten Versicherungsschein bitten wir Sie um die folgenden Limits.
 }
report-request-answer = Wir freuen uns auf Ihre Kreditmitteilung.
report-requests = Beantragte Limits
report-record = Erfassen und zeigen
report-record-heading = Antrag erfassen
report-record-what = Der beantragte Betrag und der Tag werden beim Kunden erfasst, dann wird der Brief gezeigt; ohne Tag gilt der heutige.
report-field-amount = Beantragter Betrag
report-field-requested-on = Beantragt am
report-from-ledger = Stand { $date }, Prüfeintrag { $entry }

indemnity-title = Geschätzte Entschädigung
indemnity-about = Wenn der Kunde an diesem Tag ausfiele, soweit Posten heute versichert sind und als wäre im Jahr noch kein Schaden eingetreten. Zahlungen, Erlöse aus Sicherheiten und eine Höchstentschädigung als Vielfaches der Prämie sind nicht berücksichtigt.
indemnity-no-percent = Versicherungsschein { $policy } nennt keine Deckungsquote: es lässt sich nichts schätzen.
indemnity-covered-loss = Versicherter Ausfall
indemnity-own-share = Selbstbeteiligung
indemnity-above-liability = Über der Höchstentschädigung
indemnity-indemnity = Entschädigung
