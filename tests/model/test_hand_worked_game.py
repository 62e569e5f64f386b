"""A game of two quarters with three allies, worked out on paper.

Every number that a test below expects is derived here by hand, from made-up round facts. Luck is
switched off: every chance drawn is 0.2 and every shock 0. A parameter that this page does not name
is NaN, so that no number can enter behind its back.

The allies are A, B and C; the others who speak are the United States and one partner. Money is in
2015 USD bn. The first quarter is 2024Q4; the second, 2025Q1, is that in which the war opens.

**Stances.** All are at home as far from each other and equally loud, so each hears the mean of the
other four, and keeps 3/4 of its own view. Threat seen in Russia starts at A .8, B .4, C .8, US .6,
partner .6.

    A hears (.4+.8+.6+.6)/4 = .6 and comes to .75 x .8 + .25 x .6 = .75, which is -.05 from its own
    B hears (.8+.8+.6+.6)/4 = .7 and comes to .75 x .4 + .25 x .7 = .475, which is +.075
    C as A

**Budgets decided in 2024Q4.** Spending is A 1 (1 % of a GDP of 100), B 4 (2 % of 200), C 3 (3 % of
100); the target is 2 %. Budgets as last seen grew by 7 % in B, by 0 elsewhere: .28 in all.

    reason                     A                    B              C
    common                    .02                  .02            .02
    gap to target  .05 x 1pp x 2 x will .5 = .05    0              0
    border  .04                 0                    0            .04
    spill-in  .5 x      .28/(8-1)=.04 -> .02       0/4 -> 0     .28/(8-3)=.056 -> .028
    threat  .2 x            -.05 -> -.01         .075 -> .015  -.05 -> -.01
    pressure  .04 x (.75-.5)  .01                  .01            .01
    sum                       .09                 .045           .088
    crowded out by presence    0: it is that of 2024, and half of anything beyond would count
    falling back                0                    0       -(1-.7) x (.03-.02)/.03 = -.1
    wanted                    .09                 .045          -.012
    brake: the ceiling is 2.5 % and begins to bite 1 % below it
    room                 1.5 -> 1        (.025-.02)/.01 = .5   less than GDP: no brake
    decided                   .09                .0225          -.012

**In force in 2025Q1**: A e^.09 = 1.0941743, B 4 e^.0225 = 4.0910200, C 3 e^-.012 = 2.9642151;
together 8.1494094.

**Orders.** A quarter of spending buys equipment, joint purchases save .4 x (.5-.25) = .1 of the
price. The wait is 3 years, so 3/(4x3) = 1/4 of each third moves on in a quarter. Demand at the
start is 8/4 = 2, which is what industry delivers: price 1. In 2025Q1 demand is 8.1494094/4 =
2.0373523 and the price 1 + .5 x .0373523/2 = 1.0093381.

    2024Q4                       A                         B              C
    each third at the start     .2                        .8             .6
    bought spending/(16 x .9)   1/14.4 = .0694444   4/14.4 = .2777778   3/14.4 = .2083333
    delivered                   .05                       .2             .15
    first third now          .2194444                  .8777778       .6583333
    strength  1 + (delivered - keep/4)/value
                   1 + (.05-.025)/2.5 = 1.01   1 + (.2-.1)/20 = 1.005   1 + (.15-.045)/10.5 = 1.01

    2025Q1: A buys 1.0941743/(16 x .9 x 1.0093381) = .0752814; its first third becomes
    .75 x .2194444 + .0752814 = .2398647, its second .2194444/4 + .75 x .2 = .2048611
    strength: A 1.01 + (.05 - 1.01 x .025)/2.5 = 1.0199
              B 1.005 + (.2 - 1.005 x .1)/20 = 1.009975
              C 1.01 + (.15 - 1.01 x .045)/10.5 = 1.0199571

The values of the forces: a unit on the books counts for the money behind it (A has two brigades for
1, so half of each) and for what is ready (half). A 2 x .5 x .5 = .5 brigade-equivalents at 5 = 2.5;
B 4 x .5 = 2 at 5, 20 x .5 = 10 aircraft at .1, 9 ships at 1 = 20; C 1.5 at 5, 3 ships at 1 = 10.5.

**Readiness** moves by 1/8 of the way to running costs per force, both as ratios to the start. In
2024Q4 running costs are as they were, so strength x readiness = s (1 + (1/s - 1)/8) = (7s + 1)/8:

    A (7.07+1)/8 = 1.00875        B (7.035+1)/8 = 1.004375        C 1.00875
    brigades .5 x 1.00875 + 2 x 1.004375 + 1.5 x 1.00875 = 4.02625

In 2025Q1 it is 7/8 of (new strength x old readiness) + 1/8 of the running costs:

    A .875 x 1.0199 x 1.00875/1.01 + e^.09/8 = .8913080 + .1367718 = 1.0280798
    B .875 x 1.009975 x 1.004375/1.005 + e^.0225/8 = .8831785 + .1278444 = 1.0110229
    C .875 x 1.0199571 x 1.00875/1.01 + e^-.012/8 = .8913580 + .1235090 = 1.0148669
    brigades .5140399 + 2.0220458 + 1.5223004 = 4.0583861

**Presence shared out.** A quarter of 12 ships and 16 aircraft is asked: 3 and 4. Three units are
bound for one on station. Weights: B 9 ships x .5 for its own wish, C 3 ships x 1 for the alliance,
but half for never having done it; A has no ships. Of the aircraft all are B's, but it cannot
rotate more than a third of its ten.

    2024Q4: weights B 9 x 1.005 x .5 = 4.5225, C 3 x 1.01 x .5 = 1.515, together 6.0375
            B 3 x .7490683 = 2.2472050 ships, C .7527950; aircraft 10 x 1.005/3 = 3.35
            a ship on station binds 1 + 2 x .5 = 2 ready ships, an aircraft 2 ready aircraft
            ready in Europe: aircraft 10 x 1.004375 - 6.7 = 3.34375
            ships (9 x 1.004375 + 3 x 1.00875)/2 - 2 x 3 = .0328125
    2025Q1: weights B 4.5448875, C 1.5299357, together 6.0748232
            B 2.2444541, C .7555459 ships, aircraft 10 x 1.009975/3 = 3.3665833

**The war opens in 2025Q1** on day .2 x 91.25 = 18.25, so the United States has fought 73 days at
the end of the quarter. The pull has a half-time of 36.5 days: 1 - (1/2)^2 = 3/4 of it has happened.

    aircraft .8 x .75 = .6 away, .4 present; warships .4 x .75 = .3, .7 present;
    heavy ground .2 x .75 = .15, .85 present; terminal interceptors .3, .7 present; others none

C joins (.5 x .6 x 1 = .3 is more than .2), B does not (.5 x .6 x .5 = .15) and goes home in 146
days, of which 73 are over: half its units are out, 1.1222271 ships and 1.6832917 aircraft, and
bind twice that. C loses .1 x .7555459 = .0755546 of its 3 ships and keeps 2.9244454.

    aircraft 10.110229 - 3.3665833 = 6.7436458
    ships B 9 x 1.0110229/2 - 2.2444541 = 2.3051490
          C 2.9244454 x 1.0148669/2 = 1.4839615, less than the 1.5110918 bound: 0

**Air and sea margin.** Needed are 20 aircraft, 10 ships, 200 missiles; the US adds 10, 4 and 100.
Weights .4, .3, .3. Missiles: 40 are ordered and made a year, .4 of them for Europe: 100 + 4 - 1 %
= 103, then 103 + 4 - 1.03 = 105.97.

    2024Q4: .4 x 13.34375/20 + .3 x 4.0328125/10 + .3 x 203/200
            = .266875 + .120984375 + .3045 = .692359375
    alone:  without US missiles that suppress (.2) and strike (.1) aircraft count .7, without its
            upper tier (.1) missiles count .9
            .4 x .7 x .1671875 + .3 x .00328125 + .3 x .9 x .515 = .186846875
    2025Q1: aircraft (6.7436458 + 4)/20 = .5371823; ships (2.3051490 + 2.8)/10 = .5105149;
            missiles (105.97 + (.7 + 1)/2 x 100)/200 = .95485
            .2148729 + .1531545 + .286455 = .6544824

**Land margin.** Of the brigades .6 are heavy, the others count half: .8. Ten are needed. Support
is worth .5 + .5 x margin above. The US has 2 brigades and can bring 4.

    2024Q4: 4.02625 x .8 x (.5 + .5 x .692359375 = .8461796875) = 2.7255448, with 2 + 4:
            .87255448 of what is needed
    alone:  half of the brigades can move; half of the plans, worth .4, hold together .2 of what
            the US command does: .5 + .5 x .2 = .6; support .5934234375
            4.02625 x .5 x .8 x .5934234375 x .6 = .5734251, a margin of .05734251
    2025Q1: .4 of the lift: .5 + .5 x .4 = .7 can move; US command at 1 - .5: .5 + .5 x .5 = .75;
            support .8272412; 4.0583861 x .7 x .8 x .8272412 x .75 = 1.4100510
            US: .85 x (2 + 4 x .5 x .7) = 2.89, as half of the reinforcement is withheld
            margin .4300051

    the defence holds with m^2/(1+m^2): .7613513/1.7613513 = .4322541, then .1849044/1.1849044
    = .1560500

**Russia** has .25 of its forces free. Hazard a year .1 x .25 x e^(1 - p_hold) = .025 x e^.5677459
= .025 x 1.7642857 = .0441071, a quarter 1 - (.9558929)^(1/4) = .0112140. In 2025Q1 the US has been
tied down for more than two months: .025 x e^(.5 + .8439500) = .025 x 3.8341570 = .0958539, a
quarter 1 - (.9041461)^(1/4) = .0248762. Both are below .2: no attack.

**Money.** Plans cost .8 x .5 = .4 a year, of which A pays a quarter. Aid is .25 % of GDP. Presence
costs .1 a year for a ship and .02 for an aircraft on station.

    A 2024Q4 (1 + .1 + .25)/4 = .3375, 2025Q1 (1.0941743 + .35)/4 = .3610436: .6985436
    B 2024Q4 presence .2247205 + .067 = .2917205, (4 + .2 + .5 + .2917205)/4 = 1.2479301
      2025Q1 presence .2244454 + .0673317 = .2917771, (4.0910200 + .7 + .2917771)/4 = 1.2706993
      together 2.5186294, of which presence (.2917205 + .2917771)/4 = .1458744

**Loss**: A 2 x .01 for chips + .5 x .1 for trade + .03 for money = .1 of GDP in the first year.
"""

