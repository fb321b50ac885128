"""The outbox: targets, what is on its way, what a person decides about it."""
