# Ce qui quitte la maison : envois, leur registre, mises en forme des assureurs.

dispatch-subject = { $title }, { $subtitle }
dispatch-message =
    Madame, Monsieur,

    veuillez trouver ci-joint { $file } : { $title }, { $subtitle }.

    { $made_from }
working-dispatch = Envoi en cours
dispatch-done-sent = Envoi { $dispatch } : { $file } a été envoyé à { $recipient }.
dispatch-done-dropped = Envoi { $dispatch } : { $file } a été déposé dans { $recipient }.
dispatch-state-begun = commencé
dispatch-state-sent = envoyé
dispatch-state-dropped = déposé
dispatch-state-unknown = incertain
dispatch-state-failed = échoué
dispatch-way-mail = Courriel
dispatch-way-folder = Dossier
dispatches-title = Registre des envois
dispatches-what = Ce qui a quitté la maison : à qui, quand, par qui et avec quelle issue. Les fichiers envoyés sont conservés.
dispatches-none = Rien n'a encore été envoyé. Ouvrez un état et envoyez-le par courriel ou dans un dossier.
dispatch-one = Envoi { $dispatch }
dispatch-when = Commencé le
dispatch-ended = Terminé le
dispatch-to = Destinataire
dispatch-by = Par
dispatch-what = État
dispatch-way = Voie
dispatch-bytes = Octets
dispatch-attempts = Tentatives
dispatch-why = Motif de l'échec
dispatch-text = Objet et texte
dispatch-file-open = Ouvrir le fichier envoyé
dispatch-retry = Réessayer
dispatch-retry-unknown = Envoyer bien qu'il soit peut-être arrivé
dispatch-filter = Afficher
dispatch-all = tous
dispatch-older = Plus anciens
dispatch-send = Envoyer
dispatch-send-to = Adresses de courriel
dispatch-send-to-hint = Une par ligne ; chacune reçoit son propre courriel.
dispatch-send-folder = Déposer dans le dossier de la maison
dispatch-send-as = Format
dispatch-send-message = Texte du courriel
dispatch-send-message-hint = Vide : un texte court dans la langue de l'état.
dispatch-send-again = Aussi à ceux qui ont déjà le même fichier
layout-kept = La mise en forme { $layout } est enregistrée.
layout-would-be-kept = La mise en forme { $layout } est correcte ; rien n'a été écrit.
layout-removed = La mise en forme { $layout } est supprimée.
layouts-none = Il n'y a pas encore de mise en forme. C'est un petit fichier qui dit comment un assureur veut un tableau : colonnes, dates et signes.
layouts-title = Mises en forme
layouts-what = Comment les assureurs veulent leurs fichiers CSV et XLSX.
layouts-add = Nouvelle mise en forme
layouts-edit = Mise en forme { $layout }
layouts-name = Nom
layouts-name-hint = Le vôtre, par exemple solde.
layouts-file = Fichier de mise en forme
layouts-save = Enregistrer
layouts-delete = Supprimer
layouts-insurer = Assureur
col-layout = Mise en forme
col-report = État
col-dispatch = Envoi
col-begun-at = Commencé
col-recipient = Destinataire
col-file-name = Fichier
col-reason = Motif
settings-sending = Envoi
settings-sending-what = Le serveur de courriel par lequel partent les états, et le dossier pour ceux qui n'en ont pas. L'environnement du serveur peut les remplacer.
settings-mail-server = Serveur de courriel
settings-mail-server-hint = smtps://user@host:465, smtp+starttls://user@host:587 ou smtp://host:25
settings-mail-from = Expéditeur des courriels
settings-mail-from-hint = Une adresse, ou Nom <adresse>
settings-mail-password = Mot de passe du serveur de courriel
settings-drop-folder = Dossier pour ceux sans courriel
settings-drop-folder-hint = Un dossier du serveur
