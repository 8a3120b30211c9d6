# What the program says besides problems and reasons. `{ $count }` chooses between one and several, `{ $shown }` is the same number to read.

## Problems around their text

error = erreur
warning = avertissement
remedy = remède
place-column = colonne « { $column } »
place-key = { $column }
place-value = , « { $value } » :{" "}
place-value-alone = « { $value } » :{" "}
problems-all = { $total } problèmes.
problems-some = { $shown } problèmes affichés sur { $total } ; --max-errors en affiche davantage.
warnings-some = { $shown } avertissements affichés sur { $total } ; --max-errors en affiche davantage.

yes = oui
no = non
change = { $name } : { $before } → { $after }

## Headings of columns

col-account = Compte
col-account-type = Type de compte
col-actor = Par
col-amount = Montant
col-bills = Effets
col-blocks-new = Suspend garantie
col-branch = Succursale
col-changed = Modifiés
col-changes = Postes modifiés
col-collection-date = Recouvrement
col-company = Société
col-conditions = Conditions
col-count = Postes
col-country = Pays
col-cover = Garantie
col-credit-limit-exceeded = Encours interne
col-credits = Avoirs
col-currency = Devise
col-date = Date
col-days-left = Jours
col-deadline = Date limite
col-declared = Déclaré
col-declined-on = Refusée le
col-document-date = Date de pièce
col-document-no = Pièce
col-exclusion-date = Exclusion
col-file = Fichier
col-filing-date = Demande indemnité
col-insurable-open = Ouvert assurable
col-insured = Assuré
col-insured-percent = %
col-insured-sum = Plafond
col-item = Poste
col-key-date = Date d'arrêté
col-kind = Type
col-max-term-date = Crédit jusqu'au
col-max-term-months = Durée (mois)
col-co-insured-under = Co-assuré sous
col-must-be-offered = À présenter
col-name = Nom
col-net-due-date = Échéance
col-new = Nouveaux
col-non-payment-report-date = Non-paiement
col-open = Ouvert
col-overdue-date = Impayé
col-external-number = N° de police
col-procedure = Procédure
col-versions = Versions
col-notified = Impayés
col-uninsured = Non assuré
col-what = Objet
col-why = Motif
col-extended-due-date = Prorogé au
col-projected = Base
col-rate = Cours
col-policy = Police
col-receivables = Créances
col-recorded-at = Enregistré
col-records = Lignes
col-reference = Référence
col-reporting-status = Déclaration
col-requested-amount = Demandé
col-requested-on = Le
col-response = Réponse
col-reversed = État
col-reversed-reason = Motif de l'annulation
col-room = Disponible
col-run = Traitement
col-same = Déjà connus
col-sha256 = SHA-256
col-state = État
col-status = Statut
col-status-after = Déclaration
col-status-before = Avant
col-time-premium-base = Base de la prime de temps
col-turnover = Chiffre d'affaires
col-uncovered-from = Suspendue depuis
col-base-period-end = Période de base
col-follow-up = Suivi
col-follow-up-on = Suivi le
col-receivable-start = Début de la créance
col-reported-on = Déclaré le
col-used = Utilisé
col-valid-from = À partir du
col-valid-until = Jusqu'au
col-waiting-end = Carence jusqu'au
col-user = Utilisateur
col-roles = Rôles
col-companies = Sociétés
col-language = Langue
col-token = N°
col-scopes = Droits
col-expires-at = Expire
col-last-used-at = Dernière utilisation
col-buyers = Acheteurs

flag-blocks-new = oui
flag-credit-limit-exceeded = dépassé
flag-must-be-offered = à faire
flag-projected = projection
flag-reversed = annulé

columns-left-out = Faute de place, sans : { $columns }. Un terminal plus large ou --json les montre.
rows-not-shown = … et { $shown } { $count ->
    [one] autre ligne
   *[other] autres lignes
  }. Les filtres réduisent la liste ; --json l'affiche en entier.

## Insurance status of items

