# Entscheidungen über überschrittene Versicherungslimite und Kreditanträge vom Entwurf bis zur Antwort.

decisions-amount = Angenommene Überschreitung
decisions-exposure = Obligo bei der Entscheidung
decisions-until = Bis einschließlich
decisions-reference = Beleg, Aktenzeichen
decision-kind-block = Sperre
decision-kind-request-more = Erhöhung beantragen
decision-kind-accept = Überschreitung annehmen
decision-kind-withdraw = Annahme zurücknehmen
decision-state-running = gültig
decision-state-ahead = beginnt später
decision-state-ended = abgelaufen
decision-state-superseded = ersetzt
decision-state-withdrawn = zurückgenommen
decision-state-recorded = erfasst
request-state-draft = Entwurf
request-state-sent = gesendet
request-state-answered = beantwortet
request-state-withdrawn = zurückgezogen
request-state-replaced = ersetzt
col-decision = Nr.
col-decided-by = Entschieden von
col-request = Nr.
col-sent-on = Gesendet am
col-days-waiting = Tage offen
col-granted = Bewilligt
col-answered-on = Beantwortet am
decisions-title = Entscheidungen über überschrittene Versicherungslimite
decisions-count = { $shown } { $count ->
    [one] Entscheidung
   *[other] Entscheidungen
  }
decisions-nothing = Keine Überschreitung ist angenommen. Zeigen Sie mit --all auch Sperren und Anträge, oder entscheiden Sie mit „obligo decide“.
decision-would-be-recorded = Alles in Ordnung; die Entscheidung über { $account } würde erfasst.
decision-recorded-block = { $account } ist gesperrt.
decision-recorded-request-more = Kreditantrag { $request } für { $account } ist entworfen: { $currency } { $amount }.
decision-recorded-accept = Bis { $until } ist eine Überschreitung von { $currency } { $amount } über der Versicherungssumme von { $account } angenommen.
decision-recorded-withdraw = Die Annahme der Überschreitung von { $account } ist zurückgenommen.
requests-title = Kreditanträge
requests-count = { $shown } { $count ->
    [one] Kreditantrag
   *[other] Kreditanträge
  }
requests-nothing = Kein Kreditantrag ist offen. Entwerfen Sie einen mit „obligo limit-requests draft“, oder zeigen Sie mit --all auch die übrigen.
requests-granted = { $insurer } hat im letzten Jahr { $currency } { $granted } von { $requested } bewilligt: { $percent } %.
request-done-draft = Kreditantrag { $request } für { $account } ist entworfen.
request-done-sent = Kreditantrag { $request } für { $account } ist gesendet.
request-done-answered = Die Antwort auf Kreditantrag { $request } ist erfasst.
request-done-withdrawn = Kreditantrag { $request } für { $account } ist zurückgezogen.
decisions-decide = Über die Limitüberschreitung entscheiden
decisions-form = Die Entscheidung
decisions-kind = Entscheidung
decisions-amount-typed = Betrag
decisions-amount-hint = Wie viel über der Versicherungssumme angenommen wird, oder die zu beantragende Summe.
decisions-from-hint = Leer: heute.
decisions-until-hint = Für eine Annahme: der letzte Tag, an dem sie zählt.
decisions-reason = Begründung
decisions-proposed = Eine Führungskraft genehmigt es; bis dahin ist nichts angenommen.
decisions-save = Entscheiden
decisions-propose = Vorschlagen
decisions-exposure-now = Obligo
decisions-excess = Über der Versicherungssumme
decisions-no-excess = nichts
decisions-waiting = Kreditantrag
decisions-again = Neu entscheiden
decisions-none = Keine Überschreitung ist angenommen. Wo ein Limit überschritten ist, wird unter Fällige Erhöhungen entschieden.
requests-board-sent = Beim Kreditversicherer
requests-board-draft = Entwürfe
requests-board-answered = Beantwortet und beendet
requests-none = Keine.
requests-remind = erinnern
requests-drafted-on = Entworfen am
requests-grant-ratio = Bewilligt von { $insurer }
requests-grant-of = { $granted } von { $requested } in einem Jahr
requests-heading = Kreditantrag { $number }
requests-withdrawn-on = Zurückgezogen am
requests-by = Erfasst von
requests-letters = Gesendete Schreiben
requests-send = An den Kreditversicherer senden
requests-letter = Schreiben an den Kreditversicherer
requests-letter-again = Schreiben an den Kreditversicherer, noch einmal
requests-sent-hint = Wenn er anders hinausging, etwa über das Portal. Leer: heute.
requests-mark-sent = Er ist gesendet
requests-withdraw = Kreditantrag zurückziehen
