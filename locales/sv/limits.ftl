# The pages of limits, policies, insurers, companies and groups.
