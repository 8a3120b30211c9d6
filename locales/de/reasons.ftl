# Warum ein Posten ist, wie er ist, und was daran etwas ändern würde: je Begründungscode ein Text, mit den Tatsachen als Variablen.

## Versicherungsstatus

status-not-examined = Noch kein Lauf hat den Posten geprüft.
status-no-cover = Der Kunde ist unter keinem Versicherungsschein versichert; die Läufe übergehen den Posten daher.
status-bill = Ein Wechsel: Ob er versicherbar ist, ist manuell zu entscheiden.
status-secured-terms = Die Zahlungsbedingung birgt kein Kreditrisiko, der Posten braucht keinen Versicherungsschutz.
status-category-excluded = Der Versicherungsschein deckt keine Kunden der Kundengruppe { $category }.
status-country-excluded = { $country ->
    [none] Der Versicherungsschein deckt das Land des Kunden nicht.
   *[other] Der Versicherungsschein deckt keine Kunden mit Sitz in { $country }.
  }
status-disputed = Der Kunde bestreitet die Forderung, und für bestrittene Forderungen ruht der Versicherungsschutz.
status-due-after-max-term = Fällig am { $net_due_date }, { $days ->
    [one] einen Tag
   *[other] { $days } Tage
  } nach dem Kreditzieldatum { $max_term_date }.
status-predates-policy = Belegdatum { $document_date }, vor Beginn des Versicherungsscheins am { $start } und älter, als er Altforderungen zulässt.
status-predates-buyer = { $start ->
    [none] Belegdatum { $document_date }, vor Beginn des Versicherungsschutzes für den Kunden und älter, als Altforderungen zugelassen sind.
   *[other] Belegdatum { $document_date }, vor Beginn des Versicherungsschutzes für den Kunden am { $start } und älter, als Altforderungen zugelassen sind.
  }
status-within-term = { $max_term_date ->
    [none] Bei der Prüfung hatte der Kunde eine Versicherungssumme, und die Nettofälligkeit { $net_due_date } liegt innerhalb des äußersten Kreditziels.
   *[other] Bei der Prüfung hatte der Kunde eine Versicherungssumme, und die Nettofälligkeit { $net_due_date } liegt nicht nach dem Kreditzieldatum { $max_term_date }.
  }
status-after-cancellation = { $ended_on ->
    [none] Belegdatum { $date }, nach der Limitstreichung für den Kunden.
   *[other] Belegdatum { $date }; der Versicherungsschutz für den Kunden war am { $ended_on } erloschen.
  }
status-zero-decision = { $valid_from ->
    [none] Die Kreditmitteilung für diesen Kunden lautete auf 0.
   *[other] Die seit { $valid_from } gültige Kreditmitteilung lautet auf 0. Die nächste Salden-/Umsatzmeldung prüft erneut.
  }
status-no-sum = Der Kunde hatte keine Versicherungssumme und keine Kreditmitteilung. Der nächste Lauf prüft erneut.
status-by-hand = Der Status wurde von Hand gesetzt; die Läufe lassen ihn stehen.

## Versicherter Betrag

insured-not-declared = Noch keine Salden-/Umsatzmeldung hat den Posten versichert.
insured-not-insurable = Mit Status { $status } ist von dem Posten nichts versichert.
insured-full = Voll versichert: { $insured } { $currency }.
insured-border = Die Versicherungssumme endet mitten in diesem Posten: { $insured } von { $insurable_open } { $currency } sind versichert.
insured-no-room = Ältere Posten schöpfen die Versicherungssumme aus: { $uninsured } { $currency } sind nicht versichert.
insured-blocked = Neuforderungen waren ungedeckt, als der Posten am { $document_date } entstand: { $insured } von { $insurable_open } { $currency } sind versichert.
insured-sum-zero = Die Versicherungssumme ist 0: Nichts kommt hinzu, was versichert war, bleibt es. { $insured } { $currency } sind versichert.
insured-by-hand = Der versicherte Betrag { $insured } { $currency } wurde von Hand gesetzt.
insured-inherited = Der Restposten hat { $insured } { $currency } von dem Posten geerbt, aus dem er entstanden ist.
insured-capped = Ein Höchstbetrag für mehrere Kunden oder ein Land ist ausgeschöpft: { $insured } von { $insurable_open } { $currency } sind versichert.

## Beträge

amount-converted = { $open } { $currency } sind offen; zum Kurs des Postens sind davon { $insurable_open } { $policy_currency } versicherbar.
amount-net-of-vat = { $open } { $currency } sind offen; ohne Umsatzsteuer sind davon { $insurable_open } { $policy_currency } versicherbar.
projected = Was die nächste Salden-/Umsatzmeldung aus dem Posten machen würde; verbindlich wird es erst durch einen Echtlauf.

## Daten

date-max-term = Kreditzieldatum { $date }: { $start } + { $count } { $unit ->
    [days] { $count ->
        [one] Tag
       *[other] Tage
    }
    [months] { $count ->
        [one] Monat
       *[other] Monate
    }
   *[other] { $unit }
  }, Kreditziel laut { $source ->
    [decision] Kreditmitteilung
   *[other] Versicherungsschein
  }.
date-overdue = Überfällig am { $date }: { $basis ->
    [max_term] Kreditzieldatum
   *[other] Nettofälligkeit
  } { $start } + { $days } Tage Verlängerung.
