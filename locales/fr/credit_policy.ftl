# La politique de crédit : critères, codes d'action, classes de risque, niveaux d'approbation, exceptions, credit managers.

credit-policy-none = Aucune politique de crédit n'est enregistrée. Tous les critères valent avec leurs seuils habituels.
credit-policy-sound = Le fichier est correct : « { $name } », en vigueur à partir du { $date }.
credit-managers-none = Il n'y a pas de credit managers.
exceptions-none = Il n'y a pas de telles exceptions.
exception-kept = L'exception { $exception } pour { $account } est enregistrée ; son dernier jour est le { $until }.
exception-would-be-kept = Une exception pour { $account } serait enregistrée ; son dernier jour serait le { $until }.
exception-ends = L'exception { $exception } pour { $account } prend fin le { $until }.
exception-would-end = L'exception { $exception } pour { $account } prendrait fin le { $until }.

exception-differs-risk-class = Classe de risque
exception-differs-credit-line = Ligne de crédit
exception-differs-payment-terms = Conditions de paiement
exception-differs-evidence = Justificatifs
exception-differs-handling = Traitement
exception-state-planned = Prévue
exception-state-in-force = En vigueur
exception-state-ended = Terminée

col-credit-manager = Credit manager
col-senior = Supérieur
col-buyers-seen = Acheteurs, subordonnés compris
col-exception = Exception
col-differs = Écart
col-value = À la place
col-approver = Approuvée par
