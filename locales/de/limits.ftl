# Die Seiten der Limits, Versicherungsscheine, Kreditversicherer, Firmen und Gruppen.

limits-enter = Kreditantrag oder Kreditmitteilung erfassen
limits-tab-in-force = Gültig
limits-tab-pending = Beantragt
limits-tab-requests = Kreditanträge
limits-tab-increases = Fällige Erhöhungen
limits-tab-accepted = Angenommene Überschreitungen
limits-tab-expiring = Ablaufend
limits-tab-conditions = Mit Auflagen
limits-tab-all = Alle, mit Verlauf
limits-none = Hier gibt es nichts zu zeigen.
limits-top-up = Zusatzdeckung
limits-met = erfüllt
limits-not-met = nicht erfüllt
limits-do = Zu tun
limits-ask = Erhöhung beantragen
limits-decide = Entscheiden
limits-of = Kunde und Versicherungsschein
limits-request = Was beantragt wird
limits-decision = Was der Kreditversicherer entschieden hat
limits-account-hint = Nummer, Name oder Konto; die einzige Filiale und Kontenart wird ergänzt.
limits-empty-choice = –
limits-why = Bemerkung fürs Prüfprotokoll
limits-save = Speichern
limits-field-account = Kunde
limits-field-policy = Versicherungsschein
limits-field-currency = Währung
limits-field-requested-amount = Beantragter Betrag
limits-field-requested-on = Beantragt am
limits-field-request = Art des Kreditantrags
limits-field-response = Antwort
limits-field-amount = Entschiedener Betrag
limits-field-valid-from = Gültig ab
limits-field-valid-until = Gültig bis
limits-field-decided-on = Entschieden am
limits-field-reference = Aktenzeichen des Kreditversicherers
limits-field-reason = Begründung
limits-field-insured-percent = Deckungsquote
limits-field-max-term-months = Äußerstes Kreditziel, Monate
limits-field-max-term-months-value-dated = … für Posten mit Valuta
limits-field-max-term-months-bills = … für Wechsel
limits-field-conditions = Auflagen
limits-field-conditions-met = Die Auflagen sind erfüllt
limits-field-top-up = Zusatzdeckung über der Versicherungssumme

limit-request-1 = Mehrere Währungen
limit-request-2 = Neu
limit-request-3 = Erhöhung
limit-request-4 = Vorläufige Einschätzung
limit-request-5 = Nur neues Konto
limit-request-6 = Streichung
limit-request-7 = Herabsetzung
limit-request-8 = Verlängerung

limit-response-1 = Vorläufig
limit-response-2 = Genehmigt
limit-response-3 = Abgelehnt
limit-response-4 = Bedingt genehmigt
limit-response-5 = Teilweise genehmigt
limit-response-6 = In Prüfung
limit-response-7 = Nur für neues Konto genehmigt
limit-response-8 = Gestrichen
limit-response-9 = Herabgesetzt
limit-response-10 = Namens- oder Adressänderung
limit-response-11 = Geschlossen

limit-reason-1 = Wirtschaftliche Angaben nicht vorgelegt
limit-reason-2 = Keine Informationen verfügbar
limit-reason-3 = Betrieb eingestellt
limit-reason-4 = Neu gegründete Firma
limit-reason-5 = Nicht im Register eingetragen
limit-reason-6 = Keine Geschäftstätigkeit
limit-reason-7 = Ohne Angabe
limit-reason-8 = Nur Insolvenzrisiko
limit-reason-9 = Wechselakzept
limit-reason-10 = Dokumente gegen Akzept
limit-reason-11 = Dokumente gegen Zahlung
limit-reason-12 = Negative öffentliche Informationen
limit-reason-13 = Limit ausgeschöpft
limit-reason-14 = Zu geringer Umsatz
limit-reason-15 = Sonstiges

## Versicherungsscheine


## Kreditversicherer und Firmen

master-insurer = Kreditversicherer
master-insurer-hint = Ein Kürzel mit drei Zeichen, zum Beispiel ACR.
master-insurer-add = Kreditversicherer hinzufügen
master-insurer-change = Kreditversicherer ändern
master-insurers-none = Noch kein Kreditversicherer.
master-country-hint = Zwei Buchstaben, zum Beispiel DE.
master-why = Bemerkung fürs Prüfprotokoll
master-save = Speichern
master-group = Mitversicherte Unternehmen
master-group-why = Mitversicherte Unternehmen haben Kunden, Versicherungsschutz und Versicherungssummen gemeinsam; eines davon ist die Firma Kreditversicherung.
master-own-number = Eigene Nummer beim Versicherer
master-postal-address = Postanschrift
master-postal-address-hint = Die Zeilen unter dem Namen, wie sie auf Briefen stehen.
master-account-types = Kontenarten
master-company-add = Firma hinzufügen
master-company-change = Firma ändern
master-companies-none = Noch keine Firma.
master-is-master = Firma Kreditversicherung
master-is-master-hint = Sie führt die Stammdaten der Kreditversicherung für ihre Gruppe.
master-address-company = Adressfirma
master-payment-terms = Zahlungsbedingungen
master-secured-terms = Sichere Zahlungsbedingungen
master-blanks-hint = Mehrere durch Leerzeichen getrennt.
