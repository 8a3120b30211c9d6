# Was das Haus verlässt: Sendungen, ihr Register, Layouts der Versicherer.

dispatch-subject = { $title }, { $subtitle }
dispatch-message =
    Sehr geehrte Damen und Herren,

    anbei erhalten Sie { $file }: { $title }, { $subtitle }.

    { $made_from }
working-dispatch = Wird versendet
dispatch-done-sent = Sendung { $dispatch }: { $file } wurde an { $recipient } gesendet.
dispatch-done-dropped = Sendung { $dispatch }: { $file } wurde in { $recipient } abgelegt.
dispatch-state-begun = begonnen
dispatch-state-sent = gesendet
dispatch-state-dropped = abgelegt
dispatch-state-unknown = ungewiss
dispatch-state-failed = fehlgeschlagen
dispatch-way-mail = E-Mail
dispatch-way-folder = Ordner
dispatches-title = Versandregister
dispatches-what = Was das Haus verlassen hat: an wen, wann, durch wen und wie es ausging. Die versandten Dateien sind aufbewahrt.
dispatches-none = Es wurde noch nichts versendet. Öffnen Sie einen Bericht und senden Sie ihn per E-Mail oder in einen Ordner.
dispatch-one = Sendung { $dispatch }
dispatch-when = Begonnen
dispatch-ended = Beendet
dispatch-to = Empfänger
dispatch-by = Durch
dispatch-what = Bericht
dispatch-way = Weg
dispatch-bytes = Bytes
dispatch-attempts = Versuche
dispatch-why = Warum sie fehlschlug
dispatch-text = Betreff und Text
dispatch-file-open = Die versandte Datei öffnen
dispatch-retry = Noch einmal versuchen
dispatch-retry-unknown = Senden, obwohl sie angekommen sein kann
dispatch-filter = Anzeigen
dispatch-all = alle
dispatch-older = Ältere
dispatch-send = Senden
dispatch-send-to = E-Mail-Adressen
dispatch-send-to-hint = Eine je Zeile; jede erhält eine eigene E-Mail.
dispatch-send-folder = In den Ordner des Hauses legen
dispatch-send-as = Als
dispatch-send-message = Text der E-Mail
dispatch-send-message-hint = Leer: ein kurzer Text in der Sprache des Berichts.
dispatch-send-again = Auch an die, die dieselbe Datei schon haben
layout-kept = Das Layout { $layout } ist hinterlegt.
layout-would-be-kept = Das Layout { $layout } ist richtig; nichts wurde geschrieben.
layout-removed = Das Layout { $layout } ist gelöscht.
layouts-none = Es gibt noch kein Layout. Ein Layout ist eine kleine Datei, die sagt, wie ein Versicherer eine Tabelle haben will: Spalten, Datum und Zeichen.
layouts-title = Layouts
layouts-what = Wie Versicherer ihre CSV- und XLSX-Dateien haben wollen.
layouts-add = Neues Layout
layouts-edit = Layout { $layout }
layouts-name = Name
layouts-name-hint = Ein eigener, zum Beispiel saldo.
layouts-file = Layoutdatei
layouts-save = Speichern
layouts-delete = Löschen
layouts-insurer = Versicherer
col-layout = Layout
col-report = Bericht
col-dispatch = Sendung
col-begun-at = Begonnen
col-recipient = Empfänger
col-file-name = Datei
col-reason = Begründung
settings-sending = Versand
settings-sending-what = Über welchen Mailserver Berichte das Haus verlassen, und der Ordner für alle ohne E-Mail. Die Umgebung des Servers kann sie ersetzen.
settings-mail-server = Mailserver
settings-mail-server-hint = smtps://user@host:465, smtp+starttls://user@host:587 oder smtp://host:25
settings-mail-from = Absender der E-Mails
settings-mail-from-hint = Eine Adresse, oder Name <Adresse>
settings-mail-password = Passwort des Mailservers
settings-drop-folder = Ordner für alle ohne E-Mail
settings-drop-folder-hint = Ein Ordner des Servers
