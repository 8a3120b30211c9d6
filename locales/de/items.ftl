# Die Seiten der Posten und Wechsel: die Liste, ein Posten, Änderungen, gespeicherte Sichten.

## Die Liste

items-tabs = Listen der Posten
items-tab-open = Offene Posten
items-tab-bills = Wechsel
items-tab-all = Auch ausgeglichene oder anderer Tag
items-list = Posten
items-found = { $count ->
    [one] Ein Posten
   *[other] { $shown } Posten
  }
items-found-cut = Mehr als { $limit } Belege beginnen so; geben Sie mehr von der Nummer ein, um alle zu sehen.
items-none-fit = Kein Posten passt. Entfernen Sie einen Filter, setzen Sie alle zurück oder importieren Sie Posten.
items-sums = Summen der Auswahl
items-document = Belegnummer
items-document-hint = Der Anfang genügt.
items-buyer = Kunde
items-due-before = Fällig vor
items-cover-full = Voll versichert
items-cover-part = Teilweise versichert
items-cover-none = Nicht versichert
items-more-filters = Status, Art, Meldungen
items-columns = Spalten
items-download-lines = JSON-Zeilen herunterladen
items-another-day = Anderer Tag, ausgeglichene Posten, Vorausschau
items-as-of = Stand
items-known-at = Kenntnisstand
items-known-at-hint = Nur, was bis zum Ende dieses Tages erfasst war; leer: alles.
items-settled-too = Auch ausgeglichene Posten
items-projected-field = Voraussichtlich
items-projected-hint = Was die nächste Salden-/Umsatzmeldung aus den Posten machen würde; verbindlich wird es erst durch einen Echtlauf.
items-then = Stand { $date }.
items-then-known = Stand { $date }, mit dem Kenntnisstand vom { $known }.
items-then-all = Ausgeglichene Posten sind dabei.
items-then-projected = Voraussichtlich: was die nächste Salden-/Umsatzmeldung daraus machen würde.

col-posting-date = Gebucht
col-policy-currency = Währung des Versicherungsscheins
col-reasons = Begründungen

## Gespeicherte Sichten

items-view-opens = (öffnet die Liste)
items-view-change = Diese Sicht ändern
items-view-new-name = Neuer Name
items-view-rename = Umbenennen
items-view-default = Die Liste damit öffnen
items-view-not-default = Die Liste nicht damit öffnen
items-back = Zurück zur Liste

## Wechsel

items-no-bills = Kein Wechsel passt. Wechsel werden mit den Posten importiert, mit der Art „bill“.
items-bill-expired = Verfallen
items-bill-protested = Protestiert
items-day-close-missing = Wechsel sind verfallen, ohne dass ein Tagesabschluss sie schon erfasst hat.

## Arten, Meldungen, Ausgleiche

items-kind-invoice = Rechnung
items-kind-debit-note = Belastungsanzeige
items-kind-credit-note = Gutschrift
items-kind-payment-on-account = Anzahlung
items-kind-bill = Wechsel
items-kind-cheque = Scheck
items-reporting-none = Nicht gemeldet
items-reporting-first = 1 – erste Meldung
items-reporting-second = 2 – zweite Meldung
items-reporting-third = 3 – dritte Meldung
items-reporting-exclusion = A – Ausschluss
items-reporting-non-payment = N – Nichtzahlung
items-reporting-collection = E – Einzug
items-reporting-claim = S – Schaden
items-settled-payment = Zahlung
items-settled-credit-note = Gutschrift
items-settled-bill = Wechsel
items-settled-write-off = Ausbuchung
items-settled-offset = Verrechnung
items-settled-return = Rückgabe der Zahlung
items-settled-derived = (nicht mehr in der Liste der Buchhaltung)

## Ein Posten

