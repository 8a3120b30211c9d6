# Aufträge: Sperren, Auftragsprüfungen, Stopps und Freigaben.

credit-tab-orders = Aufträge

order-answer-allow = darf gehen
order-answer-warn = darf gehen, mit Warnung
order-answer-block = nicht ohne Freigabe
order-state-open = offen
order-state-stopped = gestoppt
order-state-released = freigegeben
order-state-delivered = geliefert
order-state-invoiced = fakturiert
order-state-cancelled = storniert
order-point-entry = bei der Auftragserfassung
order-point-line = bei der Änderung einer Zeile
order-point-release = bevor die Ware das Haus verlässt

order-reason-blocked = Der Regulierer ist von Hand gesperrt.
order-reason-past-due = Überfällig { $actual }; Limit 1 ist { $limit }.
order-reason-credit-limit = Obligo { $actual }; das eigene Kreditlimit ist { $limit }.
order-reason-group-limit = Obligo der Kreditgruppe { $actual }; ihr Limit ist { $limit }.
order-reason-days-overdue = Tage, die der älteste Posten überfällig ist: { $actual }; Limit 4 ist { $limit }.
order-reason-insured-sum = Obligo { $actual }; Versicherungssumme und akzeptierte Überschreitung sind { $limit }.
order-reason-policy-ends = Der Vertrag endet vor dem Rechnungsdatum { $actual }.
order-reason-country-excluded = Der Vertrag deckt dieses Land nicht.
order-reason-category-excluded = Der Vertrag deckt Kunden dieser Kategorie nicht.
order-reason-term-too-long = Fällig am { $actual }; das äußerste Kreditziel endet am { $limit }.
order-reason-uncovered = Rechnung vom { $actual }; Forderungen mit Datum nach dem { $limit } sind nicht gedeckt.
order-reason-limit-expires = Rechnung vom { $actual }; das Limit endet am { $limit }.
order-reason-withdrawn = Die Deckung ist vor dem Rechnungsdatum { $actual } entzogen.
order-reason-no-cover = Es ist keine Summe versichert.
order-reason-less-room = Der Auftrag beträgt { $actual }; am Rechnungsdatum sind { $limit } der Versicherungssumme frei.

order-covered-yes = Wird bei Fakturierung versichert sein
order-covered-partly = Wird zum Teil versichert sein: { $amount }
order-covered-no = Wird nicht versichert sein
order-covered-not-insured = Der Kunde gehört zu keinem Vertrag

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

order-other-orders = Aufträge und Lieferungen
order-this = Dieser Auftrag
order-exposure = Obligo mit ihm
order-limit = Verglichen mit
order-invoice-date = Fakturiert am
order-due-date = Fällig am
order-limit-ends = Limit endet am
