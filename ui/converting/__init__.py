"""The conversion view: source and result side by side, and what a person must look at."""
