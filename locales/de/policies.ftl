# Das Formular eines Versicherungsscheins: Reiter, Felder, Abschnitte.

policies-put = Versicherungsschein hinterlegen
policies-download = Datei herunterladen
policies-examples = Beispiele
policies-examples-none = Die Datei enthält keine Beispiele. Ergänzen Sie welche: Sie zeigen, dass die Bedingungen so gemeint sind, wie der Kreditversicherer sie meint.
policies-terms = Bedingungen
policies-file = Die Datei selbst
policies-own-keys = Der Versicherungsschein selbst
policies-key = Bedingung
policies-value = Wert
policies-clause = Klausel
policies-case = Beispiel
policies-result = Ergebnis
policies-case-ok = wie erwartet
policies-case-differs = weicht ab
policies-upload = Datei
policies-upload-hint = Die Datei des Versicherungsscheins (.toml); oder schreiben Sie sie unten hinein.
policies-text = Text
policies-valid-from = Gültig ab
policies-valid-from-hint = Leer: ab dem Tag nach dem letzten Echtlauf dieses Versicherungsscheins oder von Anfang an.
policies-line = Zeile { $line }:
policies-procedure-balance = Salden
policies-procedure-turnover = Umsatz

policies-tab-terms = Bedingungen
policies-tab-form = Als Formular
policies-tab-file = Als Datei
policies-tabs = Ansichten des Versicherungsscheins
policies-new = Neuer Versicherungsschein
policies-form-title = Versicherungsschein { $policy } als Formular
policies-form-new-title = Neuer Versicherungsschein als Formular
policies-form-why = Legen Sie den Versicherungsschein daneben und gehen Sie die Seite von oben nach unten durch. Ein leeres Feld zählt so, wie sein Hinweis sagt. Was Sie nicht ändern, bleibt in der Datei, wie es geschrieben ist.
policies-form-sections = Abschnitte des Formulars
policies-form-clause = Klausel
policies-form-clause-of = zu { $term }
policies-form-default = Vorgabe: { $value }
policies-form-range = Von { $least } bis { $most }.
policies-form-now = Jetzt steht dort: { $value }
policies-form-nothing = nichts
policies-form-row = Zeile { $row }
policies-form-examples = { $count ->
    [one] Die Datei enthält ein Beispiel; es bleibt, wie es ist. Geändert wird es in der Datei.
   *[other] Die Datei enthält { $shown } Beispiele; sie bleiben, wie sie sind. Geändert werden sie in der Datei.
 }
policies-form-to-file = Datei öffnen
policies-form-show = Datei zeigen
policies-form-save = Bedingungen speichern
policies-form-preview = Das würde gespeichert
policies-form-preview-why = Noch ist nichts gespeichert.
policies-form-unchanged = Nichts ist geändert.
policies-form-removed = entfernt
policies-form-added = neu
policies-form-skipped = …
policies-form-changed = Ihre Eingaben sind noch da. Wo jemand dasselbe Feld geändert hat, steht darunter, was dort jetzt steht.

policy-section-declaration = Meldung der Salden oder Umsätze
policy-section-terms = Zahlungsziele und Fristen
policy-section-default = Nichtzahlungstatbestand (Protracted Default)
policy-section-notification = Fristenüberschreitungsmeldung
policy-section-unnamed = Unbenannt versicherte Kunden
policy-section-existing = Altforderungen
    .help = Posten aus der Zeit vor dem Beginn des Versicherungsschutzes. Ohne Eintrag sind sie nicht versichert.
policy-section-cover = Umfang des Versicherungsschutzes
policy-section-status = Limitstreichung
policy-section-stop = Sperre für Neuforderungen
policy-section-cap = Höchstbeträge für mehrere Kunden
    .help = So viele wie nötig. Ein Höchstbetrag begrenzt, was ein Lauf erhöht; was versichert ist, bleibt es. Jeder nennt entweder ein Land oder Hauptkunden.
