# Every failure a user can meet: the message says what and why, its attribute `remedy` what to do.

## Policy file

policy-too-large = Le fichier compte { $size } octets ; { $limit } au plus sont lus.
    .remedy = Vérifiez qu'il s'agit du bon fichier : les plus longs comptent quelques milliers d'octets.
policy-syntax = Le fichier n'est pas du TOML valide : { $detail }.
    .remedy = Écrivez une clé par ligne, sous la forme clé = valeur ; les textes entre guillemets droits, les dates comme 2024-01-31, les montants avec un point décimal.
policy-unknown-key = { $nearest ->
    [none] La clé { $key } n'existe pas dans un tel fichier.
   *[other] La clé { $key } n'existe pas dans un tel fichier. La plus proche est { $nearest }.
  }
    .remedy = Connues ici : { $known }. Une clé appartient à la dernière [section] qui la précède ; les clés de la police elle-même viennent avant la première section.
policy-missing-key = La clé { $key } manque.
    .remedy = Ajoutez { $key } avec sa valeur.
policy-missing-either = Ni { $key } ni { $other } n'est indiqué.
    .remedy = Indiquez l'une des deux clés, et une seule : en mois ou en jours.
policy-either-key = { $key } et { $other } sont indiqués tous les deux, mais un seul peut valoir.
    .remedy = Retirez celui qui ne vaut pas.
policy-wrong-type = { $key } doit être { $expected ->
    [text] un texte entre guillemets droits
    [flag] true ou false
    [number] un nombre entier
    [amount] un montant avec point décimal et sans séparateur de milliers, comme "1000.00"
    [percentage] un pourcentage comme 90 ou 72.5
    [date] une date comme 2024-01-31
    [list] une liste entre crochets
    [table] une table de clés
   *[other] { $expected }
  }, or c'est { $found ->
    [string] le texte « { $value } »
    [integer] le nombre entier { $value }
    [float] le nombre { $value }
    [boolean] { $value }
    [datetime] la date ou l'heure { $value }
    [array] une liste
    [table] une table
   *[other] { $value }
  }.
    .remedy = Corrigez la valeur de { $key }.
policy-out-of-range = { $key } vaut { $value }, mais doit aller de { $from } à { $to }.
    .remedy = Corrigez la valeur, ou retirez la clé si cette règle n'existe pas.
policy-unknown-value = { $nearest ->
    [none] { $key } ne peut pas valoir « { $value } ».
   *[other] { $key } ne peut pas valoir « { $value } ». La valeur la plus proche est « { $nearest } ».
  }
    .remedy = Choisissez parmi : { $allowed }.
policy-amount-decimals = { $key } vaut { $value }, mais les montants en { $currency } ont { $decimals ->
    [one] { $decimals } décimale
   *[other] { $decimals } décimales
  }.
    .remedy = Arrondissez le montant à { $decimals ->
        [one] { $decimals } décimale
       *[other] { $decimals } décimales
    }.
policy-date = { $key } vaut « { $value } », qui n'est pas une date du calendrier.
    .remedy = Écrivez les dates sous la forme année-mois-jour, par exemple 2024-01-31.
policy-text-length = { $key } est vide ou dépasse { $limit } caractères.
    .remedy = Écrivez un texte de 1 à { $limit } caractères.
policy-code = « { $value } » n'est pas un code de police.
    .remedy = Écrivez les trois lettres ou chiffres de l'assureur, une barre oblique, puis une lettre ou un chiffre pour la police, par exemple "ACR/A".
policy-external-number = Le numéro de police a plus de { $limit } caractères.
    .remedy = Ramenez { $value } à { $limit } caractères ; mettez le reste dans le nom.
policy-currency = « { $value } » n'est pas une devise.
    .remedy = Utilisez les trois lettres majuscules de la norme ISO 4217, par exemple "EUR".
policy-valid-until = La police finit le { $value }, avant de commencer le { $from }.
    .remedy = Corrigez valid_from ou valid_until ; valid_until est le dernier jour de la police.
policy-country = « { $country } » n'est pas un code de pays.
    .remedy = Utilisez les deux lettres majuscules de la norme ISO 3166, par exemple "FR".
policy-experience-many = Il y a plus de { $limit } catégories d'expérience de paiement.
    .remedy = Gardez les { $limit } que la police nomme.
policy-experience-count = Une catégorie d'expérience de paiement n'indique pas de nombre de livraisons.
    .remedy = Ajoutez deliveries, le nombre de livraisons payées à l'échéance qui ouvre la catégorie.
policy-experience-ceilings = Le montant maximal { $value } n'est pas inférieur à celui de la catégorie précédente.
    .remedy = Classez les catégories par up_to, la plus élevée d'abord, chacune inférieure à la précédente.
policy-experience-period = Des catégories d'expérience de paiement sont indiquées, mais { $missing } manque.
    .remedy = Ajoutez { $missing } : le nombre de mois sur lequel les livraisons comptent (look-back) ou pendant lequel une catégorie renouvelée vaut (validity).
policy-clause-key = { $nearest ->
    [none] Une clause est indiquée pour { $value }, qui n'est pas une clé d'un fichier de police.
   *[other] Une clause est indiquée pour { $value }, qui n'est pas une clé d'un fichier de police. La plus proche est { $nearest }.
  }
    .remedy = Écrivez clause."section.clé" = "§ …" avec une clé telle qu'elle figure dans le fichier.
policy-payment-terms = { $key } vaut « { $value } », ce qui n'est pas une condition de paiement.
    .remedy = Écrivez des jours ou des mois, avec ou sans fin de mois : "30", "2 months", "30 eom", "60 eom 15", "cash".
policy-example-sign = { $key } vaut { $value }, ce qui est le mauvais signe pour le type { $kind }.
    .remedy = Écrivez les factures, notes de débit, effets et chèques en positif, les avoirs et acomptes en négatif.

## Politique de crédit

credit-policy-action-code = « { $code } » n'est pas un code d'action.
    .remedy = Utilisez des nombres entiers de 1 à 99 sans zéro initial, par exemple 10 = "appelé".
credit-policy-last-class = La dernière classe commence à { $value } points ; les acheteurs en dessous n'auraient pas de classe.
    .remedy = Faites commencer la dernière classe à points_from = 0.
credit-policy-order = { $key } n'est pas dans l'ordre.
    .remedy = Les tranches et les montants augmentent d'une ligne à l'autre, les points des classes diminuent, les niveaux de relance comptent à partir de 1 ; chaque valeur ne figure qu'une fois. Seul le dernier montant peut manquer.
credit-policy-rule-twice = Il y a deux règles pour la même classe et le même pays ou niveau.
    .remedy = N'en gardez qu'une.
credit-policy-scale = Un facteur qui examine { $measure } ne peut pas avoir { $key }.
    .remedy = Indiquez { $wanted } : bands vaut pour les nombres, values pour les mots.
credit-policy-word = « { $word } » n'est rien qu'un facteur examinant { $measure } puisse trouver.
    .remedy = Écrivez les pays en deux majuscules, les catégories et les types de garantie comme dans les fichiers ; other = … vaut pour tout ce qui n'est pas nommé.
credit-policy-name-twice = Le nom « { $name } » désigne deux choses différentes.
    .remedy = Donnez un nom propre à chacune ; un critère sans nom porte celui de ce qu'il mesure.
credit-policy-no-threshold = Un critère qui mesure { $measure } n'a pas de seuil.
    .remedy = Retirez le seuil : le critère est rempli ou ne l'est pas.
credit-policy-too-many = Il y en a plus de { $limit }.
    .remedy = N'en gardez que { $limit } au plus.
approval-above-ladder = { $amount } dépasse le dernier niveau d'approbation.
    .remedy = Choisissez un montant plus faible, ou faites inscrire un niveau dans la politique de crédit.
approval-not-enough = { $approver } ne peut pas approuver { $amount } : le niveau d'approbation demande { $kind ->
    [clerk] un gestionnaire
    [manager] un responsable
    [administrator] un administrateur
   *[user] { $needed }
  }.
    .remedy = Nommez la personne qui le peut et qui a donné son accord ; elle doit être utilisateur d'obligo.
approval-two-people = { $amount } demande deux personnes : celle qui approuve ne peut pas aussi enregistrer.
    .remedy = Faites enregistrer par une seconde personne et nommez la première comme approbatrice.
credit-manager-circle = Les supérieurs forment un cercle : { $managers }.
    .remedy = Laissez vide le supérieur de l'un d'eux.
credit-manager-form = Ce n'est pas un code de credit manager.
    .remedy = Utilisez { $limit } caractères au plus, sans deux points de suite : ils forment une plage.
credit-manager-juniors = Le credit manager { $credit_manager } est le supérieur de { $juniors }.
    .remedy = Donnez-leur un autre supérieur, ou aucun, à partir de ce jour.
credit-manager-not-found = Aucun credit manager { $credit_manager } n'est enregistré ce jour-là.
    .remedy = Listez-les avec « obligo credit-managers », ou choisissez un autre dernier jour.
credit-manager-unknown = Il n'y a pas de credit manager { $credit_manager }.
    .remedy = Enregistrez aussi le supérieur avec credit_managers, ou corrigez le code.
exception-amount = « { $value } » n'est pas le montant d'une ligne de crédit.
    .remedy = Écrivez un montant en { $currency }, 0 ou plus, avec un point décimal, par exemple 50000.00.
exception-class-unknown = { $known ->
    [none] Il n'y a pas de classe de risque « { $class } » : la politique de crédit n'en a aucune.
   *[other] La politique de crédit n'a pas de classe de risque « { $class } ». Il y a { $known }.
  }
    .remedy = Nommez une classe de la politique de crédit en vigueur le premier jour de l'exception.
exception-dates = L'exception se termine avant de commencer le { $from }.
    .remedy = Corrigez l'un des deux jours ; le dernier jour en fait encore partie.
exception-ended = Le dernier jour de l'exception { $exception } est de toute façon le { $date }.
    .remedy = Choisissez un dernier jour plus proche, ou laissez-la telle quelle.
exception-not-found = Il n'y a pas d'exception { $exception }.
    .remedy = "obligo exceptions list" affiche leurs numéros.

## Files

file-not-found = Ce fichier n'existe pas.
    .remedy = Vérifiez le nom et le dossier.
file-not-allowed = Vous n'avez pas le droit de lire ce fichier.
    .remedy = Demandez le droit de le lire, ou copiez-le dans un de vos dossiers.
file-is-a-directory = C'est un dossier, pas un fichier.
    .remedy = Indiquez un fichier de ce dossier ; un scénario entier se lit avec « obligo import scenario ».
file-unreadable = Le fichier n'a pas pu être lu jusqu'au bout : { $reason }.
    .remedy = Vérifiez le disque ou la connexion, puis réessayez. Rien n'a été importé.
csv-empty = Le fichier est vide.
    .remedy = Exportez-le à nouveau ; la première ligne doit nommer les colonnes.
csv-header-only = Le fichier nomme ses colonnes, mais n'a pas de lignes.
    .remedy = Exportez-le à nouveau, avec des lignes.
csv-header-line-beyond-end = Le fichier se termine avant la ligne { $line }, où son fichier de correspondance situe les noms de colonnes.
    .remedy = Corrigez header_line dans le fichier de correspondance.
csv-other-format = Ce n'est pas un tableau en texte ; ses premiers octets sont ceux d'un fichier { $format }.
    .remedy = Ouvrez-le dans le programme d'où il vient et enregistrez-le au format CSV en UTF-8.
csv-not-utf8 = L'octet { $byte } à la position { $position } n'est pas de l'UTF-8.
    .remedy = Enregistrez le fichier en UTF-8, ou indiquez son encodage : --encoding windows-1252, ou encoding = "windows-1252" dans un fichier de correspondance.
csv-bad-encoding = Les octets à la position { $position } ne sont pas un caractère en { $encoding }.
    .remedy = Le fichier est tronqué ou dans un autre encodage ; exportez-le à nouveau, ou indiquez le bon encodage avec --encoding ou dans un fichier de correspondance.
csv-nul = Le texte contient un octet nul : ce n'est pas un tableau en texte, ou il est encodé en UTF-16.
    .remedy = Enregistrez-le au format CSV en UTF-8, ou indiquez son encodage : --encoding utf-16le, ou encoding = "utf-16le" dans un fichier de correspondance.
csv-unterminated-quote = Un guillemet ouvert ici n'est jamais fermé.
    .remedy = Fermez-le ; dans un champ entre guillemets, un guillemet s'écrit deux fois.
csv-field-too-long = Un champ qui commence ici dépasse { $limit } octets.
    .remedy = Cherchez un guillemet non fermé ; des textes plus longs ne peuvent pas être importés.
csv-record-too-long = Une ligne qui commence ici dépasse { $limit } octets.
    .remedy = Cherchez des sauts de ligne manquants ou un guillemet non fermé.
