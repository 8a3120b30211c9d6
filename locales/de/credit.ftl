# Kreditüberwachung

nav-credit = Kreditüberwachung

credit-tab-work-list = Arbeitsliste

col-action = Maßnahme
col-action-date = Bis
col-actions = Maßnahmen
col-change = Veränderung
col-code = Code
col-contact = Kontakt
col-criterion = Kriterium
col-follow-up-date = Wiedervorlage
col-items = Posten
col-limit = Grenze
col-note = Notiz
col-overdue = Überfällig
col-payer = Zahler
col-promised = Zugesagt
col-recorded-by = Erfasst von
col-remark = Bemerkung
col-result = Ergebnis
col-stop-until = Stoppdatum

credit-no-run = Es wurde noch keine Auswahl ausgeführt.
credit-no-run-do = Führen Sie eine aus, um zu sehen, wer eine Entscheidung braucht.
credit-last-run = Lauf { $run }, Stichtag { $date }, von { $by }, { $at }.
credit-last-run-managers = Kreditverantwortliche { $managers }.
credit-run-title = Auswahl ausführen
credit-run = Ausführen
credit-working = Zahler werden ausgewählt
credit-key-date = Stichtag
credit-managers = Kreditverantwortliche
credit-managers-hint = A..B; Vorgesetzte mit ihren Nachgeordneten. Leer: alle Zahler
credit-begin = Ersten öffnen
credit-to-work-on = Zu bearbeiten
credit-nobody = Auf diese Auswahl passt niemand.
credit-order = Sortiert nach
credit-order-payer = Zahler
credit-order-past-due = Überfälliger Betrag
credit-order-credit-manager = Kreditverantwortlicher
credit-change-new = Neu
credit-change-worse = Schlechter
credit-change-better = Besser
credit-change-same = Unverändert
credit-change-cleared = Erledigt
credit-change-waiting = Wartet
credit-reason = { $name }: { $actual } gegen { $limit }
credit-totals = Summen des letzten Laufs

credit-way = Von Zahler zu Zahler
credit-list = Arbeitsliste
credit-back = Voriger
credit-next = Nächster
credit-place = { $place } von { $total }
credit-not-listed = Nicht auf dieser Liste
credit-cleared = Im letzten Lauf griff kein Kriterium.
credit-never-selected = Diesen Zahler hat noch kein Lauf ausgewählt.
credit-waits = Bis { $date } nicht auf der Arbeitsliste, weil eine offene Notiz es so festhält.
credit-since-run = Seit Lauf
credit-action-on = Maßnahme zu: { $criterion }
credit-remark-on = Bemerkung zu: { $criterion }
credit-no-codes = Die Kreditrichtlinie legt noch keine Maßnahmencodes fest.
credit-save = Speichern
credit-save-next = Speichern und weiter
credit-outstanding = Ausstehend
credit-orders = Aufträge und Lieferungen
credit-oldest = Ältester überfällig seit
credit-exposure = Zählt gegen die Versicherungssumme
credit-uninsured = Keine
credit-accepted = Darüber hinaus akzeptiert
credit-who = Zahler
credit-address = Anschrift
credit-group = Kreditgruppe
credit-limit-past-due = Grenze 1, überfällig
credit-limit-outstanding = Grenze 2, ausstehend
credit-limit-orders = Grenze 3, mit Aufträgen
credit-limit-days = Grenze 4, Tage überfällig
credit-next-deadline = Nächste Frist
credit-limit-ends = Summe endet am
credit-days-late = Zahlt verspätet um
credit-pays-for = Zahlt für
credit-to-buyer = Alles zu diesem Kunden
credit-items = Offene Posten
credit-no-items = Es ist nichts offen.
credit-link = Verknüpfen
credit-link-item = Mit der Notiz verknüpfen: { $item }
credit-link-hint = Haken Sie unten offene Posten an, um sie zu verknüpfen; sind alle ausgeglichen, schließt sich die Notiz selbst.
credit-days-over = Tage überfällig
credit-follow-up-of = Wiedervorlage: { $item }
credit-stop-of = Stoppdatum: { $item }
credit-save-dates = Daten speichern
credit-notes = Notizen
credit-no-notes = Noch keine Notizen.
credit-new-note = Neue Notiz
credit-contact = Kontakt mit
credit-result = Ergebnis
credit-agreed = Vereinbart
credit-until = Bis
credit-until-hint = Bis dahin ist der Zahler nicht auf der Arbeitsliste
credit-promised = Zugesagter Betrag
credit-save-note = Notiz speichern
credit-close-note = Schließen
credit-promise = { $amount } zugesagt bis { $date }
credit-until-date = Bis { $date }
credit-settled = ausgeglichen
credit-closed-by = Geschlossen von { $by }, { $at }.
credit-actions = Maßnahmen
credit-no-actions = Noch keine Maßnahmen.
credit-when = Wann
credit-taken-back = Zurückgenommen
credit-runs = Auswahlläufe
credit-run-number = Lauf
credit-no-dates = Kein offener Posten hat ein Wiedervorlagedatum oder ein Stoppdatum.

