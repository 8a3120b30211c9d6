# Die Kreditrichtlinie: Kriterien, Maßnahmencodes, Risikoklassen, Genehmigungsstufen, Ausnahmen, Kreditmanager.

credit-policy-none = Es ist keine Kreditrichtlinie erfasst. Alle Kriterien gelten mit ihren üblichen Schwellenwerten.
credit-policy-sound = Die Datei ist in Ordnung: „{ $name }“, in Kraft ab { $date }.
credit-managers-none = Es gibt keine Kreditmanager.
exceptions-none = Es gibt keine solchen Ausnahmen.
exception-kept = Ausnahme { $exception } für { $account } ist erfasst; ihr letzter Tag ist der { $until }.
exception-would-be-kept = Eine Ausnahme für { $account } würde erfasst; ihr letzter Tag wäre der { $until }.
exception-ends = Ausnahme { $exception } für { $account } endet am { $until }.
exception-would-end = Ausnahme { $exception } für { $account } würde am { $until } enden.

exception-differs-risk-class = Risikoklasse
exception-differs-credit-line = Kreditlinie
exception-differs-payment-terms = Zahlungsbedingungen
exception-differs-evidence = Nachweise
exception-differs-handling = Behandlung
exception-state-planned = Geplant
exception-state-in-force = In Kraft
exception-state-ended = Beendet

col-senior = Vorgesetzter
col-buyers-seen = Kunden mit denen der Unterstellten
col-exception = Ausnahme
col-differs = Abweichung
col-value = Stattdessen
col-approver = Genehmigt von

## Pages

credit-tab-policy = Kreditrichtlinie
credit-policy-way-page = In Kraft
credit-policy-way-control = Kriterien und Maßnahmencodes
credit-policy-way-file = Datei
credit-policy-way-exceptions = Ausnahmen
credit-policy-way-managers = Kreditmanager
credit-policy-download = Datei speichern
credit-policy-change = Ändern
credit-policy-in-force-since = in Kraft seit { $date }
credit-policy-versions = Fassungen
credit-policy-as-of = An diesem Tag
credit-policy-show = Anzeigen
credit-policy-shown = Hier gezeigt
credit-policy-part-none = Nichts ist festgelegt.
credit-policy-criteria = Kriterien der Auswahl
credit-policy-criteria-why = Was einen Zahler auf die Arbeitsliste bringt. Ohne eigenen Schwellenwert gilt für ein Kriterium das eigene Limit des Zahlers oder der übliche Wert.
credit-policy-criterion = Kriterium
credit-policy-measures = Was betrachtet wird
credit-policy-threshold = Schwellenwert
credit-policy-on = Ein
credit-policy-off = Aus
credit-policy-own-limit = Eigenes Limit des Zahlers
credit-policy-usual = Üblich ist { $value }.
credit-policy-level = Stufe { $level }
credit-policy-new-criterion = Eigenes Kriterium hinzufügen
credit-policy-actions = Maßnahmencodes
credit-policy-actions-why = Codes von 1 bis 99 für das, was zu einer Begründung unternommen wird. Ein Code ohne Text wird entfernt.
credit-policy-action = Maßnahmencode
credit-policy-meaning = Bedeutung
credit-policy-factors = Risikofaktoren, die zählen
credit-policy-factor = Risikofaktor
credit-policy-weight = Gewicht
credit-policy-weight-of = Gewicht { $weight }
credit-policy-points = Punkte
credit-policy-points-of = { $value }: { $points } Punkte
credit-policy-points-from = Ab Punkten
credit-policy-from-points = ab { $points } Punkten
credit-policy-band = ab { $from }
credit-policy-others = alle anderen
credit-policy-unknown = nicht bekannt
credit-policy-classes = Risikoklassen
credit-policy-class = Risikoklasse
credit-policy-all-classes = Alle Klassen
credit-policy-all-countries = Alle Länder
credit-policy-line = Empfohlene Kreditlinie
credit-policy-line-percent = { $percent } der Versicherungssumme
credit-policy-line-maximum = höchstens { $amount }
credit-policy-line-without = { $amount } ohne Versicherungsschutz
credit-policy-payment-terms = Übliche Zahlungsbedingungen
credit-policy-terms = Übliche Zahlungsbedingungen nach Klasse und Land
credit-policy-evidence = Erforderliche Nachweise
credit-policy-insurer-reminded = { $days ->
    [1] Ein Kreditversicherer, der einen Kreditantrag nicht beantwortet hat, wird jeden Tag erinnert.
   *[other] Ein Kreditversicherer, der einen Kreditantrag nicht beantwortet hat, wird alle { $days } Tage erinnert.
  }
