"""What does the model know? Pages about countries, levers, parameters, measures and sources."""
