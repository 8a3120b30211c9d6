working-payers = Lecture des payeurs
payers-title = Payeurs
payers-count = { $shown } { $count ->
    [one] payeur
   *[other] payeurs
  }
payers-nothing = Aucun payeur ne convient. Avec --all viennent aussi ceux qui ne doivent rien.
credit-tab-groups = Groupes de crédit
credit-groups-title = Groupes de crédit
credit-groups-count = { $shown } { $count ->
    [one] groupe de crédit
   *[other] groupes de crédit
  }
credit-groups-nothing = Il n'y a pas de groupe de crédit. Importez-en avec « obligo import credit_groups FICHIER.csv ».
credit-limits-title = Encours autorisés internes
credit-limits-count = { $shown } { $count ->
    [one] enregistrement
   *[other] enregistrements
  }
credit-limits-nothing = Aucun encours autorisé interne 1 à 4 n'est en vigueur. Importez-en avec « obligo import credit_limits FICHIER.csv ».

col-group = Groupe de crédit
col-pays-for = Comptes
col-outstanding = En cours
col-orders = Commandes
col-past-due = Échu
col-days-overdue = Jours échus
col-limit-past-due = Limite 1
    .help = Ce qui peut être échu
col-limit-outstanding = Limite 2
    .help = Ce qui peut être en cours
col-limit-outstanding-and-orders = Limite 3
    .help = Ce qui peut être en cours avec les commandes et les livraisons non facturées
col-limit-days-overdue = Limite 4
    .help = Nombre de jours depuis lesquels le plus ancien poste ouvert peut être échu
col-limit-kind = Limite
col-actual = Constaté
col-payers = Payeurs
col-credit-manager = Responsable crédit
col-allowed = Autorisé
col-used-percent = Utilisé, %
col-band = Utilisation
col-approved-by = Approuvé par
col-in-force = En vigueur
flag-in-force = oui

band-good = bon
band-cautious = prudence
band-exceeded = dépassé
limit-kind-past-due = 1 – échu
limit-kind-outstanding = 2 – en cours
limit-kind-outstanding-and-orders = 3 – en cours et commandes
limit-kind-days-overdue = 4 – jours depuis lesquels le plus ancien poste est échu
limit-kind-insured-sum = Plafond

payer-limits = Encours autorisés internes et leur utilisation
payer-no-limits = Aucune limite fixée et aucun plafond.
payer-paid-by = Payeur
payer-pays-for = Paie aussi pour
payer-more-customers = { $count ->
    [one] et un autre
   *[other] et { $count } autres
  }
payer-group = Groupe de crédit
payer-group-binds = Sont indiquées les limites propres du payeur, ou ce que le groupe de crédit laisse à côté de ses autres membres, selon le montant le plus bas.
payer-without-account = ce compte n'existe pas ; il compte comme son propre payeur
payer-override = Limites de la société { $company }
payer-override-hint = Ce que fixe une société figure à côté des limites propres du payeur et ne les remplace jamais. Les commandes ne nomment pas de société et n'y sont pas comptées.
payer-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
  }
payer-behaviour = Comportement de paiement
payer-days-late = Jours après l'échéance, 3 derniers mois
payer-days-late-before = Jours après l'échéance, 12 mois avant
payer-past-due-percent = Échu sur ce qui est ouvert
payer-past-due-percent-before = Échu il y a 3 mois
payer-behaviour-hint = Seulement les paiements, pondérés par le montant, chaque paiement partiel à sa propre date. Les avoirs, passages en perte, compensations, effets et paiements revenus ne comptent pas.
payer-behaviour-report = Tous les payeurs
payer-new-limits = Fixer les encours autorisés internes
payer-company-none = Toutes les sociétés

groups-title = Groupes de crédit
groups-nothing = Il n'y a pas encore de groupe de crédit. Un groupe de crédit réunit des payeurs sous une limite commune.
groups-import = Importer des groupes de crédit d'un fichier
groups-members = Membres
groups-no-members = Aucun payeur n'appartient aujourd'hui à ce groupe de crédit.

chart-behaviour = Jours de paiement après l'échéance
chart-behaviour-description = Jours après l'échéance des paiements par mois du { $from } au { $to } ; dernier mois avec des paiements : { $days }.
chart-days = jours
chart-month = Mois au
chart-days-late = Jours après l'échéance
chart-paid = Payé
chart-past-due-percent = Échu, %

report-payment-behaviour = Comportement de paiement
report-about-payment-behaviour = Comment paient les payeurs : jours après l'échéance récemment et avant, et ce qui est échu sur ce qui est ouvert
report-payment-behaviour-none = Aucun payeur ne doit rien ni n'a payé récemment.
report-later-by = Plus tard de, jours
report-field-payers = Payeurs
report-choice-longer = Échu depuis plus longtemps
