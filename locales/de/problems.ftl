# Jeder Fehler, der einem Benutzer begegnen kann: Die Meldung sagt, was und warum, ihr Attribut `remedy`, was zu tun ist.

## Datei des Versicherungsscheins

policy-too-large = Die Datei hat { $size } Bytes; gelesen werden höchstens { $limit }.
    .remedy = Prüfen Sie, ob es die richtige Datei ist: Die längsten echten haben einige tausend Bytes.
policy-syntax = Die Datei ist kein gültiges TOML: { $detail }.
    .remedy = Schreiben Sie je Zeile einen Schlüssel als Schlüssel = Wert; Texte in geraden doppelten Anführungszeichen, Daten wie 2024-01-31, Beträge mit Dezimalpunkt.
policy-unknown-key = { $nearest ->
    [none] In einer solchen Datei gibt es keinen Schlüssel { $key }.
   *[other] In einer solchen Datei gibt es keinen Schlüssel { $key }. Am nächsten kommt { $nearest }.
  }
    .remedy = Hier bekannt: { $known }. Ein Schlüssel gehört zum letzten [Abschnitt] über ihm; die Schlüssel des Versicherungsscheins selbst stehen vor dem ersten Abschnitt.
policy-missing-key = Der Schlüssel { $key } fehlt.
    .remedy = Ergänzen Sie { $key } mit seinem Wert.
policy-missing-either = Weder { $key } noch { $other } ist angegeben.
    .remedy = Geben Sie genau eines von beiden an: in Monaten oder in Tagen.
policy-either-key = { $key } und { $other } sind beide angegeben, es kann aber nur eines gelten.
    .remedy = Entfernen Sie, was nicht gilt.
policy-wrong-type = { $key } muss { $expected ->
    [text] ein Text in geraden doppelten Anführungszeichen
    [flag] true oder false
    [number] eine ganze Zahl
    [amount] ein Betrag mit Dezimalpunkt und ohne Tausendertrennung wie "1000.00"
    [percentage] ein Prozentsatz wie 90 oder 72.5
    [date] ein Datum wie 2024-01-31
    [list] eine Liste in eckigen Klammern
    [table] eine Tabelle mit Schlüsseln
   *[other] { $expected }
  } sein, hier steht aber { $found ->
    [string] der Text "{ $value }"
    [integer] die ganze Zahl { $value }
    [float] die Zahl { $value }
    [boolean] { $value }
    [datetime] das Datum oder die Uhrzeit { $value }
    [array] eine Liste
    [table] eine Tabelle
   *[other] { $value }
  }.
    .remedy = Berichtigen Sie den Wert von { $key }.
policy-out-of-range = { $key } ist { $value }, muss aber zwischen { $from } und { $to } liegen.
    .remedy = Berichtigen Sie den Wert oder entfernen Sie den Schlüssel, wenn es keine solche Regel gibt.
policy-unknown-value = { $nearest ->
    [none] { $key } kann nicht "{ $value }" sein.
   *[other] { $key } kann nicht "{ $value }" sein. Am nächsten kommt "{ $nearest }".
  }
    .remedy = Zulässig sind { $allowed }.
policy-amount-decimals = { $key } ist { $value }, Beträge in { $currency } haben aber { $decimals } Nachkommastellen.
    .remedy = Runden Sie den Betrag auf { $decimals } Nachkommastellen.
policy-date = { $key } ist "{ $value }"; ein solches Datum gibt es nicht.
    .remedy = Schreiben Sie Daten als Jahr-Monat-Tag, zum Beispiel 2024-01-31.
policy-text-length = { $key } ist leer oder hat mehr als { $limit } Zeichen.
    .remedy = Schreiben Sie einen Text von 1 bis { $limit } Zeichen.
policy-code = "{ $value }" ist keine interne Versicherungsscheinnummer.
    .remedy = Schreiben Sie die drei Zeichen des Kreditversicherers, einen Schrägstrich und einen Buchstaben oder eine Ziffer für den Versicherungsschein, zum Beispiel "ACR/A".
policy-external-number = Die externe Versicherungsscheinnummer hat mehr als { $limit } Zeichen.
    .remedy = Kürzen Sie { $value } auf { $limit } Zeichen; der Rest gehört in den Namen.
policy-currency = "{ $value }" ist keine Währung.
    .remedy = Verwenden Sie die drei Großbuchstaben nach ISO 4217, zum Beispiel "EUR".
policy-valid-until = Der Versicherungsschein endet am { $value }, bevor er am { $from } beginnt.
    .remedy = Berichtigen Sie valid_from oder valid_until; valid_until ist der letzte Tag des Versicherungsscheins.
policy-country = "{ $country }" ist kein Ländercode.
    .remedy = Verwenden Sie die zwei Großbuchstaben nach ISO 3166, zum Beispiel "DE".
policy-experience-many = Es gibt mehr als { $limit } Stufen der Zahlungserfahrung.
    .remedy = Behalten Sie die { $limit }, die der Versicherungsschein nennt.
policy-experience-count = Eine Stufe der Zahlungserfahrung nennt keine Anzahl von Lieferungen.
    .remedy = Ergänzen Sie deliveries, die Anzahl pünktlich bezahlter Lieferungen, ab der die Stufe gilt.
policy-experience-ceilings = Die Obergrenze { $value } liegt nicht unter der vorigen Stufe.
    .remedy = Ordnen Sie die Stufen nach up_to, die höchste zuerst, jede niedriger als die vorige.
policy-experience-period = Es sind Stufen der Zahlungserfahrung angegeben, aber { $missing } fehlt.
    .remedy = Ergänzen Sie { $missing }: wie viele Monate Lieferungen zurückreichen (look-back) oder eine erneuerte Stufe gilt (validity).
policy-clause-key = { $nearest ->
    [none] Für { $value } ist eine Klausel angegeben, in der Datei eines Versicherungsscheins gibt es diesen Schlüssel aber nicht.
   *[other] Für { $value } ist eine Klausel angegeben, in der Datei eines Versicherungsscheins gibt es diesen Schlüssel aber nicht. Am nächsten kommt { $nearest }.
  }
    .remedy = Schreiben Sie clause."abschnitt.schlüssel" = "§ …" mit einem Schlüssel, wie er in der Datei steht.
policy-payment-terms = { $key } ist "{ $value }"; das sind keine Zahlungsbedingungen.
    .remedy = Schreiben Sie Tage oder Monate, mit oder ohne Monatsende: "30", "2 months", "30 eom", "60 eom 15", "cash".
policy-example-sign = { $key } ist { $value }; das Vorzeichen passt nicht zur Art { $kind }.
    .remedy = Schreiben Sie Rechnungen, Belastungsanzeigen, Wechsel und Schecks positiv, Gutschriften und Anzahlungen negativ.

## Kreditrichtlinie

credit-policy-action-code = "{ $code }" ist kein Maßnahmencode.
    .remedy = Verwenden Sie ganze Zahlen von 1 bis 99 ohne führende Nullen, zum Beispiel 10 = "angerufen".
credit-policy-last-class = Die letzte Klasse beginnt mit { $value } Punkten; Kunden darunter hätten keine Klasse.
    .remedy = Lassen Sie die letzte Klasse mit points_from = 0 beginnen.
credit-policy-order = { $key } steht nicht in der richtigen Reihenfolge.
    .remedy = Stufen und Beträge steigen von einer Zeile zur nächsten, die Punkte der Klassen fallen, die Stufen der Mahnungen zählen ab 1; jeder Wert kommt einmal vor. Nur der letzte Betrag darf fehlen.
credit-policy-rule-twice = Für dieselbe Klasse und dasselbe Land oder dieselbe Stufe gibt es zwei Regeln.
    .remedy = Behalten Sie eine davon.
credit-policy-scale = Ein Faktor, der { $measure } betrachtet, kann { $key } nicht haben.
    .remedy = Geben Sie { $wanted } an: bands gelten für Zahlen, values für Wörter.
credit-policy-word = "{ $word }" kann ein Faktor, der { $measure } betrachtet, nie vorfinden.
    .remedy = Schreiben Sie Länder mit zwei Großbuchstaben, Kategorien und Arten des Versicherungsschutzes wie in den Dateien; other = … gilt für alles nicht Genannte.
credit-policy-name-twice = Der Name "{ $name }" steht für zwei verschiedene Dinge.
    .remedy = Geben Sie jedem einen eigenen Namen; ein Kriterium ohne Namen heißt nach dem, was es misst.
credit-policy-no-threshold = Ein Kriterium, das { $measure } misst, hat keinen Schwellenwert.
    .remedy = Entfernen Sie den Schwellenwert: Das Kriterium trifft zu oder nicht.
credit-policy-too-many = Es sind mehr als { $limit } davon.
    .remedy = Behalten Sie höchstens { $limit }.
approval-above-ladder = { $amount } liegt über der letzten Genehmigungsstufe.
    .remedy = Wählen Sie einen kleineren Betrag oder lassen Sie eine Stufe dafür in die Kreditrichtlinie aufnehmen.
approval-not-enough = { $approver } darf { $amount } nicht genehmigen: Die Genehmigungsstufe verlangt { $kind ->
    [clerk] einen Sachbearbeiter
    [manager] einen Kreditmanager
    [administrator] einen Administrator
   *[user] { $needed }
  }.
    .remedy = Nennen Sie, wer es darf und zugestimmt hat; es muss ein Benutzer von obligo sein.
approval-two-people = { $amount } verlangt zwei Personen: Wer genehmigt, darf nicht auch erfassen.
    .remedy = Lassen Sie eine zweite Person erfassen und nennen Sie die erste als Genehmigende.
credit-manager-circle = Die Vorgesetzten bilden einen Kreis: { $managers }.
    .remedy = Lassen Sie den Vorgesetzten bei einem von ihnen leer.
credit-manager-form = Das ist kein Code eines Kreditmanagers.
    .remedy = Verwenden Sie höchstens { $limit } Zeichen, ohne zwei Punkte hintereinander: Die bilden einen Bereich.
credit-manager-juniors = Kreditmanager { $credit_manager } ist Vorgesetzter von { $juniors }.
    .remedy = Geben Sie ihnen ab diesem Tag einen anderen Vorgesetzten oder keinen.
credit-manager-not-found = An diesem Tag ist kein Kreditmanager { $credit_manager } erfasst.
    .remedy = Listen Sie sie mit „obligo credit-managers“ auf oder wählen Sie einen anderen letzten Tag.
credit-manager-unknown = Es gibt keinen Kreditmanager { $credit_manager }.
    .remedy = Erfassen Sie auch den Vorgesetzten mit credit_managers oder berichtigen Sie den Code.
exception-amount = „{ $value }“ ist kein Betrag einer Kreditlinie.
    .remedy = Schreiben Sie einen Betrag in { $currency }, mindestens 0, mit Dezimalpunkt, zum Beispiel 50000.00.
exception-class-unknown = { $known ->
    [none] Es gibt keine Risikoklasse „{ $class }“: Die Kreditrichtlinie hat keine.
   *[other] Die Kreditrichtlinie hat keine Risikoklasse „{ $class }“. Es gibt { $known }.
  }
    .remedy = Nennen Sie eine Klasse der Kreditrichtlinie, die am ersten Tag der Ausnahme gilt.
exception-dates = Die Ausnahme endet, bevor sie am { $from } beginnt.
    .remedy = Berichtigen Sie einen der beiden Tage; der letzte Tag gehört noch dazu.
exception-ended = Der letzte Tag der Ausnahme { $exception } ist ohnehin der { $date }.
    .remedy = Wählen Sie einen früheren letzten Tag oder lassen Sie sie, wie sie ist.
exception-not-found = Es gibt keine Ausnahme { $exception }.
    .remedy = "obligo exceptions list" zeigt ihre Nummern.

## Dateien

file-not-found = Diese Datei gibt es nicht.
    .remedy = Prüfen Sie Namen und Ordner.
file-not-allowed = Sie dürfen diese Datei nicht lesen.
    .remedy = Lassen Sie sich das Leserecht geben oder kopieren Sie die Datei in einen eigenen Ordner.
file-is-a-directory = Das ist ein Ordner, keine Datei.
    .remedy = Nennen Sie eine Datei darin; einen ganzen Szenario-Ordner liest „obligo import scenario“.
file-unreadable = Die Datei konnte nicht bis zum Ende gelesen werden: { $reason }.
    .remedy = Prüfen Sie Laufwerk oder Verbindung und versuchen Sie es noch einmal. Es wurde nichts importiert.
csv-empty = Die Datei ist leer.
    .remedy = Exportieren Sie sie noch einmal; die erste Zeile muss die Spalten benennen.
csv-header-only = Die Datei benennt ihre Spalten, enthält aber keine Zeilen.
    .remedy = Exportieren Sie sie noch einmal, mit Zeilen.
csv-header-line-beyond-end = Die Datei endet vor Zeile { $line }, in der laut Zuordnungsdatei die Spaltennamen stehen.
    .remedy = Berichtigen Sie header_line in der Zuordnungsdatei.
csv-other-format = Das ist keine Texttabelle; die ersten Bytes sind die von { $format }.
    .remedy = Öffnen Sie die Datei in dem Programm, aus dem sie stammt, und speichern Sie sie als CSV in UTF-8.
csv-not-utf8 = Das Byte { $byte } an Position { $position } ist kein UTF-8.
    .remedy = Speichern Sie die Datei als UTF-8 oder nennen Sie ihre Kodierung: --encoding windows-1252, oder encoding = "windows-1252" in einer Zuordnungsdatei.
csv-bad-encoding = Die Bytes an Position { $position } sind kein Zeichen in { $encoding }.
    .remedy = Die Datei ist abgeschnitten oder hat eine andere Kodierung; exportieren Sie sie noch einmal oder nennen Sie die richtige mit --encoding oder in einer Zuordnungsdatei.
csv-nul = Der Text enthält ein Null-Byte: Das ist keine Texttabelle, oder die Kodierung ist UTF-16.
    .remedy = Speichern Sie die Datei als CSV in UTF-8 oder nennen Sie ihre Kodierung: --encoding utf-16le, oder encoding = "utf-16le" in einer Zuordnungsdatei.
csv-unterminated-quote = Ein Anführungszeichen, das hier öffnet, wird nicht geschlossen.
    .remedy = Schließen Sie es; innerhalb eines Feldes in Anführungszeichen wird ein Anführungszeichen verdoppelt.
csv-field-too-long = Hier beginnt ein Feld mit mehr als { $limit } Bytes.
    .remedy = Suchen Sie nach einem nicht geschlossenen Anführungszeichen; längere Texte lassen sich nicht importieren.
csv-record-too-long = Hier beginnt eine Zeile mit mehr als { $limit } Bytes.
    .remedy = Suchen Sie nach fehlenden Zeilenumbrüchen oder einem nicht geschlossenen Anführungszeichen.
