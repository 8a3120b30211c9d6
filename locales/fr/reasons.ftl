# Why an item is as it is, and what would change it: one message per reason code, with the reason's facts as variables.

## Insurance status

status-not-examined = Aucun traitement n'a encore examiné le poste.
status-no-cover = L'acheteur n'est garanti par aucune police ; les traitements n'examinent donc pas le poste.
status-bill = Effet de commerce : il revient à une personne de décider s'il est assurable.
status-secured-terms = Les conditions de paiement ne comportent pas de risque de crédit ; le poste n'a pas besoin de garantie.
status-category-excluded = La police ne garantit pas { $category ->
    [public] les acheteurs publics
    [private] les particuliers
    [affiliate] les entreprises liées
   *[other] les acheteurs de la catégorie { $category }
  }.
status-country-excluded = { $country ->
    [none] La police ne garantit pas le pays de l'acheteur.
   *[other] La police ne garantit pas les acheteurs du pays { $country }.
  }
status-disputed = L'acheteur conteste la dette, et la police suspend la garantie en cas de litige.
status-due-after-max-term = Échéance le { $net_due_date }, { $days ->
    [one] { $days } jour
   *[other] { $days } jours
  } après la date limite de crédit du { $max_term_date }.
status-predates-policy = Pièce du { $document_date }, antérieure au début de la police le { $start } et plus ancienne qu'elle ne l'admet.
status-predates-buyer = { $start ->
    [none] Pièce du { $document_date }, antérieure au début de la garantie de l'acheteur et plus ancienne que la police ne l'admet.
   *[other] Pièce du { $document_date }, antérieure au début de la garantie de l'acheteur le { $start } et plus ancienne que la police ne l'admet.
  }
status-within-term = { $max_term_date ->
    [none] L'acheteur avait un plafond lors de l'examen, et l'échéance du { $net_due_date } respecte la durée maximale de crédit.
   *[other] L'acheteur avait un plafond lors de l'examen, et l'échéance du { $net_due_date } ne dépasse pas la date limite de crédit du { $max_term_date }.
  }
status-after-cancellation = { $ended_on ->
    [none] Pièce du { $date }, postérieure au retrait de la garantie de l'acheteur.
   *[other] Pièce du { $date } ; la garantie de l'acheteur avait pris fin le { $ended_on }.
  }
status-zero-decision = { $valid_from ->
    [none] L'assureur avait décidé pour cet acheteur un agrément de 0.
   *[other] L'agrément en vigueur depuis le { $valid_from } est de 0. La prochaine déclaration réexaminera le poste.
  }
status-no-sum = L'acheteur n'avait ni plafond ni avis d'agrément. Le prochain traitement réexaminera le poste.
status-by-hand = Une personne a fixé le statut ; les traitements n'y touchent pas.

## Insured amount

insured-not-declared = Aucune déclaration n'a encore assuré le poste.
insured-not-insurable = Avec le statut { $status }, rien du poste n'est assuré.
insured-full = Assuré en totalité : { $insured } { $currency }.
insured-border = Le plafond s'épuise au milieu de ce poste : { $insured } { $currency } sur { $insurable_open } sont assurés.
insured-no-room = Des postes plus anciens épuisent le plafond : { $uninsured } { $currency } ne sont pas assurés.
insured-blocked = La garantie était suspendue pour les nouvelles livraisons à la date du poste, le { $document_date } : { $insured } { $currency } sur { $insurable_open } sont assurés.
insured-sum-zero = Le plafond est nul : rien ne s'ajoute, ce qui était assuré le reste. { $insured } { $currency } sont assurés.
insured-by-hand = Une personne a fixé le montant assuré à { $insured } { $currency }.
insured-inherited = Le solde résiduel a repris { $insured } { $currency } du poste dont il provient.
insured-capped = Un plafond commun (groupe ou pays) est épuisé : { $insured } { $currency } sur { $insurable_open } sont assurés.

## Amounts

amount-converted = { $open } { $currency } sont ouverts ; au cours du poste, { $insurable_open } { $policy_currency } en sont assurables.
amount-net-of-vat = { $open } { $currency } sont ouverts ; hors TVA, { $insurable_open } { $policy_currency } en sont assurables.
projected = Ce que la prochaine déclaration ferait du poste ; seul un traitement définitif l'engage.

## Dates

date-max-term = Date limite de crédit { $date } : { $start } + { $count } { $unit ->
    [months] mois
   *[days] { $count ->
        [one] jour
       *[other] jours
    }
  }, durée { $source ->
    [decision] de l'avis d'agrément
   *[other] de la police
  }.
date-overdue = Date d'impayé { $date } : { $basis ->
    [max_term] date limite de crédit
   *[other] échéance nette
  } { $start } + { $days ->
    [one] { $days } jour
   *[other] { $days } jours
  } de prorogation.
date-exclusion = Date d'exclusion { $date } : date d'impayé { $start } + { $days ->
    [one] { $days } jour
   *[other] { $days } jours
  }.
date-non-payment-report = Déclaration de non-paiement à faire le { $date } : échéance nette { $start } + { $days ->
    [one] { $days } jour
   *[other] { $days } jours
  }.
date-collection = Remise au recouvrement à faire le { $date } : date d'impayé { $start } + { $days ->
    [one] { $days } jour
   *[other] { $days } jours
  }.
