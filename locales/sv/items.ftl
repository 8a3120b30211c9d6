# The pages of items and bills: the list, one item, edits, saved views.

## The list

items-tabs = Listor över poster
items-tab-open = Öppna poster
items-tab-bills = Växlar
items-tab-all = Även reglerade, eller en annan dag
items-list = Poster
items-found = { $count ->
    [one] En post
   *[other] { $shown } poster
  }
items-found-cut = Fler än { $limit } dokument börjar så; skriv mer av numret för att se alla.
items-none-fit = Ingen post motsvarar urvalet. Ta bort ett filter, återställ alla, eller importera poster.
items-sums = Summor för urvalet
items-document = Dokumentnummer
items-document-hint = Början räcker.
items-buyer = Köpare
items-due-before = Förfaller före
items-cover-full = Försäkrad i sin helhet
items-cover-part = Delvis försäkrad
items-cover-none = Oförsäkrad
items-more-filters = Status, slag, rapporter
items-columns = Kolumner
items-download-lines = Ladda ner JSON-rader
items-another-day = En annan dag, reglerade poster, beräkning
items-as-of = Per
items-known-at = Känt den
items-known-at-hint = Bara det som hade registrerats till och med den dagen; tomt: allt.
items-settled-too = Även reglerade poster
items-projected-field = Beräknat
items-projected-hint = Vad nästa deklaration skulle göra av posterna; först en skarp körning gör det bindande.
items-then = Per { $date }.
items-then-known = Per { $date }, med det som var känt den { $known }.
items-then-all = Reglerade poster ingår.
items-then-projected = Beräknat: vad nästa deklaration skulle göra av dem.

col-posting-date = Bokförd
col-policy-currency = Försäkringens valuta
col-reasons = Skäl

## Saved views

items-view-opens = (öppnar listan)
items-view-change = Ändra denna vy
items-view-new-name = Nytt namn
items-view-rename = Byt namn
items-view-default = Öppna listan med den
items-view-not-default = Öppna inte listan med den
items-back = Tillbaka till listan

## Bills of exchange

items-no-bills = Ingen växel motsvarar urvalet. Växlar importeras med posterna, med slaget ”bill”.
items-bill-expired = Förfallodagen har passerat
items-bill-protested = Protesterad
items-day-close-missing = Växlar har förfallit utan att något dagsavslut har markerat dem ännu.

## Kinds, reports, settlements

items-kind-invoice = Faktura
items-kind-debit-note = Debetnota
items-kind-credit-note = Kreditfaktura
items-kind-payment-on-account = Förskott
items-kind-bill = Växel
items-kind-cheque = Check
items-reporting-none = Ej rapporterad
items-reporting-first = 1 – första rapport
items-reporting-second = 2 – andra rapport
items-reporting-third = 3 – tredje rapport
items-reporting-exclusion = A – uteslutningsdagen har passerat
items-reporting-non-payment = N – utebliven betalning anmäld
items-reporting-collection = E – inkasso
items-reporting-claim = S – skada
items-settled-payment = Betalning
items-settled-credit-note = Kreditfaktura
items-settled-bill = Växel
items-settled-write-off = Avskriven
items-settled-offset = Kvittad
items-settled-return = Returnerad betalning
items-settled-derived = (finns inte längre i reskontrans lista)

## One item

items-several = Flera dokument har detta nummer. Välj ett.
items-before = Föregående post
items-after = Nästa post
items-edit = Ändra
items-now = Tillbaka till i dag
items-reports = Rapporter till försäkringsgivaren
items-of-buyer = Köparens kreditlimit och utrymme
items-origin = Restpost av
items-settlements = Regleringar
items-no-settlements = Ingenting är reglerat ännu.
items-no-history = Varken någon körning eller någon person har ändrat dess försäkringsuppgifter ännu.
items-dates-later = Fristerna fastställs av den första skarpa körning som prövar posten.
items-today = I dag
items-days-left = { $count ->
    [one] om en dag
   *[other] om { $shown } dagar
  }
items-days-ago = { $count ->
    [one] för en dag sedan
   *[other] för { $shown } dagar sedan
  }
items-explain-then = Förklara för en annan dag
items-cause-run = Skarp körning
items-cause-carried = Behållet över en körning
items-cause-reversal = Återföring av körning
items-cause-edit = Manuell ändring
items-cause-event = Händelse registrerad
items-cause-residual = Restpost uttagen
items-cause-reexamination = Prövad på nytt

items-field-status = Försäkringsstatus
items-field-insured = Försäkrat belopp
items-field-receivable-start = Kredittidens början
items-field-net-due-date = Förfallodag
items-field-extended-due-date = Anstånd till
items-field-document-date = Dokumentdatum
items-field-posting-date = Bokföringsdatum
items-field-max-term-date = Sista kreditdag
items-field-overdue-date = Förseningsdag
items-field-exclusion-date = Uteslutningsdag
items-field-non-payment-report-date = Anmälan om utebliven betalning senast
items-field-collection-date = Överlämning till inkasso senast
items-field-waiting-end = Karenstidens slut
items-field-filing-date = Sista dag för skadeanmälan
items-field-base-period-end = Grundpremieperiodens slut
items-field-reporting-status = Rapportstatus
items-field-reported-on = Senast rapporterad den
items-field-follow-up = Uppföljning önskas
items-field-follow-up-on = Uppföljning den
items-field-blocks-new = Stopp för nya fordringar

why-waiting-base = { $base ->
    [net_due] förfallodag
    [overdue] förseningsdag
    [notice] anmälan till försäkringsgivaren
   *[collection] överlämning till inkasso
  } + { $unit ->
    [months] { $count ->
        [one] en månad
       *[other] { $count } månader
    }
   *[days] { $count ->
        [one] en dag
       *[other] { $count } dagar
    }
  }

col-delivery-date = Levererad
col-disputed = Tvist
col-net-amount = Nettobelopp
col-payment-terms = Betalningsvillkor
col-posting-circle = Bokföringskrets
col-secured = Säkrade villkor
col-text = Text
col-value-date = Valutadag

## A change by hand

items-edit-title = { $kind } { $document }: manuell ändring
items-edit-when = Körningarna sätter dessa uppgifter. Ändra dem bara när det är motiverat; varje ändring sparas med sitt skäl.
items-edit-reason = Skäl
items-edit-reason-hint = Varför, med egna ord; det sparas i loggen.
items-edit-save = Spara ändringen
items-edit-try = Visa före och efter
items-edit-cancel = Avbryt
items-edit-bounds = Från 0 till { $most }, och bara med status K.
items-edit-now = Nu är det: { $value }
items-edit-changed = Nedan står det som gäller nu; det du skrev är kvar där det skiljer, med det nuvarande värdet under.
items-edit-preview = Före och efter
items-edit-before = Före
items-edit-after = Efter
items-edit-nothing-written = Ingenting har skrivits ännu.
items-edit-unchanged = Posten är redan sådan; det finns inget att ändra.