csv-too-many-columns = Die Zeile hat mehr als { $limit } Spalten.
    .remedy = Exportieren Sie nur die nötigen Spalten oder setzen Sie das Trennzeichen in einer Zuordnungsdatei.
csv-too-few-fields = Die Zeile hat { $found } Felder, die Kopfzeile { $expected }.
    .remedy = Suchen Sie nach einem fehlenden Trennzeichen oder nach einem Zeilenumbruch in einem Feld ohne Anführungszeichen.
csv-too-many-fields = Die Zeile hat { $found } Felder, die Kopfzeile { $expected }.
    .remedy = Setzen Sie Felder, die das Trennzeichen enthalten, in Anführungszeichen.
csv-too-many-distinct = Die Datei hat mehr als { $limit } verschiedene Zeilen, zu viele für "distinct".
    .remedy = Nehmen Sie distinct aus der Zuordnungsdatei oder teilen Sie die Datei.
csv-duplicate-column = Die Kopfzeile nennt die Spalte „{ $column }“ zweimal.
    .remedy = Benennen Sie eine davon um oder entfernen Sie sie.
csv-column-without-name = Spalte { $number } hat keinen Namen.
    .remedy = Benennen Sie sie, entfernen Sie sie oder führen Sie "" unter ignore in einer Zuordnungsdatei auf.
csv-unknown-column = { $nearest ->
        [none] Eine Datei der Art { $kind } hat keine Spalte „{ $column }“.
       *[other] Eine Datei der Art { $kind } hat keine Spalte „{ $column }“; ist „{ $nearest }“ gemeint?
    }
    .remedy = Spalten von { $kind }: { $known }. Eine Zuordnungsdatei (--map) übersetzt Spalten mit anderen Namen und lässt nicht benötigte weg.
csv-missing-column = { $nearest ->
        [none] Notwendige Spalten fehlen: { $missing }.
       *[other] Notwendige Spalten fehlen: { $missing }. Ist „{ $nearest }“ gemeint?
    }
    .remedy = Ergänzen Sie sie oder geben Sie in einer Zuordnungsdatei (--map) an, welche Spalte oder welcher feste Text an ihre Stelle tritt.
workbook-damaged = { $reason ->
        [archive] Die Arbeitsmappe ist beschädigt: Sie ist kein vollständiges ZIP-Archiv; vielleicht wurde sie abgeschnitten.
        [checksum] Die Arbeitsmappe ist beschädigt: Die Prüfsumme von { $part } stimmt nicht.
        [duplicate-part] Die Arbeitsmappe enthält zwei Teile mit dem Namen { $part }.
        [ends-early] Die Arbeitsmappe ist beschädigt: { $part } endet zu früh.
        [out-of-order] Die Arbeitsmappe ist beschädigt: Zeilen oder Zellen von { $part } stehen nicht in ihrer Reihenfolge.
        [part-missing] Die Arbeitsmappe ist beschädigt: { $part } fehlt in ihr.
        [string-missing] Die Arbeitsmappe ist beschädigt: Eine Zelle verweist auf einen Text, den es nicht gibt.
       *[other] Die Arbeitsmappe ist bei { $part } beschädigt: { $reason }.
    }
    .remedy = Öffnen Sie sie im Tabellenprogramm und speichern Sie sie erneut, oder speichern Sie das Blatt als CSV.
workbook-document-type = { $part } vereinbart einen eigenen Dokumenttyp oder eine eigene Entität; das schreibt kein Tabellenprogramm.
    .remedy = Trauen Sie dieser Datei nicht. Bitten Sie den Absender um eine, die ein Tabellenprogramm gespeichert hat.
workbook-too-large = { $what ->
        [depth] { $part } ist tiefer als { $limit } Ebenen verschachtelt.
        [element] Ein einzelnes Element von { $part } ist länger als { $limit } Bytes.
        [formats] Die Arbeitsmappe hat mehr als { $limit } Formate.
        [part] { $part } ist entpackt größer als { $limit } Bytes.
        [parts] Die Arbeitsmappe hat mehr als { $limit } Teile.
        [ratio] { $part } ist entpackt mehr als { $limit }-mal so groß wie gepackt; so sind nur Dateien, die schaden sollen.
        [rows] Das Blatt hat mehr als { $limit } Zeilen.
        [sheets] Die Arbeitsmappe hat mehr als { $limit } Blätter.
        [strings] Die Arbeitsmappe hat mehr als { $limit } verschiedene Texte.
        [strings-length] Die Texte der Arbeitsmappe sind länger als { $limit } Bytes.
       *[text] Der Text einer Zelle ist länger als { $limit } Bytes.
    }
    .remedy = Speichern Sie nur das nötige Blatt und die nötigen Zeilen, als XLSX oder CSV.
workbook-protected = Die Arbeitsmappe ist mit einem Kennwort geschützt.
    .remedy = Öffnen Sie sie mit dem Kennwort, speichern Sie sie ohne, und importieren Sie diese Datei.
workbook-other-format = Das ist eine Datei der Art { $format }; sie wird nicht gelesen.
    .remedy = Öffnen Sie sie in dem Programm, aus dem sie stammt, und speichern Sie sie als XLSX, ODS oder CSV.
workbook-no-rows = Die Arbeitsmappe hat kein Blatt mit einer Zeile von Spaltennamen.
    .remedy = Ist das Blatt ausgeblendet, nennen Sie es mit sheet = in einer Zuordnungsdatei; stehen die Namen weiter unten, setzen Sie header_line.
workbook-sheet-missing = { $nearest ->
        [none] Die Arbeitsmappe hat kein Blatt „{ $sheet }“.
       *[other] Die Arbeitsmappe hat kein Blatt „{ $sheet }“; ist „{ $nearest }“ gemeint?
    }
    .remedy = Berichtigen Sie sheet in der Zuordnungsdatei.
cell-error = Die Formel dieser Zelle ergibt einen Fehler.
    .remedy = Berichtigen Sie die Formel im Tabellenprogramm und speichern Sie die Datei erneut.
cell-uncalculated = Diese Zelle enthält eine Formel, die Datei aber nicht deren Ergebnis.
    .remedy = Öffnen Sie die Datei in einem Tabellenprogramm, lassen Sie sie rechnen und speichern Sie sie erneut.
field-missing = Das Feld darf nicht leer sein.
    .remedy = Füllen Sie es aus.
field-not-a-date = Das ist kein Datum des Kalenders im Format { $format }.
    .remedy = Berichtigen Sie es oder setzen Sie date_format in einer Zuordnungsdatei.
field-not-an-amount = Das ist kein Betrag.
    .remedy = Schreiben Sie ihn wie -1234.50 oder setzen Sie decimal und thousands in einer Zuordnungsdatei.
field-too-many-decimals = Beträge in { $currency } haben { $decimals } Nachkommastellen; dieser hat mehr.
    .remedy = Berichtigen Sie ihn oder setzen Sie round_amounts = true in einer Zuordnungsdatei.
field-amount-too-large = Der Betrag ist zu groß.
    .remedy = Prüfen Sie das Dezimalzeichen; möglich sind Beträge bis 999.999.999.999,99.
field-not-a-currency = Das ist kein Währungscode nach ISO 4217.
    .remedy = Schreiben Sie drei Großbuchstaben, zum Beispiel EUR.
field-not-true-or-false = Das Feld ist weder true noch false.
    .remedy = Schreiben Sie true, false oder nichts; andere Wörter übersetzt eine Zuordnungsdatei unter [values].
field-not-a-number = Das ist keine Zahl.
    .remedy = Schreiben Sie nur Ziffern, mit Dezimalpunkt, wo Nachkommastellen erlaubt sind.
field-not-one-of = { $nearest ->
        [none] Dieser Text ist hier nicht bekannt.
       *[other] Dieser Text ist hier nicht bekannt; ist „{ $nearest }“ gemeint?
    }
    .remedy = Bekannt sind: { $allowed }. Andere Texte übersetzt eine Zuordnungsdatei unter [values].
map-too-long = Die Zuordnungsdatei ist länger als { $limit } Bytes.
    .remedy = Prüfen Sie, ob es die Zuordnungsdatei ist und nicht die Datei mit den Daten.
map-syntax = Die Zuordnungsdatei ist kein gültiges TOML: { $reason }.
    .remedy = Berichtigen Sie die Zeile.
map-unknown-key = { $nearest ->
        [none] Eine Zuordnungsdatei hat hier keinen Schlüssel "{ $key }".
       *[other] Eine Zuordnungsdatei hat hier keinen Schlüssel "{ $key }"; ist "{ $nearest }" gemeint?
    }
    .remedy = Berichtigen oder entfernen Sie ihn. Spaltennamen gehören unter [columns].
map-unknown-column = { $nearest ->
        [none] obligo hat hier keine Spalte "{ $column }".
       *[other] obligo hat hier keine Spalte "{ $column }"; ist "{ $nearest }" gemeint?
    }
    .remedy = Links steht die Spalte von obligo, rechts die Spalte oder der Text der Datei.
map-column-not-in-file = { $nearest ->
        [none] { $table } hat keine Spalte "{ $column }".
       *[other] { $table } hat keine Spalte "{ $column }"; ist "{ $nearest }" gemeint?
    }
    .remedy = Berichtigen Sie den Namen in der Zuordnungsdatei; Groß- und Kleinschreibung zählt.
map-column-twice = Die Spalte "{ $column }" hat sowohl einen festen Text als auch eine Spalte der Datei.
    .remedy = Entfernen Sie eines von beiden.
map-same-signs = Dezimalzeichen und Tausendertrennzeichen sind gleich.
    .remedy = Setzen Sie sie wie in der Datei, zum Beispiel decimal = "," und thousands = ".".
map-bad-value = { $expected ->
        [table] "{ $key }" ist ein eigener Abschnitt.
        [text] "{ $key }" erwartet einen Text.
        [texts] "{ $key }" erwartet eine Liste von Texten.
        [true-or-false] "{ $key }" erwartet true oder false.
        [one-character] "{ $key }" erwartet ein einzelnes Zeichen.
        [encoding] Diese Kodierung ist nicht bekannt.
        [line-number] "{ $key }" erwartet eine Zeilennummer ab 1.
        [date-format] Das ist kein Datumsformat mit einem Tag, einem Monat und einem Jahr.
        [number-rule] "{ $key }" erwartet eines von: as_is, digits, no_leading_zeros.
        [sign-rule] "{ $key }" erwartet eines von: as_is, negate, by_kind; by_kind nur für items.
        [item-kind] "{ $key }" erwartet eine Art von Posten.
        [kind-by-sign] "{ $key }" erwartet sowohl positive als auch negative.
        [distinct] "{ $key }" erwartet true, false oder eine Liste von Spalten.
        [debtor] "{ $key }" ist "party" oder "account", das Konto selbst.
       *[other] "{ $key }" kann diesen Wert nicht haben.
    }
    .remedy = { $expected ->
        [table] Schreiben Sie [{ $key }] in eine eigene Zeile und die Einträge darunter.
        [texts] Schreiben Sie es wie ["eins", "zwei"].
        [true-or-false] Schreiben Sie true oder false, ohne Anführungszeichen.
        [one-character] Schreiben Sie es wie ";", einen Tabulator als "\t".
        [encoding] Bekannt sind zum Beispiel utf-8, auto, windows-1252, iso-8859-1, iso-8859-15, utf-16le, cp437.
        [date-format] Schreiben Sie es mit %d, %m und %Y oder %y, zum Beispiel "%d.%m.%Y".
       *[other] Berichtigen Sie den Wert.
    }

## Datenbestand

store-url = { $url } ist nicht die Adresse eines Datenbestands.
    .remedy = Geben Sie sqlite: und einen Pfad an, zum Beispiel sqlite:obligo.db.
store-postgres-not-yet = Diese Version führt ihren Datenbestand nur in einer SQLite-Datei, nicht in PostgreSQL.
    .remedy = Geben Sie sqlite: und einen Pfad an, zum Beispiel sqlite:obligo.db.
store-missing = Unter { $path } gibt es keinen Datenbestand.
    .remedy = Prüfen Sie den Pfad nach --store oder importieren Sie dorthin: Der erste Import legt den Datenbestand an.
store-unreachable = Der Datenbestand { $path } lässt sich nicht öffnen: { $why }.
    .remedy = Prüfen Sie, ob es eine Datei und kein Ordner ist, ob es den Ordner gibt und ob Sie dort lesen und schreiben dürfen.
store-locked = Ein anderes Programm schreibt gerade in den Datenbestand { $path } oder hält ihn offen ({ $why }).
    .remedy = Warten Sie, bis das andere Programm fertig ist, oder beenden Sie es, und versuchen Sie es noch einmal. Es wurde nichts geändert.
store-not-a-store = { $path } ist kein Datenbestand von obligo: { $why ->
    [empty] es ist leer
    [other-program] es ist die Datenbank eines anderen Programms
   *[other] { $why }
  }.
    .remedy = Geben Sie einen anderen Pfad an. Sollte es ein Datenbestand sein, spielen Sie eine Sicherung davon neben dieser Datei zurück.
store-too-new = Der Datenbestand { $path } stammt von einer neueren Version von obligo (Schema { $store }, diese Version kennt { $program }).
    .remedy = Verwenden Sie die neuere Version des Programms.
store-damaged = Der Datenbestand { $path } ist beschädigt: { $why ->
    [no-versions] die Tabelle der Schemaversionen fehlt
   *[other] { $why }
  }.
    .remedy = Heben Sie eine Kopie der Datei auf und spielen Sie dann mit obligo restore die letzte Sicherung zurück.
store-read-only = Der Datenbestand { $path } lässt sich hier nur lesen: { $why }.
    .remedy = Prüfen Sie, ob Sie in die Datei und ihren Ordner schreiben dürfen und ob das Laufwerk nicht schreibgeschützt eingebunden ist.
store-full = Für { $path } ist kein Platz mehr: { $why }.
    .remedy = Schaffen Sie Platz auf dem Laufwerk und versuchen Sie es noch einmal. Es wurde nichts geändert.
store-io = { $path } konnte nicht gelesen oder geschrieben werden: { $why }.
    .remedy = Prüfen Sie das Laufwerk und, bei einem Netzlaufwerk, die Verbindung; ein Datenbestand gehört auf ein lokales Laufwerk.
store-statement = Der Datenbestand { $path } hat eine Anweisung des Programms abgelehnt: { $why }.
    .remedy = Das ist ein Fehler in obligo. Bitte melden Sie ihn mit diesem Text. Es wurde nichts geändert.
store-instant = { $value } ist kein Zeitpunkt.
    .remedy = Schreiben Sie ihn in UTC wie 2024-05-01T10:20:30Z.
