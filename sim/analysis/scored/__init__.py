"""The rows of what is scored, one file for each group of measures."""
