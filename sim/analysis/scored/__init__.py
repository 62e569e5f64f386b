"""What is scored? One file for each group of measures."""
