"""What may stand in a file? Prints the JSON Schema from which an editor completes."""

from typing import Annotated

import typer


def schema(
    kind: Annotated[
        str,
        typer.Argument(help="The kind of file: scenario, path, world or contingency."),
    ] = "scenario",
) -> None:
    """Print the JSON Schema of a kind of file, for editors.

    Put it beside your files and name it in their first line; an editor that knows YAML schemas
    then completes keys, shows units and marks mistakes:

    # yaml-language-server: $schema=scenario.schema.json
    """
    from sim.scenario.problems import did_you_mean, plain
    from sim.scenario.schema_file import KINDS, schema_text

    if kind not in KINDS:
        hint = did_you_mean(kind, KINDS)
        raise typer.BadParameter(f"there is no kind of file '{plain(kind)}'; {hint}")
    typer.echo(schema_text(kind), nl=False)
