# The pages of settings and audit: users, roles, tokens, languages, the trail.

## Settings

settings-parts = Parties des paramètres
settings-own = Les vôtres
settings-tokens = Jetons
settings-users = Utilisateurs
settings-house = Entreprise
settings-webhooks = Webhooks
settings-save = Enregistrer
settings-now = État actuel
settings-you = Vous
settings-display-name = Nom
settings-language = Langue
settings-language-browser = Celle que demande le navigateur
settings-language-start = Celle du démarrage du serveur
settings-language-en = English
settings-language-de = Deutsch
settings-language-fr = Français
settings-language-sv = Svenska
settings-roles = Rôles
settings-all-companies = toutes
settings-password = Mot de passe
settings-password-present = Mot de passe actuel
settings-password-new = Nouveau mot de passe
settings-password-do = Changer le mot de passe
settings-password-what = Vous serez déconnecté partout ailleurs.
settings-password-elsewhere = Vous vous connectez avec le compte de l'entreprise ; obligo ne conserve pas de mot de passe pour vous.
password-link-title = Définir votre mot de passe
password-link-whose = C'est le mot de passe de { $user } ; le lien fonctionne une seule fois.
password-link-do = Définir le mot de passe et se connecter

## Roles

settings-roles-hint = Plusieurs rôles s'additionnent.
settings-role-viewer = Lecteur
settings-role-clerk = Gestionnaire
settings-role-manager = Responsable
settings-role-runner = Déclarant
settings-role-auditor = Auditeur
settings-role-administrator = Administrateur
settings-role-why-viewer = lit tout ce qui concerne ses sociétés
settings-role-why-clerk = importe, enregistre événements et justificatifs, modifie les postes, demande des agréments
settings-role-why-manager = comme un gestionnaire, et saisit avis d'agrément, garanties et polices
settings-role-why-runner = rend les traitements définitifs, les annule, clôture le jour
settings-role-why-auditor = lit et contrôle le journal d'audit
settings-role-why-administrator = utilisateurs, paramètres, webhooks, sauvegarde et journal d'audit

## Tokens

settings-tokens-why = Avec un jeton, un programme agit pour vous par l'API, dans la limite de vos rôles et de vos sociétés.
settings-tokens-none = Il n'y a pas de jeton.
settings-token-new = Nouveau jeton
settings-token-do = Créer le jeton
settings-token-once = Ce jeton n'est affiché que maintenant ; conservez-le là où le programme le trouve.
settings-token-name = À quoi il sert
settings-token-made = Créé
settings-token-ends = Expire
settings-token-used = Dernière utilisation
settings-token-days = Validité en jours
settings-token-days-hint = De 1 à 366
settings-token-revoke = Révoquer
settings-token-revoke-one = Révoquer { $name }
settings-token-revoked = révoqué
settings-token-expired = expiré
settings-token-companies-hint = Celles que vous voyez.
settings-scopes = Ce qu'il peut faire
settings-scopes-hint = La lecture est comprise dans chaque droit.
settings-scope-read = lire
settings-scope-write = enregistrer et décider
settings-scope-run = rendre des traitements définitifs
settings-scope-admin = audit et administration
settings-scope-calendar = agenda des obligations

## Users

settings-user-new = Nouvel utilisateur
settings-user-do = Créer l'utilisateur
settings-user-name-hint = Lettres, chiffres et . _ - @ + ; il ne change plus ensuite.
settings-user-link-what = Vous recevez un lien à transmettre ; l'utilisateur y définit son mot de passe, une seule fois, dans les 24 heures.
settings-user-link = Mot de passe
settings-user-link-why = Un nouveau lien permet à l'utilisateur de définir un mot de passe une seule fois, dans les 24 heures ; les liens précédents ne fonctionnent plus.
settings-user-link-do = Créer un lien
settings-user-link-once = Ce lien n'est affiché que maintenant ; transmettez-le à l'utilisateur.
settings-user-active = peut se connecter
settings-user-no-password = pas encore de mot de passe
settings-user-disabled = désactivé
settings-user-disable = Désactivé
settings-user-disable-hint = Un utilisateur désactivé ne peut pas se connecter, et ses jetons ne fonctionnent plus.
settings-user-external = Les rôles de cet utilisateur viennent du compte de l'entreprise et sont repris à chaque connexion.
settings-companies-all = Toutes les sociétés
settings-companies-these = Seulement ces sociétés

## House

