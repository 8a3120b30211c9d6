# Beslut om överskridna försäkringslimiter och limitansökningar från utkast till svar.

decisions-amount = Godkänt överskridande
decisions-exposure = Engagemang vid beslutet
decisions-until = Till och med
decisions-reference = Dokumentreferens
decision-kind-block = spärr
decision-kind-request-more = begär mer
decision-kind-accept = godkänn överskridandet
decision-kind-withdraw = återta godkännandet
decision-state-running = gällande
decision-state-ahead = börjar senare
decision-state-ended = utgånget
decision-state-superseded = ersatt
decision-state-withdrawn = återtaget
decision-state-recorded = registrerat
request-state-draft = utkast
request-state-sent = skickad
request-state-answered = besvarad
request-state-withdrawn = återtagen
request-state-replaced = ersatt
col-decision = Nr
col-decided-by = Beslutat av
col-request = Nr
col-sent-on = Skickad
col-days-waiting = Dagar i väntan
col-granted = Beviljat
col-answered-on = Besvarad
decisions-title = Beslut om överskridna försäkringslimiter
decisions-count = { $shown } beslut
decisions-nothing = Inget överskridande är godkänt. Visa spärrar och ansökningar med --all, eller besluta med ”obligo decide”.
decision-would-be-recorded = Allt är i ordning; beslutet om { $account } skulle registreras.
decision-recorded-block = { $account } är spärrad.
decision-recorded-request-more = Limitansökan { $request } för { $account } är förberedd: { $currency } { $amount }.
decision-recorded-accept = Ett överskridande på { $currency } { $amount } utöver kreditlimiten för { $account } är godkänt till och med { $until }.
decision-recorded-withdraw = Godkännandet av överskridandet för { $account } är återtaget.
requests-title = Limitansökningar
requests-count = { $shown } { $count ->
    [one] ansökan
   *[other] ansökningar
  }
requests-nothing = Ingen limitansökan väntar. Förbered en med ”obligo limit-requests draft”, eller visa andra med --all.
requests-granted = { $insurer } har beviljat { $currency } { $granted } av { $requested } det senaste året: { $percent } %.
request-done-draft = Limitansökan { $request } för { $account } är förberedd.
request-done-sent = Limitansökan { $request } för { $account } är skickad.
request-done-answered = Svaret på limitansökan { $request } är registrerat.
request-done-withdrawn = Limitansökan { $request } för { $account } är återtagen.
