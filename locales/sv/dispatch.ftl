# Vad som lämnar huset: utskick, deras register, försäkringsgivarnas layouter.

dispatch-subject = { $title }, { $subtitle }
dispatch-message =
    Hej,

    bifogat finns { $file }: { $title }, { $subtitle }.

    { $made_from }
working-dispatch = Skickar
dispatch-done-sent = Utskick { $dispatch }: { $file } har skickats till { $recipient }.
dispatch-done-dropped = Utskick { $dispatch }: { $file } har lagts i { $recipient }.
dispatch-state-begun = påbörjat
dispatch-state-sent = skickat
dispatch-state-dropped = lagt i mappen
dispatch-state-unknown = ovisst
dispatch-state-failed = misslyckat
dispatch-way-mail = E-post
dispatch-way-folder = Mapp
dispatches-title = Utskicksregister
dispatches-what = Vad som har lämnat huset: till vem, när, av vem och hur det gick. De skickade filerna sparas.
dispatches-none = Ingenting har skickats än. Öppna en rapport och skicka den med e-post eller till en mapp.
dispatch-one = Utskick { $dispatch }
dispatch-when = Påbörjat
dispatch-ended = Avslutat
dispatch-to = Mottagare
dispatch-by = Av
dispatch-what = Rapport
dispatch-way = Sätt
dispatch-bytes = Byte
dispatch-attempts = Försök
dispatch-why = Varför det misslyckades
dispatch-text = Ämne och text
dispatch-file-open = Öppna filen som skickades
dispatch-retry = Försök igen
dispatch-retry-unknown = Skicka fast det kan ha kommit fram
dispatch-filter = Visa
dispatch-all = alla
dispatch-older = Äldre
dispatch-send = Skicka
dispatch-send-to = E-postadresser
dispatch-send-to-hint = En per rad; var och en får ett eget brev.
dispatch-send-folder = Lägg i husets mapp
dispatch-send-as = Som
dispatch-send-message = Brevets text
dispatch-send-message-hint = Tomt: en kort text på rapportens språk.
dispatch-send-again = Även till dem som redan har samma fil
layout-kept = Layouten { $layout } är sparad.
layout-would-be-kept = Layouten { $layout } är riktig; ingenting skrevs.
layout-removed = Layouten { $layout } är borttagen.
layouts-none = Det finns ingen layout än. En layout är en liten fil som säger hur en försäkringsgivare vill ha en tabell: kolumner, datum och tecken.
layouts-title = Layouter
layouts-what = Hur försäkringsgivare vill ha sina CSV- och XLSX-filer.
layouts-add = Ny layout
layouts-edit = Layout { $layout }
layouts-name = Namn
layouts-name-hint = Ditt eget, till exempel saldo.
layouts-file = Layoutfil
layouts-save = Spara
layouts-delete = Ta bort
layouts-insurer = Försäkringsgivare
col-layout = Layout
col-report = Rapport
col-dispatch = Utskick
col-begun-at = Påbörjat
col-recipient = Mottagare
col-file-name = Fil
col-reason = Skäl
settings-sending = Utskick
settings-sending-what = Den e-postserver som rapporter lämnar huset genom, och mappen för dem utan e-post. Serverns miljö kan ersätta dem.
settings-mail-server = E-postserver
settings-mail-server-hint = smtps://user@host:465, smtp+starttls://user@host:587 eller smtp://host:25
settings-mail-from = Avsändare
settings-mail-from-hint = En adress, eller Namn <adress>
settings-mail-password = E-postserverns lösenord
settings-drop-folder = Mapp för dem utan e-post
settings-drop-folder-hint = En mapp på servern
