# The pages of imports: upload, mapping, errors, dry run.
