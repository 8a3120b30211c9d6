# Berichte als Listen: offene Beträge, Kontrolllisten, Kundenakte, Kontoauszug, Portfolio.

report-as-of = Stand { $date }
report-period = { $from } bis { $to }
report-from-store = Bücher zum { $date }, Prüfpfad-Eintrag { $entry }
report-in-currency = { $title } ({ $currency })
report-field-as-of = Stand
report-field-amounts = Beträge
report-field-insurer-from = Kreditversicherer von
report-field-insurer-to = Kreditversicherer bis
report-field-insurance-no-from = Versicherungsnummern von
report-field-insurance-no-to = Versicherungsnummern bis
report-field-lowest = Mindestbetrag
report-field-days = Tage
report-field-percent = Ab % der Summe
report-field-all = Auch ohne offene Posten
report-field-from = Von
report-field-until = Bis
report-field-compared-from = Vergleich von
report-field-compared-to = Vergleich bis
report-field-account = Konto
report-field-company = Firma
report-choice-gross = Brutto
report-choice-net = Netto ohne Umsatzsteuer

## Offene Beträge gegen Limit, überfällige Tage

report-open-amounts = Offene Beträge gegen Limit
report-about-open-amounts = Was versicherte Zahler schulden, was davon versichert ist, und ihre Versicherungssummen, brutto oder netto
report-days-overdue = Überfällige Tage
report-about-days-overdue = Was versicherte Zahler schulden, was davon überfällig ist und was es seit mehr als einer Zahl von Tagen ist
report-payers = Versicherte Zahler
report-payers-none = Kein versicherter Zahler hat hier offene Posten.
report-insurance-no = Versicherungs-Nr.
report-own-number-short = Eigene Nummer
report-open-gross = Offen, brutto
report-open-net = Offen, netto
report-unused = Ungenutzt
report-exceeding = Überschreitung
report-limit-changed = Limit geändert
report-requested-on = Beantragt am
report-past-due = Überfällig
report-ratio = % des Offenen
report-longer-overdue = Über { $days } Tage überfällig

## Kontrolllisten

report-increases-due = Fällige Erhöhungen
report-about-increases-due = Benannt versicherte Kunden, deren Versicherungssumme ausgeschöpft ist, was fehlt und was beantragt ist
report-increases-none = Kein benannt versicherter Kunde hat seine Versicherungssumme ausgeschöpft.
report-missing = Fehlt
report-limit-until = Limit bis
report-evidence-due = Fällige Nachweise
report-about-evidence-due = Unbenannt versicherte Kunden, deren Nachweise fehlen, negativ sind, abgelaufen sind oder bald ablaufen
report-evidence-none = Kein Nachweis muss erneuert werden.
report-evidence-missing = Fehlt
report-evidence-expiring = Läuft bald ab
report-evidence-expired = Abgelaufen
report-evidence-date = Datum
report-sum-then = Versicherungssumme danach
report-offers-due = Fällige Anbietungen
report-about-offers-due = Unbenannt und nicht versicherte Kunden, die die Anbietungsgrenze erreicht haben
report-offers-none = Kein Kunde muss angeboten werden.
report-offers-own = Die Beträge gelten für alle Firmen und werden denen gezeigt, die alle sehen dürfen.
report-offer-basis = Gemessen an
report-offer-balance = Offener Saldo
report-offer-turnover = Umsatz des Monats
report-offer-figure = Erreicht
report-offer-threshold = Anbietungsgrenze
report-without-cover = Ohne Versicherungsschutz
report-about-without-cover = Kunden, die ohne Versicherungssumme etwas schulden, und warum
report-without-cover-none = Jeder Kunde mit offenen Posten hat eine Versicherungssumme.
report-special-terms = Sonderkonditionen
report-about-special-terms = Geltende Kreditmitteilungen mit eigenem Kreditziel, eigener Deckungsquote oder Auflagen
report-special-terms-none = Keine geltende Kreditmitteilung weicht von ihrem Versicherungsschein ab.
report-policy-term = Ziel im Versicherungsschein
report-term-value-dated = Valuta (Monate)
report-term-bills = Wechsel (Monate)
report-policy-percent = Quote im Versicherungsschein
report-months = { $count ->
    [one] 1 Monat
   *[other] { $shown } Monate
 }
