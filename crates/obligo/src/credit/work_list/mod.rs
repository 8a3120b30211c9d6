//! The work list: selection runs, and the work done on the payers they select, kept apart from the runs so that none is lost.
