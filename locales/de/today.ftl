# Die Seite Heute: was zu melden, zu beantragen oder zu entscheiden ist, das Portfolio in Bildern.