report-days = { $count ->
    [one] 1 Tag
   *[other] { $shown } Tage
 }
report-over-own-limits = Über Kredit- oder Wechsellimit
report-about-over-own-limits = Konten, versichert oder nicht, über dem eigenen Kreditlimit oder Wechsellimit
report-over-own-none = Kein Konto liegt über seinen eigenen Limits.
report-over-own-companies = Saldo und Wechsel gelten für alle Firmen und werden denen gezeigt, die alle sehen dürfen.
report-balance-and-bills = Saldo und Wechsel
report-over = Darüber
report-co-insured = Mitversicherte Kunden
report-about-co-insured = Mitversicherte Kunden mit den Kunden, bei denen sie mitversichert sind
report-co-insured-none = Niemand ist mitversichert.
report-deadlines = Fristen
report-about-deadlines = Was gegenüber dem Kreditversicherer bis wann zu tun ist und welche Beträge davon abhängen
report-deadlines-none = In diesen Tagen ist nichts fällig.
report-projected = Hochgerechnet

## Salden und Umsätze

report-balances-and-turnover = Salden und Umsätze
report-about-balances-and-turnover = Salden und Umsätze versicherter Kunden für zwei Zeiträume und warum sie von der Meldung abweichen
report-balances-none = Es gibt weder Salden noch Umsätze.
report-turnover-of = Nettoumsatz { $period }
report-balance = Saldo
report-by-account = Hauptkunden und mitversicherte Kunden einzeln
report-reconciliation = Von den Büchern zur Meldung
report-booked = In den Büchern
report-booked-balance = Saldo in den Büchern
report-booked-turnover = Umsatz in den Büchern, benannt versicherte Kunden seit { $named }, unbenannt versicherte Kunden seit { $unnamed }
report-differences = Warum Kunden abweichen
report-differences-none = Jeder Kunde wird so gemeldet, wie er in den Büchern steht.
report-not-declared = Nicht gemeldet
report-difference-vat = Umsatzsteuer, die nicht versichert ist
report-difference-blocked = Sperre für Neuforderungen
report-difference-above-sum = über der Versicherungssumme
report-difference-floor = Gutschriften über das Gemeldete hinaus

## Kundenakte

report-buyer-dossier = Kundenakte
report-about-buyer-dossier = Wer ein Kunde ist, wie er versichert ist, was entschieden wurde, was er schuldet, was fällig ist und was erfasst wurde
report-open-items = Offene Posten
report-note = Notiz

## Kontoauszug

report-account-statement = Kontoauszug
report-about-account-statement = Ein Brief an einen Kunden mit den Posten, die in den Büchern offen sind
report-your-account = Ihr Konto bei uns
report-statement-opening = nach unseren Büchern waren am { $date } die folgenden Posten offen.
report-statement-nothing = nach unseren Büchern war am { $date } kein Posten offen.
report-statement-closing = Bitte vergleichen Sie sie mit Ihren Büchern und teilen Sie uns Abweichungen innerhalb von zwei Wochen mit. Haben Sie inzwischen gezahlt, so betrachten Sie das Überfällige bitte als erledigt.
report-statement-none = Kein Posten ist offen.
report-days-past-due = Tage überfällig

## Portfolio

report-portfolio = Portfolio
report-about-portfolio = Die Forderungen in Bildern: was über die Zeit, nach Alter, Kunde und Land versichert ist und warum der Rest nicht
report-portfolio-none = Keine Forderung ist offen.
report-insured-share = Versicherter Anteil
report-past-due-share = Anteil überfällig
report-other-countries = Übrige
report-countries-description = { $count ->
    [one] Forderungen in einem Land.
   *[other] Forderungen in { $shown } Ländern, die größten zuerst.
 }