note-state-waiting = Wartet
note-state-open = Offen
note-state-due = Heute fällig
note-state-passed = Termin verstrichen
note-state-closed = Geschlossen
note-state-settled = Ausgeglichen

criterion-blocked = Gesperrt
criterion-past-due = Überfällig über der Grenze
criterion-outstanding = Ausstehend über der Grenze
criterion-outstanding-and-orders = Ausstehend und Aufträge über der Grenze
criterion-days-overdue = Tage überfällig
criterion-insurance-limit-exceeded = Versicherungslimit überschritten
criterion-insurance-limit-warning = Versicherungslimit fast erreicht
criterion-no-cover = Kein Schutz
criterion-uncovered = Neuforderungen ungedeckt
criterion-deadline = Frist nahe oder verstrichen
criterion-limit-expiring = Kreditmitteilung läuft ab
criterion-payment-behaviour = Zahlt später als zuvor
criterion-ageing = Mehr davon überfällig als zuvor
criterion-reminders = Mahnungen verschickt
criterion-follow-up = Wiedervorlage erreicht

monitor-done = Auswahllauf { $run } zum { $date }
work-list-title = Arbeitsliste: Lauf { $run } zum { $date }
work-list-action-done = Für { $account } erfasst.
notes-added = Notiz { $note } ist erfasst.
notes-closed = Notiz { $note } ist geschlossen.
follow-up-done = Die Daten von { $item } sind erfasst.

credit-days = { $count ->
    [one] { $shown } Tag
   *[other] { $shown } Tage
 }
credit-more-items = { $count ->
    [one] Einer mehr steht in der Liste der Posten.
   *[other] { $shown } mehr stehen in der Liste der Posten.
 }
credit-ended-notes = { $count ->
    [one] Eine geschlossene Notiz
   *[other] { $shown } geschlossene Notizen
 }
credit-payers-new = { $count ->
    [one] ein neuer Zahler
   *[other] { $shown } neue Zahler
 }
credit-payers-worse = { $count ->
    [one] einer schlechter
   *[other] { $shown } schlechter
 }
credit-payers-better = { $count ->
    [one] einer besser
   *[other] { $shown } besser
 }
credit-payers-same = { $count ->
    [one] einer unverändert
   *[other] { $shown } unverändert
 }
credit-payers-cleared = { $count ->
    [one] einer erledigt
   *[other] { $shown } erledigt
 }
credit-payers-waiting = { $count ->
    [one] einer wartet
   *[other] { $shown } warten
 }

report-work-list = Arbeitsliste der Kreditüberwachung
report-about-work-list = Die Zahler, die der letzte Auswahllauf fand, warum, und was getan wurde
report-follow-up-notes = Wiedervorlagenotizen
report-about-follow-up-notes = Was mit Zahlern vereinbart wurde und bis wann, intern oder für den Zahler
report-follow-up-notes-agreed = Das haben wir vereinbart. Bitte sagen Sie uns, wenn Sie es anders sehen.
report-field-manager = Kreditverantwortlicher
report-field-order = Sortiert nach
report-field-for-payer = Für den Zahler
report-field-closed = Auch geschlossene
report-choice-payer = Zahler
report-choice-past-due = Überfälliger Betrag
report-choice-credit-manager = Kreditverantwortlicher
