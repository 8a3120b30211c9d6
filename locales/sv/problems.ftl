# Every failure a user can meet: the message says what and why, its attribute `remedy` what to do.

## Policy file

policy-too-large = Filen är { $size } byte; högst { $limit } läses.
    .remedy = Kontrollera att det är rätt fil: de längsta verkliga är på några tusen byte.
policy-syntax = Filen är inte giltig TOML: { $detail }.
    .remedy = Skriv en nyckel per rad som nyckel = värde; texter inom raka citattecken, datum som 2024-01-31, belopp med decimalpunkt.
policy-unknown-key = { $nearest ->
    [none] En sådan fil har ingen nyckel { $key }.
   *[other] En sådan fil har ingen nyckel { $key }. Närmast ligger { $nearest }.
  }
    .remedy = Här är dessa kända: { $known }. En nyckel hör till närmaste [avsnitt] ovanför; försäkringens egna nycklar står före första avsnittet.
policy-missing-key = Nyckeln { $key } saknas.
    .remedy = Lägg till { $key } med dess värde.
policy-missing-either = Varken { $key } eller { $other } är angiven.
    .remedy = Ange exakt en av dem: i månader eller i dagar.
policy-either-key = Både { $key } och { $other } är angivna, men bara en av dem kan gälla.
    .remedy = Ta bort den som inte gäller.
policy-wrong-type = { $key } måste vara { $expected ->
    [text] en text inom raka citattecken
    [flag] true eller false
    [number] ett heltal
    [amount] ett belopp med decimalpunkt och utan tusentalsavgränsare, till exempel "1000.00"
    [percentage] ett procenttal, till exempel 90 eller 72.5
    [date] ett datum, till exempel 2024-01-31
    [list] en lista inom hakparenteser
    [table] en tabell med nycklar
   *[other] { $expected }
  }, men här står { $found ->
    [string] texten ”{ $value }”
    [integer] heltalet { $value }
    [float] talet { $value }
    [boolean] { $value }
    [datetime] tidsangivelsen { $value }
    [array] en lista
    [table] en tabell
   *[other] { $value }
  }.
    .remedy = Rätta värdet för { $key }.
policy-out-of-range = { $key } är { $value } men måste ligga mellan { $from } och { $to }.
    .remedy = Rätta värdet, eller ta bort nyckeln om regeln inte finns.
policy-unknown-value = { $nearest ->
    [none] { $key } kan inte vara ”{ $value }”.
   *[other] { $key } kan inte vara ”{ $value }”. Närmast ligger ”{ $nearest }”.
  }
    .remedy = Använd något av { $allowed }.
policy-amount-decimals = { $key } är { $value }, men belopp i { $currency } har { $decimals } decimaler.
    .remedy = Avrunda beloppet till { $decimals } decimaler.
policy-date = { $key } är ”{ $value }”, ett datum som inte finns i kalendern.
    .remedy = Skriv datum som år-månad-dag, till exempel 2024-01-31.
policy-text-length = { $key } är tom eller har fler än { $limit } tecken.
    .remedy = Skriv en text på 1 till { $limit } tecken.
policy-code = ”{ $value }” är ingen kod för ett försäkringsbrev.
    .remedy = Skriv försäkringsgivarens tre bokstäver eller siffror, ett snedstreck och en bokstav eller siffra för försäkringsbrevet, till exempel "ACR/A".
policy-external-number = Försäkringsnumret har fler än { $limit } tecken.
    .remedy = Korta { $value } till { $limit } tecken; skriv resten i namnet.
policy-currency = ”{ $value }” är ingen valuta.
    .remedy = Använd de tre versalerna enligt ISO 4217, till exempel "EUR".
policy-valid-until = Försäkringen upphör den { $value }, innan den börjar den { $from }.
    .remedy = Rätta valid_from eller valid_until; valid_until är försäkringens sista dag.
policy-country = ”{ $country }” är ingen landskod.
    .remedy = Använd de två versalerna enligt ISO 3166, till exempel "DE".
policy-experience-many = Det finns fler än { $limit } kategorier av betalningserfarenhet.
    .remedy = Behåll de { $limit } som försäkringen anger.
policy-experience-count = En kategori av betalningserfarenhet saknar antal leveranser.
    .remedy = Lägg till deliveries, det antal leveranser betalda i rätt tid som öppnar kategorin.
policy-experience-ceilings = Taket { $value } är inte lägre än taket i kategorin före.
    .remedy = Ordna kategorierna efter up_to med den högsta först, var och en lägre än den föregående.
policy-experience-period = Kategorier av betalningserfarenhet är angivna, men { $missing } saknas.
    .remedy = Lägg till { $missing }: så många månader bakåt leveranser räknas (look-back), eller så många månader en förnyad kategori gäller (validity).
policy-clause-key = { $nearest ->
    [none] Ett villkorsställe är angivet för { $value }, som inte är någon nyckel i en försäkringsfil.
   *[other] Ett villkorsställe är angivet för { $value }, som inte är någon nyckel i en försäkringsfil. Närmast ligger { $nearest }.
  }
    .remedy = Skriv clause."avsnitt.nyckel" = "§ …" med en nyckel så som den står i filen.
policy-payment-terms = { $key } är ”{ $value }”, vilket inte är några betalningsvillkor.
    .remedy = Skriv dagar eller månader, med eller utan månadens slut: "30", "2 months", "30 eom", "60 eom 15", "cash".
policy-example-sign = { $key } är { $value }, vilket är fel tecken för slaget { $kind }.
    .remedy = Skriv fakturor, debetnotor, växlar och checkar som positiva, kreditfakturor och förskott som negativa.

## Kreditpolicy

credit-policy-action-code = ”{ $code }” är ingen åtgärdskod.
    .remedy = Använd heltal från 1 till 99 utan inledande nollor, till exempel 10 = "ringt".
credit-policy-last-class = Den sista klassen börjar vid { $value } poäng; en köpare under det skulle inte ha någon klass.
    .remedy = Låt den sista klassen börja med points_from = 0.
credit-policy-order = { $key } står inte i rätt ordning.
    .remedy = Intervall och belopp stiger från rad till rad, klassernas poäng sjunker, påminnelsenivåer räknas från 1; varje värde står en gång. Bara det sista beloppet får saknas.
credit-policy-rule-twice = Det finns två regler för samma klass och land eller nivå.
    .remedy = Behåll en av dem.
credit-policy-scale = En faktor som ser på { $measure } kan inte ha { $key }.
    .remedy = Ange { $wanted }: bands gäller för tal, values för ord.
credit-policy-word = ”{ $word }” är inget som en faktor som ser på { $measure } kan finna.
    .remedy = Skriv länder med två versaler, kategorier och slag av försäkringsskydd som i filerna; other = … gäller allt som inte nämns.
credit-policy-name-twice = Namnet ”{ $name }” står för två olika saker.
    .remedy = Ge var och en ett eget namn; ett kriterium utan namn heter efter det som mäts.
credit-policy-no-threshold = Ett kriterium som mäter { $measure } har inget tröskelvärde.
    .remedy = Ta bort tröskelvärdet: kriteriet är uppfyllt eller inte.
credit-policy-too-many = Det finns fler än { $limit } av dem.
    .remedy = Behåll högst { $limit }.
approval-above-ladder = { $amount } ligger över sista steget i attestordningen.
    .remedy = Välj ett mindre belopp, eller låt ett steg för det föras in i kreditpolicyn.
approval-not-enough = { $approver } får inte godkänna { $amount }: attestordningen kräver { $kind ->
    [clerk] en handläggare
    [manager] en ansvarig
    [administrator] en administratör
   *[user] { $needed }
  }.
    .remedy = Ange den som får och som har godkänt; det måste vara en användare i obligo.
approval-two-people = { $amount } kräver två personer: den som godkänner får inte också registrera.
    .remedy = Låt en andra person registrera och ange den första som godkännare.
credit-manager-circle = De överordnade bildar en cirkel: { $managers }.
    .remedy = Lämna den överordnade tom hos en av dem.
credit-manager-form = Detta är ingen kod för en kreditansvarig.
    .remedy = Använd högst { $limit } tecken, utan två punkter i rad: de bildar ett intervall.
credit-manager-juniors = Kreditansvarig { $credit_manager } är överordnad för { $juniors }.
    .remedy = Ge dem en annan överordnad, eller ingen, från och med den dagen.
credit-manager-not-found = Ingen kreditansvarig { $credit_manager } är registrerad den dagen.
    .remedy = Lista dem med "obligo credit-managers", eller välj en annan sista dag.
credit-manager-unknown = Det finns ingen kreditansvarig { $credit_manager }.
    .remedy = Registrera även den överordnade med credit_managers, eller rätta koden.
exception-amount = ”{ $value }” är inget belopp för en kreditram.
    .remedy = Skriv ett belopp i { $currency }, 0 eller mer, med decimalpunkt, till exempel 50000.00.
exception-class-unknown = { $known ->
    [none] Det finns ingen riskklass ”{ $class }”: kreditpolicyn har inga.
   *[other] Kreditpolicyn har ingen riskklass ”{ $class }”. Det finns { $known }.
  }
    .remedy = Ange en klass i den kreditpolicy som gäller undantagets första dag.
exception-dates = Undantaget slutar innan det börjar den { $from }.
    .remedy = Rätta en av dagarna; den sista dagen ingår.
exception-ended = Sista dagen för undantag { $exception } är ändå den { $date }.
    .remedy = Välj en tidigare sista dag, eller låt det vara.
exception-not-found = Det finns inget undantag { $exception }.
    .remedy = "obligo exceptions list" visar deras nummer.

## Files

file-not-found = Filen finns inte.
    .remedy = Kontrollera namnet och mappen.
file-not-allowed = Du har inte behörighet att läsa filen.
    .remedy = Be om läsbehörighet, eller kopiera filen till en egen mapp.
file-is-a-directory = Detta är en mapp, inte en fil.
    .remedy = Ange en fil i mappen; en hel scenariomapp läses in med "obligo import scenario".
file-unreadable = Filen kunde inte läsas till slutet: { $reason }.
    .remedy = Kontrollera disken eller förbindelsen och försök igen. Ingenting har importerats.
csv-empty = Filen är tom.
    .remedy = Exportera den igen; första raden ska innehålla kolumnernas namn.
csv-header-only = Filen har kolumnrubriker men inga rader.
    .remedy = Exportera den igen, med rader.
csv-header-line-beyond-end = Filen slutar före rad { $line }, där kolumnrubrikerna ska stå enligt mappningsfilen.
    .remedy = Rätta header_line i mappningsfilen.
csv-other-format = Detta är ingen texttabell; de första byten är de för { $format }.
    .remedy = Öppna filen i programmet den kommer från och spara den som CSV i UTF-8.
csv-not-utf8 = Byten { $byte } på position { $position } är inte UTF-8.
    .remedy = Spara filen som UTF-8, eller ange dess kodning: --encoding windows-1252, eller encoding = "windows-1252" i en mappningsfil.
csv-bad-encoding = Byten på position { $position } är inget tecken i { $encoding }.
    .remedy = Filen är avklippt eller har en annan kodning; exportera den igen, eller ange rätt kodning med --encoding eller i en mappningsfil.
csv-nul = Texten innehåller en nollbyte: den är ingen texttabell, eller så är kodningen UTF-16.
    .remedy = Spara den som CSV i UTF-8, eller ange dess kodning: --encoding utf-16le, eller encoding = "utf-16le" i en mappningsfil.
csv-unterminated-quote = Ett citattecken som öppnas här stängs aldrig.
    .remedy = Stäng det; ett citattecken inne i ett citerat fält skrivs dubbelt.
csv-field-too-long = Här börjar ett fält som är längre än { $limit } byte.
    .remedy = Leta efter ett citattecken som inte stängs; längre texter kan inte importeras.
csv-record-too-long = Här börjar en rad som är längre än { $limit } byte.
    .remedy = Leta efter radbrytningar som saknas eller ett citattecken som inte stängs.
