# Die Seiten der Kunden: die Liste, ein Kunde, mitversicherte Kunden.

cover-named = Benannt
cover-unnamed = Unbenannt
cover-co-insured = Mitversichert
cover-none = Nicht versichert

## Die Liste

buyers-tabs = Kunden und mitversicherte Kunden
buyers-found = { $count ->
    [one] Ein Konto
   *[other] { $shown } Konten
  }
buyers-use = Ausnutzung
buyers-over-limit = Über der Versicherungssumme
buyers-stopped = Neuforderungen ungedeckt
buyers-must-be-offered = Anzubieten
buyers-over-credit-limit = Über dem eigenen Kreditlimit
buyers-credit-manager = Kreditmanager
buyers-any = Alle
buyers-show = Anzeigen
buyers-reset = Zurücksetzen
buyers-download = CSV herunterladen
buyers-sum = Summe in { $currency }
buyers-none-fit = Kein Kunde passt zu dieser Suche. Entfernen Sie einen Filter oder setzen Sie alle zurück.
buyers-nothing-yet = Es gibt noch keine Kunden. Importieren Sie sie aus der Buchhaltung:
buyers-views = Gespeicherte Sichten
buyers-view-keep = Diese Sicht speichern
buyers-view-name = Name der Sicht
buyers-view-save = Speichern
buyers-view-delete = Sicht { $name } löschen

## Ein Kunde

why = Warum?
buyer-identity = Wer
buyer-cover = Versicherungsschutz
buyer-cover-ahead = Ab { $date }
buyer-prospect = Interessent ohne Konto
buyer-legal-entity = Rechtsträger
buyer-dependent-branch = Rechtlich unselbständige Filiale
buyer-category = Kundengruppe
buyer-vat-id = Umsatzsteuer-Identifikationsnummer
buyer-register-no = Registernummer
buyer-lei = Kennung des Rechtsträgers (LEI)
buyer-payment-terms = Zahlungsbedingungen
buyer-credit-limit = Eigenes Kreditlimit
buyer-bill-limit = Wechsellimit
buyer-bill-liability = Wechselobligo
buyer-limit-check = Aufträge werden geprüft gegen
buyer-payer = Zahler
buyer-information-date = Auskunftsdatum
buyer-information-source = Quelle der Auskunft
buyer-risk-factors = Risikofaktoren
buyer-risk-number = Risikonummer
buyer-recommended-limit = Empfohlenes Kreditlimit
buyer-recommended-from = Empfohlen ab
buyer-not-insured-reason = Warum nicht versichert
buyer-insurance-no = Nummer der Versicherung
buyer-user-status = Benutzerdefinierter Versicherungsstatus
buyer-left-policy = Noch offene Posten unter { $policy }
buyer-stopped = Sperre für Neuforderungen: Forderungen mit Belegdatum nach dem { $date } sind ungedeckt.
buyer-offer-due = Dieser Kunde ist dem Kreditversicherer anzubieten: Er hat die Anbietungsgrenze erreicht.
buyer-new-limit = Kreditantrag oder Kreditmitteilung
buyer-new-cover = Versicherungsschutz ändern
buyer-new-evidence = Nachweis hinzufügen
buyer-new-event = Ereignis erfassen
buyer-edit = Stammdaten bearbeiten
buyer-no-decisions = Es ist keine Kreditmitteilung erfasst. Beantragen Sie ein Limit oder erfassen Sie, was der Kreditversicherer entschieden hat.
buyer-conditions-met = (erfüllt)
buyer-evidence = Nachweise
buyer-no-evidence = Es ist kein Nachweis erfasst.
buyer-item-covered = { $share } versichert
buyer-all-items = { $count ->
    [one] Der eine Posten
   *[other] Alle { $shown } Posten
  }
buyer-all-deadlines = { $count ->
    [one] Die eine Frist
   *[other] Alle { $shown } Fristen
  }
buyer-no-items = Kein Posten ist offen.
buyer-no-deadlines = In den nächsten drei Monaten läuft keine Frist ab.
buyer-notes = Notizen
buyer-note = Neue Notiz
buyer-note-add = Notiz hinzufügen
buyer-no-notes = Es gibt keine Notizen.
buyer-history = Verlauf der Änderungen
buyer-no-history = Es ist nichts aufgezeichnet.
buyer-history-more = Ältere Änderungen stehen im Prüfprotokoll.

category-company = Unternehmen
category-public = Öffentlicher Auftraggeber
category-private = Privatperson
category-affiliate = Verbundenes Unternehmen
check-credit-limit = Eigenes Kreditlimit
check-insured-sum = Versicherungssumme
check-lower = Der niedrigere Wert aus eigenem Kreditlimit und Versicherungssumme
trail-buyers = Stammdaten
trail-covers = Versicherungsschutz
trail-limits = Limit
trail-evidence = Nachweis
trail-events = Ereignis

evidence-agency-report = Büroauskunft
evidence-bank-reference = Bankauskunft
evidence-payment-experience = Zahlungserfahrung
evidence-positive = Positiv
evidence-negative = Negativ
evidence-source = Quelle

event-what = Ereignis
event-insolvency = Insolvenz
event-notice = Mitteilung an den Kreditversicherer
event-collection = Übergabe ans Inkasso
event-protest = Wechselprotest
event-claim = Schaden gemeldet
event-dispute = Forderung bestritten
event-dispute-end = Streit beendet
event-reinstatement = Wieder gedeckt

