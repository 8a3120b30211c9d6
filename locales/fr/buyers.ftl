# The pages of buyers: the list, one buyer, co-insured customers.

cover-named = Dénommé
cover-unnamed = Non dénommé
cover-co-insured = Co-assuré
cover-none = Non assuré

## The list

buyers-tabs = Acheteurs et clients co-assurés
buyers-found = { $count ->
    [one] { $shown } compte
   *[other] { $shown } comptes
  }
buyers-use = Utilisation du plafond
buyers-marks = À regarder
buyers-over-limit = Au-delà du plafond
buyers-stopped = Garantie suspendue
buyers-must-be-offered = À présenter
buyers-over-credit-limit = Au-delà de l'encours autorisé interne
buyers-credit-manager = Credit manager
buyers-any = Tous
buyers-show = Afficher
buyers-reset = Réinitialiser
buyers-download = Télécharger en CSV
buyers-sum = Total en { $currency }
buyers-none-fit = Aucun acheteur ne correspond à cette recherche. Retirez un filtre, ou réinitialisez-les tous.
buyers-nothing-yet = Il n'y a pas encore d'acheteurs. Importez-les depuis la comptabilité clients :
buyers-views = Vues enregistrées
buyers-view-keep = Enregistrer cette vue
buyers-view-name = Nom de la vue
buyers-view-save = Enregistrer
buyers-view-delete = Supprimer la vue { $name }

## Co-insured customers

co-insured-title = Clients co-assurés
