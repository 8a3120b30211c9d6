# Kreditpolicyn: kriterier, åtgärdskoder, riskklasser, attestordning, undantag, kreditansvariga.

credit-policy-none = Ingen kreditpolicy är registrerad. Alla kriterier gäller med sina vanliga tröskelvärden.
credit-policy-sound = Filen är i ordning: ”{ $name }”, gäller från { $date }.
credit-managers-none = Det finns inga kreditansvariga.
exceptions-none = Det finns inga sådana undantag.
exception-kept = Undantag { $exception } för { $account } är registrerat; sista dagen är { $until }.
exception-would-be-kept = Ett undantag för { $account } skulle registreras; sista dagen skulle vara { $until }.
exception-ends = Undantag { $exception } för { $account } upphör den { $until }.
exception-would-end = Undantag { $exception } för { $account } skulle upphöra den { $until }.

exception-differs-risk-class = Riskklass
exception-differs-credit-line = Kreditram
exception-differs-payment-terms = Betalningsvillkor
exception-differs-evidence = Underlag
exception-differs-handling = Hantering
exception-state-planned = Planerat
exception-state-in-force = Gäller
exception-state-ended = Upphört

col-senior = Överordnad
col-buyers-seen = Köpare inklusive underställdas
col-exception = Undantag
col-differs = Avvikelse
col-value = I stället
col-approver = Godkänt av

## Pages

credit-tab-policy = Kreditpolicy
credit-policy-way-page = Gällande
credit-policy-way-control = Kriterier och åtgärdskoder
credit-policy-way-file = Fil
credit-policy-way-exceptions = Undantag
credit-policy-way-managers = Kreditansvariga
credit-policy-download = Spara filen
credit-policy-change = Ändra
credit-policy-in-force-since = gäller sedan { $date }
credit-policy-versions = Versioner
credit-policy-as-of = Denna dag
credit-policy-show = Visa
credit-policy-shown = Visas här
credit-policy-part-none = Inget är fastställt.
credit-policy-criteria = Urvalskriterier
credit-policy-criteria-why = Det som för en betalare till arbetslistan. Utan eget tröskelvärde för ett kriterium gäller betalarens egen limit eller det vanliga värdet.
credit-policy-criterion = Kriterium
credit-policy-measures = Vad som granskas
credit-policy-threshold = Tröskelvärde
credit-policy-on = På
credit-policy-off = Av
credit-policy-own-limit = Betalarens egen limit
credit-policy-usual = Vanligen { $value }.
credit-policy-level = nivå { $level }
credit-policy-new-criterion = Lägg till ett eget kriterium
credit-policy-actions = Åtgärdskoder
credit-policy-actions-why = Koder från 1 till 99 för vad som görs åt ett skäl. En kod utan text tas bort.
credit-policy-action = Åtgärdskod
credit-policy-meaning = Betydelse
credit-policy-factors = Riskfaktorer som räknas
credit-policy-factor = Riskfaktor
credit-policy-weight = Vikt
credit-policy-weight-of = vikt { $weight }
credit-policy-points = Poäng
credit-policy-points-of = { $value }: { $points } poäng
credit-policy-points-from = Från poäng
credit-policy-from-points = från { $points } poäng
credit-policy-band = från { $from }
credit-policy-others = alla andra
credit-policy-unknown = okänt
credit-policy-classes = Riskklasser
credit-policy-class = Riskklass
credit-policy-all-classes = Alla klasser
credit-policy-all-countries = Alla länder
credit-policy-line = Rekommenderad kreditram
credit-policy-line-percent = { $percent } av försäkrad kreditlimit
credit-policy-line-maximum = högst { $amount }
credit-policy-line-without = { $amount } utan försäkringsskydd
credit-policy-payment-terms = Standardvillkor för betalning
credit-policy-terms = Standardvillkor för betalning per klass och land
credit-policy-evidence = Underlag som krävs
credit-policy-insurer-reminded = { $days ->
    [1] En försäkringsgivare som inte har besvarat en limitansökan påminns varje dag.
   *[other] En försäkringsgivare som inte har besvarat en limitansökan påminns var { $days }:e dag.
  }