door-actor-missing = Zu einer Änderung gehört, wer sie vornimmt und was sie ist.
    .remedy = Nennen Sie den handelnden Benutzer: mit --actor oder OBLIGO_ACTOR oder durch Anmelden.
door-key-reused = Der Idempotenzschlüssel { $key } wurde schon für etwas anderes verwendet, siehe Protokolleintrag { $entry }.
    .remedy = Senden Sie mit einer neuen Anfrage einen neuen Schlüssel; wiederholen Sie einen Schlüssel nur mit genau derselben Anfrage.
backup-file-exists = Die Datei { $path } gibt es schon; eine Sicherung ersetzt nie eine Datei.
    .remedy = Geben Sie einen anderen Namen an oder verschieben Sie die Datei.
backup-unwritable = Die Sicherung { $path } kann nicht geschrieben werden: { $why }.
    .remedy = Prüfen Sie, ob es den Ordner gibt und ob Sie dort schreiben dürfen.
restore-file-missing = Die Sicherung { $path } gibt es nicht.
    .remedy = Prüfen Sie den Pfad der Sicherung.
restore-not-a-store = { $path } ist keine Sicherung eines Datenbestands von obligo: { $why ->
    [empty] es ist leer
    [other-program] es ist die Datenbank eines anderen Programms
   *[other] { $why }
  }.
    .remedy = Geben Sie eine Datei an, die obligo backup geschrieben hat.
restore-damaged = Die Sicherung { $path } ist beschädigt: { $why ->
    [no-versions] die Tabelle der Schemaversionen fehlt
   *[other] { $why }
  }.
    .remedy = Verwenden Sie eine frühere Sicherung. Es wurde nichts geändert.
restore-chain-broken = Die Protokolleinträge in der Sicherung { $path } sind nicht unversehrt: Eintrag { $entry } besteht die Prüfung von { $what } nicht.
    .remedy = Die Sicherung wurde verändert. Verwenden Sie eine andere und klären Sie, wer sie verändert hat. Es wurde nichts geändert.
restore-store-exists = Unter { $path } gibt es schon einen Datenbestand.
    .remedy = Sichern Sie ihn und ersetzen Sie ihn mit --force, oder spielen Sie an einen anderen Pfad zurück.

## XML, Kontoauszüge, elektronische Rechnungen, Prüfdateien

xml-not-xml = { $format ->
        [none] Das ist keine XML-Datei: Sie beginnt nicht mit „<“.
       *[other] Das ist keine XML-Datei; ihre ersten Bytes sind die von { $format }.
    }
    .remedy = Entpacken Sie sie oder exportieren Sie sie noch einmal als XML.
xml-signed = Diese Datei ist eine Signatur um eine andere Datei (.p7m); sie wird hier nicht geöffnet.
    .remedy = Nehmen Sie die Rechnung mit dem Programm heraus, das die Signatur prüft, und importieren Sie das XML darin.
xml-encoding-unknown = Die Datei gibt eine Kodierung an, die hier nicht bekannt ist.
    .remedy = Exportieren Sie sie noch einmal als UTF-8.
xml-encoding = Die Bytes an Position { $position } sind kein Zeichen in { $encoding }, der Kodierung, die die Datei angibt.
    .remedy = Die Datei ist abgeschnitten oder nachträglich verändert; exportieren Sie sie noch einmal.
xml-doctype = Die Datei vereinbart einen Dokumenttyp. Solche Dateien werden nicht gelesen: Sie können andere Dateien nennen und Entitäten, die ohne Grenze wachsen.
    .remedy = Kein Kontoauszug, keine Rechnung und keine Prüfdatei braucht das; bitten Sie den Absender um eine Datei ohne <!DOCTYPE>.
xml-entity = Diese Entität ist keine der fünf, die XML selbst kennt.
    .remedy = Bitten Sie den Absender, das Zeichen selbst oder seine Nummer zu schreiben.
xml-syntax = { $fault ->
        [after-root] Hinter dem Ende des äußersten Elements steht noch etwas.
        [attribute] Ein Attribut ist nicht als name="wert" geschrieben oder steht doppelt.
        [before-root] Vor dem äußersten Element steht etwas.
        [character] Hier steht ein Zeichen, das XML nicht erlaubt.
        [end-tag] Das Ende-Tag { $name } gehört zu keinem Element.
        [namespace] Die Namensräume dieses Elements sind falsch oder zu viele.
        [prefix] Das Präfix { $name } steht für keinen Namensraum.
        [reference] Ein „&“ beginnt keinen Zeichenverweis.
       *[markup] Ein Tag, ein Kommentar oder anderes Markup ist nicht so geschrieben, wie XML es verlangt.
    }
    .remedy = Die Datei ist nicht wohlgeformt: Exportieren Sie sie noch einmal und bearbeiten Sie sie nicht von Hand.
xml-end-tag = Das Element { $expected } wird vom Ende-Tag { $found } geschlossen.
    .remedy = Die Datei ist nicht wohlgeformt: Exportieren Sie sie noch einmal und bearbeiten Sie sie nicht von Hand.
xml-truncated = { $element ->
        [none] Die Datei endet vor ihrem ersten Element.
       *[other] Die Datei endet im Element { $element }.
    }
    .remedy = Die Datei ist abgeschnitten; exportieren oder holen Sie sie noch einmal.
xml-too-deep = Elemente sind mehr als { $limit }-fach geschachtelt.
    .remedy = Kein Format, das hier gelesen wird, ist so tief; bitten Sie den Absender um die Datei nach dem Standard.
xml-too-large = Ein Text, ein Tag oder ein Satz ist größer als { $limit } Bytes oder Elemente.
    .remedy = Bitten Sie den Absender um kleinere Anlagen oder Sätze oder um mehrere Dateien.
xml-wrong-root = Das ist XML, aber weder ein Kontoauszug noch eine Rechnung noch eine Prüfdatei, die hier gelesen wird: Das äußerste Element ist { $element }{ $namespace ->
        [none] {""}
       *[other] {" "}aus { $namespace }
    }.
    .remedy = Wählen Sie eine andere Datei. Gelesen werden camt.052, camt.053, camt.054, UBL, CII, FatturaPA und SAF-T.
element-missing = Das Element { $parent } hat kein { $element }.
    .remedy = Der Standard verlangt es; bitten Sie den Absender um eine vollständige Datei.
element-not-a-date = Das ist kein Kalenderdatum in der Form, die der Standard verlangt.
    .remedy = Berichtigen Sie es dort, wo es herkommt, und exportieren Sie die Datei noch einmal.
element-not-an-amount = Das ist keine Zahl.
    .remedy = Berichtigen Sie sie dort, wo sie herkommt, und exportieren Sie die Datei noch einmal.
element-too-many-decimals = Beträge in { $currency } haben { $decimals } Nachkommastellen; dieser hat mehr.
    .remedy = Berichtigen Sie ihn dort, wo er herkommt, und exportieren Sie die Datei noch einmal.
element-amount-too-large = Der Betrag ist zu groß.
    .remedy = Prüfen Sie das Dezimalzeichen; Beträge bis 999.999.999.999,99 können geführt werden.
element-not-a-currency = Das ist kein Währungscode nach ISO 4217.
    .remedy = Berichtigen Sie ihn dort, wo er herkommt, und exportieren Sie die Datei noch einmal.
element-other-currency = Der Betrag lautet auf { $currency }, der Beleg auf { $expected }.
    .remedy = Bitten Sie den Absender um eine Rechnung mit allen Beträgen in einer Währung.
element-not-one-of = Das ist nichts von { $allowed }.
    .remedy = Berichtigen Sie es dort, wo es herkommt, und exportieren Sie die Datei noch einmal.
camt-details-differ = Die Zahlungen dieses Umsatzes ergeben { $found } { $currency }, der Umsatz beträgt { $stated } { $currency }. Der Unterschied wird als eigener Zahlungseingang geführt.
    .remedy = Vergleichen Sie den Umsatz mit der Bank; ordnen Sie den Unterschied von Hand zu.
camt-balance-differs = Anfangssaldo und gebuchte Umsätze ergeben { $found } { $currency }, der Endsaldo ist { $stated } { $currency }.
    .remedy = Prüfen Sie, ob Blätter des Auszugs fehlen.
file-total-differs = Die Datei gibt hier { $stated } an; ihr Inhalt ergibt { $found }.
    .remedy = Prüfen Sie, ob die Datei vollständig ist; sonst sagen Sie es dem Hersteller des Programms, das sie geschrieben hat.
pdf-broken = Dieses PDF ist nicht lesbar.
    .remedy = Die Datei ist abgeschnitten oder beschädigt; holen Sie sie noch einmal oder bitten Sie um die XML-Datei allein.
pdf-encrypted = Dieses PDF ist verschlüsselt.
    .remedy = Speichern Sie es ohne Kennwort oder bitten Sie um die XML-Datei allein.
pdf-too-large = Das PDF oder etwas darin Gepacktes ist größer als { $limit } Bytes.
    .remedy = Bitten Sie um die XML-Datei allein.
pdf-without-invoice = In dieses PDF ist keine elektronische Rechnung eingebettet.
    .remedy = Es ist nur das Bild einer Rechnung; bitten Sie um Factur-X, ZUGFeRD oder die XML-Datei.

## Posten, Ausgleiche, Szenarien

item-sign = Ein Betrag der Art { $kind } darf nicht { $kind ->
        [credit_note] positiv
        [payment_on_account] positiv
       *[other] negativ
    } sein.
    .remedy = Schreiben Sie Soll-Posten mit positivem und Haben-Posten mit negativem Betrag oder verwenden Sie sign in einer Zuordnungsdatei.
item-net-amount = Der Nettobetrag passt nicht zum Bruttobetrag { $amount }.
    .remedy = Der Nettobetrag hat das Vorzeichen des Bruttobetrags und ist nicht größer; lassen Sie ihn leer, wenn keine Umsatzsteuer anfällt.
item-due-date = { $terms ->
        [none] Die Nettofälligkeit ist leer, und weder der Posten noch der Kunde hat Zahlungsbedingungen.
       *[other] Die Nettofälligkeit ist leer, und die Zahlungsbedingungen „{ $terms }“ sind nicht lesbar.
    }
    .remedy = Füllen Sie die Nettofälligkeit aus oder schreiben Sie die Zahlungsbedingungen, hier oder beim Kunden, als "30", "30 days", "2 months", "30 eom" oder "cash".
item-rate = Das ist kein Kurs.
    .remedy = Schreiben Sie die Einheiten der Währung des Postens für eine Einheit der Währung des Versicherungsscheins, als positive Zahl mit höchstens zehn Nachkommastellen.
item-duplicate = Der Beleg { $document_no } steht zweimal in dieser Datei.
    .remedy = Ein Beleg ist durch Firma, Konto, Belegnummer und Art bestimmt; entfernen Sie eine der Zeilen oder geben Sie ihr eine andere Nummer.
item-conflict = Der Beleg { $document_no } ist mit { $known } bekannt, in der Datei steht { $new }.
    .remedy = Ein gebuchter Beleg ändert sich nicht: Berichtigen Sie ihn durch Gutschrift oder Belastungsanzeige, oder berichtigen Sie die Datei. Eine spätere Fälligkeit gilt als Prolongation.
item-origin = Der Ursprung „{ $origin }“ dieses Restpostens ist nicht bekannt.
    .remedy = Schreiben Sie FIRMA/BELEGNUMMER/ART eines Postens auf demselben Konto, der vorher oder in derselben Datei importiert wird.
settlement-sign = Der Betrag passt nicht zur Ausgleichsart { $method }.
    .remedy = Ein Ausgleich ist positiv, gleich welches Vorzeichen der Posten hat; nur eine Rückgabe ist negativ. Null gleicht nichts aus.
settlement-above-open = Der Beleg { $document_no } über { $amount } wäre mit insgesamt { $settled } ausgeglichen.
    .remedy = Ein Ausgleich kann nicht höher sein als der offene Betrag, eine Rückgabe nicht höher als der ausgeglichene. Prüfen Sie Betrag und Beleg und ob doppelt gebucht wurde.
settlement-item-unknown = In dieser Firma und Art gibt es keinen Posten { $document_no }.
    .remedy = Importieren Sie zuerst die Posten und prüfen Sie Firma, Belegnummer und Art.
settlement-item-ambiguous = Den Beleg { $document_no } gibt es auf { $count } Konten.
    .remedy = Geben Sie beim Ausgleich Konto, Filiale und Kontenart an.
settlement-duplicate = Der Ausgleich { $settlement_no } dieses Postens steht zweimal in dieser Datei.
    .remedy = Entfernen Sie eine der Zeilen.
settlement-conflict = Der Ausgleich { $settlement_no } dieses Postens ist mit anderem Datum oder Betrag bekannt.
    .remedy = Buchen Sie eine Rückgabe und einen neuen Ausgleich, statt einen gebuchten zu ändern.
scenario-unreadable = Der Ordner { $folder } ist nicht lesbar: { $why }.
    .remedy = Nennen Sie einen Ordner mit den Dateien eines Szenarios.
