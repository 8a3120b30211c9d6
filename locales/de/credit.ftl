# Kreditüberwachung

nav-credit = Kreditüberwachung

credit-tab-work-list = Arbeitsliste

credit-no-run = Es wurde noch keine Auswahl ausgeführt.
