# The pages of buyers: the list, one buyer, co-insured customers.

cover-named = Namngiven
cover-unnamed = Ej namngiven
cover-co-insured = Medförsäkrad
cover-none = Oförsäkrad

## The list

buyers-tabs = Köpare och medförsäkrade kunder
buyers-found = { $count ->
    [one] Ett kundkonto
   *[other] { $shown } kundkonton
  }
buyers-use = Utnyttjande av kreditlimiten
buyers-marks = Att se över
buyers-over-limit = Över kreditlimiten
buyers-stopped = Stopp för nya fordringar
buyers-must-be-offered = Måste anmälas
buyers-over-credit-limit = Över den interna kreditlimiten
buyers-credit-manager = Kreditansvarig
buyers-any = Alla
buyers-show = Visa
buyers-reset = Återställ
buyers-download = Ladda ner CSV
buyers-sum = Limit i { $currency }
buyers-none-fit = Ingen köpare motsvarar sökningen. Ta bort ett filter, eller återställ alla.
buyers-nothing-yet = Det finns inga köpare ännu. Importera dem från kundreskontran:
buyers-views = Sparade vyer
buyers-view-keep = Spara denna vy
buyers-view-name = Vyns namn
buyers-view-save = Spara
buyers-view-delete = Ta bort vyn { $name }

## Co-insured customers

co-insured-title = Medförsäkrade kunder
