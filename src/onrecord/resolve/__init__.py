"""Who speaks, in which office, on that day: what one item or one page cannot tell alone."""
