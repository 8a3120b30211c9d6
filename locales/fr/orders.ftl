# Commandes : blocages, contrôles, arrêts et libérations.

credit-tab-orders = Commandes

order-answer-allow = Peut partir
order-answer-warn = Peut partir, avec un avertissement
order-answer-block = Pas sans libération
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
order-reason-credit-limit = Encours { $actual } ; l'encours autorisé interne est { $limit }.
order-reason-group-limit = Encours du groupe de crédit { $actual } ; sa limite est { $limit }.
order-reason-days-overdue = Jours depuis lesquels le poste le plus ancien est échu : { $actual } ; la limite 4 est { $limit }.
order-reason-insured-sum = Encours { $actual } ; plafond et dépassement accepté font { $limit }.
order-reason-policy-ends = La police finit avant la date de facture { $actual }.
order-reason-country-excluded = La police ne donne pas de garantie pour ce pays.
order-reason-category-excluded = La police ne donne pas de garantie pour les acheteurs de cette catégorie.
order-reason-term-too-long = Échéance le { $actual } ; la durée maximale de crédit finit le { $limit }.
order-reason-uncovered = Facture du { $actual } ; les créances datées après le { $limit } ne sont pas couvertes.
order-reason-limit-expires = Facture du { $actual } ; la limite finit le { $limit }.
order-reason-withdrawn = La garantie est retirée avant la date de facture { $actual }.
order-reason-no-cover = Aucun plafond n'est accordé.
order-reason-less-room = La commande est de { $actual } ; à la date de facture, { $limit } du plafond sont libres.

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
effect-ask = Quelles commandes ouvertes cela arrête : obligo orders effect

order-other-orders = Commandes et livraisons
order-this = Cette commande
order-exposure = Encours avec elle
order-limit = Comparé à
order-invoice-date = Facturée le
order-due-date = Échéance le
order-limit-ends = La limite finit le

orders-all = Toutes
orders-tab-stopped = Arrêtées
orders-tab-open = Ouvertes
orders-tab-released = Libérées
orders-tab-delivered = Livrées
orders-import = Importer des commandes d'un fichier
order-check-one = Contrôler une commande
order-check-about = Ce que serait la réponse ; rien n'est enregistré avant que vous enregistriez la commande.
order-check-do = Contrôler
order-enter = Contrôler et enregistrer
order-buyer = Acheteur
order-delivery-date = Date de livraison
order-terms = Conditions de paiement
order-terms-hint = Vide : celles de l'acheteur
order-number = Numéro de commande
order-number-hint = Nécessaire pour l'enregistrer ; une commande avec ce numéro n'est pas comptée deux fois
order-kind-delivery = livraison
order-title = Commande { $order }
order-facts = La commande
order-check-now = Contrôlée maintenant, avant le départ des marchandises
order-history = Comment c'est arrivé
order-checks = Contrôles enregistrés avec elle
order-release = Libérer la commande
order-release-reason = Pourquoi elle peut partir tout de même
order-release-hint = Cela reste enregistré avec votre nom.
order-release-not-you = Un responsable peut la libérer.
order-open = Postes ouverts et effets
order-cover-ahead = À la facturation
order-latest-due-date = Échéance au plus tard le
order-sum-then = Plafond alors
order-room-then = Marge alors
order-weight-warn = avertit
order-weight-block = arrête
order-effect = Effet d'une réduction sur les commandes ouvertes
order-effect-sum = Nouveau plafond
order-effect-hint = Dans la devise du payeur ; vide : le plafond en vigueur
order-effect-all = Vide : tous les payeurs, avec les plafonds en vigueur
orders-none-open = Aucune commande ouverte.
order-effect-here = { $count ->
    [one] { $shown } commande ouverte de ce payeur serait arrêtée à son départ.
   *[other] { $shown } commandes ouvertes de ce payeur seraient arrêtées à leur départ.
}
order-effect-show = Les afficher
order-effect-now = Maintenant
order-effect-then = Alors
block-reason = Pourquoi
block-until = Jusqu'au
block-until-hint = Vide : jusqu'à ce que quelqu'un le lève
block-in-force-since = Bloqué par { $by } depuis le { $date }
block-in-force-until = Il finit le { $date }.
block-of-payer = Le blocage est celui du payeur.
block-lift = Lever le blocage
block-put-one = Bloquer ce payeur
order-effect-stopped = { $count ->
    [0] Aucune commande ouverte ne serait arrêtée.
    [one] { $shown } commande ouverte serait arrêtée.
   *[other] { $shown } commandes ouvertes seraient arrêtées.
}
block-put-do = Mettre le blocage
order-tolerance = Jusqu'à { $amount } au-dessus de la limite, seul un avertissement est donné.
