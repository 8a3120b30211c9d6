# The pages of settings and audit: users, roles, tokens, languages, the trail.

## Settings

settings-parts = Parts of the settings
settings-own = Your own
settings-tokens = Tokens
settings-users = Users
settings-house = House
settings-webhooks = Webhooks
settings-save = Save
settings-now = As it is now
settings-you = You
settings-display-name = Name
settings-language = Language
settings-language-browser = As the browser asks for
settings-language-start = As the server was started
settings-language-en = English
settings-language-de = Deutsch
settings-language-fr = Français
settings-language-sv = Svenska
settings-roles = Roles
settings-all-companies = all
settings-password = Password
settings-password-present = Present password
settings-password-new = New password
settings-password-do = Change the password
settings-password-what = You are signed out everywhere else.
settings-password-elsewhere = You sign in with your company account; obligo keeps no password of yours.
password-link-title = Set your password
password-link-whose = It is the password of { $user }; the link works once.
password-link-do = Set the password and sign in

## Roles

settings-roles-hint = Several roles add up.
settings-role-viewer = Viewer
settings-role-clerk = Clerk
settings-role-manager = Manager
settings-role-runner = Runner
settings-role-auditor = Auditor
settings-role-administrator = Administrator
settings-role-why-viewer = reads everything of their companies
settings-role-why-clerk = imports, records events and evidence, edits items, requests limits
settings-role-why-manager = as a clerk, and enters limit decisions, covers and policies
settings-role-why-runner = makes runs final, reverses them, closes the day
settings-role-why-auditor = reads the audit trail and checks it
settings-role-why-administrator = users, settings, webhooks, backup, and the audit trail

## Tokens

settings-tokens-why = By a token a program acts for you through the API, within your roles and companies.
settings-tokens-none = There is no token.
settings-token-new = New token
settings-token-do = Make the token
settings-token-once = This token is shown only now; keep it where the program finds it.
settings-token-name = What it is for
settings-token-made = Made
settings-token-ends = Ends
settings-token-used = Last used
settings-token-days = Days it works
settings-token-days-hint = 1 to 366
settings-token-revoke = Revoke
settings-token-revoke-one = Revoke { $name }
settings-token-revoked = revoked
settings-token-expired = expired
settings-token-companies-hint = Those that you see.
settings-scopes = What it may do
settings-scopes-hint = Reading is part of each.
settings-scope-read = read
settings-scope-write = record and decide
settings-scope-run = make runs final
settings-scope-admin = audit and administration
settings-scope-calendar = calendar of duties

## Users

settings-user-new = New user
settings-user-do = Make the user
settings-user-name-hint = Letters, digits and . _ - @ +; it stays as it is.
settings-user-link-what = You get a link to pass on; by it the user sets a password, once, within 24 hours.
settings-user-link = Password
settings-user-link-why = A new link lets the user set a password once, within 24 hours; earlier links stop working.
settings-user-link-do = Make a link
settings-user-link-once = This link is shown only now; pass it on to the user.
settings-user-active = can sign in
settings-user-no-password = no password yet
settings-user-disabled = disabled
settings-user-disable = Disabled
settings-user-disable-hint = A disabled user cannot sign in, and their tokens stop working.
settings-user-external = The roles of this user come from the company account and are set again at every sign-in.
settings-companies-all = All companies
settings-companies-these = Only these companies

## House

settings-four-eyes = Four eyes
settings-four-eyes-what = What is ticked is proposed by one person and done when another one approves it.
settings-four-eyes-final = Final runs
settings-four-eyes-reversal = Reversals
settings-four-eyes-edit = Changes of items by hand
settings-four-eyes-accepted-excess = Acceptances of an uninsured excess
settings-house-language = Language before sign-in
settings-house-language-hint = Where the browser asks for no language of ours; from the next start on.
settings-address = Public address
settings-address-hint = Such as https://obligo.example.com; from the next start on.
settings-provider = Company accounts (OpenID Connect)
settings-provider-what = With an issuer people may sign in through your identity provider; without one only by password.
settings-issuer = Issuer
settings-issuer-hint = Address of the identity provider, with https.
settings-client-id = Client ID
settings-client-id-hint = As the provider knows obligo.
settings-client-secret = Client secret
settings-client-secret-hint = Where it is found, such as env:OBLIGO_OIDC_SECRET; never the secret itself.
settings-groups-claim = Claim with the groups
settings-groups-claim-hint = Usually groups.
settings-groups = Roles by group
settings-groups-hint = One a line: group = role. Roles are viewer, clerk, manager, runner, auditor and administrator.
settings-backup = Backup
settings-backup-what = A checked copy of the whole store, made while others work; "obligo restore" puts it back.
settings-backup-do = Download a backup

## Webhooks

settings-webhooks-why = A webhook tells another program what is new, with a signed body, until it answers.
settings-webhooks-none = There is no webhook.
settings-webhook-new = New webhook
settings-webhook-do = Make the webhook
settings-webhook-once = This secret is shown only now; with it the receiver checks the signature.
settings-webhook-url = Address
settings-webhook-url-hint = Such as https://receiver.example.com/obligo.
settings-webhook-on = told
settings-webhook-off = switched off
settings-webhook-disable = Switched off
settings-webhook-test = Send a test
settings-webhook-secret = Make a new secret
settings-events = What is told
settings-event-limit-exceeded = limit exceeded
settings-event-deadline-near = deadline near
settings-event-stop-of-cover = stop of cover
settings-event-run-final = run final
settings-event-test = test
settings-deliveries = Last deliveries
settings-deliveries-none = Nothing was delivered yet.
settings-delivery-made = Made
settings-delivery-attempts = Attempts
settings-delivery-answer = Last answer
settings-delivery-waiting = waiting
settings-delivery-delivered = delivered
settings-delivery-failed = given up

## Approvals

proposals-open = Open
proposals-none = Nothing was proposed yet.
proposals-none-open = Nothing waits for a second person.
proposals-number = No.
proposals-heading = Proposal { $number }
proposals-by = Proposed by
proposals-reason = Reason
proposals-course = What happened
proposals-decided-by = Decided by
proposals-decision = Decision
proposals-decision-reason = Reason of the decision
proposals-reason-hint = Refusing needs a reason.
proposals-approve = Approve and do it
proposals-refuse = Refuse
proposals-withdraw = Withdraw
proposals-own = This is your own proposal: another person decides about it, and you may withdraw it.
proposals-not-yours = Your roles do not let you decide about it.
proposals-working = The approval is being carried out
proposals-action-run-final = Final run
proposals-action-run-reversal = Reversal
proposals-action-item-edit = Change of an item
proposals-action-excess-accept = Acceptance of an uninsured excess
proposals-state-open = open
proposals-state-approved = approved
proposals-state-refused = refused
proposals-state-withdrawn = withdrawn

## Audit

audit-entry = Entry
audit-heading = Entry { $entry }
audit-action = Action
audit-what = Reason or content
audit-reason = Reason
audit-key = Sender's key
audit-input = SHA-256 of the input
audit-previous = Hash of the entry before
audit-hash = Hash
audit-payload = What was changed
audit-result = The answer given
audit-none = No entry fits.
audit-older = Older entries
audit-newest = Newest entries
audit-check = Check the chain
audit-export = Export (JSON lines)
audit-findings = What differs