status-unexamined = non examiné
status-K = assurable
status-M = décision manuelle
status-C = débit après retrait
status-D = crédit après retrait
status-I = plafond nul
status-Z = délai trop long
status-S = conditions sûres
status-E = exclu par la police
status-O = antérieur à la garantie

## States of limit decisions

limit-state-draft = brouillon
limit-state-requested = demandé
limit-state-preliminary = provisoire
limit-state-under-investigation = à l'étude
limit-state-conditional = sous condition
limit-state-closed = clos
limit-state-superseded = remplacé
limit-state-approved = accordé
limit-state-partly-approved = accordé en partie
limit-state-in-force = en vigueur
limit-state-reduced = réduit
limit-state-increased = augmenté
limit-state-refused = refusé
limit-state-withdrawn = retiré
limit-state-expired = expiré

## Points in time

as-of = au { $date }
known-at = connu au { $date }
from-to = du { $from } au { $to }
key-date = date d'arrêté { $date }

## Runs

declare-title-named = Déclaration des acheteurs dénommés, { $policy }
declare-title-unnamed = Déclaration des acheteurs non dénommés, { $policy }
notify-title = Déclaration d'impayés, { $policy }
run-final = Traitement DÉFINITIF { $run }
run-preview = SIMULATION
procedure-balance = encours
procedure-turnover = chiffre d'affaires depuis le { $from }
notify-scope = périmètre { $scope ->
    [all] complet
    [overdue] des impayés
    [default] de la carence de paiement
   *[other] { $scope }
  }
declare-nothing = Il n'y a rien à déclarer.
declare-silent = … et { $shown } { $count ->
    [one] autre acheteur
   *[other] autres acheteurs
  } sans rien à déclarer.
declare-total = Déclaré : { $declared } { $currency }  (marché intérieur { $domestic }, étranger { $abroad })
declare-countries = Par pays : { $countries }
notify-nothing = Il n'y a rien à déclarer : tous les délais échus ont déjà été déclarés.
notify-total = À déclarer : { $count ->
    [one] { $count } poste
   *[other] { $count } postes
  }, ouvert { $open } { $currency }, assuré { $insured }, montant { $amount } ; avoirs { $credits }
run-hash = SHA-256 { $hash }…  « obligo runs show » l'affiche à nouveau.
preview-hash = SHA-256 { $hash }…  Rien n'a été écrit ; --final rend le traitement définitif.
runs-title = Traitements définitifs
runs-count = { $shown } { $count ->
    [one] traitement
   *[other] traitements
  }
runs-nothing = Il n'y a pas encore de traitement définitif. Faites une simulation avec « obligo declare --policy P --key-date D --buyers named », puis ajoutez --final.
run-is-reversed = Ce traitement a été annulé par la suite.
run-reversed = Le traitement { $run } est annulé ; { $count ->
    [one] { $count } poste est
   *[other] { $count } postes sont
  } comme avant.

## Lists

items-title = Postes ouverts
items-title-all = Postes, soldés compris
items-projected = PROJECTION : ce qu'en ferait la prochaine déclaration
items-count = { $shown } { $count ->
    [one] poste
   *[other] postes
  }
of-buyers = de { $shown } { $count ->
    [one] acheteur
   *[other] acheteurs
  }
items-insured = { $currency } : assuré { $insured } sur { $open } ({ $percent }) ; non assuré { $uninsured }
items-nothing = Aucun poste ouvert au { $date } ne correspond. Importez des postes avec « obligo import items FILE.csv », ou affichez aussi les postes soldés avec --all.
explain-buyer = Plafond et disponible de l'acheteur { $account }
explain-why = Motifs
explain-would-change = Ce qui y changerait quelque chose
explain-history = Historique
explain-history-more = … { $shown } { $count ->
    [one] modification antérieure
   *[other] modifications antérieures
  } ; --json les montre toutes.
explain-entry = { $run ->
    [none] { $date } { $action } par { $actor }
   *[other] { $date } { $action } par { $actor }, traitement { $run }
  }
