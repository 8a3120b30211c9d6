# Contrôle de crédit

nav-credit = Contrôle de crédit

credit-tab-work-list = Liste de travail

col-action = Action
col-action-date = Jusqu'au
col-actions = Actions
col-change = Évolution
col-code = Code
col-contact = Contact
col-criterion = Critère
col-follow-up-date = Date de suivi
col-items = Postes
col-limit = Limite
col-note = Note
col-overdue = Échu
col-payer = Payeur
col-promised = Promis
col-recorded-by = Enregistré par
col-remark = Remarque
col-result = Résultat
col-stop-until = Date d'arrêt

credit-no-run = Aucune sélection n'a encore été exécutée.
credit-no-run-do = Exécutez-en une pour voir qui appelle une décision.
credit-last-run = Exécution { $run }, date d'arrêté { $date }, par { $by }, { $at }.
credit-last-run-managers = Responsables crédit { $managers }.
credit-run-title = Exécuter la sélection
credit-run = Exécuter
credit-working = Sélection des payeurs en cours
credit-key-date = Date d'arrêté
credit-managers = Responsables crédit
credit-managers-hint = A..B ; les supérieurs avec leurs subordonnés. Vide : tous les payeurs
credit-begin = Ouvrir le premier
credit-to-work-on = À traiter
credit-nobody = Personne ne correspond à ce choix.
credit-order = Trié par
credit-order-payer = Payeur
credit-order-past-due = Montant échu
credit-order-credit-manager = Responsable crédit
credit-change-new = Nouveau
credit-change-worse = Aggravé
credit-change-better = Amélioré
credit-change-same = Inchangé
credit-change-cleared = Réglé
credit-change-waiting = En attente
credit-reason = { $name } : { $actual } pour { $limit }
credit-totals = Totaux de la dernière exécution

credit-way = De payeur en payeur
credit-list = Liste de travail
credit-back = Précédent
credit-next = Suivant
credit-place = { $place } sur { $total }
credit-not-listed = Pas sur cette liste
credit-cleared = Aucun critère n'a joué lors de la dernière exécution.
credit-never-selected = Aucune exécution n'a encore retenu ce payeur.
credit-waits = Hors de la liste de travail jusqu'au { $date }, selon une note ouverte.
credit-since-run = Depuis l'exécution
credit-action-on = Action sur : { $criterion }
credit-remark-on = Remarque sur : { $criterion }
credit-no-codes = La politique de crédit ne définit pas encore de codes d'action.
credit-save = Enregistrer
credit-save-next = Enregistrer et suivant
credit-outstanding = En cours
credit-orders = Commandes et livraisons
credit-oldest = Le plus ancien est échu de
credit-exposure = Imputé sur le plafond
credit-uninsured = Aucun
credit-accepted = Accepté au-delà
credit-who = Payeur
credit-address = Adresse
credit-group = Groupe de crédit
credit-limit-past-due = Limite 1, échu
credit-limit-outstanding = Limite 2, en cours
credit-limit-orders = Limite 3, avec commandes
credit-limit-days = Limite 4, jours d'échu
credit-next-deadline = Prochain délai
credit-limit-ends = Plafond valable jusqu'au
credit-days-late = Retard de paiement
credit-pays-for = Paie pour
credit-to-buyer = Tout sur cet acheteur
credit-items = Postes ouverts
credit-no-items = Rien n'est ouvert.
credit-link = Lier
credit-link-item = Lier à la note : { $item }
credit-link-hint = Cochez des postes ouverts ci-dessous pour les lier ; une fois tous réglés, la note se clôt d'elle-même.
credit-days-over = Jours d'échu
credit-follow-up-of = Date de suivi : { $item }
credit-stop-of = Date d'arrêt : { $item }
credit-save-dates = Enregistrer les dates
credit-notes = Notes
credit-no-notes = Pas encore de notes.
credit-new-note = Nouvelle note
credit-contact = Contact pris
credit-result = Résultat
credit-agreed = Action convenue
credit-until = Jusqu'au
credit-until-hint = D'ici là, le payeur n'est pas sur la liste de travail
credit-promised = Montant promis
credit-save-note = Enregistrer la note
credit-close-note = Clore
credit-promise = { $amount } promis jusqu'au { $date }
credit-until-date = Jusqu'au { $date }
credit-settled = réglé
credit-closed-by = Close par { $by }, { $at }.
credit-actions = Actions
credit-no-actions = Pas encore d'actions.
credit-when = Quand
credit-taken-back = Retirée
credit-runs = Exécutions de la sélection
credit-run-number = Exécution
credit-no-dates = Aucun poste ouvert n'a de date de suivi ni de date d'arrêt.

