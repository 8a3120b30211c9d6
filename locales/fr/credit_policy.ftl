# La politique de crédit : critères, codes d'action, classes de risque, niveaux d'approbation, exceptions, credit managers.

credit-policy-none = Aucune politique de crédit n'est enregistrée. Tous les critères valent avec leurs seuils habituels.
credit-policy-sound = Le fichier est correct : « { $name } », en vigueur à partir du { $date }.
credit-managers-none = Il n'y a pas de credit managers.
exceptions-none = Il n'y a pas de telles exceptions.
exception-kept = L'exception { $exception } pour { $account } est enregistrée ; son dernier jour est le { $until }.
exception-would-be-kept = Une exception pour { $account } serait enregistrée ; son dernier jour serait le { $until }.
exception-ends = L'exception { $exception } pour { $account } prend fin le { $until }.
exception-would-end = L'exception { $exception } pour { $account } prendrait fin le { $until }.

exception-differs-risk-class = Classe de risque
exception-differs-credit-line = Ligne de crédit
exception-differs-payment-terms = Conditions de paiement
exception-differs-evidence = Justificatifs
exception-differs-handling = Traitement
exception-state-planned = Prévue
exception-state-in-force = En vigueur
exception-state-ended = Terminée

col-senior = Supérieur
col-buyers-seen = Acheteurs, subordonnés compris
col-exception = Exception
col-differs = Écart
col-value = À la place
col-approver = Approuvée par

## Pages

credit-tab-policy = Politique de crédit
credit-policy-way-page = En vigueur
credit-policy-way-control = Critères et codes d'action
credit-policy-way-file = Fichier
credit-policy-way-exceptions = Exceptions
credit-policy-way-managers = Credit managers
credit-policy-download = Enregistrer le fichier
credit-policy-change = Modifier
credit-policy-in-force-since = en vigueur depuis le { $date }
credit-policy-versions = Versions
credit-policy-as-of = À cette date
credit-policy-show = Afficher
credit-policy-shown = Affichée ici
credit-policy-part-none = Rien n'est fixé.
credit-policy-criteria = Critères de sélection
credit-policy-criteria-why = Ce qui fait entrer un payeur dans la liste de travail. Sans seuil propre du critère, la limite du payeur ou la valeur habituelle s'applique.
credit-policy-criterion = Critère
credit-policy-measures = Ce qui est examiné
credit-policy-threshold = Seuil
credit-policy-on = Actif
credit-policy-off = Inactif
credit-policy-own-limit = La limite du payeur
credit-policy-usual = Habituellement { $value }.
credit-policy-level = niveau { $level }
credit-policy-new-criterion = Ajouter un critère propre
credit-policy-actions = Codes d'action
credit-policy-actions-why = Codes de 1 à 99 pour ce qui est entrepris pour un motif. Un code sans texte est retiré.
credit-policy-action = Code d'action
credit-policy-meaning = Signification
credit-policy-factors = Facteurs de risque pris en compte
credit-policy-factor = Facteur de risque
credit-policy-weight = Poids
credit-policy-weight-of = poids { $weight }
credit-policy-points = Points
credit-policy-points-of = { $value } : { $points } points
credit-policy-points-from = À partir de
credit-policy-from-points = à partir de { $points } points
credit-policy-band = à partir de { $from }
credit-policy-others = tous les autres
credit-policy-unknown = inconnu
credit-policy-classes = Classes de risque
credit-policy-class = Classe de risque
credit-policy-all-classes = Toutes les classes
credit-policy-all-countries = Tous les pays
credit-policy-line = Ligne de crédit recommandée
credit-policy-line-percent = { $percent } du plafond
credit-policy-line-maximum = { $amount } au plus
credit-policy-line-without = { $amount } sans garantie
credit-policy-payment-terms = Conditions de paiement usuelles
credit-policy-terms = Conditions de paiement usuelles par classe et pays
credit-policy-evidence = Justificatifs exigés
credit-policy-insurer-reminded = { $days ->
    [1] Un assureur qui n'a pas répondu à une demande d'agrément est relancé chaque jour.
   *[other] Un assureur qui n'a pas répondu à une demande d'agrément est relancé tous les { $days } jours.
  }
