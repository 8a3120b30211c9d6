# Les états : ce qui sort de la maison, en documents et en fichiers.

report-title = États
report-none-yet = Aucun état ne vous est ouvert.
report-show = Afficher
report-parameters = Ce qu'il montre
report-language = Langue de l'état
report-files = Fichiers
report-open = Ouvrir en { $format }
report-rows-more = { $shown ->
    [one] Une autre ligne se trouve dans les fichiers.
   *[other] { $shown } autres lignes se trouvent dans les fichiers.
 }
report-working = L'état est en préparation
report-for-insurer = À l'assureur
report-for-control = Suivi des agréments, des délais et des justificatifs
report-for-buyer = Sur un acheteur
report-for-management = Pour la direction

## Tout état

report-page = Page { $page } sur { $pages }
report-total = Total
report-nothing = Rien à signaler.
report-preview = SIMULATION
report-reversed = ANNULÉ
report-internal = INTERNE
report-from-run = Traitement { $run }, SHA-256 { $sha256 }
report-from-preview = Simulation, SHA-256 { $sha256 }

## Ce que demandent les états

report-field-run = Traitement définitif
report-field-policy = Police
report-field-key-date = Date d'arrêté
report-field-buyers = Acheteurs
report-field-known-at = Connu au
report-choice-named = Dénommés
report-choice-unnamed = Non dénommés

## Lettres

report-salutation = Madame, Monsieur,
report-regards = Nous vous prions d'agréer, Madame, Monsieur, l'expression de nos salutations distinguées.
report-sign-place = Lieu, date
report-sign-name = Signature
report-policy-number = Numéro de police
report-list-number = Numéro de liste
report-own-number = Notre numéro chez vous

## Déclarations

report-balance-declaration = Déclaration d'encours
report-about-balance-declaration = Ce que doit chaque acheteur à la date d'arrêté, avoirs déduits ; d'un traitement définitif ou en simulation
report-opening-balance-declaration = { $kind ->
    [named] veuillez trouver ci-dessous notre déclaration d'encours des acheteurs dénommés au { $date }, numéro de police { $policy }.
   *[other] veuillez trouver ci-dessous notre déclaration d'encours des acheteurs non dénommés au { $date }, numéro de police { $policy }.
 }
report-declaration-subtitle = { $kind ->
    [named] Acheteurs dénommés, { $date }
   *[other] Acheteurs non dénommés, { $date }
 }
report-by-country = Par pays
col-risk-number = Numéro de risque
