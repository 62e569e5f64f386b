"""Is a scenario file sound, and what does it say?"""

import json
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sim.scenario.problems import Problem, ScenarioError, plain

if TYPE_CHECKING:
    from sim.scenario.case import Case, Path


def check(
    file: Annotated[FilePath, typer.Argument(help="The scenario file.", show_default=False)],
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object on standard output.")
    ] = False,
) -> None:
    """Read a scenario file and say what is wrong with it, or what it comes to.

    Nothing is run and nothing is written. Problems go to standard error, all in one pass, with
    file, line and column; the exit code is then 3.
    """
    from sim.scenario.resolve import resolve

    try:
        case = resolve(file)
    except ScenarioError as error:
        if as_json:
            _print_json({"ok": False, "file": str(file), "problems": _problems(error.problems)})
        raise
    if as_json:
        _print_json({"ok": True, "file": str(file)} | _summary(case))
    else:
        typer.echo(f"{plain(str(file), 500)}: ok\n\n{_text(case)}")


def _print_json(content: dict[str, Any]) -> None:
    typer.echo(json.dumps(content, indent=2))


def _problems(problems: list[Problem]) -> list[dict[str, Any]]:
    names = ("file", "line", "column", "key", "message")
    return [{name: getattr(problem, name) for name in names} for problem in problems]


def _summary(case: "Case") -> dict[str, Any]:
    from sim.scenario.quarters import show_quarter

    war = case.contingency
    return {
        "name": case.name,
        "title": case.title,
        "question": case.question,
        "start": show_quarter(case.start),
        "end": show_quarter(case.end),
        "steps": case.steps,
        "seed": case.seed,
        "futures": case.futures,
        "knowledge": case.knowledge,
        "world": case.world,
        "contingency": {"kind": war.kind, "opens": show_quarter(war.opens) if war.opens else None},
        "baseline": case.baseline,
        "paths": {name: _changes(path, case) for name, path in case.paths.items()},
    }


def _changes(path: "Path", case: "Case") -> dict[str, Any]:
    """Lever by lever, what a path does otherwise than the baseline."""
    from sim.scenario.timetables import last_step_of_change, step_name

    baseline = case.paths[case.baseline]
    changes = {}
    for lever, values in path.levers.items():
        if values != baseline.levers[lever]:
            settled = last_step_of_change(values)
            changes[lever] = {
                "baseline": baseline.levers[lever][-1],
                "value": values[-1],
                "from": step_name(case.start, settled),
            }
    return changes


def _text(case: "Case") -> str:
    lines = [
        f"  title        {case.title}",
        f"  question     {case.question}",
        f"  quarters     {_summary(case)['start']} to {_summary(case)['end']} ({case.steps} steps)",
        f"  contingency  {_war(case)}",
        f"  world        {case.world}",
        *_switches(case),
        f"  known        decisions up to 30 June {case.knowledge[3:]}",
        f"  runs         {case.futures:,} futures x {len(case.paths)} paths"
        f" = {case.futures * len(case.paths):,} (seed {case.seed})",
        "  paths",
    ]
    for name, path in case.paths.items():
        lines += _path_lines(name, path, case)
    return "\n".join(plain(line, 2000) for line in lines)


def _war(case: "Case") -> str:
    from sim.scenario.quarters import show_quarter

    war = case.contingency
    opening = f" in {show_quarter(war.opens)}" if war.opens else ""
    switches = {
        "US intervenes": war.us_intervenes,
        "China knows": war.us_entry_known or None,
        "US delay in days": war.us_delay_days,
        "Japan gives bases": war.japan_basing,
        "duration in days": war.duration_days,
        "Taiwan resists": None if war.taiwan_resists else False,
        "North America struck": war.homeland_struck or None,
        "Japan takes part": war.japan_takes_part,
        "partners taking part": war.partners_taking_part,
        "European navies there": war.european_navies,
        "anti-ship missiles": war.antiship_missiles,
        "cruise missiles at sea": war.cruise_missiles_at_sea,
        "ship leak rate": war.ship_leak_rate,
        "show of force": war.show_of_force,
        "strikes on the mainland": war.mainland_strikes,
        "level of China": war.china_level,
        "level of the others": war.coalition_level,
        "levels may rise": None if war.levels_may_rise else False,
        "merchants sail": war.merchants_sail,
    }
    fixed = [f"{name}: {_said(value)}" for name, value in switches.items() if value is not None]
    if war.opens is None and not fixed:
        return war.kind
    return f"{war.kind}{opening} ({'; '.join(fixed) or 'the rest is drawn'})"


def _switches(case: "Case") -> list[str]:
    """What the scenario fixes about the world, one line each; nothing for what is drawn."""
    from sim.scenario.quarters import show_quarter

    lines = []
    if case.us_retrenchment is not None:
        when, share = case.us_retrenchment
        lines.append(
            f"  US leaves    {share:.0%} of its posture in Europe from {show_quarter(when)}"
        )
    if case.reinforcement_withheld is not None:
        lines.append(f"  withheld     {case.reinforcement_withheld:.0%} of US reinforcement")
    if case.ukraine_war is not None:
        kind, end = case.ukraine_war
        begins = case.ukraine_war_begins
        since = f"war from {show_quarter(begins)}, " if begins else ""
        lines.append(f"  Ukraine      {since}{kind}" + (f" in {show_quarter(end)}" if end else ""))
    lines += [f"  given        {given}" for given in case.history.told]
    if case.beliefs == "priors":
        lines.append("  beliefs      priors, as before calibration")
    for iso3, moves in case.swings.items():
        moved = ", ".join(f"{name} {value:+g}" for name, value in moves.items())
        lines.append(f"  swing        {iso3}: {moved}")
    return lines


def _said(value: bool | float | tuple[str, ...]) -> str:
    if isinstance(value, tuple):
        return ", ".join(value) or "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}"


def _path_lines(name: str, path: "Path", case: "Case") -> list[str]:
    if name == case.baseline:
        return [f"    {name} (baseline)"]
    changes = _changes(path, case)
    lines = [f"    {name}" + ("" if changes else " (as the baseline)")]
    for lever, change in changes.items():
        values = _values(lever, change["baseline"], change["value"])
        lines.append(f"      {lever:<22} {values}, settled by {change['from']}")
    if path.presence_countries:
        lines.append(f"      deployed by            {', '.join(path.presence_countries)}")
    return lines


def _values(lever: str, before: float, after: float) -> str:
    """From and to with the unit; a share in percent."""
    from sim.analysis.wording import scale_of
    from sim.scenario.vocabulary import load_vocabulary

    unit = load_vocabulary().levers[lever].unit
    scale = scale_of(unit)
    if scale.factor > 1:
        return f"{before * scale.factor:g} % -> {after * scale.factor:g} {scale.level}"
    return f"{before:g} -> {after:g} ({unit.partition(',')[0]})"
