"""People of the newsroom and the keys with which they sign."""
