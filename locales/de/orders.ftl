# Aufträge: Sperren, Auftragsprüfungen, Stopps und Freigaben.

credit-tab-orders = Aufträge

order-answer-allow = Darf gehen
order-answer-warn = Darf gehen, mit Warnung
order-answer-block = Nicht ohne Freigabe
order-state-open = offen
order-state-stopped = gestoppt
order-state-released = freigegeben
order-state-delivered = geliefert
order-state-invoiced = fakturiert
order-state-cancelled = storniert
order-point-entry = bei der Auftragserfassung
order-point-line = bei der Änderung einer Zeile
order-point-release = bevor die Ware das Haus verlässt

order-reason-blocked = Der Zahler ist von Hand gesperrt.
order-reason-past-due = Überfällig { $actual }; Limit 1 ist { $limit }.
order-reason-credit-limit = Obligo { $actual }; das eigene Kreditlimit ist { $limit }.
order-reason-group-limit = Obligo der Kreditgruppe { $actual }; ihr Limit ist { $limit }.
order-reason-days-overdue = Tage, die der älteste Posten überfällig ist: { $actual }; Limit 4 ist { $limit }.
order-reason-insured-sum = Obligo { $actual }; Versicherungssumme und angenommene Überschreitung sind { $limit }.
order-reason-policy-ends = Der Versicherungsschein endet vor dem Rechnungsdatum { $actual }.
order-reason-country-excluded = Der Versicherungsschein gibt für dieses Land keinen Schutz.
order-reason-category-excluded = Der Versicherungsschein gibt Kunden dieser Kategorie keinen Schutz.
order-reason-term-too-long = Fällig am { $actual }; das äußerste Kreditziel endet am { $limit }.
order-reason-uncovered = Rechnung vom { $actual }; Forderungen mit Datum nach dem { $limit } sind nicht gedeckt.
order-reason-limit-expires = Rechnung vom { $actual }; das Limit endet am { $limit }.
order-reason-withdrawn = Der Versicherungsschutz ist vor dem Rechnungsdatum { $actual } entzogen.
order-reason-no-cover = Es ist keine Summe versichert.
order-reason-less-room = Der Auftrag beträgt { $actual }; am Rechnungsdatum sind { $limit } der Versicherungssumme frei.

order-covered-yes = Wird bei Fakturierung versichert sein
order-covered-partly = Wird zum Teil versichert sein: { $amount }
order-covered-no = Wird nicht versichert sein
order-covered-not-insured = Der Kunde gehört zu keinem Versicherungsschein

col-order-no = Auftrag
col-order-date = Bestellt
col-answer = Antwort
order-nothing-against = Nichts spricht dagegen.
orders-none = Es sind keine Aufträge erfasst.
order-entered = Auftrag { $order } ist erfasst: { $state }.
order-released = Auftrag { $order } ist freigegeben.
block-put = { $account } ist gesperrt.
block-lifted = { $account } ist nicht mehr gesperrt.
effect-none = Kein offener Auftrag würde gestoppt.
effect-ask = Welche offenen Aufträge das stoppt: obligo orders effect

order-other-orders = Aufträge und Lieferungen
order-this = Dieser Auftrag
order-exposure = Obligo mit ihm
order-limit = Verglichen mit
order-invoice-date = Fakturiert am
order-due-date = Fällig am
order-limit-ends = Limit endet am

orders-all = Alle
orders-tab-stopped = Gestoppt
orders-tab-open = Offen
orders-tab-released = Freigegeben
orders-tab-delivered = Geliefert
orders-import = Aufträge aus einer Datei importieren
order-check-one = Auftrag prüfen
order-check-about = Was die Antwort wäre; erfasst wird erst, wenn Sie den Auftrag erfassen.
order-check-do = Prüfen
order-enter = Prüfen und erfassen
order-buyer = Kunde
order-delivery-date = Lieferdatum
order-terms = Zahlungsbedingungen
order-terms-hint = Leer: die des Kunden
order-number = Auftragsnummer
order-number-hint = Nötig zum Erfassen; ein Auftrag mit dieser Nummer zählt nicht doppelt
order-kind-delivery = Lieferung
order-title = Auftrag { $order }
order-facts = Der Auftrag
order-check-now = Jetzt geprüft, bevor die Ware das Haus verlässt
order-history = Wie es dazu kam
order-checks = Mit ihm erfasste Prüfungen
order-release = Auftrag freigeben
order-release-reason = Warum er trotzdem gehen darf
order-release-hint = Es bleibt mit Ihrem Namen festgehalten.
order-release-not-you = Ein Manager kann ihn freigeben.
order-open = Offene Posten und Wechsel
order-cover-ahead = Wenn er fakturiert wird
order-latest-due-date = Spätestens fällig am
order-sum-then = Dann versicherte Summe
order-room-then = Dann freier Rahmen
order-weight-warn = warnt
order-weight-block = stoppt
order-effect = Wirkung einer Kürzung auf offene Aufträge
order-effect-sum = Neue Versicherungssumme
order-effect-hint = In der Währung des Zahlers; leer: die geltende Summe
order-effect-all = Leer: alle Zahler, mit den geltenden Summen
orders-none-open = Kein offener Auftrag.
order-effect-here = { $count ->
    [one] { $shown } offener Auftrag dieses Zahlers würde beim Ausliefern gestoppt.
   *[other] { $shown } offene Aufträge dieses Zahlers würden beim Ausliefern gestoppt.
}
order-effect-show = Zeigen
order-effect-now = Jetzt
order-effect-then = Dann
block-reason = Warum
block-until = Bis
block-until-hint = Leer: bis jemand sie aufhebt
block-in-force-since = Gesperrt von { $by } seit { $date }
block-in-force-until = Sie endet am { $date }.
block-of-payer = Die Sperre ist die des Zahlers.
block-lift = Sperre aufheben
block-put-one = Diesen Zahler sperren
order-effect-stopped = { $count ->
    [0] Kein offener Auftrag würde gestoppt.
    [one] { $shown } offener Auftrag würde gestoppt.
   *[other] { $shown } offene Aufträge würden gestoppt.
}
block-put-do = Sperre setzen
order-tolerance = Bis { $amount } über dem Limit gibt es nur eine Warnung.
