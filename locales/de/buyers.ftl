# Die Seiten der Kunden: die Liste, ein Kunde, mitversicherte Kunden.
