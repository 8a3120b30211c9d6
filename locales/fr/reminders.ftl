# Reminders, late interest, collection.

credit-tab-reminders = Relances
credit-tab-collection = Recouvrement

# The letters.

report-reminder = Lettre de relance
report-about-reminder = Une lettre au payeur avec ses créances échues, les frais et les intérêts de retard
report-field-reminder = Numéro de la relance
report-collection-assignment = Mandat de recouvrement
report-about-collection-assignment = Une lettre à une société de recouvrement avec les créances qui lui sont confiées
report-field-assignment = Numéro du mandat
reminder-title-first = Rappel de paiement
reminder-title-further = Relance
reminder-title-last = Dernière relance avant recouvrement
reminder-opening-first = Sauf erreur de notre part, les factures suivantes sont échues et restent impayées. Il s'agit sans doute d'un oubli.
reminder-opening-further = Malgré notre rappel, les factures suivantes restent impayées.
reminder-opening-last = Nos relances sont restées sans effet. Les factures suivantes sont toujours impayées.
reminder-closing-first = Nous vous prions de régler le montant total d'ici au { $date }.
reminder-closing-further = Nous vous demandons de régler le montant total au plus tard le { $date }.
reminder-closing-last = À défaut de règlement du montant total d'ici au { $date }, nous confierons la créance au recouvrement sans autre avis, à vos frais.
reminder-pay-to = Merci d'utiliser le compte bancaire indiqué sur nos factures et d'en rappeler les numéros.
reminder-crossed = Si vous avez payé entre-temps, veuillez ne pas tenir compte de cette lettre.
reminder-items = Créances
reminder-col-level = Niveau
reminder-open = Restant dû
reminder-credits = Vos avoirs non imputés
reminder-interest = Intérêts de retard
reminder-compensation = Indemnité forfaitaire légale
reminder-charges-before = Frais des relances précédentes
reminder-charge-now = Frais de cette relance
reminder-total = Montant total
collection-opening = Nous vous confions le recouvrement des créances suivantes sur { $name }.
collection-closing = Les créances ne sont pas contestées et ont été relancées. Les copies des factures et des relances sont à votre disposition.
collection-reference = Votre référence
collection-assigned-amount = Confié
collection-charges = Frais

# Commands and pages.

reminders-title = Relances
reminders-what = Ce qui est demandé aux payeurs en retard. Rien ne part avant l'envoi. Intérêts et frais ne sont pas des créances du grand livre et ne sont jamais assurés.
reminders-propose = Proposer des relances
reminders-proposed = { $letters ->
        [one] { $letters } lettre proposée
       *[other] { $letters } lettres proposées
    } au { $date } pour { $items ->
        [one] { $items } créance
       *[other] { $items } créances
    } ; { $collect } à confier au recouvrement.
reminders-edited = Relance { $reminder } modifiée : montant total { $total }.
reminders-sent-count = { $count ->
        [one] { $count } relance envoyée.
       *[other] { $count } relances envoyées.
    }
reminders-outdated = { $count ->
        [one] { $count } relance n'a pas été envoyée, car ses créances ont changé : proposez à nouveau.
       *[other] { $count } relances n'ont pas été envoyées, car leurs créances ont changé : proposez à nouveau.
    }
reminders-none = Il n'y a pas de relances ici. Proposez-les à une date.
reminder-state-proposed = Proposée
reminder-state-left-out = Écartée
reminder-state-superseded = Remplacée
reminder-state-sent = Envoyée
interest-none = Aucun intérêt de retard jusqu'au { $date }.
interest-rate-missing = Aucun taux d'intérêt de retard n'est connu pour { $country } à partir du { $date } : ces jours ne portent pas d'intérêt ici. Importez les taux pour continuer.
collection-assigned = Confié au recouvrement : { $account }.
collection-withdrawn = { $count ->
        [one] { $count } créance retirée du recouvrement.
       *[other] { $count } créances retirées du recouvrement.
    }
collection-none = Rien n'a été confié au recouvrement.
collection-none-ready = Rien n'est à confier au recouvrement.
collection-state-assigned = Confiée
collection-state-withdrawn = Retirée
collection-state-returned = Restituée
collection-state-settled = Réglée
col-reminder = Relance
col-level = Niveau
col-interest = Intérêts
col-charge = Frais
col-total = Total
col-sent-on = Envoyée le
col-due-date = Échéance
col-days-late = Jours de retard
col-left-out = Écartée
flag-left-out = écartée
col-assignment = Mandat
col-assigned-on = Confié le
col-agency = Société de recouvrement
col-reference-rate = Taux de référence %
col-margin = Points ajoutés
col-compensation = Indemnité
col-source = Source
reminders-was-edited = modifiée
reminders-into-folder = Dans le dossier de la maison
reminders-send = Envoyer
reminders-send-what = Sans dossier, les lettres sont notées comme envoyées sur papier ; leurs fichiers sont conservés.
reminders-letter = La lettre
reminders-edit = Modifier
reminders-save = Enregistrer
reminders-leave-out = Écarter
reminders-take-in = Reprendre
reminders-items-out = Créances à écarter
reminders-language = Langue
reminders-message = Votre propre texte
reminders-message-hint = Vide : le texte habituel du niveau.
reminders-reason = Motif
reminders-reason-hint = Nécessaire si les créances, le niveau ou les frais changent.
reminders-mail = Adresse de courriel
reminders-mail-hint = Vide : envoyée sur papier, seulement notée ici.
collection-title = Recouvrement
collection-what = Après sa dernière relance, une créance est à confier au recouvrement. C'est un événement au sens de la police ; ce qu'il arrête est dit d'abord.
collection-ready = À confier au recouvrement
collection-assign = Confier
collection-reference-label = Référence
collection-items-hint = Une par ligne, société/pièce. Vide : toutes celles à confier.
collection-reason-hint = Nécessaire en cas d'avertissement.
collection-confirm = Le faire malgré l'avertissement
collection-assignments = Mandats
collection-open = En cours
collection-ended = Terminé
collection-history = Historique
collection-ending = Comment il a pris fin
collection-withdraw = Retirer
timeline-title = Relances, recouvrement et événements
timeline-none = Aucune relance, aucun recouvrement ni événement n'est enregistré.
timeline-reminder = Relance, niveau { $level }
timeline-withdrawn = Repris du recouvrement
timeline-returned = Rendu par l'agence de recouvrement
timeline-settled = Payé pendant le recouvrement
report-interest-statement = Décompte d'intérêts
report-about-interest-statement = Une lettre à un payeur avec les intérêts de retard par créance et période
report-interest-statement-opening = Le paiement tardif de nos factures a produit les intérêts suivants jusqu'au { $date }.
report-interest-statement-closing = Nous vous prions de payer ces intérêts sur le compte bancaire indiqué sur nos factures. Ce sont des intérêts simples sur le montant ouvert, par jours de 365 par an.
report-interest-statement-known = Les intérêts des jours à partir du { $date } ne sont pas compris.
report-interest-from = Du
report-interest-until = Au
report-interest-days = Jours
report-interest-rate = Taux %
interest-nothing = Il n'y a pas d'intérêts de retard.
interest-what = Ce que le paiement tardif a coûté à un payeur, selon la loi ou la convention. Les intérêts de retard ne sont pas des créances du grand livre et ne sont jamais assurés.
interest-show = Afficher
interest-periods = Calcul
interest-period = du { $from } au { $until } : { $amount } à { $rate } %
interest-until = intérêts de retard jusqu'au { $date }
interest-rates = Taux des intérêts de retard
