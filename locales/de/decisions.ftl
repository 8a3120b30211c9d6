# Entscheidungen über überschrittene Versicherungslimite und Kreditanträge vom Entwurf bis zur Antwort.

decisions-amount = Angenommene Überschreitung
decisions-exposure = Obligo bei der Entscheidung
decisions-until = Bis einschließlich
decisions-reference = Beleg, Aktenzeichen
