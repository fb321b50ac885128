"""The editing core: the text of an article as it is written, over the newsroom schema."""
