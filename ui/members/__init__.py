"""People and levels: who belongs to the newsroom and may do what."""
