# Le formulaire d'une police : onglets, champs, rubriques.

policies-put = Enregistrer un fichier de police
policies-download = Télécharger le fichier
policies-examples = Cas d'exemple
policies-examples-none = Le fichier n'a pas de cas d'exemple. Ajoutez-en : ils montrent que les conditions disent bien ce que veut l'assureur.
policies-terms = Conditions
policies-file = Le fichier lui-même
policies-own-keys = La police elle-même
policies-key = Condition
policies-value = Valeur
policies-clause = Clause
policies-case = Cas
policies-result = Résultat
policies-case-ok = comme attendu
policies-case-differs = différent
policies-upload = Fichier
policies-upload-hint = Un fichier de police (.toml) ; sinon, écrivez-le ci-dessous.
policies-text = Texte
policies-valid-from = Valable à partir du
policies-valid-from-hint = Vide : le lendemain du dernier traitement définitif de la police, ou depuis toujours.
policies-line = Ligne { $line } :
policies-procedure-balance = Encours
policies-procedure-turnover = Chiffre d'affaires

policies-tab-terms = Conditions
policies-tab-form = Formulaire
policies-tab-file = Fichier
policies-tabs = Vues de la police
policies-new = Nouvelle police
policies-form-title = Police { $policy } : formulaire
policies-form-new-title = Nouvelle police : formulaire
policies-form-why = Gardez les conditions particulières à côté et parcourez la page de haut en bas. Un champ vide vaut ce que dit son indication. Ce que vous ne modifiez pas reste dans le fichier tel qu'il est écrit.
policies-form-sections = Rubriques du formulaire
policies-form-clause = Clause
policies-form-clause-of = pour { $term }
policies-form-default = Par défaut : { $value }
policies-form-range = De { $least } à { $most }.
policies-form-now = Valeur actuelle : { $value }
policies-form-nothing = rien
policies-form-row = Ligne { $row }
policies-form-examples = { $count ->
    [one] Le fichier contient un cas d'exemple, qui reste tel quel. Il se modifie dans le fichier.
   *[other] Le fichier contient { $shown } cas d'exemple, qui restent tels quels. Ils se modifient dans le fichier.
 }
policies-form-to-file = Ouvrir le fichier
policies-form-show = Montrer le fichier
policies-form-save = Enregistrer les conditions
policies-form-preview = Ce qui serait enregistré
policies-form-preview-why = Rien n'est encore enregistré.
policies-form-unchanged = Rien n'est modifié.
policies-form-removed = supprimé
policies-form-added = ajouté
policies-form-skipped = …
policies-form-changed = Votre saisie est conservée. Là où quelqu'un d'autre a modifié le même champ, la valeur actuelle figure en dessous.

policy-section-declaration = Déclaration périodique
policy-section-terms = Délais de paiement et dates limites
policy-section-default = Carence de paiement
policy-section-notification = Déclaration d'impayés
policy-section-unnamed = Acheteurs non-dénommés
policy-section-existing = Créances existantes
    .help = Postes antérieurs au début de la garantie. Sans indication, ils ne sont pas admis.
policy-section-cover = Étendue de la garantie
policy-section-status = Retrait de garantie sur un plafond
policy-section-stop = Suspension de garantie
policy-section-cap = Plafonds communs
    .help = Une limite pour plusieurs acheteurs ensemble, autant que nécessaire. Elle borne ce qu'un traitement augmente ; ce qui est assuré le reste. Chaque plafond nomme soit un pays, soit des acheteurs principaux.
policy-section-loss = Sinistre et indemnité
    .help = Vérifié et conservé. Cette version ne calcule pas encore avec.
policy-section-premium = Prime
    .help = Vérifié et conservé. Cette version ne calcule pas encore avec.

policy-key-policy = Police
    .help = Les trois caractères de l'assureur, une barre oblique, une lettre ou un chiffre : ACR/A.
policy-key-currency = Devise
    .help = Devise des plafonds, des montants assurés et des déclarations, par exemple EUR.
policy-key-valid-from = Premier jour
    .help = Premier jour de la police.
policy-key-valid-until = Dernier jour
    .help = Vide : sans fin.
policy-key-external-number = Numéro de police
    .help = Le numéro que connaît l'assureur ; 20 caractères au plus. Il figure sur chaque déclaration.
policy-key-name = Désignation
    .help = Dans vos propres mots.
policy-key-framework = Police globale
    .help = Numéro de la police globale.
policy-key-list-no = Numéro de liste
    .help = Numéro de la liste de l'assureur.
policy-key-procedure = Procédure
    .help = Ce qui est dû à la date d'arrêté, ou ce qui a été facturé dans la période.
