"""What a window asks of the core: plain data in, plain data out, so that the work is done in another process."""