scenario-empty = Der Ordner { $folder } enthält keine Datei eines Szenarios.
    .remedy = Legen Sie companies.csv, buyers.csv, items.csv und so weiter sowie policies/*.toml hinein.
small-file-too-large = Die Datei ist größer als { $limit } Bytes.
    .remedy = Dateien von Versicherungsscheinen und Zuordnungen sind kleine Texte; prüfen Sie, ob es die richtige Datei ist.
small-file-not-utf8 = Die Datei ist ab Byte { $byte } kein UTF-8.
    .remedy = Speichern Sie sie als UTF-8.

## Vorführung

demo-unwritable = { $path } kann nicht geschrieben werden: { $why }.
    .remedy = Schaffen Sie Platz im Ordner für temporäre Dateien oder lassen Sie TMPDIR auf einen anderen zeigen.

## Listen

deadlines-period = Der Zeitraum endet am { $to }, bevor er am { $from } beginnt.
    .remedy = Geben Sie den ersten Tag mit --from und den letzten mit --to an.
item-not-posted = { $item } war am { $date } nicht gebucht oder nicht bekannt.
    .remedy = Wählen Sie mit --as-of ein späteres Datum oder lassen Sie --known-at weg.

## Importe und Versicherungsscheine

import-refused = Die Dateien wurden abgelehnt; es wurde nichts geschrieben.
    .remedy = Berichtigen Sie, was der Bericht nennt, und importieren Sie noch einmal.
import-kind-unknown = Dateien der Art „{ $kind }“ gibt es nicht.
    .remedy = Möglich sind companies, insurers, buyers, covers, limits, evidence, rates, items, settlements, events, orders und scenario für einen Ordner mit mehreren davon.
csv-encoding-unknown = Die Kodierung „{ $encoding }“ gibt es nicht.
    .remedy = Bekannt sind zum Beispiel utf-8, auto, windows-1252, iso-8859-1, iso-8859-15, utf-16le, cp437.
field-negative = Der Betrag darf nicht negativ sein.
    .remedy = Schreiben Sie ihn ohne Vorzeichen.
field-out-of-range = Die Zahl muss zwischen { $from } und { $to } liegen.
    .remedy = Berichtigen Sie sie oder lassen Sie das Feld leer, wo das erlaubt ist.
field-ends-before-start = Der letzte Tag liegt vor dem ersten, { $start }.
    .remedy = Berichtigen Sie einen der beiden; der letzte Tag gehört noch zum Zeitraum.
field-not-a-country = Das ist kein Ländercode nach ISO 3166.
    .remedy = Schreiben Sie zwei Großbuchstaben, zum Beispiel DE; andere Namen übersetzt eine Zuordnungsdatei unter [values].
record-repeated = Dasselbe steht schon in Zeile { $first }.
    .remedy = Behalten Sie die richtige Zeile und entfernen Sie die andere; Fassungen verschiedener Tage brauchen verschiedene valid_from.
company-not-found = Die Firma { $company } gibt es nicht.
    .remedy = Importieren Sie sie zuerst mit companies oder berichtigen Sie den Code.
group-second = Die Firma { $company } gehört zur Gruppe mitversicherter Unternehmen { $group }, dieser Datenbestand enthält aber die Gruppe { $known }.
    .remedy = Führen Sie je Datenbestand nur eine Gruppe mitversicherter Unternehmen und legen Sie für die andere einen eigenen an.
group-master-missing = Keine Firma der Gruppe mitversicherter Unternehmen { $group } führt deren Stammdaten.
    .remedy = Setzen Sie master für die eine Firma auf true, bei der die Versicherungsscheine liegen (Firma Kreditversicherung).
group-masters-several = Die Firma { $company } ist als Firma Kreditversicherung angegeben, { $master } aber auch.
    .remedy = Nur eine Firma führt die Stammdaten der Kreditversicherung; setzen Sie master bei den anderen auf false.
group-differs = { $what ->
        [address_company] Die Adressfirma von { $company } ist nicht die von { $master }, wo die Stammdaten der Gruppe liegen: { $expected ->
            [none] Dort ist keine angegeben
           *[other] „{ $expected }“
        }.
        [account_types] Die Kontenarten von { $company } sind nicht die von { $master }, wo die Stammdaten der Gruppe liegen: { $expected ->
            [none] Dort sind keine angegeben
           *[other] „{ $expected }“
        }.
       *[other] Die Zahlungsbedingungen von { $company } sind nicht die von { $master }, wo die Stammdaten der Gruppe liegen: { $expected ->
            [none] Dort sind keine angegeben
           *[other] „{ $expected }“
        }. Bei sicheren Zahlungsbedingungen müssen sie übereinstimmen.
    }
    .remedy = Gleichen Sie sie an oder lassen Sie die Firma aus der Gruppe mitversicherter Unternehmen: Dann sind ihre Posten nicht versichert.
insurer-code = Das ist nicht der Code eines Kreditversicherers.
    .remedy = Schreiben Sie genau drei Buchstaben oder Ziffern, zum Beispiel ACR.
insurer-account = Das ist kein Konto des Adressstamms.
    .remedy = Schreiben Sie Konto/Filiale/Kontenart, zum Beispiel 7001/0/K, oder lassen Sie das Feld leer.
account-form = Das ist keine Adressnummer.
    .remedy = Schreiben Sie höchstens { $limit } Zeichen ohne Schrägstrich; ein Interessent ohne Konto wird als @ mit seinem Rechtsträger geschrieben.
account-branch = Das ist keine Filiale.
    .remedy = Schreiben Sie höchstens { $limit } Ziffern oder lassen Sie das Feld leer.
account-type = Das ist keine Kontenart.
    .remedy = Schreiben Sie einen bis { $limit } Buchstaben oder Ziffern.
account-not-found = Das Konto { $account } gibt es nicht.
    .remedy = Importieren Sie es zuerst mit buyers oder berichtigen Sie Nummer, Filiale oder Kontenart.
account-ambiguous = Das Konto { $account } ist nicht eindeutig: Es gibt { $choices }.
    .remedy = Nennen Sie Filiale und Kontenart des gemeinten Kontos.
prospect-not-found = Es gibt weder einen Interessenten noch ein Konto mit dem Rechtsträger { $legal_entity }.
    .remedy = Importieren Sie ihn zuerst mit buyers, als @ mit seinem Rechtsträger.
prospect-with-account = Ein Interessent hat weder Filiale noch Kontenart.
    .remedy = Lassen Sie das Feld leer oder schreiben Sie das Konto anstelle von @ und Rechtsträger.
prospect-entity = Der Rechtsträger ist nicht der des Interessenten, { $prospect }.
    .remedy = Lassen Sie die Spalte leer oder schreiben Sie in beide dasselbe.
buyer-is-co-insured = Das Konto { $account } ist unter einem anderen Kunden mitversichert und muss daher eine rechtlich unselbständige Filiale bleiben.
    .remedy = Beenden Sie zuerst die Mitversicherung durch Versicherungsschutz anderer Art oder lassen Sie dependent_branch auf true.
warning-identifier = { $scheme ->
        [vat_id] Diese Umsatzsteuer-Identifikationsnummer kann nicht stimmen
        [register_no] Diese Registernummer kann im Land des Kunden nicht stimmen
       *[other] Diese Kennung des Rechtsträgers (LEI) kann nicht stimmen
    }: { $why ->
        [length] Sie hat zu wenige oder zu viele Zeichen
        [character] Sie enthält ein Zeichen, das nicht hineingehört
        [check-digit] { $expected ->
            [none] Ihre Prüfziffern passen nicht
           *[other] Ihre Prüfziffern passen nicht, richtig wäre { $expected }
        }
       *[other] Sie ist nicht so aufgebaut, wie das Schema es verlangt
    }.
    .remedy = Der Kunde wurde so übernommen. Vergleichen Sie die Nummer mit dem Register und berichtigen Sie sie in der Buchhaltung.
warning-prospect-has-account = Dieser Interessent hat inzwischen das Konto { $account }; die Zeile wurde ausgelassen.
    .remedy = Es ist nichts zu tun. Haben sich seine Daten geändert, ändern Sie die Zeile des Kontos.
warning-prospect-stays = Das Konto { $account } gab es schon vor dem Interessenten @{ $prospect } desselben Rechtsträgers; was zum Interessenten erfasst ist, bleibt daher bei ihm.
    .remedy = Importieren Sie Versicherungsschutz, Kreditmitteilungen und Nachweise des Interessenten noch einmal, mit dem Konto.
policy-not-found = { $known ->
        [none] Den Versicherungsschein { $policy } gibt es nicht; noch ist keiner hinterlegt.
       *[other] Den Versicherungsschein { $policy } gibt es nicht. Hinterlegt sind: { $known }.
    }
    .remedy = Berichtigen Sie den Code oder hinterlegen Sie zuerst den Versicherungsschein mit „obligo policy put“.
policy-too-many = Ein Datenbestand fasst höchstens { $limit } Versicherungsscheine.
    .remedy = Verwenden Sie für jede Gruppe mitversicherter Unternehmen einen eigenen Datenbestand.
policy-insurer-unknown = Den Kreditversicherer { $insurer } gibt es nicht. Bekannt sind { $known }.
    .remedy = Importieren Sie zuerst den Kreditversicherer oder berichtigen Sie die ersten drei Zeichen des Versicherungsscheins.
policy-currency-changed = Der Versicherungsschein { $policy } hatte Echtläufe in { $known }, den letzten zum { $date }: Seine Währung kann sich nicht mehr ändern.
    .remedy = Hinterlegen Sie einen neuen Versicherungsschein mit anderer interner Nummer in der neuen Währung und überführen Sie den Versicherungsschutz der Kunden dorthin.
cover-field-not-allowed = Zu Versicherungsschutz der Art { $kind } gehört dieses Feld nicht.
    .remedy = Lassen Sie es leer: Ein Versicherungsschein gehört zu benannt und unbenannt Versicherten, ein Hauptkunde zu Mitversicherten.
cover-overlaps = Der Versicherungsschutz von { $account } würde sich mit dem ab { $other } überschneiden: Ein Kunde ist an jedem Tag nur auf eine Art versichert.
    .remedy = Lassen Sie jeden Versicherungsschutz an einem eigenen Tag beginnen, nach dem angegebenen Ende des vorigen, oder lassen Sie valid_until leer: Der neuere beendet den älteren.
cover-under-itself = Das Konto { $account } kann nicht unter sich selbst mitversichert sein.
    .remedy = Nennen Sie in co_insured_under den Hauptkunden.
cover-under-co-insured = Das Konto { $account } kann nicht unter { $main } mitversichert sein, das zu dieser Zeit selbst mitversichert ist.
    .remedy = Nennen Sie den Hauptkunden, also den, der benannt oder unbenannt versichert ist.
cover-not-dependent = Das Konto { $account } ist keine rechtlich unselbständige Filiale: Es kann nicht unter { $main } mitversichert sein.
    .remedy = Eine rechtlich selbständige Niederlassung braucht eine eigene Versicherungssumme. Ist sie unselbständig, setzen Sie dependent_branch in buyers auf true.
cover-kind-changes-while-insured = Die Art der Versicherung von { $account } kann nicht von { $before } auf { $after } wechseln, solange versicherte Posten offen sind, zum Beispiel { $item }.
    .remedy = Warten Sie, bis sie ausgeglichen sind. Um den Versicherungsschutz zu beenden, erfassen Sie eine Kreditmitteilung über 0 oder declined_on (benannt) oder declined_on oder ein empfohlenes Kreditlimit von 1 (unbenannt).
limit-refused-with-amount = Die Antwort { $response } steht neben einem Betrag über 0.
    .remedy = Berichtigen Sie die Antwort; ein beantragter Betrag gehört nach requested_amount.
limit-without-amount = Zur Antwort { $response } gehört ein Betrag.
    .remedy = Schreiben Sie den Betrag der Kreditmitteilung oder lassen Sie die Antwort leer, solange das Limit nur beantragt ist.
rate-missing = Es gibt keinen Kurs von { $currency } gegen { $base } am oder vor dem { $date }.
    .remedy = Importieren Sie ihn mit rates oder geben Sie dem Posten einen eigenen Kurs.
rate-same-currency = Eine Währung hat keinen Kurs gegen sich selbst.
    .remedy = Entfernen Sie die Zeile oder berichtigen Sie eine der Währungen.
rate-out-of-range = Das ist kein Kurs.
    .remedy = Schreiben Sie die Einheiten der Währung für eine Einheit der Basis, als positive Zahl mit höchstens zehn Nachkommastellen.
rate-conflict = Der Kurs von { $currency } gegen { $base } am { $date } ist schon mit { $known } bekannt, in der Datei steht { $new }.
    .remedy = Posten können mit dem bekannten Kurs bewertet sein. Berichtigen Sie die Datei; um einzelne Posten anders zu bewerten, geben Sie ihnen einen eigenen Kurs.
amount-too-large = Der Betrag { $amount } wird bei der Umrechnung in { $currency } zu groß.
    .remedy = Prüfen Sie Betrag und Kurs.
event-names-nothing = Das Ereignis nennt weder Posten noch Konto.
    .remedy = Füllen Sie company und document_no aus oder das Konto des Kunden.
item-name = Das ist nicht die Bezeichnung eines Postens.
    .remedy = Schreiben Sie FIRMA/BELEG oder FIRMA/BELEG/ART, und wo das nicht eindeutig ist, dahinter @KONTO/FILIALE/KONTENART.
item-not-found = Den Posten { $item } gibt es nicht.
    .remedy = Importieren Sie zuerst die Posten und prüfen Sie Firma, Belegnummer, Art und Konto.
item-ambiguous = { $item } ist nicht eindeutig: Es gibt { $choices }.
    .remedy = Nennen Sie die Art und, wenn das nicht genügt, das Konto.
item-company-not-found = Die Firma { $company } gibt es nicht.
    .remedy = Ein Posten heißt FIRMA/BELEG/ART und beginnt mit dem Code der Firma.
run-not-found = Den Echtlauf { $run } gibt es nicht.
    .remedy = „obligo runs“ listet die Echtläufe auf.
run-not-after-last = Der Stichtag { $key_date } liegt nicht nach dem letzten Echtlauf von { $policy }: Lauf { $last_run } zum { $last_date }.
    .remedy = Nehmen Sie einen späteren Stichtag oder stornieren Sie den letzten Lauf mit Begründung. Ein Probelauf ist immer möglich.
run-before-policy-run = Der Stichtag { $key_date } liegt vor einem Echtlauf von { $policy }: Lauf { $last_run } zum { $last_date }.
    .remedy = Nehmen Sie einen Stichtag ab { $last_date } oder stornieren Sie diesen Lauf mit Begründung. Ein Probelauf ist immer möglich.
run-already-reversed = Lauf { $run } ist schon storniert.
    .remedy = Es ist nichts zu tun.
run-not-the-last = Lauf { $run } ist nicht der letzte seiner Reihe: Lauf { $later } folgte ihm.
    .remedy = Stornieren Sie zuerst den späteren Lauf.
run-items-touched = Lauf { $run } kann nicht storniert werden: Sein Posten { $item } wurde später durch { $by } geändert.
    .remedy = Nehmen Sie zuerst zurück, was später kam, oder ändern Sie einzelne Posten von Hand mit Begründung.
warning-unexamined-before-withdrawal = { $count ->
        [one] Ein Posten von { $account } liegt vor dem Ende des Versicherungsschutzes am { $date }, aber kein Lauf hat ihn geprüft: { $documents }.
       *[other] { $count } Posten von { $account } liegen vor dem Ende des Versicherungsschutzes am { $date }, aber kein Lauf hat sie geprüft: { $documents }.
    }
    .remedy = Klären Sie, ob sie hätten gemeldet werden müssen; lassen Sie sie mit Begründung noch einmal prüfen, wenn der Kreditversicherer einverstanden ist.

## Änderungen von Hand, Ereignisse, späte Tatsachen

reason-missing = Diese Änderung braucht eine Begründung.
    .remedy = Sagen Sie in eigenen Worten, warum; es bleibt aufgezeichnet. Auf der Kommandozeile ist das --reason.
edit-amount = { $value } ist kein Betrag.
    .remedy = Schreiben Sie ihn mit Dezimalpunkt und ohne Tausendertrennung, zum Beispiel 1234.50.
edit-amount-decimals = { $value } hat mehr Nachkommastellen als { $currency } mit { $decimals }.
    .remedy = Runden Sie den Betrag auf { $decimals } Nachkommastellen.
edit-amount-too-large = Der Betrag { $value } ist zu groß.
    .remedy = Prüfen Sie das Dezimalzeichen.
edit-insured-below-zero = Der versicherte Betrag von { $item } kann nicht unter 0 liegen.
    .remedy = Geben Sie einen Betrag von 0 bis zum offenen Betrag an.
edit-insured-above-open = Der versicherte Betrag von { $item } kann nicht über dem versicherbaren offenen Betrag von { $currency } { $open } liegen.
    .remedy = Geben Sie einen Betrag von 0 bis { $open } an.
edit-insured-on-credit = { $item } ist ein Haben-Posten: Versichert werden kann nur, was der Firma geschuldet wird.
    .remedy = Lassen Sie den versicherten Betrag weg.
edit-insured-not-insurable = { $item } hätte Status { $status }; einen versicherten Betrag trägt nur ein Posten mit Status K.
    .remedy = Setzen Sie im selben Schritt den Status K oder den versicherten Betrag 0.
edit-still-insured = { $item } ist mit { $currency } { $insured } versichert; das kann nur ein Posten mit Status K sein.
    .remedy = Setzen Sie im selben Schritt den versicherten Betrag 0, wenn der Versicherungsschutz aufgegeben werden soll.
edit-status-of-other-side = { $item } kann nicht Status { $status } haben: C ist für Soll-Posten, D für Haben-Posten.
    .remedy = Wählen Sie den Status, der zur Seite des Postens passt.
edit-follow-up-date = { $item } hätte ein Datum für die Folgemeldung ohne das Kennzeichen dafür.
    .remedy = Setzen Sie das Kennzeichen im selben Schritt (--follow-up true) oder lassen Sie das Datum weg.
edit-before-overdue-date = { $date ->
        [exclusion_date] Das Ende der Ausschlussfrist
        [collection_date] Die Übergabe ans Inkasso
        [waiting_end] Das Ende der Karenzzeit
        [filing_date] Das Ende der Schadenmeldefrist
       *[other] { $date }
    } von { $item } läge vor der Überfälligkeit am { $overdue_date }.
    .remedy = Prüfen Sie beide Daten; verschieben Sie sie gemeinsam, wenn der Kreditversicherer zugestimmt hat.
event-protest-not-a-bill = Zu einem Protest gehört der Wechsel, den er betrifft.
    .remedy = Nennen Sie einen Posten der Art bill.
close-day-before-last = { $date } liegt vor dem letzten abgeschlossenen Tag, { $last_date }.
    .remedy = Tage werden der Reihe nach abgeschlossen; schließen Sie { $last_date } oder einen späteren Tag ab.
reexamine-no-item = Es wurde kein Posten genannt.
    .remedy = Nennen Sie die Posten, die noch einmal geprüft werden sollen.
reexamine-not-open = { $item } war am { $key_date } nicht offen: Kein Lauf zu diesem Stichtag würde ihn prüfen.
    .remedy = Wählen Sie einen Stichtag, an dem der Posten gebucht und noch nicht ausgeglichen war.
reexamine-no-cover = Der Kunde von { $item } hatte am { $key_date } keinen Versicherungsschutz: Kein Lauf zu diesem Stichtag würde den Posten prüfen.
    .remedy = Prüfen Sie den Versicherungsschutz des Kunden oder wählen Sie einen anderen Stichtag.
reexamine-still-insured = Am { $key_date } hätte { $item } Status { $status }, ist aber mit { $currency } { $insured } versichert.
    .remedy = Geben Sie den versicherten Betrag im selben Schritt auf (--drop-insured), wenn der Kreditversicherer so entschieden hat.
warning-late-fact = { $what ->
        [decision] Eine Kreditmitteilung
        [evidence] Ein Nachweis
       *[item] Ein Posten
    } vom { $date } für { $account } wurde nach dem Echtlauf von { $policy } zum { $run_date } erfasst. Rechtzeitig bekannt, wären { $currency } { $declared_after } statt { $declared_before } gemeldet worden; abweichende Posten: { $count } ({ $items }).
    .remedy = Klären Sie mit dem Kreditversicherer, wie das richtigzustellen ist: mit dem nächsten Lauf, durch Storno dieses Laufs oder durch erneutes Prüfen einzelner Posten.
warning-late-fact-same = { $what ->
        [decision] Eine Kreditmitteilung
        [evidence] Ein Nachweis
       *[item] Ein Posten
    } vom { $date } für { $account } wurde nach dem Echtlauf von { $policy } zum { $run_date } erfasst. Am Ergebnis hätte das nichts geändert.
    .remedy = Es ist nichts zu tun.
warning-late-facts-more = { $count ->
        [one] Ein weiterer Kunde hat
       *[other] { $count } weitere Kunden haben
    } Tatsachen, die erst nach dem Echtlauf erfasst wurden, zu dem sie gehören.
    .remedy = Importieren Sie in kleineren Teilen, um alle zu sehen.
warning-late-facts-not-compared = { $count ->
        [one] Ein weiterer Kunde hat
       *[other] { $count } weitere Kunden haben
    } solche spät erfassten Tatsachen; was sie geändert hätten, wurde nur für die ersten { $limit } errechnet.
    .remedy = Ein Probelauf zum Stichtag des letzten Echtlaufs zeigt den Unterschied für alle.

## Zugang

random-unavailable = Das System liefert keine Zufallszahlen: { $why }.
    .remedy = Prüfen Sie die Quelle der Zufallszahlen im System und versuchen Sie es noch einmal.
secret-shown-once = Das wurde unter demselben Schlüssel schon erledigt; das Geheimnis wurde dabei angezeigt und lässt sich nicht noch einmal zeigen.
    .remedy = Ist das Geheimnis verloren, widerrufen Sie, was angelegt wurde, und legen Sie es neu an.
link-invalid = Dieser Link gilt nicht: Er wurde schon benutzt, ist abgelaufen oder durch einen neueren ersetzt.
    .remedy = Bitten Sie einen Administrator um einen neuen Link. Der Link des ersten Starts wird bei jedem Start des Servers neu ausgegeben.
user-name = Ein Benutzername hat 1 bis { $limit } Buchstaben, Ziffern oder die Zeichen . _ - @ + und keine Leerzeichen.
    .remedy = Berichtigen Sie den Namen.
user-name-taken = Den Benutzer { $user } gibt es schon.
    .remedy = Wählen Sie einen anderen Namen; Groß- und Kleinschreibung zählt nicht.
user-display-name = Ein Name hat höchstens { $limit } Zeichen.
    .remedy = Kürzen Sie den Namen.
user-roles-missing = Ein Benutzer braucht mindestens eine Rolle.
    .remedy = Wählen Sie eine Rolle. Um jemanden auszuschließen, sperren Sie den Benutzer.
user-companies-missing = Es ist keine Firma gewählt.
    .remedy = Wählen Sie alle Firmen, oder kreuzen Sie die gemeinten an.
user-company-unknown = Die Firma { $company } gibt es nicht.
    .remedy = Wählen Sie aus den Firmen des Datenbestands.
user-language = Diese Sprache gibt es nicht.
    .remedy = Wählen Sie eine von { $known }.
user-not-found = Den Benutzer { $user } gibt es nicht.
    .remedy = Prüfen Sie den Benutzernamen.
user-last-administrator = { $user } ist der letzte Administrator.
    .remedy = Machen Sie zuerst jemand anderen zum Administrator.
password-too-short = Ein Passwort hat mindestens { $limit } Zeichen.
    .remedy = Wählen Sie ein längeres, zum Beispiel vier Wörter, die nichts miteinander zu tun haben.
password-too-long = Ein Passwort hat höchstens { $limit } Bytes.
    .remedy = Wählen Sie ein kürzeres.
password-is-name = Das Passwort ist der Benutzername.
    .remedy = Wählen Sie ein Passwort, das niemand erraten kann.
password-wrong = Das bisherige Passwort stimmt nicht.
    .remedy = Geben Sie es noch einmal ein oder bitten Sie einen Administrator um einen Link für ein neues.
sign-in-refused = Benutzername und Passwort passen nicht zusammen.
    .remedy = Geben Sie beides noch einmal ein oder fragen Sie einen Administrator.
sign-in-too-often = Zu viele Versuche sind fehlgeschlagen. Versuchen Sie es in { $minutes ->
    [one] einer Minute
   *[other] { $minutes } Minuten
  } noch einmal.
    .remedy = Warten Sie { $seconds } Sekunden oder lassen Sie von einem Administrator ein neues Passwort setzen.
token-name = Ein Token braucht einen Namen mit 1 bis { $limit } Zeichen.
    .remedy = Nennen Sie das Programm, das es verwenden wird.
token-scopes-missing = Ein Token braucht mindestens eine Berechtigung.
    .remedy = Wählen Sie, was das Programm darf: read, write, run oder admin.
token-days = Ein Token gilt 1 bis { $limit } Tage, nicht { $days }.
    .remedy = Wählen Sie eine Anzahl dazwischen und legen Sie rechtzeitig ein neues Token an.
token-company = { $user } sieht die Firma { $company } nicht.
    .remedy = Wählen Sie aus den Firmen des Benutzers.
token-not-found = Das Token { $token } gibt es nicht.
    .remedy = Sehen Sie in der Liste der Token nach.
view-name = Eine Sicht braucht einen Namen mit 1 bis { $limit } Zeichen.
    .remedy = Berichtigen Sie den Namen.
view-too-large = Eine Sicht hat höchstens { $limit } Bytes.
    .remedy = Lassen Sie Spalten oder Filter weg.
view-name-taken = Eine Sicht mit dem Namen „{ $name }“ gibt es schon.
    .remedy = Wählen Sie einen anderen Namen.
view-too-many = Zu dieser Liste gibt es schon { $limit } Sichten.
    .remedy = Löschen Sie eine, die nicht gebraucht wird.
setting-issuer = Das ist keine Adresse eines Anmeldedienstes.
    .remedy = Schreiben Sie sie, wie der Anmeldedienst sie nennt, mit https:// am Anfang. Nur auf diesem Rechner darf sie mit http:// beginnen.
setting-oidc-incomplete = Zum Anmeldedienst gehören eine Client-ID und der Claim, der die Gruppen nennt.
    .remedy = Füllen Sie beides aus; der Administrator des Anmeldedienstes kennt es.
setting-client-secret = Das Client-Geheimnis selbst wird hier nie gespeichert, nur wo es steht.
    .remedy = Legen Sie es in einer Umgebungsvariablen des Servers ab und schreiben Sie { $start } und dahinter den Rest ihres Namens.
setting-public-address = Das ist keine Adresse eines Servers.
    .remedy = Schreiben Sie sie, wie man sie eingibt, zum Beispiel https://obligo.example.com, ohne Schrägstrich am Ende.
oidc-unreachable = Der Anmeldedienst { $issuer } antwortet nicht wie erwartet: { $why }.
    .remedy = Versuchen Sie es noch einmal; bleibt es dabei, prüfen Sie seine Adresse unter Einstellungen. Lokale Benutzer können sich mit ihrem Passwort anmelden.
oidc-address = Die Adresse des Anmeldedienstes oder die, zu der er zurückleitet, ist keine gültige Adresse.
    .remedy = Prüfen Sie beide unter Einstellungen.
oidc-secret-missing = Die Variable { $variable }, in der das Client-Geheimnis stehen soll, ist nicht gesetzt.
    .remedy = Setzen Sie sie in der Umgebung des Servers und starten Sie ihn neu.
oidc-state = Diese Anmeldung wurde nicht in diesem Browser begonnen oder ist zu lange her.
    .remedy = Beginnen Sie auf der Anmeldeseite noch einmal.
oidc-refused = Die Antwort des Anmeldedienstes wurde nicht angenommen: { $why }.
    .remedy = Beginnen Sie auf der Anmeldeseite noch einmal; bleibt es dabei, sagen Sie es einem Administrator.
oidc-no-role = Keine der Gruppen von { $user } ergibt hier eine Rolle.
    .remedy = Bitten Sie einen Administrator, eine Ihrer Gruppen einer Rolle zuzuordnen, oder den Administrator des Anmeldedienstes um eine Gruppe.
oidc-name-taken = Der Name { $user } gehört einem lokalen Benutzer.
    .remedy = Fragen Sie einen Administrator; einer der beiden braucht einen anderen Namen.
note-empty = Die Notiz ist leer.
    .remedy = Schreiben Sie etwas hinein.
note-too-long = Eine Notiz hat höchstens { $limit } Zeichen.
    .remedy = Kürzen Sie sie.
proposal-payload-key = Den Parameter { $key } gibt es hier nicht.
    .remedy = Bekannt sind: { $known }.
proposal-payload-value = Der Parameter { $key } fehlt oder kann diesen Wert nicht haben.
    .remedy = Berichtigen Sie ihn; Daten schreiben Sie wie 2024-01-31, Beträge als Text wie "1000.00".
proposal-already-open = Dasselbe ist schon vorgeschlagen: Vorschlag { $proposal }.
    .remedy = Warten Sie die Entscheidung ab oder ziehen Sie ihn zurück.
proposal-not-found = Den Vorschlag { $proposal } gibt es nicht.
    .remedy = Sehen Sie in der Liste der Vorschläge nach.
proposal-same-person = Den Vorschlag { $proposal } haben Sie selbst gemacht; verlangt sind vier Augen.
    .remedy = Bitten Sie eine Kollegin oder einen Kollegen mit denselben Rechten um die Entscheidung, oder ziehen Sie ihn zurück.
proposal-not-yours = Den Vorschlag { $proposal } hat jemand anderes gemacht.
    .remedy = Zurückziehen kann ihn nur, wer ihn gemacht hat; Sie können ihn ablehnen.
proposal-decided = Der Vorschlag { $proposal } ist nicht mehr offen: { $state ->
    [approved] { $by } hat ihn freigegeben
    [refused] { $by } hat ihn abgelehnt
   *[withdrawn] Er wurde zurückgezogen
  }.
    .remedy = Schlagen Sie es noch einmal vor, wenn es noch nötig ist.

## Befehlszeile

config-unreadable = Die Konfigurationsdatei ist nicht lesbar: { $reason }.
    .remedy = Prüfen Sie den Namen nach --config oder OBLIGO_CONFIG und ob Sie die Datei lesen dürfen.
config-too-large = Die Konfigurationsdatei ist länger als { $limit } Bytes.
    .remedy = Prüfen Sie, ob es die Konfigurationsdatei ist und nicht die Datei mit den Daten.
config-syntax = Die Konfigurationsdatei ist kein gültiges TOML: { $reason }.
    .remedy = Schreiben Sie je Zeile einen Schlüssel als Schlüssel = Wert, Texte in geraden doppelten Anführungszeichen.
config-unknown-key = { $nearest ->
    [none] Eine Konfigurationsdatei hat keinen Schlüssel "{ $key }".
   *[other] Eine Konfigurationsdatei hat keinen Schlüssel "{ $key }"; ist "{ $nearest }" gemeint?
  }
    .remedy = Bekannt sind: { $known }.
config-value = "{ $key }" kann diesen Wert nicht haben.
    .remedy = store, lang und actor erwarten Texte, color "auto", "always" oder "never", quiet true oder false, max_errors eine Zahl ab 1.
clock-not-an-instant = OBLIGO_NOW ist { $value }; das ist kein Zeitpunkt.
    .remedy = Schreiben Sie ihn in UTC wie 2024-05-01T10:20:30Z oder lassen Sie ihn weg: Er dient nur dazu, Ergebnisse nachzustellen.
output-failed = Die Ausgabe konnte nicht geschrieben werden: { $reason }.
    .remedy = Schaffen Sie Platz oder prüfen Sie das Ziel, und versuchen Sie es noch einmal. Ein schon erstellter Echtlauf bleibt bestehen: „obligo runs“ listet ihn auf, „obligo runs show“ gibt ihn aus.
document-failed = Das Dokument konnte nicht erstellt werden: { $reason }.
    .remedy = Das ist ein Fehler des Programms: Bitte melden Sie ihn mit dem Namen des Berichts und diesem Text. Dieselben Zahlen gibt es als XLSX, CSV und JSON.
snapshot-only-items = --snapshot sagt, welche Posten weggefallen sind, importiert wird hier aber { $kind }.
    .remedy = Lassen Sie es weg oder importieren Sie Posten.
policy-check-failed = { $failed } von { $cases } Beispielen ergeben anderes, als der Versicherungsschein sagt.
    .remedy = Die Zeilen darüber zeigen die Abweichungen. Berichtigen Sie das Beispiel oder die Bedingungen.
demo-folder-exists = { $path } gibt es schon; die Vorführung braucht einen neuen Ordner.
    .remedy = Nennen Sie einen anderen Ordner oder lassen Sie --to weg.
verify-findings = Der Datenbestand ist nicht so, wie er aufgezeichnet wurde: { $findings ->
    [one] eine Abweichung
   *[other] { $findings } Abweichungen
  }.
    .remedy = Die Zeilen darüber zeigen die Abweichungen. Lassen Sie die Datei, wie sie ist, und vergleichen Sie sie mit der letzten Sicherung.

run-damaged = Lauf { $run } kann nicht storniert werden: Die Aufzeichnung seiner Änderungen ist beschädigt.
    .remedy = Führen Sie „obligo verify“ aus und spielen Sie den Datenbestand aus einer Sicherung zurück.

## Server, Seiten und API

sign-in-needed = Sie sind nicht angemeldet.
    .remedy = Melden Sie sich an oder senden Sie ein Token: Authorization: Bearer TOKEN.
role-missing = Ihre Rollen erlauben das nicht.
    .remedy = Bitten Sie einen Administrator um die nötige Rolle.
role-companies = Das betrifft alle Firmen der Gruppe, Sie sehen aber nur einige davon.
    .remedy = Bitten Sie jemanden, der die ganze Gruppe sieht.
form-foreign = Das Formular kam von einer anderen Website.
    .remedy = Öffnen Sie die Seite hier und senden Sie das Formular von dort ab.
form-expired = Das Formular gehört zu einer beendeten Sitzung.
    .remedy = Öffnen Sie die Seite neu und füllen Sie das Formular noch einmal aus.
page-not-found = Unter dieser Adresse gibt es nichts.
    .remedy = Folgen Sie einem Link der Navigation oder verwenden Sie die Suche.
method-not-allowed = Diese Adresse nimmt Anfragen dieser Art nicht an.
    .remedy = Die Beschreibung der API steht unter /api/openapi.json.
body-too-large = Die Anfrage ist größer als die { $limit } Bytes, die hier angenommen werden.
    .remedy = Senden Sie sie in Teilen oder importieren Sie die Datei auf der Befehlszeile.
body-too-slow = Die Anfrage kam zu langsam und wurde abgebrochen.
    .remedy = Senden Sie sie noch einmal.
body-type = Anfragen vom Typ { $type } werden hier nicht angenommen.
    .remedy = Senden Sie ein Formular, JSON (application/json) oder, wo Dateien angenommen werden, CSV (text/csv).
body-broken = Die Anfrage ist nicht lesbar: { $why }.
    .remedy = Berichtigen Sie sie und senden Sie sie noch einmal.
body-json-missing = Die Anfrage enthält kein JSON.
    .remedy = Senden Sie den Datensatz als application/json.
body-missing = Die Anfrage enthält keine Datei.
    .remedy = Senden Sie die Datei als text/csv oder als multipart/form-data.
query-date = { $field }: „{ $value }“ ist kein Datum.
    .remedy = Schreiben Sie es wie 2024-01-31.
query-number = { $field }: „{ $value }“ ist keine ganze Zahl ab { $least }.
    .remedy = Geben Sie eine ganze Zahl an oder lassen Sie das Feld weg.
idempotency-key-long = Der Idempotenzschlüssel hat mehr als 200 Zeichen.
    .remedy = Nehmen Sie einen kürzeren, etwa eine UUID.
token-unknown = Das Token ist unbekannt, abgelaufen oder widerrufen.
    .remedy = Legen Sie unter Einstellungen ein neues an.
record-changed = Jemand hat das inzwischen geändert.
    .remedy = Sehen Sie sich den jetzigen Stand an und ändern Sie noch einmal, wenn es dann noch richtig ist.
server-address = Der Server kann { $address } nicht verwenden: { $why }.
    .remedy = Wählen Sie mit --listen eine andere Adresse, etwa 127.0.0.1:8081.
server-folder = Es lässt sich keine temporäre Datei schreiben: { $why }.
    .remedy = Prüfen Sie, ob es den Ordner für temporäre Dateien gibt und ob er Platz hat.
server-failed = Der Server ist hieran gescheitert. Es wurde nichts geschrieben.
    .remedy = Versuchen Sie es noch einmal; bleibt es dabei, sagen Sie der für obligo zuständigen Person, was Sie getan haben.
reader-gone = Der Empfänger hat die Verbindung beendet.
    .remedy = Fragen Sie noch einmal an.
portfolio-failed = Die Zahlen konnten nicht errechnet werden.
    .remedy = Sagen Sie es der für obligo zuständigen Person; die Befehlszeile antwortet vielleicht noch.
company-not-yours = Für die Belege der Firma { $company } haben Sie kein Schreibrecht.
    .remedy = Bitten Sie jemanden, der diese Firma sieht, oder einen Administrator.
job-too-many = Es laufen schon { $count } lange Vorgänge.
    .remedy = Warten Sie, bis einer davon beendet ist.

## Webhooks

webhook-url = „{ $value }“ ist keine Adresse, an die sich etwas melden lässt.
    .remedy = Schreiben Sie https://host/pfad, ohne Benutzer, Passwort und #.
webhook-address-private = { $host } ist eine Adresse dieses Rechners oder eines privaten Netzes.
    .remedy = Nennen Sie eine öffentlich erreichbare Adresse oder lassen Sie private Adressen vom Administrator zulassen.
webhook-no-event = Dem Webhook wird nichts gemeldet.
    .remedy = Wählen Sie mindestens ein Ereignis.
webhook-no-company = Dem Webhook ist keine Firma zugeordnet.
    .remedy = Nennen Sie mindestens eine Firma oder lassen Sie companies weg: Dann gilt er für alle.
webhook-not-found = Den Webhook { $webhook } gibt es nicht.
    .remedy = Die Liste der Webhooks zeigt ihre Nummern.

## Kunden

view-not-found = Die gespeicherte Sicht { $name } gibt es nicht.
    .remedy = Sie wurde vielleicht inzwischen gelöscht; speichern Sie sie noch einmal.
co-insured-not-master = Firma { $company } führt die Stammdaten der Kreditversicherung nicht; das tut { $master }.
    .remedy = Wählen Sie die Firma Kreditversicherung der mitversicherten Unternehmen.
co-insured-main-not-insured = Das Konto { $account } hat am { $date } keinen eigenen Versicherungsschutz; unter ihm kann daher niemand mitversichert sein.
    .remedy = Geben Sie ihm zuerst Versicherungsschutz, benannt oder unbenannt, oder wählen Sie einen anderen versicherten Kunden.
co-insured-other-policy = Das Konto { $account } ist unter { $policy } versichert, nicht unter { $typed }.
    .remedy = Lassen Sie Kreditversicherer und Versicherungsscheinnummer leer oder wählen Sie die des versicherten Kunden.
co-insured-not = Das Konto { $account } ist am { $date } nicht mitversichert.
    .remedy = Wählen Sie einen Tag, an dem es mitversichert ist.
buyer-exists = Den Kunden { $account } gibt es schon.
    .remedy = Bearbeiten Sie seine Stammdaten auf seiner Seite.
buyer-not-found = Den Kunden { $account } gibt es nicht.
    .remedy = Suchen Sie ihn in der Kundenliste nach Name oder Nummer.

## API

query-unknown = Den Abfrageparameter { $field } gibt es hier nicht.
    .remedy = Bekannt sind: { $known }.
query-value = { $field }: „{ $value }“ wird nicht angenommen.
    .remedy = Bekannt sind: { $known }.
cursor-unknown = Der Cursor „{ $value }“ führt nirgendwohin.
    .remedy = Nehmen Sie den Wert von next aus der vorigen Antwort oder beginnen Sie ohne Cursor.
precondition-missing = Die Änderung sagt nicht, für welche Fassung des Datensatzes sie gilt.
    .remedy = Senden Sie If-Match mit dem ETag dessen, was Sie gelesen haben.

## Läufe und lange Vorgänge auf den Seiten

job-not-found = Diesen Vorgang gibt es nicht mehr.
    .remedy = Starten Sie ihn noch einmal; Ergebnisse werden nur eine Zeit lang aufgehoben.
run-preview-outdated = Seit diesem Probelauf wurde etwas erfasst, der Lauf fiele jetzt anders aus.
    .remedy = Machen Sie einen neuen Probelauf, sehen Sie sich die Unterschiede an und machen Sie daraus den Echtlauf.
run-preview-past = Ein Probelauf mit früherem Kenntnisstand kann kein Echtlauf werden.
    .remedy = Machen Sie einen Probelauf ohne dieses Datum.

## Importseiten

import-no-file = Es wurde keine Datei gewählt.
    .remedy = Wählen Sie mindestens eine Datei.
import-too-many-files = Es wurden mehr als { $limit } Dateien gewählt.
    .remedy = Importieren Sie sie in mehreren Schritten.
import-file-name = Der Name von { $file } ist keine der Arten.
    .remedy = Benennen Sie die Datei nach ihrem Inhalt, zum Beispiel items.csv; ein Versicherungsschein endet auf .toml.
import-file-twice = Die Datei { $file } ist zweimal dabei.
    .remedy = Fassen Sie beide zu einer zusammen oder importieren Sie sie nacheinander.

## Einstellungen

setting-oidc-role = „{ $value }“ gibt keiner Gruppe eine Rolle.
    .remedy = Schreiben Sie je Zeile eine Gruppe, als Gruppe = Rolle; Rollen sind { $known }.
webhook-disabled = Der Webhook { $webhook } ist ausgeschaltet.
    .remedy = Schalten Sie ihn wieder ein und senden Sie dann den Test.

## SIE-Dateien
datev-header = Das ist keine Datei im DATEV-Format: Die erste Zeile beschreibt sie nicht.
    .remedy = Exportieren Sie die Buchungen aus DATEV oder dem Buchhaltungsprogramm als Datei im DATEV-Format (EXTF).
datev-category = Die Datei enthält „{ $name }“ (Kategorie { $category }); das wird nicht gelesen.
    .remedy = Exportieren Sie Buchungen (Kategorie 21), Debitoren und Kreditoren (16) oder Kontenbeschriftungen (20).
datev-columns = In der zweiten Zeile fehlt die Spalte „{ $missing }“.
    .remedy = Exportieren Sie die Datei noch einmal, mit den Spalten, wie DATEV sie nennt.
fec-columns = Die Spalte „{ $missing }“ fehlt.
    .remedy = Exportieren Sie die Datei noch einmal, mit den 18 gesetzlichen Spalten, benannt in der ersten Zeile.
booking-field = { $fault ->
        [account] Das Konto fehlt.
        [amount] Das ist kein Betrag.
        [currency] Das ist kein Währungscode nach ISO 4217.
        [date] Das ist kein Datum des Formats.
        [decimals] Der Betrag hat mehr Dezimalstellen als seine Währung.
        [large] Der Betrag ist zu groß.
        [rate] Das ist kein Wechselkurs.
       *[side] Das bedeutet weder Soll noch Haben.
    }
    .remedy = Berichtigen Sie es im Buchhaltungsprogramm und exportieren Sie die Datei noch einmal.
sie-not-sie = Das ist keine SIE-Datei: Die erste Zeile ist kein Satz, der mit # beginnt.
    .remedy = Exportieren Sie das Hauptbuch aus dem Buchhaltungsprogramm als SIE Typ 4 und importieren Sie diese Datei.
sie-not-a-record = Diese Zeile ist kein Satz; Sätze beginnen mit #.
    .remedy = Suchen Sie nach einem Zeilenumbruch in einem Text, oder exportieren Sie die Datei noch einmal.
sie-field = { $field ->
        [account] Das Konto fehlt.
        [amount] Das ist kein Betrag.
        [currency] Das ist kein Währungscode nach ISO 4217.
        [date] Das ist kein Datum in der Form JJJJMMTT.
        [decimals] Der Betrag hat mehr als zwei Nachkommastellen.
        [large] Der Betrag ist zu groß.
        [object] Das Objekt hat keine Nummer.
       *[year] Das ist keine Nummer eines Jahres: 0 ist das laufende, -1 das Vorjahr.
    }
    .remedy = Berichtigen Sie es im Buchhaltungsprogramm und exportieren Sie die Datei noch einmal.
sie-quote = Ein Anführungszeichen, das in dieser Zeile öffnet, wird nicht geschlossen.
    .remedy = Exportieren Sie die Datei noch einmal; ein Anführungszeichen im Text wird als \" geschrieben.
sie-brace = Diese geschweifte Klammer gehört zu keiner Buchung.
    .remedy = Exportieren Sie die Datei noch einmal: Die Zeilen einer Buchung stehen nach #VER in einem Paar geschweifter Klammern.
sie-outside-voucher = Diese Zeile gehört zu keiner Buchung.
    .remedy = Exportieren Sie die Datei noch einmal: Die Zeilen einer Buchung stehen nach #VER in geschweiften Klammern.
sie-voucher-open = Die Buchung, die hier beginnt, wird nicht mit einer geschweiften Klammer geschlossen.
    .remedy = Die Datei ist abgeschnitten oder beschädigt; exportieren Sie sie noch einmal.
sie-voucher-unbalanced = Die Buchung { $voucher } geht nicht auf: Ihre Zeilen ergeben zusammen { $difference }.
    .remedy = Berichtigen Sie die Buchung im Buchhaltungsprogramm und exportieren Sie die Datei noch einmal.
sie-cut = Die Datei beginnt eine Prüfsumme und endet ohne sie.
    .remedy = Die Datei ist abgeschnitten; exportieren Sie sie noch einmal.
warning-sie-checksum = Die Prüfsumme der Datei ist { $sum }, die Datei selbst nennt { $value }: Sie wurde nach dem Schreiben geändert.
    .remedy = Wurde nur ihre Kodierung geändert, ist nichts verkehrt; sonst exportieren Sie sie noch einmal und importieren Sie sie unverändert.
sie-line-too-long = Diese Zeile ist länger als { $limit } Bytes.
    .remedy = Suchen Sie nach fehlenden Zeilenumbrüchen, oder exportieren Sie die Datei noch einmal.
sie-too-many = Nummern und Namen der Konten und Kunden nehmen mehr als { $limit } Bytes ein.
    .remedy = Teilen Sie die Datei, oder exportieren Sie weniger Konten.

## Berichte

report-not-found = Den Bericht { $report } gibt es nicht.
    .remedy = Bekannt sind: { $known }.
report-parameter-unknown = Der Bericht { $report } hat keine Angabe { $parameter }.
    .remedy = Er nimmt: { $known }.
report-parameter-missing = Der Bericht { $report } braucht { $parameter }.
    .remedy = Geben Sie { $parameter } an, oder die Nummer eines Echtlaufs, wo der Bericht einen zeigt.
report-parameter-value = Das ist keine Angabe für { $parameter }.
    .remedy = Erwartet: { $expected }.
report-run-or-preview = Lauf { $run } sagt selbst, wovon er handelt.
    .remedy = Geben Sie nur den Lauf an, oder lassen Sie ihn weg und fordern Sie einen Probelauf an.
report-of-other-run = Lauf { $run } ist keine { $report }.
    .remedy = Nehmen Sie dafür den Bericht { $fitting }.
report-of-other-procedure = Der Versicherungsschein { $policy } meldet nach einem anderen Verfahren als { $report }.
    .remedy = Nehmen Sie dafür den Bericht { $fitting }.
report-format-missing = Es ist nicht gesagt, als was der Bericht geschrieben wird.
    .remedy = Geben Sie --format mit einem von { $known } an, oder eine Datei, deren Name so endet.
report-format-not-offered = Der Bericht { $report } kann nicht als { $format } geschrieben werden.
    .remedy = Möglich sind: { $known }.
report-part-unknown = { $nearest ->
        [none] Der Bericht { $report } hat keinen Teil { $part }.
       *[other] Der Bericht { $report } hat keinen Teil { $part }; ist { $nearest } gemeint?
    }
    .remedy = Seine Teile sind: { $known }.
layout-too-long = Die Layoutdatei ist länger als { $limit } Bytes.
    .remedy = Prüfen Sie, ob es das Layout ist und nicht die Daten.
layout-syntax = Das Layout ist kein gültiges TOML: { $reason }.
    .remedy = Schreiben Sie einen Schlüssel je Zeile als Schlüssel = Wert, Texte in doppelten Anführungszeichen, jede Spalte unter [[column]].
layout-unknown-key = { $nearest ->
        [none] Ein Layout kennt hier keinen Schlüssel { $key }.
       *[other] Ein Layout kennt hier keinen Schlüssel { $key }; ist { $nearest } gemeint?
    }
    .remedy = Hier gibt es: { $known }. Schlüssel der ganzen Datei stehen vor dem ersten [[column]].
layout-missing-key = Dem Layout fehlt { $key }.
    .remedy = Ein Layout braucht report, file_name und je Spalte ein [[column]] mit value oder text.
layout-bad-value = { $expected ->
        [text] { $key } ist ein Text und nicht leer.
        [true-or-false] { $key } ist true oder false.
        [one-character] { $key } ist ein einzelnes Zeichen, aber kein Buchstabe, keine Ziffer, kein Anführungszeichen und kein Vorzeichen.
        [other-sign] Dezimalzeichen und Tausendertrennzeichen sind gleich.
        [file-name] Ein Dateiname endet auf .csv, .txt oder .xlsx.
        [date-format] Das ist kein Datumsformat mit einem Tag, einem Monat und einem Jahr.
        [encoding] Diese Kodierung ist nicht bekannt.
        [quotes] quotes ist "needed" oder "all".
        [line_end] line_end ist "crlf" oder "lf".
        [rows] rows ist eine Liste aus "line", "group", "subtotal", "total".
        [lines] { $key } ist eine Liste von Zeilen, jede eine Liste von Texten.
        [values] { $key } ordnet Texten Texte zu.
        [value-or-text] Eine Spalte hat entweder value oder text.
       *[tables] { $key } ist eine Tabelle in doppelten Klammern, [[{ $key }]], einmal je Spalte, höchstens 500-mal.
    }
    .remedy = { $expected ->
        [date-format] Schreiben Sie zum Beispiel "%d.%m.%Y", mit %d, %m und %Y oder %y.
        [encoding] Möglich sind "utf-8", "utf-8-bom", "windows-1252" und "iso-8859-15".
        [lines] Schreiben Sie zum Beispiel before = [["Saldenmeldung", "{"{"}policy{"}"}"]].
        [values] Schreiben Sie zum Beispiel values = {"{"} true = "J", false = "N" {"}"}.
       *[other] Berichtigen Sie es, oder lassen Sie den Schlüssel weg: Was fehlt, hat eine Vorgabe.
    }
layout-other-report = Das Layout ist für { $layout_report }, nicht für { $report }.
    .remedy = Verwenden Sie es mit diesem Bericht, oder berichtigen Sie seinen Schlüssel report.
layout-unknown-column = { $nearest ->
        [none] Die Tabelle hat keine Spalte { $column }.
       *[other] Die Tabelle hat keine Spalte { $column }; ist { $nearest } gemeint?
    }
    .remedy = Ihre Spalten sind: { $known }.
layout-unknown-fact = { $nearest ->
        [none] Der Bericht sagt nichts zu { $fact }.
       *[other] Der Bericht sagt nichts zu { $fact }; ist { $nearest } gemeint?
    }
    .remedy = In geschweiften Klammern kann stehen: { $known }.
layout-name = Der Name eines Layouts hat 1 bis { $limit } Buchstaben, Ziffern oder die Zeichen - und _.
    .remedy = Berichtigen Sie den Namen; mit dem Kürzel des Versicherers davor schreibt man ACR/balance.
layout-not-found = Es gibt kein Layout { $layout }.
    .remedy = Hinterlegt sind: { $known }.
dispatch-no-recipient = Es ist kein Empfänger genannt.
    .remedy = Geben Sie --to mit einer E-Mail-Adresse oder --drop mit einem Ordner an, auf der Seite eine Adresse oder den Ordner.
dispatch-too-many = Auf einmal wird an höchstens { $limit } Empfänger gesendet.
    .remedy = Senden Sie in mehreren Schritten.
dispatch-address = Das ist keine E-Mail-Adresse.
    .remedy = Schreiben Sie sie als name@versicherer.example, jede für sich.
dispatch-too-large = Die Datei hat { $size } Bytes; gesendet werden höchstens { $limit }.
    .remedy = Senden Sie sie als CSV oder XLSX, die kleiner sind, oder übergeben Sie sie anders.
dispatch-sent-already = { $recipient } hat diese Datei schon erhalten, mit Sendung { $dispatch } vom { $at }.
    .remedy = Es ist nichts zu tun. Um sie dennoch zu senden, geben Sie --again an, oder kreuzen Sie es auf der Seite an.
dispatch-unknown = Niemand weiß, ob Sendung { $dispatch }, begonnen { $at }, angekommen ist: Sie wurde unterbrochen.
    .remedy = Fragen Sie den Empfänger. Versuchen Sie es dann noch einmal mit „obligo dispatches retry { $dispatch } --even-if-unknown“.
dispatch-not-failed = Sendung { $dispatch } ist nicht fehlgeschlagen.
    .remedy = Nur was fehlschlug, wird noch einmal versucht. Um dieselbe Datei noch einmal zu senden, senden Sie den Bericht mit --again.
dispatch-not-found = Es gibt keine Sendung { $dispatch }.
    .remedy = Siehe „obligo dispatches“ oder das Versandregister.
dispatch-failed = Sendung { $dispatch } an { $recipient } ist fehlgeschlagen: { $reason }.
    .remedy = Sie steht im Register. Beheben Sie die Ursache, dann „obligo dispatches retry { $dispatch }“.
mail-not-set-up = Es ist kein Mailserver eingerichtet.
    .remedy = Tragen Sie Server und Absender in den Einstellungen des Hauses ein, oder setzen Sie OBLIGO_MAIL_SERVER und OBLIGO_MAIL_FROM.
mail-server = Das ist kein Mailserver.
    .remedy = Schreiben Sie smtps://user@host:465, smtp+starttls://user@host:587 oder smtp://host:25, ohne Passwort.
mail-plain = Ein Passwort ginge unverschlüsselt an { $host }.
    .remedy = Verwenden Sie smtps:// oder smtp+starttls://, oder lassen Sie den Benutzer weg.
mail-from = Das ist kein Absender für E-Mails.
    .remedy = Schreiben Sie eine Adresse, oder Name <Adresse>.
mail-password-missing = Der Mailserver verlangt ein Passwort, und { $variable } ist nicht gesetzt.
    .remedy = Setzen Sie es in der Umgebung des Programms.
drop-folder-not-set-up = Das Haus hat keinen Ordner, in den Dateien gelegt werden.
    .remedy = Nennen Sie einen in den Einstellungen des Hauses, oder setzen Sie OBLIGO_DROP_FOLDER.
report-records-nothing = Der Bericht { $report } erfasst nichts.
    .remedy = Fordern Sie ihn ohne Erfassen an.
report-no-request = Unter dem Versicherungsschein { $policy } wartet kein Kreditantrag auf Antwort.
    .remedy = Erfassen Sie einen: Geben Sie Kunde und beantragten Betrag an, und dass er erfasst werden soll.
report-on-terminal = Ein Terminal kann { $format } nicht zeigen.
    .remedy = Geben Sie mit -o DATEI eine Datei an, oder leiten Sie die Ausgabe in eine um.
report-file-exists = Die Datei { $file } gibt es schon.
    .remedy = Geben Sie einen anderen Namen an, oder --force, um sie zu ersetzen.
report-unwritable = Die Datei { $file } kann nicht geschrieben werden: { $why }.
    .remedy = Prüfen Sie, ob es ihren Ordner gibt und ob Sie dort schreiben dürfen.

## Buchhaltungen anderer Programme

books-wrong-kind = Eine Datei im Format { $format } lässt sich nicht als { $kind } importieren.
    .remedy = Sie lässt sich importieren als: { $kinds }.
books-company = Wessen Buchhaltung das ist, ist nicht zu erkennen; bekannte Firmen: { $known }.
    .remedy = Nennen Sie die Firma unter [books] in einer Zuordnungsdatei, zum Beispiel company = "1000".
books-too-many-debtors = Die Datei hat mehr als { $limit } Debitoren.
    .remedy = Teilen Sie die Datei.
unmatched-file-exists = Die Datei { $path } gibt es schon; die Liste des nicht Zugeordneten ersetzt nie eine Datei.
    .remedy = Wählen Sie einen anderen Namen, oder verschieben Sie die Datei.
unmatched-unwritable = Die Liste des nicht Zugeordneten kann nicht nach { $path } geschrieben werden: { $why }.
    .remedy = Prüfen Sie den Ordner und seine Berechtigungen, oder wählen Sie einen anderen Namen.
warning-no-due-date = { $count ->
        [one] Eine Rechnung hat keine Fälligkeit und ihr Kunde keine Zahlungsbedingung: „{ $terms }“ wurde angenommen.
       *[other] { $count } Rechnungen haben keine Fälligkeit und ihre Kunden keine Zahlungsbedingung: „{ $terms }“ wurde angenommen.
    }
    .remedy = Erfassen Sie vor den Posten Zahlungsbedingungen der Kunden, oder nennen Sie andere als payment_terms unter [books] in einer Zuordnungsdatei.

## Sperren, Aufträge, Auftragsprüfungen

reason-too-long = Eine Begründung hat höchstens { $limit } Zeichen.
    .remedy = Fassen Sie sich kürzer; was länger ist, gehört in eine Notiz.
block-ends-before-start = Die Sperre würde am { $until } enden, bevor sie am { $from } beginnt.
    .remedy = Geben Sie einen späteren letzten Tag an oder keinen: dann gilt sie, bis jemand sie aufhebt.
block-in-force = { $by } hat diesen Kunden schon gesperrt, seit { $from }: { $reason }
    .remedy = Heben Sie zuerst jene Sperre auf, wenn eine andere an ihre Stelle treten soll.
block-not-found = { $account } ist nicht gesperrt.
    .remedy = Es gibt nichts aufzuheben; ein Auftrag, den eine Prüfung gestoppt hat, wird mit seiner Nummer freigegeben.
order-amount-negative = Was bestellt ist, kann nicht unter 0 liegen: { $value }.
    .remedy = Geben Sie an, was der ganze Auftrag beträgt; was davon zurückgenommen wird, ist nach der Rechnung eine Gutschrift.
order-currency-unknown = "{ $value }" ist keine Währung.
    .remedy = Geben Sie die drei Buchstaben nach ISO 4217 an, zum Beispiel EUR.
order-terms-unknown = Die Zahlungsbedingungen { $value } sind nicht verständlich.
    .remedy = Schreiben Sie "30", "30 days", "2 months", "30 eom" oder "cash", oder lassen Sie sie weg: dann gelten die des Kunden.
order-number-missing = Ein Auftrag, der erfasst werden soll, braucht eine Nummer.
    .remedy = Geben Sie die Nummer an, die er in Ihrer Auftragserfassung hat.
order-number-too-long = Eine Auftragsnummer hat höchstens { $limit } Zeichen.
    .remedy = Geben Sie nur die Nummer an.
order-closed = Auftrag { $order } ist schon { $state ->
        [cancelled] storniert
       *[invoiced] fakturiert
    }.
    .remedy = Nehmen Sie für einen neuen Auftrag eine andere Nummer.
order-not-found = Es gibt keinen Auftrag { $order }.
    .remedy = Listen Sie die Aufträge mit "obligo orders" auf oder sehen Sie sie unter Kreditüberwachung, Aufträge.
order-ambiguous = Es gibt { $count } Aufträge mit der Nummer { $order }.
    .remedy = Nennen Sie mit --account das Konto, zu dem er gehört.
order-not-stopped = Auftrag { $order } ist nicht gestoppt, sondern { $state ->
        [open] offen
        [released] freigegeben
        [delivered] geliefert
        [invoiced] fakturiert
       *[cancelled] storniert
    }.
    .remedy = Freigegeben wird nur ein Auftrag, den eine Prüfung gestoppt hat.
order-buyer-blocked = Auftrag { $order } kann nicht freigegeben werden: { $by } hat seinen Kunden seit { $from } gesperrt.
    .remedy = Heben Sie zuerst die Sperre des Kunden auf, dann geben Sie den Auftrag frei.
order-release-authority = { $kind ->
    [nobody] Niemand darf Auftrag { $order } über { $amount } freigeben: Die Genehmigungsstufen der Kreditrichtlinie enden darunter.
    [clerk] Auftrag { $order } über { $amount } gibt nach der Kreditrichtlinie ein Sachbearbeiter frei.
    [manager] Auftrag { $order } über { $amount } gibt nach der Kreditrichtlinie ein Kreditmanager frei.
    [administrator] Auftrag { $order } über { $amount } gibt nach der Kreditrichtlinie ein Administrator frei.
   *[user] Auftrag { $order } über { $amount } gibt nach der Kreditrichtlinie { $who } frei.
    }
    .remedy = { $kind ->
        [nobody] Lassen Sie eine Stufe für solche Beträge in die Genehmigungsstufen aufnehmen.
       *[user] Bitten Sie dort um die Freigabe.
        }
order-release-same-person = Die Kreditrichtlinie verlangt zwei Personen: wer Auftrag { $order } erfasst hat, gibt ihn nicht frei.
    .remedy = Fragen Sie jemand anderen mit Befugnis für diesen Betrag.
figures-computing = Das Hauptbuch wird gerade geändert, und die Beträge des Zahlers werden neu berechnet.
    .remedy = Senden Sie den Auftrag gleich noch einmal.
payer-circle = Diese Konten zahlen im Kreis füreinander: { $accounts }.
    .remedy = Lassen Sie den Zahler bei dem Konto leer, das am Ende zahlt.
credit-limit-whose = Ein Kreditlimit gehört entweder zu einem Konto oder zu einer Kreditgruppe.
    .remedy = Nennen Sie entweder ein Konto (account) oder eine Kreditgruppe (group).
credit-limit-not-a-payer = Das Konto { $account } zahlt nicht selbst: Sein Zahler ist { $payer }.
    .remedy = Nennen Sie den Zahler. Kreditlimite und Kreditgruppen gelten für den Zahler mit allen Kunden, für die er zahlt.
credit-group-not-found = Die Kreditgruppe { $group } gibt es nicht.
    .remedy = Importieren Sie sie zuerst mit credit_groups oder berichtigen Sie den Code.
credit-group-differs = Die Kreditgruppe { $group } hat weiter oben in dieser Datei einen anderen Namen oder eine andere Währung.
    .remedy = Geben Sie allen Zeilen der Kreditgruppe denselben Namen und dieselbe Währung.
credit-group-form = Das ist kein Code einer Kreditgruppe.
    .remedy = Verwenden Sie höchstens { $limit } Zeichen ohne Schrägstrich.
payer-not-found = Das Konto { $account } ist kein Zahler.
    .remedy = Nennen Sie ein Konto, das zahlt; "obligo payers" listet sie auf.

## Arbeitsliste der Kreditüberwachung

managers-range = Das ist kein Bereich von Kreditverantwortlichen.
    .remedy = Schreiben Sie beide Enden mit zwei Punkten dazwischen, KM1..KM3; ein Ende darf fehlen, und ein Kürzel allein meint nur dieses.
action-code-unknown = Der Maßnahmencode { $action } ist in der Kreditrichtlinie nicht festgelegt.
    .remedy = Festgelegt sind: { $known }. Weitere kommen in den Abschnitt [actions] der Kreditrichtlinie.
action-without-reason = Das Kriterium { $criterion } hat den Zahler nicht auf die Arbeitsliste gebracht.
    .remedy = { $count ->
        [0] Kein Kriterium hat es. Führen Sie zuerst „obligo monitor“ aus oder schreiben Sie eine Notiz.
       *[other] Das waren: { $fired }. Was sonst geschieht, gehört in eine Notiz.
        }
criterion-unknown = Ein Kriterium { $criterion } gibt es nicht.
    .remedy = Bekannt sind: { $known }.
follow-up-nothing = Es ist nichts zu ändern.
    .remedy = Geben Sie ein Wiedervorlagedatum oder ein Stoppdatum an, oder none, um eines zu löschen.
promise-without-date = Eine Zahlung ist zugesagt, aber nicht bis wann.
    .remedy = Geben Sie den Tag an, bis zu dem sie zugesagt ist.
promise-amount = Das ist kein Betrag über 0 in { $currency }.
    .remedy = Geben Sie den zugesagten Betrag mit den Nachkommastellen der Währung an.
note-item-foreign = Der Posten { $item } gehört jemand anderem.
    .remedy = Verknüpfen Sie Posten des Zahlers oder eines Kunden, für den er zahlt.
follow-up-note-not-found = Eine Notiz { $note } gibt es nicht.
    .remedy = "obligo notes list --all" zeigt die Nummern aller Notizen.
note-closed = Die Notiz { $note } ist schon geschlossen.
    .remedy = Schreiben Sie eine neue, wenn es mehr zu sagen gibt.
amount-not-positive = Der Betrag muss größer als 0 sein.
    .remedy = Geben Sie den gemeinten Betrag ohne Vorzeichen ein.
limit-policy-unclear = { $account } hat keinen Versicherungsschutz, und es gibt mehrere Versicherungsscheine: { $known }.
    .remedy = Geben Sie an, welcher Versicherungsschein gemeint ist.
limit-request-pending = Für { $account } läuft schon ein Kreditantrag: Nummer { $request } vom { $on } über { $currency } { $amount }.
    .remedy = Ändern Sie ihn, ziehen Sie ihn zurück oder erfassen Sie erst die Antwort: je Kunde und Versicherungsschein läuft immer nur ein Kreditantrag.
limit-request-not-found = Es gibt keinen Kreditantrag { $request }.
    .remedy = „obligo limit-requests list --all“ zeigt die Nummern aller Kreditanträge.
limit-request-date-ahead = Am { $value } ist zu einem Kreditantrag noch nichts geschehen: heute ist { $today }.
    .remedy = Geben Sie heute oder einen Tag davor an.
limit-request-answer-early = Der Versicherer kann Kreditantrag { $request } nicht am { $value } beantwortet haben: gesendet wurde er am { $sent_on }.
    .remedy = Geben Sie den Tag der Antwort an, oder ziehen Sie den Antrag zurück und entwerfen Sie ihn mit dem richtigen Tag neu.
limit-request-answer-above = Kreditantrag { $request } kann nicht mit { $value } teilweise genehmigt sein: beantragt waren { $currency } { $requested }.
    .remedy = Berichtigen Sie die Summe, oder geben Sie die Antwort des Versicherers an: 2 ist genehmigt.
limit-request-state = { $state ->
    [draft] Kreditantrag { $request } für { $account } ist noch nicht gesendet.
    [sent] Kreditantrag { $request } für { $account } ist schon gesendet.
    [answered] Kreditantrag { $request } für { $account } ist beantwortet.
    [withdrawn] Kreditantrag { $request } für { $account } ist zurückgezogen.
   *[other] An die Stelle von Kreditantrag { $request } für { $account } ist ein späterer getreten.
    }
    .remedy = Nur ein Entwurf kann gesendet, nur Gesendetes beantwortet und nur Offenes zurückgezogen werden.
excess-nothing-accepted = Für { $account } ist am { $on } keine Überschreitung angenommen; es gibt nichts zurückzunehmen.
    .remedy = „obligo decisions“ zeigt, was angenommen ist.
excess-above-ladder = { $amount } darf niemand annehmen: die Genehmigungsstufen enden darunter.
    .remedy = Nehmen Sie weniger an oder ergänzen Sie eine Stufe.
excess-two-people = { $amount } nehmen zwei Personen an: so verlangen es die Genehmigungsstufen.
    .remedy = Schlagen Sie es auf der Seite der Entscheidung vor und lassen Sie es eine zweite Person genehmigen.
excess-not-approver = { $kind ->
    [clerk] Nach den Genehmigungsstufen der Kreditrichtlinie genehmigt diesen Betrag ein Sachbearbeiter.
    [manager] Nach den Genehmigungsstufen der Kreditrichtlinie genehmigt diesen Betrag ein Kreditmanager.
    [administrator] Nach den Genehmigungsstufen der Kreditrichtlinie genehmigt diesen Betrag ein Administrator.
   *[user] Nach den Genehmigungsstufen der Kreditrichtlinie genehmigt diesen Betrag { $approver }.
    }
    .remedy = Bitten Sie dort um die Genehmigung.

## Reminders and collection

interest-rate-range = Ein Zinssatz liegt hier zwischen { $from } und { $to } Prozent mit höchstens vier Nachkommastellen.
    .remedy = Geben Sie Prozent im Jahr an, etwa 2.15 für 2,15 %.
interest-rate-overlap = Für { $country } würden sich Zinssätze bis { $until } mit den bekannten vom { $known_from } bis { $known_until } überschneiden.
    .remedy = Geben Sie einen letzten Tag vor Beginn der nächsten Zinssätze an, oder berichtigen Sie die bekannten mit einem Satz desselben ersten Tages.
reminder-date-ahead = Für den { $date } können keine Mahnungen vorgeschlagen werden: heute ist der { $today }.
    .remedy = Geben Sie heute oder einen früheren Tag an.
reminder-not-found = Es gibt keine Mahnung { $reminder }.
    .remedy = Die Mahnungen stehen unter Mahnungen oder in "obligo reminders list".
reminder-not-proposed = Mahnung { $reminder } kann nicht mehr geändert oder versandt werden: { $state ->
        [sent] sie ist versandt
        [superseded] ein späterer Vorschlag hat sie ersetzt
       *[other] sie ist ausgelassen
    }.
    .remedy = Schlagen Sie Mahnungen neu vor, oder nehmen Sie eine ausgelassene erst wieder auf.
reminder-level = { $value } ist keine Mahnstufe.
    .remedy = Geben Sie eine Stufe von 1 bis { $limit } an.
reminder-charge = { $value } ist keine Gebühr in { $currency }.
    .remedy = Geben Sie einen Betrag ab 0 an, mit Punkt vor den Nachkommastellen.
reminder-charge-above-open = { $currency } { $value } ist mehr als die { $open }, die das Schreiben anmahnt.
    .remedy = Geben Sie höchstens so viel an, oder überlassen Sie die Gebühr der Kreditrichtlinie.
reminder-language = In der Sprache { $value } werden keine Briefe geschrieben.
    .remedy = Geben Sie eine von { $known } an.
reminder-message-too-long = Der Text eines Briefes hat höchstens { $limit } Zeichen.
    .remedy = Kürzen Sie ihn.
reminder-item-not-in = Der Posten { $item } steht nicht in Mahnung { $reminder }.
    .remedy = Ihre Posten zeigt ihre Seite oder "obligo reminders show { $reminder }".
reminder-nothing-left = In Mahnung { $reminder } bliebe kein Posten übrig.
    .remedy = Lassen Sie stattdessen den ganzen Brief aus.
reminder-send-date = Eine Mahnung kann nicht vom { $value } datieren: versandt wird vom { $from } bis { $until }.
    .remedy = Geben Sie einen Tag von dem des Briefes bis heute an.
reminder-nothing-to-send = Es ist keine Mahnung vorgeschlagen.
    .remedy = Schlagen Sie erst Mahnungen vor, unter Mahnungen oder mit "obligo reminders propose".
reminder-one-address = { $count } Mahnungen können nicht an eine Mailadresse gehen.
    .remedy = Versenden Sie jede für sich, oder alle auf Papier oder in einen Ordner.
collection-nothing = Kein Posten von { $account } ist inkassoreif.
    .remedy = Nennen Sie die Posten, oder schlagen Sie erst Mahnungen vor: nach der letzten Stufe werden Posten inkassoreif.
collection-item = Der Posten { $item } kann nicht übergeben werden: er ist kein überfälliger offener Posten von { $account } oder schon im Inkasso.
    .remedy = Sehen Sie ihn auf seiner Seite an oder mit "obligo explain { $item }".
collection-agency = Wer einzieht, muss genannt sein; Inkassostelle und Zeichen haben höchstens { $limit } Zeichen.
    .remedy = Nennen Sie die Inkassostelle, in der Befehlszeile mit --agency.
collection-date-ahead = Das Inkasso kann nicht am { $value } beginnen: heute ist der { $today }.
    .remedy = Geben Sie heute oder einen früheren Tag an.
collection-stops-cover = Nach Versicherungsschein { $policy } beendet der Beginn des Inkassos den Versicherungsschutz für neue Lieferungen an diesen Kunden.
    .remedy = Bestätigen Sie es mit Begründung, wenn das gewollt ist, in der Befehlszeile mit --confirm und --reason.
collection-deadline-near = Der Versicherungsschein nennt den { $date } als Tag für die Übergabe ans Inkasso: Der Versicherer will womöglich wissen, wie sie geschieht.
    .remedy = Bestätigen Sie es mit Begründung, in der Befehlszeile mit --confirm und --reason.
collection-not-found = Es gibt keinen Inkassoauftrag { $assignment }.
    .remedy = Die Aufträge stehen unter Inkasso oder in "obligo collection list".
collection-not-assigned = Aus Inkassoauftrag { $assignment } kann nichts zurückgenommen werden: die genannten Posten stehen nicht oder nicht mehr darin.
    .remedy = Die Aufträge stehen unter Inkasso oder in "obligo collection list".
selection-date-ahead = Die Arbeitsliste lässt sich nicht für den { $date } auswählen: der späteste Tag ist der { $than }.
    .remedy = Geben Sie den { $than } oder einen Tag davor an.
selection-date-before = Die Arbeitsliste steht auf dem { $than }; eine Auswahl für den { $date } machte rückgängig, was seither getan wurde.
    .remedy = Geben Sie den { $than } oder einen späteren Tag an. Ein Probelauf darf einen früheren Tag ansehen.