import math
from dataclasses import replace
from types import SimpleNamespace

import pytest

from sim.data.load import Prior, load_countries
from sim.experiment.start import build_start
from sim.model.behaviour import (
    attacking,
    budgeting,
    deploying,
    events,
    fighting,
    perceiving,
    settling,
)
from sim.model.ladders import Administration, Asset, Stage
from sim.model.reference import Wargame

SEATS = ("EST", "FRA", "POL", "USA", "JPN", "CHN", "RUS", "TWN")  # allies A, B and C come first
CLOSE = 2e-6  # relative; the page above keeps seven digits

CONSTANTS = {
    # stances
    "stubbornness_share": 0.75,
    "influence_distance_km": 1000.0,
    "influence_gdp_power": 0.0,
    "same_alliance_effect": 0.0,
    "anchor_return_rate": 0.0,
    "trade_stance_effect": 0.02,
    "trade_engagement_rate": 0.04,
    "stance_noise": 0.02,
    "growth_noise": 0.02,
    "election_rate": 0.0,
    "prioritiser_share": 0.5,
    # budgets; the reactions of calm years must not matter while the war in Ukraine lasts
    "war_end_rate": 0.0,
    "shock_memory_years": 4.0,
    "common_growth_before_shock": 7.0,
    "common_growth_after_shock": 0.02,
    "gdp_growth_effect_before_shock": 7.0,
    "gdp_growth_effect_after_shock": 0.3,
    "pledge_gap_effect_before_shock": 7.0,
    "pledge_gap_effect_after_shock": 0.05,
    "border_effect_before_shock": 7.0,
    "border_effect_after_shock": 0.04,
    "share_persistence_before_shock": 7.0,
    "share_persistence_after_shock": 0.7,
    "spending_noise_before_shock": 7.0,
    "spending_noise_after_shock": 0.1,
    "spill_in_effect": 0.5,
    "threat_spending_effect": 0.2,
    "burden_pressure_effect": 0.04,
    "crowd_out_share": 0.5,
    "fiscal_room_share": 0.5,
    "fiscal_ceiling_with_room": 0.025,
    "fiscal_ceiling_low": 0.02,
    "fiscal_ceiling_high": 0.03,
    "fiscal_brake_width": 0.01,
    # forces
    "modern_brigade_spending": 1.0,
    "modernity_floor": 0.1,
    "land_readiness_share": 0.5,
    "aircraft_readiness_share": 0.5,
    "ship_readiness_share": 0.5,
    "brigade_cost": 5.0,
    "aircraft_cost": 0.1,
    "ship_cost": 1.0,
    "sustain_factor": 1.0,
    "delivery_years": 3.0,
    "gap_closing_years": 12.0,
    "gap_closing_reference": 12.0,
    "readiness_money_effect": 1.0,
    "readiness_rate": 0.5,
    # industry
    "output_share_2024": 0.8,
    "capacity_use_share": 0.5,
    "industry_start_delay": 12.0,
    "industry_slip_months": 12.0,
    "fulfilment_share": 0.5,
    "industry_ceiling_multiple": 5.0,
    "industry_doubling_months": 19.0,
    "industry_expansion_cost": 10.0,
    "scarcity_price_effect": 0.5,
    "scarcity_price_ceiling": 3.0,
    "joint_procurement_2024": 0.25,
    "joint_saving_share": 0.4,
    "joint_delay_years": 0.0,
    "missile_lead_delay": 12.0,
    "platform_replacement_years": 8.0,
    "allied_interceptors": 100.0,
    "interceptor_output_2024": 40.0,
    "interceptor_ageing_rate": 0.04,
    "interceptors_ukraine_share": 0.5,
    "munitions_priority_2024": 0.4,
    "enabler_programme_cost": 90.0,
    "enabler_upkeep_share": 0.05,
    "contingency_planning_cost": 0.8,
    "planning_delay": 4.0,
    "ukraine_aid_2024": 0.0025,
    "ukraine_missile_weight": 0.2,
    # presence
    "presence_ships": 12.0,
    "presence_aircraft": 16.0,
    "rotation_ratio": 3.0,
    "novice_deployer_share": 0.5,
    "ship_presence_cost": 0.1,
    "aircraft_presence_cost": 0.02,
    "joining_effect": 0.5,
    "joiner_loss_share": 0.1,
    "return_days": 146.0,
    # the war over Taiwan
    "us_entry_immediate_share": 0.6,
    "us_entry_days_share": 0.15,
    "us_entry_never_share": 0.1,
    "us_entry_days_delay": 2.0,
    "us_entry_weeks_delay": 14.0,
    "japan_basing_share": 0.85,
    "china_wins_base": 0.3,
    "china_wins_hampered": 0.5,
    "china_wins_alone": 0.9,
    "draw_half_time_days": 36.5,
    "drawn_share_long_range_missiles": 0.0,
    "drawn_share_aircraft": 0.8,
    "drawn_share_warships": 0.4,
    "drawn_share_terminal_interceptors": 0.4,
    "drawn_share_area_interceptors": 0.0,
    "drawn_share_upper_tier_defence": 0.0,
    "drawn_share_suppression_munitions": 0.0,
    "drawn_share_heavy_ground": 0.2,
    "missiles_fired_share": 0.8,
    "platforms_lost_share": 0.2,
    "ground_lost_share": 0.05,
    "pacific_hold_days": 180.0,
    "loss_half_years": 2.0,
    "chip_loss_effect": 2.0,
    "trade_loss_effect": 0.5,
    "financial_loss_share": 0.03,
    "taiwan_home_loss_share": 0.4,
    "china_home_loss_share": 0.2,
    "opportunism_delay": 2.0,
    # denial
    "us_aircraft_for_europe": 10.0,
    "us_ships_for_europe": 4.0,
    "us_interceptors_for_europe": 100.0,
    "interceptors_needed": 200.0,
    "aircraft_weight": 0.4,
    "ships_weight": 0.3,
    "suppression_weight": 0.2,
    "strike_missile_weight": 0.1,
    "upper_tier_weight": 0.1,
    "mobility_floor": 0.5,
    "planning_effect": 0.4,
    "fragmentation_share": 0.5,
    "support_floor": 0.5,
    "heavy_brigade_share": 0.6,
    "light_brigade_weight": 0.5,
    "reinforcement_brigades": 4.0,
    "reinforcement_withheld_share": 0.5,
    "us_command_loss_share": 0.5,
    "required_brigades": 10.0,
    "denial_steepness": 2.0,
    # Russia
    "reconstitution_years": 6.0,
    "reconstitution_ln_sd": 0.42,
    "reconstitution_floor": 0.25,
    "support_recovery_effect": 0.2,
    "russian_attack_rate": 0.1,
    "us_engaged_effect": 0.5,
    "denial_deficit_effect": 1.0,
}

