# The pages of settings and audit: users, roles, tokens, languages, the trail.
