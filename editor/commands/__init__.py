"""The commands of the command line: each reads its arguments, calls one operation, prints what came of it."""
