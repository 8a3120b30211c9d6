# The pages of items and bills: the list, one item, edits, saved views.
