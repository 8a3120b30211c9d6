# Décisions sur les limites d'assurance dépassées et demandes d'agrément, du brouillon à la réponse.

decisions-amount = Dépassement accepté
decisions-exposure = Encours lors de la décision
decisions-until = Jusqu'au (inclus)
decisions-reference = Référence du document
decision-kind-block = blocage
decision-kind-request-more = demander plus
decision-kind-accept = accepter le dépassement
decision-kind-withdraw = retirer l'acceptation
decision-state-running = en vigueur
decision-state-ahead = commence plus tard
decision-state-ended = expirée
decision-state-superseded = remplacée
decision-state-withdrawn = retirée
decision-state-recorded = enregistrée
request-state-draft = brouillon
request-state-sent = envoyée
request-state-answered = répondue
request-state-withdrawn = retirée
request-state-replaced = remplacée
col-decision = N°
col-decided-by = Décidé par
col-request = N°
col-sent-on = Envoyée le
col-days-waiting = Jours d'attente
col-granted = Accordé
col-answered-on = Réponse du
decisions-title = Décisions sur les limites d'assurance dépassées
decisions-count = { $shown } { $count ->
    [one] décision
   *[other] décisions
  }
decisions-nothing = Aucun dépassement n'a été accepté. Affichez blocages et demandes avec --all, ou décidez avec « obligo decide ».
decision-would-be-recorded = Tout est en ordre ; la décision sur { $account } serait enregistrée.
decision-recorded-block = { $account } est bloqué.
decision-recorded-request-more = La demande d'agrément { $request } pour { $account } est préparée : { $currency } { $amount }.
decision-recorded-accept = Un dépassement de { $currency } { $amount } au-delà du plafond de { $account } est accepté jusqu'au { $until }.
decision-recorded-withdraw = L'acceptation du dépassement de { $account } est retirée.
requests-title = Demandes d'agrément
requests-count = { $shown } { $count ->
    [one] demande
   *[other] demandes
  }
requests-nothing = Aucune demande d'agrément n'est en attente. Préparez-en une avec « obligo limit-requests draft », ou affichez les autres avec --all.
requests-granted = { $insurer } a accordé sur un an { $currency } { $granted } sur { $requested } demandés : { $percent } %.
request-done-draft = La demande d'agrément { $request } pour { $account } est préparée.
request-done-sent = La demande d'agrément { $request } pour { $account } est envoyée.
request-done-answered = La réponse à la demande d'agrément { $request } est enregistrée.
request-done-withdrawn = La demande d'agrément { $request } pour { $account } est retirée.
decisions-decide = Décider sur la limite dépassée
decisions-form = La décision
decisions-kind = Décision
decisions-amount-typed = Montant
decisions-amount-hint = Combien est accepté au-delà du plafond, ou la somme à demander.
decisions-from-hint = Vide : aujourd'hui.
decisions-until-hint = Pour une acceptation : le dernier jour où elle compte.
decisions-reason = Motif
decisions-proposed = Un responsable l'approuve ; d'ici là, rien n'est accepté.
decisions-save = Décider
decisions-propose = Proposer
decisions-exposure-now = Encours
decisions-excess = Au-delà du plafond
decisions-no-excess = rien
decisions-waiting = Demande d'agrément
decisions-again = Décider à nouveau
decisions-none = Aucun dépassement n'est accepté. Là où une limite est dépassée, on décide sous Augmentations à demander.
requests-board-sent = Chez l'assureur
requests-board-draft = Brouillons
requests-board-answered = Répondues et terminées
requests-none = Aucune.
requests-remind = relancer
requests-drafted-on = Préparée le
requests-grant-ratio = Accordé par { $insurer }
requests-grant-of = { $granted } sur { $requested } en un an
requests-heading = Demande d'agrément { $number }
requests-withdrawn-on = Retirée le
requests-by = Saisie par
requests-letters = Lettres envoyées
requests-send = Envoyer à l'assureur
requests-letter = Lettre à l'assureur
requests-letter-again = Lettre à l'assureur, à nouveau
requests-sent-hint = Si elle est partie autrement, par exemple par le portail. Vide : aujourd'hui.
requests-mark-sent = Elle est envoyée
requests-withdraw = Retirer la demande
