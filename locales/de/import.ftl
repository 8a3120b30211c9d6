# Die Seiten der Importe: Hochladen, Zuordnung, Fehler, Testlauf.

import-intro = Wählen Sie Dateien und was sie enthalten. Sie sehen die ersten Zeilen, bevor etwas geschrieben wird; übernommen wird alles oder nichts.
import-what = Was
import-files = Dateien
import-files-hint = CSV-, XLSX- oder ODS-Dateien; für mehrere Arten auf einmal CSV-Dateien, die wie ihre Art heißen, etwa items.csv.
import-options = Weitere Einstellungen
import-snapshot = Alle offenen Posten zum
import-snapshot-hint = Nur für Posten: Was in der Datei fehlt, gilt an diesem Tag als ausgeglichen.
import-valid-from = Gültig ab
import-valid-hint = Ab wann geänderte Stammdaten gelten. Leer: ab dem Tag nach dem letzten Echtlauf.
import-reason = Begründung
import-upload = Weiter
import-kinds = Was sich importieren lässt
import-for = Wofür
import-columns = Spalten
import-required = Die fett gedruckten Spalten sind notwendig.
import-sample = Beispieldatei
import-policies = Versicherungsscheine kommen als eigene Dateien:
import-working = Die Dateien werden gelesen

## Arten

import-kind-companies = Firmen
import-kind-insurers = Kreditversicherer
import-kind-buyers = Kunden
import-kind-covers = Versicherungsschutz
import-kind-limits = Limits
import-kind-evidence = Nachweise
import-kind-rates = Kurse
import-kind-items = Posten
import-kind-settlements = Ausgleiche
import-kind-events = Ereignisse
import-kind-orders = Aufträge
import-kind-credit_managers = Kreditmanager
import-kind-credit_groups = Kreditgruppen
import-kind-credit_limits = Eigene Kreditlimits
import-kind-interest_rates = Verzugszinssätze
import-kind-scenario = Mehrere Arten auf einmal
import-about-companies = Ihre Firmen und welche davon mitversicherte Unternehmen sind.
import-about-insurers = Die Kreditversicherer Ihrer Versicherungsscheine.
import-about-buyers = Kunden mit Name, Land und Kennungen.
import-about-covers = Welcher Kunde zu welchem Versicherungsschein gehört, benannt, unbenannt oder mitversichert.
import-about-limits = Beantragte und entschiedene Limits.
import-about-evidence = Büroauskünfte, Bankauskünfte und Zahlungserfahrung, auf denen unbenannter Versicherungsschutz beruht.
import-about-rates = Was fremde Währungen wert sind, nach Datum.
import-about-items = Rechnungen, Gutschriften, Anzahlungen und Wechsel.
import-about-settlements = Was welchen Posten wann und wie ausgeglichen hat.
import-about-events = Insolvenzen, bestrittene Forderungen, Inkasso und andere Ereignisse.
import-about-orders = Offene Aufträge, die gegen Limits geprüft werden.
import-about-credit_managers = Wer welche Kunden betreut und wer wem vorgesetzt ist.
import-about-credit_groups = Gruppen von Zahlern mit einem gemeinsamen Limit und ihre Mitglieder.
import-about-credit_limits = Eigene Kreditlimits 1 bis 4 von Zahlern, Kreditgruppen und Firmen.
import-about-interest_rates = Bezugszinssätze für Verzugszinsen nach Land und Halbjahr, wie veröffentlicht.
import-about-scenario = Ein Satz solcher Dateien und Dateien von Versicherungsscheinen, in der richtigen Reihenfolge gelesen.

## Erste Zeilen und Zuordnung

import-check-title = Dateien prüfen
import-theirs = Die ersten Zeilen der Datei
import-read = Wie sie gelesen würden
import-no-rows = Die Datei enthält keine Zeilen.
import-scenario-order = Die Dateien werden in der Reihenfolge gelesen, in der sie sich aufeinander beziehen, alle oder keine.
import-mapping = Spalten, Daten und Zahlen
import-known = Gespeicherte Zuordnungen:
import-forget = { $name } vergessen
import-our-column = Unsere Spalte
import-their-column = Spalte der Datei
import-always = Immer
import-their-for = Spalte der Datei für { $column }
import-always-for = { $column } ist immer
import-encoding = Kodierung
import-delimiter = Trennzeichen
import-detected = Wie erkannt
import-none = Keines
import-header-line = Zeile mit den Spaltennamen
import-sheet = Blatt
import-date-format = Schreibweise von Daten
import-decimal = Dezimalzeichen
import-thousands = Tausendertrennzeichen
import-sign = Vorzeichen der Beträge
import-sign-as-is = Wie in der Datei
import-sign-negate = Umgekehrt
import-sign-by-kind = Nach der Art des Postens
import-kind-positive = Positive Beträge sind
import-kind-negative = Negative Beträge sind
import-ignore-unknown = Andere Spalten der Datei werden nicht gebraucht
import-round = Beträge mit zu vielen Nachkommastellen runden
import-more = Weitere Regeln
import-more-rules = Weitere Regeln einer Zuordnungsdatei
import-more-hint = Tabellen wie [values.disputed], [number], [skip] und [keep], geschrieben wie in der Zuordnungsdatei.
import-name = Diese Zuordnung speichern als
import-name-hint = Sie wird wieder angeboten, wenn eine Datei mit denselben Spaltennamen kommt.
import-do-preview = Neu lesen
import-do-download = Zuordnungsdatei
import-do-check = Nur prüfen
import-do-import = Jetzt importieren

## Ergebnisse

import-checked = Die Dateien sind in Ordnung
import-imported = Der Import ist fertig
import-warnings = Gut zu wissen
import-next = Weitere Dateien
import-refused-title = Die Dateien wurden nicht importiert
import-refused-count = { $count ->
    [one] Ein Fehler wurde gefunden; es wurde nichts geschrieben.
   *[other] { $shown } Fehler wurden gefunden; es wurde nichts geschrieben.
  }
import-errors-download = Fehler als CSV
import-back = Zurück zur Zuordnung
import-problems = Fehler und wo sie stehen
import-line = Zeile
import-column = Spalte
import-value = Wert
import-remedy = Was zu tun ist
import-more-errors = { $shown } weitere Fehler sind nicht aufgeführt.
import-format = Format
import-format-auto = Am Inhalt erkannt
import-format-csv = CSV
import-format-xlsx = XLSX
import-format-ods = ODS
import-format-datev = DATEV
import-format-fec = FEC
import-format-sie = SIE
import-format-saft = SAF-T
import-format-ubl = Elektronische Rechnung (UBL, CII, FatturaPA, Factur-X)
import-format-camt = camt.052, camt.053, camt.054
import-of-program = Diese Dateien haben das Format { $format }. Daraus werden Kunden, Posten und Ausgleiche; was sie nicht sagen, wird aufgelistet, nie geraten.
import-books = Was ihre Konten bedeuten
import-books-rules = Abschnitt [books] einer Zuordnungsdatei
import-books-hint = Zum Beispiel [books] und darunter receivables = ["1400"] und payment_terms = "30"; leer für das Übliche.
import-unmatched-download = Liste herunterladen