policy-key-exceeding-amounts = Déclarer les montants excédentaires
    .help = Déclarer aussi ce qui est dû au-delà du montant assuré.
policy-key-vat-insured = TVA assurée
    .help = Montants TTC ; sinon hors taxes.
policy-key-totals-only = Récapitulatif seulement
    .help = Un récapitulatif au lieu de la liste des acheteurs dénommés.
policy-key-by-country = Totaux par pays
policy-key-credits-free-room = Les avoirs libèrent de la place
    .help = Les avoirs ouverts libèrent de la place pour des factures au-delà du plafond.
policy-key-base-period-days = Période de prime de base (jours)
    .help = De la date de pièce à la fin de la période de prime de base. Vide : pas de prime de temps.
policy-key-time-premium = Base de la prime de temps
    .help = En un total, ou par acheteur.
policy-key-max-term-months = Durée maximale de crédit (mois)
    .help = Pour les créances. Soit des mois, soit des jours.
policy-key-max-term-days = Durée maximale de crédit (jours)
    .help = Au lieu des mois.
policy-key-bills-max-term-months = Durée maximale de crédit des effets (mois)
    .help = Vide : comme pour les créances.
policy-key-bills-max-term-days = Durée maximale de crédit des effets (jours)
    .help = Au lieu des mois.
policy-key-value-dated-max-term-months = Durée maximale de crédit avec date de valeur postérieure (mois)
    .help = Pour les créances dont la date de valeur suit la date de pièce. Vide : comme pour les créances.
policy-key-value-dated-max-term-days = Durée maximale de crédit avec date de valeur postérieure (jours)
    .help = Au lieu des mois.
policy-key-overdue-basis = L'impayé court à partir de
policy-key-max-extension-days = Délai de prorogation (jours)
    .help = Vide : aucun.
policy-key-exclusion-days = Délai d'exclusion (jours)
    .help = De la date d'impayé à la date d'exclusion. Vide : pas de date d'exclusion.
policy-key-deadline-reached = Un délai est atteint
policy-key-non-payment-report-days = Déclaration de non-paiement (jours)
    .help = De l'échéance à la déclaration de non-paiement. Vide : aucune.
policy-key-collection-days = Remise au recouvrement (jours)
    .help = De la date d'impayé à la remise au recouvrement. Vide : aucune.
policy-key-waiting = Délai de carence
    .help = La plus tardive des dates y met fin. Aucune ligne : pas de délai de carence.
policy-key-filing-days = Demande d'indemnisation (jours)
    .help = De la fin du délai de carence, ou de l'insolvabilité, à la demande d'indemnisation. Vide : aucun.
policy-key-from = Court à partir de
policy-key-months = Mois
policy-key-days = ou jours
policy-key-limit = Seuil de déclaration
    .help = Ce qui est en dessous n'a pas à être déclaré. Vide : tout est déclaré.
policy-key-limit-per = Le seuil de déclaration s'apprécie
policy-key-automatic-block = Suspension automatique
    .help = Une déclaration définitive suspend la garantie pour les nouvelles créances des acheteurs dont la date d'exclusion est passée.
policy-key-block-by = Suspension par
policy-key-repeat-every-final-run = Déclarer de nouveau à chaque traitement définitif
    .help = Sinon, seulement quand un suivi est dû.
policy-key-offering-threshold = Seuil de dénomination
    .help = À partir de là, un acheteur doit être proposé à l'assureur ; c'est aussi ce qu'ouvre un rapport d'agence favorable. Vide : aucun.
policy-key-agency-report-months = Validité d'un rapport d'agence (mois)
    .help = Vide : les rapports d'agence ne comptent pas.
policy-key-bank-reference-up-to = Un renseignement bancaire ouvre jusqu'à
    .help = Vide : les renseignements bancaires ne comptent pas.
policy-key-bank-reference-months = Validité d'un renseignement bancaire (mois)
    .help = Vide : les renseignements bancaires ne comptent pas.
policy-key-experience = Catégories d'expérience de paiement
    .help = Trois au plus, le montant le plus élevé d'abord. Aucune ligne : l'expérience de paiement ne compte pas.
policy-key-up-to = Ouvre jusqu'à
policy-key-deliveries = Livraisons dûment payées
policy-key-turnover = avec un chiffre d'affaires d'au moins
policy-key-experience-lookback-months = Les livraisons comptent pendant (mois)
    .help = Jusqu'où les livraisons comptent en arrière ; obligatoire avec des catégories d'expérience de paiement.
policy-key-experience-validity-months = Validité d'une catégorie (mois)
    .help = Obligatoire avec des catégories d'expérience de paiement.
