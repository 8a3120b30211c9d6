# Die Seiten der Einstellungen und des Prüfprotokolls: Benutzer, Rollen, Token, Sprachen, Protokoll.
