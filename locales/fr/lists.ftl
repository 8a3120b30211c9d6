# Rapports en listes : montants ouverts, listes de contrôle, dossier, relevé de compte, portefeuille.

report-as-of = Au { $date }
report-period = du { $from } au { $to }
report-from-store = Livres au { $date }, entrée d'audit { $entry }
report-in-currency = { $title } ({ $currency })
report-field-as-of = Au
report-field-amounts = Montants
report-field-insurer-from = Assureurs de
report-field-insurer-to = Assureurs à
report-field-insurance-no-from = Numéros d'assurance de
report-field-insurance-no-to = Numéros d'assurance à
report-field-lowest = Montant minimal
report-field-days = Jours
report-field-percent = À partir de % du plafond
report-field-all = Aussi sans poste ouvert
report-field-from = Du
report-field-until = Au
report-field-compared-from = Comparé du
report-field-compared-to = Comparé au
report-field-account = Compte
report-field-company = Société
report-choice-gross = TTC
report-choice-net = Hors TVA

## Montants ouverts et plafonds, jours échus

report-open-amounts = Montants ouverts et plafonds
report-about-open-amounts = Ce que doivent les payeurs assurés, ce qui en est assuré et leurs plafonds, TTC ou hors TVA
report-days-overdue = Jours échus
report-about-days-overdue = Ce que doivent les payeurs assurés, ce qui en est échu et ce qui l'est depuis plus d'un nombre de jours
report-payers = Payeurs assurés
report-payers-none = Aucun payeur assuré n'a ici de poste ouvert.
report-insurance-no = N° d'assurance
report-own-number-short = Numéro propre
report-open-gross = Ouvert, TTC
report-open-net = Ouvert, hors TVA
report-unused = Inutilisé
report-exceeding = Dépassement
report-limit-changed = Limite modifiée
report-requested-on = Demandé le
report-past-due = Échu
report-ratio = % de l'ouvert
report-longer-overdue = Échu depuis plus de { $days } jours

## Listes de contrôle

report-increases-due = Augmentations à demander
report-about-increases-due = Acheteurs dénommés dont le plafond est épuisé, ce qui manque et ce qui est demandé
report-increases-none = Aucun acheteur dénommé n'a épuisé son plafond.
report-missing = Manque
report-limit-until = Limite jusqu'au
report-evidence-due = Justificatifs à renouveler
report-about-evidence-due = Acheteurs non dénommés dont les justificatifs manquent, sont négatifs, expirés ou près d'expirer
report-evidence-none = Aucun justificatif n'est à renouveler.
report-evidence-missing = Manque
report-evidence-expiring = Expire bientôt
report-evidence-expired = Expiré
report-evidence-date = Date
report-sum-then = Plafond ensuite
report-offers-due = Acheteurs à présenter
report-about-offers-due = Acheteurs non dénommés et non assurés qui ont atteint le seuil de dénomination
report-offers-none = Aucun acheteur n'est à présenter.
report-offers-own = Les montants concernent toutes les sociétés et ne sont montrés qu'à ceux qui peuvent toutes les voir.
report-offer-basis = Critère
report-offer-balance = Solde ouvert
report-offer-turnover = Chiffre d'affaires du mois
report-offer-figure = Atteint
report-offer-threshold = Seuil de dénomination
report-without-cover = Sans garantie
report-about-without-cover = Acheteurs débiteurs sans plafond, et pourquoi
report-without-cover-none = Chaque acheteur qui a des postes ouverts a un plafond.
report-special-terms = Conditions dérogatoires
report-about-special-terms = Avis d'agrément en vigueur avec un délai, une quotité ou des conditions qui leur sont propres
report-special-terms-none = Aucun avis d'agrément en vigueur ne déroge à sa police.
report-policy-term = Délai de la police
report-term-value-dated = Date de valeur (mois)
report-term-bills = Effets (mois)
report-policy-percent = Quotité de la police
report-months = { $count ->
    [one] { $shown } mois
   *[other] { $shown } mois
 }
report-days = { $count ->
    [one] { $shown } jour
   *[other] { $shown } jours
 }
report-over-own-limits = Au-delà de l'encours autorisé ou de la limite effets
report-about-over-own-limits = Comptes, assurés ou non, au-delà de l'encours autorisé interne ou de la limite effets
report-over-own-none = Aucun compte ne dépasse ses propres limites.
report-over-own-companies = Soldes et effets concernent toutes les sociétés et ne sont montrés qu'à ceux qui peuvent toutes les voir.
report-balance-and-bills = Solde et effets
report-over = Dépassement
report-co-insured = Clients co-assurés
report-about-co-insured = Clients co-assurés avec les clients sous lesquels ils sont assurés
report-co-insured-none = Personne n'est co-assuré.
report-deadlines = Dates limites
report-about-deadlines = Ce qui est à faire envers l'assureur, jusqu'à quand, et les montants en jeu
report-deadlines-none = Rien n'est dû ces jours-là.
report-projected = Projeté

## Soldes et chiffre d'affaires

report-balances-and-turnover = Soldes et chiffre d'affaires
report-about-balances-and-turnover = Soldes et chiffre d'affaires des acheteurs assurés sur deux périodes, et pourquoi ils diffèrent de la déclaration
report-balances-none = Il n'y a ni solde ni chiffre d'affaires à montrer.
report-turnover-of = Chiffre d'affaires hors TVA { $period }
report-balance = Solde
report-by-account = Acheteurs principaux et clients co-assurés un par un
report-reconciliation = Des livres à la déclaration
report-booked = Dans les livres
report-booked-balance = Solde dans les livres
report-booked-turnover = Chiffre d'affaires dans les livres, acheteurs dénommés depuis le { $named }, acheteurs non dénommés depuis le { $unnamed }
report-differences = Pourquoi des acheteurs diffèrent
report-differences-none = Chaque acheteur est déclaré tel qu'il figure dans les livres.
report-not-declared = Non déclaré
report-difference-vat = TVA, qui n'est pas assurée
report-difference-blocked = suspension de garantie
report-difference-above-sum = au-delà du plafond
report-difference-floor = avoirs au-delà de ce qui est déclaré

## Dossier d'un acheteur

report-buyer-dossier = Dossier de l'acheteur
report-about-buyer-dossier = Qui est un acheteur, comment il est assuré, ce qui a été décidé, ce qu'il doit, ce qui arrive à échéance et ce qui a été enregistré
report-open-items = Postes ouverts
report-note = Note

## Relevé de compte

report-account-statement = Relevé de compte
report-about-account-statement = Une lettre à un acheteur avec les postes ouverts dans les livres
report-your-account = Votre compte chez nous
report-statement-opening = D'après nos livres, les postes ci-dessous étaient ouverts au { $date }.
report-statement-nothing = D'après nos livres, aucun poste n'était ouvert au { $date }.
report-statement-closing = Nous vous prions de les comparer à vos livres et de nous signaler toute différence sous deux semaines. Si vous avez payé entre-temps, veuillez ne pas tenir compte de ce qui est échu.
report-statement-none = Aucun poste n'est ouvert.
report-days-past-due = Jours échus

## Portefeuille

report-portfolio = Portefeuille
report-about-portfolio = Les créances en images : ce qui est assuré au fil du temps, par âge, acheteur et pays, et pourquoi le reste ne l'est pas
report-portfolio-none = Aucune créance n'est ouverte.
report-insured-share = Part assurée
report-past-due-share = Part échue
report-other-countries = Autres
report-countries-description = { $count ->
    [one] Créances dans un pays.
   *[other] Créances dans { $shown } pays, les plus grandes d'abord.
 }
