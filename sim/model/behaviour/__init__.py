"""What does each actor do at its turn? One file for each kind of turn.

Behaviours are plain functions over anything with the right attributes: a Mesa agent in the
reference engine, a record of a numpy array in the ensemble engine. So their actors carry no type
annotations, here and in the schedule, on purpose.
"""
