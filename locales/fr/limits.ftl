# The pages of limits, policies, insurers, companies and groups.

limits-enter = Saisir une demande ou un avis
limits-tab-in-force = En vigueur
limits-tab-pending = En attente
limits-tab-requests = Demandes
limits-tab-increases = Augmentations à demander
limits-tab-accepted = Dépassements acceptés
limits-tab-expiring = Bientôt expirés
limits-tab-conditions = Avec conditions
limits-tab-all = Tous, avec l'historique
limits-none = Il n'y a rien à afficher ici.
limits-top-up = complément
limits-met = remplies
limits-not-met = non remplies
limits-do = À faire
limits-ask = Demander plus
limits-decide = Décider
limits-of = Acheteur et police
limits-request = Ce qui est demandé
limits-decision = Ce que l'assureur a décidé
limits-account-hint = Numéro, nom ou compte ; s'il n'y a qu'une succursale ou qu'un type de compte, obligo les complète.
limits-empty-choice = –
limits-why = Remarque pour le journal d'audit
limits-save = Enregistrer
limits-field-account = Acheteur
limits-field-policy = Police
limits-field-currency = Devise
limits-field-requested-amount = Montant demandé
limits-field-requested-on = Demandé le
limits-field-request = Type de demande
limits-field-response = Réponse
limits-field-amount = Montant décidé
limits-field-valid-from = Valable à partir du
limits-field-valid-until = Valable jusqu'au
limits-field-decided-on = Décidé le
limits-field-reference = Référence de l'assureur
limits-field-reason = Motif
limits-field-insured-percent = Quotité garantie
limits-field-max-term-months = Durée maximale de crédit, en mois
limits-field-max-term-months-value-dated = … pour les postes à date de valeur
limits-field-max-term-months-bills = … pour les effets
limits-field-conditions = Conditions
limits-field-conditions-met = Les conditions sont remplies
limits-field-top-up = Complément d'assurance au-delà du plafond principal

limit-request-1 = Plusieurs devises
limit-request-2 = Nouvelle demande
limit-request-3 = Augmentation
limit-request-4 = Évaluation provisoire
limit-request-5 = Nouveau compte seulement
limit-request-6 = Résiliation
limit-request-7 = Réduction
limit-request-8 = Prolongation

limit-response-1 = Provisoire
limit-response-2 = Accordé
limit-response-3 = Refusé
limit-response-4 = Accordé sous condition
limit-response-5 = Accordé en partie
limit-response-6 = À l'étude
limit-response-7 = Accordé pour un nouveau compte seulement
limit-response-8 = Résilié
limit-response-9 = Réduit
limit-response-10 = Changement de nom ou d'adresse
limit-response-11 = Clos

limit-reason-1 = Informations financières non fournies
limit-reason-2 = Aucune information disponible
limit-reason-3 = Activité cessée
limit-reason-4 = Société nouvelle
limit-reason-5 = Non immatriculée
limit-reason-6 = Sans activité
limit-reason-7 = Sans commentaire
limit-reason-8 = Risque d'insolvabilité seulement
limit-reason-9 = Acceptation d'un effet
limit-reason-10 = Documents contre acceptation
limit-reason-11 = Documents contre paiement
limit-reason-12 = Informations publiques défavorables
limit-reason-13 = Capacité épuisée
limit-reason-14 = Chiffre d'affaires insuffisant
limit-reason-15 = Autre


## Policies


## Insurers and companies

master-insurer = Assureur
master-insurer-hint = Un code de trois caractères, par exemple ACR.
master-insurer-add = Ajouter un assureur
master-insurer-change = Modifier un assureur
master-insurers-none = Il n'y a pas encore d'assureur.
master-country-hint = Deux lettres, par exemple FR.
master-why = Remarque pour le journal d'audit
master-save = Enregistrer
master-group = Groupe assuré
master-group-why = Les sociétés d'un groupe assuré partagent acheteurs, garanties et plafonds ; l'une d'elles est la société maître.
master-own-number = Numéro d'assurance de la division
master-postal-address = Adresse postale
master-postal-address-hint = Les lignes sous le nom, telles qu'elles figurent sur les lettres.
master-account-types = Types de compte
master-company-add = Ajouter une société
master-company-change = Modifier une société
master-companies-none = Il n'y a pas encore de société.
master-is-master = Société maître
master-is-master-hint = Elle tient les données d'assurance-crédit de son groupe.
master-address-company = Société d'adresses
master-payment-terms = Conditions de paiement
master-secured-terms = Conditions de paiement sans risque de crédit
master-blanks-hint = S'il y en a plusieurs, séparez-les par des espaces.
