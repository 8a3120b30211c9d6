# Décisions sur les limites d'assurance dépassées et demandes de garantie, du brouillon à la réponse.

decisions-amount = Dépassement accepté
decisions-exposure = Encours lors de la décision
decisions-until = Jusqu'au (inclus)
decisions-reference = Référence du document