items-several = Mehrere Belege haben diese Nummer. Wählen Sie einen.
items-before = Voriger Posten
items-after = Nächster Posten
items-edit = Ändern
items-now = Zurück zu heute
items-reports = Meldungen an den Kreditversicherer
items-of-buyer = Versicherungssumme des Kunden und was davon frei ist
items-origin = Restposten von
items-settlements = Ausgleiche
items-no-settlements = Noch ist nichts ausgeglichen.
items-no-history = Noch hat kein Lauf und niemand von Hand seine Versicherungsdaten geändert.
items-dates-later = Die Fristen legt der erste Echtlauf fest, der den Posten prüft.
items-today = Heute
items-days-left = { $count ->
    [one] in einem Tag
   *[other] in { $shown } Tagen
  }
items-days-ago = { $count ->
    [one] vor einem Tag
   *[other] vor { $shown } Tagen
  }
items-explain-then = Für einen anderen Tag begründen
items-cause-run = Echtlauf
items-cause-carried = Über einen Lauf hinweg beibehalten
items-cause-reversal = Storno des Laufs
items-cause-edit = Von Hand geändert
items-cause-event = Ereignis erfasst
items-cause-residual = Restposten herausgelöst
items-cause-reexamination = Erneut geprüft

items-field-status = Versicherungsstatus
items-field-insured = Versicherter Betrag
items-field-receivable-start = Forderungsbeginn
items-field-net-due-date = Nettofälligkeit
items-field-extended-due-date = Prolongiert bis
items-field-document-date = Belegdatum
items-field-posting-date = Buchungsdatum
items-field-max-term-date = Kreditzieldatum
items-field-overdue-date = Überfällig am
items-field-exclusion-date = Ende der Ausschlussfrist
items-field-non-payment-report-date = Nichtzahlungsmeldung fällig
items-field-collection-date = Übergabe ans Inkasso fällig
items-field-waiting-end = Ende der Karenzzeit
items-field-filing-date = Schaden zu melden bis
items-field-base-period-end = Ende des Zeitraums für Grundprämie
items-field-reporting-status = Meldestatus
items-field-reported-on = Zuletzt gemeldet am
items-field-follow-up = Folgemeldung gewünscht
items-field-follow-up-on = Folgemeldung am
items-field-blocks-new = Neuforderungen ungedeckt

why-waiting-base = { $base ->
    [net_due] Nettofälligkeit
    [overdue] Überfälligkeit
    [notice] Mitteilung an den Kreditversicherer
   *[collection] Übergabe ans Inkasso
  } + { $count } { $unit ->
    [months] { $count ->
        [one] Monat
       *[other] Monate
    }
   *[days] { $count ->
        [one] Tag
       *[other] Tage
    }
  }

col-delivery-date = Geliefert
col-disputed = Bestritten
col-net-amount = Nettobetrag
col-payment-terms = Zahlungsbedingungen
col-posting-circle = Buchungskreis
col-secured = Sicher
col-text = Text
col-value-date = Valuta

## Eine Änderung von Hand

items-edit-title = { $kind } { $document } ändern
items-edit-when = Diese Daten setzen die Läufe. Ändern Sie sie nur in begründeten Fällen; jede Änderung bleibt mit ihrer Begründung aufgezeichnet.
items-edit-reason = Begründung
items-edit-reason-hint = Warum, in eigenen Worten; es bleibt aufgezeichnet.
items-edit-save = Änderung speichern
items-edit-try = Vorher und nachher zeigen
items-edit-cancel = Abbrechen
items-edit-bounds = Von 0 bis { $most } und nur mit Status K.
items-edit-now = Jetzt steht dort: { $value }
items-edit-changed = Unten steht der jetzige Stand; was Sie eingegeben haben, ist erhalten, wo es abweicht, mit dem jetzigen Wert darunter.
items-edit-preview = Vorher und nachher
items-edit-before = Vorher
items-edit-after = Nachher
items-edit-nothing-written = Noch ist nichts geschrieben.
items-edit-unchanged = Der Posten ist schon so; es gibt nichts zu ändern.
