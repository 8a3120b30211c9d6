# Was das Programm außer Problemen und Begründungen sagt. `{ $count }` wählt zwischen Ein- und Mehrzahl, `{ $shown }` ist dieselbe Zahl zum Lesen.

## Probleme: um ihren Text herum

error = Fehler
warning = Warnung
remedy = Abhilfe
place-column = Spalte „{ $column }“
place-key = { $column }
place-value = , „{ $value }“:{" "}
place-value-alone = „{ $value }“:{" "}
problems-all = { $total } Fehler.
problems-some = { $shown } von { $total } Fehlern werden angezeigt; mehr mit --max-errors.
warnings-some = { $shown } von { $total } Warnungen werden angezeigt; mehr mit --max-errors.

yes = ja
no = nein
change = { $name }: { $before } → { $after }

## Spaltenüberschriften

col-account = Konto
col-account-type = Kontenart
col-actor = Benutzer
col-amount = Betrag
col-bills = Wechsel
col-blocks-new = Neuford. ungedeckt
col-branch = Filiale
col-changed = Geändert
col-changes = Geänderte Posten
col-collection-date = Inkasso
col-company = Firma
col-conditions = Auflagen
col-count = Posten
col-country = Land
col-cover = Schutz
col-credit-limit-exceeded = Kreditlimit
col-credits = Haben
col-currency = Währung
col-date = Datum
col-days-left = Tage
col-deadline = Frist
col-declared = Gemeldet
col-declined-on = Abgelehnt am
col-document-date = Belegdatum
col-document-no = Beleg
col-exclusion-date = Ausschluss
col-file = Datei
col-filing-date = Schadenmeldefrist
col-insurable-open = Versicherbar offen
col-insured = Versichert
col-insured-percent = %
col-insured-sum = Versicherungssumme
col-item = Posten
col-key-date = Stichtag
col-kind = Art
col-max-term-date = Kreditziel
col-max-term-months = Kreditziel (Monate)
col-co-insured-under = Mitversichert unter
col-must-be-offered = Anbieten
col-name = Name
col-net-due-date = Fällig
col-new = Neu
col-non-payment-report-date = Nichtzahlung
col-open = Offen
col-overdue-date = Überfällig
col-external-number = Nummer
col-procedure = Verfahren
col-versions = Fassungen
col-notified = Überfällig gemeldet
col-uninsured = Nicht versichert
col-what = Was
col-why = Warum
col-extended-due-date = Prolongiert bis
col-projected = Grundlage
col-rate = Kurs
col-policy = Versicherungsschein
col-receivables = Forderungen
col-recorded-at = Erfasst
col-records = Sätze
col-reference = Referenz
col-reporting-status = Meldestatus
col-requested-amount = Beantragt
col-requested-on = Beantragt am
col-response = Antwort
col-reversed = Zustand
col-reversed-reason = Begründung des Stornos
col-room = Frei
col-run = Lauf
col-same = Bekannt
col-sha256 = SHA-256
col-state = Zustand
col-status = Status
col-status-after = Meldung
col-status-before = Zuvor
col-time-premium-base = Zeitprämie
col-turnover = Umsatz
col-uncovered-from = Ungedeckt ab
col-base-period-end = Ende Grundprämie
col-follow-up = Folgemeldung
col-follow-up-on = Folgemeldung am
col-receivable-start = Forderungsbeginn
col-reported-on = Gemeldet am
col-used = Belegt
col-valid-from = Von
col-valid-until = Bis
col-waiting-end = Karenzzeit bis
col-user = Benutzer
col-roles = Rollen
col-companies = Firmen
col-language = Sprache
col-token = Nr.
col-scopes = Berechtigungen
col-expires-at = Gültig bis
col-last-used-at = Zuletzt benutzt
col-buyers = Kunden

flag-blocks-new = ja
flag-credit-limit-exceeded = überschritten
flag-must-be-offered = fällig
flag-projected = voraussichtlich
flag-reversed = storniert

columns-left-out = Aus Platzgründen weggelassen: { $columns }. Ein breiteres Terminal oder --json zeigt sie.
rows-not-shown = … und { $shown } weitere { $count ->
    [one] Zeile
   *[other] Zeilen
  }. Filter verkürzen die Liste; --json gibt alles aus.

## Versicherungsstatus der Posten

