"""Pure functions over text: repair, script variants, checks, spans."""
