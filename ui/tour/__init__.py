"""Pictures of every window with real content: for those who look at what was built, and for the read-me file."""
