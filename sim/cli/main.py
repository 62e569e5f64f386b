"""Which commands are there, and how do they end?

A command is imported only when it is used, so that `sim --help` and `sim check` start at once.
"""

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

import sim
from sim.cli.exits import INTERRUPTED, exit_code_table, explain

COMMANDS = {
    "check": ("sim.cli.check", "Read a scenario file and say what is wrong with it."),
    "run": ("sim.cli.run", "Play every path of a scenario and write a study."),
    "trace": ("sim.cli.trace", "Tell one future of one path as a dated story."),
    "show": ("sim.cli.show", "Show what the model knows: countries, levers, parameters, sources."),
    "new": ("sim.cli.new", "Write a scenario to start from, every field explained."),
    "schema": ("sim.cli.schema", "Print the JSON Schema of a scenario file, for editors."),
    "validate": ("sim.cli.validate", "Hold the model against what was measured or published."),
    "calibrate": ("sim.cli.calibrate", "Find the parameter values that agree with it."),
    "verify": ("sim.cli.verify", "Check that a study is as it was written, or play it again."),
}
EPILOG = "Exit codes: sim help exit-codes"


class _LazyGroup(TyperGroup):
    """A group that knows its commands by name and imports one only to run it."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        known = {name: TyperCommand(name, help=summary) for name, (_, summary) in COMMANDS.items()}
        self.commands = known | dict(self.commands)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command to run, imported now."""
        name, command, rest = super().resolve_command(ctx, args)
        return name, (_import_command(name) if name in COMMANDS else command), rest


def _import_command(name: str) -> Any:
    """The command of that name, from the function of the same name in its module."""
    module, summary = COMMANDS[name]
    alone = _app(add_completion=False)
    alone.command(name, help=None)(getattr(import_module(module), name))
    command = typer.main.get_command(alone)
    command.short_help = summary
    return command


def _app(**settings: Any) -> typer.Typer:
    return typer.Typer(
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
        **settings,
    )


app = _app(cls=_LazyGroup, no_args_is_help=True, epilog=EPILOG)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"sim {sim.__version__}")
        raise typer.Exit


@app.callback()
def _start(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Explore what NATO's options in Asia do to deterrence in Europe and over Taiwan."""


@app.command("help")
def _help(
    topic: Annotated[str, typer.Argument(help="What to explain: exit-codes.")] = "exit-codes",
) -> None:
    """Explain a topic: exit-codes."""
    if topic != "exit-codes":
        raise typer.BadParameter("the only topic is 'exit-codes'; for a command: sim COMMAND -h")
    typer.echo(exit_code_table())


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code of one command line; what goes wrong is told on stderr in a plain message.

    Args:
        arguments: the words after `sim`; None takes them from the command line.
    """
    try:
        typer.main.get_command(app)(args=arguments, prog_name="sim")
    except SystemExit as finished:
        return _told(finished.code)
    except (Exception, KeyboardInterrupt) as error:
        explained = explain(error)
        if explained is None:
            raise
        message, code = explained
        typer.echo(message, err=True)
        return code
    return 0


def _told(code: str | int | None) -> int:
    if code == INTERRUPTED:
        typer.echo("Interrupted.", err=True)
    return code if isinstance(code, int) else int(code is not None)


if __name__ == "__main__":
    sys.exit(main())
