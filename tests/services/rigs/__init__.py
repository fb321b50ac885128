"""Real publishing systems, started from nothing for a test run and gone with it: WordPress, Wagtail, sftp, Hugo.

Each module has a context manager of its own name; the fixtures stand in tests/services/conftest.py. Nothing of the
system's own services is touched: every server has its own folder, socket and port on the loopback address.
"""
