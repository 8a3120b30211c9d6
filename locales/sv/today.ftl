# The page Today: what must be reported, requested or decided, the portfolio in pictures.

## Pictures

chart-nothing = Inget att visa ännu.
chart-numbers = Siffror
chart-unit-thousand = tusen { $currency }
chart-unit-million = miljoner { $currency }
chart-unit-billion = miljarder { $currency }
chart-day = Dag
chart-buyer = Köpare
chart-age = Dagar efter förfallodag
chart-share = Andel
chart-insured = Försäkrat
chart-uninsured = Oförsäkrat
chart-exposure = Exponering
chart-sum = Kreditlimit
chart-room = Utrymme
chart-over = Över kreditlimiten
chart-standing = Försäkrat och oförsäkrat
chart-standing-description = Från { $from } till { $to }; i slutet { $insured } försäkrat och { $uninsured } oförsäkrat.
chart-ageing = Öppna poster efter ålder
chart-ageing-description = { $insured } försäkrat och { $uninsured } oförsäkrat; { $overdue } av det är förfallet.
chart-age-not-due = Ej förfallet
chart-age-30 = 1–30
chart-age-60 = 31–60
chart-age-90 = 61–90
chart-age-more = > 90
chart-timeline = Kreditlimit och exponering
chart-timeline-description = Från { $from } till { $to }; nu är kreditlimiten { $sum } och exponeringen { $exposure }.
chart-limit-within = { $insured } försäkrat, exponering { $exposure }, kreditlimit { $sum }.
chart-limit-over = Exponeringen { $exposure } ligger { $over } över kreditlimiten { $sum }; { $insured } är försäkrat.
chart-concentration = Största köpare
chart-concentration-description = { $count ->
    [one] En köpare står
   *[other] { $count } köpare står
  } för { $share } av { $open } öppet.

## Calendar feed

feed-name = obligo: frister
feed-summary = { $duty }: { $name }
feed-stake = Det gäller { $open } öppet, { $insured } försäkrat
feed-item = Post { $document } i företag { $company }
feed-account = Kundkonto { $account }
feed-policy = Försäkringsbrev { $policy }
feed-reference = Referens { $reference }
feed-projected = Beräknat: ingen skarp körning har fastställt denna dag ännu.

## Figures and lists of Today

today-empty = Här är ingenting registrerat ännu
today-empty-how = Börja med dina företag, försäkringsgivare och försäkringsbrev, därefter köpare med försäkringsskydd och limiter, sedan öppna poster. En mapp med alltihop kan importeras på en gång.
today-empty-import = Importera filer
today-exposure = Öppna fordringar
today-insured = Försäkrat
today-uninsured = Oförsäkrat
today-due-soon = Åtgärder inom 14 dagar
today-over-limit = Över kreditlimiten
today-over-limit-none = Ingen köpare är skyldig mer än vad som är försäkrat.
today-stopped = Stopp för nya fordringar
today-duties = Vad som ska göras härnäst
today-duties-none = Inget ska göras de närmaste tre månaderna.
today-duties-all = { $count ->
    [one] { $shown } åtgärd
   *[other] Alla { $shown } åtgärder
  }
today-of = Post eller köpare
today-all = { $count ->
    [one] { $shown } köpare
   *[other] Alla { $shown } köpare
  }
today-why-uninsured = Oförsäkrat, och varför
today-why-uninsured-none = Allt öppet är försäkrat.
today-used-up = kreditlimiten är förbrukad
today-offers = Anmälningar och underlag som krävs
today-offers-none = Ingen köpare måste anmälas, och inget underlag går ut.
today-offer-count = { $shown } köpare måste anmälas till försäkringsgivaren:
today-runs = Senaste körningar
today-runs-none = Ingen skarp körning ännu.
today-run-due = Ännu inte deklarerat per { $date }:
today-run-start = Starta körningen

## Deadlines

deadlines-found = { $count ->
    [one] { $shown } åtgärd de närmaste tre månaderna
   *[other] { $shown } åtgärder de närmaste tre månaderna
  }
deadlines-this-week = Inom sju dagar
deadlines-next-week = De sju dagarna därefter
deadlines-in-weeks = { $count ->
    [one] Om { $shown } vecka
   *[other] Om { $shown } veckor
  }
deadlines-projected = (ännu inte fastställt av en skarp körning)
deadlines-feed = Kalenderflöde
deadlines-feed-why = Ditt kalenderprogram kan prenumerera på de åtgärder du ser här. Adressen är hemlig: den som har den ser dem också.
deadlines-feed-new = Detta är adressen; den visas bara nu:
deadlines-feed-made = Flödet skapades den { $date }
deadlines-feed-make = Skapa ett flöde
deadlines-feed-end = Avsluta flödet
deadlines-cut = Här visas de närmaste { $kept } av varje slag; totalt finns { $all } åtgärder.
