# Der Rahmen der Seiten: Navigation, Anmeldung, Formulare, Tabellen und was allen Seiten gemeinsam ist.

nav-today = Heute
nav-buyers = Kunden
nav-items = Posten
nav-limits = Limits
nav-deadlines = Fristen
nav-runs = Läufe
nav-reports = Berichte
nav-import = Import
nav-policies = Versicherungsscheine
nav-insurers = Kreditversicherer
nav-companies = Firmen
nav-proposals = Freigaben
nav-audit = Prüfprotokoll
nav-settings = Einstellungen

frame-skip = Zum Inhalt
frame-search = Suche
frame-search-hint = Kunde, Posten, Versicherungsschein …
frame-theme = Hell oder dunkel
frame-sign-out = Abmelden
frame-navigation = Hauptnavigation
frame-problem = Das hat nicht geklappt
frame-back = Zurück zum Anfang
frame-computing = Neue Einträge werden eingearbeitet; die Zahlen folgen gleich.

pager-label = Seiten
pager-place = { $from }–{ $to } von { $total }
pager-back = Zurück
pager-on = Weiter

done-saved = Gespeichert.
done-sent = Es wurde gesendet.
done-imported = Importiert.
done-run-final = Der Lauf ist jetzt ein Echtlauf.
done-reversed = Der Lauf ist storniert.
done-proposed = Vorgeschlagen; eine zweite Person muss freigeben.
done-deleted = Gelöscht.
done-approved = Freigegeben und ausgeführt.
done-refused = Abgelehnt.
done-withdrawn = Zurückgezogen.
done-signed-out = Sie sind abgemeldet.

## Anmeldung und erster Start

sign-in-title = Anmelden
sign-in-name = Benutzername
sign-in-password = Passwort
sign-in-do = Anmelden
sign-in-provider = Mit dem Firmenkonto anmelden
first-title = Administrator anlegen
first-why = Bei diesem Datenbestand kann sich noch niemand anmelden. Wer diesen Link zuerst öffnet, legt den Administrator an; danach gilt der Link nicht mehr.
first-password-hint = Mindestens 12 Zeichen; einen Satz behält man leicht.
first-do = Administrator anlegen

## Arten von Läufen

run-declare = Salden-/Umsatzmeldung
run-notify = Fristenüberschreitungsmeldung

filter-all = Alle
filter-apply = Anzeigen
filter-search = Suche

## Lange Vorgänge

job-working = Das dauert einen Moment. Die Seite sieht von selbst wieder nach; lesen Sie solange ruhig andere Seiten.
job-started = Begonnen { $date }
