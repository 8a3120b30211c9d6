# Commandes : blocages, contrôles, arrêts et libérations.

credit-tab-orders = Commandes

order-answer-allow = peut partir
order-answer-warn = peut partir, avec un avertissement
order-answer-block = pas sans libération
order-state-open = ouverte
order-state-stopped = arrêtée
order-state-released = libérée
order-state-delivered = livrée
order-state-invoiced = facturée
order-state-cancelled = annulée
order-point-entry = à la saisie de la commande
order-point-line = au changement d'une ligne
order-point-release = avant le départ des marchandises

order-reason-blocked = Le payeur est bloqué à la main.
order-reason-past-due = Échu { $actual } ; la limite 1 est { $limit }.
order-reason-credit-limit = Encours { $actual } ; la limite de crédit propre est { $limit }.
order-reason-group-limit = Encours du groupe de crédit { $actual } ; sa limite est { $limit }.
order-reason-days-overdue = Jours de retard du poste le plus ancien : { $actual } ; la limite 4 est { $limit }.
order-reason-insured-sum = Encours { $actual } ; somme assurée et dépassement accepté font { $limit }.
order-reason-policy-ends = La police finit avant la date de facture { $actual }.
order-reason-country-excluded = La police ne couvre pas ce pays.
order-reason-category-excluded = La police ne couvre pas les acheteurs de cette catégorie.
order-reason-term-too-long = Échéance le { $actual } ; la durée maximale de crédit finit le { $limit }.
order-reason-uncovered = Facture du { $actual } ; les créances datées après le { $limit } ne sont pas couvertes.
order-reason-limit-expires = Facture du { $actual } ; la limite finit le { $limit }.
order-reason-withdrawn = La garantie est retirée avant la date de facture { $actual }.
order-reason-no-cover = Aucune somme n'est assurée.
order-reason-less-room = La commande est de { $actual } ; à la date de facture, { $limit } de la somme assurée sont libres.

order-covered-yes = Sera assurée à la facturation
order-covered-partly = Sera assurée en partie : { $amount }
order-covered-no = Ne sera pas assurée
order-covered-not-insured = L'acheteur n'est sous aucune police

col-order-no = Commande
col-order-date = Commandée
col-answer = Réponse
order-nothing-against = Rien ne s'y oppose.
orders-none = Aucune commande n'est enregistrée.
order-entered = La commande { $order } est enregistrée : { $state }.
order-released = La commande { $order } est libérée.
block-put = { $account } est bloqué.
block-lifted = { $account } n'est plus bloqué.
effect-none = Aucune commande ouverte ne serait arrêtée.

order-other-orders = Commandes et livraisons
order-this = Cette commande
order-exposure = Encours avec elle
order-limit = Comparé à
order-invoice-date = Facturée le
order-due-date = Échéance le
order-limit-ends = La limite finit le