## Formulare

buyer-new = Neuer Kunde
check-none = Nichts
entry-account-hint = Die Adressnummer oder, für einen Interessenten, @ und sein Rechtsträger.
entry-dependent-hint = Nur rechtlich unselbständige Filialen können mitversichert werden.
entry-valid-from-hint = Leer: ab dem Tag nach dem letzten Echtlauf oder von Anfang an.
entry-category-hint = Für Zahlungserfahrung.
entry-valid-until-hint = Leer: so lange, wie der Versicherungsschein sagt.
entry-cover-from-hint = Derselbe erste Tag berichtigt diesen Versicherungsschutz; ein späterer beginnt einen neuen.
entry-beside = Was jetzt dort steht und was Sie eingegeben haben
entry-now = Jetzt
entry-typed = Ihre Eingabe
entry-no-difference = Dort steht genau, was Sie eingegeben haben.
entry-on = Weiter

## Warum ein Kunde seine Versicherungssumme hat, was davon frei ist und warum Neuforderungen ungedeckt sind

sum-no-cover = Der Kunde hat derzeit keinen Versicherungsschutz unter { $policy }, seine Versicherungssumme ist daher 0.
sum-declined = Die Versicherung wurde zum { $date } abgelehnt, die Versicherungssumme ist daher 0.
sum-no-decision = Keine Kreditmitteilung ist gültig, die Versicherungssumme ist daher 0.
sum-decision = { $valid_until ->
    [none] Die seit { $valid_from } gültige Kreditmitteilung lautet auf { $amount } { $currency }.
   *[other] Die Kreditmitteilung, gültig von { $valid_from } bis { $valid_until }, lautet auf { $amount } { $currency }.
  }
sum-top-up = { $valid_until ->
    [none] Die Zusatzdeckung fügt seit { $valid_from } { $amount } { $currency } hinzu.
   *[other] Die Zusatzdeckung fügt vom { $valid_from } bis { $valid_until } { $amount } { $currency } hinzu.
  }
sum-agency-report = Die Büroauskunft vom { $date } eröffnet { $amount } { $currency } bis { $valid_until }.
sum-bank-reference = Die Bankauskunft vom { $date } eröffnet { $amount } { $currency } bis { $valid_until }.
sum-payment-experience = Zahlungserfahrung der Stufe { $category } eröffnet { $amount } { $currency }.
sum-no-evidence = Kein Nachweis eröffnet derzeit eine Versicherungssumme.
sum-recommended = Das empfohlene Kreditlimit von { $amount } { $currency } begrenzt sie seit { $date }.
room-left = Frei { $room } { $currency }: Versicherungssumme { $insured_sum } abzüglich { $insured } versichert.
room-with-credits = Frei { $room } { $currency }: Versicherungssumme { $insured_sum } abzüglich { $insured } versichert; { $credits } an Gutschriften schaffen weiteren Raum.
stop-by-items = { $count ->
    [one] Dieser Posten hat seine Frist am { $date } überschritten; bis zu seinem Ausgleich haben Neuforderungen keinen Versicherungsschutz: { $items }.
   *[other] { $count } Posten, darunter { $items }, haben ihre Frist am { $date } überschritten; bis zu ihrem Ausgleich haben Neuforderungen keinen Versicherungsschutz.
  }
stop-by-event = { $event ->
    [insolvency] Seit der Insolvenz vom { $date } haben Neuforderungen keinen Versicherungsschutz.
    [collection] Seit der Übergabe ans Inkasso vom { $date } haben Neuforderungen keinen Versicherungsschutz.
   *[claim] Seit der Schadenmeldung vom { $date } haben Neuforderungen keinen Versicherungsschutz.
  }
stop-by-withdrawal = Der Versicherungsschutz wurde am { $date } entzogen.

## Mitversicherte Kunden

co-insured-title = Mitversicherte Kunden
co-insured-what = Kunden ohne eigene Versicherungssumme. Ihre Posten zählen zur Versicherungssumme des Kunden, unter dem sie mitversichert sind.
co-insured-none = Niemand ist mitversichert. Fügen Sie eine rechtlich unselbständige Filiale eines versicherten Kunden hinzu.
co-insured-add = Mitversicherten Kunden hinzufügen
co-insured-add-here = Hier einen weiteren hinzufügen
co-insured-end = Mitversicherung beenden
co-insured-end-short = Beenden
co-insured-under = Mitversichert unter { $account }
co-insured-policy = Interne Versicherungsscheinnummer
co-insured-heading = Unter welchem Versicherungsschein
co-insured-main = Versicherter Kunde
co-insured-one = Mitversicherter Kunde
co-insured-only-branches = Nur rechtlich unselbständige Filialen eines versicherten Kunden können mitversichert werden. Für rechtlich selbständige Niederlassungen sind eigene Versicherungssummen zu beantragen.
co-insured-credit-limit-hint = Der Gesamtkredit, der dem Kunden höchstens gewährt wird; unabhängig von der Kreditversicherung.
co-insured-information-hint = Wann zuletzt eine Auskunft über den Kunden eingeholt wurde.
co-insured-from-hint = Leer: ab heute.
co-insured-last-day = Letzter Tag

## Suche

search-nothing = Nichts beginnt mit „{ $text }“ oder enthält es. Kunden finden Sie nach Name und Nummern, Posten nach dem Anfang der Belegnummer.
