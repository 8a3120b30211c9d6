# The pages of items and bills: the list, one item, edits, saved views.

## The list

items-tabs = Listes de postes
items-tab-open = Postes ouverts
items-tab-bills = Effets de commerce
items-tab-all = Soldés compris, ou un autre jour
items-list = Postes
items-found = { $count ->
    [one] { $shown } poste
   *[other] { $shown } postes
  }
items-found-cut = Plus de { $limit } pièces commencent ainsi ; saisissez davantage du numéro pour les voir toutes.
items-none-fit = Aucun poste ne correspond. Retirez un filtre, réinitialisez-les tous, ou importez des postes.
items-sums = Totaux de la sélection
items-document = Numéro de pièce
items-document-hint = Le début suffit.
items-buyer = Acheteur
items-due-before = Échéance avant le
items-cover-full = Assuré en totalité
items-cover-part = Assuré en partie
items-cover-none = Non assuré
items-more-filters = Statut, type, déclarations
items-columns = Colonnes
items-download-lines = Télécharger en lignes JSON
items-another-day = Autre jour, postes soldés, projection
items-as-of = Au
items-known-at = Connu au
items-known-at-hint = Seulement ce qui était enregistré à la fin de ce jour ; vide : tout.
items-settled-too = Postes soldés compris
items-projected-field = Projection
items-projected-hint = Ce que la prochaine déclaration ferait des postes ; seul un traitement définitif l'engage.
items-then = Au { $date }.
items-then-known = Au { $date }, avec ce qui était connu au { $known }.
items-then-all = Les postes soldés sont compris.
items-then-projected = Projection : ce qu'en ferait la prochaine déclaration.

col-posting-date = Comptabilisé le
col-policy-currency = Devise de la police
col-reasons = Motifs

## Saved views

items-view-opens = (ouvre la liste)
items-view-change = Modifier cette vue
items-view-new-name = Nouveau nom
items-view-rename = Renommer
items-view-default = Ouvrir la liste avec cette vue
items-view-not-default = Ne plus ouvrir la liste avec cette vue
items-back = Retour à la liste

## Bills of exchange

items-no-bills = Aucun effet ne correspond. Les effets de commerce s'importent avec les postes, avec le type « bill ».
items-bill-expired = Échéance passée
items-bill-protested = Protesté
items-day-close-missing = Des effets sont arrivés à échéance sans qu'une clôture journalière les ait encore marqués.

## Kinds, reports, settlements

items-kind-invoice = Facture
items-kind-debit-note = Note de débit
items-kind-credit-note = Avoir
items-kind-payment-on-account = Acompte
items-kind-bill = Effet de commerce
items-kind-cheque = Chèque
items-reporting-none = Non déclaré
items-reporting-first = 1 – première déclaration
items-reporting-second = 2 – deuxième déclaration
items-reporting-third = 3 – troisième déclaration
items-reporting-exclusion = A – date d'exclusion passée
items-reporting-non-payment = N – non-paiement déclaré
items-reporting-collection = E – recouvrement
items-reporting-claim = S – sinistre
items-settled-payment = Paiement
items-settled-credit-note = Avoir
items-settled-bill = Effet de commerce
items-settled-write-off = Passé en perte
items-settled-offset = Compensation
items-settled-return = Paiement rejeté
items-settled-derived = (ne figure plus dans la liste de la comptabilité)

## One item

items-several = Plusieurs pièces portent ce numéro. Choisissez-en une.
items-before = Poste précédent
items-after = Poste suivant
items-edit = Modifier
items-now = Retour à aujourd'hui
items-reports = Déclarations à l'assureur
items-of-buyer = Plafond et disponible de l'acheteur
items-origin = Solde résiduel de
items-settlements = Règlements
items-no-settlements = Rien n'est encore réglé.
items-no-history = Aucun traitement ni personne n'a encore modifié ses données d'assurance.
items-dates-later = Les dates limites sont fixées par le premier traitement définitif qui examine le poste.
items-today = Aujourd'hui
items-days-left = { $count ->
    [one] dans { $shown } jour
   *[other] dans { $shown } jours
  }
items-days-ago = { $count ->
    [one] il y a { $shown } jour
   *[other] il y a { $shown } jours
  }
items-explain-then = L'expliquer pour un autre jour
items-cause-run = Traitement définitif
items-cause-carried = Conservé après un traitement
items-cause-reversal = Annulation du traitement
items-cause-edit = Modifié à la main
items-cause-event = Événement enregistré
items-cause-residual = Solde résiduel détaché
items-cause-reexamination = Réexaminé

items-field-status = Statut d'assurance
items-field-insured = Montant assuré
items-field-receivable-start = Début de la créance
items-field-net-due-date = Échéance nette
items-field-extended-due-date = Prorogé au
items-field-document-date = Date de pièce
items-field-posting-date = Date de comptabilisation
items-field-max-term-date = Date limite de crédit
items-field-overdue-date = Date d'impayé
items-field-exclusion-date = Date d'exclusion
items-field-non-payment-report-date = Déclaration de non-paiement à faire le
items-field-collection-date = Remise au recouvrement à faire le
items-field-waiting-end = Fin du délai de carence
items-field-filing-date = Date limite de demande d'indemnisation
items-field-base-period-end = Fin de la période de prime de base
items-field-reporting-status = État de déclaration
items-field-reported-on = Déclaré pour la dernière fois le
items-field-follow-up = Déclaration de suivi demandée
items-field-follow-up-on = Suivi le
items-field-blocks-new = Suspension de garantie pour les nouvelles livraisons

why-waiting-base = { $base ->
    [net_due] échéance nette
    [overdue] date d'impayé
    [notice] déclaration à l'assureur
   *[collection] remise au recouvrement
  } + { $count } { $unit ->
    [months] mois
   *[days] { $count ->
        [one] jour
       *[other] jours
    }
  }

col-delivery-date = Livré le
col-disputed = En litige
col-net-amount = Montant hors taxes
col-payment-terms = Conditions de paiement
col-posting-circle = Cercle d'écriture
col-secured = Conditions sûres
col-text = Texte
col-value-date = Date de valeur

## A change by hand

items-edit-title = Modifier { $kind } { $document }
items-edit-when = Les traitements fixent ces données. Ne les modifiez que dans des cas justifiés ; chaque modification est conservée avec son motif.
items-edit-reason = Motif
items-edit-reason-hint = Pourquoi, dans vos propres mots ; le motif est conservé.
items-edit-save = Enregistrer la modification
items-edit-try = Afficher avant et après
items-edit-cancel = Annuler
items-edit-bounds = De 0 à { $most }, et seulement avec le statut K.
items-edit-now = Valeur actuelle : { $value }
items-edit-changed = Ci-dessous figure ce qui est enregistré maintenant ; votre saisie est gardée là où elle diffère, avec la valeur actuelle en dessous.
items-edit-preview = Avant et après
items-edit-before = Avant
items-edit-after = Après
items-edit-nothing-written = Rien n'est encore écrit.
items-edit-unchanged = Le poste est déjà ainsi ; il n'y a rien à modifier.
