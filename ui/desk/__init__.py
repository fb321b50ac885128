"""The desk: one article with its slip, open to be written or read."""
