"""Dialogs; each says what it is about, can be left by Esc, and has one main button."""
