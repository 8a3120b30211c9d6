# Die Seiten der Importe: Hochladen, Zuordnung, Fehler, Testlauf.
