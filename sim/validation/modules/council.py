"""Do words pass the council, do structures not, and do hold-outs yield in the end?"""

from sim.validation.draw import Draw, Outputs
from sim.validation.module import Module
from sim.validation.replay import BARGAINING, accessions, items, replay

EARLY = ("text_london_2019", "text_brussels_2021", "text_madrid_2022")
LATE = ("text_vilnius_2023", "text_washington_2024", "office_tokyo_2023")


def play(draw: Draw) -> Outputs:
    """The texts of 2019 to 2022, and an accession that two hold up."""
    return {item.name: replay(item, draw) for item in items(EARLY)} | accessions(draw)


def play_held_out(draw: Draw) -> Outputs:
    """The texts of Vilnius and Washington, and the office in Tokyo."""
    return {item.name: replay(item, draw) for item in items(LATE)}


MODULE = Module(
    name="council",
    meaning="Past items of the council, with the stance cards of their year.",
    parameters=BARGAINING,
    play=play,
    play_held_out=play_held_out,
    repeats=4,
)
