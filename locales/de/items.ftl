# Die Seiten der Posten und Wechsel: die Liste, ein Posten, Änderungen, gespeicherte Sichten.
