# The pages of runs: preview, differences, final, reversal.
