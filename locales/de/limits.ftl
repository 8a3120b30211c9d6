# Die Seiten der Limits, Versicherungsscheine, Kreditversicherer, Firmen und Gruppen.
