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
report-annex = La liste figure en annexe.
report-sign-place = Lieu, date
report-sign-name = Signature
report-policy-number = Numéro de police
report-list-number = Numéro de liste
report-own-number = Notre numéro chez vous

## Déclarations

report-balance-declaration = Déclaration d'encours
report-about-balance-declaration = Ce que doit chaque acheteur à la date d'arrêté, avoirs déduits ; d'un traitement définitif ou en simulation
report-opening-balance-declaration = { $kind ->
    [named] Veuillez trouver ci-dessous notre déclaration d'encours des acheteurs dénommés au { $date }.
   *[other] Veuillez trouver ci-dessous notre déclaration d'encours des acheteurs non dénommés au { $date }.
 }
report-declaration-subtitle = { $kind ->
    [named] Acheteurs dénommés, { $date }
   *[other] Acheteurs non dénommés, { $date }
 }
report-by-country = Par pays
col-risk-number = Numéro de risque
report-base-premium = Liste 1 : chiffre d'affaires, prime de base
report-time-premium = Liste 2 : montants ouverts au-delà de la période de prime de base, prime de temps
report-silent = { $count ->
    [one] Un autre acheteur n'a rien à déclarer ici.
   *[other] { $shown } autres acheteurs n'ont rien à déclarer ici.
 }
report-turnover-declaration = Déclaration de chiffre d'affaires
report-about-turnover-declaration = Ce qui a été facturé dans la période et ce qui reste ouvert au-delà de la période de prime de base ; d'un traitement définitif ou en simulation
report-opening-turnover-declaration = { $kind ->
    [named] Veuillez trouver ci-dessous notre déclaration de chiffre d'affaires des acheteurs dénommés au { $date }.
   *[other] Veuillez trouver ci-dessous notre déclaration de chiffre d'affaires des acheteurs non dénommés au { $date }.
 }
report-declaration-break-down = Ventilation de la déclaration
report-about-declaration-break-down = Ce que chaque société et chaque client co-assuré apporte à une déclaration ; à usage interne
report-break-down-accounts = Par compte et société
col-co-insured = Co-assuré

## Déclaration d'impayés

report-overdue-notification = Déclaration d'impayés
report-about-overdue-notification = Les postes dont les délais sont dépassés ; d'un traitement définitif ou en simulation
report-opening-overdue-notification = Nous vous déclarons ci-dessous les créances dont les délais sont dépassés au { $date }.
report-credits-beside = Les avoirs figurent parmi les postes pour information et n'entrent dans aucun total.
report-field-scope = Quels délais
report-field-repeat-from = Reprendre à partir du
report-field-exceeding = Montants excédentaires
report-choice-yes = Oui
report-choice-no = Non
report-choice-all = Tous
report-choice-overdue = Impayés et exclusion
report-choice-default = Non-paiement, recouvrement et délai de carence

## Comparaison de traitements

report-run-comparison = Comparaison d'un traitement
report-about-run-comparison = En quoi un traitement définitif diffère du précédent : nouveau, modifié, disparu
report-run-same = Identiques dans les deux
report-run-before = Traitement précédent
report-key-date-before = Sa date d'arrêté

## Demande d'agrément

report-limit-request = Demande d'agrément
report-about-limit-request = La lettre qui demande des agréments à l'assureur : pour un acheteur, ou toutes les demandes en attente de réponse
report-opening-limit-request = { $count ->
    [one] Au titre de la police mentionnée ci-dessus, nous vous demandons l'agrément suivant.
   *[other] Au titre de la police mentionnée ci-dessus, nous vous demandons les agréments suivants.
 }
report-request-answer = Nous restons dans l'attente de votre décision.
report-requests = Agréments demandés
report-record = Enregistrer et afficher
report-record-heading = Enregistrer une demande
report-record-what = Le montant demandé et sa date sont enregistrés avec l'acheteur, puis la lettre est affichée ; sans date, elle est du jour.
report-field-amount = Montant demandé
report-field-requested-on = Demandé le
report-from-ledger = État au { $date }, écriture { $entry } du journal d'audit

indemnity-title = Indemnité estimée
indemnity-about = Si le client était perdu ce jour-là, pour ce qui est assuré aujourd'hui et comme si aucun sinistre n'avait précédé dans l'année. Les paiements, le produit des sûretés et un maximum d'indemnisation fixé en multiple de la prime ne sont pas comptés.
indemnity-no-percent = La police { $policy } n'indique pas de quotité garantie : rien ne peut être estimé.
indemnity-covered-loss = Perte garantie
indemnity-own-share = Part non garantie
indemnity-above-liability = Au-dessus du maximum d'indemnisation
indemnity-indemnity = Indemnité
