"""What does the model know? Shows countries, levers, parameters, measures and sources."""

import json
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path as FilePath
from typing import Annotated, Any

import typer

TOPICS = {  # what a user may type, and the module that knows
    "countries": "sim.show.countries",
    "country": "sim.show.countries",
    "levers": "sim.show.levers",
    "lever": "sim.show.levers",
    "parameters": "sim.show.parameters",
    "parameter": "sim.show.parameters",
    "measures": "sim.show.measures",
    "measure": "sim.show.measures",
    "sources": "sim.show.sources",
    "source": "sim.show.sources",
}
SINGULAR = ("country", "lever", "parameter", "measure", "source")


def show(
    topic: Annotated[
        str,
        typer.Argument(
            help="countries, levers, parameters, measures or sources; or one of them: country.",
            show_default=False,
        ),
    ],
    name: Annotated[
        str | None, typer.Argument(help="Which one, such as DEU; none: all of them.")
    ] = None,
    study: Annotated[
        FilePath | None,
        typer.Option(help="With a country: what this study means for it, path by path."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")] = False,
) -> None:
    """Show what the model knows, in which unit, and who says so.

    sim show countries; sim show country DEU; sim show levers; sim show parameter NAME; sim show
    source KEY.
    """
    pages = import_module(_module(topic))
    if study is not None and (topic not in ("country", "countries") or name is None):
        raise typer.BadParameter("a study is shown for one country: sim show country DEU --study")
    if name is None:
        rows = pages.listing()
        _print(rows, pages.listing_text, as_json)
        return
    key = _key(topic, name, pages.keys())
    if study is None:
        _print(pages.one(key), pages.one_text, as_json)
    else:
        _print_in_study(key, study, as_json)


def _module(topic: str) -> str:
    from sim.scenario.problems import did_you_mean, plain

    if topic not in TOPICS:
        hint = did_you_mean(topic, TOPICS)
        raise typer.BadParameter(f"there is nothing called '{plain(topic)}' to show; {hint}")
    return TOPICS[topic]


def _key(topic: str, name: str, keys: dict[str, str]) -> str:
    """The row that is meant, whatever the case of its letters."""
    from sim.scenario.problems import did_you_mean, plain

    by_small = {known.lower(): key for known, key in keys.items()}
    if name.lower() in by_small:
        return by_small[name.lower()]
    kind = next(one for one in SINGULAR if TOPICS[one] == TOPICS[topic])
    raise typer.BadParameter(f"there is no {kind} '{plain(name)}'; {did_you_mean(name, keys)}")


def _print_in_study(iso3: str, study: FilePath, as_json: bool) -> None:
    from sim.show.countries import one, one_text
    from sim.show.country_in_study import country_in_study, country_in_study_text

    found = country_in_study(study, iso3)
    country = one(iso3, found["as_of"])
    if as_json:
        _echo_json(country | {"study": found})
    else:
        _echo(f"{country_in_study_text(found)}\n\n{one_text(country)}".split("\n"))


def _print(content: Any, as_text: Any, as_json: bool) -> None:
    if as_json:
        _echo_json(content)
    else:
        _echo(as_text(content).split("\n"))


def _echo_json(content: Any) -> None:
    from sim.results.identity import plain

    typer.echo(json.dumps(plain(content), indent=2, allow_nan=False))


def _echo(lines: Iterable[str]) -> None:
    from sim.scenario.problems import plain

    typer.echo("\n".join(plain(line, 2000) for line in lines))