status-unexamined = ungeprüft
status-K = kreditversicherbar
status-M = manuell zu entscheiden
status-C = nach Limitstreichung, Soll
status-D = nach Limitstreichung, Haben
status-I = Versicherungssumme 0
status-Z = Zahlungsziel zu lang
status-S = sichere Zahlungsbedingung
status-E = vertraglich ausgeschlossen
status-O = vor Versicherungsbeginn

## Stand der Kreditmitteilungen

limit-state-draft = Entwurf
limit-state-requested = beantragt
limit-state-preliminary = vorläufig
limit-state-under-investigation = in Prüfung
limit-state-conditional = bedingt
limit-state-closed = geschlossen
limit-state-superseded = abgelöst
limit-state-approved = genehmigt
limit-state-partly-approved = teilweise genehmigt
limit-state-in-force = gültig
limit-state-reduced = herabgesetzt
limit-state-increased = erhöht
limit-state-refused = abgelehnt
limit-state-withdrawn = gestrichen
limit-state-expired = abgelaufen

## Zeitpunkte

as-of = Stand { $date }
known-at = Kenntnisstand { $date }
from-to = { $from } bis { $to }
key-date = Stichtag { $date }

## Läufe

declare-title-named = Meldung der benannt versicherten Kunden, { $policy }
declare-title-unnamed = Meldung der unbenannt versicherten Kunden, { $policy }
notify-title = Fristenüberschreitungsmeldung, { $policy }
run-final = ECHTLAUF { $run }
run-preview = PROBELAUF
procedure-balance = Salden
procedure-turnover = Umsatz seit { $from }
notify-scope = Umfang { $scope }
declare-nothing = Es gibt nichts zu melden.
declare-silent = … und { $shown } { $count ->
    [one] weiterer Kunde
   *[other] weitere Kunden
  } ohne etwas zu melden.
declare-total = Zu melden: { $declared } { $currency }  (Inland { $domestic }, Ausland { $abroad })
declare-countries = Nach Ländern: { $countries }
notify-nothing = Es gibt nichts zu melden: Keine Frist ist verstrichen, die nicht schon gemeldet wäre.
notify-total = Zu melden: { $count ->
    [one] ein Posten
   *[other] { $count } Posten
  }, offen { $open } { $currency }, versichert { $insured }, Betrag { $amount }; Haben { $credits }
run-hash = SHA-256 { $hash }…  „obligo runs show“ gibt den Lauf noch einmal aus.
preview-hash = SHA-256 { $hash }…  Es wurde nichts geschrieben; mit --final wird es ein Echtlauf.
runs-title = Echtläufe
runs-count = { $shown } { $count ->
    [one] Lauf
   *[other] Läufe
  }
runs-nothing = Es gibt noch keinen Echtlauf. Beginnen Sie mit dem Probelauf „obligo declare --policy P --key-date D --buyers named“ und fügen Sie dann --final hinzu.
run-is-reversed = Dieser Lauf wurde später storniert.
run-reversed = Lauf { $run } ist storniert; { $count ->
    [one] ein Posten ist
   *[other] { $count } Posten sind
  } wie vor dem Lauf.

## Listen

items-title = Offene Posten
items-title-all = Posten, auch ausgeglichene
items-projected = VORAUSSICHTLICH: was die nächste Salden-/Umsatzmeldung daraus machen würde
items-count = { $shown } { $count ->
    [one] Posten
   *[other] Posten
  }
of-buyers = von { $shown } { $count ->
    [one] Kunden
   *[other] Kunden
  }
items-insured = { $currency }: versichert { $insured } von { $open } ({ $percent }); nicht versichert { $uninsured }
items-nothing = Zum { $date } ist kein passender Posten offen. Importieren Sie Posten mit „obligo import items DATEI.csv“ oder zeigen Sie mit --all auch die ausgeglichenen.
explain-buyer = Versicherungssumme des Kunden { $account } und was davon frei ist
explain-why = Warum
explain-would-change = Was daran etwas ändern würde
explain-history = Was mit dem Posten geschah
explain-history-more = … { $shown } { $count ->
    [one] frühere Änderung
   *[other] frühere Änderungen
  }; --json zeigt alle.
explain-entry = { $run ->
    [none] { $date } { $action } von { $actor }
   *[other] { $date } { $action } von { $actor }, Lauf { $run }
  }
buyers-title = Kunden
buyers-count = { $shown } { $count ->
    [one] Konto
   *[other] Konten
  }
