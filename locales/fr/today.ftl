# The page Today: what must be reported, requested or decided, the portfolio in pictures.
