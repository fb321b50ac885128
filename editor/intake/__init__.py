"""One file per kind of source that an article can come from."""
