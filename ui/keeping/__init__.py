"""Nothing is ever lost: journal, saving into the library, recovery and the session of a window."""
