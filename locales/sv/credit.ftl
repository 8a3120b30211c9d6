# Kreditbevakning

nav-credit = Kreditbevakning

credit-tab-work-list = Arbetslista

col-action = Åtgärd
col-action-date = Till
col-actions = Åtgärder
col-change = Förändring
col-code = Kod
col-contact = Kontakt
col-criterion = Kriterium
col-follow-up-date = Uppföljningsdatum
col-items = Poster
col-limit = Gräns
col-note = Anteckning
col-overdue = Förfallet
col-payer = Betalare
col-promised = Utlovat
col-recorded-by = Registrerat av
col-remark = Anmärkning
col-result = Resultat
col-stop-until = Stoppdatum

credit-no-run = Inget urval har körts ännu.
credit-no-run-do = Kör ett för att se vem som kräver ett beslut.
credit-last-run = Körning { $run }, brytdag { $date }, av { $by }, { $at }.
credit-last-run-managers = Kreditansvariga { $managers }.
credit-run-title = Kör urvalet
credit-run = Kör
credit-working = Betalare väljs ut
credit-key-date = Brytdag
credit-managers = Kreditansvariga
credit-managers-hint = A..B; överordnade med sina underordnade. Tomt: alla betalare
credit-begin = Öppna den första
credit-to-work-on = Att bearbeta
credit-nobody = Ingen passar detta val.
credit-order = Sorterat efter
credit-order-payer = Betalare
credit-order-past-due = Förfallet belopp
credit-order-credit-manager = Kreditansvarig
credit-change-new = Ny
credit-change-worse = Sämre
credit-change-better = Bättre
credit-change-same = Oförändrad
credit-change-cleared = Klar
credit-change-waiting = Väntar
credit-reason = { $name }: { $actual } mot { $limit }
credit-totals = Summor för senaste körningen

credit-way = Från betalare till betalare
credit-list = Arbetslista
credit-back = Föregående
credit-next = Nästa
credit-place = { $place } av { $total }
credit-not-listed = Inte på denna lista
credit-cleared = Inget kriterium slog till i senaste körningen.
credit-never-selected = Ingen körning har valt denna betalare ännu.
credit-waits = Utanför arbetslistan till { $date }, enligt en öppen anteckning.
credit-since-run = Sedan körning
credit-action-on = Åtgärd för: { $criterion }
credit-remark-on = Anmärkning till: { $criterion }
credit-no-codes = Kreditpolicyn definierar inga åtgärdskoder ännu.
credit-save = Spara
credit-save-next = Spara och nästa
credit-outstanding = Utestående
credit-orders = Order och leveranser
credit-oldest = Den äldsta är förfallen
credit-exposure = Räknas mot kreditlimiten
credit-uninsured = Inget
credit-accepted = Accepterat därutöver
credit-who = Betalare
credit-address = Adress
credit-group = Kreditgrupp
credit-limit-past-due = Gräns 1, förfallet
credit-limit-outstanding = Gräns 2, utestående
credit-limit-orders = Gräns 3, med order
credit-limit-days = Gräns 4, dagar förfallet
credit-next-deadline = Nästa frist
credit-limit-ends = Kreditlimiten upphör
credit-days-late = Betalar sent med
credit-pays-for = Betalar för
credit-to-buyer = Allt om denna köpare
credit-items = Öppna poster
credit-no-items = Inget är öppet.
credit-link = Koppla
credit-link-item = Koppla till anteckningen: { $item }
credit-link-hint = Markera öppna poster nedan för att koppla dem; när alla är reglerade avslutas anteckningen av sig själv.
credit-days-over = Dagar förfallet
credit-follow-up-of = Uppföljningsdatum: { $item }
credit-stop-of = Stoppdatum: { $item }
credit-save-dates = Spara datum
credit-notes = Anteckningar
credit-no-notes = Inga anteckningar ännu.
credit-new-note = Ny anteckning
credit-contact = Kontakt med
credit-result = Resultat
credit-agreed = Överenskommet
credit-until = Till
credit-until-hint = Till dess står betalaren inte på arbetslistan
credit-promised = Utlovat belopp
credit-save-note = Spara anteckning
credit-close-note = Avsluta
credit-promise = { $amount } utlovat till { $date }
credit-until-date = Till { $date }
credit-settled = reglerad
credit-closed-by = Avslutad av { $by }, { $at }.
credit-actions = Åtgärder
credit-no-actions = Inga åtgärder ännu.
credit-when = När
credit-taken-back = Återtagen
credit-runs = Urvalskörningar
credit-run-number = Körning
credit-no-dates = Ingen öppen post har uppföljningsdatum eller stoppdatum.

note-state-waiting = Väntar
note-state-open = Öppen
note-state-due = Att göra i dag
note-state-passed = Datumet har passerat
note-state-closed = Avslutad
note-state-settled = Reglerad

criterion-blocked = Spärrad
criterion-past-due = Förfallet över gränsen
criterion-outstanding = Utestående över gränsen
criterion-outstanding-and-orders = Utestående och order över gränsen
criterion-days-overdue = Dagar förfallet
criterion-insurance-limit-exceeded = Försäkringsgräns överskriden
criterion-insurance-limit-warning = Försäkringsgräns nästan uppnådd
criterion-no-cover = Inget skydd
criterion-uncovered = Stopp för nya fordringar
criterion-deadline = Frist nära eller passerad
criterion-limit-expiring = Kreditbeslut löper ut
criterion-payment-behaviour = Betalar senare än förut
criterion-ageing = Mer förfallet än förut
criterion-reminders = Påminnelser skickade
criterion-follow-up = Uppföljningsdatum uppnått

monitor-done = Urvalskörning { $run } per { $date }
work-list-title = Arbetslista: körning { $run } per { $date }
work-list-action-done = Registrerat för { $account }.
notes-added = Anteckning { $note } är registrerad.
notes-closed = Anteckning { $note } är avslutad.
follow-up-done = Datumen för { $item } är registrerade.

credit-days = { $count ->
    [one] { $shown } dag
   *[other] { $shown } dagar
 }
credit-more-items = { $count ->
    [one] En till finns i listan över poster.
   *[other] { $shown } till finns i listan över poster.
 }
credit-ended-notes = { $count ->
    [one] En avslutad anteckning
   *[other] { $shown } avslutade anteckningar
 }
credit-payers-new = { $count ->
    [one] en ny betalare
   *[other] { $shown } nya betalare
 }
credit-payers-worse = { $count ->
    [one] en sämre
   *[other] { $shown } sämre
 }
credit-payers-better = { $count ->
    [one] en bättre
   *[other] { $shown } bättre
 }
credit-payers-same = { $count ->
    [one] en oförändrad
   *[other] { $shown } oförändrade
 }
credit-payers-cleared = { $count ->
    [one] en klar
   *[other] { $shown } klara
 }
credit-payers-waiting = { $count ->
    [one] en väntar
   *[other] { $shown } väntar
 }

report-work-list = Kreditbevakningens arbetslista
report-about-work-list = De betalare som senaste urvalskörningen fann, varför, och vad som gjordes
report-follow-up-notes = Uppföljningsanteckningar
report-about-follow-up-notes = Vad som överenskommits med betalare och till när, internt eller för betalaren
report-follow-up-notes-agreed = Detta har vi kommit överens om. Säg till om ni ser det på annat sätt.
report-field-manager = Kreditansvarig
report-field-order = Sorterat efter
report-field-for-payer = För betalaren
report-field-closed = Även avslutade
report-choice-payer = Betalare
report-choice-past-due = Förfallet belopp
report-choice-credit-manager = Kreditansvarig
