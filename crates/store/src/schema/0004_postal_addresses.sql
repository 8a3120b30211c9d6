-- Where letters go: the lines below the name.
ALTER TABLE company_version ADD COLUMN postal_address TEXT NOT NULL DEFAULT '';
ALTER TABLE insurer_version ADD COLUMN postal_address TEXT NOT NULL DEFAULT '';
ALTER TABLE buyer_version ADD COLUMN postal_address TEXT NOT NULL DEFAULT '';
