# Reminders, late interest, collection.

credit-tab-reminders = Mahnungen
credit-tab-collection = Inkasso

# The letters.

report-reminder = Mahnung
report-about-reminder = Ein Brief an einen Zahler mit seinen überfälligen Posten, Gebühren und Verzugszinsen
report-field-reminder = Nummer der Mahnung
report-collection-assignment = Inkassoauftrag
report-about-collection-assignment = Ein Brief an ein Inkassounternehmen mit den übergebenen Posten
report-field-assignment = Nummer des Auftrags
reminder-title-first = Zahlungserinnerung
reminder-title-further = Mahnung
reminder-title-last = Letzte Mahnung
reminder-opening-first = Nach unseren Büchern sind die folgenden Rechnungen überfällig. Sicher ist dies Ihrer Aufmerksamkeit entgangen.
reminder-opening-further = Trotz unserer Zahlungserinnerung sind die folgenden Rechnungen noch nicht bezahlt.
reminder-opening-last = Unsere Mahnungen blieben ohne Erfolg. Die folgenden Rechnungen sind weiterhin unbezahlt.
reminder-closing-first = Bitte begleichen Sie den Gesamtbetrag bis zum { $date }.
reminder-closing-further = Wir fordern Sie auf, den Gesamtbetrag bis spätestens { $date } zu begleichen.
reminder-closing-last = Geht der Gesamtbetrag nicht bis zum { $date } ein, übergeben wir die Forderung ohne weitere Ankündigung dem Inkasso. Die Kosten gehen zu Ihren Lasten.
reminder-pay-to = Bitte zahlen Sie auf das in unseren Rechnungen genannte Konto und geben Sie die Rechnungsnummern an.
reminder-crossed = Sollten Sie inzwischen gezahlt haben, betrachten Sie dieses Schreiben bitte als gegenstandslos.
reminder-items = Posten
reminder-col-level = Mahnstufe
reminder-open = Offen
reminder-credits = Ihre offenen Gutschriften
reminder-interest = Verzugszinsen
reminder-compensation = Verzugspauschale
reminder-charges-before = Gebühren früherer Mahnungen
reminder-charge-now = Gebühr dieser Mahnung
reminder-total = Gesamtbetrag
collection-opening = Wir beauftragen Sie mit dem Einzug der folgenden Forderungen gegen { $name }.
collection-closing = Die Forderungen sind unbestritten und angemahnt. Kopien von Rechnungen und Mahnungen stellen wir Ihnen gern zur Verfügung.
collection-reference = Ihr Zeichen
collection-assigned-amount = Übergeben
collection-charges = Gebühren

# Commands and pages.

reminders-title = Mahnungen
reminders-what = Was von säumigen Zahlern verlangt wird. Nichts verlässt das Haus, bevor es versandt wird. Zinsen und Gebühren sind keine Posten und nie versichert.
reminders-propose = Mahnungen vorschlagen
reminders-proposed = { $letters ->
        [one] { $letters } Brief
       *[other] { $letters } Briefe
    } mit { $items } Posten zum { $date } vorgeschlagen; { $collect } inkassoreif.
reminders-edited = Mahnung { $reminder } geändert: Gesamtbetrag { $total }.
reminders-sent-count = { $count ->
        [one] { $count } Mahnung versandt.
       *[other] { $count } Mahnungen versandt.
    }
reminders-outdated = { $count ->
        [one] { $count } Mahnung wurde nicht versandt, da sich ihre Posten geändert haben: bitte neu vorschlagen.
       *[other] { $count } Mahnungen wurden nicht versandt, da sich ihre Posten geändert haben: bitte neu vorschlagen.
    }
