"""The list of articles: all ids at once, rows in blocks as they are looked at."""
