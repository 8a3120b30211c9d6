# The page Today: what must be reported, requested or decided, the portfolio in pictures.

## Pictures

chart-nothing = Il n'y a encore rien à montrer.
chart-numbers = Chiffres
chart-unit-thousand = k { $currency }
chart-unit-million = M { $currency }
chart-unit-billion = Md { $currency }
chart-day = Jour
chart-buyer = Acheteur
chart-age = Jours de retard
chart-share = Part
chart-insured = Assuré
chart-uninsured = Non assuré
chart-exposure = Encours
chart-sum = Plafond
chart-room = Disponible
chart-over = Au-delà du plafond
chart-standing = Assuré et non assuré
chart-standing-description = Du { $from } au { $to } ; à la fin, { $insured } assurés et { $uninsured } non assurés.
chart-ageing = Postes ouverts par ancienneté
chart-ageing-description = { $insured } assurés et { $uninsured } non assurés, dont { $overdue } échus.
chart-age-not-due = Non échu
chart-age-30 = 1–30
chart-age-60 = 31–60
chart-age-90 = 61–90
chart-age-more = > 90
chart-timeline = Plafond et encours
chart-timeline-description = Du { $from } au { $to } ; actuellement, le plafond est de { $sum } et l'encours de { $exposure }.
chart-limit-within = { $insured } assurés, encours { $exposure }, plafond { $sum }.
chart-limit-over = L'encours de { $exposure } dépasse de { $over } le plafond de { $sum } ; { $insured } sont assurés.
chart-concentration = Principaux acheteurs
chart-concentration-description = { $count ->
    [one] { $count } acheteur représente
   *[other] { $count } acheteurs représentent
  } { $share } des { $open } ouverts.

## Calendar feed

feed-name = obligo : dates limites
feed-summary = { $duty } : { $name }
feed-stake = En jeu : { $open } ouverts, dont { $insured } assurés
feed-item = Poste { $document } de la société { $company }
feed-account = Compte { $account }
feed-policy = Police { $policy }
feed-reference = Référence { $reference }
feed-projected = Projection : aucun traitement définitif n'a encore fixé cette date.

## Figures and lists of Today

today-empty = Rien n'est encore enregistré ici
today-empty-how = Commencez par vos sociétés, assureurs et polices, puis les acheteurs avec leurs garanties et agréments, puis les postes ouverts. Un dossier qui contient le tout s'importe en une fois.
today-empty-import = Importer des fichiers
today-exposure = Créances ouvertes
today-insured = Assuré
today-uninsured = Non assuré
today-due-soon = Obligations sous 14 jours
today-over-limit = Au-delà du plafond
today-over-limit-none = Aucun acheteur ne doit plus que ce qui est assuré.
today-stopped = Garantie suspendue
today-duties = Prochaines obligations
today-duties-none = Aucune obligation dans les trois prochains mois.
today-duties-all = { $count ->
    [one] { $shown } obligation
   *[other] Les { $shown } obligations
  }
today-of = Poste ou acheteur
today-all = { $count ->
    [one] { $shown } acheteur
   *[other] Les { $shown } acheteurs
  }
today-why-uninsured = Non assuré, et pourquoi
today-why-uninsured-none = Tout ce qui est ouvert est assuré.
today-used-up = le plafond est épuisé
today-offers = À présenter, justificatifs à renouveler
today-offers-none = Aucun acheteur à présenter, aucun justificatif n'expire.
today-offer-count = { $count ->
    [one] { $shown } acheteur doit être présenté à l'assureur :
   *[other] { $shown } acheteurs doivent être présentés à l'assureur :
  }
today-runs = Derniers traitements
today-runs-none = Il n'y a pas encore de traitement définitif.
today-run-due = Pas encore déclaré au { $date } :
today-run-start = Lancer le traitement

## Deadlines

deadlines-found = { $count ->
    [one] { $shown } obligation dans les trois prochains mois
   *[other] { $shown } obligations dans les trois prochains mois
  }
deadlines-this-week = Sous sept jours
deadlines-next-week = Les sept jours suivants
deadlines-in-weeks = { $count ->
    [one] Dans { $shown } semaine
   *[other] Dans { $shown } semaines
  }
deadlines-projected = (pas encore fixé par un traitement définitif)
deadlines-feed = Flux d'agenda
deadlines-feed-why = Votre agenda peut s'abonner aux obligations affichées ici. L'adresse est secrète : quiconque la possède les voit aussi.
deadlines-feed-new = Voici l'adresse ; elle n'est affichée que maintenant :
deadlines-feed-made = Flux créé le { $date }
deadlines-feed-make = Créer un flux
deadlines-feed-end = Supprimer le flux
deadlines-cut = Seules les { $kept } prochaines de chaque type figurent ici ; il y a { $all } obligations au total.
