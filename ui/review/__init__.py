"""Review in the window: the step bar, the sign-off record, comparing two texts, and the way through a list."""
