# Contrôle de crédit

nav-credit = Contrôle de crédit

credit-tab-work-list = Liste de travail

credit-no-run = Aucune sélection n'a encore été exécutée.