policy-key-duly-paid-by = Dûment payé veut dire payé avant
policy-key-required-evidence = Justificatif exigé par pays
    .help = Pour les pays qui ne figurent pas ici, tout justificatif convient.
policy-key-country = Pays
policy-key-kinds = Justificatif
policy-key-max-age-months-at-start = Ancienneté maximale au début de la police (mois)
    .help = Combien de mois avant la police un poste peut être daté. Vide : non admis.
policy-key-max-age-months-new-buyer = Ancienneté maximale pour un nouvel acheteur (mois)
    .help = Combien de mois avant le début propre à l'acheteur un poste peut être daté. Vide : non admis.
policy-key-insured-percent = Quotité garantie
    .help = Par exemple 90. Elle entre dans le calcul des sinistres, que cette version ne fait pas encore.
policy-key-insured-percent-unnamed = Quotité garantie pour les acheteurs non-dénommés
policy-key-countries = Pays garantis
    .help = Deux lettres chacun, séparés par des virgules : DE, FR. Vide : tous.
policy-key-exclude = Exclus
    .help = Rien de coché : rien n'est exclu.
policy-key-cancelled-by = Date comparée au retrait
policy-key-uncovered-from = Garantie suspendue pour les nouvelles créances à partir de
policy-key-events = Ce qui suspend la garantie
policy-key-reinstatement = La garantie est remise en vigueur
policy-key-amount = Montant
policy-key-buyers = Acheteurs principaux
    .help = Séparés par des virgules : 1001/0/D, 1002/0/D.
policy-key-order = Ordre des déductions
policy-key-threshold = Seuil d'intervention
policy-key-threshold-passes = Un sinistre franchit le seuil
policy-key-each-and-every = Franchise par sinistre
policy-key-aggregate-first-loss = Franchise annuelle globale
policy-key-max-liability = Maximum d'indemnisation
    .help = En montant, ou en multiple de la prime.
policy-key-max-liability-multiple = Maximum d'indemnisation (multiple de la prime)
policy-key-recoveries = Récupérations
policy-key-premium = Taux, minimum, frais
    .help = Comme dans le fichier : une clé et sa valeur par ligne.

policy-value-procedure = { $value ->
    [balance] Encours
   *[turnover] Chiffre d'affaires
 }
policy-value-time-premium = { $value ->
    [total] Un total
   *[per_buyer] Par acheteur
 }
policy-value-overdue-basis = { $value ->
    [net_due] L'échéance
   *[max_term] La date limite de crédit
 }
policy-value-deadline-reached = { $value ->
    [on] le jour même
   *[after] seulement après ce jour
 }
policy-value-from = { $value ->
    [net_due] Échéance
    [overdue] Date d'impayé
    [notice] Avis à l'assureur
   *[collection] Remise au recouvrement
 }
policy-value-limit-per = { $value ->
    [item] pour chaque poste
   *[buyer] sur la somme d'un acheteur
 }
policy-value-block-by = { $value ->
    [insured] Les postes assurés seulement
   *[any] Tout poste déclaré
 }
policy-value-duly-paid-by = { $value ->
    [net_due] l'échéance
   *[max_term] la date limite de crédit
 }
policy-value-kinds = { $value ->
    [agency_report] Rapport d'agence
    [bank_reference] Renseignement bancaire
   *[payment_experience] Expérience de paiement
 }
policy-value-exclude = { $value ->
    [public] Organismes publics
    [private] Particuliers
    [affiliate] Entreprises liées
   *[disputed] Postes en litige
 }
policy-value-cancelled-by = { $value ->
    [document] Date de pièce
   *[posting] Date de comptabilisation
 }
policy-value-uncovered-from = { $value ->
    [exclusion] la date d'exclusion
   *[max_term] la date limite de crédit
 }
policy-value-events = { $value ->
    [overdue] Suspension automatique de la déclaration d'impayés
    [insolvency] Insolvabilité
    [collection] Recouvrement
    [claim] Sinistre déclaré
   *[withdrawal] Plafond retiré
 }
policy-value-reinstatement = { $value ->
    [on_settlement] quand le poste est payé
   *[on_confirmation] seulement quand l'assureur le confirme
 }
policy-value-order = { $value ->
    [A] A : quotité garantie, puis franchise
    [B] B : franchise, puis quotité garantie
   *[C] C : comme A, et le sinistre brut épuise la franchise globale
 }
policy-value-threshold-passes = { $value ->
    [above] seulement au-dessus
   *[at] dès qu'il est atteint
 }
policy-value-recoveries = { $value ->
    [pro_rata] Au prorata
    [indemnity_share] Selon la part de l'indemnité
   *[fifo] Les plus anciennes d'abord
 }
