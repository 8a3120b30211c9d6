# Beslut om överskridna försäkringslimiter och limitansökningar från utkast till svar.

decisions-amount = Godkänt överskridande
decisions-exposure = Engagemang vid beslutet
decisions-until = Till och med
decisions-reference = Dokumentreferens
