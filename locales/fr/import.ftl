# The pages of imports: upload, mapping, errors, dry run.

import-intro = Choisissez des fichiers et ce qu'ils contiennent. Vous en voyez les premières lignes avant que rien ne soit écrit ; ils sont repris en entier ou pas du tout.
import-what = Contenu
import-files = Fichiers
import-files-hint = Fichiers CSV, XLSX ou ODS ; pour plusieurs types à la fois, des fichiers CSV nommés d'après leur type, par exemple items.csv.
import-options = Autres réglages
import-snapshot = Tous les postes ouverts au
import-snapshot-hint = Pour les postes seulement : ceux qui ne sont plus dans le fichier sont réglés à cette date.
import-valid-from = Valable à partir du
import-valid-hint = Date à partir de laquelle valent les données de base modifiées. Vide : le lendemain du dernier traitement définitif.
import-reason = Motif
import-upload = Continuer
import-kinds = Ce qui peut être importé
import-for = À quoi cela sert
import-columns = Colonnes
import-required = Les colonnes en gras sont obligatoires.
import-sample = Fichier d'exemple
import-policies = Les polices ont leurs propres fichiers :
import-working = Lecture des fichiers en cours

## Kinds

import-kind-companies = Sociétés
import-kind-insurers = Assureurs
import-kind-buyers = Acheteurs
import-kind-covers = Garanties
import-kind-limits = Agréments
import-kind-evidence = Justificatifs
import-kind-rates = Cours de change
import-kind-items = Postes
import-kind-settlements = Règlements
import-kind-events = Événements
import-kind-orders = Commandes
import-kind-credit_managers = Credit managers
import-kind-credit_groups = Groupes de crédit
import-kind-credit_limits = Encours autorisés internes
import-kind-interest_rates = Taux des intérêts de retard
import-kind-scenario = Plusieurs types à la fois
import-about-companies = Vos sociétés et le groupe assuré qu'elles forment.
import-about-insurers = Les assureurs de vos polices.
import-about-buyers = Les clients avec leur nom, leur pays et leurs identifiants.
import-about-covers = Quel acheteur relève de quelle police : dénommé, non dénommé ou co-assuré.
import-about-limits = Les agréments demandés et décidés.
import-about-evidence = Les rapports, renseignements et expériences de paiement sur lesquels repose la garantie des acheteurs non dénommés.
import-about-rates = Ce que valent les devises étrangères, par date.
import-about-items = Les factures, avoirs, acomptes et effets.
import-about-settlements = Ce qui a réglé quel poste, quand et comment.
import-about-events = Les insolvabilités, litiges, remises au recouvrement et autres événements.
import-about-orders = Les commandes en cours, à comparer aux plafonds.
import-about-credit_managers = Qui suit quels acheteurs, et qui est le supérieur de qui.
import-about-credit_groups = Les groupes de payeurs sous une limite commune, et leurs membres.
import-about-credit_limits = Les encours autorisés internes 1 à 4 des payeurs, groupes de crédit et sociétés.
import-about-interest_rates = Taux de référence des intérêts de retard par pays et semestre, tels que publiés.
import-about-scenario = Un ensemble de ces fichiers et de fichiers de police, lus dans le bon ordre.

## First rows and mapping

import-check-title = Contrôler les fichiers
import-theirs = Premières lignes du fichier
import-read = Ce qui en serait lu
import-no-rows = Le fichier n'a pas de lignes.
import-scenario-order = Les fichiers sont lus dans l'ordre où ils dépendent les uns des autres, tous ou aucun.
import-mapping = Colonnes, dates et nombres
import-known = Correspondances mémorisées :
import-forget = Oublier { $name }
import-our-column = Notre colonne
import-their-column = Colonne du fichier
import-always = Toujours
import-their-for = Colonne du fichier pour { $column }
import-always-for = { $column } vaut toujours
import-encoding = Encodage
import-delimiter = Séparateur
import-detected = Tel que détecté
import-none = Aucun
import-header-line = Ligne d'en-tête
import-sheet = Feuille
import-date-format = Format des dates
import-decimal = Signe décimal
import-thousands = Séparateur de milliers
import-sign = Signe des montants
import-sign-as-is = Comme dans le fichier
import-sign-negate = Inversé
import-sign-by-kind = Selon le type de poste
import-kind-positive = Les montants positifs sont
import-kind-negative = Les montants négatifs sont
import-ignore-unknown = Les autres colonnes du fichier ne sont pas nécessaires
import-round = Arrondir les montants qui ont trop de décimales
import-more = Autres règles
import-more-rules = Autres règles d'un fichier de correspondance
import-more-hint = Des tables comme [values.disputed], [number], [skip] et [keep], telles que le fichier de correspondance les contient.
import-name = Mémoriser cette correspondance sous
import-name-hint = Elle sera proposée à nouveau pour un fichier de même en-tête.
import-do-preview = Relire
import-do-download = Fichier de correspondance
import-do-check = Contrôler seulement
import-do-import = Importer maintenant

## Results

import-checked = Les fichiers sont en ordre
import-imported = L'importation est faite
import-warnings = Bon à savoir
import-next = Autres fichiers
import-refused-title = Les fichiers n'ont pas été importés
import-refused-count = { $count ->
    [one] { $shown } erreur trouvée ; rien n'a été écrit.
   *[other] { $shown } erreurs trouvées ; rien n'a été écrit.
  }
import-errors-download = Erreurs en CSV
import-back = Retour à la correspondance
import-problems = Erreurs et leur emplacement
import-line = Ligne
import-column = Colonne
import-value = Valeur
import-remedy = Que faire
import-more-errors = Autres erreurs non affichées : { $shown }.
import-format = Format
import-format-auto = Reconnu au contenu
import-format-csv = CSV
import-format-xlsx = XLSX
import-format-ods = ODS
import-format-datev = DATEV
import-format-fec = FEC
import-format-sie = SIE
import-format-saft = SAF-T
import-format-ubl = Facture électronique (UBL, CII, FatturaPA, Factur-X)
import-format-camt = camt.052, camt.053, camt.054
import-of-program = Ces fichiers sont au format { $format }. On en tire acheteurs, postes et règlements ; ce qu'ils ne disent pas est listé, jamais deviné.
import-books = Ce que signifient ses comptes
import-books-rules = Section [books] d'un fichier de correspondance
import-books-hint = Par exemple [books] puis receivables = ["411"] et payment_terms = "30" ; vide pour l'usage courant.
import-unmatched-download = Télécharger la liste
