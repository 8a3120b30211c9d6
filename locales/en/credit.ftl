# Credit control: work list, actions, notes. Other areas of it have files of their own.

nav-credit = Credit control

credit-tab-work-list = Work list

credit-no-run = No selection has been run yet.
