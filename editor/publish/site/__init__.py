"""Parts of the static site."""