credit-policy-handling = Traitement des débiteurs
credit-policy-reminder-level = À partir du niveau de relance
credit-policy-ladder = Niveaux d'approbation
credit-policy-up-to = Jusqu'à
credit-policy-any-amount = tout montant
credit-policy-two-people = { $who } et une seconde personne
credit-policy-valid-from = En vigueur à partir du
credit-policy-valid-from-hint = Ce qui valait auparavant reste consultable.
credit-policy-preview = Ce qui changerait
credit-policy-preview-do = Montrer ce qui changerait
credit-policy-upload = Fichier de la politique de crédit
credit-policy-text = Texte du fichier
factor-recorded = Valeur enregistrée
factor-country = Pays
factor-category = Catégorie
factor-cover = Type de garantie
factor-days-late = Jours de retard de paiement
factor-years-known = Années de relation
factor-information-months = Mois depuis la dernière information
exceptions-why = Ce qu'un acheteur obtient autrement que ne le dit la politique de crédit : approuvé, motivé et limité dans le temps. Les exceptions terminées restent dans la liste.
exception-any-state = Toutes
exception-end = Terminer avant l'heure
exception-last-day = Dernier jour
exception-new = Nouvelle exception
exception-value-hint = Une classe de risque ({ $classes }), un montant en { $currency }, des conditions de paiement ou des mots.
exception-approver-hint = Vide : vous-même.
exception-from-hint = Vide : aujourd'hui.
credit-managers-why = Un supérieur voit les acheteurs de tous ses subordonnés.
credit-manager-new = Enregistrer un credit manager
credit-manager-change = Modifier
credit-manager-register = Enregistrer
credit-manager-end = Mettre fin
credit-manager-end-why = Les jours antérieurs montrent toujours qui c'était ; les acheteurs qui portent le code le gardent. Donnez d'abord un autre supérieur aux subordonnés.
credit-manager-ends = Le dernier jour du credit manager { $credit_manager } est le { $until }.
credit-manager-would-end = Le dernier jour du credit manager { $credit_manager } serait le { $until }. Rien n'a été écrit.
credit-manager-unregistered = (nommé seulement chez des acheteurs)
credit-manager-user = se connecte comme { $user }
credit-manager-code-hint = Comme chez les acheteurs.
credit-manager-user-hint = Le nom de connexion ; il peut rester vide.
credit-policy-days = { $count ->
    [one] { $shown } jour
   *[other] { $shown } jours
  }
credit-policy-months = { $count ->
    [one] { $shown } mois au plus
   *[other] { $shown } mois au plus
  }
credit-manager-buyers = { $count ->
    [one] { $shown } acheteur
   *[other] { $shown } acheteurs
  }
credit-manager-seen = { $count ->
    [one] voit { $shown } acheteur
   *[other] voit { $shown } acheteurs
  }
credit-policy-threshold-of = { $kind ->
    [days] Seuil en jours
    [percent] Seuil en pour cent
    [level] Seuil en niveau de relance
   *[other] Seuil
  }

## Recommended credit line

recommended-basis = Repose sur
recommended-basis-insured-percent = Part du plafond
recommended-basis-maximum = Ligne maximale de la classe
recommended-basis-without-cover = Rien n'est assuré
recommended-basis-exception = Exception
recommended-basis-nothing = La politique de crédit ne fixe rien
recommended-nothing = Aucune
recommended-above = Limite interne au-delà
recommended-above-by = { $amount } au-delà de la recommandation
recommended-found = Constaté
recommended-exceptions = { $count ->
    [0] Aucune
    [one] { $shown } exception change le résultat
   *[other] { $shown } exceptions changent le résultat
  }
report-recommended-credit-lines = Lignes de crédit recommandées
report-about-recommended-credit-lines = Ce que la politique de crédit recommande pour chaque payeur, à côté de son encours autorisé interne
credit-policy-whom = Pour qui
credit-policy-rule = Ce qui se passe
credit-policy-all = Tous les payeurs
credit-policy-tolerance = Tolérance
credit-policy-tolerance-none = Une commande au-dessus d'une limite est arrêtée : il n'y a pas de tolérance.
credit-policy-tolerance-of = Jusqu'à { $amount } au-dessus d'une limite, une commande ne reçoit qu'un avertissement.
credit-policy-after-due = { $count ->
    [one] { $shown } jour après l'échéance
   *[other] { $shown } jours après l'échéance
}
credit-policy-after-reminder = { $count ->
    [one] { $shown } jour après la relance précédente
   *[other] { $shown } jours après la relance précédente
}
credit-policy-charge = frais { $amount }
credit-policy-charge-percent = frais { $percent } de chaque poste
credit-policy-charge-by-law = frais accordés par la loi du pays du payeur
credit-policy-with-interest = avec intérêts de retard
credit-policy-lowest-item = Les postes de moins de { $amount } sont laissés de côté.
credit-policy-lowest-payer = Pas de lettre au-dessous de { $amount }.
credit-policy-to-collection = { $count ->
    [one] Prêt pour le recouvrement { $shown } jour après la dernière relance.
   *[other] Prêt pour le recouvrement { $shown } jours après la dernière relance.
}
credit-policy-never = Jamais relancés : { $accounts }
credit-policy-letters-in = { $country } : lettres en { $language }
credit-policy-interest-agreed = Le taux convenu de { $percent } par an
credit-policy-interest-law = Le taux légal du pays { $country } pour tous les payeurs
credit-policy-interest-own = Le taux légal du pays du payeur
credit-policy-compensation = Avec l'indemnité forfaitaire légale
