# The pages of runs: preview, differences, final, reversal.

runs-start = Ny körning
runs-none = Det finns ingen skarp körning ännu. Börja med en förhandsvisning: den skriver ingenting.
runs-none-fits = Ingen skarp körning motsvarar urvalet.
runs-standing = gäller
runs-final = Skarp
runs-heading = Körning { $run }
runs-lines = Rader
runs-sheet = Summablad
runs-about = Vad som kördes
runs-print = För utskrift
runs-document = Brev
runs-break-down = Uppdelning
runs-period-start = Period från
runs-terms = SHA-256 för villkoren
runs-buyers-named = namngivna köpare
runs-buyers-unnamed = ej namngivna köpare

## Asking for a run

runs-kind-named = Deklaration av namngivna köpare
runs-kind-unnamed = Deklaration av ej namngivna köpare
runs-kind-notify = Anmälan om förfallna fordringar
runs-only-notify = Bara för anmälningar om förfallna fordringar
runs-scope = Omfattning
runs-scope-all = Alla frister
runs-scope-overdue = Förfallet och uteslutning
runs-scope-default = Utebliven betalning, inkasso och karenstid
runs-exceeding = Belopp över de försäkrade
runs-as-policy = Enligt försäkringen
runs-repeat-from = Visa igen från
runs-repeat-hint = Poster som rapporterats denna dag eller senare visas igen.
runs-known-at = Känt den
runs-known-hint = Lämna tomt för det som är känt nu. Med ett datum räknas bara det som då hade registrerats.
runs-preview-do = Visa förhandsvisningen
runs-preview-what = En förhandsvisning skriver ingenting och kan göras för vilken brytdag som helst, även en som har passerat.
runs-no-policy = Det finns inget försäkringsbrev ännu.

## Preview and final run

runs-working = Förhandsvisningen beräknas
runs-working-final = Körningen görs skarp
runs-failed = Körningen kunde inte göras
runs-again = Ändra förutsättningarna
runs-past-only = Denna förhandsvisning visar vad som var känt då; den kan inte göras skarp.
runs-not-yours = Med dina roller får du förhandsvisa körningar, inte göra dem skarpa.
runs-final-what = Körningen får ett nummer och fryses som den visas här; dess försäkrade belopp och rapporter registreras.
runs-final-do = Gör skarp
runs-final-propose = Föreslå den skarpa körningen

## Differences

runs-differences = Skillnader
runs-differences-of = Skillnader för körning { $run }
runs-compared-with = Jämfört med körning { $run } den { $date }.
runs-differences-count = Nya: { $new }, ändrade: { $changed }, borta: { $gone }, lika: { $same }.
runs-difference-new = ny
runs-difference-changed = ändrad
runs-difference-gone = borta
runs-before = Före
runs-after = Nu
runs-difference = Skillnad
runs-no-difference = Inget skiljer.
runs-first = Det finns ingen tidigare skarp körning att jämföra med.
runs-more = Fler skillnader, mindre än dessa: { $shown }.

## Reversal

runs-reverse = Återför körningen
runs-reverse-propose = Föreslå återföringen
runs-reverse-what = Det som körningen registrerade tas tillbaka; körningen finns kvar i loggen som återförd.
runs-reason = Skäl
runs-reversed-by = Återförd av { $actor }, { $date }: { $reason }

## Day close

runs-close-day = Dagsavslut
runs-close-day-do = Avsluta dagen
runs-close-day-what = Dagsavslutet markerar växlar vars förfallodag har passerat.
