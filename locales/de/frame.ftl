# Der Rahmen der Seiten: Navigation, Anmeldung, Formulare, Tabellen und was allen Seiten gemeinsam ist.