csv-too-many-columns = Raden har fler än { $limit } kolumner.
    .remedy = Exportera bara de kolumner som behövs, eller ange avgränsaren i en mappningsfil.
csv-too-few-fields = Raden har { $found } fält, rubrikraden { $expected }.
    .remedy = Leta efter en avgränsare som saknas, eller en radbrytning i ett fält utan citattecken.
csv-too-many-fields = Raden har { $found } fält, rubrikraden { $expected }.
    .remedy = Sätt citattecken om fält som innehåller avgränsaren.
csv-too-many-distinct = Filen har fler än { $limit } olika rader, för många för "distinct".
    .remedy = Ta bort distinct ur mappningsfilen, eller dela upp filen.
csv-duplicate-column = Rubrikraden anger kolumnen ”{ $column }” två gånger.
    .remedy = Byt namn på en av dem eller ta bort den.
csv-column-without-name = Kolumn { $number } saknar namn.
    .remedy = Ge den ett namn, ta bort den, eller ta upp "" under ignore i en mappningsfil.
csv-unknown-column = { $nearest ->
        [none] En fil av slaget { $kind } har ingen kolumn ”{ $column }”.
       *[other] En fil av slaget { $kind } har ingen kolumn ”{ $column }”; menar du ”{ $nearest }”?
    }
    .remedy = Kolumner i { $kind }: { $known }. Med en mappningsfil (--map) kan kolumner med andra namn översättas och onödiga hoppas över.
csv-missing-column = { $nearest ->
        [none] Obligatoriska kolumner saknas: { $missing }.
       *[other] Obligatoriska kolumner saknas: { $missing }. Menar du ”{ $nearest }”?
    }
    .remedy = Lägg till dem, eller ange i en mappningsfil (--map) vilken kolumn eller fast text som motsvarar dem.
workbook-damaged = { $reason ->
        [archive] Arbetsboken är skadad: den är inget helt ZIP-arkiv; kanske är den avklippt.
        [checksum] Arbetsboken är skadad: kontrollsumman för { $part } stämmer inte.
        [duplicate-part] Arbetsboken innehåller två delar med namnet { $part }.
        [ends-early] Arbetsboken är skadad: { $part } slutar för tidigt.
        [out-of-order] Arbetsboken är skadad: rader eller celler i { $part } står i fel ordning.
        [part-missing] Arbetsboken är skadad: { $part } saknas i den.
        [string-missing] Arbetsboken är skadad: en cell hänvisar till en text som inte finns.
       *[other] Arbetsboken är skadad vid { $part }: { $reason }.
    }
    .remedy = Öppna den i kalkylprogrammet och spara den igen, eller spara bladet som CSV.
workbook-document-type = { $part } anger en egen dokumenttyp eller en egen entitet, vilket inget kalkylprogram skriver.
    .remedy = Lita inte på filen. Be avsändaren om en som ett kalkylprogram har sparat.
workbook-too-large = { $what ->
        [depth] { $part } är nästlad djupare än { $limit } nivåer.
        [element] Ett enda element i { $part } är längre än { $limit } byte.
        [formats] Arbetsboken har fler än { $limit } format.
        [part] { $part } är större än { $limit } byte när den packas upp.
        [parts] Arbetsboken har fler än { $limit } delar.
        [ratio] { $part } är mer än { $limit } gånger större uppackad än packad, som bara filer gjorda för att skada är.
        [rows] Bladet har fler än { $limit } rader.
        [sheets] Arbetsboken har fler än { $limit } blad.
        [strings] Arbetsboken har fler än { $limit } olika texter.
        [strings-length] Arbetsbokens texter är längre än { $limit } byte.
       *[text] Texten i en cell är längre än { $limit } byte.
    }
    .remedy = Spara bara det blad och de rader som behövs, som XLSX eller CSV.
workbook-protected = Arbetsboken är skyddad med lösenord.
    .remedy = Öppna den med lösenordet, spara den utan, och importera den filen.
workbook-other-format = Detta är en fil av slaget { $format }, som inte läses.
    .remedy = Öppna den i programmet den kommer från och spara den som XLSX, ODS eller CSV.
workbook-no-rows = Arbetsboken har inget blad med en rad kolumnrubriker.
    .remedy = Är bladet dolt, ange det med sheet = i en mappningsfil; står rubrikerna längre ned, ange header_line.
workbook-sheet-missing = { $nearest ->
        [none] Arbetsboken har inget blad ”{ $sheet }”.
       *[other] Arbetsboken har inget blad ”{ $sheet }”; menar du ”{ $nearest }”?
    }
    .remedy = Rätta sheet i mappningsfilen.
cell-error = Cellens formel ger ett fel.
    .remedy = Rätta formeln i kalkylprogrammet och spara filen igen.
cell-uncalculated = Cellen innehåller en formel, men filen saknar dess resultat.
    .remedy = Öppna filen i ett kalkylprogram, låt det räkna, och spara den igen.
field-missing = Fältet får inte vara tomt.
    .remedy = Fyll i det.
field-not-a-date = Detta är inget kalenderdatum i formatet { $format }.
    .remedy = Rätta det, eller ange date_format i en mappningsfil.
field-not-an-amount = Detta är inget belopp.
    .remedy = Skriv det som -1234.50, eller ange decimal och thousands i en mappningsfil.
field-too-many-decimals = Belopp i { $currency } har { $decimals } decimaler; detta har fler.
    .remedy = Rätta det, eller ange round_amounts = true i en mappningsfil.
field-amount-too-large = Beloppet är för stort.
    .remedy = Kontrollera decimaltecknet; belopp upp till 999 999 999 999,99 kan hanteras.
field-not-a-currency = Detta är ingen valutakod enligt ISO 4217.
    .remedy = Skriv tre versaler, till exempel EUR.
field-not-true-or-false = Fältet är varken true eller false.
    .remedy = Skriv true, false eller ingenting; andra ord översätts under [values] i en mappningsfil.
field-not-a-number = Detta är inget tal.
    .remedy = Skriv bara siffror, med decimalpunkt där decimaler är tillåtna.
field-not-one-of = { $nearest ->
        [none] Texten är okänd här.
       *[other] Texten är okänd här; menar du ”{ $nearest }”?
    }
    .remedy = Dessa är kända: { $allowed }. Andra texter översätts under [values] i en mappningsfil.
map-too-long = Mappningsfilen är längre än { $limit } byte.
    .remedy = Kontrollera att det är mappningsfilen och inte data.
map-syntax = Mappningsfilen är inte giltig TOML: { $reason }.
    .remedy = Rätta raden.
map-unknown-key = { $nearest ->
        [none] En mappningsfil har ingen nyckel ”{ $key }” här.
       *[other] En mappningsfil har ingen nyckel ”{ $key }” här; menar du ”{ $nearest }”?
    }
    .remedy = Rätta den eller ta bort den. Kolumnnamn hör hemma under [columns].
map-unknown-column = { $nearest ->
        [none] obligo har ingen kolumn ”{ $column }” här.
       *[other] obligo har ingen kolumn ”{ $column }” här; menar du ”{ $nearest }”?
    }
    .remedy = Till vänster står obligos kolumn, till höger filens kolumn eller text.
map-column-not-in-file = { $nearest ->
        [none] { $table } har ingen kolumn ”{ $column }”.
       *[other] { $table } har ingen kolumn ”{ $column }”; menar du ”{ $nearest }”?
    }
    .remedy = Rätta namnet i mappningsfilen; stora och små bokstäver skiljs åt.
map-column-twice = Kolumnen ”{ $column }” har både en fast text och en kolumn i filen.
    .remedy = Ta bort en av dem.
map-same-signs = Decimaltecknet och tusentalsavgränsaren är samma tecken.
    .remedy = Ange dem som de är i filen, till exempel decimal = "," och thousands = " ".
map-bad-value = { $expected ->
        [table] ”{ $key }” är ett eget avsnitt.
        [text] ”{ $key }” ska vara en text.
        [texts] ”{ $key }” ska vara en lista med texter.
        [true-or-false] ”{ $key }” ska vara true eller false.
        [one-character] ”{ $key }” ska vara ett enda tecken.
        [encoding] Kodningen är okänd.
        [line-number] ”{ $key }” ska vara ett radnummer från 1.
        [date-format] Detta är inget datumformat med en dag, en månad och ett år.
        [number-rule] ”{ $key }” ska vara något av: as_is, digits, no_leading_zeros.
        [sign-rule] ”{ $key }” ska vara något av: as_is, negate, by_kind; by_kind bara för items.
        [item-kind] ”{ $key }” ska vara ett slag av post.
        [kind-by-sign] ”{ $key }” ska ange både positive och negative.
        [distinct] ”{ $key }” ska vara true, false eller en lista med kolumner.
        [debtor] ”{ $key }” är "party" eller "account", kontot självt.
       *[other] ”{ $key }” kan inte ha detta värde.
    }
    .remedy = { $expected ->
        [table] Skriv [{ $key }] på en egen rad och innehållet under.
        [texts] Skriv det som ["ett", "två"].
        [true-or-false] Skriv true eller false, utan citattecken.
        [one-character] Skriv det som ";", en tabb som "\t".
        [encoding] Kända är till exempel utf-8, auto, windows-1252, iso-8859-1, iso-8859-15, utf-16le, cp437.
        [date-format] Skriv det med %d, %m och %Y eller %y, till exempel "%Y-%m-%d".
       *[other] Rätta värdet.
    }

## Store

store-url = { $url } är inte adressen till en databas.
    .remedy = Ange sqlite: och en sökväg, till exempel sqlite:obligo.db.
store-postgres-not-yet = Den här versionen lagrar bara i en SQLite-fil, inte i PostgreSQL.
    .remedy = Ange sqlite: och en sökväg, till exempel sqlite:obligo.db.
store-missing = Det finns ingen databas i { $path }.
    .remedy = Kontrollera sökvägen efter --store, eller importera dit: den första importen skapar databasen.
store-unreachable = Databasen { $path } kan inte öppnas: { $why }.
    .remedy = Kontrollera att det är en fil och inte en mapp, att mappen finns och att du får läsa och skriva där.
store-locked = Databasen { $path } används av ett annat program som skriver i den eller har den öppen ({ $why }).
    .remedy = Vänta tills det andra programmet är klart, eller avsluta det, och försök igen. Ingenting har ändrats.
store-not-a-store = { $path } är ingen obligo-databas: { $why ->
    [empty] den är tom
    [other-program] det är ett annat programs databas
   *[other] { $why }
  }.
    .remedy = Ange en annan sökväg. Om det borde vara en databas, återställ en säkerhetskopia bredvid filen.
store-too-new = Databasen { $path } skrevs av en nyare version av obligo (schema { $store }, den här versionen känner till { $program }).
    .remedy = Använd den nyare versionen av programmet.
store-damaged = Databasen { $path } är skadad: { $why ->
    [no-versions] tabellen över schemaversioner saknas
   *[other] { $why }
  }.
    .remedy = Spara en kopia av filen och återställ sedan den senaste säkerhetskopian med obligo restore.
store-read-only = Databasen { $path } kan bara läsas här: { $why }.
    .remedy = Kontrollera att du får skriva i filen och dess mapp och att disken inte är skrivskyddad.
store-full = Det finns inget utrymme kvar för { $path }: { $why }.
    .remedy = Frigör diskutrymme och försök igen. Ingenting har ändrats.
store-io = Läsning eller skrivning av { $path } misslyckades: { $why }.
    .remedy = Kontrollera disken och, på en nätverksenhet, förbindelsen; en databas hör hemma på en lokal disk.
store-statement = Databasen { $path } avvisade en sats från programmet: { $why }.
    .remedy = Detta är ett fel i obligo. Rapportera det gärna med den här texten. Ingenting har ändrats.
store-instant = { $value } är ingen tidpunkt.
    .remedy = Skriv den i UTC som 2024-05-01T10:20:30Z.