buyers-title = Acheteurs
buyers-count = { $shown } { $count ->
    [one] compte
   *[other] comptes
  }
buyers-nothing = Aucun acheteur ne correspond. Importez des acheteurs avec « obligo import buyers FILE.csv », ou affichez aussi ceux sans garantie ni poste avec --all.
buyers-total = { $policy } : assuré { $insured } sur { $open } { $currency } ouverts ; plafonds { $insured_sum }, disponible { $room }
buyers-offers = { $count ->
    [one] { $shown } acheteur doit être présenté
   *[other] { $shown } acheteurs doivent être présentés
  } à l'assureur.
day-close-missing = Des effets sont arrivés à échéance sans qu'une clôture journalière les ait marqués : lancez « obligo close-day --date { $date } ».
limits-title = Avis d'agrément
limits-count = { $shown } { $count ->
    [one] avis
   *[other] avis
  }
limits-nothing = Aucun avis d'agrément ne vaut à cette date. Importez des avis avec « obligo import limits FILE.csv », ou affichez les autres avec --all.
deadlines-title = Dates limites
deadlines-count = { $shown } { $count ->
    [one] date limite
   *[other] dates limites
  }
deadlines-nothing = Aucune date limite ces jours-ci. --days ou --to regardent plus loin.

## Demo

demo-title = Les créances d'un groupe imaginaire, assurées mois après mois
demo-policy = Police { $policy }
demo-uninsured = Ce qui n'est pas assuré à la fin, et pourquoi
demo-buyer = L'histoire de { $account }, { $name }
demo-due = { $shown } { $count ->
    [one] obligation arrive
   *[other] obligations arrivent
  } à échéance dans les 30 jours qui suivent.
demo-look = Pour aller plus loin
demo-files = Rempli à partir des fichiers du dossier { $folder }
short-insured-not-declared = aucune déclaration ne l'a encore examiné
short-insured-border = le plafond ne suffit qu'à une partie du poste
short-insured-no-room = des postes plus anciens épuisent le plafond
short-insured-blocked = garantie suspendue pour les nouvelles livraisons
short-insured-sum-zero = le plafond est nul
short-insured-by-hand = fixé à la main
short-insured-inherited = repris du poste d'origine

## Changes

import-done = Importé dans { $store }.
import-dry-run = Tout est en ordre. Rien n'a été écrit : c'était un essai à blanc.
import-same = Tout était déjà connu ; rien n'a été modifié.
col-line = Ligne
import-on-account = { $count ->
        [one] Un paiement n'est pas entièrement affecté et reste ouvert.
       *[other] { $count } paiements ne sont pas entièrement affectés et restent ouverts.
    }
import-unmatched = { $count ->
        [one] Une ligne n'a pas pu être affectée et est laissée de côté.
       *[other] { $count } lignes n'ont pas pu être affectées et sont laissées de côté.
    }
import-unmatched-more = Il y en a d'autres : --unmatched FICHIER.csv les écrit toutes.
unmatched-no-debtor = n'indique aucun acheteur connu
unmatched-opening-balance = à-nouveau sans pièces
unmatched-no-document = n'indique aucune pièce ouverte
unmatched-several-documents = plusieurs pièces conviennent
unmatched-other-amount = un autre montant est ouvert
unmatched-not-booked = non comptabilisé ou annulé
unmatched-not-ours = non émis par nous
unmatched-cancelled = annulé
unmatched-no-total = sans total
policies-title = Polices
policies-nothing = Il n'y a pas encore de police. Enregistrez-en une avec « obligo policy put FILE.toml ».
check-difference = { $key } : attendu { $expected }, trouvé { $found }
check-all = { $count ->
    [one] Le seul cas donne le résultat voulu par la police.
   *[other] Les { $shown } cas donnent le résultat voulu par la police.
  }
check-nothing = Il n'y a pas de cas d'exemple : ajoutez-en sous [[example]] dans le fichier de police.
edit-done = { $item } est modifié.
edit-unchanged = { $item } est resté tel quel.
event-known = Déjà connu : { $kind } du { $date }, pour { $subject }.
event-fixed = L'événement fixe des dates de { $shown } { $count ->
    [one] poste
   *[other] postes
  }.
