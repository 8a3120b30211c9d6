# Kreditbevakning

nav-credit = Kreditbevakning

credit-tab-work-list = Arbetslista

credit-no-run = Inget urval har körts ännu.
