# The frame of the pages: navigation, sign-in, forms, tables, and what every page shares.

nav-today = I dag
nav-buyers = Köpare
nav-items = Poster
nav-limits = Limiter
nav-deadlines = Frister
nav-runs = Körningar
nav-reports = Rapporter
nav-import = Import
nav-policies = Försäkringsbrev
nav-insurers = Försäkringsgivare
nav-companies = Företag
nav-proposals = Godkännanden
nav-audit = Revisionslogg
nav-settings = Inställningar

frame-skip = Till innehållet
frame-search = Sök
frame-search-hint = Köpare, post, försäkringsbrev …
frame-theme = Ljust eller mörkt
frame-sign-out = Logga ut
frame-navigation = Huvudmeny
frame-problem = Det gick inte
frame-back = Till startsidan
frame-computing = Nya uppgifter bearbetas; siffrorna kommer om ett ögonblick.

pager-label = Sidor
pager-place = { $from }–{ $to } av { $total }
pager-back = Föregående
pager-on = Nästa

done-saved = Sparat.
done-sent = Det har skickats.
done-imported = Importerat.
done-run-final = Körningen är skarp.
done-reversed = Körningen är återförd.
done-proposed = Föreslaget; en andra person måste godkänna det.
done-deleted = Borttaget.
done-approved = Godkänt och utfört.
done-refused = Avslaget.
done-withdrawn = Tillbakadraget.
done-signed-out = Du är utloggad.

## Sign-in and first start

sign-in-title = Logga in
sign-in-name = Användarnamn
sign-in-password = Lösenord
sign-in-do = Logga in
sign-in-provider = Logga in med ditt företagskonto
first-title = Skapa administratören
first-why = Ingen kan logga in i databasen ännu. Den som först öppnar länken skapar administratören; därefter slutar länken att fungera.
first-password-hint = Minst 12 tecken; en hel mening är lätt att komma ihåg.
first-do = Skapa administratören

## Kinds of runs

run-declare = Deklaration
run-notify = Anmälan om förfallna fordringar

filter-all = Alla
filter-apply = Visa
filter-search = Sök

## Long work

job-working = Detta tar en stund. Sidan uppdateras av sig själv, och du kan läsa andra sidor under tiden.
job-started = Påbörjat { $date }
