# The pages of buyers: the list, one buyer, co-insured customers.
