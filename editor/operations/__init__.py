"""One unit of work each: plain data in, Changes out."""
