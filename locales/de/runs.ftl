# Die Seiten der Läufe: Probelauf, Unterschiede, Echtlauf, Storno.

runs-start = Neuer Lauf
runs-none = Es gibt noch keinen Echtlauf. Beginnen Sie mit einem Probelauf: Er schreibt nichts.
runs-none-fits = Kein Echtlauf passt.
runs-standing = besteht
runs-final = Echtlauf
runs-heading = Lauf { $run }
runs-lines = Zeilen
runs-sheet = Summenblatt
runs-about = Was gelaufen ist
runs-print = Zum Drucken
runs-document = Brief
runs-break-down = Aufgliederung
runs-period-start = Zeitraum ab
runs-terms = SHA-256 der Bedingungen
runs-buyers-named = benannt versicherte Kunden
runs-buyers-unnamed = unbenannt versicherte Kunden

## Einen Lauf anfordern

runs-kind-named = Salden-/Umsatzmeldung benannt versicherter Kunden
runs-kind-unnamed = Salden-/Umsatzmeldung unbenannt versicherter Kunden
runs-kind-notify = Fristenüberschreitungsmeldung
runs-only-notify = Nur für Fristenüberschreitungsmeldungen
runs-scope = Umfang
runs-scope-all = Alle Fristen
runs-scope-overdue = Überfälligkeit und Ausschlussfrist
runs-scope-default = Nichtzahlung, Inkasso und Karenzzeit
runs-exceeding = Übersteigende Beträge
runs-as-policy = Wie im Versicherungsschein
runs-repeat-from = Wiederholen ab
runs-repeat-hint = Posten, die an oder nach diesem Tag gemeldet wurden, erscheinen noch einmal.
runs-known-at = Kenntnisstand
runs-known-hint = Leer gilt, was jetzt bekannt ist. Mit einem Datum zählt nur, was bis dahin erfasst war.
runs-preview-do = Probelauf zeigen
runs-preview-what = Ein Probelauf schreibt nichts und ist zu jedem Stichtag möglich, auch rückwirkend.
runs-no-policy = Es gibt noch keinen Versicherungsschein.

## Probelauf und Echtlauf

runs-working = Der Probelauf wird berechnet
runs-working-final = Der Echtlauf wird erstellt
runs-failed = Der Lauf ist nicht gelungen
runs-again = Anforderung ändern
runs-past-only = Dieser Probelauf zeigt, was damals bekannt war; er kann kein Echtlauf werden.
runs-not-yours = Ihre Rollen erlauben Ihnen Probeläufe, aber keine Echtläufe.
runs-final-what = Der Lauf erhält eine Nummer und wird so festgehalten, wie er hier steht; seine versicherten Beträge und Meldungen werden aufgezeichnet.
runs-final-do = Echtlauf erstellen
runs-final-propose = Echtlauf vorschlagen

## Unterschiede

runs-differences = Unterschiede
runs-differences-of = Unterschiede von Lauf { $run }
runs-compared-with = Verglichen mit Lauf { $run } zum { $date }.
runs-differences-count = Neu: { $new }, geändert: { $changed }, weggefallen: { $gone }, gleich: { $same }.
runs-difference-new = neu
runs-difference-changed = geändert
runs-difference-gone = weggefallen
runs-before = Zuvor
runs-after = Jetzt
runs-difference = Unterschied
runs-no-difference = Es gibt keine Unterschiede.
runs-first = Es gibt keinen früheren Echtlauf zum Vergleich.
runs-more = Weitere, kleinere Unterschiede: { $shown }.

## Storno

runs-reverse = Lauf stornieren
runs-reverse-propose = Storno vorschlagen
runs-reverse-what = Was der Lauf aufgezeichnet hat, wird zurückgenommen; er selbst bleibt als storniert erhalten.
runs-reason = Begründung
runs-reversed-by = Storniert von { $actor }, { $date }: { $reason }

## Tagesabschluss

runs-close-day = Tagesabschluss
runs-close-day-do = Tag abschließen
runs-close-day-what = Der Tagesabschluss kennzeichnet verfallene Wechsel.