policy-section-loss = Schaden und Entschädigung
    .help = Wird geprüft und aufbewahrt. Diese Fassung rechnet noch nicht damit.
policy-section-premium = Prämie
    .help = Wird geprüft und aufbewahrt. Diese Fassung rechnet noch nicht damit.

policy-key-policy = Versicherungsschein
    .help = Die drei Zeichen des Kreditversicherers, ein Schrägstrich, ein Buchstabe oder eine Ziffer: ACR/A.
policy-key-currency = Währung
    .help = Währung der Versicherungssummen, versicherten Beträge und Meldungen, zum Beispiel EUR.
policy-key-valid-from = Erster Tag
    .help = Erster Tag des Versicherungsscheins.
policy-key-valid-until = Letzter Tag
    .help = Leer: offen.
policy-key-external-number = Versicherungsscheinnummer
    .help = Die Nummer, die der Kreditversicherer kennt; bis zu 20 Zeichen. Sie steht auf jeder Meldung.
policy-key-name = Bezeichnung
    .help = In Ihren Worten.
policy-key-framework = Mantelvertrag
    .help = Nummer des Mantelvertrags.
policy-key-list-no = Listennummer
    .help = Nummer der Liste des Kreditversicherers.
policy-key-procedure = Meldeverfahren
    .help = Was am Stichtag offen ist, oder was im Zeitraum berechnet wurde.
policy-key-exceeding-amounts = Übersteigende Beträge melden
    .help = Auch melden, was über den versicherten Betrag hinaus offen ist.
policy-key-vat-insured = Umsatzsteuer versichert
    .help = Beträge mit Umsatzsteuer; sonst ohne.
policy-key-totals-only = Nur Summenblatt
    .help = Ein Summenblatt statt der Liste der benannt versicherten Kunden.
policy-key-by-country = Summen nach Ländern
policy-key-credits-free-room = Gutschriften schaffen Platz
    .help = Offene Gutschriften schaffen Platz für Rechnungen über die Versicherungssumme hinaus.
policy-key-base-period-days = Zeitraum für Grundprämie (Tage)
    .help = Vom Belegdatum bis zum Ende des Zeitraums für die Grundprämie. Leer: keine Zeitprämie.
policy-key-time-premium = Zeitprämie
    .help = Als eine Summe oder für jeden Kunden.
policy-key-max-term-months = Äußerstes Kreditziel (Monate)
    .help = Für Forderungen. Entweder Monate oder Tage.
policy-key-max-term-days = Äußerstes Kreditziel (Tage)
    .help = Statt der Monate.
policy-key-bills-max-term-months = Äußerstes Kreditziel für Wechsel (Monate)
    .help = Leer: wie für Forderungen.
policy-key-bills-max-term-days = Äußerstes Kreditziel für Wechsel (Tage)
    .help = Statt der Monate.
policy-key-value-dated-max-term-months = Äußerstes Kreditziel bei späterer Valuta (Monate)
    .help = Für Forderungen mit einer Valuta nach dem Belegdatum. Leer: wie für Forderungen.
policy-key-value-dated-max-term-days = Äußerstes Kreditziel bei späterer Valuta (Tage)
    .help = Statt der Monate.
policy-key-overdue-basis = Überfälligkeit zählt ab
policy-key-max-extension-days = Maximale Verlängerung des Zahlungsziels (Tage)
    .help = Leer: keine.
policy-key-exclusion-days = Ausschlussfrist (Tage)
    .help = Vom Tag der Überfälligkeit bis zum Ausschlussdatum. Leer: kein Ausschlussdatum.
policy-key-deadline-reached = Eine Frist ist erreicht
policy-key-non-payment-report-days = Nichtzahlungsmeldung (Tage)
    .help = Von der Fälligkeit bis zur Nichtzahlungsmeldung. Leer: keine.
