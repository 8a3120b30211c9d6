# The pages of settings and audit: users, roles, tokens, languages, the trail.

## Settings

settings-parts = Delar av inställningarna
settings-own = Dina egna
settings-tokens = Tokens
settings-users = Användare
settings-house = Gemensamt
settings-webhooks = Webhooks
settings-save = Spara
settings-now = Som det är nu
settings-you = Du
settings-display-name = Namn
settings-language = Språk
settings-language-browser = Som webbläsaren önskar
settings-language-start = Som servern startades
settings-language-en = English
settings-language-de = Deutsch
settings-language-fr = Français
settings-language-sv = Svenska
settings-roles = Roller
settings-all-companies = alla
settings-password = Lösenord
settings-password-present = Nuvarande lösenord
settings-password-new = Nytt lösenord
settings-password-do = Byt lösenord
settings-password-what = Du loggas ut överallt annars.
settings-password-elsewhere = Du loggar in med ditt företagskonto; obligo sparar inget lösenord för dig.
password-link-title = Välj ditt lösenord
password-link-whose = Det är lösenordet för { $user }; länken fungerar en gång.
password-link-do = Spara lösenordet och logga in

## Roles

settings-roles-hint = Flera roller läggs samman.
settings-role-viewer = Läsare
settings-role-clerk = Handläggare
settings-role-manager = Ansvarig
settings-role-runner = Körningsansvarig
settings-role-auditor = Revisor
settings-role-administrator = Administratör
settings-role-why-viewer = läser allt om sina företag
settings-role-why-clerk = importerar, registrerar händelser och underlag, ändrar poster, ansöker om limiter
settings-role-why-manager = som handläggare, och registrerar kreditbeslut, försäkringsskydd och försäkringsbrev
settings-role-why-runner = gör körningar skarpa, återför dem, avslutar dagen
settings-role-why-auditor = läser revisionsloggen och kontrollerar den
settings-role-why-administrator = användare, inställningar, webhooks, säkerhetskopior och revisionsloggen

## Tokens

settings-tokens-why = Med en token agerar ett program åt dig genom API:et, inom dina roller och företag.
settings-tokens-none = Det finns ingen token.
settings-token-new = Ny token
settings-token-do = Skapa token
settings-token-once = Denna token visas bara nu; spara den där programmet hittar den.
settings-token-name = Vad den är till för
settings-token-made = Skapad
settings-token-ends = Upphör
settings-token-used = Senast använd
settings-token-days = Giltig i dagar
settings-token-days-hint = 1 till 366
settings-token-revoke = Återkalla
settings-token-revoke-one = Återkalla { $name }
settings-token-revoked = återkallad
settings-token-expired = har gått ut
settings-token-companies-hint = De företag som du ser.
settings-scopes = Vad den får göra
settings-scopes-hint = Läsning ingår alltid.
settings-scope-read = läsa
settings-scope-write = registrera och besluta
settings-scope-run = göra körningar skarpa
settings-scope-admin = revision och administration
settings-scope-calendar = kalender över åtgärder

## Users

settings-user-new = Ny användare
settings-user-do = Skapa användaren
settings-user-name-hint = Bokstäver, siffror och . _ - @ +; det kan inte ändras senare.
settings-user-link-what = Du får en länk att lämna vidare; med den väljer användaren ett lösenord, en gång, inom 24 timmar.
settings-user-link = Lösenord
settings-user-link-why = Med en ny länk kan användaren välja ett lösenord en gång, inom 24 timmar; tidigare länkar slutar fungera.
settings-user-link-do = Skapa en länk
settings-user-link-once = Länken visas bara nu; lämna den vidare till användaren.
settings-user-active = kan logga in
settings-user-no-password = inget lösenord ännu
settings-user-disabled = inaktiverad
settings-user-disable = Inaktiverad
settings-user-disable-hint = En inaktiverad användare kan inte logga in, och dess tokens slutar fungera.
settings-user-external = Användarens roller kommer från företagskontot och sätts på nytt vid varje inloggning.
settings-companies-all = Alla företag
settings-companies-these = Endast dessa företag

## House

