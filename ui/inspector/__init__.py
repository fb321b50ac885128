"""The column at the right: proofreading, review, preview, pictures."""
