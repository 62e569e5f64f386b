"""Where do the figures come from? Facts, sources, parameters, levers and stance cards."""