credit-policy-handling = Umgang mit Schuldnern
credit-policy-reminder-level = Ab Mahnstufe
credit-policy-ladder = Genehmigungsstufen
credit-policy-up-to = Bis
credit-policy-any-amount = jeder Betrag
credit-policy-two-people = { $who } und eine zweite Person
credit-policy-valid-from = In Kraft ab
credit-policy-valid-from-hint = Was vorher galt, bleibt nachlesbar.
credit-policy-preview = Was sich ändern würde
credit-policy-preview-do = Zeigen, was sich ändern würde
credit-policy-upload = Datei der Kreditrichtlinie
credit-policy-text = Text der Datei
factor-recorded = Erfasster Wert
factor-country = Land
factor-category = Kategorie
factor-cover = Art des Versicherungsschutzes
factor-days-late = Zahlungsverzug in Tagen
factor-years-known = Jahre bekannt
factor-information-months = Monate seit der letzten Auskunft
exceptions-why = Was ein Kunde anders bekommt, als die Kreditrichtlinie sagt: genehmigt, begründet und befristet. Beendete bleiben in der Liste.
exception-any-state = Alle
exception-end = Vorzeitig beenden
exception-last-day = Letzter Tag
exception-new = Neue Ausnahme
exception-value-hint = Eine Risikoklasse ({ $classes }), ein Betrag in { $currency }, Zahlungsbedingungen oder Worte.
exception-approver-hint = Leer: Sie selbst.
exception-from-hint = Leer: heute.
credit-managers-why = Ein Vorgesetzter sieht die Kunden aller Unterstellten.
credit-manager-new = Kreditmanager erfassen
credit-manager-change = Ändern
credit-manager-register = Erfassen
credit-manager-end = Beenden
credit-manager-end-why = Frühere Tage zeigen weiter, wer es war; Kunden, die den Code nennen, behalten ihn. Geben Sie Unterstellten vorher einen anderen Vorgesetzten.
credit-manager-ends = Der letzte Tag des Kreditmanagers { $credit_manager } ist der { $until }.
credit-manager-would-end = Der letzte Tag des Kreditmanagers { $credit_manager } wäre der { $until }. Nichts wurde geschrieben.
credit-manager-unregistered = (nur bei Kunden genannt)
credit-manager-user = meldet sich an als { $user }
credit-manager-code-hint = Wie bei den Kunden angegeben.
credit-manager-user-hint = Der Name für die Anmeldung; er kann leer bleiben.
credit-policy-days = { $count ->
    [one] { $shown } Tag
   *[other] { $shown } Tage
  }
credit-policy-months = { $count ->
    [one] höchstens { $shown } Monat alt
   *[other] höchstens { $shown } Monate alt
  }
credit-manager-buyers = { $count ->
    [one] { $shown } Kunde
   *[other] { $shown } Kunden
  }
credit-manager-seen = { $count ->
    [one] sieht { $shown } Kunden
   *[other] sieht { $shown } Kunden
  }
credit-policy-threshold-of = { $kind ->
    [days] Schwellenwert in Tagen
    [percent] Schwellenwert in Prozent
    [level] Schwellenwert als Mahnstufe
   *[other] Schwellenwert
  }

## Recommended credit line

recommended-basis = Grundlage
recommended-basis-insured-percent = Anteil der Versicherungssumme
recommended-basis-maximum = Höchste Linie der Klasse
recommended-basis-without-cover = Nichts ist versichert
recommended-basis-exception = Ausnahme
recommended-basis-nothing = Die Kreditrichtlinie regelt nichts
recommended-nothing = Keine
recommended-above = Eigenes Limit darüber
recommended-above-by = { $amount } über der Empfehlung
recommended-found = Vorgefunden
recommended-exceptions = { $count ->
    [0] Keine
    [one] { $shown } Ausnahme wirkt sich aus
   *[other] { $shown } Ausnahmen wirken sich aus
  }
report-recommended-credit-lines = Empfohlene Kreditlinien
report-about-recommended-credit-lines = Was die Kreditrichtlinie für jeden Zahler empfiehlt, neben dem eigenen Kreditlimit
credit-policy-whom = Für wen
credit-policy-rule = Was geschieht
credit-policy-all = Alle Zahler
credit-policy-tolerance = Toleranz
credit-policy-tolerance-none = Ein Auftrag über einem Limit wird gestoppt: es gibt keine Toleranz.
credit-policy-tolerance-of = Bis { $amount } über einem Limit erhält ein Auftrag nur eine Warnung.
credit-policy-after-due = { $count ->
    [one] { $shown } Tag nach der Fälligkeit
   *[other] { $shown } Tage nach der Fälligkeit
}
credit-policy-after-reminder = { $count ->
    [one] { $shown } Tag nach der vorigen Mahnung
   *[other] { $shown } Tage nach der vorigen Mahnung
}
credit-policy-charge = Mahngebühr { $amount }
credit-policy-charge-percent = Mahngebühr { $percent } jedes Postens
credit-policy-charge-by-law = Mahngebühr, wie sie das Recht des Zahlerlandes gewährt
credit-policy-with-interest = mit Verzugszinsen
credit-policy-lowest-item = Posten unter { $amount } bleiben unberührt.
credit-policy-lowest-payer = Kein Schreiben unter { $amount }.
credit-policy-to-collection = { $count ->
    [one] Reif für das Inkasso { $shown } Tag nach der letzten Mahnung.
   *[other] Reif für das Inkasso { $shown } Tage nach der letzten Mahnung.
}
credit-policy-never = Nie gemahnt: { $accounts }
credit-policy-letters-in = { $country }: Schreiben auf { $language }
credit-policy-interest-agreed = Der vereinbarte Satz von { $percent } im Jahr
credit-policy-interest-law = Der gesetzliche Satz von { $country } für alle Zahler
credit-policy-interest-own = Der gesetzliche Satz des Landes des Zahlers
credit-policy-compensation = Mit der gesetzlichen Pauschale