event-done = Enregistré : { $kind } du { $date }, pour { $subject }.
close-day-liability = Encours effets restant : { $amounts }.
close-day-done = Le { $date } est clôturé ; { $count ->
    [one] { $shown } effet est arrivé
   *[other] { $shown } effets sont arrivés
  } à échéance.
dry-run = C'était un essai à blanc : rien n'a été écrit.

## Upkeep

backup-done = Copié vers { $to }, vérifié : { $entries }.
restore-done = Restauré vers { $to }, vérifié : { $entries }.
entries-count = { $shown } { $count ->
    [one] entrée
   *[other] entrées
  } du journal d'audit
last-hash = Empreinte de la dernière entrée du journal d'audit : { $hash }
verify-done = Tout est tel que cela a été enregistré.
verify-entries = Entrées du journal d'audit : { $shown }
verify-runs = Traitements définitifs : { $shown }
verify-items = Postes : { $shown }
verify-changes = Modifications de postes : { $shown }
finding = { $what } à { $where } : { $says }
finding-chain = le contrôle de { $detail } échoue
finding-change-item = une modification d'un poste qui n'existe plus
finding-change-state = l'état avant une modification du poste est illisible
finding-dates = { $detail } précède la date d'impayé
finding-hand-changes = les modifications ne sont pas celles d'une entrée du journal d'audit
finding-insured-below-zero = le montant assuré est négatif : { $detail }
finding-insured-not-insurable = un montant est assuré alors que le poste n'est pas assurable : { $detail }
finding-item-sign = le signe ne convient pas au type : { $detail }
finding-item-state = les données d'assurance ne sont pas celles que la dernière modification a laissées
finding-run-entry = son entrée du journal d'audit ne porte pas cette empreinte
finding-run-hash = paramètres, lignes, totaux ou modifications ne sont pas ceux qui ont été figés
finding-run-missing = une entrée du journal d'audit cite un traitement qui n'existe plus
finding-run-reversal = son annulation n'est pas celle que le journal d'audit a enregistrée
finding-settled = il a été réglé plus que le montant du poste : { $detail }

## Under way

working-demo = Traitement des mois
working-import = Importation
working-declare = Préparation de la déclaration
working-notify = Recherche des délais échus
working-report = L'état est en préparation
working-items = Lecture des postes
working-buyers = Lecture des acheteurs
working-deadlines = Lecture des dates limites
working-backup = Copie
working-restore = Restauration
working-verify = Vérification

## Totals sheet and break-down

break-down-title = Ventilation de la déclaration pour { $policy }
break-down-internal = À usage interne uniquement : les minimums et les plafonds s'appliquent à l'acheteur entier ; la somme des parties peut donc différer du montant déclaré.
sheet-domestic = Marché intérieur
sheet-abroad = Étranger
sheet-all = Total
col-part = Acheteurs
col-main-account = Acheteur principal

## Serving

serve-at = { $store } est disponible à l'adresse { $address }
serve-first = Personne ne peut encore se connecter. Ce lien crée le compte administrateur ; il fonctionne une seule fois, pendant 24 heures : { $link }
serve-stop = Ctrl-C pour arrêter.
demo-serve = À voir dans un navigateur : { $address } – utilisateur { $user }, mot de passe { $password }
demo-serve-day = On y est le { $date }, le jour où l'histoire s'arrête.

## Users and tokens on the command line

users-nobody = Personne ne peut encore se connecter. « obligo users add » crée un utilisateur.
users-added = L'utilisateur { $user } est créé.
users-link = Avec ce lien, { $user } définit son mot de passe, une seule fois, dans les 24 heures : { $link }
token-made = Le jeton { $token } vaut jusqu'au { $until }. Il n'est affiché que maintenant :
token-gone = Le jeton { $token } ne fonctionne plus.
