"""People of this computer: the first start, changing who is at work, PINs."""