policy-key-collection-days = Übergabe zum Inkasso (Tage)
    .help = Vom Tag der Überfälligkeit bis zur Übergabe zum Inkasso. Leer: keine.
policy-key-waiting = Karenzzeit
    .help = Das späteste der Daten beendet sie. Keine Zeile: keine Karenzzeit.
policy-key-filing-days = Schadenmeldefrist (Tage)
    .help = Vom Ende der Karenzzeit oder von der Insolvenz bis zur Schadenmeldung. Leer: keine.
policy-key-from = Zählt ab
policy-key-months = Monate
policy-key-days = oder Tage
policy-key-limit = Meldegrenze
    .help = Was darunter liegt, muss nicht gemeldet werden. Leer: Alles wird gemeldet.
policy-key-limit-per = Meldegrenze wird geprüft
policy-key-automatic-block = Automatische Sperre
    .help = Eine Meldung im Echtlauf beendet den Versicherungsschutz für Neuforderungen an Kunden, deren Ausschlussdatum vorbei ist.
policy-key-block-by = Gesperrt wird durch
policy-key-repeat-every-final-run = In jedem Echtlauf erneut melden
    .help = Sonst nur, wenn eine Folgemeldung fällig ist.
policy-key-offering-threshold = Anbietungsgrenze
    .help = Ab hier muss ein Kunde dem Kreditversicherer angeboten werden; so weit reicht auch eine positive Büroauskunft. Leer: keine.
policy-key-agency-report-months = Büroauskunft gilt (Monate)
    .help = Leer: Büroauskünfte zählen nicht.
policy-key-bank-reference-up-to = Bankauskunft reicht bis
    .help = Leer: Bankauskünfte zählen nicht.
policy-key-bank-reference-months = Bankauskunft gilt (Monate)
    .help = Leer: Bankauskünfte zählen nicht.
policy-key-experience = Stufen der Zahlungserfahrung
    .help = Bis zu drei, der höchste Betrag zuerst. Keine Zeile: Zahlungserfahrung zählt nicht.
policy-key-up-to = Reicht bis
policy-key-deliveries = Pünktlich bezahlte Lieferungen
policy-key-turnover = mit einem Umsatz von mindestens
policy-key-experience-lookback-months = Lieferungen zählen für (Monate)
    .help = Wie weit Lieferungen zurückliegen dürfen; nötig, wenn es Stufen der Zahlungserfahrung gibt.
policy-key-experience-validity-months = Eine Stufe gilt (Monate)
    .help = Nötig, wenn es Stufen der Zahlungserfahrung gibt.
policy-key-duly-paid-by = Pünktlich bezahlt heißt bezahlt bis
policy-key-required-evidence = Verlangter Nachweis nach Ländern
    .help = Für Länder, die hier nicht stehen, genügt jeder Nachweis.
policy-key-country = Land
policy-key-kinds = Nachweis
policy-key-max-age-months-at-start = Höchstes Alter bei Beginn des Versicherungsscheins (Monate)
    .help = Wie viele Monate vor dem Versicherungsschein ein Posten datiert sein darf. Leer: nicht versichert.
policy-key-max-age-months-new-buyer = Höchstes Alter bei einem neuen Kunden (Monate)
    .help = Wie viele Monate vor dem Beginn für den Kunden selbst ein Posten datiert sein darf. Leer: nicht versichert.
policy-key-insured-percent = Deckungsquote
    .help = Zum Beispiel 90. Sie geht in die Berechnung des Schadens ein, die diese Fassung noch nicht vornimmt.
policy-key-insured-percent-unnamed = Deckungsquote für unbenannt versicherte Kunden
policy-key-countries = Versicherte Länder
    .help = Je zwei Buchstaben, durch Kommas getrennt: DE, FR. Leer: alle.
policy-key-exclude = Ausgeschlossen
    .help = Nichts angekreuzt: Nichts ist ausgeschlossen.
