"""Versions of an article that were kept on this computer: looking at them, putting one back."""
