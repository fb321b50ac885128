"""Proofreading: what the checks found, and what becomes of it."""
