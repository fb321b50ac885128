"""Pictures of the article on the desk: which there are, what is said of them, and their small forms."""
