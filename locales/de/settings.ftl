# Die Seiten der Einstellungen und des Prüfprotokolls: Benutzer, Rollen, Token, Sprachen, Protokoll.

## Settings

## Roles

## Tokens

## Users

## House

## Webhooks

## Approvals

## Audit