date-exclusion = Ausschlussfrist endet am { $date }: Überfälligkeit { $start } + { $days } Tage.
date-non-payment-report = Nichtzahlungsmeldung fällig am { $date }: Nettofälligkeit { $start } + { $days } Tage.
date-collection = Übergabe ans Inkasso fällig am { $date }: Überfälligkeit { $start } + { $days } Tage.
date-waiting-end = Ende der Karenzzeit { $date }: der späteste Zeitpunkt aus { $bases }.
date-waiting-open = Das Ende der Karenzzeit hängt noch von einem Ereignis ab: Es ist der späteste Zeitpunkt aus { $bases }.
date-filing = Schaden zu melden bis { $date }: Ende der Karenzzeit { $start } + { $days } Tage.
date-filing-insolvency = Schaden zu melden bis { $date }: Insolvenz am { $start } + { $days } Tage.
date-base-period = Zeitraum für Grundprämie endet am { $date }: Belegdatum { $start } + { $days } Tage.
date-kept = { $name } { $date } wurde bei der ersten Prüfung des Postens nach den damaligen Bedingungen festgelegt.

## Meldungen

reported = { $date ->
    [none] Meldestatus { $reporting_status }.
   *[other] Meldestatus { $reporting_status }, zuletzt gemeldet zum { $date }.
  }
follow-up = { $date ->
    [none] Der Kreditversicherer wünscht eine Folgemeldung.
   *[other] Der Kreditversicherer wünscht eine Folgemeldung am { $date }.
  }
stop-set = Wegen dieses Postens sind Neuforderungen mit Belegdatum nach dem { $date } ungedeckt.
policy-kept = Zuerst unter Versicherungsschein { $policy } geprüft und bis zum Ausgleich dort gemeldet.

## Was daran etwas ändern würde

change-cover = Versicherungsschutz für { $account }: Ohne Versicherungsschein prüfen die Läufe den Posten nicht.
change-next-run = Die nächste Salden-/Umsatzmeldung: Sie würde Status { $status } vergeben und { $insured } { $currency } versichern.
change-limit-raised = Eine um { $by } { $currency } auf { $to } { $currency } erhöhte Versicherungssumme würde die restlichen { $rest } { $currency } dieses Postens versichern.
change-evidence = Ein Nachweis oder eine Kreditmitteilung, die die Versicherungssumme um { $by } auf { $to } { $currency } hebt, würde die restlichen { $rest } { $currency } dieses Postens versichern.
change-older-settled = Sobald { $amount } { $currency } älterer versicherter Posten ausgeglichen sind, rücken die restlichen { $rest } { $currency } mit der nächsten Salden-/Umsatzmeldung nach.
change-stop-lifted = { $by ->
    [none] Neuforderungen mit Belegdatum nach dem { $uncovered_from } sind ungedeckt. Ist der Auslöser ausgeglichen, kann die nächste Salden-/Umsatzmeldung diesen Posten versichern.
   *[other] Neuforderungen mit Belegdatum nach dem { $uncovered_from } sind wegen { $by } ungedeckt. Ist dieser Posten ausgeglichen, kann die nächste Salden-/Umsatzmeldung den vorliegenden versichern.
  }
change-reinstatement = { $by ->
    [none] Neuforderungen mit Belegdatum nach dem { $uncovered_from } sind ungedeckt, bis der Kreditversicherer den Schutz wieder bestätigt.
   *[other] Neuforderungen mit Belegdatum nach dem { $uncovered_from } sind wegen { $by } ungedeckt. Der Schutz lebt wieder auf, wenn dieser Posten ausgeglichen ist und der Kreditversicherer es bestätigt.
  }
change-terms-shorter = Ein um { $days ->
    [one] einen Tag
   *[other] { $days } Tage
  } kürzeres Zahlungsziel: Bei Fälligkeit bis { $latest } statt { $net_due_date } ist ein solcher Posten versicherbar.
change-existing-admitted = Ein Versicherungsschein, der Altforderungen bis { $months ->
    [one] einen Monat
   *[other] { $months } Monate
  } vor dem { $start } zulässt, würde auch diese vom { $document_date } zulassen.
change-policy-covers = Solche Kunden deckt nur ein geänderter Versicherungsschein { $policy }.
change-dispute-ended = Das Ende des Streits; den Status setzt danach ein Mensch, denn die Läufe prüfen einen Posten nur einmal.
change-by-hand = Den Status { $status } können Sie von Hand mit Begründung ändern; die Läufe lassen ihn stehen.
change-settle-this = { $uncovered_from ->
    [none] Der Ausgleich dieses Postens hebt seine Sperre für Neuforderungen auf.
   *[other] Der Ausgleich dieses Postens hebt seine Sperre auf; Neuforderungen sind ungedeckt ab { $uncovered_from }.
  }
change-pay-by = Eine Zahlung vor dem { $date } erspart: { $what ->
    [overdue] die Überfälligkeit
    [exclusion] das Ende der Ausschlussfrist
    [non_payment_report] die Nichtzahlungsmeldung
    [collection] die Übergabe ans Inkasso
   *[other] das Ende der Karenzzeit
  }.
change-nothing = Es ist nichts mehr zu ändern: { $open } offen.

## Pflichten

duty-overdue = Überfällig: dem Kreditversicherer melden
duty-exclusion = Ausschlussfrist endet: Neuforderungen ungedeckt
duty-non-payment-report = Nichtzahlungsmeldung abgeben
duty-collection = Ans Inkasso übergeben
duty-waiting-end = Die Karenzzeit endet
duty-filing = Schaden melden
duty-follow-up = Folgemeldung abgeben
duty-limit-expiry = Das befristete Limit läuft aus
duty-limit-request-reminder = Kreditversicherer an den Kreditantrag erinnern
duty-agency-report-expiry = Die Büroauskunft läuft ab
duty-bank-reference-expiry = Die Bankauskunft läuft ab
duty-payment-experience-expiry = Die Zahlungserfahrung läuft ab
duty-cover-end = Der Versicherungsschutz für den Kunden endet
duty-policy-end = Der Versicherungsschein endet
