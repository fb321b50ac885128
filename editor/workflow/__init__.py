"""The book of the newsroom: entries, people, and what a sign-off means. Pure functions over plain records."""
