# Reminders, late interest, collection.

credit-tab-reminders = Påminnelser
credit-tab-collection = Inkasso

# The letters.

report-reminder = Betalningspåminnelse
report-about-reminder = Ett brev till en betalare med förfallna poster, avgifter och dröjsmålsränta
report-field-reminder = Påminnelsens nummer
report-collection-assignment = Inkassouppdrag
report-about-collection-assignment = Ett brev till ett inkassobolag med de poster som lämnats över
report-field-assignment = Uppdragets nummer
reminder-title-first = Betalningspåminnelse
reminder-title-further = Förnyad betalningspåminnelse
reminder-title-last = Sista påminnelse före inkasso
reminder-opening-first = Enligt vår bokföring är följande fakturor förfallna. Ni har kanske förbisett detta.
reminder-opening-further = Trots vår påminnelse är följande fakturor fortfarande obetalda.
reminder-opening-last = Våra påminnelser har inte lett till betalning. Följande fakturor är fortfarande obetalda.
reminder-closing-first = Vi ber er betala det totala beloppet senast { $date }.
reminder-closing-further = Vi uppmanar er att betala det totala beloppet senast { $date }.
reminder-closing-last = Om det totala beloppet inte har kommit in senast { $date } lämnar vi kravet till inkasso utan ytterligare meddelande. Kostnaderna debiteras er.
reminder-pay-to = Betala till det konto som anges på våra fakturor och uppge fakturornas nummer.
reminder-crossed = Har ni betalat under tiden kan ni bortse från detta brev.
reminder-items = Poster
reminder-col-level = Nivå
reminder-open = Öppet belopp
reminder-credits = Era oreglerade krediter
reminder-interest = Dröjsmålsränta
reminder-compensation = Förseningsersättning
reminder-charges-before = Avgifter för tidigare påminnelser
reminder-charge-now = Avgift för denna påminnelse
reminder-total = Totalt belopp
collection-opening = Vi ger er i uppdrag att driva in följande fordringar på { $name }.
collection-closing = Fordringarna är obestridda och påminnelser har skickats. Kopior av fakturor och påminnelser finns att få.
collection-reference = Er referens
collection-assigned-amount = Överlämnat
collection-charges = Avgifter

# Commands and pages.

reminders-title = Påminnelser
reminders-what = Vad som krävs av betalare som är sena. Inget lämnar huset innan det skickas. Ränta och avgifter är inga poster i reskontran och aldrig försäkrade.
reminders-propose = Föreslå påminnelser
reminders-proposed = { $letters } brev med { $items ->
        [one] { $items } post
       *[other] { $items } poster
    } föreslagna per { $date }; { $collect } klara för inkasso.
reminders-edited = Påminnelse { $reminder } ändrad: totalt { $total }.
reminders-sent-count = { $count ->
        [one] { $count } påminnelse skickad.
       *[other] { $count } påminnelser skickade.
    }
reminders-outdated = { $count ->
        [one] { $count } påminnelse skickades inte eftersom dess poster har ändrats: föreslå på nytt.
       *[other] { $count } påminnelser skickades inte eftersom deras poster har ändrats: föreslå på nytt.
    }
reminders-none = Här finns inga påminnelser. Föreslå dem per en dag.
reminder-state-proposed = Föreslagen
reminder-state-left-out = Utelämnad
reminder-state-superseded = Ersatt
reminder-state-sent = Skickad
interest-none = Ingen dröjsmålsränta till och med { $date }.
interest-rate-missing = Ingen dröjsmålsräntesats är känd för { $country } från och med { $date }: de dagarna ger ingen ränta här. Importera räntesatserna för att fortsätta.
collection-assigned = Lämnat till inkasso: { $account }.
collection-withdrawn = { $count ->
        [one] { $count } post tillbaka från inkasso.
       *[other] { $count } poster tillbaka från inkasso.
    }
collection-none = Inget har lämnats till inkasso.
collection-none-ready = Inget är klart för inkasso.
collection-state-assigned = Överlämnad
collection-state-withdrawn = Återtagen
collection-state-returned = Återlämnad
collection-state-settled = Reglerad
col-reminder = Påminnelse
col-level = Nivå
col-interest = Ränta
col-charge = Avgift
col-total = Totalt
col-sent-on = Skickad den
col-due-date = Förfaller
col-days-late = Dagar sen
col-left-out = Utelämnad
flag-left-out = utelämnad
col-assignment = Uppdrag
col-assigned-on = Överlämnat den
col-agency = Inkassobolag
col-reference-rate = Referensränta %
col-margin = Påslag enheter
col-compensation = Ersättning
col-source = Källa
reminders-was-edited = ändrad
reminders-into-folder = Till husets mapp
reminders-send = Skicka
reminders-send-what = Utan mapp noteras breven som skickade på papper; filerna sparas.
reminders-letter = Brevet
reminders-edit = Ändra
reminders-save = Spara
reminders-leave-out = Utelämna
reminders-take-in = Ta med igen
reminders-items-out = Poster att utelämna
reminders-language = Språk
reminders-message = Egen text
reminders-message-hint = Tomt: nivåns vanliga text.
reminders-reason = Skäl
reminders-reason-hint = Behövs när poster, nivå eller avgift ändras.
reminders-mail = E-postadress
reminders-mail-hint = Tomt: skickas på papper, noteras bara här.
collection-title = Inkasso
collection-what = Efter sista påminnelsen är en post klar för inkasso. Överlämnandet är en händelse enligt försäkringsbrevet; vad den stoppar sägs först.
collection-ready = Klara för inkasso
collection-assign = Lämna över
collection-reference-label = Referens
collection-items-hint = En per rad som företag/dokument. Tomt: alla som är klara.
collection-reason-hint = Behövs när det varnas för något.
collection-confirm = Gör det trots varningen
collection-assignments = Uppdrag
collection-open = Pågår
collection-ended = Avslutat
collection-history = Historik
collection-ending = Hur det slutade
collection-withdraw = Ta tillbaka
timeline-title = Påminnelser, inkasso och händelser
timeline-none = Ingen påminnelse, inget inkasso och ingen händelse är registrerad.
timeline-reminder = Påminnelse, nivå { $level }
timeline-withdrawn = Återtaget från inkasso
timeline-returned = Återlämnat av inkassobolaget
timeline-settled = Betalt under inkasso
report-interest-statement = Ränteräkning
report-about-interest-statement = Ett brev till en betalare med dröjsmålsränta per post och period
report-interest-statement-opening = Sen betalning av våra fakturor har till och med { $date } kostat följande ränta.
report-interest-statement-closing = Vänligen betala räntan till det bankkonto som anges på våra fakturor. Det är enkel ränta på det öppna beloppet, efter dagar på 365 om året.
report-interest-statement-known = Ränta för dagar från och med { $date } ingår inte.
report-interest-from = Från
report-interest-until = Till
report-interest-days = Dagar
report-interest-rate = Sats %
interest-nothing = Det finns ingen dröjsmålsränta.
interest-what = Vad sen betalning har kostat en betalare, enligt lag eller avtal. Dröjsmålsränta är ingen post i reskontran och aldrig försäkrad.
interest-show = Visa
interest-periods = Så räknas den
interest-period = { $from } till { $until }: { $amount } till { $rate } %
interest-until = dröjsmålsränta till och med { $date }
interest-rates = Räntesatser för dröjsmålsränta