csv-too-many-columns = La ligne a plus de { $limit } colonnes.
    .remedy = N'exportez que les colonnes nécessaires, ou indiquez le séparateur dans un fichier de correspondance.
csv-too-few-fields = La ligne a { $found ->
    [one] { $found } champ
   *[other] { $found } champs
  }, l'en-tête { $expected }.
    .remedy = Cherchez un séparateur manquant, ou un saut de ligne dans un champ sans guillemets.
csv-too-many-fields = La ligne a { $found ->
    [one] { $found } champ
   *[other] { $found } champs
  }, l'en-tête { $expected }.
    .remedy = Mettez entre guillemets les champs qui contiennent le séparateur.
csv-too-many-distinct = Le fichier a plus de { $limit } lignes différentes, trop pour « distinct ».
    .remedy = Retirez distinct du fichier de correspondance, ou divisez le fichier.
csv-duplicate-column = L'en-tête nomme deux fois la colonne « { $column } ».
    .remedy = Renommez ou retirez l'une des deux.
csv-column-without-name = La colonne { $number } n'a pas de nom.
    .remedy = Nommez-la, retirez-la, ou inscrivez "" sous ignore dans un fichier de correspondance.
csv-unknown-column = { $nearest ->
        [none] Un fichier de type { $kind } n'a pas de colonne « { $column } ».
       *[other] Un fichier de type { $kind } n'a pas de colonne « { $column } » ; s'agit-il de « { $nearest } » ?
    }
    .remedy = Colonnes du type { $kind } : { $known }. Un fichier de correspondance (--map) traduit les colonnes qui portent d'autres noms et ignore celles dont vous n'avez pas besoin.
csv-missing-column = { $nearest ->
        [none] Il manque des colonnes obligatoires : { $missing }.
       *[other] Il manque des colonnes obligatoires : { $missing }. S'agit-il de « { $nearest } » ?
    }
    .remedy = Ajoutez-les, ou indiquez dans un fichier de correspondance (--map) quelle colonne ou quel texte fixe en tient lieu.
workbook-damaged = { $reason ->
        [archive] Le classeur est endommagé : ce n'est pas une archive ZIP complète ; il a peut-être été tronqué.
        [checksum] Le classeur est endommagé : la somme de contrôle de { $part } est fausse.
        [duplicate-part] Le classeur contient deux parties du nom de { $part }.
        [ends-early] Le classeur est endommagé : { $part } se termine trop tôt.
        [out-of-order] Le classeur est endommagé : des lignes ou des cellules de { $part } ne sont pas dans l'ordre.
        [part-missing] Le classeur est endommagé : { $part } y manque.
        [string-missing] Le classeur est endommagé : une cellule renvoie à un texte qui n'y est pas.
       *[other] Le classeur est endommagé à { $part } : { $reason }.
    }
    .remedy = Ouvrez-le dans le tableur et enregistrez-le à nouveau, ou enregistrez la feuille au format CSV.
workbook-document-type = { $part } déclare un type de document ou une entité qui lui est propre, ce qu'aucun tableur n'écrit.
    .remedy = Ne faites pas confiance à ce fichier. Demandez à l'expéditeur un fichier enregistré par un tableur.
workbook-too-large = { $what ->
        [depth] { $part } est imbriqué sur plus de { $limit } niveaux.
        [element] Un seul élément de { $part } dépasse { $limit } octets.
        [formats] Le classeur a plus de { $limit } formats.
        [part] { $part } dépasse { $limit } octets une fois décompressé.
        [parts] Le classeur a plus de { $limit } parties.
        [ratio] { $part } dépasse { $limit } fois sa taille une fois décompressé, comme seuls le font les fichiers conçus pour nuire.
        [rows] La feuille a plus de { $limit } lignes.
        [sheets] Le classeur a plus de { $limit } feuilles.
        [strings] Le classeur a plus de { $limit } textes différents.
        [strings-length] Les textes du classeur dépassent { $limit } octets.
       *[text] Le texte d'une cellule dépasse { $limit } octets.
    }
    .remedy = N'enregistrez que la feuille et les lignes nécessaires, au format XLSX ou CSV.
workbook-protected = Le classeur est protégé par un mot de passe.
    .remedy = Ouvrez-le avec son mot de passe, enregistrez-le sans, puis importez ce fichier.
workbook-other-format = C'est un fichier de type { $format }, qui n'est pas lu.
    .remedy = Ouvrez-le dans le programme d'où il vient et enregistrez-le au format XLSX, ODS ou CSV.
workbook-no-rows = Le classeur n'a pas de feuille avec une ligne de noms de colonnes.
    .remedy = Si la feuille est masquée, indiquez-la par sheet = dans un fichier de correspondance ; si les noms sont plus bas, indiquez header_line.
workbook-sheet-missing = { $nearest ->
        [none] Le classeur n'a pas de feuille « { $sheet } ».
       *[other] Le classeur n'a pas de feuille « { $sheet } » ; s'agit-il de « { $nearest } » ?
    }
    .remedy = Corrigez sheet dans le fichier de correspondance.
cell-error = La formule de cette cellule donne une erreur.
    .remedy = Corrigez la formule dans le tableur et enregistrez le fichier à nouveau.
cell-uncalculated = Cette cellule contient une formule, mais le fichier n'en contient pas le résultat.
    .remedy = Ouvrez le fichier dans un tableur, laissez-le calculer, puis enregistrez-le à nouveau.
field-missing = Le champ ne doit pas être vide.
    .remedy = Remplissez-le.
field-not-a-date = Ce n'est pas une date du calendrier au format { $format }.
    .remedy = Corrigez-la, ou indiquez date_format dans un fichier de correspondance.
field-not-an-amount = Ce n'est pas un montant.
    .remedy = Écrivez-le comme -1234.50, ou indiquez decimal et thousands dans un fichier de correspondance.
field-too-many-decimals = Les montants en { $currency } ont { $decimals ->
    [one] { $decimals } décimale
   *[other] { $decimals } décimales
  } ; celui-ci en a davantage.
    .remedy = Corrigez-le, ou indiquez round_amounts = true dans un fichier de correspondance.
field-amount-too-large = Le montant est trop grand.
    .remedy = Vérifiez le signe décimal ; les montants sont admis jusqu'à 999 999 999 999,99.
field-not-a-currency = Ce n'est pas un code de devise ISO 4217.
    .remedy = Écrivez trois lettres majuscules, par exemple EUR.
field-not-true-or-false = Le champ n'est ni vrai ni faux.
    .remedy = Écrivez true, false ou rien ; d'autres mots se traduisent sous [values] dans un fichier de correspondance.
field-not-a-number = Ce n'est pas un nombre.
    .remedy = N'écrivez que des chiffres, avec un point décimal là où les décimales sont admises.
field-not-one-of = { $nearest ->
        [none] Ce texte n'est pas connu ici.
       *[other] Ce texte n'est pas connu ici ; s'agit-il de « { $nearest } » ?
    }
    .remedy = Textes connus : { $allowed }. D'autres se traduisent sous [values] dans un fichier de correspondance.
map-too-long = Le fichier de correspondance dépasse { $limit } octets.
    .remedy = Vérifiez qu'il s'agit bien du fichier de correspondance, et non des données.
map-syntax = Le fichier de correspondance n'est pas du TOML valide : { $reason }.
    .remedy = Corrigez la ligne.
map-unknown-key = { $nearest ->
        [none] Un fichier de correspondance n'a pas de clé « { $key } » à cet endroit.
       *[other] Un fichier de correspondance n'a pas de clé « { $key } » à cet endroit ; s'agit-il de « { $nearest } » ?
    }
    .remedy = Corrigez-la ou retirez-la. Les noms de colonnes vont sous [columns].
map-unknown-column = { $nearest ->
        [none] obligo n'a pas de colonne « { $column } » ici.
       *[other] obligo n'a pas de colonne « { $column } » ici ; s'agit-il de « { $nearest } » ?
    }
    .remedy = À gauche figure la colonne d'obligo, à droite la colonne ou le texte du fichier.
map-column-not-in-file = { $nearest ->
        [none] { $table } n'a pas de colonne « { $column } ».
       *[other] { $table } n'a pas de colonne « { $column } » ; s'agit-il de « { $nearest } » ?
    }
    .remedy = Corrigez le nom dans le fichier de correspondance ; majuscules et minuscules comptent.
map-column-twice = La colonne « { $column } » a à la fois un texte fixe et une colonne du fichier.
    .remedy = Retirez l'un des deux.
map-same-signs = Le signe décimal et le séparateur de milliers sont identiques.
    .remedy = Indiquez-les tels qu'ils sont dans le fichier, par exemple decimal = "," et thousands = " ".
map-bad-value = { $expected ->
        [table] « { $key } » est une section à part.
        [text] « { $key } » attend un texte.
        [texts] « { $key } » attend une liste de textes.
        [true-or-false] « { $key } » attend true ou false.
        [one-character] « { $key } » attend un seul caractère.
        [encoding] Cet encodage n'est pas connu.
        [line-number] « { $key } » attend un numéro de ligne à partir de 1.
        [date-format] Ce n'est pas un format de date avec un jour, un mois et une année.
        [number-rule] « { $key } » attend l'une des valeurs as_is, digits, no_leading_zeros.
        [sign-rule] « { $key } » attend l'une des valeurs as_is, negate, by_kind ; by_kind pour les postes seulement.
        [item-kind] « { $key } » attend un type de poste.
        [kind-by-sign] « { $key } » attend à la fois positive et negative.
        [distinct] « { $key } » attend true, false ou une liste de colonnes.
        [debtor] « { $key } » vaut "party" ou "account", le compte lui-même.
       *[other] « { $key } » ne peut pas avoir cette valeur.
    }
    .remedy = { $expected ->
        [table] Écrivez [{ $key }] sur une ligne et ses entrées en dessous.
        [texts] Écrivez par exemple ["un", "deux"].
        [true-or-false] Écrivez true ou false, sans guillemets.
        [one-character] Écrivez par exemple ";", une tabulation "\t".
        [encoding] Sont connus, par exemple, utf-8, auto, windows-1252, iso-8859-1, iso-8859-15, utf-16le, cp437.
        [date-format] Écrivez-le avec %d, %m et %Y ou %y, par exemple "%d/%m/%Y".
       *[other] Corrigez la valeur.
    }

## Store

store-url = { $url } n'est pas l'adresse d'une base.
    .remedy = Indiquez sqlite: suivi d'un chemin, par exemple sqlite:obligo.db.
store-postgres-not-yet = Cette version garde sa base dans un fichier SQLite seulement, pas dans PostgreSQL.
    .remedy = Indiquez sqlite: suivi d'un chemin, par exemple sqlite:obligo.db.
store-missing = Il n'y a pas de base à l'emplacement { $path }.
    .remedy = Vérifiez le chemin après --store, ou importez-y des données : la première importation crée la base.
store-unreachable = La base { $path } ne peut pas être ouverte : { $why }.
    .remedy = Vérifiez que c'est un fichier et non un dossier, que son dossier existe et que vous pouvez y lire et y écrire.
store-locked = La base { $path } est utilisée par un autre programme, qui y écrit ou la tient ouverte ({ $why }).
    .remedy = Attendez que l'autre programme ait fini, ou arrêtez-le, puis réessayez. Rien n'a été modifié.
store-not-a-store = { $path } n'est pas une base obligo : { $why ->
    [empty] le fichier est vide
    [other-program] c'est la base d'un autre programme
   *[other] { $why }
  }.
    .remedy = Indiquez un autre chemin. Si ce devait être une base, restaurez une sauvegarde à côté de ce fichier.
store-too-new = La base { $path } a été écrite par une version plus récente d'obligo (schéma { $store }, cette version connaît { $program }).
    .remedy = Utilisez la version plus récente du programme.
store-damaged = La base { $path } est endommagée : { $why ->
    [no-versions] la table des versions de schéma manque
   *[other] { $why }
  }.
    .remedy = Gardez une copie du fichier, puis restaurez la dernière sauvegarde avec obligo restore.
store-read-only = La base { $path } ne peut être que lue ici : { $why }.
    .remedy = Vérifiez que vous pouvez écrire dans le fichier et dans son dossier, et que le disque n'est pas monté en lecture seule.
store-full = Il n'y a plus de place pour { $path } : { $why }.
    .remedy = Libérez de la place sur le disque, puis réessayez. Rien n'a été modifié.
store-io = La lecture ou l'écriture de { $path } a échoué : { $why }.
    .remedy = Vérifiez le disque et, pour un lecteur réseau, la connexion ; une base doit se trouver sur un disque local.
store-statement = La base { $path } a refusé une instruction du programme : { $why }.
    .remedy = C'est une erreur d'obligo. Merci de la signaler avec ce texte. Rien n'a été modifié.
store-instant = { $value } n'est pas un instant.
    .remedy = Écrivez-le en UTC comme 2024-05-01T10:20:30Z.