note-state-waiting = En attente
note-state-open = Ouverte
note-state-due = À faire aujourd'hui
note-state-passed = Date dépassée
note-state-closed = Close
note-state-settled = Réglée

criterion-blocked = Bloqué
criterion-past-due = Échu au-delà de la limite
criterion-outstanding = En cours au-delà de la limite
criterion-outstanding-and-orders = En cours et commandes au-delà de la limite
criterion-days-overdue = Jours d'échu
criterion-insurance-limit-exceeded = Limite d'assurance dépassée
criterion-insurance-limit-warning = Limite d'assurance presque atteinte
criterion-no-cover = Pas de garantie
criterion-uncovered = Garantie suspendue
criterion-deadline = Délai proche ou dépassé
criterion-limit-expiring = Avis d'agrément arrivant à échéance
criterion-payment-behaviour = Paie plus tard qu'avant
criterion-ageing = Plus d'échu qu'avant
criterion-reminders = Relances envoyées
criterion-follow-up = Date de suivi atteinte

monitor-done = Exécution { $run } de la sélection au { $date }
work-list-title = Liste de travail : exécution { $run } au { $date }
work-list-action-done = Enregistré pour { $account }.
notes-added = La note { $note } est enregistrée.
notes-closed = La note { $note } est close.
follow-up-done = Les dates de { $item } sont enregistrées.

credit-days = { $count ->
    [one] { $shown } jour
   *[other] { $shown } jours
 }
credit-more-items = { $count ->
    [one] { $shown } autre figure dans la liste des postes.
   *[other] { $shown } autres figurent dans la liste des postes.
 }
credit-ended-notes = { $count ->
    [one] { $shown } note close
   *[other] { $shown } notes closes
 }
credit-payers-new = { $count ->
    [one] { $shown } nouveau payeur
   *[other] { $shown } nouveaux payeurs
 }
credit-payers-worse = { $count ->
    [one] { $shown } aggravé
   *[other] { $shown } aggravés
 }
credit-payers-better = { $count ->
    [one] { $shown } amélioré
   *[other] { $shown } améliorés
 }
credit-payers-same = { $count ->
    [one] { $shown } inchangé
   *[other] { $shown } inchangés
 }
credit-payers-cleared = { $count ->
    [one] { $shown } réglé
   *[other] { $shown } réglés
 }
credit-payers-waiting = { $count ->
    [one] { $shown } en attente
   *[other] { $shown } en attente
 }

report-work-list = Liste de travail du contrôle de crédit
report-about-work-list = Les payeurs retenus par la dernière exécution de la sélection, pourquoi, et ce qui a été fait
report-follow-up-notes = Notes de suivi
report-about-follow-up-notes = Ce qui a été convenu avec les payeurs et jusqu'à quand, en interne ou pour le payeur
report-follow-up-notes-agreed = Voici ce dont nous sommes convenus. Merci de nous dire si vous le voyez autrement.
report-field-manager = Responsable crédit
report-field-order = Trié par
report-field-for-payer = Pour le payeur
report-field-closed = Y compris les closes
report-choice-payer = Payeur
report-choice-past-due = Montant échu
report-choice-credit-manager = Responsable crédit
