# Every failure a user can meet: the message says what and why, its attribute `remedy` what to do.