door-actor-missing = Une modification doit dire qui la fait et en quoi elle consiste.
    .remedy = Indiquez qui agit : avec --actor ou OBLIGO_ACTOR, ou en vous connectant.
door-key-reused = La clé d'idempotence { $key } a déjà servi, dans l'entrée { $entry } du journal d'audit, pour autre chose.
    .remedy = Envoyez une nouvelle clé avec une nouvelle demande ; ne répétez une clé qu'avec exactement la même demande.
backup-file-exists = Le fichier { $path } existe déjà ; une sauvegarde ne remplace jamais un fichier.
    .remedy = Indiquez un autre nom, ou déplacez le fichier.
backup-unwritable = La sauvegarde { $path } ne peut pas être écrite : { $why }.
    .remedy = Vérifiez que son dossier existe et que vous pouvez y écrire.
restore-file-missing = La sauvegarde { $path } n'existe pas.
    .remedy = Vérifiez le chemin de la sauvegarde.
restore-not-a-store = { $path } n'est pas la sauvegarde d'une base obligo : { $why ->
    [empty] le fichier est vide
    [other-program] c'est la base d'un autre programme
   *[other] { $why }
  }.
    .remedy = Indiquez un fichier écrit par obligo backup.
restore-damaged = La sauvegarde { $path } est endommagée : { $why ->
    [no-versions] la table des versions de schéma manque
   *[other] { $why }
  }.
    .remedy = Utilisez une sauvegarde plus ancienne. Rien n'a été modifié.
restore-chain-broken = Le journal d'audit de la sauvegarde { $path } n'est pas intact : l'entrée { $entry } ne passe pas le contrôle de { $what }.
    .remedy = La sauvegarde a été altérée. Utilisez-en une autre, et cherchez qui l'a altérée. Rien n'a été modifié.
restore-store-exists = Il y a déjà une base à l'emplacement { $path }.
    .remedy = Indiquez --force pour la remplacer, après en avoir fait une sauvegarde, ou restaurez vers un autre chemin.

## Fichiers SIE
datev-header = Ce n'est pas un fichier au format DATEV : sa première ligne ne le décrit pas.
    .remedy = Exportez les écritures depuis DATEV ou le logiciel de comptabilité dans un fichier au format DATEV (EXTF).
datev-category = Le fichier contient « { $name } » (catégorie { $category }), qui n'est pas lu.
    .remedy = Exportez des écritures (catégorie 21), des débiteurs et créditeurs (16) ou des libellés de comptes (20).
datev-columns = La colonne « { $missing } » manque dans la deuxième ligne.
    .remedy = Exportez le fichier à nouveau, avec les colonnes telles que DATEV les nomme.
fec-columns = La colonne « { $missing } » manque.
    .remedy = Exportez le fichier à nouveau, avec les 18 colonnes légales nommées dans la première ligne.
booking-field = { $fault ->
        [account] Le compte manque.
        [amount] Ce n'est pas un montant.
        [currency] Ce n'est pas un code de devise ISO 4217.
        [date] Ce n'est pas une date de ce format.
        [decimals] Le montant a plus de décimales que sa devise.
        [large] Le montant est trop grand.
        [rate] Ce n'est pas un cours de change.
       *[side] Ce n'est ni un débit ni un crédit.
    }
    .remedy = Corrigez-le dans le logiciel de comptabilité, puis exportez le fichier à nouveau.
sie-not-sie = Ce n'est pas un fichier SIE : sa première ligne n'est pas un enregistrement commençant par #.
    .remedy = Exportez la comptabilité depuis le logiciel comptable en SIE de type 4 et importez ce fichier.
sie-not-a-record = Cette ligne n'est pas un enregistrement ; les enregistrements commencent par #.
    .remedy = Cherchez un saut de ligne à l'intérieur d'un texte, ou exportez à nouveau le fichier.
sie-field = { $field ->
        [account] Le compte manque.
        [amount] Ce n'est pas un montant.
        [currency] Ce n'est pas un code de devise ISO 4217.
        [date] Ce n'est pas une date de la forme AAAAMMJJ.
        [decimals] Le montant a plus de deux décimales.
        [large] Le montant est trop grand.
        [object] L'objet n'a pas de numéro.
       *[year] Ce n'est pas le numéro d'un exercice : 0 est l'exercice en cours, -1 le précédent.
    }
    .remedy = Corrigez-le dans le logiciel comptable et exportez à nouveau le fichier.
sie-quote = Un guillemet ouvert sur cette ligne n'est jamais fermé.
    .remedy = Exportez à nouveau le fichier ; dans un texte, un guillemet s'écrit \".
sie-brace = Cette accolade n'appartient à aucune écriture.
    .remedy = Exportez à nouveau le fichier : les lignes d'une écriture se trouvent entre deux accolades après #VER.
sie-outside-voucher = Cette ligne n'appartient à aucune écriture.
    .remedy = Exportez à nouveau le fichier : les lignes d'une écriture se trouvent entre accolades après #VER.
sie-voucher-open = L'écriture qui commence ici n'est pas fermée par une accolade.
    .remedy = Le fichier est tronqué ou endommagé ; exportez-le à nouveau.
sie-voucher-unbalanced = L'écriture { $voucher } n'est pas équilibrée : la somme de ses lignes est { $difference }.
    .remedy = Corrigez l'écriture dans le logiciel comptable et exportez à nouveau le fichier.
sie-cut = Le fichier commence une somme de contrôle et se termine sans elle.
    .remedy = Le fichier est tronqué ; exportez-le à nouveau.
warning-sie-checksum = La somme de contrôle du fichier est { $sum }, le fichier lui-même indique { $value } : il a été modifié après avoir été écrit.
    .remedy = Si seul son encodage a changé, tout va bien ; sinon, exportez-le à nouveau et importez-le tel quel.
sie-line-too-long = Cette ligne dépasse { $limit } octets.
    .remedy = Cherchez des sauts de ligne manquants, ou exportez à nouveau le fichier.
sie-too-many = Les numéros et noms des comptes et des clients occupent plus de { $limit } octets.
    .remedy = Divisez le fichier, ou exportez moins de comptes.

## XML, relevés bancaires, factures électroniques, fichiers d'audit

xml-not-xml = { $format ->
        [none] Ce n'est pas un fichier XML : il ne commence pas par « < ».
       *[other] Ce n'est pas un fichier XML ; ses premiers octets sont ceux de { $format }.
    }
    .remedy = Décompressez-le, ou exportez-le à nouveau en XML.
xml-signed = Ce fichier est une signature autour d'un autre fichier (.p7m), qui n'est pas ouvert ici.
    .remedy = Extrayez la facture avec le programme qui vérifie la signature, et importez le XML qu'elle contient.
xml-encoding-unknown = Le fichier indique un encodage qui n'est pas connu ici.
    .remedy = Exportez-le à nouveau en UTF-8.
xml-encoding = Les octets à la position { $position } ne sont pas un caractère en { $encoding }, l'encodage que le fichier indique.
    .remedy = Le fichier est tronqué ou a été modifié après coup ; exportez-le à nouveau.
xml-doctype = Le fichier déclare un type de document. De tels fichiers ne sont pas lus : ils peuvent nommer d'autres fichiers et des entités qui croissent sans limite.
    .remedy = Aucun relevé bancaire, aucune facture, aucun fichier d'audit n'en a besoin ; demandez à l'expéditeur un fichier sans <!DOCTYPE>.
xml-entity = Cette entité n'est pas l'une des cinq que XML connaît lui-même.
    .remedy = Demandez à l'expéditeur d'écrire le caractère lui-même, ou son numéro.
xml-syntax = { $fault ->
        [after-root] Quelque chose suit la fin de l'élément extérieur.
        [attribute] Un attribut n'est pas écrit nom="valeur", ou figure deux fois.
        [before-root] Quelque chose précède l'élément extérieur.
        [character] Il y a ici un caractère que XML n'admet pas.
        [end-tag] La balise de fin { $name } n'appartient à aucun élément.
        [namespace] Les espaces de noms de cet élément sont faux ou trop nombreux.
        [prefix] Le préfixe { $name } ne désigne aucun espace de noms.
        [reference] Un « & » ne commence aucune référence de caractère.
       *[markup] Une balise, un commentaire ou un autre balisage n'est pas écrit comme XML le veut.
    }
    .remedy = Le fichier n'est pas bien formé : exportez-le à nouveau, et ne le modifiez pas à la main.
xml-end-tag = L'élément { $expected } est fermé par la balise de fin { $found }.
    .remedy = Le fichier n'est pas bien formé : exportez-le à nouveau, et ne le modifiez pas à la main.
xml-truncated = { $element ->
        [none] Le fichier se termine avant son premier élément.
       *[other] Le fichier se termine à l'intérieur de l'élément { $element }.
    }
    .remedy = Le fichier est tronqué ; exportez-le ou récupérez-le à nouveau.
xml-too-deep = Des éléments sont imbriqués sur plus de { $limit } niveaux.
    .remedy = Aucun format lu ici n'est aussi profond ; demandez à l'expéditeur le fichier conforme à la norme.
xml-too-large = Un texte, une balise ou un enregistrement dépasse { $limit } octets ou éléments.
    .remedy = Demandez à l'expéditeur des pièces jointes ou des enregistrements plus petits, ou plusieurs fichiers.
xml-wrong-root = C'est du XML, mais ni un relevé bancaire, ni une facture, ni un fichier d'audit lu ici : son élément extérieur est { $element }{ $namespace ->
        [none] {""}
       *[other] {" "}de { $namespace }
    }.
    .remedy = Choisissez un autre fichier. Sont lus camt.052, camt.053, camt.054, UBL, CII, FatturaPA et SAF-T.
element-missing = L'élément { $parent } n'a pas de { $element }.
    .remedy = Sa norme l'exige ; demandez à l'expéditeur un fichier complet.
element-not-a-date = Ce n'est pas une date du calendrier sous la forme que veut sa norme.
    .remedy = Corrigez-la là d'où elle vient et exportez à nouveau le fichier.
element-not-an-amount = Ce n'est pas un nombre.
    .remedy = Corrigez-le là d'où il vient et exportez à nouveau le fichier.
element-too-many-decimals = Les montants en { $currency } ont { $decimals ->
        [one] { $decimals } décimale
       *[other] { $decimals } décimales
    } ; celui-ci en a plus.
    .remedy = Corrigez-le là d'où il vient et exportez à nouveau le fichier.
element-amount-too-large = Le montant est trop grand.
    .remedy = Vérifiez le signe décimal ; des montants jusqu'à 999 999 999 999,99 peuvent être tenus.
element-not-a-currency = Ce n'est pas un code de devise ISO 4217.
    .remedy = Corrigez-le là d'où il vient et exportez à nouveau le fichier.
element-other-currency = Le montant est en { $currency }, la pièce en { $expected }.
    .remedy = Demandez à l'expéditeur une facture dont tous les montants sont dans une seule devise.
element-not-one-of = Ce n'est aucune des valeurs { $allowed }.
    .remedy = Corrigez-la là d'où elle vient et exportez à nouveau le fichier.
camt-details-differ = Les paiements de cette écriture font { $found } { $currency }, l'écriture { $stated } { $currency }. La différence est tenue comme un encaissement à part.
    .remedy = Comparez l'écriture avec la banque ; rapprochez la différence à la main.
camt-balance-differs = Le solde initial et les écritures comptabilisées font { $found } { $currency }, le solde final est de { $stated } { $currency }.
    .remedy = Vérifiez s'il manque des pages du relevé.
file-total-differs = Le fichier indique ici { $stated } ; son contenu fait { $found }.
    .remedy = Vérifiez que le fichier est complet ; sinon, signalez-le à l'éditeur du programme qui l'a écrit.
pdf-broken = Ce PDF est illisible.
    .remedy = Le fichier est tronqué ou endommagé ; récupérez-le à nouveau, ou demandez le fichier XML seul.
pdf-encrypted = Ce PDF est chiffré.
    .remedy = Enregistrez-le sans mot de passe, ou demandez le fichier XML seul.
pdf-too-large = Le PDF, ou ce qui y est compressé, dépasse { $limit } octets.
    .remedy = Demandez le fichier XML seul.
pdf-without-invoice = Aucune facture électronique n'est incorporée dans ce PDF.
    .remedy = Ce n'est que l'image d'une facture ; demandez Factur-X, ZUGFeRD ou le fichier XML.

## Items, settlements, scenarios

item-sign = Un montant du type { $kind } ne doit pas être { $kind ->
        [credit_note] positif
        [payment_on_account] positif
       *[other] négatif
    }.
    .remedy = Écrivez les types au débit avec un montant positif et les types au crédit avec un montant négatif, ou utilisez sign dans un fichier de correspondance.
item-net-amount = Le montant hors taxes ne va pas avec le montant TTC { $amount }.
    .remedy = Le montant hors taxes a le même signe que le montant et n'est pas plus grand ; laissez-le vide s'il n'y a pas de TVA.