door-actor-missing = En ändring måste ange vem som gör den och vad den är.
    .remedy = Ange användaren som utför den: med --actor eller OBLIGO_ACTOR, eller genom att logga in.
door-key-reused = Idempotensnyckeln { $key } har redan använts, i loggpost { $entry }, för något annat.
    .remedy = Skicka en ny nyckel med en ny begäran; upprepa en nyckel bara med exakt samma begäran.
backup-file-exists = Filen { $path } finns redan; en säkerhetskopia ersätter aldrig en fil.
    .remedy = Ange ett annat namn, eller flytta undan filen.
backup-unwritable = Säkerhetskopian { $path } kan inte skrivas: { $why }.
    .remedy = Kontrollera att mappen finns och att du får skriva där.
restore-file-missing = Det finns ingen säkerhetskopia { $path }.
    .remedy = Kontrollera sökvägen till säkerhetskopian.
restore-not-a-store = { $path } är ingen säkerhetskopia av en obligo-databas: { $why ->
    [empty] den är tom
    [other-program] det är ett annat programs databas
   *[other] { $why }
  }.
    .remedy = Ange en fil som skrivits av obligo backup.
restore-damaged = Säkerhetskopian { $path } är skadad: { $why ->
    [no-versions] tabellen över schemaversioner saknas
   *[other] { $why }
  }.
    .remedy = Använd en tidigare säkerhetskopia. Ingenting har ändrats.
restore-chain-broken = Loggposterna i säkerhetskopian { $path } är inte intakta: post { $entry } klarar inte kontrollen av { $what }.
    .remedy = Säkerhetskopian har manipulerats. Använd en annan, och ta reda på vem som ändrade den. Ingenting har ändrats.
restore-store-exists = Det finns redan en databas i { $path }.
    .remedy = Ange --force för att ersätta den efter att du säkerhetskopierat den, eller återställ till en annan sökväg.

## SIE-filer
datev-header = Detta är ingen fil i DATEV-format: första raden beskriver den inte.
    .remedy = Exportera verifikationerna från DATEV eller bokföringsprogrammet till en fil i DATEV-format (EXTF).
datev-category = Filen innehåller ”{ $name }” (kategori { $category }), som inte läses.
    .remedy = Exportera bokföringsposter (kategori 21), kunder och leverantörer (16) eller kontonamn (20).
datev-columns = Kolumnen ”{ $missing }” saknas på andra raden.
    .remedy = Exportera filen igen, med kolumnerna så som DATEV benämner dem.
fec-columns = Kolumnen ”{ $missing }” saknas.
    .remedy = Exportera filen igen, med lagens 18 kolumner angivna på första raden.
booking-field = { $fault ->
        [account] Kontot saknas.
        [amount] Detta är inget belopp.
        [currency] Detta är ingen valutakod enligt ISO 4217.
        [date] Detta är inget datum i formatet.
        [decimals] Beloppet har fler decimaler än valutan.
        [large] Beloppet är för stort.
        [rate] Detta är ingen växelkurs.
       *[side] Detta anger varken debet eller kredit.
    }
    .remedy = Rätta det i bokföringsprogrammet och exportera filen igen.
sie-not-sie = Det här är ingen SIE-fil: den första raden är ingen post som börjar med #.
    .remedy = Exportera bokföringen ur bokföringsprogrammet som SIE typ 4 och importera den filen.
sie-not-a-record = Raden är ingen post; poster börjar med #.
    .remedy = Leta efter en radbrytning inne i en text, eller exportera filen igen.
sie-field = { $field ->
        [account] Kontot saknas.
        [amount] Det här är inget belopp.
        [currency] Det här är ingen valutakod enligt ISO 4217.
        [date] Det här är inget datum på formen ÅÅÅÅMMDD.
        [decimals] Beloppet har fler än två decimaler.
        [large] Beloppet är för stort.
        [object] Objektet har inget nummer.
       *[year] Det här är inget årsnummer: 0 är innevarande räkenskapsår, -1 det föregående.
    }
    .remedy = Rätta det i bokföringsprogrammet och exportera filen igen.
sie-quote = Ett citattecken som öppnas på raden stängs aldrig.
    .remedy = Exportera filen igen; ett citattecken inne i en text skrivs \".
sie-brace = Klammern hör inte till någon verifikation.
    .remedy = Exportera filen igen: en verifikations rader står inom ett par klamrar efter #VER.
sie-outside-voucher = Raden hör inte till någon verifikation.
    .remedy = Exportera filen igen: en verifikations rader står inom klamrar efter #VER.
sie-voucher-open = Verifikationen som börjar här avslutas inte med en klammer.
    .remedy = Filen är avkortad eller skadad; exportera den igen.
sie-voucher-unbalanced = Verifikation { $voucher } balanserar inte: raderna summerar till { $difference }.
    .remedy = Rätta verifikationen i bokföringsprogrammet och exportera filen igen.
sie-cut = Filen påbörjar en kontrollsumma och slutar utan den.
    .remedy = Filen är avkortad; exportera den igen.
warning-sie-checksum = Filens kontrollsumma är { $sum }, filen själv anger { $value }: den har ändrats sedan den skrevs.
    .remedy = Om bara kodningen har ändrats är inget fel; annars exportera filen igen och importera den som den är.
sie-line-too-long = Raden är längre än { $limit } byte.
    .remedy = Leta efter radbrytningar som saknas, eller exportera filen igen.
sie-too-many = Kontonas och kundernas nummer och namn tar mer än { $limit } byte.
    .remedy = Dela upp filen, eller exportera färre konton.

## XML, kontoutdrag, elektroniska fakturor, revisionsfiler

xml-not-xml = { $format ->
        [none] Det här är ingen XML-fil: den börjar inte med ”<”.
       *[other] Det här är ingen XML-fil; de första byten är sådana som i { $format }.
    }
    .remedy = Packa upp den, eller exportera den igen som XML.
xml-signed = Filen är en signatur kring en annan fil (.p7m), som inte öppnas här.
    .remedy = Ta ut fakturan med programmet som kontrollerar signaturen, och importera XML-filen i den.
xml-encoding-unknown = Filen uppger en kodning som inte är känd här.
    .remedy = Exportera den igen som UTF-8.
xml-encoding = Byten på position { $position } är inget tecken i { $encoding }, kodningen som filen uppger.
    .remedy = Filen är avklippt eller ändrad i efterhand; exportera den igen.
xml-doctype = Filen deklarerar en dokumenttyp. Sådana filer läses inte: de kan peka ut andra filer och entiteter som växer utan gräns.
    .remedy = Inget kontoutdrag, ingen faktura och ingen revisionsfil behöver det; be avsändaren om en fil utan <!DOCTYPE>.
xml-entity = Entiteten är ingen av de fem som XML själv känner.
    .remedy = Be avsändaren skriva själva tecknet, eller dess nummer.
xml-syntax = { $fault ->
        [after-root] Något står efter slutet på det yttersta elementet.
        [attribute] Ett attribut är inte skrivet som namn="värde", eller står två gånger.
        [before-root] Något står före det yttersta elementet.
        [character] Här står ett tecken som XML inte tillåter.
        [end-tag] Sluttaggen { $name } hör inte till något element.
        [namespace] Elementets namnrymder är fel eller för många.
        [prefix] Prefixet { $name } står inte för någon namnrymd.
        [reference] Ett ”&” inleder ingen teckenreferens.
       *[markup] En tagg, en kommentar eller annan märkning är inte skriven som XML kräver.
    }
    .remedy = Filen är inte välformad: exportera den igen, och redigera den inte för hand.
xml-end-tag = Elementet { $expected } stängs av sluttaggen { $found }.
    .remedy = Filen är inte välformad: exportera den igen, och redigera den inte för hand.
xml-truncated = { $element ->
        [none] Filen slutar före sitt första element.
       *[other] Filen slutar inne i elementet { $element }.
    }
    .remedy = Filen är avklippt; exportera eller hämta den igen.
xml-too-deep = Element är nästlade i mer än { $limit } nivåer.
    .remedy = Inget format som läses här är så djupt; be avsändaren om filen enligt standarden.
xml-too-large = En text, en tagg eller en post är större än { $limit } byte eller element.
    .remedy = Be avsändaren om mindre bilagor eller poster, eller om flera filer.
xml-wrong-root = Det här är XML, men varken ett kontoutdrag, en faktura eller en revisionsfil som läses här: det yttersta elementet är { $element }{ $namespace ->
        [none] {""}
       *[other] {" "}ur { $namespace }
    }.
    .remedy = Välj en annan fil. Det som läses är camt.052, camt.053, camt.054, UBL, CII, FatturaPA och SAF-T.
element-missing = Elementet { $parent } saknar { $element }.
    .remedy = Standarden kräver det; be avsändaren om en fullständig fil.
element-not-a-date = Det här är inget datum i kalendern på den form som standarden kräver.
    .remedy = Rätta det där det kommer ifrån och exportera filen igen.
element-not-an-amount = Det här är inget tal.
    .remedy = Rätta det där det kommer ifrån och exportera filen igen.
element-too-many-decimals = Belopp i { $currency } har { $decimals } decimaler; detta har fler.
    .remedy = Rätta det där det kommer ifrån och exportera filen igen.
element-amount-too-large = Beloppet är för stort.
    .remedy = Kontrollera decimaltecknet; belopp upp till 999 999 999 999,99 kan hanteras.
element-not-a-currency = Det här är ingen valutakod enligt ISO 4217.
    .remedy = Rätta den där den kommer ifrån och exportera filen igen.
element-other-currency = Beloppet är i { $currency }, fakturan i { $expected }.
    .remedy = Be avsändaren om en faktura med alla belopp i en valuta.
element-not-one-of = Det här är inget av { $allowed }.
    .remedy = Rätta det där det kommer ifrån och exportera filen igen.
camt-details-differ = Postens betalningar summerar till { $found } { $currency }, posten är på { $stated } { $currency }. Skillnaden förs som en egen inbetalning.
    .remedy = Jämför posten med banken; pricka av skillnaden för hand.
camt-balance-differs = Ingående saldo och bokförda poster summerar till { $found } { $currency }, utgående saldo är { $stated } { $currency }.
    .remedy = Kontrollera om sidor i utdraget saknas.
file-total-differs = Filen uppger { $stated } här; innehållet summerar till { $found }.
    .remedy = Kontrollera att filen är hel; säg annars till tillverkaren av programmet som skrev den.
pdf-broken = PDF-filen går inte att läsa.
    .remedy = Filen är avklippt eller skadad; hämta den igen, eller be om enbart XML-filen.
pdf-encrypted = PDF-filen är krypterad.
    .remedy = Spara den utan lösenord, eller be om enbart XML-filen.
pdf-too-large = PDF-filen, eller något som är packat i den, är större än { $limit } byte.
    .remedy = Be om enbart XML-filen.
pdf-without-invoice = Ingen elektronisk faktura är inbäddad i PDF-filen.
    .remedy = Den är bara en bild av en faktura; be om Factur-X, ZUGFeRD eller XML-filen.

## Items, settlements, scenarios

item-sign = Ett belopp av slaget { $kind } får inte vara { $kind ->
        [credit_note] positivt
        [payment_on_account] positivt
       *[other] negativt
    }.
    .remedy = Skriv debetposter med positivt och kreditposter med negativt belopp, eller använd sign i en mappningsfil.
item-net-amount = Nettobeloppet stämmer inte med bruttobeloppet { $amount }.
    .remedy = Nettobeloppet har samma tecken som beloppet och är inte större; lämna det tomt om det inte finns någon moms.
item-due-date = { $terms ->
        [none] Förfallodagen är tom, och varken posten eller köparen har betalningsvillkor.
       *[other] Förfallodagen är tom, och betalningsvillkoren ”{ $terms }” kan inte tolkas.
    }
    .remedy = Fyll i förfallodagen, eller skriv villkoren, här eller hos köparen, som "30", "30 days", "2 months", "30 eom" eller "cash".
