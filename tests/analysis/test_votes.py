"""Would a government let a draft pass, and does moving a stance as told bring what is told?"""

import math
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from sim.analysis.votes import (
    EVEN,
    LIKELY,
    Motion,
    Sitting,
    answer,
    asks,
    lets_pass,
    motion,
    moved,
    rests_on,
    sitting,
    votes,
)
from sim.experiment.start import build_start
from sim.model.behaviour.council import compromise_draft
from sim.model.ladders import Agenda
from sim.model.reference import Wargame
from sim.scenario.resolve import resolve

ROOT = Path(__file__).parents[2]
EVERYTHING = {
    "spending_target": 0.05,
    "contingency_planning": 0.9,
    "taiwan_statements": 0.9,
    "liaison_office": 1.0,
    "sanctions_precommitment": 0.8,
    "no_enlargement_pledge": 0.9,
    "crisis_plan_announced": 0.8,
    "cyber_cooperation": 0.9,
    "coercion_cooperation": 0.9,
    "industrial_cooperation": 0.9,
}
FEW = 24


@pytest.fixture(scope="module")
def case():
    """Taiwan 2027 with a path that asks the council for everything, half of the time."""
    case = resolve(ROOT / "scenarios" / "taiwan_2027.yaml")
    quiet = case.paths["status_quo"]
    half = case.steps // 2
    levers = {
        name: quiet.levers[name][:half] + (value,) * 2 + quiet.levers[name][half + 2 :]
        for name, value in EVERYTHING.items()
    }
    path = replace(quiet, name="everything_asked", levers=quiet.levers | levers)
    return replace(case, paths={"status_quo": quiet, "everything_asked": path})


@pytest.fixture(scope="module")
def start(case):
    """What the futures of the case begin with."""
    return build_start(case)


@pytest.fixture(scope="module")
def found(case):
    """The votes of some governments on everything, by code and item."""
    return {
        iso3: {vote.item: vote for vote in votes(case, iso3, FEW)["everything_asked"]}
        for iso3 in ("FRA", "HUN", "USA")
    }


def member(**changes):
    """A government that wants 0.4 of everything and sells nothing."""
    stances = {
        "russia_threat": 0.4,
        "china_hardness": 0.4,
        "asia_role": 0.4,
        "china_engagement": 0.4,
        "national_presence": 0.4,
        "spend_will": 0.4,
        "autonomy": 0.4,
        "transactional": 0.0,
    }
    return SimpleNamespace(**({"code": 1, "gdp": 1.0} | stances | changes))


def office(members, **changes):
    """A proposal for the office in Tokyo before these members, in an alliance of round numbers."""
    p = {
        "office_position": 0.7,
        "no_agreement_cost": 0.1,
        "isolation_cost": 0.2,
        "side_payment": 0.5,
        "strain_effect": 0.0,
        "council_choice_precision": 10.0,
        "reservation_share": 0.5,
        "holdout_yield_rate": 0.1,
    }
    world = SimpleNamespace(seed=1, future=0, step=0)
    item = SimpleNamespace(code=Agenda.LIAISON_OFFICE, divisible=0, in_force=0.0, proposed=1.0)
    council = SimpleNamespace(blocked_seen=0)
    held = Sitting(world, members, council, [], SimpleNamespace(**(p | changes)))
    return Motion(held, item, 1.0)


def alliance_of(members):
    """As much of a start as an answer reads: codes, seats and cards."""
    cards = [{name: value for name, value in vars(one).items()} for one in members]
    return SimpleNamespace(
        iso3=tuple(f"M{seat}" for seat in range(len(members))),
        n_allies=len(members) - 1,
        countries=[cards],
    )


def logistic(x):
    return 1 / (1 + math.exp(-x))


def test_the_chance_of_an_office_worked_by_hand():
    # Wants 0.4, the office lies at 0.7: it is nearer than nothing by 0.4 - 0.3 = 0.1, which counts
    # (1 + 0.3) / 2 = 0.65 of that. Log-odds: 10 x (0.065 + 0.1 + 0.2) = 3.65.
    one = office([member()])

    assert lets_pass(one, one.sitting.members[0]) == pytest.approx(logistic(3.65))


