"""Which numbers does the model not know, what is believed about them, and who says so?"""

from collections import Counter
from dataclasses import asdict
from typing import Any

from sim.data.load import Parameter, Prior, load_parameters
from sim.data.posterior import Calibrated, load_posterior
from sim.model.priors import Form, prior_quantile
from sim.scenario.prior_words import figure, prior_words
from sim.show.layout import columns, field, page, wrapped
from sim.show.sources import cited

Row = dict[str, Any]

ROLES = {
    "uncertainty": "uncertain: drawn in each future",
    "constant": "constant: the same in each future",
    "benchmark": "benchmark: results are compared with it; it drives nothing",
}


def listing() -> list[Row]:
    """Every parameter, in the order of parameters.yaml."""
    return [_row(parameter) for parameter in load_parameters().values()]


def listing_text(rows: list[Row]) -> str:
    """The parameters, one a line."""
    head = "Parameters: number, name, grade, prior and unit (sim show parameter NAME for more)"
    cells = [
        (row["id"] or "", row["name"], row["grade"], f"{row['prior_in_words']} [{row['unit']}]")
        for row in rows
    ]
    return page([head], columns(cells))


def keys() -> dict[str, str]:
    """What a parameter may be called, by name or by number, and its name."""
    rows = load_parameters().values()
    times = Counter(row.id for row in rows)
    numbers = {row.id: row.name for row in rows if row.id and times[row.id] == 1}
    return {row.name: row.name for row in rows} | numbers


def one(name: str) -> Row:
    """A parameter."""
    return _row(load_parameters()[name])


def one_text(row: Row) -> str:
    """The page of one parameter."""
    low, high = (figure(end) for end in row["range"])
    period = "" if row["period"] == "none" else f", a {row['period']}"
    title = f"{row['name']} ({row['id']})" if row["id"] else row["name"]
    return page(
        [title, *wrapped(row["meaning"], 2)],
        [
            *field("Unit", f"{row['unit']}{period}"),
            *field("Role", str(ROLES.get(row["role"], row["role"]))),
            *field("Prior", row["prior_in_words"]),
            *field("Posterior", row["posterior_in_words"]),
            *field("Plausible", f"{low} to {high}"),
            *field("Basis", f"{row['basis']}, grade {row['grade']} (A best, C weakest)"),
            *field("Note", row["note"]),
        ],
        cited(row["sources"]),
    )


def nine_in_ten(prior: Prior) -> tuple[float, float]:
    """The range that holds nine in ten values of a prior [unit of the parameter].

    >>> nine_in_ten(Prior("uniform", low=0.0, high=10.0))
    (0.5, 9.5)
    """
    form = Form[prior.form.upper()]
    shape = {"a": prior.a, "b": prior.b, "low": prior.low, "high": prior.high}
    low, high = (prior_quantile(form=form, **shape, u=u) for u in (0.05, 0.95))
    return low, high


def _row(parameter: Parameter) -> Row:
    content = asdict(parameter)
    low, high = nine_in_ten(parameter.prior)
    words = prior_words(parameter.prior)
    if low < high:
        words += f": nine in ten between {figure(low, 2)} and {figure(high, 2)}"
    content |= {"prior_in_words": words, "nine_in_ten": [low, high]}
    left = load_posterior().get(parameter.name)
    return content | {
        "posterior": asdict(left) if left else None,
        "posterior_in_words": posterior_words(left) if left else "",
    }


def posterior_words(left: Calibrated) -> str:
    """What calibration left of a prior, and which published figures moved it.

    Args:
        left: of the parameter.
    """
    span = f"nine in ten between {figure(left.q05, 2)} and {figure(left.q95, 2)}"
    moved = ", ".join(left.moved_by)
    why = f"moved by {moved}" if moved else "no published figure moves it"
    return f"drawn by default, median {figure(left.median)}, {span}; {why} (sim calibrate)"
