# The pages of buyers: the list, one buyer, co-insured customers.

cover-named = Dénommé
cover-unnamed = Non dénommé
cover-co-insured = Co-assuré
cover-none = Non assuré

## The list

buyers-tabs = Acheteurs et clients co-assurés
buyers-found = { $count ->
    [one] { $shown } compte
   *[other] { $shown } comptes
  }
buyers-use = Utilisation du plafond
buyers-over-limit = Au-delà du plafond
buyers-stopped = Garantie suspendue
buyers-must-be-offered = À présenter
buyers-over-credit-limit = Au-delà de l'encours autorisé interne
buyers-credit-manager = Credit manager
buyers-any = Tout
buyers-show = Afficher
buyers-reset = Réinitialiser
buyers-download = Télécharger en CSV
buyers-sum = Total en { $currency }
buyers-none-fit = Aucun acheteur ne correspond à cette recherche. Retirez un filtre, ou réinitialisez-les tous.
buyers-nothing-yet = Il n'y a pas encore d'acheteurs. Importez-les depuis la comptabilité clients :
buyers-views = Vues enregistrées
buyers-view-keep = Enregistrer cette vue
buyers-view-name = Nom de la vue
buyers-view-save = Enregistrer
buyers-view-delete = Supprimer la vue { $name }

## One buyer

why = Pourquoi ?
buyer-identity = Identité
buyer-cover = Garantie
buyer-cover-ahead = À partir du { $date }
buyer-prospect = Prospect sans compte
buyer-legal-entity = Entité juridique
buyer-dependent-branch = Succursale juridiquement dépendante
buyer-category = Catégorie
buyer-vat-id = Numéro de TVA intracommunautaire
buyer-register-no = Numéro d'immatriculation
buyer-lei = Identifiant d'entité juridique (LEI)
buyer-payment-terms = Conditions de paiement
buyer-credit-limit = Encours autorisé interne
buyer-bill-limit = Limite effets
buyer-bill-liability = Encours effets
buyer-limit-check = Les commandes sont comparées à
buyer-payer = Payeur
buyer-information-date = Date de renseignement
buyer-information-source = Source du renseignement
buyer-risk-factors = Facteurs de risque
buyer-risk-number = Numéro de risque
buyer-recommended-limit = Limite recommandée
buyer-recommended-from = Recommandée à partir du
buyer-not-insured-reason = Motif de non-assurance
buyer-insurance-no = Numéro de l'assurance
buyer-user-status = Statut paramétrable
buyer-left-policy = Postes encore ouverts sous { $policy }
buyer-stopped = Garantie suspendue : les créances postérieures au { $date } ne sont pas garanties.
buyer-offer-due = Cet acheteur doit être présenté à l'assureur : il a atteint le seuil de dénomination.
buyer-new-limit = Demande ou avis d'agrément
buyer-new-cover = Modifier la garantie
buyer-new-evidence = Ajouter un justificatif
buyer-new-event = Enregistrer un événement
buyer-edit = Modifier les données de base
buyer-no-decisions = Aucun avis d'agrément n'est enregistré. Demandez un agrément, ou saisissez ce que l'assureur a décidé.
buyer-conditions-met = (remplies)
buyer-evidence = Justificatifs
buyer-no-evidence = Aucun justificatif n'est enregistré.
buyer-item-covered = { $share } assuré
buyer-all-items = { $count ->
    [one] Le seul poste
   *[other] Les { $shown } postes
  }
buyer-all-deadlines = { $count ->
    [one] La seule date limite
   *[other] Les { $shown } dates limites
  }
buyer-no-items = Aucun poste n'est ouvert.
buyer-no-deadlines = Aucune obligation dans les trois prochains mois.
buyer-notes = Notes
buyer-note = Nouvelle note
buyer-note-add = Ajouter la note
buyer-no-notes = Il n'y a pas de notes.
buyer-history = Historique des modifications
buyer-no-history = Rien n'est enregistré.
buyer-history-more = Les modifications plus anciennes sont dans le journal d'audit.

category-company = Entreprise
category-public = Organisme public
category-private = Particulier
category-affiliate = Entreprise liée
check-credit-limit = Encours autorisé interne
check-insured-sum = Plafond
check-lower = Le plus bas de l'encours autorisé interne et du plafond
trail-buyers = Données de base
trail-covers = Garantie
trail-limits = Agrément
trail-evidence = Justificatif
trail-events = Événement


evidence-agency-report = Rapport d'agence
evidence-bank-reference = Renseignement bancaire
evidence-payment-experience = Expérience de paiement
evidence-positive = Positif
evidence-negative = Négatif
evidence-source = Source

