"""What leaves the newsroom: packages, formats and targets."""
