"""A small newsroom on Wagtail, for tests: copied beside its database and run there."""