event-what = Événement
event-insolvency = Insolvabilité
event-notice = Déclaration à l'assureur
event-collection = Remise au recouvrement
event-protest = Protêt d'un effet
event-claim = Demande d'indemnisation déposée
event-dispute = Litige
event-dispute-end = Fin du litige
event-reinstatement = Remise en vigueur de la garantie

## Forms

buyer-new = Nouvel acheteur
check-none = Rien
entry-account-hint = Le numéro d'adresse, ou @ suivi de l'entité juridique d'un prospect.
entry-dependent-hint = Seules les succursales juridiquement dépendantes peuvent être co-assurées.
entry-valid-from-hint = Vide : à partir du lendemain du dernier traitement définitif, ou depuis toujours.
entry-category-hint = Pour l'expérience de paiement.
entry-valid-until-hint = Vide : la durée prévue par la police.
entry-cover-from-hint = Avec le même premier jour, vous corrigez cette garantie ; avec un jour plus tardif, vous en commencez une autre.
entry-beside = Ce qui est enregistré maintenant, et votre saisie
entry-now = Maintenant
entry-typed = Votre saisie
entry-no-difference = L'enregistrement correspond exactement à votre saisie.
entry-on = Continuer

## Why a buyer has its sum, its room and its stop of cover

sum-no-cover = L'acheteur n'est pas garanti par la police { $policy } actuellement ; son plafond est donc de 0.
sum-declined = La garantie a été refusée à partir du { $date } ; le plafond est donc de 0.
sum-no-decision = Aucun avis d'agrément n'est en vigueur ; le plafond est donc de 0.
sum-decision = { $valid_until ->
    [none] L'avis d'agrément du { $valid_from } accorde { $amount } { $currency }.
   *[other] L'avis d'agrément du { $valid_from } accorde { $amount } { $currency } jusqu'au { $valid_until }.
  }
sum-top-up = { $valid_until ->
    [none] Un complément d'assurance ajoute { $amount } { $currency } depuis le { $valid_from }.
   *[other] Un complément d'assurance ajoute { $amount } { $currency } du { $valid_from } au { $valid_until }.
  }
sum-agency-report = Le rapport d'agence du { $date } ouvre { $amount } { $currency } jusqu'au { $valid_until }.
sum-bank-reference = Le renseignement bancaire du { $date } ouvre { $amount } { $currency } jusqu'au { $valid_until }.
sum-payment-experience = L'expérience de paiement de la catégorie { $category } ouvre { $amount } { $currency }.
sum-no-evidence = Aucun justificatif n'ouvre de plafond actuellement.
sum-recommended = La limite recommandée de { $amount } { $currency } borne le plafond depuis le { $date }.
room-left = Disponible { $room } { $currency } : plafond { $insured_sum } moins { $insured } assurés.
room-with-credits = Disponible { $room } { $currency } : plafond { $insured_sum } moins { $insured } assurés, plus { $credits } libérés par des avoirs.
stop-by-items = { $count ->
    [one] Ce poste a dépassé sa date le { $date } et suspend la garantie jusqu'à son règlement : { $items }.
   *[other] { $count } postes ont dépassé leur date le { $date } et suspendent la garantie jusqu'à leur règlement, dont { $items }.
  }
stop-by-event = { $event ->
    [insolvency] L'insolvabilité du { $date } suspend la garantie.
    [collection] La remise au recouvrement du { $date } suspend la garantie.
   *[claim] La demande d'indemnisation du { $date } suspend la garantie.
  }
stop-by-withdrawal = La garantie a été retirée le { $date }.

## Co-insured customers

co-insured-title = Clients co-assurés
co-insured-what = Clients sans plafond propre. Leurs postes comptent dans le plafond du client sous lequel ils sont assurés.
co-insured-none = Personne n'est co-assuré. Ajoutez une succursale juridiquement dépendante d'un client assuré.
co-insured-add = Ajouter un client co-assuré
co-insured-add-here = En ajouter un autre ici
co-insured-end = Mettre fin à la co-assurance
co-insured-end-short = Fin
co-insured-under = Co-assuré sous { $account }
co-insured-policy = Numéro de police interne
co-insured-heading = Sous quelle police
co-insured-main = Client assuré
co-insured-one = Client co-assuré
co-insured-only-branches = Seules les succursales juridiquement dépendantes d'un client assuré peuvent être co-assurées. Un établissement juridiquement indépendant a besoin de son propre plafond.
co-insured-credit-limit-hint = Tout le crédit accordé au client, au plus ; il ne dépend pas de l'assurance.
co-insured-information-hint = Date du dernier renseignement obtenu sur le client.
co-insured-from-hint = Vide : à partir d'aujourd'hui.
co-insured-last-day = Dernier jour

## Search

search-nothing = Rien ne commence par « { $text } » ni ne le contient. Les acheteurs se trouvent par leur nom et leurs numéros, les postes par le début de leur numéro de pièce.