buyers-nothing = Kein Kunde passt. Importieren Sie Kunden mit „obligo import buyers DATEI.csv“ oder zeigen Sie mit --all auch solche ohne Versicherungsschutz und ohne Posten.
buyers-total = { $policy }: versichert { $insured } von { $open } { $currency } offen; Versicherungssummen { $insured_sum }, davon frei { $room }
buyers-offers = { $count ->
    [one] Ein Kunde ist
   *[other] { $shown } Kunden sind
  } dem Kreditversicherer anzubieten.
day-close-missing = Wechsel sind verfallen, ohne dass ein Tagesabschluss sie erfasst hat: „obligo close-day --date { $date }“ holt ihn nach.
limits-title = Kreditmitteilungen
limits-count = { $shown } { $count ->
    [one] Kreditmitteilung
   *[other] Kreditmitteilungen
  }
limits-nothing = Zu diesem Zeitpunkt gilt keine Kreditmitteilung. Importieren Sie welche mit „obligo import limits DATEI.csv“ oder zeigen Sie mit --all auch die übrigen.
deadlines-title = Fristen
deadlines-count = { $shown } { $count ->
    [one] Frist
   *[other] Fristen
  }
deadlines-nothing = In diesen Tagen läuft keine Frist ab. Mit --days oder --to sehen Sie weiter voraus.

## Vorführung

demo-title = Die Forderungen einer erfundenen Firmengruppe, Monat für Monat versichert
demo-policy = Versicherungsschein { $policy }
demo-uninsured = Was am Ende nicht versichert ist, und warum
demo-buyer = Die Geschichte von { $account }, { $name }
demo-due = In den 30 Tagen danach { $count ->
    [one] läuft eine Frist ab
   *[other] laufen { $shown } Fristen ab
  }.
demo-look = Sehen Sie sich um
demo-files = Gefüllt aus den Dateien in { $folder }
short-insured-not-declared = noch in keiner Salden-/Umsatzmeldung geprüft
short-insured-border = die Versicherungssumme endet mitten im Posten
short-insured-no-room = ältere Posten schöpfen die Versicherungssumme aus
short-insured-blocked = Neuforderungen sind ungedeckt
short-insured-sum-zero = die Versicherungssumme ist 0
short-insured-by-hand = von Hand gesetzt
short-insured-inherited = vom vorigen Posten geerbt

## Änderungen

import-done = Importiert in { $store }.
import-dry-run = Alles ist in Ordnung. Das war ein Testlauf, geschrieben wurde nichts.
import-same = Alles war schon bekannt; es wurde nichts geändert.
col-line = Zeile
import-on-account = { $count ->
        [one] Eine Zahlung ist nicht aufgebraucht und bleibt offen.
       *[other] { $count } Zahlungen sind nicht aufgebraucht und bleiben offen.
    }
import-unmatched = { $count ->
        [one] Eine Zeile ließ sich nicht zuordnen und bleibt weg.
       *[other] { $count } Zeilen ließen sich nicht zuordnen und bleiben weg.
    }
import-unmatched-more = Es gibt mehr: --unmatched DATEI.csv schreibt alle.
unmatched-no-debtor = nennt keinen bekannten Kunden
unmatched-opening-balance = Saldovortrag ohne Belege
unmatched-no-document = nennt keinen offenen Beleg
unmatched-several-documents = mehrere Belege passen
unmatched-other-amount = ein anderer Betrag ist offen
unmatched-not-booked = nicht gebucht oder zurückgenommen
unmatched-not-ours = nicht von uns ausgestellt
unmatched-cancelled = storniert
unmatched-no-total = ohne Gesamtbetrag
policies-title = Versicherungsscheine
policies-nothing = Es gibt noch keinen Versicherungsschein. Hinterlegen Sie einen mit „obligo policy put DATEI.toml“.
check-difference = { $key }: erwartet { $expected }, errechnet { $found }
check-all = { $count ->
    [one] Das eine Beispiel ergibt
   *[other] Alle { $shown } Beispiele ergeben
  }, was der Versicherungsschein sagt.
check-nothing = Es gibt keine Beispiele: Ergänzen Sie welche unter [[example]] in der Datei des Versicherungsscheins.
edit-done = { $item } ist geändert.
edit-unchanged = { $item } bleibt, wie es war.
event-known = Das war schon bekannt: { $kind } vom { $date }, zu { $subject }.
event-fixed = Es legt Fristen von { $shown } { $count ->
    [one] Posten
   *[other] Posten
  } fest.
