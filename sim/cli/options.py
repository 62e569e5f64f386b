"""Which options do several commands share?"""

from typing import Annotated

import typer

LARGEST_SEED = 2**63 - 1

Seed = Annotated[
    int | None,
    typer.Option(
        min=0,
        max=LARGEST_SEED,
        show_default="what the scenario says",
        help="Same seed, same futures.",
    ),
]

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object instead of text.")]
Quiet = Annotated[bool, typer.Option("--quiet", help="No progress; results and errors only.")]
