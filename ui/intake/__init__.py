"""Text comes in: the intake report, results of an import, articles put into one another, pasted versions."""
