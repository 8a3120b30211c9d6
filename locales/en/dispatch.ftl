# What leaves the house: dispatches, their register, insurers' layouts.

dispatch-subject = { $title }, { $subtitle }
dispatch-message =
    Dear Sir or Madam,

    please find attached { $file }: { $title }, { $subtitle }.

    { $made_from }
working-dispatch = Sending
dispatch-done-sent = Dispatch { $dispatch }: { $file } was sent to { $recipient }.
dispatch-done-dropped = Dispatch { $dispatch }: { $file } was put into { $recipient }.
dispatch-state-begun = begun
dispatch-state-sent = sent
dispatch-state-dropped = put into the folder
dispatch-state-unknown = unknown
dispatch-state-failed = failed
dispatch-way-mail = Mail
dispatch-way-folder = Folder
dispatches-title = Register of dispatches
dispatches-what = What left the house: to whom, when, by whom, and how it ended. The bytes that left are kept.
dispatches-none = Nothing has been sent yet. Open a report and send it by mail or into a folder.
dispatch-one = Dispatch { $dispatch }
dispatch-when = Begun
dispatch-ended = Ended
dispatch-to = Recipient
dispatch-by = By
dispatch-what = Report
dispatch-way = Way
dispatch-bytes = Bytes
dispatch-attempts = Attempts
dispatch-why = Why it failed
dispatch-text = Subject and text
dispatch-file-open = Open the file that left
dispatch-retry = Try again
dispatch-retry-unknown = Send although it may have arrived
dispatch-filter = Show
dispatch-all = all
dispatch-older = Older ones
dispatch-send = Send
dispatch-send-to = Mail addresses
dispatch-send-to-hint = One per line; each gets a mail of its own.
dispatch-send-folder = Put it into the house's folder
dispatch-send-as = As
dispatch-send-message = Text of the mail
dispatch-send-message-hint = Empty: a short text in the language of the report.
dispatch-send-again = Also to those who had the same file already
layout-kept = The layout { $layout } is kept.
layout-would-be-kept = The layout { $layout } is right; nothing was written.
layout-removed = The layout { $layout } is deleted.
layouts-none = There is no layout yet. A layout is a small file that says how an insurer wants a table: its columns, dates and signs.
layouts-title = Layouts
layouts-what = How insurers want their CSV and XLSX files.
layouts-add = New layout
layouts-edit = Layout { $layout }
layouts-name = Name
layouts-name-hint = Your own, for example balance.
layouts-file = Layout file
layouts-save = Save
layouts-delete = Delete
layouts-insurer = Insurer
col-layout = Layout
col-report = Report
col-dispatch = Dispatch
col-begun-at = Begun
col-recipient = Recipient
col-file-name = File
col-reason = Reason
settings-sending = Sending
settings-sending-what = By which mail server reports leave the house, and the folder for those without mail. The environment of the server may replace them.
settings-mail-server = Mail server
settings-mail-server-hint = smtps://user@host:465, smtp+starttls://user@host:587 or smtp://host:25
settings-mail-from = Sender of mails
settings-mail-from-hint = An address, or Name <address>
settings-mail-password = Password of the mail server
settings-drop-folder = Folder for those without mail
settings-drop-folder-hint = A folder of the server