reminders-none = Hier sind keine Mahnungen. Schlagen Sie sie zu einem Tag vor.
reminder-state-proposed = Vorgeschlagen
reminder-state-left-out = Ausgelassen
reminder-state-superseded = Überholt
reminder-state-sent = Versandt
interest-none = Keine Verzugszinsen bis zum { $date }.
interest-rate-missing = Für { $country } ist ab dem { $date } kein Verzugszinssatz bekannt: Diese Tage tragen hier keine Zinsen. Importieren Sie die Zinssätze, um weiterzurechnen.
collection-assigned = Dem Inkasso übergeben: { $account }.
collection-withdrawn = { $count } Posten aus dem Inkasso zurückgenommen.
collection-none = Es wurde nichts dem Inkasso übergeben.
collection-none-ready = Nichts ist inkassoreif.
collection-state-assigned = Übergeben
collection-state-withdrawn = Zurückgenommen
collection-state-returned = Zurückgegeben
collection-state-settled = Ausgeglichen
col-reminder = Mahnung
col-level = Stufe
col-interest = Zinsen
col-charge = Gebühr
col-total = Gesamt
col-sent-on = Versandt am
col-due-date = Fällig
col-days-late = Tage überfällig
col-left-out = Ausgelassen
flag-left-out = ausgelassen
col-assignment = Auftrag
col-assigned-on = Übergeben am
col-agency = Inkassostelle
col-reference-rate = Referenzsatz %
col-margin = Aufschlag Punkte
col-compensation = Pauschale
col-source = Quelle
reminders-was-edited = bearbeitet
reminders-into-folder = In den Ordner des Hauses
reminders-send = Versenden
reminders-send-what = Ohne Ordner gelten die Briefe als auf Papier versandt; ihre Dateien bleiben erhalten.
reminders-letter = Der Brief
reminders-edit = Ändern
reminders-save = Speichern
reminders-leave-out = Auslassen
reminders-take-in = Wieder aufnehmen
reminders-items-out = Auszulassende Posten
reminders-language = Sprache
reminders-message = Eigener Text
reminders-message-hint = Leer: der übliche Text der Stufe.
reminders-reason = Begründung
reminders-reason-hint = Nötig, wenn sich Posten, Stufe oder Gebühr ändern.
reminders-mail = Mailadresse
reminders-mail-hint = Leer: auf Papier versandt, hier nur vermerkt.
collection-title = Inkasso
collection-what = Nach der letzten Mahnung ist ein Posten inkassoreif. Die Übergabe ist ein Ereignis nach dem Versicherungsschein; was sie beendet, wird vorher gesagt.
collection-ready = Inkassoreif
collection-assign = Übergeben
collection-reference-label = Zeichen
collection-items-hint = Einer je Zeile als Firma/Beleg. Leer: alle inkassoreifen.
collection-reason-hint = Nötig, wenn vor etwas gewarnt wird.
collection-confirm = Trotz Warnung ausführen
collection-assignments = Inkassoaufträge
collection-open = Offen
collection-ended = Beendet
collection-history = Verlauf
collection-ending = Wie es endete
collection-withdraw = Zurücknehmen
timeline-title = Mahnungen, Inkasso und Ereignisse
timeline-none = Keine Mahnung, kein Inkasso und kein Ereignis ist erfasst.
timeline-reminder = Mahnung, Stufe { $level }
timeline-withdrawn = Aus dem Inkasso zurückgenommen
timeline-returned = Vom Inkassobüro zurückgegeben
timeline-settled = Während des Inkassos bezahlt
report-interest-statement = Zinsaufstellung
report-about-interest-statement = Ein Brief an einen Zahler mit den Verzugszinsen nach Posten und Zeitraum
report-interest-statement-opening = Die verspätete Zahlung unserer Rechnungen hat bis zum { $date } folgende Zinsen gekostet.
report-interest-statement-closing = Bitte zahlen Sie die Zinsen auf das in unseren Rechnungen genannte Bankkonto. Es sind einfache Zinsen auf den offenen Betrag, nach Tagen von 365 im Jahr.
report-interest-statement-known = Zinsen für Tage ab dem { $date } sind nicht enthalten.
report-interest-from = Von
report-interest-until = Bis
report-interest-days = Tage
report-interest-rate = Satz %
interest-nothing = Es gibt keine Verzugszinsen.
interest-what = Was verspätete Zahlung einen Zahler gekostet hat, nach Gesetz oder Vereinbarung. Verzugszinsen sind kein Posten des Hauptbuchs und nie versichert.
interest-show = Anzeigen
interest-periods = Wie sie zustande kommen
interest-period = { $from } bis { $until }: { $amount } zu { $rate } %
interest-until = Verzugszinsen bis { $date }
interest-rates = Verzugszinssätze