def test_what_isolation_and_a_side_payment_add_worked_by_hand():
    # Sells half of its assent: the payment adds 0.5 x 0.5 = 0.25. Alone it lacks the 0.2.
    members = [member(transactional=0.5)]

    given = answer([office(members)], 0, alliance_of(members))

    assert given.chance == pytest.approx(logistic(6.15))
    assert given.isolated == pytest.approx(logistic(4.15))
    assert given.unpaid == pytest.approx(logistic(3.65))
    assert (given.reserves, given.won_over) == (0, 0)


def test_an_office_passes_unopposed_as_often_as_all_let_it_pass_at_once():
    members = [member(), member(asia_role=0.0), member(asia_role=0.1)]

    given = answer([office(members)], 0, alliance_of(members))

    first, second, third = (lets_pass(office(members), one) for one in members)
    assert given.unopposed == pytest.approx(first * second * third)
    assert given.unopposed_with == pytest.approx(second * third)
    assert given.least_willing == {"M1": second, "M2": third}


def test_an_objection_to_a_compromise_may_be_a_reservation_which_blocks_nothing():
    members = [member(asia_role=0.0)]
    whole = office(members)
    part = replace(whole, item=SimpleNamespace(**(vars(whole.item) | {"divisible": 1})))

    given = answer([part], 0, alliance_of(members))

    assert given.reserves == 0.5
    assert given.unopposed == pytest.approx(given.chance + (1 - given.chance) / 2)


def test_only_the_stance_that_an_office_rests_on_is_asked_about():
    one = office([member()])

    assert rests_on(one, 0) == ["asia_role"]


def test_the_stance_that_makes_a_yes_likely_worked_by_hand():
    # Without other costs the log-odds are 10 x gain, and 90 % needs ln 9 = 2.197, a gain of 0.2197.
    # With w below 0.7 the gain is (1.7 - w) / 2 x (2 w - 0.7), so that 2 w^2 - 4.1 w + 1.6294 = 0,
    # and w = (4.1 - 1.9429) / 4 = 0.5393.
    members = [member()]
    free = {"no_agreement_cost": 0.0, "isolation_cost": 0.0}

    (change,) = answer([office(members, **free)], 0, alliance_of(members)).changes

    assert (change.stance, change.now, change.target) == ("asia_role", 0.4, LIKELY)
    assert change.value == pytest.approx(0.5393, abs=0.0005)
    assert change.reached == pytest.approx(LIKELY, abs=0.001)


def test_a_likely_yes_is_asked_what_would_make_it_doubtful():
    # The log-odds are 10 x (gain + 0.3): even at a gain of -0.3, so that 2 w^2 - 4.1 w + 0.59 = 0,
    # and w = (4.1 - 3.4771) / 4 = 0.1557.
    members = [member(asia_role=0.9)]

    (change,) = answer([office(members)], 0, alliance_of(members)).changes

    assert change.target == EVEN
    assert change.value == pytest.approx(0.1557, abs=0.0005)
    assert change.reached == pytest.approx(EVEN, abs=0.001)


def test_where_no_value_would_do_the_nearest_chance_is_told():
    # Fully for the office the gain is (1 + 0.3) / 2 x 0.7 = 0.455; a cost of 0.5 eats it up.
    members = [member()]
    dear = {"no_agreement_cost": -0.5, "isolation_cost": 0.0}

    (change,) = answer([office(members, **dear)], 0, alliance_of(members)).changes

    assert change.value is None
    assert change.reached == pytest.approx(logistic(-0.45))


@pytest.mark.parametrize("iso3", ["FRA", "HUN"])
@pytest.mark.parametrize("stance", ["asia_role", "china_hardness"])
def test_a_swing_by_what_is_told_brings_the_chance_that_is_told(case, iso3, stance):
    def office_or_text(one):
        item = "liaison_office" if stance == "asia_role" else "crisis_plan"
        given = votes(one, iso3, FEW)["everything_asked"]
        return next(vote for vote in given if vote.item == item)

    before = office_or_text(case)
    change = next(one for one in before.answer.changes if one.stance == stance)
    swung = replace(case, swings={iso3: {stance: change.value - change.now}})
    after = office_or_text(swung)

    assert change.target == (EVEN if before.answer.chance > LIKELY else LIKELY)
    # A small member hardly moves the compromise, a large one a little; an office stays as it is.
    slack = 0.001 if stance == "asia_role" else 0.03
    assert after.answer.chance == pytest.approx(change.reached, abs=slack)
    assert change.reached == pytest.approx(change.target, abs=0.001)


