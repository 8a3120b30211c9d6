# Why an item is as it is, and what would change it: one message per reason code, with the reason's facts as variables.

## Insurance status

status-not-examined = Ingen körning har prövat posten ännu.
status-no-cover = Köparen har inget försäkringsskydd i någon försäkring, så körningarna hoppar över posten.
status-bill = En växel: en person avgör om den är försäkringsbar.
status-secured-terms = Betalningsvillkoren innebär ingen kreditrisk, så posten behöver inget skydd.
status-category-excluded = Försäkringen omfattar inte köpare i kategorin { $category }.
status-country-excluded = { $country ->
    [none] Försäkringen omfattar inte köparens land.
   *[other] Försäkringen omfattar inte köpare i { $country }.
  }
status-disputed = Köparen bestrider skulden, och enligt försäkringen vilar skyddet vid tvist.
status-due-after-max-term = Förfaller { $net_due_date }, { $days ->
    [one] en dag
   *[other] { $days } dagar
  } efter sista kreditdag { $max_term_date }.
status-predates-policy = Daterad { $document_date }, innan försäkringen började den { $start }, och äldre än den medger.
status-predates-buyer = { $start ->
    [none] Daterad { $document_date }, innan köparens försäkringsskydd började, och äldre än försäkringen medger.
   *[other] Daterad { $document_date }, innan köparens försäkringsskydd började den { $start }, och äldre än försäkringen medger.
  }
status-within-term = { $max_term_date ->
    [none] Köparen hade en kreditlimit vid prövningen, och förfallodagen { $net_due_date } ligger inom längsta kredittid.
   *[other] Köparen hade en kreditlimit vid prövningen, och förfallodagen { $net_due_date } ligger inte efter sista kreditdag { $max_term_date }.
  }
status-after-cancellation = { $ended_on ->
    [none] Daterad { $date }, efter att köparens limit återkallats.
   *[other] Daterad { $date }; köparens skydd hade upphört den { $ended_on }.
  }
status-zero-decision = { $valid_from ->
    [none] Försäkringsgivarens beslut för köparen var 0.
   *[other] Försäkringsgivarens beslut som gäller sedan { $valid_from } är 0. Nästa deklaration prövar på nytt.
  }
status-no-sum = Köparen hade varken kreditlimit eller beslut. Nästa körning prövar på nytt.
status-by-hand = En person har satt statusen; körningarna låter den vara.

## Insured amount

insured-not-declared = Ingen deklaration har försäkrat posten ännu.
insured-not-insurable = Med status { $status } är ingenting av posten försäkrat.
insured-full = Försäkrad i sin helhet: { $insured } { $currency }.
insured-border = Kreditlimiten tar slut inom denna post: { $insured } av { $insurable_open } { $currency } är försäkrade.
insured-no-room = Äldre poster tar hela kreditlimiten i anspråk: { $uninsured } { $currency } är oförsäkrade.
insured-blocked = Det rådde stopp för nya fordringar när posten uppkom den { $document_date }: { $insured } av { $insurable_open } { $currency } är försäkrade.
insured-sum-zero = Kreditlimiten är 0: inget tillkommer, det som var försäkrat kvarstår. { $insured } { $currency } är försäkrade.
insured-by-hand = En person har satt det försäkrade beloppet { $insured } { $currency }.
insured-inherited = Restposten tog över { $insured } { $currency } från posten den är en rest av.
insured-capped = Ett tak för gruppen eller landet är förbrukat: { $insured } av { $insurable_open } { $currency } är försäkrade.

## Amounts

amount-converted = { $open } { $currency } är öppna; till postens kurs kan { $insurable_open } { $policy_currency } av dem försäkras.
amount-net-of-vat = { $open } { $currency } är öppna; utan moms kan { $insurable_open } { $policy_currency } av dem försäkras.
projected = Vad nästa deklaration skulle göra av posten; först en skarp körning gör det bindande.

## Dates

date-max-term = Sista kreditdag { $date }: { $start } + { $unit ->
    [months] { $count ->
        [one] en månad
       *[other] { $count } månader
    }
   *[days] { $count ->
        [one] en dag
       *[other] { $count } dagar
    }
  }, kredittiden enligt { $source ->
    [decision] kreditbeslutet
   *[other] försäkringen
  }.
date-overdue = Förseningsdag { $date }: { $basis ->
    [max_term] sista kreditdag
   *[other] förfallodag
  } { $start } + { $days ->
    [one] en dags
   *[other] { $days } dagars
  } anstånd.
date-exclusion = Uteslutningsdag { $date }: förseningsdag { $start } + { $days ->
    [one] en dag
   *[other] { $days } dagar
  }.
date-non-payment-report = Anmälan om utebliven betalning senast { $date }: förfallodag { $start } + { $days ->
    [one] en dag
   *[other] { $days } dagar
  }.
date-collection = Överlämning till inkasso senast { $date }: förseningsdag { $start } + { $days ->
    [one] en dag
   *[other] { $days } dagar
  }.
date-waiting-end = Karenstidens slut { $date }: det senaste av { $bases }.
date-waiting-open = Karenstidens slut väntar på en händelse: det är det senaste av { $bases }.
date-filing = Skadeanmälan ska lämnas senast { $date }: karenstidens slut { $start } + { $days ->
    [one] en dag
   *[other] { $days } dagar
  }.
