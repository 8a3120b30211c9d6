# Die Seiten der Einstellungen und des Prüfprotokolls: Benutzer, Rollen, Token, Sprachen, Protokoll.

## Einstellungen

settings-parts = Bereiche der Einstellungen
settings-own = Eigene
settings-tokens = Token
settings-users = Benutzer
settings-house = Allgemein
settings-webhooks = Webhooks
settings-save = Speichern
settings-now = Jetziger Stand
settings-you = Sie
settings-display-name = Name
settings-language = Sprache
settings-language-browser = Wie vom Browser gewünscht
settings-language-start = Wie beim Start des Servers angegeben
settings-language-en = English
settings-language-de = Deutsch
settings-language-fr = Français
settings-language-sv = Svenska
settings-roles = Rollen
settings-all-companies = alle
settings-password = Passwort
settings-password-present = Bisheriges Passwort
settings-password-new = Neues Passwort
settings-password-do = Passwort ändern
settings-password-what = Überall sonst werden Sie abgemeldet.
settings-password-elsewhere = Sie melden sich mit Ihrem Firmenkonto an; obligo speichert kein Passwort von Ihnen.
password-link-title = Passwort setzen
password-link-whose = Es ist das Passwort von { $user }; der Link gilt einmal.
password-link-do = Passwort setzen und anmelden

## Rollen

settings-roles-hint = Mehrere Rollen ergänzen sich.
settings-role-viewer = Leser
settings-role-clerk = Sachbearbeiter
settings-role-manager = Kreditmanager
settings-role-runner = Laufverantwortlicher
settings-role-auditor = Revisor
settings-role-administrator = Administrator
settings-role-why-viewer = liest alles zu den eigenen Firmen
settings-role-why-clerk = importiert, erfasst Ereignisse und Nachweise, ändert Posten, beantragt Limits
settings-role-why-manager = wie Sachbearbeiter, erfasst außerdem Kreditmitteilungen, Versicherungsschutz und Versicherungsscheine
settings-role-why-runner = erstellt Echtläufe, storniert sie, schließt den Tag ab
settings-role-why-auditor = liest und prüft das Prüfprotokoll
settings-role-why-administrator = Benutzer, Einstellungen, Webhooks, Sicherung und das Prüfprotokoll

## Token

settings-tokens-why = Mit einem Token handelt ein Programm über die API für Sie, innerhalb Ihrer Rollen und Firmen.
settings-tokens-none = Es gibt kein Token.
settings-token-new = Neues Token
settings-token-do = Token anlegen
settings-token-once = Dieses Token wird nur jetzt angezeigt; bewahren Sie es dort auf, wo das Programm es findet.
settings-token-name = Wofür es ist
settings-token-made = Angelegt
settings-token-ends = Endet
settings-token-used = Zuletzt benutzt
settings-token-days = Gültigkeit in Tagen
settings-token-days-hint = 1 bis 366
settings-token-revoke = Widerrufen
settings-token-revoke-one = { $name } widerrufen
settings-token-revoked = widerrufen
settings-token-expired = abgelaufen
settings-token-companies-hint = Die Firmen, die Sie sehen.
settings-scopes = Was es darf
settings-scopes-hint = Lesen gehört immer dazu.
settings-scope-read = lesen
settings-scope-write = erfassen und entscheiden
settings-scope-run = Echtläufe erstellen
settings-scope-admin = Prüfprotokoll und Verwaltung
settings-scope-calendar = Kalender der Fristen

## Benutzer

settings-user-new = Neuer Benutzer
settings-user-do = Benutzer anlegen
settings-user-name-hint = Buchstaben, Ziffern und . _ - @ +; er bleibt, wie er ist.
settings-user-link-what = Sie erhalten einen Link zum Weitergeben; damit setzt der Benutzer einmal, innerhalb von 24 Stunden, sein Passwort.
settings-user-link = Passwort
settings-user-link-why = Mit einem neuen Link setzt der Benutzer einmal, innerhalb von 24 Stunden, ein Passwort; frühere Links gelten dann nicht mehr.
settings-user-link-do = Link erstellen
settings-user-link-once = Dieser Link wird nur jetzt angezeigt; geben Sie ihn an den Benutzer weiter.
settings-user-active = kann sich anmelden
settings-user-no-password = noch ohne Passwort
settings-user-disabled = gesperrt
settings-user-disable = Gesperrt
settings-user-disable-hint = Ein gesperrter Benutzer kann sich nicht anmelden, und seine Token gelten nicht mehr.
settings-user-external = Die Rollen dieses Benutzers kommen aus dem Firmenkonto und werden bei jeder Anmeldung neu gesetzt.
settings-companies-all = Alle Firmen
settings-companies-these = Nur diese Firmen

## Allgemein