item-rate = Detta är ingen växelkurs.
    .remedy = Skriv antal enheter av postens valuta för en enhet av försäkringens valuta, ett positivt tal med högst tio decimaler.
item-duplicate = Dokument { $document_no } förekommer två gånger i filen.
    .remedy = Ett dokument identifieras av företag, kundkonto, dokumentnummer och slag; ta bort en av raderna eller ge den ett annat nummer.
item-conflict = Dokument { $document_no } är känt med { $known }, filen anger { $new }.
    .remedy = Ett bokfört dokument ändras inte: rätta det med en kreditfaktura eller debetnota, eller rätta filen. En senare förfallodag räknas som anstånd.
item-origin = Ursprunget ”{ $origin }” för denna restpost är okänt.
    .remedy = Skriv det som FÖRETAG/DOKUMENTNUMMER/SLAG för en post på samma kundkonto som importeras tidigare eller i samma fil.
settlement-sign = Beloppet stämmer inte med metoden { $method }.
    .remedy = En reglering är positiv, vilket tecken posten än har; bara en retur är negativ. Noll reglerar ingenting.
settlement-above-open = Dokument { $document_no } på { $amount } skulle regleras med sammanlagt { $settled }.
    .remedy = En reglering kan inte överstiga det öppna beloppet, och en retur inte det reglerade. Kontrollera belopp, dokument och om den är bokförd två gånger.
settlement-item-unknown = Det finns ingen post { $document_no } av detta slag i företaget.
    .remedy = Importera posterna först, och kontrollera företag, dokumentnummer och slag.
settlement-item-ambiguous = Dokument { $document_no } finns på { $count } kundkonton.
    .remedy = Ange kundkonto, filial och kontotyp i regleringen.
settlement-duplicate = Reglering { $settlement_no } av denna post förekommer två gånger i filen.
    .remedy = Ta bort en av raderna.
settlement-conflict = Reglering { $settlement_no } av denna post är känd med ett annat datum eller belopp.
    .remedy = Bokför en retur och en ny reglering i stället för att ändra en bokförd.
scenario-unreadable = Mappen { $folder } kan inte läsas: { $why }.
    .remedy = Ange en mapp med filerna till ett scenario.
