# Die Seiten der Posten und Wechsel: die Liste, ein Posten, Änderungen, gespeicherte Sichten.

## Die Liste

## Saved views

## Bills of exchange

## Kinds, reports, settlements

## One item

## A change by hand