def test_a_chance_rises_or_falls_with_a_stance_all_along(start):
    council = [sitting(start, future) for future in range(2)]
    grid = [step / 20 for step in range(21)]
    for code in Agenda:
        drafts = [motion(held, code, 1.0) for held in council]
        for seat in (0, 10, start.n_allies):
            for stance in rests_on(drafts[0], seat):
                curve = [moved(drafts, seat, stance, value) for value in grid]
                assert curve in (sorted(curve), sorted(curve, reverse=True)), (code, stance)


@pytest.mark.parametrize("future", [0, 7])
def test_the_council_that_is_asked_is_that_of_a_game_which_has_begun(start, future):
    game, held = Wargame(start, "everything_asked", future), sitting(start, future)

    assert vars(held.p) == vars(game.p)
    for mine, its in zip(held.members, game.governments, strict=False):
        for stance in (*rests_on_anything(held), "transactional", "gdp"):
            assert getattr(mine, stance) == getattr(its, stance), stance
    for mine, its in zip(held.items, game.items, strict=True):
        assert (mine.in_force, mine.divisible) == (its.in_force, its.divisible)
        asked = SimpleNamespace(**(vars(its) | {"proposed": 0.9}))
        members = game.governments[: start.n_allies + 1]
        assert motion(held, mine.code, 0.9).draft == compromise_draft(asked, members)


def rests_on_anything(held):
    """Every stance on which a position of the first member rests."""
    return sorted({stance for code in Agenda for stance in rests_on(motion(held, code, 1.0), 0)})


def test_a_card_as_it_is_gives_the_chance_that_is_told(start):
    council = [sitting(start, future) for future in range(3)]
    for code in (Agenda.TAIWAN_TEXT, Agenda.SPENDING_PLEDGE):
        drafts = [motion(held, code, 0.9) for held in council]
        for seat in (3, start.n_allies):
            chance = answer(drafts, seat, start).chance
            for stance in rests_on(drafts[0], seat):
                card = float(start.countries[0][seat][stance])
                assert moved(drafts, seat, stance, card) == pytest.approx(chance)


def test_a_path_asks_for_what_it_asks_at_its_highest(case, start):
    asked = asks(sitting(start, 0), case.paths["everything_asked"].levers)

    assert set(asked) == set(Agenda)
    assert asked[Agenda.SPENDING_PLEDGE] == pytest.approx(1.0)
    assert asked[Agenda.LIAISON_OFFICE] == 1
    assert asked[Agenda.TAIWAN_TEXT] == pytest.approx(0.9)


def test_a_path_that_asks_for_no_more_than_holds_asks_nothing(case):
    assert votes(case, "DEU", 1)["status_quo"] == ()


@pytest.mark.parametrize("iso3", ["JPN", "KOR", "AUS", "NZL", "CHN", "RUS", "TWN"])
def test_who_is_no_member_has_no_vote(case, iso3):
    assert votes(case, iso3, 1) is None


def test_what_can_be_watered_down_begins_as_a_compromise(found):
    text, office_vote = found["FRA"]["taiwan_text"], found["FRA"]["liaison_office"]

    assert text.in_force < text.draft < text.asked
    assert (office_vote.draft, office_vote.divisible) == (1, False)
    assert (text.drafted, office_vote.drafted) == (1, 1)


def test_where_members_want_no_more_than_holds_there_is_no_draft(case, start):
    soft = {"china_hardness": -1.0, "asia_role": -1.0}
    members = start.iso3[: start.n_allies + 1]
    given = votes(replace(case, swings=dict.fromkeys(members, soft)), "DEU", FEW)

    text = next(vote for vote in given["everything_asked"] if vote.item == "taiwan_text")

    assert (text.drafted, text.draft, text.answer) == (0, None, None)


def test_france_and_hungary_stand_in_the_way_of_an_office_in_tokyo(found):
    for iso3, other in (("FRA", "HUN"), ("HUN", "FRA"), ("USA", "FRA")):
        assert other in found[iso3]["liaison_office"].answer.least_willing
    assert found["USA"]["liaison_office"].answer.chance > LIKELY
