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

col-credit-manager = Kreditmanager
col-senior = Vorgesetzter
col-buyers-seen = Kunden mit denen der Unterstellten
col-exception = Ausnahme
col-differs = Abweichung
col-value = Stattdessen
col-approver = Genehmigt von
