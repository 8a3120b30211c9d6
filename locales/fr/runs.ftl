# The pages of runs: preview, differences, final, reversal.

runs-start = Nouveau traitement
runs-none = Il n'y a pas encore de traitement définitif. Commencez par une simulation : elle n'écrit rien.
runs-none-fits = Aucun traitement définitif ne correspond.
runs-standing = en vigueur
runs-final = Définitif
runs-heading = Traitement { $run }
runs-lines = Lignes
runs-sheet = Récapitulatif
runs-about = Paramètres du traitement
runs-print = Version imprimable
runs-document = Lettre
runs-break-down = Ventilation
runs-period-start = Période à partir du
runs-terms = SHA-256 des conditions
runs-buyers-named = acheteurs dénommés
runs-buyers-unnamed = acheteurs non dénommés

## Asking for a run

runs-kind-named = Déclaration des acheteurs dénommés
runs-kind-unnamed = Déclaration des acheteurs non dénommés
runs-kind-notify = Déclaration d'impayés
runs-only-notify = Seulement pour les déclarations d'impayés
runs-scope = Périmètre
runs-scope-all = Tous les délais
runs-scope-overdue = Impayé et exclusion
runs-scope-default = Non-paiement, recouvrement et délai de carence
runs-exceeding = Montants excédentaires
runs-as-policy = Selon la police
runs-repeat-from = Nouvelle édition à partir du
runs-repeat-hint = Les postes déclarés à cette date ou après figurent à nouveau.
runs-known-at = Tel que connu au
runs-known-hint = Laissez vide pour ce qui est connu maintenant. Avec une date, seul compte ce qui était enregistré à ce moment-là.
runs-preview-do = Afficher la simulation
runs-preview-what = Une simulation n'écrit rien et peut se faire à toute date d'arrêté, même passée.
runs-no-policy = Il n'y a pas encore de police.

## Preview and final run

runs-working = La simulation est en cours de calcul
runs-working-final = Le traitement devient définitif
runs-failed = Le traitement n'a pas pu être fait
runs-again = Modifier la demande
runs-past-only = Cette simulation montre ce qui était connu alors ; elle ne peut pas devenir définitive.
runs-not-yours = Vos rôles permettent la simulation des traitements, non de les rendre définitifs.
runs-final-what = Le traitement reçoit un numéro et est figé tel qu'affiché ici ; ses montants assurés et ses déclarations sont enregistrés.
runs-final-do = Rendre définitif
runs-final-propose = Proposer le traitement définitif

## Differences

runs-differences = Différences
runs-differences-of = Différences du traitement { $run }
runs-compared-with = Par rapport au traitement { $run } du { $date }.
runs-differences-count = Nouveaux : { $new }, modifiés : { $changed }, disparus : { $gone }, inchangés : { $same }.
runs-difference-new = nouveau
runs-difference-changed = modifié
runs-difference-gone = disparu
runs-before = Avant
runs-after = Maintenant
runs-difference = Différence
runs-no-difference = Il n'y a pas de différence.
runs-first = Il n'y a pas de traitement définitif antérieur auquel comparer.
runs-more = Autres différences, plus petites que celles-ci : { $shown }.

## Reversal

runs-reverse = Annuler le traitement
runs-reverse-propose = Proposer l'annulation
runs-reverse-what = Ce que le traitement a enregistré est repris ; le traitement reste conservé comme annulé.
runs-reason = Motif
runs-reversed-by = Annulé par { $actor }, { $date } : { $reason }

## Day close

runs-close-day = Clôture journalière
runs-close-day-do = Clôturer le jour
runs-close-day-what = La clôture journalière marque les effets arrivés à échéance.
