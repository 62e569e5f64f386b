"""How did one future go, and why? Plays it on the reference engine and tells it with reasons."""
