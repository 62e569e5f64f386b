"""Numbers reach the reader with a unit and without false precision."""

import pytest

from sim.analysis.wording import decimals_for, number, path_label, percent, plain_text, scale_of


@pytest.mark.parametrize(
    ("unit", "level", "difference"),
    [
        ("probability", "%", "percentage points"),
        ("share", "%", "percentage points"),
        ("share of GDP", "% of GDP", "percentage points of GDP"),
        ("ratio", "", ""),
        ("available / required, 1 = just enough", "1 = just enough", ""),
        ("probability, expected value", "%, expected value", "percentage points"),
        ("2024 USD bn, to the end", "2024 USD bn, to the end", "2024 USD bn"),
        ("days", "days", "days"),
    ],
)
def test_shares_are_shown_in_percent_and_other_units_as_they_are(unit, level, difference):
    scale = scale_of(unit)

    assert (scale.level, scale.difference) == (level, difference)


def test_a_rounded_zero_has_no_sign():
    assert number(-0.001, 2, signed=True) == "0.00"


def test_a_rare_thing_is_not_rounded_to_never():
    assert percent(0.0004) == "under 1 %"


def test_large_numbers_lose_their_decimals():
    assert decimals_for(12345.0) == 0


def test_a_name_cannot_move_the_cursor():
    assert "\x1b" not in plain_text("a\x1b[2J") + path_label("b\x1b]0;title\x07")
