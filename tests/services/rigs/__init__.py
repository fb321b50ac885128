"""Real publishing systems, started from nothing for a test run and gone with it: WordPress, Wagtail, sftp, Hugo.

Each module has a context manager of its own name; tests take the fixtures of tests/services/conftest.py:

- `wordpress`, `wordpress_with_plugin`: the same server, emptied for each test, without and with our plug-in. `.url`,
  `.users["editor"].auth`, `.count(where)`, `.rows(sql)`, `.cron()`, `.stop()`, `.start()`, `.stop_database()`,
  `.kill_worker(dice)`, `.php_log()`.
- `wagtail`: `.url`, `.api`, `.token`, `.tokens[name]`, `.parent`, the type `rigs.wagtail.TYPE`; the rest as above.
- `openssh`: `.port`, `.user`, `.key`, `.host_key`, `.known_hosts`, `.files`, `.kill_session()`; one for each test.
- `hugo`: `.content`, `.public`, `.build()`, `.list()`.

Faults are ordered, `wordpress.fault("slow_after", count=2, value=3, methods="POST", path="/posts")`, and carried out by
the server for the next requests that match; see `rigs.faults`. Nothing of the system's own services is touched: every
server has its own folder, socket and port on the loopback address, and dies with the test run, however that ends. What
takes long to make (an installed WordPress, Wagtail's environment and tables) is kept in the user's cache for later
runs. The variable RIG_WORDPRESS names a folder with another version of WordPress.
"""