event-done = Erfasst: { $kind } vom { $date }, zu { $subject }.
close-day-liability = Verbleibendes Wechselobligo: { $amounts }.
close-day-done = { $date } ist abgeschlossen; { $count ->
    [one] ein Wechsel ist
   *[other] { $shown } Wechsel sind
  } verfallen.
dry-run = Das war ein Testlauf: Es wurde nichts geschrieben.

## Pflege

backup-done = Gesichert nach { $to } und geprüft: { $entries }.
restore-done = Zurückgespielt nach { $to } und geprüft: { $entries }.
entries-count = { $shown } { $count ->
    [one] Protokolleintrag
   *[other] Protokolleinträge
  }
last-hash = Hash des letzten Protokolleintrags: { $hash }
verify-done = Alles ist so, wie es aufgezeichnet wurde.
verify-entries = Protokolleinträge: { $shown }
verify-runs = Echtläufe: { $shown }
verify-items = Posten: { $shown }
verify-changes = Änderungen an Posten: { $shown }
finding = { $what } bei { $where }: { $says }
finding-chain = die Prüfung von { $detail } schlägt fehl
finding-change-item = eine Änderung eines Postens, den es nicht mehr gibt
finding-change-state = der Stand vor einer Änderung des Postens ist nicht lesbar
finding-dates = { $detail } liegt vor dem Überfälligkeitsdatum
finding-hand-changes = die Änderungen sind nicht die eines Protokolleintrags
finding-insured-below-zero = weniger als nichts ist versichert: { $detail }
finding-insured-not-insurable = ein Betrag ist versichert, der es nicht sein kann: { $detail }
finding-item-sign = das Vorzeichen passt nicht zur Art: { $detail }
finding-item-state = die Versicherungsdaten sind nicht die, die die letzte Änderung hinterließ
finding-run-entry = sein Protokolleintrag hält diesen Hash nicht fest
finding-run-hash = Parameter, Zeilen, Summen oder Änderungen sind nicht die eingefrorenen
finding-run-missing = ein Protokolleintrag nennt einen Lauf, den es nicht mehr gibt
finding-run-reversal = sein Storno ist nicht das, was die Protokolleinträge festhalten
finding-settled = mehr ist ausgeglichen, als da war: { $detail }

## In Arbeit

working-demo = Die Monate laufen durch
working-import = Import läuft
working-declare = Salden-/Umsatzmeldung wird erstellt
working-notify = Verstrichene Fristen werden gesucht
working-report = Bericht wird erstellt
working-items = Posten werden gelesen
working-buyers = Kunden werden gelesen
working-deadlines = Fristen werden gelesen
working-backup = Sicherung läuft
working-restore = Sicherung wird zurückgespielt
working-verify = Prüfung läuft

## Summenblatt und Aufteilung nach Firmen

break-down-title = Aufteilung der Meldung unter { $policy }
break-down-internal = Nur für den internen Gebrauch: Unter- und Obergrenzen gelten für den Kunden als Ganzes, die Teile müssen daher nicht die gemeldete Summe ergeben.
sheet-domestic = Inland
sheet-abroad = Ausland
sheet-all = Alle
col-part = Kunden
col-main-account = Hauptkunde

## Server

serve-at = { $store } ist erreichbar unter { $address }
serve-first = Noch kann sich niemand anmelden. Dieser Link legt den Administrator an; er gilt einmal, 24 Stunden lang: { $link }
serve-stop = Strg+C beendet ihn.
demo-serve = Sehen Sie es sich im Browser an: { $address } – Benutzer { $user }, Passwort { $password }
demo-serve-day = Heute ist dort der { $date }, der Tag, an dem die Geschichte endete.

## Benutzer und Token auf der Befehlszeile

users-nobody = Noch kann sich niemand anmelden. „obligo users add“ legt einen Benutzer an.
users-added = { $user } ist jetzt Benutzer.
users-link = Mit diesem Link setzt { $user } einmal, innerhalb von 24 Stunden, ein Passwort: { $link }
token-made = Das Token { $token } gilt bis { $until }. Es wird nur jetzt ausgegeben:
token-gone = Das Token { $token } gilt nicht mehr.
