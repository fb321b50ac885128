"""The first frame: what the window looked like when it was closed, shown and typed in while the rest is built."""