policy-key-cancelled-by = Mit der Streichung verglichenes Datum
policy-key-uncovered-from = Neuforderungen ungedeckt ab
policy-key-events = Was den Versicherungsschutz für Neuforderungen sperrt
policy-key-reinstatement = Der Versicherungsschutz lebt wieder auf
policy-key-amount = Betrag
policy-key-buyers = Hauptkunden
    .help = Durch Kommas getrennt: 1001/0/D, 1002/0/D.
policy-key-order = Reihenfolge der Abzüge
policy-key-threshold = Bagatellgrenze
policy-key-threshold-passes = Ein Schaden überschreitet die Bagatellgrenze
policy-key-each-and-every = Selbstbehalt je Schaden
policy-key-aggregate-first-loss = Jahresselbstbehalt
policy-key-max-liability = Höchstentschädigung
    .help = Als Betrag oder als Vielfaches der Prämie.
policy-key-max-liability-multiple = Höchstentschädigung (Vielfaches der Prämie)
policy-key-recoveries = Verwertungserlöse
policy-key-premium = Sätze, Mindestprämie, Gebühren
    .help = Wie in der Datei: je Zeile ein Schlüssel mit seinem Wert.

policy-value-procedure = { $value ->
    [balance] Salden
   *[turnover] Umsatz
 }
policy-value-time-premium = { $value ->
    [total] Eine Summe
   *[per_buyer] Für jeden Kunden
 }
policy-value-overdue-basis = { $value ->
    [net_due] Fälligkeit
   *[max_term] Kreditzieldatum
 }
policy-value-deadline-reached = { $value ->
    [on] an ihrem Tag
   *[after] erst nach ihrem Tag
 }
policy-value-from = { $value ->
    [net_due] Fälligkeit
    [overdue] Tag der Überfälligkeit
    [notice] Meldung an den Kreditversicherer
   *[collection] Übergabe zum Inkasso
 }
policy-value-limit-per = { $value ->
    [item] für jeden Posten
   *[buyer] an der Summe eines Kunden
 }
policy-value-block-by = { $value ->
    [insured] Nur versicherte Posten
   *[any] Jeden gemeldeten Posten
 }
policy-value-duly-paid-by = { $value ->
    [net_due] zur Fälligkeit
   *[max_term] zum Kreditzieldatum
 }
policy-value-kinds = { $value ->
    [agency_report] Büroauskunft
    [bank_reference] Bankauskunft
   *[payment_experience] Zahlungserfahrung
 }
policy-value-exclude = { $value ->
    [public] Öffentliche Auftraggeber
    [private] Privatpersonen
    [affiliate] Verbundene Unternehmen
   *[disputed] Bestrittene Posten
 }
policy-value-cancelled-by = { $value ->
    [document] Belegdatum
   *[posting] Buchungsdatum
 }
policy-value-uncovered-from = { $value ->
    [exclusion] dem Ausschlussdatum
   *[max_term] dem Kreditzieldatum
 }
policy-value-events = { $value ->
    [overdue] Automatische Sperre der Fristenüberschreitungsmeldung
    [insolvency] Insolvenz
    [collection] Inkasso
    [claim] Schadenmeldung
   *[withdrawal] Streichung des Limits
 }
policy-value-reinstatement = { $value ->
    [on_settlement] wenn der Posten bezahlt ist
   *[on_confirmation] erst, wenn der Kreditversicherer es bestätigt
 }
policy-value-order = { $value ->
    [A] A: Deckungsquote, dann Selbstbehalt
    [B] B: Selbstbehalt, dann Deckungsquote
   *[C] C: wie A; der Bruttoschaden zehrt den Jahresselbstbehalt auf
 }
policy-value-threshold-passes = { $value ->
    [above] erst darüber
   *[at] wenn er sie erreicht
 }
policy-value-recoveries = { $value ->
    [pro_rata] Anteilig
    [indemnity_share] Nach dem Anteil der Entschädigung
   *[fifo] Älteste zuerst
 }
