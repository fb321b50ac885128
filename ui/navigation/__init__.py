"""The column at the left: where to look."""