item-due-date = { $terms ->
        [none] L'échéance nette est vide, et ni le poste ni son acheteur n'a de conditions de paiement.
       *[other] L'échéance nette est vide, et les conditions de paiement « { $terms } » ne sont pas lisibles.
    }
    .remedy = Remplissez l'échéance nette, ou écrivez les conditions, ici ou chez l'acheteur, comme "30", "30 days", "2 months", "30 eom" ou "cash".
item-rate = Ce n'est pas un cours de change.
    .remedy = Indiquez combien d'unités de la devise du poste valent une unité de la devise de la police : un nombre positif avec dix décimales au plus.
item-duplicate = La pièce { $document_no } figure deux fois dans ce fichier.
    .remedy = Une pièce est identifiée par la société, le compte, le numéro de pièce et le type ; retirez l'une des lignes ou donnez-lui un autre numéro.
item-conflict = La pièce { $document_no } est connue avec { $known }, le fichier indique { $new }.
    .remedy = Une pièce comptabilisée ne change pas : corrigez-la par un avoir ou une note de débit, ou corrigez le fichier. Une échéance plus tardive vaut prorogation.
item-origin = L'origine « { $origin } » de ce solde résiduel n'est pas connue.
    .remedy = Écrivez-la sous la forme COMPANY/DOCUMENT_NO/KIND d'un poste du même compte, importé avant ou dans le même fichier.
settlement-sign = Le montant ne va pas avec le mode de règlement { $method }.
    .remedy = Un règlement est positif, quel que soit le signe du poste ; seul un rejet est négatif. Zéro ne règle rien.
settlement-above-open = La pièce { $document_no } de { $amount } serait réglée à hauteur de { $settled } au total.
    .remedy = Un règlement ne peut pas dépasser ce qui est ouvert, ni un rejet ce qui a été réglé. Vérifiez le montant, la pièce et une éventuelle double saisie.
settlement-item-unknown = Il n'y a pas de poste { $document_no } de cette société et de ce type.
    .remedy = Importez d'abord les postes, et vérifiez la société, le numéro de pièce et le type.
settlement-item-ambiguous = La pièce { $document_no } existe sur { $count } comptes.
    .remedy = Indiquez le compte, la succursale et le type de compte dans le règlement.
settlement-duplicate = Le règlement { $settlement_no } de ce poste figure deux fois dans ce fichier.
    .remedy = Retirez l'une des lignes.
settlement-conflict = Le règlement { $settlement_no } de ce poste est connu avec une autre date ou un autre montant.
    .remedy = Enregistrez un rejet et un nouveau règlement au lieu de modifier un règlement comptabilisé.
scenario-unreadable = Le dossier { $folder } ne peut pas être lu : { $why }.
    .remedy = Indiquez un dossier qui contient les fichiers d'un scénario.
