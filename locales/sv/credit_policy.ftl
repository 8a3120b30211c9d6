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

col-credit-manager = Kreditansvarig
col-senior = Överordnad
col-buyers-seen = Kunder inklusive underställdas
col-exception = Undantag
col-differs = Avvikelse
col-value = I stället
col-approver = Godkänt av