date-waiting-end = Fin du délai de carence { $date } : { $bases } (la date la plus tardive compte).
date-waiting-open = La fin du délai de carence dépend d'un événement encore attendu : { $bases } (la date la plus tardive compte).
date-filing = Demande d'indemnisation à déposer au plus tard le { $date } : fin du délai de carence { $start } + { $days ->
    [one] { $days } jour
   *[other] { $days } jours
  }.
date-filing-insolvency = Demande d'indemnisation à déposer au plus tard le { $date } : insolvabilité le { $start } + { $days ->
    [one] { $days } jour
   *[other] { $days } jours
  }.
date-base-period = La période de prime de base finit le { $date } : date de pièce { $start } + { $days ->
    [one] { $days } jour
   *[other] { $days } jours
  }.
date-kept = { $name ->
    [max_term_date] Date limite de crédit
    [overdue_date] Date d'impayé
    [exclusion_date] Date d'exclusion
    [non_payment_report_date] Date de déclaration de non-paiement
    [collection_date] Date de remise au recouvrement
    [waiting_end] Fin du délai de carence
    [filing_date] Date limite de demande d'indemnisation
    [base_period_end] Fin de la période de prime de base
   *[other] { $name }
  } { $date } : fixée lors du premier examen du poste, selon les conditions alors en vigueur.

## Reports

reported = { $date ->
    [none] État de déclaration { $reporting_status }.
   *[other] État de déclaration { $reporting_status }, dernière déclaration au { $date }.
  }
follow-up = { $date ->
    [none] L'assureur demande une déclaration de suivi.
   *[other] L'assureur demande une déclaration de suivi le { $date }.
  }
stop-set = Le poste suspend la garantie des créances postérieures au { $date }.
policy-kept = Examiné pour la première fois sous la police { $policy } ; il y reste déclaré jusqu'à son règlement.

## What would change it

change-cover = Une garantie pour { $account } : sans police, les traitements n'examinent pas le poste.
change-next-run = La prochaine déclaration : elle donnerait le statut { $status } et assurerait { $insured } { $currency }.
change-limit-raised = Un agrément supérieur de { $by } { $currency }, soit { $to } { $currency }, assurerait les { $rest } { $currency } restants de ce poste.
change-evidence = Un justificatif ou un agrément qui relève le plafond de { $by }, à { $to } { $currency }, assurerait les { $rest } { $currency } restants de ce poste.
change-older-settled = Quand { $amount } { $currency } de postes assurés plus anciens seront réglés, les { $rest } { $currency } restants prendront la place avec la prochaine déclaration.
change-stop-lifted = { $by ->
    [none] La garantie est suspendue pour les postes postérieurs au { $uncovered_from }. Quand la cause de la suspension sera réglée, la prochaine déclaration pourra assurer ce poste.
   *[other] La garantie est suspendue pour les postes postérieurs au { $uncovered_from }, à cause de { $by }. Après leur règlement, la prochaine déclaration pourra assurer ce poste.
  }
change-reinstatement = { $by ->
    [none] La garantie est suspendue pour les postes postérieurs au { $uncovered_from }, jusqu'à ce que l'assureur confirme sa remise en vigueur.
   *[other] La garantie est suspendue pour les postes postérieurs au { $uncovered_from }, à cause de { $by }. Elle reprend après leur règlement et la confirmation de l'assureur.
  }
change-terms-shorter = Avec un délai de paiement plus court de { $days ->
    [one] { $days } jour
   *[other] { $days } jours
  } (échéance le { $latest } au plus tard, au lieu du { $net_due_date }), un tel poste est assurable.
change-existing-admitted = Une police qui admet les créances antérieures de { $months } mois au { $start } admettrait celle-ci, du { $document_date }.
change-policy-covers = Seule une modification de la police { $policy } permet de garantir de tels acheteurs.
change-dispute-ended = La fin du litige ; une personne fixe alors le statut, car les traitements n'examinent un poste qu'une fois.
change-by-hand = Une personne peut modifier le statut { $status }, avec un motif ; les traitements n'y touchent pas.
change-settle-this = { $uncovered_from ->
    [none] Le règlement de ce poste met fin à la suspension de garantie qu'il cause.
   *[other] Le règlement de ce poste lève la suspension de garantie qu'il cause ; les nouvelles livraisons ne sont plus garanties depuis le { $uncovered_from }.
  }
change-pay-by = Un paiement avant le { $date } évite { $what ->
    [overdue] l'impayé
    [exclusion] l'exclusion
    [non_payment_report] la déclaration de non-paiement
    [collection] la remise au recouvrement
   *[other] la fin du délai de carence
  }.
change-nothing = Il n'y a plus rien à changer : { $open } ouvert.

## Duties

duty-overdue = Impayé : le déclarer à l'assureur
duty-exclusion = Exclusion : nouvelles livraisons non garanties
duty-non-payment-report = Déclarer le non-paiement
duty-collection = Remettre au recouvrement
duty-waiting-end = Fin du délai de carence
duty-filing = Déposer la demande d'indemnisation
duty-follow-up = Déclaration de suivi
duty-limit-expiry = Fin de la limite temporaire
duty-limit-request-reminder = Relancer l'assureur sur la demande d'agrément
duty-agency-report-expiry = Le rapport d'agence expire
duty-bank-reference-expiry = Le renseignement bancaire expire
duty-payment-experience-expiry = L'expérience de paiement expire
duty-cover-end = Fin de la garantie de l'acheteur
duty-policy-end = Fin de la police