date-filing-insolvency = Skadeanmälan ska lämnas senast { $date }: insolvens den { $start } + { $days ->
    [one] en dag
   *[other] { $days } dagar
  }.
date-base-period = Grundpremieperioden slutar { $date }: dokumentdatum { $start } + { $days ->
    [one] en dag
   *[other] { $days } dagar
  }.
date-kept = { $name ->
    [max_term_date] Sista kreditdag
    [overdue_date] Förseningsdagen
    [exclusion_date] Uteslutningsdagen
    [non_payment_report_date] Dagen för anmälan om utebliven betalning
    [collection_date] Dagen för överlämning till inkasso
    [waiting_end] Karenstidens slut
    [filing_date] Sista dag för skadeanmälan
    [base_period_end] Grundpremieperiodens slut
   *[other] { $name }
  } { $date } fastställdes när posten först prövades, enligt de villkor som då gällde.

## Reports

reported = { $date ->
    [none] Rapportstatus { $reporting_status }.
   *[other] Rapportstatus { $reporting_status }, senast rapporterad per { $date }.
  }
follow-up = { $date ->
    [none] Försäkringsgivaren vill ha en uppföljande rapport.
   *[other] Försäkringsgivaren vill ha en uppföljande rapport den { $date }.
  }
stop-set = Posten stoppar skyddet för fordringar daterade efter { $date }.
policy-kept = Först prövad i försäkringsbrev { $policy }, och deklareras där tills den är reglerad.

## What would change it

change-cover = Försäkringsskydd för { $account }: utan försäkring prövar körningarna inte posten.
change-next-run = Nästa deklaration: den skulle ge status { $status } och försäkra { $insured } { $currency }.
change-limit-raised = En limit på { $to } { $currency }, { $by } { $currency } högre än nu, skulle försäkra resterande { $rest } { $currency } av posten.
change-evidence = Underlag eller en limit som höjer kreditlimiten med { $by } till { $to } { $currency } skulle försäkra resterande { $rest } { $currency } av posten.
change-older-settled = När { $amount } { $currency } av äldre försäkrade poster har reglerats flyttar resterande { $rest } { $currency } upp vid nästa deklaration.
change-stop-lifted = { $by ->
    [none] Skyddet är stoppat för poster daterade efter { $uncovered_from }. När det som stoppar det har reglerats kan nästa deklaration försäkra posten.
   *[other] Skyddet är stoppat för poster daterade efter { $uncovered_from } av { $by }. När den har reglerats kan nästa deklaration försäkra posten.
  }
change-reinstatement = { $by ->
    [none] Skyddet är stoppat för poster daterade efter { $uncovered_from }, tills försäkringsgivaren bekräftar att det gäller igen.
   *[other] Skyddet är stoppat för poster daterade efter { $uncovered_from } av { $by }. Det återinträder när den har reglerats och försäkringsgivaren bekräftar det.
  }
change-terms-shorter = Med { $days ->
    [one] en dag
   *[other] { $days } dagar
  } kortare betalningsvillkor, förfallodag senast { $latest } i stället för { $net_due_date }, är en sådan post försäkringsbar.
change-existing-admitted = En försäkring som medger fordringar { $months ->
    [one] en månad
   *[other] { $months } månader
  } äldre än { $start } skulle medge denna från { $document_date }.
change-policy-covers = Bara en ändring av försäkringsbrev { $policy } kan omfatta sådana köpare.
change-dispute-ended = Att tvisten upphör; därefter sätter en person statusen, eftersom körningarna prövar en post bara en gång.
change-by-hand = En person får ändra status { $status }, med angivet skäl; körningarna låter den vara.
change-settle-this = { $uncovered_from ->
    [none] När posten regleras upphör dess stopp för nya fordringar.
   *[other] När posten regleras upphör dess stopp för nya fordringar; de är oförsäkrade sedan { $uncovered_from }.
  }
change-pay-by = Betalning före { $date } avvärjer denna frist: { $what ->
    [overdue] förseningsdag
    [exclusion] uteslutningsdag
    [non_payment_report] anmälan om utebliven betalning
    [collection] överlämning till inkasso
   *[other] karenstidens slut
  }.
change-nothing = Inget återstår att ändra: { $open } öppet.

## Duties

duty-overdue = Förfallen: anmäl till försäkringsgivaren
duty-exclusion = Uteslutning: nya fordringar är oförsäkrade från denna dag
duty-non-payment-report = Anmäl utebliven betalning
duty-collection = Lämna över till inkasso
duty-waiting-end = Karenstiden löper ut
duty-filing = Lämna in skadeanmälan
duty-follow-up = Uppföljande rapport
duty-limit-expiry = Den tidsbegränsade limiten löper ut
duty-limit-request-reminder = Påminn försäkringsgivaren om limitansökan
duty-agency-report-expiry = Kreditupplysningen slutar gälla
duty-bank-reference-expiry = Bankreferensen slutar gälla
duty-payment-experience-expiry = Betalningserfarenheten slutar gälla
duty-cover-end = Köparens försäkringsskydd upphör
duty-policy-end = Försäkringen upphör
