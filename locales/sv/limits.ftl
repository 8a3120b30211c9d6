# The pages of limits, policies, insurers, companies and groups.

limits-enter = Registrera ansökan eller beslut
limits-tab-in-force = Gällande
limits-tab-pending = Väntar på svar
limits-tab-requests = Ansökningar
limits-tab-increases = Höjning behövs
limits-tab-accepted = Godkända överskridanden
limits-tab-expiring = Löper ut
limits-tab-conditions = Med villkor
limits-tab-all = Alla, med historik
limits-none = Inget att visa här.
limits-top-up = tilläggsskydd
limits-met = uppfyllda
limits-not-met = ej uppfyllda
limits-do = Att göra
limits-ask = Ansök om mer
limits-decide = Besluta
limits-of = Köpare och försäkringsbrev
limits-request = Vad som ansöks om
limits-decision = Vad försäkringsgivaren beslutade
limits-account-hint = Nummer, namn eller kundkonto; finns bara en filial och en kontotyp fylls de i.
limits-empty-choice = –
limits-why = Anmärkning till revisionsloggen
limits-save = Spara
limits-field-account = Köpare
limits-field-policy = Försäkringsbrev
limits-field-currency = Valuta
limits-field-requested-amount = Ansökt belopp
limits-field-requested-on = Ansökt den
limits-field-request = Slag av ansökan
limits-field-response = Svar
limits-field-amount = Beslutat belopp
limits-field-valid-from = Gäller från
limits-field-valid-until = Gäller till och med
limits-field-decided-on = Beslutat den
limits-field-reference = Försäkringsgivarens referens
limits-field-reason = Skäl
limits-field-insured-percent = Försäkrad andel
limits-field-max-term-months = Längsta kredittid, månader
limits-field-max-term-months-value-dated = … för poster med valutadag
limits-field-max-term-months-bills = … för växlar
limits-field-conditions = Villkor
limits-field-conditions-met = Villkoren är uppfyllda
limits-field-top-up = Tilläggsskydd utöver den primära kreditlimiten

limit-request-1 = Flera valutor
limit-request-2 = Ny
limit-request-3 = Höjning
limit-request-4 = Preliminär bedömning
limit-request-5 = Endast nytt konto
limit-request-6 = Återkallelse
limit-request-7 = Sänkning
limit-request-8 = Förlängning

limit-response-1 = Preliminär
limit-response-2 = Beviljad
limit-response-3 = Avslagen
limit-response-4 = Beviljad med villkor
limit-response-5 = Delvis beviljad
limit-response-6 = Under utredning
limit-response-7 = Beviljad endast för nytt konto
limit-response-8 = Upphävd
limit-response-9 = Sänkt
limit-response-10 = Namn eller adress ändrad
limit-response-11 = Avslutad

limit-reason-1 = Ekonomiska uppgifter har inte lämnats
limit-reason-2 = Inga uppgifter finns
limit-reason-3 = Verksamheten har upphört
limit-reason-4 = Nytt företag
limit-reason-5 = Ej registrerat
limit-reason-6 = Bedriver ingen verksamhet
limit-reason-7 = Ingen kommentar
limit-reason-8 = Endast insolvensrisk
limit-reason-9 = Växelaccept
limit-reason-10 = Dokument mot accept
limit-reason-11 = Dokument mot betalning
limit-reason-12 = Negativ offentlig information
limit-reason-13 = Limiten är fullt utnyttjad
limit-reason-14 = Bristande omsättning
limit-reason-15 = Annat

## Policies


## Insurers and companies

master-insurer = Försäkringsgivare
master-insurer-hint = En kod på tre tecken, till exempel ACR.
master-insurer-add = Lägg till en försäkringsgivare
master-insurer-change = Ändra en försäkringsgivare
master-insurers-none = Ingen försäkringsgivare ännu.
master-country-hint = Två bokstäver, till exempel DE.
master-why = Anmärkning till revisionsloggen
master-save = Spara
master-group = Medförsäkrade bolag
master-group-why = Medförsäkrade bolag i en grupp delar köpare, försäkringsskydd och kreditlimiter; ett av dem är huvudföretag.
master-own-number = Eget nummer hos försäkringsgivaren
master-postal-address = Postadress
master-postal-address-hint = Raderna under namnet, så som de står på brev.
master-account-types = Kontotyper
master-company-add = Lägg till ett företag
master-company-change = Ändra ett företag
master-companies-none = Inget företag ännu.
master-is-master = Huvudföretag
master-is-master-hint = Det förvaltar gruppens kreditförsäkringsdata.
master-address-company = Adressföretag
master-payment-terms = Betalningsvillkor
master-secured-terms = Betalningsvillkor utan kreditrisk
master-blanks-hint = Flera skiljs åt med blanksteg.
