"""What is a part of the model that can be held against published figures on its own?"""

from collections.abc import Callable
from dataclasses import dataclass

from sim.validation.draw import Draw, Outputs


@dataclass(frozen=True)
class Module:
    """A part of the model.

    Attributes:
        name: as in targets.csv.
        meaning: what is played, in a sentence.
        parameters: uncertain ones that its figures may constrain; no other module has them.
        play: gives every measure for calibration in each future.
        play_held_out: gives those that are held out; None where there are none.
        repeats: futures for each parameter vector in calibration: more where luck matters.
    """

    name: str
    meaning: str
    parameters: tuple[str, ...]
    play: Callable[[Draw], Outputs]
    play_held_out: Callable[[Draw], Outputs] | None = None
    repeats: int = 1
