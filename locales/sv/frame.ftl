# The frame of the pages: navigation, sign-in, forms, tables, and what every page shares.
