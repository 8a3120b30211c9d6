# Die Seiten der Läufe: Probelauf, Unterschiede, Echtlauf, Storno.
