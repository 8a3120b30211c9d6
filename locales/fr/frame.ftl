# The frame of the pages: navigation, sign-in, forms, tables, and what every page shares.

nav-today = Aujourd'hui
nav-buyers = Acheteurs
nav-items = Postes
nav-limits = Agréments
nav-deadlines = Dates limites
nav-runs = Traitements
nav-reports = États
nav-import = Importation
nav-policies = Polices
nav-insurers = Assureurs
nav-companies = Sociétés
nav-proposals = Approbations
nav-audit = Journal d'audit
nav-settings = Paramètres

frame-skip = Aller au contenu
frame-search = Rechercher
frame-search-hint = Acheteur, poste, police…
frame-theme = Clair ou sombre
frame-sign-out = Se déconnecter
frame-navigation = Navigation principale
frame-problem = Cela n'a pas fonctionné
frame-back = Retour à l'accueil
frame-computing = Les nouvelles données sont en cours de traitement ; les chiffres arrivent dans un instant.

pager-label = Pages
pager-place = { $from }–{ $to } sur { $total }
pager-back = Précédent
pager-on = Suivant

done-saved = Enregistré.
done-sent = L'envoi est fait.
done-imported = Importé.
done-run-final = Le traitement est définitif.
done-reversed = Le traitement est annulé.
done-proposed = Proposé ; une deuxième personne doit approuver.
done-deleted = Supprimé.
done-approved = Approuvé et fait.
done-refused = Refusé.
done-withdrawn = Retiré.
done-signed-out = Vous êtes déconnecté.

## Sign-in and first start

sign-in-title = Connexion
sign-in-name = Nom d'utilisateur
sign-in-password = Mot de passe
sign-in-do = Se connecter
sign-in-provider = Se connecter avec le compte de l'entreprise
first-title = Créer le compte administrateur
first-why = Personne ne peut encore se connecter à cette base. La première personne qui ouvre ce lien crée le compte administrateur ; ensuite, le lien ne fonctionne plus.
first-password-hint = Au moins 12 caractères ; une phrase se retient facilement.
first-do = Créer le compte administrateur

## Kinds of runs

run-declare = Déclaration périodique
run-notify = Déclaration d'impayés


filter-all = Tout
filter-apply = Afficher
filter-search = Rechercher

## Long work

job-working = Cela prend un moment. La page s'actualise toute seule ; vous pouvez en consulter d'autres en attendant.
job-started = Lancé le { $date }
