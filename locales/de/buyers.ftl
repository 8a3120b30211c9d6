# Die Seiten der Kunden: die Liste, ein Kunde, mitversicherte Kunden.

cover-named = Benannt
cover-unnamed = Unbenannt
cover-co-insured = Mitversichert
cover-none = Nicht versichert

## The list

buyers-tabs = Kunden und mitversicherte Kunden
buyers-found = { $count ->
    [one] Ein Konto
   *[other] { $shown } Konten
  }
buyers-use = Ausnutzung
buyers-marks = Zu beachten
buyers-over-limit = Über der Versicherungssumme
buyers-stopped = Neuforderungen ungedeckt
buyers-must-be-offered = Anzubieten
buyers-over-credit-limit = Über dem eigenen Kreditlimit
buyers-credit-manager = Kreditmanager
buyers-any = Alle
buyers-show = Anzeigen
buyers-reset = Zurücksetzen
buyers-download = CSV herunterladen
buyers-sum = Summe in { $currency }
buyers-none-fit = Kein Kunde passt zu dieser Suche. Entfernen Sie einen Filter oder setzen Sie alle zurück.
buyers-nothing-yet = Es gibt noch keine Kunden. Importieren Sie sie aus der Buchhaltung:
buyers-views = Gespeicherte Sichten
buyers-view-keep = Diese Sicht speichern
buyers-view-name = Name der Sicht
buyers-view-save = Speichern
buyers-view-delete = Sicht { $name } löschen

## Co-insured customers

co-insured-title = Mitversicherte Kunden
