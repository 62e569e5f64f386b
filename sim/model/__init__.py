"""What does the model do in a step? Draws, entities, behaviours, schedule and the two engines."""
