"""Which state variables does each entity have? One file for each group of entities."""