credit-policy-handling = Hur gäldenärer hanteras
credit-policy-reminder-level = Från påminnelsenivå
credit-policy-ladder = Attestordning
credit-policy-up-to = Upp till
credit-policy-any-amount = alla belopp
credit-policy-two-people = { $who } och en andra person
credit-policy-valid-from = Gäller från
credit-policy-valid-from-hint = Det som gällde före finns kvar.
credit-policy-preview = Vad som skulle ändras
credit-policy-preview-do = Visa vad som skulle ändras
credit-policy-upload = Kreditpolicyns fil
credit-policy-text = Filens text
factor-recorded = Registrerat värde
factor-country = Land
factor-category = Kategori
factor-cover = Slag av försäkringsskydd
factor-days-late = Betalningsdröjsmål i dagar
factor-years-known = År som köpare
factor-information-months = Månader sedan senaste upplysningen
exceptions-why = Det en köpare får på annat sätt än kreditpolicyn säger: godkänt, med skäl och sista dag. Upphörda finns kvar i listan.
exception-any-state = Alla
exception-end = Avsluta i förtid
exception-last-day = Sista dag
exception-new = Nytt undantag
exception-value-hint = En riskklass ({ $classes }), ett belopp i { $currency }, betalningsvillkor eller ord.
exception-approver-hint = Tomt: du själv.
exception-from-hint = Tomt: i dag.
credit-managers-why = En överordnad ser alla underställdas köpare.
credit-manager-new = Registrera en kreditansvarig
credit-manager-change = Ändra
credit-manager-register = Registrera
credit-manager-end = Avsluta
credit-manager-end-why = Tidigare dagar visar fortfarande vem det var; köpare som anger koden behåller den. Ge först underställda en annan överordnad.
credit-manager-ends = Sista dagen för kreditansvarig { $credit_manager } är { $until }.
credit-manager-would-end = Sista dagen för kreditansvarig { $credit_manager } skulle vara { $until }. Ingenting skrevs.
credit-manager-unregistered = (nämns bara hos köpare)
credit-manager-user = loggar in som { $user }
credit-manager-code-hint = Som köparens uppgift anger.
credit-manager-user-hint = Inloggningsnamnet; det får vara tomt.
credit-policy-days = { $count ->
    [one] { $shown } dag
   *[other] { $shown } dagar
  }
credit-policy-months = { $count ->
    [one] högst { $shown } månad gammalt
   *[other] högst { $shown } månader gammalt
  }
credit-manager-buyers = { $count ->
    [one] { $shown } köpare
   *[other] { $shown } köpare
  }
credit-manager-seen = { $count ->
    [one] ser { $shown } köpare
   *[other] ser { $shown } köpare
  }
credit-policy-threshold-of = { $kind ->
    [days] Tröskelvärde i dagar
    [percent] Tröskelvärde i procent
    [level] Tröskelvärde som påminnelsenivå
   *[other] Tröskelvärde
  }

## Recommended credit line

recommended-basis = Grundas på
recommended-basis-insured-percent = Andel av kreditlimit
recommended-basis-maximum = Klassens högsta ram
recommended-basis-without-cover = Inget är försäkrat
recommended-basis-exception = Undantag
recommended-basis-nothing = Ingen kreditpolicy fastställer något
recommended-nothing = Ingen
recommended-above = Egen limit däröver
recommended-above-by = { $amount } över rekommendationen
recommended-found = Funnet
recommended-exceptions = { $count ->
    [0] Inga
    [one] { $shown } undantag påverkar
   *[other] { $shown } undantag påverkar
  }
report-recommended-credit-lines = Rekommenderade kreditramar
report-about-recommended-credit-lines = Vad kreditpolicyn rekommenderar för varje betalare, bredvid den interna kreditlimiten
credit-policy-whom = För vem
credit-policy-rule = Vad som händer
credit-policy-all = Alla betalare
credit-policy-tolerance = Tolerans
credit-policy-tolerance-none = En order över en limit stoppas: det finns ingen tolerans.
credit-policy-tolerance-of = Upp till { $amount } över en limit får en order bara en varning.
credit-policy-after-due = { $count ->
    [one] { $shown } dag efter förfallodagen
   *[other] { $shown } dagar efter förfallodagen
}
credit-policy-after-reminder = { $count ->
    [one] { $shown } dag efter föregående påminnelse
   *[other] { $shown } dagar efter föregående påminnelse
}
credit-policy-charge = avgift { $amount }
credit-policy-charge-percent = avgift { $percent } av varje post
credit-policy-charge-by-law = avgift enligt lagen i betalarens land
credit-policy-with-interest = med dröjsmålsränta
credit-policy-lowest-item = Poster under { $amount } lämnas i fred.
credit-policy-lowest-payer = Inget brev under { $amount }.
credit-policy-to-collection = { $count ->
    [one] Redo för inkasso { $shown } dag efter sista påminnelsen.
   *[other] Redo för inkasso { $shown } dagar efter sista påminnelsen.
}
credit-policy-never = Påminns aldrig: { $accounts }
credit-policy-letters-in = { $country }: brev på { $language }
credit-policy-interest-agreed = Avtalad ränta { $percent } per år
credit-policy-interest-law = Lagens räntesats i { $country } för alla betalare
credit-policy-interest-own = Lagens räntesats i betalarens land
credit-policy-compensation = Med lagens förseningsersättning