scenario-empty = Le dossier { $folder } ne contient aucun fichier de scénario.
    .remedy = Mettez-y companies.csv, buyers.csv, items.csv, etc., et policies/*.toml.
small-file-too-large = Le fichier dépasse { $limit } octets.
    .remedy = Les fichiers de police et de correspondance sont de petits textes ; vérifiez que c'est le bon fichier.
small-file-not-utf8 = Le fichier n'est pas en UTF-8 à l'octet { $byte }.
    .remedy = Enregistrez-le en UTF-8.

## Demo

demo-unwritable = { $path } ne peut pas être écrit : { $why }.
    .remedy = Libérez de la place dans le dossier des fichiers temporaires, ou indiquez-en un autre avec TMPDIR.

## Lists

deadlines-period = La période finit le { $to }, avant de commencer le { $from }.
    .remedy = Indiquez le premier jour avec --from et le dernier avec --to.
item-not-posted = { $item } n'était pas comptabilisé, ou pas connu, le { $date }.
    .remedy = Choisissez une date plus tardive avec --as-of, ou omettez --known-at.

## Imports and policies

import-refused = Les fichiers ont été refusés ; rien n'a été écrit.
    .remedy = Corrigez ce que le rapport signale, puis importez à nouveau.
import-kind-unknown = Il n'y a pas de type de fichier « { $kind } ».
    .remedy = Les types sont companies, insurers, buyers, covers, limits, evidence, rates, items, settlements, events, orders, et scenario pour un dossier entier.
csv-encoding-unknown = Il n'y a pas d'encodage « { $encoding } ».
    .remedy = Sont connus, par exemple, utf-8, auto, windows-1252, iso-8859-1, iso-8859-15, utf-16le, cp437.
field-negative = Le montant ne doit pas être négatif.
    .remedy = Écrivez-le sans signe.
field-out-of-range = Le nombre doit aller de { $from } à { $to }.
    .remedy = Corrigez-le, ou laissez le champ vide là où c'est permis.
field-ends-before-start = Le dernier jour est antérieur au premier, { $start }.
    .remedy = Corrigez l'un des deux ; le dernier jour fait encore partie de la période.
field-not-a-country = Ce n'est pas un code de pays ISO 3166.
    .remedy = Écrivez deux lettres majuscules, par exemple FR ; d'autres noms se traduisent sous [values] dans un fichier de correspondance.
record-repeated = La même chose figure déjà à la ligne { $first }.
    .remedy = Gardez la ligne correcte et retirez l'autre ; des versions de jours différents ont besoin de valid_from différents.
company-not-found = Il n'y a pas de société { $company }.
    .remedy = Importez-la d'abord avec companies, ou corrigez le code.
group-second = La société { $company } appartient au groupe assuré { $group }, mais cette base contient le groupe { $known }.
    .remedy = Gardez un seul groupe assuré par base ; donnez à l'autre groupe sa propre base.
group-master-missing = Aucune société du groupe assuré { $group } ne tient ses données de base.
    .remedy = Mettez master à true pour la seule société qui détient les polices.
group-masters-several = La société { $company } est société maître, mais { $master } l'est aussi.
    .remedy = Une seule société tient les données de base de l'assurance-crédit ; mettez master à false pour les autres.
group-differs = { $what ->
        [address_company] La société d'adresses de { $company } n'est pas celle de { $master }, qui tient les données de base du groupe : { $expected ->
            [none] elle n'en a pas
           *[other] « { $expected } »
        }.
        [account_types] Les types de compte de { $company } ne sont pas ceux de { $master }, qui tient les données de base du groupe : { $expected ->
            [none] elle n'en a pas
           *[other] « { $expected } »
        }.
       *[other] Les conditions de paiement de { $company } ne sont pas celles de { $master }, qui tient les données de base du groupe : { $expected ->
            [none] elle n'en a pas
           *[other] « { $expected } »
        }. Avec des conditions sûres, elles doivent l'être.
    }
    .remedy = Rendez-les identiques, ou laissez la société hors du groupe assuré : ses postes ne sont alors pas assurés.
insurer-code = Ce n'est pas un code d'assureur.
    .remedy = Écrivez exactement trois lettres ou chiffres, par exemple ACR.
insurer-account = Ce n'est pas un compte de la base d'adresses.
    .remedy = Écrivez-le sous la forme compte/succursale/type de compte, par exemple 7001/0/K, ou laissez-le vide.
account-form = Ce n'est pas un numéro d'adresse.
    .remedy = Écrivez { $limit } caractères au plus, sans barre oblique ; un prospect sans compte s'écrit @ suivi de son entité juridique.
account-branch = Ce n'est pas une succursale.
    .remedy = Écrivez { $limit } chiffres au plus, ou laissez le champ vide.
account-type = Ce n'est pas un type de compte.
    .remedy = Écrivez de une à { $limit } lettres ou chiffres.
account-not-found = Il n'y a pas de compte { $account }.
    .remedy = Importez-le d'abord avec buyers, ou corrigez le numéro, la succursale ou le type de compte.
account-ambiguous = Le compte { $account } n'est pas unique : il y a { $choices }.
    .remedy = Indiquez la succursale et le type du compte voulu.
prospect-not-found = Il n'y a ni prospect ni compte avec l'entité juridique { $legal_entity }.
    .remedy = Importez-le d'abord avec buyers, sous la forme @ suivi de son entité juridique.
prospect-with-account = Un prospect n'a ni succursale ni type de compte.
    .remedy = Laissez le champ vide, ou écrivez le compte au lieu de @ et de l'entité juridique.
prospect-entity = L'entité juridique n'est pas celle du prospect, { $prospect }.
    .remedy = Laissez la colonne vide, ou écrivez la même chose dans les deux.
buyer-is-co-insured = Le compte { $account } est co-assuré sous un autre acheteur ; il doit donc rester une succursale juridiquement dépendante.
    .remedy = Mettez d'abord fin à cette garantie par une garantie d'un autre type, ou gardez dependent_branch à true.
warning-identifier = { $scheme ->
        [vat_id] Ce numéro de TVA intracommunautaire ne peut pas être juste
        [register_no] Ce numéro d'immatriculation ne peut pas être juste dans le pays de l'acheteur
       *[other] Cet identifiant d'entité juridique (LEI) ne peut pas être juste
    } : { $why ->
        [length] il a trop ou trop peu de caractères
        [character] il contient un caractère qui n'y a pas sa place
        [check-digit] { $expected ->
            [none] sa clé de contrôle est fausse
           *[other] sa clé de contrôle est fausse, { $expected } conviendrait
        }
       *[other] il n'a pas la forme prévue
    }.
    .remedy = L'acheteur a été repris tel quel. Comparez le numéro avec le registre et corrigez-le dans la comptabilité clients.
warning-prospect-has-account = Ce prospect a maintenant son compte, { $account } ; la ligne a été ignorée.
    .remedy = Il n'y a rien à faire. Modifiez la ligne du compte lui-même si ses données ont changé.
warning-prospect-stays = Le compte { $account } existait avant le prospect @{ $prospect } de la même entité juridique ; ce qui a été enregistré pour le prospect lui reste donc attaché.
    .remedy = Importez à nouveau, avec le compte, les garanties, les avis d'agrément et les justificatifs du prospect.
policy-not-found = { $known ->
        [none] Il n'y a pas de police { $policy } ; aucune n'est encore enregistrée.
       *[other] Il n'y a pas de police { $policy }. Enregistrées : { $known }.
    }
    .remedy = Corrigez le code, ou enregistrez d'abord la police avec « obligo policy put ».
policy-too-many = Une base contient { $limit } polices au plus.
    .remedy = Utilisez une base par groupe assuré.
policy-insurer-unknown = Il n'y a pas d'assureur { $insurer }. Sont connus : { $known }.
    .remedy = Importez d'abord l'assureur, ou corrigez les trois premiers caractères du code de police.
policy-currency-changed = La police { $policy } a eu des traitements définitifs en { $known }, le dernier au { $date } : sa devise ne peut pas changer.
    .remedy = Enregistrez une nouvelle police avec un autre code interne dans la nouvelle devise, et transférez-y les garanties.
cover-field-not-allowed = Une garantie du type { $kind } n'a pas ce champ.
    .remedy = Laissez-le vide : une police va avec les garanties named et unnamed, un acheteur principal avec les garanties co_insured.
cover-overlaps = La garantie du compte { $account } chevaucherait celle qui commence le { $other } : un acheteur n'a qu'une garantie à une date donnée.
    .remedy = Faites commencer chaque garantie un jour différent, après la fin indiquée de la précédente, ou laissez valid_until vide : une garantie plus récente met fin à l'ancienne.
cover-under-itself = Le compte { $account } ne peut pas être co-assuré sous lui-même.
    .remedy = Indiquez l'acheteur principal dans co_insured_under.
cover-under-co-insured = Le compte { $account } ne peut pas être co-assuré sous { $main }, qui est lui-même co-assuré à ce moment-là.
    .remedy = Indiquez l'acheteur principal, celui qui est dénommé ou non dénommé.
cover-not-dependent = Le compte { $account } n'est pas une succursale juridiquement dépendante : il ne peut pas être co-assuré sous { $main }.
    .remedy = Un établissement juridiquement indépendant a besoin de sa propre garantie. S'il est dépendant, mettez dependent_branch à true dans buyers.
cover-kind-changes-while-insured = La garantie du compte { $account } ne peut pas passer de { $before } à { $after } tant que des postes assurés sont ouverts, par exemple { $item }.
    .remedy = Attendez qu'ils soient réglés. Pour mettre fin à la garantie, enregistrez un agrément de 0 ou declined_on (acheteur dénommé), ou declined_on ou une limite recommandée de 1 (acheteur non dénommé).
limit-refused-with-amount = La réponse { $response } figure à côté d'un montant supérieur à 0.
    .remedy = Corrigez la réponse ; un montant demandé va dans requested_amount.
limit-without-amount = La réponse { $response } exige un montant.
    .remedy = Écrivez le montant décidé par l'assureur, ou laissez la réponse vide tant qu'il n'est que demandé.
rate-missing = Il n'y a pas de cours { $currency } contre { $base } au { $date } ou avant.
    .remedy = Importez-le avec rates, ou donnez au poste son propre cours.
rate-same-currency = Une devise n'a pas de cours contre elle-même.
    .remedy = Retirez la ligne ou corrigez l'une des devises.
rate-out-of-range = Ce n'est pas un cours de change.
    .remedy = Indiquez combien d'unités de la devise valent une unité de la devise de référence : un nombre positif avec dix décimales au plus.
rate-conflict = Le cours { $currency } contre { $base } au { $date } est déjà { $known }, le fichier indique { $new }.
    .remedy = Des postes ont peut-être été évalués au cours connu. Corrigez le fichier ; pour évaluer autrement certains postes, donnez-leur leur propre cours.
amount-too-large = Le montant { $amount } devient trop grand une fois converti en { $currency }.
    .remedy = Vérifiez le montant et son cours.
event-names-nothing = L'événement ne désigne ni poste ni compte.
    .remedy = Remplissez company et document_no, ou le compte de l'acheteur.
item-name = Ce n'est pas la désignation d'un poste.
    .remedy = Écrivez COMPANY/DOCUMENT ou COMPANY/DOCUMENT/KIND, suivi de @ACCOUNT/BRANCH/TYPE si ce n'est pas unique.
item-not-found = Il n'y a pas de poste { $item }.
    .remedy = Importez d'abord les postes, et vérifiez la société, le numéro de pièce, le type et le compte.
item-ambiguous = { $item } n'est pas unique : il y a { $choices }.
    .remedy = Indiquez le type, et le compte si cela ne suffit pas.
item-company-not-found = Il n'y a pas de société { $company }.
    .remedy = Un poste se désigne par COMPANY/DOCUMENT/KIND, en commençant par le code de la société.
run-not-found = Il n'y a pas de traitement définitif { $run }.
    .remedy = « obligo runs » donne la liste des traitements définitifs.
run-not-after-last = La date d'arrêté { $key_date } n'est pas postérieure au dernier traitement définitif de la police { $policy } : traitement { $last_run } du { $last_date }.
    .remedy = Choisissez une date d'arrêté plus tardive, ou annulez le dernier traitement en indiquant un motif. Une simulation est toujours possible.
run-before-policy-run = La date d'arrêté { $key_date } est antérieure à un traitement définitif de la police { $policy } : traitement { $last_run } du { $last_date }.
    .remedy = Choisissez une date d'arrêté à partir du { $last_date }, ou annulez ce traitement en indiquant un motif. Une simulation est toujours possible.
run-already-reversed = Le traitement { $run } est déjà annulé.
    .remedy = Il n'y a rien à faire.
run-not-the-last = Le traitement { $run } n'est pas le dernier de sa série : le traitement { $later } l'a suivi.
    .remedy = Annulez d'abord le traitement suivant.
run-items-touched = Le traitement { $run } ne peut pas être annulé : son poste { $item } a été modifié ensuite par { $by }.
    .remedy = Annulez d'abord ce qui est venu ensuite, ou modifiez certains postes à la main en indiquant un motif.
warning-unexamined-before-withdrawal = { $count ->
        [one] { $count } poste du compte { $account } est antérieur au retrait de sa garantie le { $date }, mais aucun traitement ne l'a examiné : { $documents }.
       *[other] { $count } postes du compte { $account } sont antérieurs au retrait de sa garantie le { $date }, mais aucun traitement ne les a examinés : { $documents }.
    }
    .remedy = Vérifiez s'ils auraient dû être déclarés ; faites-les réexaminer avec un motif si l'assureur est d'accord.

## Changes by hand, events, late facts

reason-missing = Cette modification exige un motif.
    .remedy = Dites pourquoi, dans vos propres mots ; le motif est conservé. En ligne de commande, c'est --reason.
edit-amount = { $value } n'est pas un montant.
    .remedy = Écrivez-le avec un point décimal et sans séparateur de milliers, par exemple 1234.50.
edit-amount-decimals = { $value } a plus de décimales que { $currency } n'en admet : { $decimals }.
    .remedy = Arrondissez le montant à { $decimals ->
        [one] { $decimals } décimale
       *[other] { $decimals } décimales
    }.
edit-amount-too-large = Le montant { $value } est trop grand.
    .remedy = Vérifiez le signe décimal.
edit-insured-below-zero = Le montant assuré de { $item } ne peut pas être inférieur à 0.
    .remedy = Indiquez un montant compris entre 0 et ce qui est ouvert.
edit-insured-above-open = Le montant assuré de { $item } ne peut pas dépasser son montant ouvert assurable, { $open } { $currency }.
    .remedy = Indiquez un montant compris entre 0 et { $open }.
edit-insured-on-credit = { $item } est au crédit : seul ce qui est dû à la société peut être assuré.
    .remedy = N'indiquez pas de montant assuré.
edit-insured-not-insurable = { $item } aurait le statut { $status } ; seul un poste de statut K porte un montant assuré.
    .remedy = Fixez le statut K dans la même commande, ou le montant assuré 0.
edit-still-insured = { $item } est assuré à hauteur de { $insured } { $currency } ; seul un poste de statut K peut l'être.
    .remedy = Fixez le montant assuré à 0 dans la même commande, si vous renoncez à la garantie.
edit-status-of-other-side = { $item } ne peut pas avoir le statut { $status } : C est pour les postes au débit, D pour les postes au crédit.
    .remedy = Choisissez le statut qui correspond au sens du poste.
edit-follow-up-date = { $item } aurait une date de suivi sans que le suivi soit demandé.
    .remedy = Activez le suivi dans la même commande (--follow-up true), ou n'indiquez pas de date.
edit-before-overdue-date = { $date ->
        [exclusion_date] La date d'exclusion
        [collection_date] La date de remise au recouvrement
        [waiting_end] La fin du délai de carence
        [filing_date] La date limite de demande d'indemnisation
       *[other] { $date }
    } de { $item } serait antérieure à sa date d'impayé { $overdue_date }.
    .remedy = Vérifiez les deux dates ; déplacez-les ensemble si l'assureur est d'accord.
event-protest-not-a-bill = Un protêt exige l'effet de commerce concerné.
    .remedy = Indiquez un poste de type bill.
close-day-before-last = Le { $date } est antérieur au dernier jour clôturé, le { $last_date }.
    .remedy = Les jours se clôturent dans l'ordre ; clôturez le { $last_date } ou un jour ultérieur.
reexamine-no-item = Aucun poste n'a été indiqué.
    .remedy = Indiquez les postes à réexaminer.
reexamine-not-open = { $item } n'était pas ouvert le { $key_date } : aucun traitement à cette date ne l'examinerait.
    .remedy = Choisissez une date d'arrêté à laquelle le poste était comptabilisé et pas encore réglé.
reexamine-no-cover = L'acheteur de { $item } n'avait pas de garantie le { $key_date } : aucun traitement à cette date ne l'examinerait.
    .remedy = Vérifiez la garantie de l'acheteur, ou choisissez une autre date d'arrêté.
reexamine-still-insured = Au { $key_date }, { $item } aurait le statut { $status }, mais il est assuré à hauteur de { $insured } { $currency }.
    .remedy = Renoncez au montant assuré dans la même commande (--drop-insured), si c'est ce que l'assureur a décidé.
warning-late-fact = { $what ->
        [decision] Un avis d'agrément
        [evidence] Un justificatif
       *[item] Un poste
    } du { $date } pour { $account } a été enregistré après le traitement définitif de la police { $policy } au { $run_date }. Connu à temps, il aurait fait déclarer { $declared_after } { $currency } au lieu de { $declared_before } ; postes différents : { $count } ({ $items }).
    .remedy = Demandez à l'assureur comment régulariser : par le prochain traitement, par l'annulation de celui-ci ou par le réexamen de certains postes.
warning-late-fact-same = { $what ->
        [decision] Un avis d'agrément
        [evidence] Un justificatif
       *[item] Un poste
    } du { $date } pour { $account } a été enregistré après le traitement définitif de la police { $policy } au { $run_date }. Il n'y aurait rien changé.
    .remedy = Il n'y a rien à faire.
warning-late-facts-more = { $count ->
        [one] { $count } autre acheteur a
       *[other] { $count } autres acheteurs ont
    } des données enregistrées après le traitement définitif dont elles relèvent.
    .remedy = Importez en plusieurs parties pour les voir toutes.
warning-late-facts-not-compared = { $count ->
        [one] { $count } autre acheteur a
       *[other] { $count } autres acheteurs ont
    } de telles données tardives ; leur effet n'a été calculé que pour les { $limit } premiers.
    .remedy = Une simulation à la date du dernier traitement définitif montre la différence pour tous.

## Access

random-unavailable = Le système ne fournit pas de nombres aléatoires : { $why }.
    .remedy = Vérifiez la source de nombres aléatoires du système, puis réessayez.
secret-shown-once = Cela a déjà été fait avec la même clé ; le secret a été affiché à ce moment-là et ne peut plus l'être.
    .remedy = Si le secret est perdu, révoquez ce qui a été créé et créez-le à nouveau.
link-invalid = Ce lien ne fonctionne pas : il a déjà servi, a expiré, ou un lien plus récent l'a remplacé.
    .remedy = Demandez un nouveau lien à un administrateur. Le lien du premier démarrage s'affiche à nouveau chaque fois que le serveur démarre.
user-name = Un nom d'utilisateur compte de 1 à { $limit } lettres, chiffres ou signes . _ - @ +, sans espace.
    .remedy = Corrigez le nom.
user-name-taken = Il y a déjà un utilisateur { $user }.
    .remedy = Choisissez un autre nom ; majuscules et minuscules ne se distinguent pas.
user-display-name = Un nom compte { $limit } caractères au plus.
    .remedy = Raccourcissez le nom.
user-roles-missing = Un utilisateur a besoin d'au moins un rôle.
    .remedy = Choisissez un rôle. Pour fermer l'accès à quelqu'un, désactivez l'utilisateur.
user-companies-missing = Aucune société n'est choisie.
    .remedy = Choisissez toutes les sociétés, ou cochez celles qui sont concernées.
user-company-unknown = Il n'y a pas de société { $company }.
    .remedy = Choisissez parmi les sociétés de la base.
user-language = Cette langue n'existe pas ici.
    .remedy = Choisissez parmi { $known }.
user-not-found = Il n'y a pas d'utilisateur { $user }.
    .remedy = Vérifiez le nom d'utilisateur.
user-last-administrator = { $user } est le dernier administrateur.
    .remedy = Nommez d'abord un autre administrateur.
password-too-short = Un mot de passe compte au moins { $limit } caractères.
    .remedy = Choisissez-en un plus long, par exemple quatre mots sans rapport entre eux.
password-too-long = Un mot de passe compte { $limit } octets au plus.
    .remedy = Choisissez-en un plus court.
password-is-name = Le mot de passe est identique au nom d'utilisateur.
    .remedy = Choisissez un mot de passe que personne ne peut deviner.
password-wrong = Le mot de passe actuel n'est pas le bon.
    .remedy = Saisissez-le à nouveau, ou demandez à un administrateur un lien pour en définir un autre.
sign-in-refused = Le nom et le mot de passe ne correspondent pas.
    .remedy = Saisissez les deux à nouveau, ou adressez-vous à un administrateur.
sign-in-too-often = Trop de tentatives ont échoué. Réessayez dans { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
  }.
    .remedy = Attendez { $seconds ->
        [one] { $seconds } seconde
       *[other] { $seconds } secondes
    }, ou demandez à un administrateur de définir un nouveau mot de passe.
token-name = Un jeton a besoin d'un nom de 1 à { $limit } caractères.
    .remedy = Indiquez le nom du programme qui l'utilisera.
token-scopes-missing = Un jeton a besoin d'au moins un droit.
    .remedy = Choisissez ce que le programme peut faire : read, write, run ou admin.
token-days = Un jeton vaut de 1 à { $limit } jours, pas { $days }.
    .remedy = Choisissez un nombre de jours dans ces limites, et créez à temps un nouveau jeton.
token-company = { $user } ne voit pas la société { $company }.
    .remedy = Choisissez parmi les sociétés de l'utilisateur.
token-not-found = Il n'y a pas de jeton { $token }.
    .remedy = Consultez la liste des jetons.
view-name = Une vue a besoin d'un nom de 1 à { $limit } caractères.
    .remedy = Corrigez le nom.
view-too-large = Une vue compte { $limit } octets au plus.
    .remedy = Retirez des colonnes ou des filtres.
view-name-taken = Il y a déjà une vue nommée « { $name } ».
    .remedy = Choisissez un autre nom.
view-too-many = Cette liste a déjà { $limit } vues.
    .remedy = Supprimez-en une dont vous n'avez pas besoin.
setting-issuer = Ce n'est pas l'adresse d'un fournisseur d'identité.
    .remedy = Écrivez-la comme le fournisseur la donne, en commençant par https://. Elle ne peut commencer par http:// que sur cette machine.
setting-oidc-incomplete = Le fournisseur d'identité a besoin d'un identifiant de client et de l'attribut (claim) qui liste les groupes.
    .remedy = Remplissez les deux ; l'administrateur du fournisseur les connaît.
setting-client-secret = Le secret du client n'est jamais conservé ici, seulement l'endroit où il se trouve.
    .remedy = Mettez-le dans une variable d'environnement du serveur et écrivez { $start } suivi du reste de son nom.
setting-public-address = Ce n'est pas l'adresse d'un serveur.
    .remedy = Écrivez-la comme on la saisit, par exemple https://obligo.example.com, sans barre oblique à la fin.
oidc-unreachable = Le fournisseur d'identité { $issuer } ne répond pas comme prévu : { $why }.
    .remedy = Réessayez ; si le problème persiste, vérifiez l'adresse du fournisseur dans les paramètres. Les utilisateurs locaux peuvent se connecter avec leur mot de passe.
oidc-address = L'adresse du fournisseur d'identité, ou celle vers laquelle il renvoie, n'est pas valable.
    .remedy = Vérifiez les deux dans les paramètres.
oidc-secret-missing = La variable { $variable }, qui doit contenir le secret du client, n'est pas définie.
    .remedy = Définissez-la dans l'environnement du serveur, puis redémarrez le serveur.
oidc-state = Cette connexion n'a pas commencé dans ce navigateur, ou il y a trop longtemps.
    .remedy = Recommencez à partir de la page de connexion.
oidc-refused = La réponse du fournisseur d'identité n'a pas été acceptée : { $why }.
    .remedy = Recommencez à partir de la page de connexion ; si le problème persiste, prévenez un administrateur.
oidc-no-role = Aucun des groupes de { $user } ne donne de rôle ici.
    .remedy = Demandez à un administrateur d'associer un de vos groupes à un rôle, ou à l'administrateur du fournisseur de vous mettre dans un groupe.
oidc-name-taken = Le nom { $user } appartient à un utilisateur local.
    .remedy = Adressez-vous à un administrateur ; l'un des deux doit changer de nom.
note-empty = La note est vide.
    .remedy = Écrivez quelque chose.
note-too-long = Une note compte { $limit } caractères au plus.
    .remedy = Raccourcissez-la.
proposal-payload-key = Il n'y a pas de paramètre { $key } ici.
    .remedy = Sont connus : { $known }.
proposal-payload-value = Le paramètre { $key } manque ou ne peut pas avoir cette valeur.
    .remedy = Corrigez-le ; les dates s'écrivent comme 2024-01-31, les montants comme des textes, par exemple "1000.00".
proposal-already-open = La même chose est déjà proposée : proposition { $proposal }.
    .remedy = Attendez la décision, ou retirez la proposition.
proposal-not-found = Il n'y a pas de proposition { $proposal }.
    .remedy = Consultez la liste des propositions.
proposal-same-person = Vous avez fait vous-même la proposition { $proposal } ; le principe des quatre yeux s'applique.
    .remedy = Demandez à un collègue qui a les mêmes droits de décider, ou retirez-la.
proposal-not-yours = La proposition { $proposal } a été faite par quelqu'un d'autre.
    .remedy = Seul son auteur peut la retirer ; vous pouvez la refuser.
proposal-decided = La proposition { $proposal } n'est plus ouverte : { $state ->
    [approved] approuvée par { $by }
    [refused] refusée par { $by }
   *[withdrawn] retirée
  }.
    .remedy = Refaites une proposition si elle est encore nécessaire.

## Command line

config-unreadable = Le fichier de configuration ne peut pas être lu : { $reason }.
    .remedy = Vérifiez le nom après --config, ou OBLIGO_CONFIG, et si vous avez le droit de le lire.
config-too-large = Le fichier de configuration dépasse { $limit } octets.
    .remedy = Vérifiez qu'il s'agit bien du fichier de configuration, et non des données.
config-syntax = Le fichier de configuration n'est pas du TOML valide : { $reason }.
    .remedy = Écrivez une clé par ligne, sous la forme clé = valeur, les textes entre guillemets droits.
config-unknown-key = { $nearest ->
    [none] Un fichier de configuration n'a pas de clé « { $key } ».
   *[other] Un fichier de configuration n'a pas de clé « { $key } » ; s'agit-il de « { $nearest } » ?
  }
    .remedy = Sont connues : { $known }.
config-value = « { $key } » ne peut pas avoir cette valeur.
    .remedy = store, lang et actor attendent un texte, color "auto", "always" ou "never", quiet true ou false, max_errors un nombre à partir de 1.
clock-not-an-instant = OBLIGO_NOW vaut { $value }, qui n'est pas un instant.
    .remedy = Écrivez-le en UTC comme 2024-05-01T10:20:30Z, ou n'indiquez rien : cette variable sert à reproduire des résultats.
output-failed = Le résultat n'a pas pu être écrit : { $reason }.
    .remedy = Libérez de la place, ou vérifiez où il est envoyé, puis réessayez. Un traitement définitif déjà fait reste acquis : « obligo runs » le mentionne, « obligo runs show » l'affiche.
document-failed = Le document n'a pas pu être établi : { $reason }.
    .remedy = C'est une erreur du programme : veuillez la signaler avec le nom de l'état et ce texte. Les mêmes chiffres existent en XLSX, CSV et JSON.
snapshot-only-items = --snapshot dit quels postes ont disparu, mais ici { $kind } est importé.
    .remedy = Omettez-le, ou importez items.
policy-check-failed = { $failed } des { $cases } cas d'exemple ne donnent pas le résultat voulu par la police.
    .remedy = Les lignes ci-dessus montrent les écarts. Corrigez le cas ou les conditions.
demo-folder-exists = { $path } existe déjà ; la démonstration a besoin d'un nouveau dossier.
    .remedy = Indiquez un autre dossier, ou omettez --to.
verify-findings = La base n'est pas telle qu'elle a été enregistrée : { $findings ->
    [one] { $findings } anomalie
   *[other] { $findings } anomalies
  }.
    .remedy = Les lignes ci-dessus montrent les écarts. Gardez le fichier tel quel et comparez-le avec la dernière sauvegarde.

run-damaged = Le traitement { $run } ne peut pas être annulé : ce qu'il a enregistré de ses modifications est endommagé.
    .remedy = Lancez « obligo verify », puis restaurez la base à partir d'une sauvegarde.

## Server, pages and API

sign-in-needed = Vous n'êtes pas connecté.
    .remedy = Connectez-vous, ou envoyez un jeton : Authorization: Bearer TOKEN.
role-missing = Vos rôles ne le permettent pas.
    .remedy = Demandez à un administrateur le rôle nécessaire.
role-companies = Cela concerne toutes les sociétés du groupe, mais vous n'en voyez que certaines.
    .remedy = Adressez-vous à quelqu'un qui voit tout le groupe.
form-foreign = Le formulaire a été envoyé depuis un autre site.
    .remedy = Ouvrez la page ici et envoyez le formulaire depuis celle-ci.
form-expired = Le formulaire appartient à une session terminée.
    .remedy = Rouvrez la page et remplissez le formulaire à nouveau.
page-not-found = Il n'y a rien à cette adresse.
    .remedy = Suivez un lien de la navigation, ou faites une recherche.
method-not-allowed = Cette adresse n'accepte pas les requêtes de ce type.
    .remedy = Consultez la description de l'API à l'adresse /api/openapi.json.
body-too-large = La requête dépasse les { $limit } octets acceptés ici.
    .remedy = Envoyez-la en plusieurs parties, ou importez le fichier en ligne de commande.
body-too-slow = La requête arrivait trop lentement et a été abandonnée.
    .remedy = Envoyez-la à nouveau.
body-type = Les requêtes de type { $type } ne sont pas acceptées ici.
    .remedy = Envoyez un formulaire, du JSON (application/json) ou, là où un fichier est attendu, du CSV (text/csv).
body-broken = La requête est illisible : { $why }.
    .remedy = Corrigez-la et envoyez-la à nouveau.
body-json-missing = La requête ne contient pas de JSON.
    .remedy = Envoyez l'enregistrement en application/json.
body-missing = La requête ne contient pas de fichier.
    .remedy = Envoyez le fichier en text/csv, ou en multipart/form-data.
query-date = { $field } : « { $value } » n'est pas une date.
    .remedy = Écrivez-la comme 2024-01-31.
query-number = { $field } : « { $value } » n'est pas un nombre entier d'au moins { $least }.
    .remedy = Indiquez un nombre entier, ou n'indiquez rien.
idempotency-key-long = La clé d'idempotence a plus de 200 caractères.
    .remedy = Choisissez-en une plus courte, par exemple un UUID.
token-unknown = Le jeton est inconnu, expiré ou révoqué.
    .remedy = Créez-en un nouveau dans les paramètres.
record-changed = Quelqu'un a modifié ces données entre-temps.
    .remedy = Regardez ce qu'elles disent maintenant, et refaites votre modification si elle est toujours juste.
server-address = Le serveur ne peut pas écouter sur { $address } : { $why }.
    .remedy = Choisissez une autre adresse avec --listen, par exemple 127.0.0.1:8081.
server-folder = Aucun fichier temporaire ne peut être écrit : { $why }.
    .remedy = Vérifiez que le dossier des fichiers temporaires existe et qu'il y reste de la place.
server-failed = Le serveur n'y est pas parvenu. Rien n'a été écrit.
    .remedy = Réessayez ; si le problème persiste, dites au responsable d'obligo ce que vous faisiez.
reader-gone = Le lecteur est parti.
    .remedy = Refaites la demande.
portfolio-failed = Les chiffres n'ont pas pu être calculés.
    .remedy = Prévenez le responsable d'obligo ; la ligne de commande répond peut-être encore.
company-not-yours = Vous ne pouvez pas écrire les pièces de la société { $company }.
    .remedy = Adressez-vous à quelqu'un qui voit cette société, ou à un administrateur.
job-too-many = { $count ->
    [one] { $count } traitement long est déjà en cours
   *[other] { $count } traitements longs sont déjà en cours
  }.
    .remedy = Attendez que l'un d'eux soit terminé.

## Webhooks

webhook-url = « { $value } » n'est pas une adresse à laquelle on peut envoyer quelque chose.
    .remedy = Écrivez-la comme https://host/path, sans utilisateur, mot de passe ni #.
webhook-address-private = { $host } est une adresse de cette machine ou d'un réseau privé.
    .remedy = Indiquez une adresse joignable de l'extérieur, ou faites autoriser les adresses privées par l'administrateur.
webhook-no-event = Aucun événement n'est choisi pour le webhook.
    .remedy = Choisissez au moins un événement.
webhook-no-company = Aucune société n'est choisie pour le webhook.
    .remedy = Indiquez au moins une société, ou n'en indiquez aucune pour les avoir toutes.
webhook-not-found = Il n'y a pas de webhook { $webhook }.
    .remedy = La liste des webhooks donne leurs numéros.

## Buyers

view-not-found = Il n'y a pas de vue enregistrée { $name }.
    .remedy = Elle a peut-être été supprimée entre-temps ; enregistrez-la à nouveau.
co-insured-not-master = La société { $company } ne tient pas les données d'assurance ; c'est { $master } qui les tient.
    .remedy = Choisissez la société maître du groupe assuré.
co-insured-main-not-insured = Le compte { $account } n'a pas de garantie propre le { $date } ; personne ne peut donc être co-assuré sous lui.
    .remedy = Donnez-lui d'abord une garantie d'acheteur dénommé ou non dénommé, ou choisissez un autre client assuré.
co-insured-other-policy = Le compte { $account } est assuré sous { $policy }, pas sous { $typed }.
    .remedy = Laissez vides l'assureur et le numéro de police, ou choisissez ceux du client assuré.
co-insured-not = Le compte { $account } n'est pas co-assuré le { $date }.
    .remedy = Choisissez un jour où il l'est.
buyer-exists = Il y a déjà un acheteur { $account }.
    .remedy = Modifiez ses données de base sur sa page.
buyer-not-found = Il n'y a pas d'acheteur { $account }.
    .remedy = Cherchez-le par nom ou par numéro dans la liste des acheteurs.

## API

query-unknown = Il n'y a pas de paramètre { $field } ici.
    .remedy = Sont connus : { $known }.
query-value = { $field } : « { $value } » n'est pas accepté.
    .remedy = Sont connus : { $known }.
cursor-unknown = Le curseur « { $value } » ne mène nulle part.
    .remedy = Reprenez la valeur next de la réponse précédente, ou commencez sans curseur.
precondition-missing = La modification ne dit pas à quelle version de l'enregistrement elle s'applique.
    .remedy = Envoyez If-Match avec l'ETag de ce que vous avez lu.

## Runs and long work on the pages

job-not-found = Ce travail n'existe plus.
    .remedy = Relancez-le ; les résultats ne sont conservés qu'un certain temps.
run-preview-outdated = Des données ont été enregistrées depuis cette simulation, et le traitement donnerait maintenant un autre résultat.
    .remedy = Faites une nouvelle simulation, regardez ses différences, puis rendez celle-là définitive.
run-preview-past = Une simulation de ce qui était connu à une date antérieure ne peut pas devenir définitive.
    .remedy = Faites une simulation sans cette date.

## Import pages

import-no-file = Aucun fichier n'a été choisi.
    .remedy = Choisissez au moins un fichier.
import-too-many-files = Plus de { $limit } fichiers ont été choisis.
    .remedy = Importez-les en plusieurs fois.
import-file-name = Le nom de { $file } ne correspond à aucun type.
    .remedy = Nommez-le d'après ce qu'il contient, par exemple items.csv ; une police se termine par .toml.
import-file-twice = Il y a deux fichiers { $file }.
    .remedy = Réunissez-les en un fichier, ou importez l'un après l'autre.

## Settings

setting-oidc-role = « { $value } » ne donne de rôle à aucun groupe.
    .remedy = Écrivez un groupe par ligne, sous la forme groupe = rôle ; les rôles sont { $known }.
webhook-disabled = Le webhook { $webhook } est désactivé.
    .remedy = Réactivez-le, puis envoyez le test.

## États

report-not-found = L'état { $report } n'existe pas.
    .remedy = États connus : { $known }.
report-parameter-unknown = L'état { $report } n'a pas de donnée { $parameter }.
    .remedy = Il prend : { $known }.
report-parameter-missing = L'état { $report } a besoin de { $parameter }.
    .remedy = Indiquez { $parameter }, ou le numéro d'un traitement définitif si l'état en montre un.
report-parameter-value = Cette valeur ne convient pas à { $parameter }.
    .remedy = Attendu : { $expected }.
report-run-or-preview = Le traitement { $run } dit lui-même sur quoi il porte.
    .remedy = Indiquez le traitement seul, ou omettez-le pour demander une simulation.
report-of-other-run = Le traitement { $run } ne correspond pas à l'état { $report }.
    .remedy = Utilisez pour lui l'état { $fitting }.
report-of-other-procedure = La police { $policy } déclare selon un autre procédé que l'état { $report }.
    .remedy = Utilisez pour elle l'état { $fitting }.
report-format-missing = Le format de l'état n'est pas indiqué.
    .remedy = Indiquez --format suivi de { $known }, ou un fichier dont le nom se termine ainsi.
report-format-not-offered = L'état { $report } ne peut pas être écrit en { $format }.
    .remedy = Formats possibles : { $known }.
report-part-unknown = { $nearest ->
        [none] L'état { $report } n'a pas de partie { $part }.
       *[other] L'état { $report } n'a pas de partie { $part } ; s'agit-il de { $nearest } ?
    }
    .remedy = Ses parties sont : { $known }.
layout-too-long = Le fichier de mise en forme dépasse { $limit } octets.
    .remedy = Vérifiez qu'il s'agit de la mise en forme et non des données.
layout-syntax = La mise en forme n'est pas du TOML valable : { $reason }.
    .remedy = Écrivez une clé par ligne sous la forme clé = valeur, les textes entre guillemets droits, chaque colonne sous [[column]].
layout-unknown-key = { $nearest ->
        [none] Une mise en forme n'a pas ici de clé { $key }.
       *[other] Une mise en forme n'a pas ici de clé { $key } ; s'agit-il de { $nearest } ?
    }
    .remedy = Clés admises ici : { $known }. Les clés de tout le fichier précèdent le premier [[column]].
layout-missing-key = Il manque { $key } à la mise en forme.
    .remedy = Une mise en forme a besoin de report, de file_name et, par colonne, d'un [[column]] avec value ou text.
layout-bad-value = { $expected ->
        [text] { $key } est un texte non vide.
        [true-or-false] { $key } vaut true ou false.
        [one-character] { $key } est un seul caractère, ni lettre, ni chiffre, ni guillemet, ni signe d'un nombre.
        [other-sign] Les décimales et les milliers ont le même séparateur.
        [file-name] Un nom de fichier finit par .csv, .txt ou .xlsx.
        [date-format] Ce n'est pas un format de date avec un jour, un mois et une année.
        [encoding] Ce codage n'est pas connu.
        [quotes] quotes vaut "needed" ou "all".
        [line_end] line_end vaut "crlf" ou "lf".
        [rows] rows est une liste de "line", "group", "subtotal", "total".
        [lines] { $key } est une liste de lignes, chacune une liste de textes.
        [values] { $key } associe des textes à des textes.
        [value-or-text] Une colonne a soit value, soit text.
       *[tables] { $key } est une table entre doubles crochets, [[{ $key }]], une fois par colonne, 500 fois au plus.
    }
    .remedy = { $expected ->
        [date-format] Écrivez par exemple "%d.%m.%Y", avec %d, %m et %Y ou %y.
        [encoding] Sont possibles "utf-8", "utf-8-bom", "windows-1252" et "iso-8859-15".
        [lines] Écrivez par exemple before = [["Déclaration", "{"{"}policy{"}"}"]].
        [values] Écrivez par exemple values = {"{"} true = "O", false = "N" {"}"}.
       *[other] Corrigez-la, ou supprimez la clé : ce qui manque a une valeur par défaut.
    }
layout-other-report = La mise en forme est prévue pour { $layout_report }, non pour { $report }.
    .remedy = Utilisez-la avec cet état, ou corrigez sa clé report.
layout-unknown-column = { $nearest ->
        [none] Le tableau n'a pas de colonne { $column }.
       *[other] Le tableau n'a pas de colonne { $column } ; s'agit-il de { $nearest } ?
    }
    .remedy = Ses colonnes sont : { $known }.
layout-unknown-fact = { $nearest ->
        [none] L'état ne dit rien de { $fact }.
       *[other] L'état ne dit rien de { $fact } ; s'agit-il de { $nearest } ?
    }
    .remedy = Entre accolades sont admis : { $known }.
layout-name = Le nom d'une mise en forme compte de 1 à { $limit } lettres, chiffres ou signes - et _.
    .remedy = Corrigez le nom ; précédé du code de l'assureur, il s'écrit ACR/balance.
layout-not-found = La mise en forme { $layout } n'existe pas.
    .remedy = Sont enregistrées : { $known }.
dispatch-no-recipient = Aucun destinataire n'est indiqué.
    .remedy = Indiquez --to avec une adresse de courriel ou --drop avec un dossier ; sur la page, une adresse ou le dossier.
dispatch-too-many = Un envoi a au plus { $limit } destinataires.
    .remedy = Envoyez en plusieurs fois.
dispatch-address = Ce n'est pas une adresse de courriel.
    .remedy = Écrivez-la sous la forme nom@assureur.example, une à la fois.
dispatch-too-large = Le fichier compte { $size } octets ; { $limit } au plus sont envoyés.
    .remedy = Envoyez-le en CSV ou XLSX, plus petits, ou remettez-le autrement.
dispatch-sent-already = { $recipient } a déjà reçu ce fichier, par l'envoi { $dispatch } du { $at }.
    .remedy = Il n'y a rien à faire. Pour l'envoyer quand même, ajoutez --again, ou cochez la case sur la page.
dispatch-unknown = Personne ne sait si l'envoi { $dispatch }, commencé { $at }, est arrivé : il a été interrompu.
    .remedy = Demandez au destinataire. Réessayez ensuite avec « obligo dispatches retry { $dispatch } --even-if-unknown ».
dispatch-not-failed = L'envoi { $dispatch } n'a pas échoué.
    .remedy = On ne réessaie que ce qui a échoué. Pour renvoyer le même fichier, envoyez l'état avec --again.
dispatch-not-found = L'envoi { $dispatch } n'existe pas.
    .remedy = Voyez « obligo dispatches », ou le registre des envois.
dispatch-failed = L'envoi { $dispatch } à { $recipient } a échoué : { $reason }.
    .remedy = Il figure au registre. Remédiez à la cause, puis « obligo dispatches retry { $dispatch } ».
mail-not-set-up = Aucun serveur de courriel n'est configuré.
    .remedy = Indiquez serveur et expéditeur dans les réglages de la maison, ou définissez OBLIGO_MAIL_SERVER et OBLIGO_MAIL_FROM.
mail-server = Ce n'est pas un serveur de courriel.
    .remedy = Écrivez smtps://user@host:465, smtp+starttls://user@host:587 ou smtp://host:25, sans mot de passe.
mail-plain = Un mot de passe partirait en clair vers { $host }.
    .remedy = Utilisez smtps:// ou smtp+starttls://, ou omettez l'utilisateur.
mail-from = Ce n'est pas un expéditeur de courriels.
    .remedy = Écrivez une adresse, ou Nom <adresse>.
mail-password-missing = Le serveur de courriel demande un mot de passe, et { $variable } n'est pas définie.
    .remedy = Définissez-la dans l'environnement du programme.
drop-folder-not-set-up = La maison n'a pas de dossier où déposer des fichiers.
    .remedy = Indiquez-en un dans les réglages de la maison, ou définissez OBLIGO_DROP_FOLDER.
report-records-nothing = L'état { $report } n'enregistre rien.
    .remedy = Demandez-le sans enregistrement.
report-no-request = Aucune demande d'agrément sous la police { $policy } n'attend de réponse.
    .remedy = Enregistrez-en une : indiquez l'acheteur, le montant demandé et qu'il faut l'enregistrer.
report-on-terminal = Un terminal ne peut pas afficher { $format }.
    .remedy = Indiquez un fichier avec -o FICHIER, ou redirigez la sortie vers un fichier.
report-file-exists = Le fichier { $file } existe.
    .remedy = Indiquez un autre nom, ou --force pour le remplacer.
report-unwritable = Le fichier { $file } ne peut pas être écrit : { $why }.
    .remedy = Vérifiez que son dossier existe et que vous pouvez y écrire.

## Comptabilités d'autres logiciels

books-wrong-kind = Un fichier au format { $format } ne peut pas être importé comme { $kind }.
    .remedy = Il peut être importé comme : { $kinds }.
books-company = On ne peut pas savoir de quelle société est cette comptabilité ; sociétés connues : { $known }.
    .remedy = Nommez la société sous [books] dans un fichier de correspondance, par exemple company = "1000".
books-too-many-debtors = Le fichier a plus de { $limit } clients.
    .remedy = Divisez le fichier.
unmatched-file-exists = Le fichier { $path } existe déjà ; la liste des lignes non affectées ne remplace jamais un fichier.
    .remedy = Choisissez un autre nom, ou déplacez le fichier.
unmatched-unwritable = La liste des lignes non affectées ne peut pas être écrite dans { $path } : { $why }.
    .remedy = Vérifiez le dossier et ses droits, ou choisissez un autre nom.
warning-no-due-date = { $count ->
        [one] Une facture n'a pas d'échéance et son acheteur pas de conditions de paiement : « { $terms } » a été retenu.
       *[other] { $count } factures n'ont pas d'échéance et leurs acheteurs pas de conditions de paiement : « { $terms } » a été retenu.
    }
    .remedy = Enregistrez les conditions de paiement des acheteurs avant les postes, ou indiquez-en d'autres comme payment_terms sous [books] dans un fichier de correspondance.

## Blocages, commandes, contrôles de commande

reason-too-long = Un motif a au plus { $limit } caractères.
    .remedy = Dites-le en moins de mots ; ce qui est plus long va dans une note.
block-ends-before-start = Le blocage finirait le { $until }, avant de commencer le { $from }.
    .remedy = Donnez un dernier jour plus tardif, ou aucun : il dure alors jusqu'à ce que quelqu'un le lève.
block-in-force = { $by } a déjà bloqué cet acheteur, depuis le { $from } : { $reason }
    .remedy = Levez d'abord ce blocage si un autre doit le remplacer.
block-not-found = { $account } n'est pas bloqué.
    .remedy = Il n'y a rien à lever ; une commande arrêtée par un contrôle est libérée par son numéro.
order-amount-negative = Ce qui est commandé ne peut pas être inférieur à 0 : { $value }.
    .remedy = Donnez le montant de toute la commande ; ce qui en est repris devient un avoir après la facture.
order-currency-unknown = « { $value } » n'est pas une devise.
    .remedy = Donnez les trois lettres ISO 4217, par exemple EUR.
order-terms-unknown = Les conditions de paiement { $value } ne sont pas comprises.
    .remedy = Écrivez "30", "30 days", "2 months", "30 eom" ou "cash", ou laissez-les vides : celles de l'acheteur valent alors.
order-number-missing = Une commande à enregistrer a besoin d'un numéro.
    .remedy = Donnez le numéro qu'elle a dans votre saisie des commandes.
order-number-too-long = Un numéro de commande a au plus { $limit } caractères.
    .remedy = Ne donnez que le numéro.
order-closed = La commande { $order } est déjà { $state ->
        [cancelled] annulée
       *[invoiced] facturée
    }.
    .remedy = Prenez un autre numéro pour une nouvelle commande.
order-not-found = Il n'y a pas de commande { $order }.
    .remedy = Listez les commandes avec « obligo orders », ou voyez-les sous Contrôle de crédit, Commandes.
order-ambiguous = Il y a { $count } commandes avec le numéro { $order }.
    .remedy = Nommez le compte dont elle est, avec --account.
order-not-stopped = La commande { $order } n'est pas arrêtée, mais { $state ->
        [open] ouverte
        [released] libérée
        [delivered] livrée
        [invoiced] facturée
       *[cancelled] annulée
    }.
    .remedy = Seule une commande arrêtée par un contrôle est libérée.
order-buyer-blocked = La commande { $order } ne peut pas être libérée : { $by } a bloqué son acheteur depuis le { $from }.
    .remedy = Levez d'abord le blocage de l'acheteur, puis libérez la commande.
order-release-authority = { $kind ->
    [nobody] Personne ne peut libérer la commande { $order } de { $amount } : les niveaux d'approbation de la politique de crédit s'arrêtent en dessous.
    [clerk] Selon la politique de crédit, la commande { $order } de { $amount } est libérée par un gestionnaire.
    [manager] Selon la politique de crédit, la commande { $order } de { $amount } est libérée par un responsable.
    [administrator] Selon la politique de crédit, la commande { $order } de { $amount } est libérée par un administrateur.
   *[user] Selon la politique de crédit, la commande { $order } de { $amount } est libérée par { $who }.
    }
    .remedy = { $kind ->
        [nobody] Faites ajouter un niveau d'approbation pour de tels montants.
       *[user] Demandez-lui de la libérer.
        }
order-release-same-person = La politique de crédit demande deux personnes : qui a pris la commande { $order } ne la libère pas.
    .remedy = Demandez à quelqu'un d'autre qui en a le pouvoir pour ce montant.
figures-computing = Le grand livre est en train de changer, et les chiffres du payeur sont recalculés.
    .remedy = Renvoyez la commande dans un instant.
payer-circle = Ces comptes paient les uns pour les autres en cercle : { $accounts }.
    .remedy = Laissez le payeur vide pour le compte qui paie à la fin.
credit-limit-whose = Une limite de crédit appartient soit à un compte, soit à un groupe de crédit.
    .remedy = Indiquez soit un compte (account), soit un groupe de crédit (group).
credit-limit-not-a-payer = Le compte { $account } ne paie pas lui-même : son payeur est { $payer }.
    .remedy = Indiquez le payeur. Les limites et les groupes de crédit valent pour le payeur avec tous les clients pour lesquels il paie.
credit-group-not-found = Il n'y a pas de groupe de crédit { $group }.
    .remedy = Importez-le d'abord avec credit_groups, ou corrigez le code.
credit-group-differs = Le groupe de crédit { $group } a un autre nom ou une autre devise plus haut dans ce fichier.
    .remedy = Donnez le même nom et la même devise à toutes les lignes du groupe.
credit-group-form = Ceci n'est pas le code d'un groupe de crédit.
    .remedy = Utilisez au plus { $limit } caractères, sans barre oblique.
payer-not-found = Le compte { $account } n'est pas un payeur.
    .remedy = Indiquez un compte qui paie ; "obligo payers" les énumère.

## Liste de travail du contrôle de crédit

managers-range = Ce n'est pas une plage de responsables crédit.
    .remedy = Écrivez les deux bornes séparées par deux points, KM1..KM3 ; une borne peut manquer, et un code seul ne désigne que lui.
action-code-unknown = Le code d'action { $action } n'est pas défini dans la politique de crédit.
    .remedy = Sont définis : { $known }. Ajoutez les autres dans la section [actions] de la politique de crédit.
action-without-reason = Le critère { $criterion } n'a pas placé le payeur sur la liste de travail.
    .remedy = { $count ->
        [0] Aucun critère ne l'a fait. Lancez d'abord « obligo monitor », ou écrivez une note.
       *[other] Ceux-ci l'ont fait : { $fired }. Ce qui se fait en dehors d'eux va dans une note.
        }
criterion-unknown = Il n'y a pas de critère { $criterion }.
    .remedy = Sont connus : { $known }.
follow-up-nothing = Il n'y a rien à modifier.
    .remedy = Indiquez une date de suivi ou une date d'arrêt, ou none pour en effacer une.
promise-without-date = Un paiement est promis, mais sans date limite.
    .remedy = Indiquez le jour jusqu'auquel il est promis.
promise-amount = Ce n'est pas un montant supérieur à 0 en { $currency }.
    .remedy = Indiquez le montant promis avec les décimales de la devise.
note-item-foreign = Le poste { $item } appartient à un autre.
    .remedy = Liez des postes du payeur ou d'un client pour lequel il paie.
follow-up-note-not-found = Il n'y a pas de note { $note }.
    .remedy = "obligo notes list --all" montre les numéros de toutes les notes.
note-closed = La note { $note } est déjà close.
    .remedy = Écrivez-en une nouvelle s'il y a plus à dire.
amount-not-positive = Le montant doit être supérieur à 0.
    .remedy = Écrivez le montant voulu, sans signe.
limit-policy-unclear = { $account } n'a pas de garantie, et il y a plusieurs polices : { $known }.
    .remedy = Indiquez de quelle police il s'agit.
limit-request-pending = Une demande d'agrément pour { $account } est déjà en attente : numéro { $request } du { $on }, { $currency } { $amount }.
    .remedy = Modifiez-la, retirez-la ou saisissez d'abord sa réponse : une seule demande attend par acheteur et par police.
limit-request-not-found = Il n'y a pas de demande d'agrément { $request }.
    .remedy = « obligo limit-requests list --all » affiche les numéros de toutes les demandes.
limit-request-date-ahead = Rien n'a encore eu lieu le { $value } pour une demande d'agrément : nous sommes le { $today }.
    .remedy = Donnez la date du jour ou une date antérieure.
limit-request-answer-early = L'assureur ne peut pas avoir répondu à la demande d'agrément { $request } le { $value } : elle a été envoyée le { $sent_on }.
    .remedy = Donnez le jour de la réponse, ou retirez la demande et préparez-la de nouveau avec le bon jour.
limit-request-answer-above = La demande d'agrément { $request } ne peut pas être acceptée en partie avec { $value } : { $currency } { $requested } ont été demandés.
    .remedy = Corrigez le montant, ou donnez la réponse de l'assureur : 2 est un accord.
limit-request-state = { $state ->
    [draft] La demande d'agrément { $request } pour { $account } n'a pas été envoyée.
    [sent] La demande d'agrément { $request } pour { $account } a déjà été envoyée.
    [answered] La demande d'agrément { $request } pour { $account } a reçu une réponse.
    [withdrawn] La demande d'agrément { $request } pour { $account } a été retirée.
   *[other] Une demande plus récente a pris la place de la demande { $request } pour { $account }.
    }
    .remedy = On n'envoie qu'un brouillon, on ne répond qu'à ce qui est envoyé, et on ne retire que ce qui attend.
excess-nothing-accepted = Aucun dépassement n'est accepté pour { $account } le { $on } ; il n'y a rien à retirer.
    .remedy = « obligo decisions » affiche ce qui est accepté.
excess-above-ladder = Personne ne peut accepter { $amount } : les niveaux d'approbation de la politique de crédit s'arrêtent en dessous.
    .remedy = Acceptez moins, ou ajoutez un niveau.
excess-two-people = { $amount } est accepté par deux personnes : ainsi le veulent les niveaux d'approbation.
    .remedy = Proposez-le sur la page de la décision, et faites-le approuver par une seconde personne.
excess-not-approver = { $kind ->
    [clerk] Selon les niveaux d'approbation de la politique de crédit, ce montant est approuvé par un gestionnaire.
    [manager] Selon les niveaux d'approbation de la politique de crédit, ce montant est approuvé par un responsable.
    [administrator] Selon les niveaux d'approbation de la politique de crédit, ce montant est approuvé par un administrateur.
   *[user] Selon les niveaux d'approbation de la politique de crédit, ce montant est approuvé par { $approver }.
    }
    .remedy = Demandez-lui son approbation.

## Reminders and collection

interest-rate-range = Un taux d'intérêt est ici compris entre { $from } et { $to } pour cent, avec quatre décimales au plus.
    .remedy = Indiquez le pourcentage annuel, par exemple 2.15 pour 2,15 %.
interest-rate-overlap = Pour { $country }, des taux jusqu'au { $until } chevaucheraient ceux connus du { $known_from } au { $known_until }.
    .remedy = Indiquez un dernier jour avant le début des taux suivants, ou corrigez les taux connus par une ligne du même premier jour.
reminder-date-ahead = Impossible de proposer des relances au { $date } : nous sommes le { $today }.
    .remedy = Indiquez aujourd'hui ou un jour antérieur.
reminder-not-found = Il n'y a pas de relance { $reminder }.
    .remedy = Voir les relances sous Relances, ou "obligo reminders list".
reminder-not-proposed = La relance { $reminder } ne peut plus être modifiée ni envoyée : { $state ->
        [sent] elle a été envoyée
        [superseded] une proposition plus récente la remplace
       *[other] elle est écartée
    }.
    .remedy = Proposez de nouvelles relances, ou reprenez d'abord celle qui est écartée.
reminder-level = { $value } n'est pas un niveau de relance.
    .remedy = Indiquez un niveau de 1 à { $limit }.
reminder-charge = { $value } n'est pas un montant de frais en { $currency }.
    .remedy = Indiquez un montant de 0 ou plus, avec un point décimal.
reminder-charge-above-open = { $currency } { $value } dépasse les { $open } que la lettre rappelle.
    .remedy = Indiquez tout au plus ce montant, ou laissez les frais à la politique de crédit.
reminder-language = Aucune lettre n'est écrite dans la langue { $value }.
    .remedy = Indiquez l'une de : { $known }.
reminder-message-too-long = Le texte d'une lettre compte au plus { $limit } caractères.
    .remedy = Raccourcissez-le.
reminder-item-not-in = La créance { $item } n'est pas dans la relance { $reminder }.
    .remedy = Voir ses créances sur sa page, ou avec "obligo reminders show { $reminder }".
reminder-nothing-left = Il ne resterait aucune créance dans la relance { $reminder }.
    .remedy = Écartez plutôt la lettre entière.
reminder-send-date = Une relance ne peut être datée du { $value } : l'envoi se fait du { $from } au { $until }.
    .remedy = Indiquez un jour entre la date de la lettre et aujourd'hui.
reminder-nothing-to-send = Aucune relance n'est proposée.
    .remedy = Proposez d'abord des relances, sous Relances ou avec "obligo reminders propose".
reminder-one-address = { $count } relances ne peuvent pas partir à une seule adresse.
    .remedy = Envoyez-les une à une, ou toutes sur papier ou dans un dossier.
collection-nothing = Aucune créance de { $account } n'est à confier au recouvrement.
    .remedy = Nommez les créances, ou proposez d'abord des relances : après le dernier niveau elles le deviennent.
collection-item = La créance { $item } ne peut être confiée : ce n'est pas un poste ouvert échu de { $account }, ou elle est déjà au recouvrement.
    .remedy = Consultez-la sur sa page, ou avec "obligo explain { $item }".
collection-agency = Il faut nommer qui recouvre ; société et référence comptent au plus { $limit } caractères.
    .remedy = Indiquez la société, en ligne de commande avec --agency.
collection-date-ahead = Le recouvrement ne peut commencer le { $value } : nous sommes le { $today }.
    .remedy = Indiquez aujourd'hui ou un jour antérieur.
collection-stops-cover = Selon la police { $policy }, engager le recouvrement arrête la garantie pour les nouvelles livraisons à cet acheteur.
    .remedy = Confirmez avec un motif si c'est voulu, en ligne de commande avec --confirm et --reason.
collection-deadline-near = La police fixe elle-même au { $date } la remise au recouvrement : l'assureur peut vouloir en connaître les modalités.
    .remedy = Confirmez avec un motif, en ligne de commande avec --confirm et --reason.
collection-not-found = Il n'y a pas de mandat de recouvrement { $assignment }.
    .remedy = Voir les mandats sous Recouvrement, ou "obligo collection list".
collection-not-assigned = Rien du mandat de recouvrement { $assignment } ne peut être retiré : les créances nommées n'y sont pas ou plus.
    .remedy = Voir les mandats sous Recouvrement, ou "obligo collection list".
selection-date-ahead = La liste de travail ne peut pas être établie au { $date } : le dernier jour possible est le { $than }.
    .remedy = Indiquez le { $than } ou un jour antérieur.
selection-date-before = La liste de travail est arrêtée au { $than } ; une sélection au { $date } déferait ce qui a été fait depuis.
    .remedy = Indiquez le { $than } ou un jour postérieur. Un essai peut porter sur un jour antérieur.