settings-four-eyes = Quatre yeux
settings-four-eyes-what = Ce qui est coché est proposé par une personne et fait quand une autre l'approuve.
settings-four-eyes-final = Traitements définitifs
settings-four-eyes-reversal = Annulations
settings-four-eyes-edit = Modifications de postes à la main
settings-four-eyes-accepted-excess = Acceptations d'un dépassement non assuré
settings-house-language = Langue avant la connexion
settings-house-language-hint = Quand le navigateur ne demande aucune de nos langues ; à partir du prochain démarrage.
settings-address = Adresse publique
settings-address-hint = Par exemple https://obligo.example.com ; à partir du prochain démarrage.
settings-provider = Comptes de l'entreprise (OpenID Connect)
settings-provider-what = Avec un émetteur, on peut se connecter par votre fournisseur d'identité ; sans émetteur, seulement par mot de passe.
settings-issuer = Émetteur
settings-issuer-hint = Adresse du fournisseur d'identité, en https.
settings-client-id = Identifiant de client
settings-client-id-hint = Le nom sous lequel le fournisseur connaît obligo.
settings-client-secret = Secret du client
settings-client-secret-hint = L'endroit où il se trouve, par exemple env:OBLIGO_OIDC_SECRET ; jamais le secret lui-même.
settings-groups-claim = Attribut (claim) des groupes
settings-groups-claim-hint = En général groups.
settings-groups = Rôles par groupe
settings-groups-hint = Un par ligne : groupe = rôle. Les rôles sont viewer, clerk, manager, runner, auditor et administrator.
settings-backup = Sauvegarde
settings-backup-what = Une copie vérifiée de toute la base, faite pendant que d'autres travaillent ; « obligo restore » la remet en place.
settings-backup-do = Télécharger une sauvegarde

## Webhooks

settings-webhooks-why = Un webhook annonce les nouveautés à un autre programme, par un message signé, jusqu'à ce que celui-ci réponde.
settings-webhooks-none = Il n'y a pas de webhook.
settings-webhook-new = Nouveau webhook
settings-webhook-do = Créer le webhook
settings-webhook-once = Ce secret n'est affiché que maintenant ; il permet au destinataire de vérifier la signature.
settings-webhook-url = Adresse
settings-webhook-url-hint = Par exemple https://receiver.example.com/obligo.
settings-webhook-on = actif
settings-webhook-off = désactivé
settings-webhook-disable = Désactivé
settings-webhook-test = Envoyer un test
settings-webhook-secret = Créer un nouveau secret
settings-events = Ce qui est annoncé
settings-event-limit-exceeded = plafond dépassé
settings-event-deadline-near = date limite proche
settings-event-stop-of-cover = garantie suspendue
settings-event-run-final = traitement définitif
settings-event-test = test
settings-deliveries = Derniers envois
settings-deliveries-none = Rien n'a encore été envoyé.
settings-delivery-made = Créé
settings-delivery-attempts = Tentatives
settings-delivery-answer = Dernière réponse
settings-delivery-waiting = en attente
settings-delivery-delivered = remis
settings-delivery-failed = abandonné

## Approvals

proposals-open = Ouvertes
proposals-none = Rien n'a encore été proposé.
proposals-none-open = Rien n'attend une deuxième personne.
proposals-number = N°
proposals-heading = Proposition { $number }
proposals-by = Proposé par
proposals-reason = Motif
proposals-course = Déroulement
proposals-decided-by = Décidé par
proposals-decision = Décision
proposals-decision-reason = Motif de la décision
proposals-reason-hint = Un refus exige un motif.
proposals-approve = Approuver et exécuter
proposals-refuse = Refuser
proposals-withdraw = Retirer
proposals-own = C'est votre propre proposition : une autre personne en décide, et vous pouvez la retirer.
proposals-not-yours = Vos rôles ne vous permettent pas d'en décider.
proposals-working = L'approbation est en cours d'exécution
proposals-action-run-final = Traitement définitif
proposals-action-run-reversal = Annulation
proposals-action-item-edit = Modification d'un poste
proposals-action-excess-accept = Acceptation d'un dépassement non assuré
proposals-state-open = ouverte
proposals-state-approved = approuvée
proposals-state-refused = refusée
proposals-state-withdrawn = retirée

## Audit

audit-entry = Entrée
audit-heading = Entrée { $entry }
audit-action = Action
audit-what = Motif ou contenu
audit-reason = Motif
audit-key = Clé de l'expéditeur
audit-input = SHA-256 de l'entrée reçue
audit-previous = Empreinte de l'entrée précédente
audit-hash = Empreinte
audit-payload = Ce qui a été modifié
audit-result = La réponse donnée
audit-none = Aucune entrée ne correspond.
audit-older = Entrées plus anciennes
audit-newest = Entrées les plus récentes
audit-check = Contrôler la chaîne
audit-export = Exporter (lignes JSON)
audit-findings = Ce qui diffère