LEVERS = {
    "spending_target": 0.02,
    "joint_procurement": 0.5,
    "industry_expansion": 0.0,
    "contingency_planning": 0.5,
    "european_enablers": 0.0,
    "munitions_priority": 0.4,
    "ukraine_aid": 0.0025,
    "indo_pacific_presence": 0.25,
}

OF_ALL = {
    "gdp": (100.0, 200.0, 100.0, 500.0, 300.0, 600.0, 100.0, 50.0),
    "spending": (1.0, 4.0, 3.0, 15.0, 3.0, 9.0, 6.0, 1.0),
    "spending_share": (0.01, 0.02, 0.03, 0.03, 0.01, 0.015, 0.06, 0.02),
    "china_hardness": (0.6, 0.6, 0.6, 0.6, 0.6, 0.0, 0.0, 0.0),
    "russia_threat": (0.8, 0.4, 0.8, 0.6, 0.6, 0.0, 0.0, 0.0),
    "trade_china": (0.1, 0.1, 0.1, 0.1, 0.1, 0.0, 0.0, 0.1),
    "trade_taiwan": (0.01, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
    "china_engagement": (0.5, 0.5, 0.5, 0.5, 0.5, 0.0, 0.0, 0.0),
    "gdp_trend": (0.0,) * 8,
}

OF_ALLIES = {
    "spend_will": (0.5, 0.5, 0.5),
    "border": (0.0, 0.0, 1.0),
    "spending_habit": (0.01, 0.02, 0.02),
    "spending_growth_seen": (0.0, 0.07, 0.0),
    "equipment_share": (0.25, 0.25, 0.25),
    "equipment_history": (0.1, 0.4, 0.18),
    "equipment_recent": (0.2, 0.8, 0.6),
    "brigade_count": (2.0, 4.0, 3.0),
    "aircraft_count": (0.0, 20.0, 0.0),
    "ship_count": (0.0, 9.0, 3.0),
    "can_deploy_ships": (0.0, 1.0, 0.0),
    "can_deploy_aircraft": (0.0, 1.0, 0.0),
    "asia_role": (0.2, 0.5, 1.0),
    "national_presence": (0.0, 0.5, 0.0),
}


def made_up_start(case):
    """The start of the game on this page: two quarters, a war in the second, facts as above."""
    unknown = {name: math.nan for name in case.parameters}
    values = unknown | CONSTANTS
    assert set(values) == set(case.parameters), "the page names a parameter that is not there"
    only_path = replace(
        case.paths["status_quo"],
        levers={name: (value, value) for name, value in LEVERS.items()},
    )
    countries = load_countries()
    start = build_start(
        replace(
            case,
            start=(2024, 4),
            steps=2,
            paths={"status_quo": only_path},
            parameters={
                name: replace(case.parameters[name], prior=Prior("constant", a=value))
                for name, value in values.items()
            },
            contingency=replace(
                case.contingency,
                opens=(2025, 1),
                us_intervenes=True,
                us_delay_days=0.0,
                japan_basing=True,
                duration_days=365.0,
            ),
        ),
        countries={iso3: countries[iso3] for iso3 in SEATS},
    )
    fill(start)
    return start


def fill(start):
    """Writes the made-up facts over those of the seats."""
    assert start.iso3 == SEATS
    start.distance_km[:] = 0.0
    start.united_states["brigades_in_europe"] = 2.0
    start.united_states["alliance_first_pressure"] = 0.75
    start.united_states["prioritiser_pressure"] = 0.95
    for name, values in OF_ALL.items():
        start.countries[0][name] = values
    for name, values in OF_ALLIES.items():
        start.countries[0][name][:3] = values


@pytest.fixture
def game(cases, monkeypatch):
    """The game before its first quarter, with luck switched off."""
    for module in (attacking, budgeting, deploying, events, fighting, perceiving, settling):
        if hasattr(module, "chance"):
            monkeypatch.setattr(module, "chance", lambda world, actor, decision: 0.2)
        if hasattr(module, "shock"):
            monkeypatch.setattr(module, "shock", lambda world, actor, decision: 0.0)
    return Wargame(made_up_start(cases["taiwan_2027"]))


@pytest.fixture
def first(game):
    """After 2024Q4."""
    game.step()
    return seen(game)


@pytest.fixture
def second(game, first):
    """After 2025Q1."""
    game.step()
    return seen(game)


def seen(game):
    """The parts of the game that the page speaks of."""
    a, b, c = game.allies
    return SimpleNamespace(
        a=a,
        b=b,
        c=c,
        world=game.world,
        market=game.market,
        russia=game.russia,
        classes=game.classes,
        campaign=game.campaign,
        united_states=game.united_states,
        ledger=game.ledger,
    )


def near(*numbers):
    return pytest.approx(numbers[0] if len(numbers) == 1 else list(numbers), rel=CLOSE)


def of(field, *actors):
    return [getattr(actor, field) for actor in actors]


def test_units_on_the_books_count_by_the_money_behind_them(game):
    assert of("brigades", *game.allies) == near(0.5, 2.0, 1.5)
    assert of("aircraft", *game.allies) == near(0.0, 10.0, 0.0)
    assert of("force_value", *game.allies) == near(2.5, 20.0, 10.5)
    assert of("fiscal_ceiling", *game.allies) == near(0.025, 0.025, 0.03)


def test_governments_weigh_their_own_view_against_their_peers(first):
    assert (first.world.year, first.world.quarter) == (2024, 4)
    assert of("russia_threat", first.a, first.b, first.c) == near(0.75, 0.475, 0.75)
    assert of("china_hardness", first.a, first.b, first.c) == near(0.6, 0.6, 0.6)


def test_the_budget_is_decided_in_the_fourth_quarter(first):
    assert of("spending_growth", first.a, first.b, first.c) == near(0.09, 0.0225, -0.012)
    assert of("spending", first.a, first.b, first.c) == near(1.0, 4.0, 3.0)


def test_and_holds_from_the_first(second):
    assert (second.world.year, second.world.quarter) == (2025, 1)
    assert of("spending", second.a, second.b, second.c) == near(1.0941743, 4.0910200, 2.9642151)
    assert of("spending_growth_seen", second.a, second.b, second.c) == near(0.09, 0.0225, -0.012)
    assert second.world.allied_spending == near(8.1494094)


def test_orders_move_through_the_thirds_of_the_wait(first):
    allies = (first.a, first.b, first.c)
    assert first.market.price == near(1.0)
    assert of("orders_early", *allies) == near(0.2194444, 0.8777778, 0.6583333)
    assert of("orders_middle", *allies) == near(0.2, 0.8, 0.6)
    assert of("orders_late", *allies) == near(0.2, 0.8, 0.6)
    assert of("strength", *allies) == near(1.01, 1.005, 1.01)


def test_scarcity_makes_the_next_orders_dearer(second):
    assert second.market.demand == near(2.0373523)
    assert second.market.price == near(1.0093381)
    assert second.a.orders_early == near(0.2398647)
    assert second.a.orders_middle == near(0.2048611)
    assert of("strength", second.a, second.b, second.c) == near(1.0199, 1.009975, 1.0199571)


def test_presence_is_shared_out_by_fleet_practice_and_wish(first):
    assert of("ships_on_station", first.a, first.b, first.c) == near(0.0, 2.2472050, 0.7527950)
    assert of("aircraft_on_station", first.a, first.b, first.c) == near(0.0, 3.35, 0.0)
    assert first.world.ready_aircraft == near(3.34375)
    assert first.world.ready_ships == near(0.0328125)


def test_readiness_follows_running_costs_per_force(first):
    assert first.world.ready_brigades == near(4.02625)


def test_readiness_follows_the_new_budgets(second):
    assert second.world.ready_brigades == near(4.0583861)


def test_the_opening_quarter_pulls_three_quarters_of_what_a_full_war_takes(second):
    assert second.campaign.stage == Stage.WAR
    assert second.campaign.us_days == near(73.0)
    away = {asset: second.classes[asset].away for asset in Asset}
    drawn = {
        Asset.AIRCRAFT: 0.6,
        Asset.WARSHIPS: 0.3,
        Asset.HEAVY_GROUND: 0.15,
        Asset.TERMINAL_INTERCEPTORS: 0.3,
    }
    assert away == pytest.approx({asset: drawn.get(asset, 0.0) for asset in Asset}, rel=CLOSE)
    assert second.classes[Asset.AIRCRAFT].present == near(0.4)


def test_one_ally_joins_and_the_other_goes_home(second):
    assert of("joins", second.b, second.c) == [0.0, 1.0]
    assert of("ships_on_station", second.b, second.c) == near(1.1222271, 0.7555459)
    assert second.b.aircraft_on_station == near(1.6832917)
    assert of("ships", second.b, second.c) == near(9.0, 2.9244454)
    assert second.world.ready_aircraft == near(6.7436458)
    assert second.world.ready_ships == near(2.3051490)


def test_margins_in_peace(first):
    assert first.market.interceptors == near(103.0)
    assert first.world.margin_airsea == near(0.692359375)
    assert first.world.margin_land == near(0.87255448)
    assert first.world.margin_land_without_us == near(0.05734251)
    assert first.world.p_hold == near(0.4322541)


def test_margins_at_the_end_of_the_opening_quarter(second):
    assert second.market.interceptors == near(105.97)
    assert second.world.margin_airsea == near(0.6544824)
    assert second.world.margin_land == near(0.4300051)
    assert second.world.p_hold == near(0.1560500)
    assert second.ledger.margin_land_low == near(0.4300051)


def test_russia_weighs_an_attack(first):
    assert first.russia.reconstitution == 0.25
    assert first.russia.attack_hazard == pytest.approx(0.0112140, rel=1e-5)
    assert first.united_states.engaged == 0.0


def test_russia_weighs_it_again_when_the_united_states_is_tied_down(second):
    assert second.united_states.engaged == 1.0
    assert second.united_states.administration == Administration.PRIORITISER
    assert second.russia.attack_hazard == pytest.approx(0.0248762, rel=1e-5)
    assert second.russia.attacked == -1


def test_every_dollar_is_in_the_bill(second):
    assert of("spending_total", second.a, second.b) == near(0.6985436, 2.5186294)
    assert of("presence_total", second.a, second.b) == near(0.0, 0.1458744)


def test_the_war_costs_trade_chips_and_money(second):
    assert of("gdp_loss", second.a, second.b) == near(0.1, 0.08)
    assert second.a.gdp == 100.0, "the loss bites from the next quarter"