scenario-empty = Mappen { $folder } innehåller ingen scenariofil.
    .remedy = Lägg dit companies.csv, buyers.csv, items.csv och liknande, samt policies/*.toml.
small-file-too-large = Filen är större än { $limit } byte.
    .remedy = Försäkrings- och mappningsfiler är korta texter; kontrollera att det är rätt fil.
small-file-not-utf8 = Filen är inte UTF-8 vid byte { $byte }.
    .remedy = Spara den som UTF-8.

## Demo

demo-unwritable = { $path } kan inte skrivas: { $why }.
    .remedy = Skapa utrymme i mappen för tillfälliga filer, eller låt TMPDIR peka på en annan.

## Lists

deadlines-period = Perioden slutar den { $to }, innan den börjar den { $from }.
    .remedy = Ange första dagen som --from och sista som --to.
item-not-posted = { $item } var inte bokförd, eller inte känd, den { $date }.
    .remedy = Välj ett senare datum med --as-of, eller utelämna --known-at.

## Imports and policies

import-refused = Filerna avvisades; ingenting skrevs.
    .remedy = Rätta det som rapporten anger och importera igen.
import-kind-unknown = Det finns inget filslag ”{ $kind }”.
    .remedy = Slagen är companies, insurers, buyers, covers, limits, evidence, rates, items, settlements, events, orders, och scenario för en mapp med sådana filer.
csv-encoding-unknown = Det finns ingen kodning ”{ $encoding }”.
    .remedy = Kända är till exempel utf-8, auto, windows-1252, iso-8859-1, iso-8859-15, utf-16le, cp437.
field-negative = Beloppet får inte vara negativt.
    .remedy = Skriv det utan tecken.
field-out-of-range = Talet måste ligga mellan { $from } och { $to }.
    .remedy = Rätta det, eller lämna fältet tomt där det är tillåtet.
field-ends-before-start = Sista dagen ligger före den första, { $start }.
    .remedy = Rätta en av dem; sista dagen ingår i perioden.
field-not-a-country = Detta är ingen landskod enligt ISO 3166.
    .remedy = Skriv två versaler, till exempel DE; andra namn översätts under [values] i en mappningsfil.
record-repeated = Samma uppgift står redan på rad { $first }.
    .remedy = Behåll den rad som är rätt och ta bort den andra; versioner för olika dagar behöver olika valid_from.
company-not-found = Det finns inget företag { $company }.
    .remedy = Importera det först med companies, eller rätta koden.
group-second = Företaget { $company } hör till gruppen av medförsäkrade bolag { $group }, men den här databasen innehåller gruppen { $known }.
    .remedy = Ha en grupp av medförsäkrade bolag per databas; ge den andra gruppen en egen databas.
group-master-missing = Inget företag i gruppen av medförsäkrade bolag { $group } är huvudföretag.
    .remedy = Sätt master till true för det enda företag som har försäkringarna.
group-masters-several = Företaget { $company } är huvudföretag, men det är även { $master }.
    .remedy = Bara ett företag förvaltar kreditförsäkringens grunddata; sätt master till false för de övriga.
group-differs = { $what ->
        [address_company] Adressföretaget för { $company } är inte detsamma som för huvudföretaget { $master }: { $expected ->
            [none] det har inget
           *[other] ”{ $expected }”
        }.
        [account_types] Kontotyperna för { $company } är inte desamma som för huvudföretaget { $master }: { $expected ->
            [none] det har inga
           *[other] ”{ $expected }”
        }.
       *[other] Betalningsvillkoren för { $company } är inte desamma som för huvudföretaget { $master }: { $expected ->
            [none] det har inga
           *[other] ”{ $expected }”
        }. Med säkrade betalningsvillkor måste de vara det.
    }
    .remedy = Gör dem lika, eller lämna företaget utanför gruppen av medförsäkrade bolag: dess poster är då inte försäkrade.
insurer-code = Detta är inte koden för en försäkringsgivare.
    .remedy = Skriv exakt tre bokstäver eller siffror, till exempel ACR.
insurer-account = Detta är inget konto i adressregistret.
    .remedy = Skriv det som konto/filial/kontotyp, till exempel 7001/0/K, eller lämna det tomt.
account-form = Detta är inget adressnummer.
    .remedy = Skriv högst { $limit } tecken utan snedstreck; en presumtiv kund utan konto skrivs som @ och den juridiska personen.
account-branch = Detta är ingen filial.
    .remedy = Skriv högst { $limit } siffror, eller lämna fältet tomt.
account-type = Detta är ingen kontotyp.
    .remedy = Skriv en till { $limit } bokstäver eller siffror.
account-not-found = Det finns inget kundkonto { $account }.
    .remedy = Importera det först med buyers, eller rätta nummer, filial eller kontotyp.
account-ambiguous = Kundkontot { $account } är inte det enda: det finns { $choices }.
    .remedy = Ange filial och kontotyp för det som avses.
prospect-not-found = Det finns ingen presumtiv kund och inget kundkonto med den juridiska personen { $legal_entity }.
    .remedy = Importera den först med buyers, som @ och den juridiska personen.
prospect-with-account = En presumtiv kund har varken filial eller kontotyp.
    .remedy = Lämna fältet tomt, eller skriv kundkontot i stället för @ och den juridiska personen.
prospect-entity = Den juridiska personen är inte den presumtiva kundens, { $prospect }.
    .remedy = Lämna kolumnen tom, eller skriv detsamma i båda.
buyer-is-co-insured = Kundkontot { $account } är medförsäkrat under en annan köpare och måste därför förbli en osjälvständig filial.
    .remedy = Avsluta först dess försäkringsskydd med ett skydd av annat slag, eller behåll dependent_branch som true.
warning-identifier = { $scheme ->
        [vat_id] Momsregistreringsnumret kan inte vara rätt
        [register_no] Organisationsnumret kan inte vara rätt i köparens land
       *[other] LEI-koden kan inte vara rätt
    }: { $why ->
        [length] det har för få eller för många tecken
        [character] det innehåller ett tecken som inte hör dit
        [check-digit] { $expected ->
            [none] kontrollsiffrorna stämmer inte
           *[other] kontrollsiffrorna stämmer inte, { $expected } skulle göra det
        }
       *[other] det är inte uppbyggt som det ska
    }.
    .remedy = Köparen lades in som den är. Jämför numret med registret och rätta det i reskontran.
warning-prospect-has-account = Denna presumtiva kund har nu sitt kundkonto, { $account }; raden hoppades över.
    .remedy = Inget behöver göras. Ändra kundkontots egen rad om uppgifterna har ändrats.
warning-prospect-stays = Kundkontot { $account } fanns före den presumtiva kunden @{ $prospect } med samma juridiska person, så det som registrerats för den presumtiva kunden ligger kvar där.
    .remedy = Importera den presumtiva kundens försäkringsskydd, limiter och underlag igen, med kundkontot.
policy-not-found = { $known ->
        [none] Det finns inget försäkringsbrev { $policy }; inget är inlagt ännu.
       *[other] Det finns inget försäkringsbrev { $policy }. Inlagda: { $known }.
    }
    .remedy = Rätta koden, eller lägg först in försäkringsbrevet med "obligo policy put".
policy-too-many = En databas rymmer högst { $limit } försäkringsbrev.
    .remedy = Använd en databas för varje grupp av medförsäkrade bolag.
policy-insurer-unknown = Det finns ingen försäkringsgivare { $insurer }. Kända är { $known }.
    .remedy = Importera försäkringsgivaren först, eller rätta de tre första tecknen i försäkringsbrevets kod.
policy-currency-changed = Försäkringsbrevet { $policy } har haft skarpa körningar i { $known }, den senaste den { $date }: valutan kan inte ändras.
    .remedy = Lägg in ett nytt försäkringsbrev med ett annat internt id i den nya valutan och flytta försäkringsskyddet dit.
cover-field-not-allowed = Ett försäkringsskydd av slaget { $kind } har inget sådant fält.
    .remedy = Lämna det tomt: ett försäkringsbrev hör till namngivna och ej namngivna köpare, en huvudköpare till medförsäkrade.
cover-overlaps = Försäkringsskyddet för { $account } skulle överlappa det som börjar den { $other }: en köpare har ett skydd per dag.
    .remedy = Låt varje skydd börja på en egen dag, efter det angivna slutet på det föregående, eller lämna valid_until tomt: ett nyare skydd avslutar det äldre.
cover-under-itself = Kundkontot { $account } kan inte vara medförsäkrat under sig självt.
    .remedy = Ange huvudköparen i co_insured_under.
cover-under-co-insured = Kundkontot { $account } kan inte vara medförsäkrat under { $main }, som självt är medförsäkrat vid den tidpunkten.
    .remedy = Ange huvudköparen, den som har skydd som namngiven eller ej namngiven.
cover-not-dependent = Kundkontot { $account } är ingen osjälvständig filial: det kan inte vara medförsäkrat under { $main }.
    .remedy = Ett juridiskt självständigt driftställe behöver eget skydd. Är det osjälvständigt, sätt dependent_branch i buyers till true.
cover-kind-changes-while-insured = Försäkringsskyddet för { $account } kan inte ändras från { $before } till { $after } medan försäkrade poster är öppna, till exempel { $item }.
    .remedy = Vänta tills de är reglerade. För att avsluta skyddet, registrera en limit på 0 eller declined_on (namngiven), eller declined_on eller en rekommenderad kreditram på 1 (ej namngiven).
limit-refused-with-amount = Svaret { $response } står bredvid ett belopp över 0.
    .remedy = Rätta svaret; ett ansökt belopp hör hemma i requested_amount.
limit-without-amount = Svaret { $response } kräver ett belopp.
    .remedy = Skriv det belopp försäkringsgivaren beslutat, eller lämna svaret tomt så länge limiten bara är ansökt.
rate-missing = Det finns ingen kurs för { $currency } mot { $base } den { $date } eller tidigare.
    .remedy = Importera den med rates, eller ge posten en egen kurs.
rate-same-currency = En valuta har ingen kurs mot sig själv.
    .remedy = Ta bort raden eller rätta en av valutorna.
rate-out-of-range = Detta är ingen växelkurs.
    .remedy = Skriv antal enheter av valutan för en enhet av basvalutan, ett positivt tal med högst tio decimaler.
rate-conflict = Kursen för { $currency } mot { $base } den { $date } är redan { $known }, filen anger { $new }.
    .remedy = Poster kan ha värderats med den kända kursen. Rätta filen; för att värdera enskilda poster annorlunda, ge dem en egen kurs.
amount-too-large = Beloppet { $amount } blir för stort när det räknas om till { $currency }.
    .remedy = Kontrollera beloppet och dess kurs.
event-names-nothing = Händelsen anger varken en post eller ett kundkonto.
    .remedy = Fyll i company och document_no, eller köparens kundkonto.
item-name = Detta är inte namnet på en post.
    .remedy = Skriv FÖRETAG/DOKUMENT eller FÖRETAG/DOKUMENT/SLAG, följt av @KONTO/FILIAL/TYP där det inte är entydigt.
item-not-found = Det finns ingen post { $item }.
    .remedy = Importera posterna först, och kontrollera företag, dokumentnummer, slag och kundkonto.
item-ambiguous = { $item } är inte den enda: det finns { $choices }.
    .remedy = Ange slaget, och kundkontot om det inte räcker.
item-company-not-found = Det finns inget företag { $company }.
    .remedy = En post anges som FÖRETAG/DOKUMENT/SLAG och börjar med företagets kod.
run-not-found = Det finns ingen skarp körning { $run }.
    .remedy = "obligo runs" visar de skarpa körningarna.
run-not-after-last = Brytdagen { $key_date } ligger inte efter den senaste skarpa körningen för { $policy }: körning { $last_run } den { $last_date }.
    .remedy = Välj en senare brytdag, eller återför den senaste körningen med angivet skäl. En förhandsvisning går alltid att göra.
run-before-policy-run = Brytdagen { $key_date } ligger före en skarp körning för { $policy }: körning { $last_run } den { $last_date }.
    .remedy = Välj en brytdag från och med { $last_date }, eller återför körningen med angivet skäl. En förhandsvisning går alltid att göra.
run-already-reversed = Körning { $run } är redan återförd.
    .remedy = Inget behöver göras.
run-not-the-last = Körning { $run } är inte den sista i sin följd: körning { $later } kom efter.
    .remedy = Återför den senare körningen först.
run-items-touched = Körning { $run } kan inte återföras: dess post { $item } ändrades senare av { $by }.
    .remedy = Återta först det som kom senare, eller ändra enskilda poster manuellt med angivet skäl.
warning-unexamined-before-withdrawal = { $count ->
        [one] En post för { $account } är daterad innan försäkringsskyddet återkallades den { $date }, men ingen körning har prövat den: { $documents }.
       *[other] { $count } poster för { $account } är daterade innan försäkringsskyddet återkallades den { $date }, men ingen körning har prövat dem: { $documents }.
    }
    .remedy = Kontrollera om de borde ha deklarerats; pröva dem på nytt med angivet skäl om försäkringsgivaren godkänner det.

## Changes by hand, events, late facts

reason-missing = Ändringen kräver ett skäl.
    .remedy = Ange skälet med egna ord; det sparas i loggen. På kommandoraden heter det --reason.
edit-amount = { $value } är inget belopp.
    .remedy = Skriv det med decimalpunkt och utan tusentalsavgränsare, till exempel 1234.50.
edit-amount-decimals = { $value } har fler decimaler än { $currency }, som har { $decimals }.
    .remedy = Avrunda beloppet till { $decimals } decimaler.
edit-amount-too-large = Beloppet { $value } är för stort.
    .remedy = Kontrollera decimaltecknet.
edit-insured-below-zero = Det försäkrade beloppet för { $item } kan inte vara lägre än 0.
    .remedy = Ange ett belopp från 0 upp till det öppna beloppet.
edit-insured-above-open = Det försäkrade beloppet för { $item } kan inte överstiga det försäkringsbara öppna beloppet, { $open } { $currency }.
    .remedy = Ange ett belopp från 0 till { $open }.
edit-insured-on-credit = { $item } är en kreditpost: bara det som företaget har att fordra kan försäkras.
    .remedy = Utelämna det försäkrade beloppet.
edit-insured-not-insurable = { $item } skulle få status { $status }; bara en post med status K har ett försäkrat belopp.
    .remedy = Sätt status K i samma kommando, eller det försäkrade beloppet till 0.
edit-still-insured = { $item } är försäkrad med { $insured } { $currency }; det kan bara en post med status K vara.
    .remedy = Sätt det försäkrade beloppet till 0 i samma kommando, om skyddet ska ges upp.
edit-status-of-other-side = { $item } kan inte ha status { $status }: C är för debetposter, D för kreditposter.
    .remedy = Välj den status som hör till postens sida.
edit-follow-up-date = { $item } skulle få ett uppföljningsdatum utan markering för uppföljning.
    .remedy = Sätt markeringen i samma kommando (--follow-up true), eller utelämna datumet.
edit-before-overdue-date = { $date ->
        [exclusion_date] Uteslutningsdagen
        [collection_date] Dagen för överlämning till inkasso
        [waiting_end] Karenstidens slut
        [filing_date] Sista dag för skadeanmälan
       *[other] { $date }
    } för { $item } skulle ligga före förseningsdagen { $overdue_date }.
    .remedy = Kontrollera båda datumen; flytta dem tillsammans om försäkringsgivaren har godkänt det.
event-protest-not-a-bill = En protest måste avse en växel.
    .remedy = Ange en post av slaget bill.
close-day-before-last = { $date } ligger före den senast avslutade dagen, { $last_date }.
    .remedy = Dagar avslutas i ordning; avsluta { $last_date } eller en senare dag.
reexamine-no-item = Ingen post angavs.
    .remedy = Ange vilka poster som ska prövas på nytt.
reexamine-not-open = { $item } var inte öppen den { $key_date }: ingen körning per den dagen skulle pröva den.
    .remedy = Välj en brytdag då posten var bokförd och ännu inte reglerad.
reexamine-no-cover = Köparen till { $item } hade inget försäkringsskydd den { $key_date }: ingen körning per den dagen skulle pröva den.
    .remedy = Kontrollera köparens försäkringsskydd, eller välj en annan brytdag.
reexamine-still-insured = Den { $key_date } skulle { $item } få status { $status }, men den är försäkrad med { $insured } { $currency }.
    .remedy = Ge upp det försäkrade beloppet i samma kommando (--drop-insured), om det är vad försäkringsgivaren beslutat.
warning-late-fact = { $what ->
        [decision] Ett kreditbeslut
        [evidence] Ett underlag
       *[item] En post
    } av den { $date } för { $account } registrerades efter den skarpa körningen för { $policy } per { $run_date }. Med den uppgiften hade { $declared_after } { $currency } deklarerats i stället för { $declared_before }; poster som skiljer: { $count } ({ $items }).
    .remedy = Fråga försäkringsgivaren hur det ska rättas: genom nästa körning, genom att återföra denna, eller genom att pröva enskilda poster på nytt.
warning-late-fact-same = { $what ->
        [decision] Ett kreditbeslut
        [evidence] Ett underlag
       *[item] En post
    } av den { $date } för { $account } registrerades efter den skarpa körningen för { $policy } per { $run_date }. Det skulle inte ha ändrat något där.
    .remedy = Inget behöver göras.
warning-late-facts-more = { $count ->
        [one] En köpare till har
       *[other] { $count } köpare till har
    } uppgifter som registrerades efter den skarpa körning de hör till.
    .remedy = Importera i mindre delar för att se alla.
warning-late-facts-not-compared = { $count ->
        [one] En köpare till har
       *[other] { $count } köpare till har
    } sådana sena uppgifter; vad de skulle ha ändrat räknades fram bara för de första { $limit }.
    .remedy = En förhandsvisning per den senaste skarpa körningens datum visar skillnaden för alla.

## Access

random-unavailable = Systemet ger inga slumptal: { $why }.
    .remedy = Kontrollera systemets slumptalskälla och försök igen.
secret-shown-once = Detta har redan gjorts med samma nyckel; hemligheten visades då och kan inte visas igen.
    .remedy = Om hemligheten är förlorad, återkalla det som skapades och skapa det på nytt.
link-invalid = Länken fungerar inte: den har använts, gått ut eller ersatts av en nyare.
    .remedy = Be en administratör om en ny länk. Länken för första starten skrivs ut på nytt varje gång servern startas.
user-name = Ett användarnamn har 1 till { $limit } bokstäver, siffror eller tecknen . _ - @ + och inga blanksteg.
    .remedy = Rätta namnet.
user-name-taken = Det finns redan en användare { $user }.
    .remedy = Välj ett annat namn; stora och små bokstäver räknas som lika.
user-display-name = Ett namn har högst { $limit } tecken.
    .remedy = Korta namnet.
user-roles-missing = En användare behöver minst en roll.
    .remedy = Välj en roll. Inaktivera användaren om någon ska stängas ute.
user-companies-missing = Inget företag är valt.
    .remedy = Välj alla företag, eller kryssa för dem som avses.
user-company-unknown = Det finns inget företag { $company }.
    .remedy = Välj bland databasens företag.
user-language = Språket finns inte.
    .remedy = Välj något av { $known }.
user-not-found = Det finns ingen användare { $user }.
    .remedy = Kontrollera användarnamnet.
user-last-administrator = { $user } är den sista administratören.
    .remedy = Gör först någon annan till administratör.
password-too-short = Ett lösenord har minst { $limit } tecken.
    .remedy = Välj ett längre, till exempel fyra ord som inte har med varandra att göra.
password-too-long = Ett lösenord har högst { $limit } byte.
    .remedy = Välj ett kortare.
password-is-name = Lösenordet är detsamma som användarnamnet.
    .remedy = Välj ett lösenord som ingen kan gissa.
password-wrong = Det nuvarande lösenordet är fel.
    .remedy = Skriv det igen, eller be en administratör om en länk för att välja ett nytt.
sign-in-refused = Namn och lösenord hör inte ihop.
    .remedy = Skriv båda igen, eller fråga en administratör.
sign-in-too-often = För många försök har misslyckats. Försök igen om { $minutes ->
    [one] en minut
   *[other] { $minutes } minuter
  }.
    .remedy = Vänta { $seconds } sekunder, eller be en administratör om ett nytt lösenord.
token-name = En token behöver ett namn på 1 till { $limit } tecken.
    .remedy = Ange namnet på programmet som ska använda den.
token-scopes-missing = En token behöver minst en behörighet.
    .remedy = Välj vad programmet får göra: read, write, run eller admin.
token-days = En token gäller 1 till { $limit } dagar, inte { $days }.
    .remedy = Välj ett antal dagar däremellan, och skapa en ny token i tid.
token-company = { $user } ser inte företaget { $company }.
    .remedy = Välj bland användarens företag.
token-not-found = Det finns ingen token { $token }.
    .remedy = Se efter i listan över tokens.
view-name = En vy behöver ett namn på 1 till { $limit } tecken.
    .remedy = Rätta namnet.
view-too-large = En vy har högst { $limit } byte.
    .remedy = Ta bort kolumner eller filter.
view-name-taken = Det finns redan en vy med namnet ”{ $name }”.
    .remedy = Välj ett annat namn.
view-too-many = Det finns redan { $limit } vyer av denna lista.
    .remedy = Ta bort någon som inte behövs.
setting-issuer = Detta är ingen adress till en identitetsleverantör.
    .remedy = Skriv den som leverantören anger den, med https:// först. Bara på denna dator får den börja med http://.
setting-oidc-incomplete = Identitetsleverantören kräver ett klient-id och den claim som anger grupperna.
    .remedy = Fyll i båda; leverantörens administratör känner till dem.
setting-client-secret = Själva klienthemligheten sparas aldrig här, bara var den finns.
    .remedy = Lägg den i en av serverns miljövariabler och skriv { $start } följt av resten av variabelns namn.
setting-public-address = Detta är ingen adress till en server.
    .remedy = Skriv den som man skriver in den, till exempel https://obligo.example.com, utan snedstreck på slutet.
oidc-unreachable = Identitetsleverantören { $issuer } svarar inte som den ska: { $why }.
    .remedy = Försök igen; om felet kvarstår, kontrollera leverantörens adress under Inställningar. Lokala användare kan logga in med sitt lösenord.
oidc-address = Identitetsleverantörens adress, eller den som den skickar tillbaka till, är ingen adress.
    .remedy = Kontrollera båda under Inställningar.
oidc-secret-missing = Variabeln { $variable }, som ska innehålla klienthemligheten, är inte satt.
    .remedy = Sätt den i serverns miljö och starta om servern.
oidc-state = Inloggningen påbörjades inte i denna webbläsare, eller för länge sedan.
    .remedy = Börja om på inloggningssidan.
oidc-refused = Svaret från identitetsleverantören godtogs inte: { $why }.
    .remedy = Börja om på inloggningssidan; om felet kvarstår, meddela en administratör.
oidc-no-role = Ingen av de grupper som { $user } tillhör ger någon roll här.
    .remedy = Be en administratör koppla någon av dina grupper till en roll, eller leverantörens administratör om en grupp.
oidc-name-taken = Namnet { $user } tillhör en lokal användare.
    .remedy = Fråga en administratör; en av de två behöver ett annat namn.
note-empty = Anteckningen är tom.
    .remedy = Skriv något.
note-too-long = En anteckning har högst { $limit } tecken.
    .remedy = Korta den.
proposal-payload-key = Det finns ingen parameter { $key } här.
    .remedy = Dessa är kända: { $known }.
proposal-payload-value = Parametern { $key } saknas eller kan inte ha detta värde.
    .remedy = Rätta den; datum skrivs som 2024-01-31, belopp som text, till exempel "1000.00".
proposal-already-open = Samma sak är redan föreslagen: förslag { $proposal }.
    .remedy = Vänta på beslutet, eller dra tillbaka förslaget.
proposal-not-found = Det finns inget förslag { $proposal }.
    .remedy = Se efter i listan över förslag.
proposal-same-person = Du har själv lagt fram förslag { $proposal }; fyraögonsprincipen gäller.
    .remedy = Be en kollega med samma rättigheter att besluta, eller dra tillbaka det.
proposal-not-yours = Förslag { $proposal } lades fram av någon annan.
    .remedy = Bara den som lade fram det kan dra tillbaka det; du kan avslå det.
proposal-decided = Förslag { $proposal } är inte längre öppet: { $state ->
    [approved] { $by } har godkänt det
    [refused] { $by } har avslagit det
   *[withdrawn] det drogs tillbaka
  }.
    .remedy = Lägg fram det på nytt om det fortfarande behövs.

## Command line

config-unreadable = Konfigurationsfilen kan inte läsas: { $reason }.
    .remedy = Kontrollera namnet efter --config, eller OBLIGO_CONFIG, och om du får läsa filen.
config-too-large = Konfigurationsfilen är längre än { $limit } byte.
    .remedy = Kontrollera att det är konfigurationsfilen och inte data.
config-syntax = Konfigurationsfilen är inte giltig TOML: { $reason }.
    .remedy = Skriv en nyckel per rad som nyckel = värde, texter inom raka citattecken.
config-unknown-key = { $nearest ->
    [none] En konfigurationsfil har ingen nyckel ”{ $key }”.
   *[other] En konfigurationsfil har ingen nyckel ”{ $key }”; menar du ”{ $nearest }”?
  }
    .remedy = Dessa är kända: { $known }.
config-value = ”{ $key }” kan inte ha detta värde.
    .remedy = store, lang och actor är texter, color är "auto", "always" eller "never", quiet är true eller false, max_errors ett tal från 1.
clock-not-an-instant = OBLIGO_NOW är { $value }, vilket inte är någon tidpunkt.
    .remedy = Skriv den i UTC som 2024-05-01T10:20:30Z, eller utelämna den: den är till för att återskapa resultat.
output-failed = Resultatet kunde inte skrivas ut: { $reason }.
    .remedy = Skapa utrymme, eller kontrollera vart det skickas, och försök igen. En skarp körning som gjorts står fast: "obligo runs" listar den, "obligo runs show" skriver ut den.
document-failed = Dokumentet kunde inte skapas: { $reason }.
    .remedy = Det är ett fel i programmet: rapportera det med rapportens namn och den här texten. Samma siffror finns som XLSX, CSV och JSON.
snapshot-only-items = --snapshot anger vilka poster som är borta, men här importeras { $kind }.
    .remedy = Utelämna det, eller importera items.
policy-check-failed = { $failed } av { $cases } exempelfall ger ett annat utfall än försäkringen anger.
    .remedy = Raderna ovan visar vad som skiljer. Rätta fallet eller villkoren.
demo-folder-exists = { $path } finns redan; demon kräver en ny mapp.
    .remedy = Ange en annan mapp, eller utelämna --to.
verify-findings = Databasen är inte som den registrerades: { $findings ->
    [one] en avvikelse
   *[other] { $findings } avvikelser
  }.
    .remedy = Raderna ovan visar vad som skiljer. Behåll filen som den är och jämför med den senaste säkerhetskopian.

run-damaged = Körning { $run } kan inte återföras: det som sparats om dess ändringar är skadat.
    .remedy = Kör "obligo verify" och återställ databasen från en säkerhetskopia.

## Server, pages and API

sign-in-needed = Du är inte inloggad.
    .remedy = Logga in, eller skicka en token: Authorization: Bearer TOKEN.
role-missing = Dina roller tillåter inte detta.
    .remedy = Be en administratör om den roll som krävs.
role-companies = Detta gäller alla företag i gruppen, men du ser bara några av dem.
    .remedy = Be någon som ser hela gruppen.
form-foreign = Formuläret skickades från en annan webbplats.
    .remedy = Öppna sidan här och skicka formuläret härifrån.
form-expired = Formuläret hör till en session som har avslutats.
    .remedy = Öppna sidan igen och fyll i formuläret på nytt.
page-not-found = Det finns inget på denna adress.
    .remedy = Följ en länk i menyn, eller sök.
method-not-allowed = Denna adress tar inte emot begäranden av det slaget.
    .remedy = Se beskrivningen av API:et på /api/openapi.json.
body-too-large = Begäran är större än de { $limit } byte som tas emot här.
    .remedy = Skicka den i delar, eller importera filen från kommandoraden.
body-too-slow = Begäran kom för långsamt och avbröts.
    .remedy = Skicka den igen.
body-type = Begäranden av typen { $type } tas inte emot här.
    .remedy = Skicka ett formulär, JSON (application/json) eller, där filer tas emot, CSV (text/csv).
body-broken = Begäran kan inte läsas: { $why }.
    .remedy = Rätta den och skicka den igen.
body-json-missing = Begäran innehåller ingen JSON.
    .remedy = Skicka uppgiften som application/json.
body-missing = Begäran innehåller ingen fil.
    .remedy = Skicka filen som text/csv eller som multipart/form-data.
query-date = { $field }: ”{ $value }” är inget datum.
    .remedy = Skriv det som 2024-01-31.
query-number = { $field }: ”{ $value }” är inget heltal som är minst { $least }.
    .remedy = Ange ett heltal, eller utelämna det.
idempotency-key-long = Idempotensnyckeln har fler än 200 tecken.
    .remedy = Välj en kortare, till exempel ett UUID.
token-unknown = Denna token är okänd, har gått ut eller har återkallats.
    .remedy = Skapa en ny under Inställningar.
record-changed = Någon har ändrat detta under tiden.
    .remedy = Se efter vad som står där nu och gör om din ändring om den fortfarande är rätt.
server-address = Servern kan inte lyssna på { $address }: { $why }.
    .remedy = Välj en annan adress med --listen, till exempel 127.0.0.1:8081.
server-folder = Ingen tillfällig fil kan skrivas: { $why }.
    .remedy = Kontrollera att mappen för tillfälliga filer finns och har utrymme.
server-failed = Servern misslyckades med detta. Ingenting skrevs.
    .remedy = Försök igen; om felet kvarstår, berätta vad du gjorde för den som ansvarar för obligo.
reader-gone = Mottagaren har försvunnit.
    .remedy = Fråga igen.
portfolio-failed = Siffrorna kunde inte beräknas.
    .remedy = Meddela den som ansvarar för obligo; kommandoraden kan fortfarande ge svar.
company-not-yours = Du får inte skriva dokument för företaget { $company }.
    .remedy = Be någon som ser det företaget, eller en administratör.
job-too-many = { $count } långa arbeten pågår redan.
    .remedy = Vänta tills något av dem är klart.

## Webhooks

webhook-url = ”{ $value }” är ingen adress som kan ta emot meddelanden.
    .remedy = Skriv den som https://värd/sökväg, utan användare, lösenord och #.
webhook-address-private = { $host } är en adress på denna dator eller i ett privat nät.
    .remedy = Ange en adress som andra kan nå, eller låt administratören tillåta privata adresser.
webhook-no-event = Webhooken meddelas ingenting.
    .remedy = Välj minst en händelse.
webhook-no-company = Webhooken meddelas om inget företag.
    .remedy = Ange minst ett företag, eller utelämna företag för att välja alla.
webhook-not-found = Det finns ingen webhook { $webhook }.
    .remedy = Listan över webhooks visar deras nummer.

## Buyers

view-not-found = Det finns ingen sparad vy { $name }.
    .remedy = Den kan ha tagits bort under tiden; spara den igen.
co-insured-not-master = Företaget { $company } förvaltar inte försäkringens grunddata; det gör { $master }.
    .remedy = Välj huvudföretaget bland de medförsäkrade bolagen.
co-insured-main-not-insured = Kundkontot { $account } har inget eget försäkringsskydd den { $date }, så ingen kan vara medförsäkrad under det.
    .remedy = Ge det först skydd som namngiven eller ej namngiven, eller välj en annan försäkrad kund.
co-insured-other-policy = Kundkontot { $account } är försäkrat i { $policy }, inte i { $typed }.
    .remedy = Lämna försäkringsgivare och försäkringsnummer tomma, eller välj den försäkrade kundens.
co-insured-not = Kundkontot { $account } är inte medförsäkrat den { $date }.
    .remedy = Välj en dag då det är det.
buyer-exists = Det finns redan en köpare { $account }.
    .remedy = Ändra dess grunddata på köparens sida.
buyer-not-found = Det finns ingen köpare { $account }.
    .remedy = Sök den i listan över köpare med namn eller nummer.

## API

query-unknown = Det finns ingen frågeparameter { $field } här.
    .remedy = Dessa är kända: { $known }.
query-value = { $field }: ”{ $value }” godtas inte.
    .remedy = Dessa är kända: { $known }.
cursor-unknown = Markören ”{ $value }” leder ingenstans.
    .remedy = Använd värdet av next i föregående svar, eller börja utan markör.
precondition-missing = Ändringen anger inte vilken version av uppgiften den gäller.
    .remedy = Skicka If-Match med den ETag som du läste.

## Runs and long work on the pages

job-not-found = Detta arbete finns inte längre.
    .remedy = Starta det igen; resultat sparas bara en tid.
run-preview-outdated = Något har registrerats sedan denna förhandsvisning, och körningen skulle nu ge ett annat utfall.
    .remedy = Gör en ny förhandsvisning, se på skillnaderna och gör den skarp.
run-preview-past = En förhandsvisning av vad som var känt ett tidigare datum kan inte göras skarp.
    .remedy = Gör en förhandsvisning utan det datumet.

## Import pages

import-no-file = Ingen fil valdes.
    .remedy = Välj minst en fil.
import-too-many-files = Fler än { $limit } filer valdes.
    .remedy = Importera dem i flera steg.
import-file-name = Namnet på { $file } är inget av slagen.
    .remedy = Döp den efter vad den innehåller, till exempel items.csv; ett försäkringsbrev slutar på .toml.
import-file-twice = Det finns två filer { $file }.
    .remedy = Lägg dem i en fil, eller importera den ena efter den andra.

## Settings

setting-oidc-role = ”{ $value }” ger ingen grupp någon roll.
    .remedy = Skriv en grupp per rad, som grupp = roll; rollerna är { $known }.
webhook-disabled = Webhook { $webhook } är avstängd.
    .remedy = Slå på den igen och skicka sedan testet.

## Rapporter

report-not-found = Det finns ingen rapport { $report }.
    .remedy = Dessa är kända: { $known }.
report-parameter-unknown = Rapporten { $report } har ingen uppgift { $parameter }.
    .remedy = Den tar: { $known }.
report-parameter-missing = Rapporten { $report } behöver { $parameter }.
    .remedy = Ange { $parameter }, eller numret på en skarp körning där rapporten visar en.
report-parameter-value = Detta är ingen uppgift för { $parameter }.
    .remedy = Väntat: { $expected }.
report-run-or-preview = Körning { $run } säger själv vad den gäller.
    .remedy = Ange bara körningen, eller utelämna den och be om en förhandsvisning.
report-of-other-run = Körning { $run } är ingen { $report }.
    .remedy = Använd rapporten { $fitting } för den.
report-of-other-procedure = Försäkringen { $policy } deklareras på annat sätt än { $report }.
    .remedy = Använd rapporten { $fitting } för den.
report-format-missing = Det framgår inte som vad rapporten ska skrivas.
    .remedy = Ange --format med en av { $known }, eller en fil vars namn slutar så.
report-format-not-offered = Rapporten { $report } kan inte skrivas som { $format }.
    .remedy = Den kan skrivas som: { $known }.
report-part-unknown = { $nearest ->
        [none] Rapporten { $report } har ingen del { $part }.
       *[other] Rapporten { $report } har ingen del { $part }; menas { $nearest }?
    }
    .remedy = Dess delar är: { $known }.
layout-too-long = Layoutfilen är längre än { $limit } byte.
    .remedy = Kontrollera att det är layouten och inte uppgifterna.
layout-syntax = Layouten är inte giltig TOML: { $reason }.
    .remedy = Skriv en nyckel per rad som nyckel = värde, texter inom raka citattecken, varje kolumn under [[column]].
layout-unknown-key = { $nearest ->
        [none] En layout har ingen nyckel { $key } här.
       *[other] En layout har ingen nyckel { $key } här; menas { $nearest }?
    }
    .remedy = Här finns: { $known }. Hela filens nycklar står före den första [[column]].
layout-missing-key = Layouten saknar { $key }.
    .remedy = En layout behöver report, file_name och för varje kolumn en [[column]] med value eller text.
layout-bad-value = { $expected ->
        [text] { $key } är en text som inte är tom.
        [true-or-false] { $key } är true eller false.
        [one-character] { $key } är ett enda tecken, men ingen bokstav, siffra, inget citattecken och inget taltecken.
        [other-sign] Decimaler och tusental har samma tecken.
        [file-name] Ett filnamn slutar på .csv, .txt eller .xlsx.
        [date-format] Detta är inget datumformat med en dag, en månad och ett år.
        [encoding] Denna teckenkodning är okänd.
        [quotes] quotes är "needed" eller "all".
        [line_end] line_end är "crlf" eller "lf".
        [rows] rows är en lista med "line", "group", "subtotal", "total".
        [lines] { $key } är en lista med rader, var och en en lista med texter.
        [values] { $key } ger texter för texter.
        [value-or-text] En kolumn har antingen value eller text.
       *[tables] { $key } är en tabell med dubbla hakparenteser, [[{ $key }]], en gång per kolumn, högst 500 gånger.
    }
    .remedy = { $expected ->
        [date-format] Skriv till exempel "%d.%m.%Y", med %d, %m och %Y eller %y.
        [encoding] Möjliga är "utf-8", "utf-8-bom", "windows-1252" och "iso-8859-15".
        [lines] Skriv till exempel before = [["Saldodeklaration", "{"{"}policy{"}"}"]].
        [values] Skriv till exempel values = {"{"} true = "J", false = "N" {"}"}.
       *[other] Rätta det, eller ta bort nyckeln: det som utelämnas har ett förval.
    }
layout-other-report = Layouten är för { $layout_report }, inte för { $report }.
    .remedy = Använd den med den rapporten, eller rätta dess nyckel report.
layout-unknown-column = { $nearest ->
        [none] Tabellen har ingen kolumn { $column }.
       *[other] Tabellen har ingen kolumn { $column }; menas { $nearest }?
    }
    .remedy = Dess kolumner är: { $known }.
layout-unknown-fact = { $nearest ->
        [none] Rapporten säger ingenting om { $fact }.
       *[other] Rapporten säger ingenting om { $fact }; menas { $nearest }?
    }
    .remedy = Inom klammerparenteser kan stå: { $known }.
layout-name = En layouts namn har 1 till { $limit } bokstäver, siffror eller tecknen - och _.
    .remedy = Rätta namnet; med försäkringsgivarens kod framför skrivs det ACR/balance.
layout-not-found = Det finns ingen layout { $layout }.
    .remedy = Sparade är: { $known }.
dispatch-no-recipient = Ingen mottagare är angiven.
    .remedy = Ange --to med en e-postadress eller --drop med en mapp; på sidan en adress eller mappen.
dispatch-too-many = Man skickar till högst { $limit } mottagare åt gången.
    .remedy = Skicka i flera omgångar.
dispatch-address = Detta är ingen e-postadress.
    .remedy = Skriv den som namn@forsakring.example, en i taget.
dispatch-too-large = Filen har { $size } byte; högst { $limit } skickas.
    .remedy = Skicka den som CSV eller XLSX, som är mindre, eller lämna över den på annat sätt.
dispatch-sent-already = { $recipient } har redan fått filen, med utskick { $dispatch } av { $at }.
    .remedy = Inget behöver göras. För att ändå skicka den, ange --again eller kryssa för det på sidan.
dispatch-unknown = Ingen vet om utskick { $dispatch }, påbörjat { $at }, har kommit fram: det avbröts.
    .remedy = Fråga mottagaren. Försök sedan igen med "obligo dispatches retry { $dispatch } --even-if-unknown".
dispatch-not-failed = Utskick { $dispatch } har inte misslyckats.
    .remedy = Bara det som misslyckats försöks igen. Skicka rapporten med --again för att skicka samma fil en gång till.
dispatch-not-found = Det finns inget utskick { $dispatch }.
    .remedy = Se "obligo dispatches" eller utskicksregistret.
dispatch-failed = Utskick { $dispatch } till { $recipient } misslyckades: { $reason }.
    .remedy = Det står i registret. Avhjälp orsaken, sedan "obligo dispatches retry { $dispatch }".
mail-not-set-up = Ingen e-postserver är inställd.
    .remedy = Ange server och avsändare i husets inställningar, eller sätt OBLIGO_MAIL_SERVER och OBLIGO_MAIL_FROM.
mail-server = Detta är ingen e-postserver.
    .remedy = Skriv smtps://user@host:465, smtp+starttls://user@host:587 eller smtp://host:25, utan lösenord.
mail-plain = Ett lösenord skulle gå okrypterat till { $host }.
    .remedy = Använd smtps:// eller smtp+starttls://, eller utelämna användaren.
mail-from = Detta är ingen avsändare.
    .remedy = Skriv en adress, eller Namn <adress>.
mail-password-missing = E-postservern kräver ett lösenord, och { $variable } är inte satt.
    .remedy = Sätt den i programmets miljö.
drop-folder-not-set-up = Huset har ingen mapp att lägga filer i.
    .remedy = Ange en i husets inställningar, eller sätt OBLIGO_DROP_FOLDER.
report-records-nothing = Rapporten { $report } registrerar inget.
    .remedy = Be om den utan att registrera.
report-no-request = Ingen limitansökan under försäkringen { $policy } väntar på svar.
    .remedy = Registrera en: ange köparen, det sökta beloppet och att det ska registreras.
report-on-terminal = En terminal kan inte visa { $format }.
    .remedy = Ange en fil med -o FIL, eller styr utmatningen till en fil.
report-file-exists = Filen { $file } finns redan.
    .remedy = Ange ett annat namn, eller --force för att ersätta den.
report-unwritable = Filen { $file } kan inte skrivas: { $why }.
    .remedy = Kontrollera att mappen finns och att du får skriva där.

## Bokföring från andra program

books-wrong-kind = En fil i formatet { $format } kan inte importeras som { $kind }.
    .remedy = Den kan importeras som: { $kinds }.
books-company = Det går inte att avgöra vems bokföring det är; kända företag: { $known }.
    .remedy = Ange företaget under [books] i en mappningsfil, till exempel company = "1000".
books-too-many-debtors = Filen har fler än { $limit } kunder.
    .remedy = Dela upp filen.
unmatched-file-exists = Filen { $path } finns redan; listan över det som inte kunde placeras ersätter aldrig en fil.
    .remedy = Välj ett annat namn, eller flytta filen.
unmatched-unwritable = Listan över det som inte kunde placeras kan inte skrivas till { $path }: { $why }.
    .remedy = Kontrollera mappen och dess rättigheter, eller välj ett annat namn.
warning-no-due-date = { $count ->
        [one] En faktura saknar förfallodag och dess köpare betalningsvillkor: ”{ $terms }” användes.
       *[other] { $count } fakturor saknar förfallodag och deras köpare betalningsvillkor: ”{ $terms }” användes.
    }
    .remedy = Registrera köparnas betalningsvillkor före posterna, eller ange andra som payment_terms under [books] i en mappningsfil.

## Spärrar, order, orderkontroller

reason-too-long = Ett skäl har högst { $limit } tecken.
    .remedy = Säg det kortare; det som är längre hör hemma i en anteckning.
block-ends-before-start = Spärren skulle sluta { $until }, innan den börjar { $from }.
    .remedy = Ange en senare sista dag, eller ingen: då gäller den tills någon häver den.
block-in-force = { $by } har redan spärrat köparen, sedan { $from }: { $reason }
    .remedy = Häv den spärren först om en annan ska ersätta den.
block-not-found = { $account } är inte spärrad.
    .remedy = Det finns inget att häva; en order som stoppats av en kontroll frisläpps med sitt nummer.
order-amount-negative = Det som beställts kan inte vara under 0: { $value }.
    .remedy = Ange vad hela ordern kommer till; det som tas tillbaka av den blir en kreditnota efter faktureringen.
order-currency-unknown = "{ $value }" är ingen valuta.
    .remedy = Ange de tre bokstäverna enligt ISO 4217, till exempel SEK.
order-terms-unknown = Betalningsvillkoren { $value } går inte att förstå.
    .remedy = Skriv "30", "30 days", "2 months", "30 eom" eller "cash", eller utelämna dem: då gäller köparens.
order-number-missing = En order som ska registreras behöver ett nummer.
    .remedy = Ange numret den har i er orderregistrering.
order-number-too-long = Ett ordernummer har högst { $limit } tecken.
    .remedy = Ange bara numret.
order-closed = Order { $order } är redan { $state ->
        [cancelled] annullerad
       *[invoiced] fakturerad
    }.
    .remedy = Ta ett annat nummer för en ny order.
order-not-found = Det finns ingen order { $order }.
    .remedy = Lista orderna med "obligo orders", eller se dem under Kreditbevakning, Order.
order-ambiguous = Det finns { $count } order med numret { $order }.
    .remedy = Ange med --account vilket konto den hör till.
order-not-stopped = Order { $order } är inte stoppad utan { $state ->
        [open] öppen
        [released] frisläppt
        [delivered] levererad
        [invoiced] fakturerad
       *[cancelled] annullerad
    }.
    .remedy = Bara en order som en kontroll har stoppat frisläpps.
order-buyer-blocked = Order { $order } kan inte frisläppas: { $by } har spärrat dess köpare sedan { $from }.
    .remedy = Häv först spärren av köparen, frisläpp sedan ordern.
order-release-authority = { $kind ->
    [nobody] Ingen får frisläppa order { $order } på { $amount }: attestordningen i kreditpolicyn slutar därunder.
    [clerk] Enligt kreditpolicyn frisläpps order { $order } på { $amount } av en handläggare.
    [manager] Enligt kreditpolicyn frisläpps order { $order } på { $amount } av en ansvarig.
    [administrator] Enligt kreditpolicyn frisläpps order { $order } på { $amount } av en administratör.
   *[user] Enligt kreditpolicyn frisläpps order { $order } på { $amount } av { $who }.
    }
    .remedy = { $kind ->
        [nobody] Låt lägga till ett steg för sådana belopp i attestordningen.
       *[user] Be om frisläppande där.
        }
order-release-same-person = Kreditpolicyn kräver två personer: den som tog emot order { $order } frisläpper den inte.
    .remedy = Fråga någon annan med befogenhet för beloppet.
figures-computing = Reskontran håller på att ändras, och betalarens siffror räknas om.
    .remedy = Skicka ordern igen om en stund.
payer-circle = De här kundkontona betalar för varandra i en cirkel: { $accounts }.
    .remedy = Lämna betalaren tom för det kundkonto som betalar till slut.
credit-limit-whose = En kreditgräns hör antingen till ett kundkonto eller till en kreditgrupp.
    .remedy = Ange antingen ett kundkonto (account) eller en kreditgrupp (group).
credit-limit-not-a-payer = Kundkontot { $account } betalar inte självt: dess betalare är { $payer }.
    .remedy = Ange betalaren. Gränser och kreditgrupper gäller betalaren med alla kunder den betalar för.
credit-group-not-found = Det finns ingen kreditgrupp { $group }.
    .remedy = Importera den först med credit_groups, eller rätta koden.
credit-group-differs = Kreditgruppen { $group } har ett annat namn eller en annan valuta längre upp i filen.
    .remedy = Ge alla gruppens rader samma namn och valuta.
credit-group-form = Det här är ingen kod för en kreditgrupp.
    .remedy = Använd högst { $limit } tecken utan snedstreck.
payer-not-found = Kundkontot { $account } är ingen betalare.
    .remedy = Ange ett kundkonto som betalar; "obligo payers" listar dem.

## Kreditbevakningens arbetslista

managers-range = Detta är inget intervall av kreditansvariga.
    .remedy = Skriv båda ändarna med två punkter emellan, KM1..KM3; en ände får utelämnas, och en kod ensam betyder bara den.
action-code-unknown = Åtgärdskoden { $action } är inte definierad i kreditpolicyn.
    .remedy = Definierade är: { $known }. Lägg till andra i avsnittet [actions] i kreditpolicyn.
action-without-reason = Kriteriet { $criterion } har inte fört betalaren till arbetslistan.
    .remedy = { $count ->
        [0] Inget kriterium har gjort det. Kör först ”obligo monitor” eller skriv en anteckning.
       *[other] De här har gjort det: { $fired }. Vad som görs därutöver hör hemma i en anteckning.
        }
criterion-unknown = Det finns inget kriterium { $criterion }.
    .remedy = Kända är: { $known }.
follow-up-nothing = Det finns inget att ändra.
    .remedy = Ange ett uppföljningsdatum eller ett stoppdatum, eller none för att ta bort ett.
promise-without-date = En betalning är utlovad, men inte till när.
    .remedy = Ange den dag till vilken den är utlovad.
promise-amount = Detta är inget belopp över 0 i { $currency }.
    .remedy = Ange det utlovade beloppet med valutans decimaler.
note-item-foreign = Posten { $item } tillhör någon annan.
    .remedy = Koppla poster som tillhör betalaren eller en kund som den betalar för.
follow-up-note-not-found = Det finns ingen anteckning { $note }.
    .remedy = "obligo notes list --all" visar numren på alla anteckningar.
note-closed = Anteckning { $note } är redan avslutad.
    .remedy = Skriv en ny om det finns mer att säga.
amount-not-positive = Beloppet måste vara större än 0.
    .remedy = Skriv det belopp som avses, utan tecken.
limit-policy-unclear = { $account } saknar försäkringsskydd, och det finns flera försäkringsbrev: { $known }.
    .remedy = Ange vilket försäkringsbrev som avses.
limit-request-pending = En limitansökan för { $account } väntar redan: nummer { $request } från { $on } på { $currency } { $amount }.
    .remedy = Ändra eller återta den, eller registrera svaret först: bara en ansökan per köpare och försäkringsbrev väntar åt gången.
limit-request-not-found = Det finns ingen limitansökan { $request }.
    .remedy = ”obligo limit-requests list --all” visar numren på alla ansökningar.
limit-request-date-ahead = En limitansökan har inget på { $value } ännu: i dag är { $today }.
    .remedy = Ange i dag eller en dag före.
limit-request-answer-early = Försäkringsgivaren kan inte ha svarat på limitansökan { $request } den { $value }: den skickades { $sent_on }.
    .remedy = Ange dagen för svaret, eller återta ansökan och förbered den på nytt med rätt dag.
limit-request-answer-above = Limitansökan { $request } kan inte vara delvis beviljad med { $value }: { $currency } { $requested } söktes.
    .remedy = Rätta summan, eller ange det svar som försäkringsgivaren gav: 2 är beviljad.
limit-request-state = { $state ->
    [draft] Limitansökan { $request } för { $account } har inte skickats.
    [sent] Limitansökan { $request } för { $account } har redan skickats.
    [answered] Limitansökan { $request } för { $account } är besvarad.
    [withdrawn] Limitansökan { $request } för { $account } är återtagen.
   *[other] En senare ansökan har ersatt limitansökan { $request } för { $account }.
    }
    .remedy = Bara ett utkast kan skickas, bara det skickade kan besvaras och bara det som väntar kan återtas.
excess-nothing-accepted = Inget överskridande är godkänt för { $account } den { $on }, så det finns inget att återta.
    .remedy = ”obligo decisions” visar vad som är godkänt.
excess-above-ladder = Ingen får godkänna { $amount }: attestordningen slutar därunder.
    .remedy = Godkänn mindre, eller lägg till ett steg.
excess-two-people = { $amount } godkänns av två personer: så säger attestordningen.
    .remedy = Föreslå det på beslutets sida och låt en andra person godkänna det.
excess-not-approver = { $kind ->
    [clerk] Enligt attestordningen i kreditpolicyn godkänns beloppet av en handläggare.
    [manager] Enligt attestordningen i kreditpolicyn godkänns beloppet av en ansvarig.
    [administrator] Enligt attestordningen i kreditpolicyn godkänns beloppet av en administratör.
   *[user] Enligt attestordningen i kreditpolicyn godkänns beloppet av { $approver }.
    }
    .remedy = Be om godkännande där.

## Reminders and collection

interest-rate-range = En räntesats är här från { $from } till { $to } procent med högst fyra decimaler.
    .remedy = Ange procent per år, till exempel 2.15 för 2,15 %.
interest-rate-overlap = För { $country } skulle räntesatser till och med { $until } överlappa dem som är kända från { $known_from } till { $known_until }.
    .remedy = Ange en sista dag innan nästa räntesatser börjar, eller rätta de kända med en rad med samma första dag.
reminder-date-ahead = Påminnelser kan inte föreslås per { $date }: i dag är det { $today }.
    .remedy = Ange i dag eller en tidigare dag.
reminder-not-found = Det finns ingen påminnelse { $reminder }.
    .remedy = Se påminnelserna under Påminnelser, eller med "obligo reminders list".
reminder-not-proposed = Påminnelse { $reminder } kan inte längre ändras eller skickas: { $state ->
        [sent] den har skickats
        [superseded] ett senare förslag har ersatt den
       *[other] den är utelämnad
    }.
    .remedy = Föreslå påminnelser på nytt, eller ta först med en utelämnad igen.
reminder-level = { $value } är ingen påminnelsenivå.
    .remedy = Ange en nivå från 1 till { $limit }.
reminder-charge = { $value } är ingen avgift i { $currency }.
    .remedy = Ange ett belopp på 0 eller mer, med punkt före decimalerna.
reminder-charge-above-open = { $currency } { $value } är mer än de { $open } som brevet påminner om.
    .remedy = Ange högst så mycket, eller låt kreditpolicyn bestämma avgiften.
reminder-language = Brev skrivs inte på språket { $value }.
    .remedy = Ange något av { $known }.
reminder-message-too-long = Texten i ett brev har högst { $limit } tecken.
    .remedy = Korta den.
reminder-item-not-in = Posten { $item } finns inte i påminnelse { $reminder }.
    .remedy = Se dess poster på dess sida, eller med "obligo reminders show { $reminder }".
reminder-nothing-left = Ingen post skulle finnas kvar i påminnelse { $reminder }.
    .remedy = Utelämna hela brevet i stället.
reminder-send-date = En påminnelse kan inte dateras { $value }: den skickas från { $from } till { $until }.
    .remedy = Ange en dag från brevets datum till i dag.
reminder-nothing-to-send = Ingen påminnelse är föreslagen.
    .remedy = Föreslå först påminnelser, under Påminnelser eller med "obligo reminders propose".
reminder-one-address = { $count } påminnelser kan inte skickas till en och samma e-postadress.
    .remedy = Skicka var och en för sig, eller alla på papper eller till en mapp.
collection-nothing = Ingen post för { $account } är klar för inkasso.
    .remedy = Ange posterna, eller föreslå först påminnelser: efter sista nivån blir de klara.
collection-item = Posten { $item } kan inte lämnas över: den är ingen förfallen öppen post för { $account }, eller redan hos inkasso.
    .remedy = Se posten på dess sida, eller med "obligo explain { $item }".
collection-agency = Den som driver in måste anges; bolag och referens har högst { $limit } tecken.
    .remedy = Ange bolaget, på kommandoraden med --agency.
collection-date-ahead = Inkasso kan inte börja { $value }: i dag är det { $today }.
    .remedy = Ange i dag eller en tidigare dag.
collection-stops-cover = Enligt försäkringsbrevet { $policy } upphör skyddet för nya leveranser till köparen när inkasso inleds.
    .remedy = Bekräfta med ett skäl om det är avsikten, på kommandoraden med --confirm och --reason.
collection-deadline-near = Försäkringsbrevets egen dag för inkasso är { $date }: försäkringsgivaren kan vilja veta hur det går till.
    .remedy = Bekräfta med ett skäl, på kommandoraden med --confirm och --reason.
collection-not-found = Det finns inget inkassouppdrag { $assignment }.
    .remedy = Se uppdragen under Inkasso, eller med "obligo collection list".
collection-not-assigned = Inget i inkassouppdrag { $assignment } kan tas tillbaka: de angivna posterna finns inte där, eller inte längre.
    .remedy = Se uppdragen under Inkasso, eller med "obligo collection list".
selection-date-ahead = Arbetslistan kan inte väljas ut för { $date }: den senaste dagen är { $than }.
    .remedy = Ange { $than } eller en tidigare dag.
selection-date-before = Arbetslistan gäller { $than }; ett urval för { $date } skulle göra om intet vad som gjorts sedan dess.
    .remedy = Ange { $than } eller en senare dag. En provkörning får se på en tidigare dag.