settings-four-eyes = Fyraögonsprincipen
settings-four-eyes-what = Det som är markerat föreslås av en person och utförs när en annan godkänner det.
settings-four-eyes-final = Skarpa körningar
settings-four-eyes-reversal = Återföringar
settings-four-eyes-edit = Manuella ändringar av poster
settings-four-eyes-accepted-excess = Godkännanden av oförsäkrade överskridanden
settings-house-language = Språk före inloggning
settings-house-language-hint = När webbläsaren inte önskar något av våra språk; från nästa start.
settings-address = Offentlig adress
settings-address-hint = Till exempel https://obligo.example.com; från nästa start.
settings-provider = Företagskonton (OpenID Connect)
settings-provider-what = Med en utfärdare kan man logga in genom er identitetsleverantör; utan bara med lösenord.
settings-issuer = Utfärdare
settings-issuer-hint = Identitetsleverantörens adress, med https.
settings-client-id = Klient-id
settings-client-id-hint = Så som leverantören känner obligo.
settings-client-secret = Klienthemlighet
settings-client-secret-hint = Var den finns, till exempel env:OBLIGO_OIDC_SECRET; aldrig själva hemligheten.
settings-groups-claim = Claim med grupperna
settings-groups-claim-hint = Vanligen groups.
settings-groups = Roller per grupp
settings-groups-hint = En per rad: grupp = roll. Rollerna är viewer, clerk, manager, runner, auditor och administrator.
settings-backup = Säkerhetskopia
settings-backup-what = En kontrollerad kopia av hela databasen, gjord medan andra arbetar; "obligo restore" återställer den.
settings-backup-do = Ladda ner en säkerhetskopia

## Webhooks

settings-webhooks-why = En webhook meddelar ett annat program vad som är nytt, med signerat innehåll, tills det svarar.
settings-webhooks-none = Det finns ingen webhook.
settings-webhook-new = Ny webhook
settings-webhook-do = Skapa webhooken
settings-webhook-once = Hemligheten visas bara nu; med den kontrollerar mottagaren signaturen.
settings-webhook-url = Adress
settings-webhook-url-hint = Till exempel https://receiver.example.com/obligo.
settings-webhook-on = meddelas
settings-webhook-off = avstängd
settings-webhook-disable = Avstängd
settings-webhook-test = Skicka ett test
settings-webhook-secret = Skapa en ny hemlighet
settings-events = Vad som meddelas
settings-event-limit-exceeded = limit överskriden
settings-event-deadline-near = frist nära
settings-event-stop-of-cover = stopp för nya fordringar
settings-event-run-final = skarp körning
settings-event-test = test
settings-deliveries = Senaste leveranser
settings-deliveries-none = Ingenting har levererats ännu.
settings-delivery-made = Skapad
settings-delivery-attempts = Försök
settings-delivery-answer = Senaste svar
settings-delivery-waiting = väntar
settings-delivery-delivered = levererad
settings-delivery-failed = uppgiven

## Approvals

proposals-open = Öppna
proposals-none = Inget har föreslagits ännu.
proposals-none-open = Inget väntar på en andra person.
proposals-number = Nr
proposals-heading = Förslag { $number }
proposals-by = Föreslaget av
proposals-reason = Skäl
proposals-course = Vad som hände
proposals-decided-by = Beslutat av
proposals-decision = Beslut
proposals-decision-reason = Skäl för beslutet
proposals-reason-hint = Ett avslag kräver ett skäl.
proposals-approve = Godkänn och utför
proposals-refuse = Avslå
proposals-withdraw = Dra tillbaka
proposals-own = Detta är ditt eget förslag: en annan person beslutar om det, och du får dra tillbaka det.
proposals-not-yours = Dina roller låter dig inte besluta om det.
proposals-working = Godkännandet utförs
proposals-action-run-final = Skarp körning
proposals-action-run-reversal = Återföring
proposals-action-item-edit = Ändring av en post
proposals-action-excess-accept = Godkännande av ett oförsäkrat överskridande
proposals-state-open = öppet
proposals-state-approved = godkänt
proposals-state-refused = avslaget
proposals-state-withdrawn = tillbakadraget

## Audit

audit-entry = Loggpost
audit-heading = Loggpost { $entry }
audit-action = Åtgärd
audit-what = Skäl eller innehåll
audit-reason = Skäl
audit-key = Avsändarens nyckel
audit-input = SHA-256 för indata
audit-previous = Hash för föregående loggpost
audit-hash = Hash
audit-payload = Vad som ändrades
audit-result = Svaret som gavs
audit-none = Ingen loggpost motsvarar urvalet.
audit-older = Äldre loggposter
audit-newest = Nyaste loggposter
audit-check = Kontrollera kedjan
audit-export = Exportera (JSON-rader)
audit-findings = Vad som skiljer
