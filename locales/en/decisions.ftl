# Decisions on exceeded insurance limits, and limit requests from draft to answer.

decisions-amount = Accepted excess
decisions-exposure = Exposure at the decision
decisions-until = Until and including
decisions-reference = Document reference