settings-four-eyes = Vier-Augen-Prinzip
settings-four-eyes-what = Was angekreuzt ist, schlägt eine Person vor, und es geschieht, wenn eine andere es freigibt.
settings-four-eyes-final = Echtläufe
settings-four-eyes-reversal = Stornos
settings-four-eyes-edit = Änderungen an Posten von Hand
settings-four-eyes-accepted-excess = Annahme unversicherter Überschreitungen
settings-house-language = Sprache vor der Anmeldung
settings-house-language-hint = Wenn der Browser keine unserer Sprachen wünscht; gilt ab dem nächsten Start.
settings-address = Öffentliche Adresse
settings-address-hint = Zum Beispiel https://obligo.example.com; gilt ab dem nächsten Start.
settings-provider = Firmenkonten (OpenID Connect)
settings-provider-what = Mit einem Aussteller kann man sich über Ihren Anmeldedienst anmelden, ohne Aussteller nur mit Passwort.
settings-issuer = Aussteller
settings-issuer-hint = Adresse des Anmeldedienstes, mit https.
settings-client-id = Client-ID
settings-client-id-hint = Unter der der Anmeldedienst obligo kennt.
settings-client-secret = Client-Geheimnis
settings-client-secret-hint = Wo es steht, zum Beispiel env:OBLIGO_OIDC_SECRET; nie das Geheimnis selbst.
settings-groups-claim = Claim mit den Gruppen
settings-groups-claim-hint = Meist groups.
settings-groups = Rollen nach Gruppe
settings-groups-hint = Je Zeile eine: Gruppe = Rolle. Rollen sind viewer, clerk, manager, runner, auditor und administrator.
settings-backup = Sicherung
settings-backup-what = Eine geprüfte Kopie des ganzen Datenbestands, während andere weiterarbeiten; „obligo restore“ spielt sie zurück.
settings-backup-do = Sicherung herunterladen

## Webhooks

settings-webhooks-why = Ein Webhook meldet einem anderen Programm mit signiertem Inhalt, was es Neues gibt, bis es antwortet.
settings-webhooks-none = Es gibt keinen Webhook.
settings-webhook-new = Neuer Webhook
settings-webhook-do = Webhook anlegen
settings-webhook-once = Dieses Geheimnis wird nur jetzt angezeigt; damit prüft der Empfänger die Signatur.
settings-webhook-url = Adresse
settings-webhook-url-hint = Zum Beispiel https://receiver.example.com/obligo.
settings-webhook-on = eingeschaltet
settings-webhook-off = ausgeschaltet
settings-webhook-disable = Ausgeschaltet
settings-webhook-test = Test senden
settings-webhook-secret = Neues Geheimnis erstellen
settings-events = Was gemeldet wird
settings-event-limit-exceeded = Limit überschritten
settings-event-deadline-near = Frist läuft bald ab
settings-event-stop-of-cover = Neuforderungen ungedeckt
settings-event-run-final = Echtlauf
settings-event-test = Test
settings-deliveries = Letzte Zustellungen
settings-deliveries-none = Noch wurde nichts zugestellt.
settings-delivery-made = Erstellt
settings-delivery-attempts = Versuche
settings-delivery-answer = Letzte Antwort
settings-delivery-waiting = wartet
settings-delivery-delivered = zugestellt
settings-delivery-failed = aufgegeben

## Freigaben

proposals-open = Offen
proposals-none = Noch wurde nichts vorgeschlagen.
proposals-none-open = Nichts wartet auf eine zweite Person.
proposals-number = Nr.
proposals-heading = Vorschlag { $number }
proposals-by = Vorgeschlagen von
proposals-reason = Begründung
proposals-course = Verlauf
proposals-decided-by = Entschieden von
proposals-decision = Entscheidung
proposals-decision-reason = Begründung der Entscheidung
proposals-reason-hint = Eine Ablehnung braucht eine Begründung.
proposals-approve = Freigeben und ausführen
proposals-refuse = Ablehnen
proposals-withdraw = Zurückziehen
proposals-own = Das ist Ihr eigener Vorschlag: Eine andere Person entscheidet darüber, Sie können ihn zurückziehen.
proposals-not-yours = Ihre Rollen erlauben Ihnen nicht, darüber zu entscheiden.
proposals-working = Die Freigabe wird ausgeführt
proposals-action-run-final = Echtlauf
proposals-action-run-reversal = Storno
proposals-action-item-edit = Änderung eines Postens
proposals-action-excess-accept = Annahme einer unversicherten Überschreitung
proposals-state-open = offen
proposals-state-approved = freigegeben
proposals-state-refused = abgelehnt
proposals-state-withdrawn = zurückgezogen

## Prüfprotokoll

audit-entry = Eintrag
audit-heading = Eintrag { $entry }
audit-action = Vorgang
audit-what = Begründung oder Inhalt
audit-reason = Begründung
audit-key = Schlüssel des Absenders
audit-input = SHA-256 der Eingabe
audit-previous = Hash des vorigen Eintrags
audit-hash = Hash
audit-payload = Was geändert wurde
audit-result = Die gegebene Antwort
audit-none = Kein Eintrag passt.
audit-older = Ältere Einträge
audit-newest = Neueste Einträge
audit-check = Kette prüfen
audit-export = Export (JSON-Zeilen)
audit-findings = Abweichungen
