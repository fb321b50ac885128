"""The preferences: they take effect at once, Esc closes."""
