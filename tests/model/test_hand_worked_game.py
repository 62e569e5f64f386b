"""A game of two quarters with three allies, worked out on paper.

Every number that a test below expects is derived here by hand, from made-up round facts. Luck is
switched off: every chance drawn is 0.2 and every shock 0. A parameter that this page does not name
is NaN, so that no number can enter behind its back; an effect that must not show is 7.

The allies are A, B and C; the others who speak are the United States and one partner. Money is in
2015 USD bn. The first quarter is 2024Q4; the second, 2025Q1, is that in which the war opens. The
path does what was done in 2024: nothing is proposed, so the council has nothing to decide.

**Stances.** All are at home as far from each other and equally loud, so each hears the mean of the
other four, and keeps 3/4 of its own view. Threat seen in Russia starts at A .8, B .4, C .8, US .6,
partner .6. To stay there, each needs a settled view that leans against what it hears:

    A hears (.4+.8+.6+.6)/4 = .6 and wants (.8 - .25 x .6)/.75 = .8666667; C as A
    B hears (.8+.8+.6+.6)/4 = .7 and wants (.4 - .25 x .7)/.75 = .3

Then something happens that moves the settled views of A and C to .8 and that of B to .4:

    A comes to .75 x .8 + .25 x .6 = .75, which is -.05 from its start; C as A
    B comes to .75 x .4 + .25 x .7 = .475, which is +.075

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
    crowded out by presence    0: it is still that of 2024; half of anything beyond would count
    falling back                0                    0       -(1-.7) x (.03-.02)/.03 = -.1
    wanted                    .09                 .045          -.012
    brake: the ceiling is 2.5 % and begins to bite 1 % below it
    room                 1.5 -> 1        (.025-.02)/.01 = .5   less than GDP: no brake
    decided                   .09                .0225          -.012

**In force in 2025Q1**: A e^.09 = 1.0941743, B 4 e^.0225 = 4.0910200, C 3 e^-.012 = 2.9642151;
together 8.1494094.

**Orders.** A quarter of spending buys equipment, joint purchases save .4 x (.5-.25) = .1 of the
price. The wait is 3 years, so 3/(4x3) = 1/4 of each third moves on in a quarter. Demand at the
start is 8/4 = 2, of which industry delivers .8, 1.6. Scarcity makes that 1 + .5 x (2/1.6 - 1) =
1.125 times as dear as without; that is price 1. In 2025Q1 demand is 8.1494094/4 = 2.0373524 and
the price (1 + .5 x (2.0373524/1.6 - 1))/1.125 = 1.1366726/1.125 = 1.0103757. Orders would pull
capacity from 1.6/.5 = 3.2 to 1.1 x 2/.5 = 4.4, but no expansion is funded.

    2024Q4                       A                         B              C
    each third at the start     .2                        .8             .6
    bought spending/(16 x .9)   1/14.4 = .0694444   4/14.4 = .2777778   3/14.4 = .2083333
    delivered                   .05                       .2             .15
    first third now          .2194444                  .8777778       .6583333
    strength  1 + (delivered - keep/4)/value
                   1 + (.05-.025)/2.5 = 1.01   1 + (.2-.1)/20 = 1.005   1 + (.15-.045)/10.5 = 1.01

    2025Q1: A buys 1.0941743/(16 x .9 x 1.0103757) = .0752040; its first third becomes
    .75 x .2194444 + .0752040 = .2397874, its second .2194444/4 + .75 x .2 = .2048611
    strength: A 1.01 + (.05 - 1.01 x .025)/2.5 = 1.0199
              B 1.005 + (.2 - 1.005 x .1)/20 = 1.009975
              C 1.01 + (.15 - 1.01 x .045)/10.5 = 1.0199571

The values of the forces: a unit on the books counts for the money behind it (A has two brigades for
1, so half of each) and for what is ready (half). A 2 x .5 x .5 = .5 brigade-equivalents at 5 = 2.5;
B 4 x .5 = 2 at 5, 20 x .5 = 10 aircraft at .1, 9 ships at 1 = 20; C 1.5 at 5, 3 ships at 1 = 10.5.
None is below 20 years of upkeep: A 20 x .1 = 2, B 8, C 3.6.

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
            a ship on station binds 1 + 2 x .5 = 2 ready ships, an aircraft 2 ready aircraft: 6.7
            ready in Europe: aircraft 10 x 1.004375 - 6.7 = 3.34375
            ships (9 x 1.004375 + 3 x 1.00875)/2 - 2 x 3 = .0328125
    2025Q1: weights B 4.5448875, C 1.5299357, together 6.0748232
            B 2.2444541, C .7555459 ships, aircraft 10 x 1.009975/3 = 3.3665833

Presence is the mean of 3 of 12 ships and of the aircraft of 16: (.25 + (10/3)/16)/2 = .2291667 in
2024, .2296875 and .2302057 in the two quarters. What B's growing fleet adds, .00103906 by 2025Q1,
is worth as much to China in log-odds, with an effect of 1; all other effects of presence are off.

**The war opens in 2025Q1** on day .2 x 91.25 = 18.25, which leaves 73 days of the quarter. It is
over in one turn of 3.5 days; nine quiet weeks follow, and a tenth would not fit: the United States
has fought and held for 66.5 days. The pull has a half-time of 33.25 days: 1 - (1/2)^2 = 3/4 of it
has happened.

    aircraft .8 x .75 = .6 away or lost, .4 present; warships .4 x .75 = .3, .7 present;
    heavy ground .2 x .75 = .15, .85 present; terminal interceptors .3, .7 present; others none

**The turn.** US forces in the Pacific are 1.0235 of what they were: 102.35 aircraft, 20.47 escorts,
10.235 submarines. Japan fights (.3 + (.6 - .5) = .4 is more than .2) with 50 aircraft and 10 ships.
Of Europe .6799913 ships joined, .3399956 of the 2 that would be all of it: 3.3999561 ships.

    Taiwan loses half of 40 aircraft and of 10 ships
    30 missiles at bases; 20 interceptors meet 10 of them, and 1/4 of those gets through: 22.5
    on the ground within reach 51.175 + 25 = 76.175; 76.175 (1 - e^(-45/76.175)) = 33.9805653 are
    hit, and a third of that in the air: 45.3074206 lost, 30.4379028 US and 14.8695178 Japanese
    40 missiles at ships, 10 get through: 2 on carriers, .4 of one lost; 8 on others, 3.2 of
    20.47 + 10 + 3.3999561 = 33.8699561: 1.9339854 US, .9447901 Japanese, .3212245 partners'
    Chinese aircraft: .1 x (71.9120972 + 35.1304822 + 20) = 12.7042579
    landed: 10 ships x .5 + 1 by air = 6 battalions
    at the fleet: 10 of 40 coastal missiles and 15 of 60 others hit, 25/2.5 = 10 ships; submarines
    .2 x (10.235 x 1.0339996 + 2) = 2.5165971; aircraft .02 x 107.0425794 = 2.1408516; together
    14.6574487, three quarters of which would be more than the 10 amphibious ships: all of
    them, and 4.6574487 escorts. So the fleet is defeated.
    ashore: 6 against 8 + 2: 10 x .05 = .5 lost, 5.5 left; 6 x .05 = .3 lost, 9.7 left
    Chinese dead: .5 x 100 + 10 x 20 + 4.6574487 x 10 + 12.7042579 = 309.2787448
    US aircraft lost 30.4379028/102.35 = .2973903 of all, Chinese ships 14.6574487/30 = .4885816:
    the Pacific balance turns by .2 x (.2973903 - .4885816) = -.0382383

C joins (.5 x .6 x 1 = .3 is more than .2), B does not (.5 x .6 x .5 = .15) and goes home in 146
days, of which 73 are over: half its units are out, 1.1222271 ships and 1.6832917 aircraft, and
bind twice that. C loses .1 x .7555459 = .0755546 of its ships on station and keeps .6799913 there;
in ships of the start that is .0755546/1.0199571 = .0740762 of 3, and 2.9259238 are left.

    aircraft 10.110229 - 3.3665833 = 6.7436458
    ships B 9 x 1.0110229/2 - 2.2444541 = 2.3051490
          C 2.9259238 x 1.0148669/2 = 1.4847117, less 1.5110918 - .0755546 bound: .0491745

**The answer to it.** With the war a crisis opens. Units stay with 1 - .5 x (1 - .6 x .5) = .65 in B
and 1 - .5 x (1 - .6) = .8 in C, both more than .2, so nobody leaves it, and nobody surges. Expected
to stay are .65 x 2.2444541 + .8 x .7555459 = 2.0633319 of the 3 ships, .6877773. At a given time a
unit of B is there for certain (2.24 ships, and 3.37 aircraft in detachments of 6), one of C with
.7555459: that at least one European unit fights has 1 - (1 - .15) x (1 - .3 x .7555459) = 1 - .85 x
.7733362 = .3426642.

**Posture.** The administration of 2025 puts its commitment at .6 where it was .8, which costs .5 x
.2 = .1 of the posture; allied brigades are (.5 x 1.01 + 2 x 1.005 + 1.5 x 1.01)/4 = 1.0075 of what
they were, which brings .8 x .0075 = .006. Half of the way to .906 is gone in a quarter: .953. Half
of what leaves, .0235, arrives in the Pacific. The posture multiplies everything that the US has for
Europe, what is on its way included. Half of the troops based there are ground forces, .3 air forces
and .2 naval: .953 x (.5 x .85 + .3 x .4 + .2 x .7) = .953 x .685 = .652805 of A's 1000 are left.

**Air and sea margin.** Needed are 20 aircraft, 10 ships, 200 missiles; the US adds 10, 4 and 100.
Weights .4, .3, .3. Missiles: 40 are ordered and made a year, .4 of them for Europe: 100 + 4 - 1 %
= 103, then 103 + 4 - 1.03 = 105.97.

    2024Q4: .4 x 13.34375/20 + .3 x 4.0328125/10 + .3 x 203/200
            = .266875 + .120984375 + .3045 = .692359375
    alone:  without US missiles that suppress (.2) and strike (.1) aircraft count .7, without its
            upper tier (.1) missiles count .9
            .4 x .7 x .1671875 + .3 x .00328125 + .3 x .9 x .515 = .186846875
    2025Q1: US aircraft .4 x .953 x 10 = 3.812, ships .7 x .953 x 4 = 2.6684, missiles
            .85 x .953 x 100 = 81.005; .047 of what suppresses and strikes is gone, so aircraft
            count 1 - .3 x .047 = .9859, and of the upper tier: 1 - .1 x .047 = .9953
            .9859 x (6.7436458 + 3.812)/20 = .5203406; (2.3543235 + 2.6684)/10 = .5022724;
            .9953 x (105.97 + 81.005)/200 = .9304811
            .2081362 + .1506817 + .2791443 = .6379622

**Land margin.** Of the brigades .6 are heavy, the others count half: .8. Ten are needed. Support
is worth .5 + .5 x margin above. The US has 2 brigades and can bring 4.

    2024Q4: 4.02625 x .8 x (.5 + .5 x .692359375 = .8461796875) = 2.7255448, with 2 + 4:
            .87255448 of what is needed
    alone:  half of the brigades can move; half of the plans, worth .4, hold together .2 of what
            the US command does: .5 + .5 x .2 = .6; support .5934234375
            4.02625 x .5 x .8 x .5934234375 x .6 = .5734251, a margin of .05734251
    2025Q1: .4 x .953 = .3812 of the lift: .5 + .5 x .3812 = .6906 can move; US command at 1 - .5:
            half of the plans, worth .4, do .2 of the other half: .5 + .5 x (.5 + .5 x .2) = .8
            support .5 + .5 x .6379622 = .8189811
            4.0583861 x .6906 x .8 x .8189811 x .8 = 1.4690406
            US: .85 x .953 = .81005 of (2 + 4 x .5 x .6906 = 3.3812), as half of the reinforcement
            is withheld: 2.7389411; margin .4207982
    The plans are those of 2024, so they add nothing to what is ready.

    while the ships are still out, on every day of the war: .9859 x (3.3770624 + 3.812)/20
            = .3543847; (.1098694 + 2.6684)/10 = .2778269: air and sea .1417539 + .0833481 +
            .2791443 = .5042463; support .7521232, allies 1.3491148, margin .4088056, the lowest

**A sudden attack** is decided on day 5. A fifth stands there, half of the light brigades come in 5
days, of the heavy ones in 10: there are .6 and .2 + .8 x (1 - 1/sqrt 2) = .4343146 of them.

    2025Q1: 4.0583861 x (.6 x .4343146 + .4 x .5 x .6) x .6906 x .8189811 x .8 = .6988753; US
            .4343146 x .81005 x 2 = .7036331; over 2.5: .5610034, so that a capital is reached in
            40/(1 - .5610034) = 91.1168754 hours; it is held with .3147248/1.3147248 = .2393845

    the defence holds with m^2/(1+m^2): .7613513/1.7613513 = .4322541, then .1770711/1.1770711
    = .1504336

**Russia** has .25 of its forces free. Hazard a year .1 x .25 x e^(1 - p_hold) = .025 x e^.5677459
= .025 x 1.7642857 = .0441071, a quarter 1 - (.9558929)^(1/4) = .0112140. In 2025Q1 the US has been
tied down for more than two months: .025 x e^(.5 + .8495664) = .025 x 3.8557533 = .0963938, a
quarter 1 - (.9036062)^(1/4) = .0250220. Both are below .2: no attack. Should the fighting stop now,
recovery would take 6 years, less .5 x .2 of it as war has drawn China and Russia .2 closer: 5.4.

**Money.** Plans cost .8 x .5 = .4 a year, of which A pays a quarter. Aid is .25 % of GDP. Presence
costs .1 a year for a ship and .02 for an aircraft on station.

    A 2024Q4 (1 + .1 + .25)/4 = .3375, 2025Q1 (1.0941743 + .35)/4 = .3610436: .6985436
    B 2024Q4 presence .2247205 + .067 = .2917205, (4 + .2 + .5 + .2917205)/4 = 1.2479301
      2025Q1 presence .2244454 + .0673317 = .2917771, (4.0910200 + .7 + .2917771)/4 = 1.2706993
      together 2.5186294, of which presence (.2917205 + .2917771)/4 = .1458744

**Loss**: A 2 x .01 for chips + .5 x .1 for trade + .03 for money = .1 of GDP in the first year. An
invasion breaks all trade with China of those who join sanctions, so sanctions add nothing to it;
China loses .2, in which sanctions are.

**China.** The expert hazard is .19 a year for an invasion, as much for a blockade, .36 for a
quarantine: by half-years 1 - sqrt(.81) = .1, .1 and 1 - sqrt(.64) = .2, which leaves .6 for
holding; log-odds ln(1/6) = -1.7917595, the same, and ln(1/3) = -1.0986123. Here the scenario
decides instead. Everybody is as tough (.6) as it is exposed (.1): 10 x .1 - 10 x .1 = 0, so each
would join sanctions with .5. The three are in the EU, and each is a veto with .2 x .5: with .9^3 =
.729 nobody objects and their 400 join as one, the 800 of the others with .5, so (.729 x 400 + .5 x
800)/1200 = .5763333 of GDP is expected. When the war opens .2 is less than .729, so the EU acts and
all three with it, and less than .5, so the other two join. Japan gives bases as the scenario says.
China expects the US to fight with .9, odds of 9, at the will of .6 for which that is published; the
administration of 2025 has a will of .4, for odds of 9 e^(5 ln 3 x (.4 - .6)) = 3, so .75. Nothing
has been blocked, so in 2025Q1 .6 of the missing .047 is all the split, .0282, worth .5 x .0282 =
.0141 to China, and presence .00103906, together .01513906; what arrives in the Pacific takes .0235
from the balance. It had not moved before, so it pulled nobody out of Europe. One in ten is coerced,
which is below .2: nobody.

**Words.** The narrative gains .06 and loses .15 of itself in a year: it rests at .4. The region
hears .02 x .4/4 = .002 of it a quarter and .01/4 = .0025 from the US: .5 becomes .5005. The partner
comes closer by .1 x .4/4 = .01 a quarter from .5: .51. In the council everybody tosses a coin over
a test decision; four of them all let it pass with 1/16.
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
    campaigning,
    coercing,
    council,
    deciding,
    deploying,
    events,
    landing,
    mustering,
    opening,
    perceiving,
    settling,
    speaking,
    striking,
    suffering,
)
from sim.model.ladders import Administration, Asset, Outcome, Stage
from sim.model.reference import Wargame

SEATS = ("EST", "FRA", "POL", "USA", "JPN", "CHN", "RUS", "TWN")  # allies A, B and C come first
CLOSE = 2e-6  # relative; the page above keeps seven digits
WITH_LUCK = (
    *(attacking, budgeting, campaigning, coercing, council, deciding, deploying, events),
    *(landing, mustering, opening, perceiving, settling, speaking, striking, suffering),
)

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
    "crisis_leaving_share": 0.5,
    "aircraft_detachment": 6.0,
    # the war over Taiwan
    "us_entry_immediate_share": 0.6,
    "us_entry_days_share": 0.15,
    "us_entry_weeks_share": 0.15,
    "us_entry_never_share": 0.1,
    "us_will_reference": 0.6,
    "us_will_effect": 5 * math.log(3.0),
    "us_entry_days_delay": 2.0,
    "us_entry_weeks_delay": 14.0,
    "japan_basing_share": 0.85,
    "alignment_access_effect": 7.0,
    "partner_fights_share": 0.3,
    "partner_fights_hardness_effect": 1.0,
    "european_navies_ships": 2.0,
    "pacific_delivery_weight": 0.0,
    "held_back_effect": 0.0,
    "aftermath_balance_effect": 0.2,
    "missile_draw_time_ratio": 1.0,
    "ground_draw_time_ratio": 1.0,
    "draw_half_time_days": 33.25,
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
    # the invasion
    "us_theatre_aircraft": 100.0,
    "us_theatre_carriers": 2.0,
    "us_forward_carriers": 1.0,
    "us_theatre_escorts": 20.0,
    "us_theatre_submarines": 10.0,
    "japan_theatre_aircraft": 50.0,
    "japan_theatre_ships": 10.0,
    "partner_theatre_ships": 7.0,
    "european_theatre_ships": 10.0,
    "taiwan_aircraft": 40.0,
    "taiwan_warships": 10.0,
    "taiwan_coastal_missiles": 100.0,
    "china_theatre_aircraft": 200.0,
    "china_amphibious_ships": 10.0,
    "china_escort_ships": 20.0,
    "china_theatre_submarines": 5.0,
    "china_base_missile_stock": 30.0,
    "china_ship_missile_stock": 60.0,
    "china_battalions": 50.0,
    "anti_ship_missile_stock": 90.0,
    "theatre_interceptors": 20.0,
    "cruise_at_sea_share": 0.1,
    "cruise_missile_stock": 7.0,
    "cruise_salvo": 7.0,
    "cruise_leak_ratio": 0.5,
    "show_of_force_share": 0.1,
    "show_of_force_carriers": 7.0,
    "show_of_force_squadrons": 7.0,
    "squadron_aircraft": 7.0,
    "mainland_strikes_share": 0.1,
    "mainland_salvo_loss_share": 7.0,
    "mainland_kill_share": 7.0,
    "mainland_aircraft_cost": 7.0,
    "ship_defence_leak_share": 0.25,
    "interceptor_kill_share": 0.5,
    "hits_per_kill": 2.5,
    "ground_loss_share": 0.75,
    "european_naval_effect": 0.1,
    "parked_share": 0.5,
    "base_salvo": 40.0,
    "aircraft_per_missile": 2.0,
    "ship_salvo": 40.0,
    "carrier_target_share": 0.2,
    "carrier_hits_ratio": 2.0,
    "taiwan_aircraft_loss_rate": 0.5,
    "taiwan_ship_loss_rate": 0.5,
    "air_kill_rate": 0.1,
    "air_luck_noise": 7.0,
    "coastal_salvo": 40.0,
    "antiship_salvo": 60.0,
    "submarine_kill_rate": 0.2,
    "submarine_loss_rate": 0.1,
    "submarine_hunt_rate": 0.1,
    "japan_submarine_worth": 2.0,
    "partner_submarine_worth": 7.0,
    "aircraft_ship_kill_rate": 0.02,
    "amphibious_target_share": 0.75,
    "ship_lift": 0.5,
    "air_lift": 1.0,
    "port_lift": 7.0,
    "battalion_supply_need": 0.1,
    "taiwan_beach_battalions": 8.0,
    "taiwan_reserve_battalions": 20.0,
    "taiwan_reinforcement": 2.0,
    "ground_loss_rate": 0.05,
    "china_ground_worth": 1.0,
    "ground_luck_noise": 7.0,
    "air_support_effect": 0.0,
    "starving_rate": 7.0,
    "starving_supply": 0.25,
    "port_capture_rate": 0.5,
    "ports_on_island": 8.0,
    "ports_to_win": 3.0,
    "still_ports": 0.05,
    "fleet_defeat_share": 0.1,
    "battalion_casualties": 100.0,
    "ship_casualties": 10.0,
    "transport_casualties": 20.0,
    "aircraft_casualties": 1.0,
    # a sudden attack in the Baltic
    "sudden_attack_day": 5.0,
    "in_place_share": 0.2,
    "heavy_arrival_days": 10.0,
    "light_arrival_days": 5.0,
    "sudden_required_brigades": 2.5,
    "march_hours": 40.0,
    "overrun_hours_ceiling": 720.0,
    "loss_half_years": 2.0,
    "chip_loss_effect": 2.0,
    "trade_loss_effect": 0.5,
    "financial_loss_share": 0.03,
    "taiwan_home_loss_share": 0.4,
    "china_home_loss_share": 0.2,
    "sanctioned_trade_share": 7.0,
    "export_control_share": 7.0,
    "abstainer_relief_share": 7.0,
    "sanctions_bite_share": 7.0,
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
    "planning_readiness_effect": 7.0,
    "unplanned_backfill_share": 7.0,
    "fragmentation_share": 0.5,
    "support_floor": 0.5,
    "heavy_brigade_share": 0.6,
    "light_brigade_weight": 0.5,
    "reinforcement_brigades": 4.0,
    "reinforcement_withheld_share": 0.5,
    "us_command_loss_share": 0.5,
    "us_ground_personnel_share": 0.5,
    "us_air_personnel_share": 0.3,
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
    "council_paralysis_effect": 7.0,
    "margin_sight_noise": 0.15,
    "force_life_years": 20.0,
    "industry_headroom": 1.1,
    # the council: a coin for everybody
    "council_choice_precision": 0.0,
    "no_agreement_cost": 7.0,
    "isolation_cost": 7.0,
    "side_payment": 7.0,
    "office_position": 7.0,
    "council_agenda": 3.0,
    "council_memory_years": 2.0,
    "routine_decisions": 6.0,
    "strain_effect": 7.0,
    "dialogue_agenda_share": 7.0,
    "dialogue_cost": 7.0,
    "test_status_quo": 0.3,
    "test_draft": 0.45,
    # posture, partners and rivals
    "withdrawal_share": 0.5,
    "posture_elasticity": 0.8,
    "pacific_pull_effect": 7.0,
    "posture_delay_years": 0.5,
    "posture_arriving_share": 0.5,
    "cooperation_alignment_effect": 7.0,
    "presence_alignment_effect": 0.0,
    "office_alignment_effect": 7.0,
    "pledge_alignment_effect": 7.0,
    "narrative_alignment_effect": 0.1,
    "rivals_resting_alignment": 0.5,
    "rivals_war_pull": 0.2,
    "rivals_need_pull": 7.0,
    "rivals_alignment_rate": 0.4,
    "rivals_hardening_effect": 7.0,
    "rivals_recovery_effect": 0.5,
    # cooperation and words
    "cooperation_delay": 4.0,
    "cooperation_cost": 7.0,
    "cyber_resilience_effect": 7.0,
    "coercion_resilience_effect": 7.0,
    "partner_lines_effect": 7.0,
    "narrative_own_rate": 0.06,
    "narrative_fading_rate": 0.15,
    "presence_narrative_effect": 0.0,
    "office_narrative_effect": 7.0,
    "texts_narrative_effect": 7.0,
    "pledge_narrative_effect": 7.0,
    "dialogue_narrative_effect": 7.0,
    "reception_2024": 0.5,
    "reception_noise": 0.05,
    "chinese_message_effect": 0.02,
    "us_message_effect": 0.01,
    "presence_reception_effect": 0.0,
    # coercion: one country in ten
    "coercion_base": -math.log(9.0),
    "coercion_size_effect": 0.0,
    "coercion_us_effect": 0.0,
    "coercion_salience_effect": 0.0,
    "provocation_presence_weight": 7.0,
    "provocation_statement_weight": 7.0,
    "provocation_cooperation_weight": 7.0,
    "coercion_stance_effect": 7.0,
    "coercion_memory_years": 5.0,
    # what China sees
    "taiwan_major_force_rate": 0.38,
    "invasion_share": 0.5,
    "quarantine_ratio": 0.36 / 0.38,
    "presence_deterrence_effect": 1.0,
    "heavy_forces_deterrence_effect": 7.0,
    "sanctions_deterrence_effect": 7.0,
    "pledge_deterrence_effect": 7.0,
    "balance_sight_noise": 0.1,
    "perceived_split_effect": 0.5,
    "split_withdrawal_weight": 0.6,
    "sanctions_hardness_effect": 10.0,
    "sanctions_exposure_effect": 10.0,
    "sanctions_precommitment_effect": 7.0,
    "statement_sanctions_effect": 7.0,
    "eu_veto_share": 0.2,
    "homeland_joining_effect": 7.0,
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
    "taiwan_statements": 0.0,
    "liaison_office": 0.0,
    "sanctions_precommitment": 0.0,
    "crisis_plan_announced": 0.0,
    "crisis_surge": 0.0,
    "cyber_cooperation": 0.0,
    "coercion_cooperation": 0.0,
    "industrial_cooperation": 0.0,
    "no_enlargement_pledge": 0.0,
    "china_dialogue": 0.0,
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
    "us_personnel": (1000.0, 0.0, 0.0),
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
    start.united_states["alliance_first_commitment"] = 0.8
    start.united_states["prioritiser_commitment"] = 0.6
    for kind in ("alliance_first", "prioritiser"):
        start.united_states[f"{kind}_hardness"] = 0.6
        start.united_states[f"{kind}_threat"] = 0.6
        start.united_states[f"{kind}_asia_role"] = start.countries[0]["asia_role"][3]
        start.united_states[f"{kind}_engagement"] = 0.5
    start.united_states["alliance_first_will"] = 0.6
    start.united_states["prioritiser_will"] = 0.4
    for name, value in LEVERS.items():
        start.levers_before[name] = value
    start.countries[0]["asia_role"][SEATS.index("JPN")] = 0.5
    for name, values in OF_ALL.items():
        start.countries[0][name] = values
    for name, values in OF_ALLIES.items():
        start.countries[0][name][:3] = values


@pytest.fixture
def settled(cases, monkeypatch):
    """The game before anything has happened, with luck switched off."""
    for module in WITH_LUCK:
        if hasattr(module, "chance"):
            monkeypatch.setattr(module, "chance", lambda world, actor, decision: 0.2)
        if hasattr(module, "shock"):
            monkeypatch.setattr(module, "shock", lambda world, actor, decision: 0.0)
    return Wargame(made_up_start(cases["taiwan_2027"]))


@pytest.fixture
def game(settled):
    """The game before its first quarter, when something has moved the settled views."""
    for ally, view in zip(settled.allies, (0.8, 0.4, 0.8), strict=True):
        ally.russia_threat_anchor = view
    return settled


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
        china=game.china,
        council=game.council,
        partner=game.partners[0],
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


def test_settled_views_lean_against_what_is_heard(settled):
    assert of("russia_threat_anchor", *settled.allies) == near(0.8666667, 0.3, 0.8666667)
    assert of("china_hardness_anchor", *settled.allies) == near(0.6, 0.6, 0.6)


def test_china_begins_from_the_hazard_that_experts_see(settled):
    seen_by_experts = of("invade_at_start", settled.china) + of("blockade_at_start", settled.china)
    assert seen_by_experts == near(-1.7917595, -1.7917595)
    assert settled.china.quarantine_at_start == near(-1.0986123)
    assert settled.world.expected_sanctions == near(0.5763333)


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
    assert second.market.demand == near(2.0373524)
    assert second.market.price == near(1.0103757)
    assert second.market.capacity == near(3.2)
    assert second.a.orders_early == near(0.2397874)
    assert second.a.orders_middle == near(0.2048611)
    assert of("strength", second.a, second.b, second.c) == near(1.0199, 1.009975, 1.0199571)


def test_presence_is_shared_out_by_fleet_practice_and_wish(first):
    assert of("ships_on_station", first.a, first.b, first.c) == near(0.0, 2.2472050, 0.7527950)
    assert of("aircraft_on_station", first.a, first.b, first.c) == near(0.0, 3.35, 0.0)
    assert of("aircraft_committed", first.a, first.b, first.c) == near(0.0, 6.7, 0.0)
    assert (first.world.presence_2024, first.world.presence) == near(0.2291667, 0.2296875)
    assert first.world.ready_aircraft == near(3.34375)
    assert first.world.ready_ships == near(0.0328125)


def test_readiness_follows_running_costs_per_force(first):
    assert first.world.ready_brigades == near(4.02625)


def test_readiness_follows_the_new_budgets(second):
    assert second.world.ready_brigades == near(4.0583861)


def test_the_invasion_is_beaten_in_its_first_turn(second):
    war = second.campaign
    assert (war.outcome, war.turn, war.days) == (Outcome.FLEET_DEFEATED, 10, 3.5)
    assert (war.us_aircraft_lost, war.japan_aircraft_lost) == near(30.4379028, 14.8695178)
    assert (war.us_carriers_lost, war.us_escorts_lost) == near(0.4, 1.9339854)
    assert (war.japan_ships_lost, war.partner_ships_lost) == near(0.9447901, 0.3212245)
    assert (war.taiwan_aircraft_lost, war.taiwan_ships_lost) == near(20.0, 5.0)
    assert (war.china_amphibious_lost, war.china_escorts_lost) == near(10.0, 4.6574487)
    assert war.china_aircraft_lost == near(12.7042579)
    assert war.china_casualties == near(309.2787448)


def test_six_battalions_land_and_lose_ground(second):
    war = second.campaign
    assert (war.battalions_landed, war.battalions_ashore) == near(6.0, 5.5)
    assert (war.taiwan_battalions, war.taiwan_reserve) == near(9.7, 18.0)
    assert (war.ports_held, war.supply) == (0.0, 1.0)
    assert (war.interceptors_theatre, war.china_base_missiles) == near(0.0, 0.0)
    assert (war.antiship_missiles, war.coastal_missiles) == near(30.0, 60.0)


def test_what_was_lost_turns_the_balance_and_the_books_say_who_won(second):
    assert second.world.balance_after == near(-0.0382383)
    assert (second.ledger.p_china_wins, second.ledger.us_fought) == (0.0, 1.0)
    assert second.ledger.us_aircraft_lost == near(30.4379028)


def test_a_sudden_attack_finds_a_little_in_its_way(second):
    assert second.world.margin_fait == near(0.5610034)
    assert second.world.p_hold_fait == near(0.2393845)
    assert second.world.hours_to_capital == near(91.1168754)


def test_the_opening_quarter_pulls_three_quarters_of_what_a_full_war_takes(second):
    assert second.campaign.stage == Stage.HOLD
    assert second.campaign.us_days == near(66.5)
    away = {asset: second.classes[asset].away + second.classes[asset].lost for asset in Asset}
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
    assert of("ships_on_station", second.b, second.c) == near(1.1222271, 0.6799913)
    assert (second.b.aircraft_on_station, second.b.aircraft_committed) == near(1.6832917, 3.3665833)
    assert of("ships", second.b, second.c) == near(9.0, 2.9259238)
    assert second.world.ready_aircraft == near(6.7436458)
    assert second.world.ready_ships == near(2.3543235)


def test_nobody_leaves_the_crisis_with_which_the_war_opens(second):
    assert second.china.crisis == 1
    assert of("stays", second.a, second.b, second.c) == [0, 1, 1]
    assert of("withdrawals", second.a, second.b, second.c) == [0.0, 0.0, 0.0]
    assert second.world.staying_share == near(0.6877773)
    assert second.world.surged == 0.0


def test_a_european_unit_may_well_fight(second):
    assert of("p_joins", second.a, second.b, second.c) == near(0.0, 0.15, 0.3)
    assert of("units_there", second.a, second.b, second.c) == near(0.0, 1.0, 0.7555459)
    assert second.ledger.p_european_combat == near(0.3426642)


def test_margins_in_peace(first):
    assert first.market.interceptors == near(103.0)
    assert first.world.margin_airsea == near(0.692359375)
    assert first.world.margin_land == near(0.87255448)
    assert first.world.margin_land_without_us == near(0.05734251)
    assert first.world.p_hold == near(0.4322541)


def test_margins_at_the_end_of_the_opening_quarter(second):
    assert second.market.interceptors == near(105.97)
    assert second.world.margin_airsea == near(0.6379622)
    assert second.world.margin_land == near(0.4207982)
    assert second.world.p_hold == near(0.1504336)
    assert second.ledger.margin_land_low == near(0.4088056)
    assert second.ledger.margin_airsea_low == near(0.5042463)


def test_the_administration_of_2025_takes_forces_away(first, second):
    assert second.united_states.posture == near(0.953)
    assert second.world.pacific_gain == near(0.0235)


def test_us_troops_are_all_there_while_nothing_pulls_them(first):
    assert first.a.us_personnel_now == 1000.0
    assert math.isnan(first.a.us_personnel_low), "it is counted from the opening on"


def test_us_troops_go_with_posture_and_with_the_war(second):
    assert second.a.us_personnel_now == near(652.805)
    assert second.a.us_personnel_low == near(652.805)
    assert (second.b.us_personnel_now, second.b.us_personnel_low) == (0.0, 0.0)


def test_the_us_is_the_less_expected_to_fight_the_less_its_administration_wants_to(second):
    assert (second.china.entry_start, second.china.entry) == near(0.9, 0.75)
    assert (second.campaign.us_enters, second.campaign.us_delay) == (1, 0.0)


def test_china_sees_a_split_and_a_stronger_pacific(second):
    assert second.world.perceived_split == near(0.0282)
    assert second.china.deterrents == near(0.01513906)
    assert second.china.balance == near(-0.0235)
    assert second.world.pacific_balance == near(-0.0235)
    assert second.world.expected_sanctions == near(0.5763333)
    assert second.china.crises == 0, "the scenario decides here"


def test_all_join_sanctions_and_japan_gives_bases(second):
    assert second.world.eu_unanimity == near(0.729)
    assert second.campaign.eu_acts == 1
    assert of("sanctions", second.a, second.b, second.c, second.partner) == [1, 1, 1, 1]
    assert second.ledger.p_european_sanctions == near(0.729)
    assert second.ledger.sanctions_joined == 1.0
    assert (second.partner.base_access, second.partner.gives_bases) == (0.85, 1)
    assert (second.campaign.japan_basing, second.ledger.partner_bases) == (1, 1.0)


def test_nobody_is_coerced(second):
    assert of("times_coerced", second.a, second.b, second.c, second.partner) == [0, 0, 0, 0]


def test_words_and_where_they_reach(first):
    assert of("p_coerced", first.a, first.partner) == near(0.1, 0.1)
    assert first.world.narrative == near(0.4)
    assert first.world.reception == near(0.5005)
    assert first.partner.alignment == near(0.51)


def test_the_council_decides_nothing_and_is_as_united_as_four_coins(first):
    assert (first.council.passed, first.council.blocked) == (0, 0)
    assert (first.council.passed_seen, first.council.blocked_seen) == (0.0, 0.0)
    assert first.council.cohesion == near(1 / 16)
    assert first.council.spending_target == near(0.02)
    assert first.council.planning_decided == 0.5


def test_russia_weighs_an_attack(first):
    assert first.russia.reconstitution == 0.25
    assert first.russia.p_hold_seen == near(0.4322541)
    assert first.russia.attack_hazard == pytest.approx(0.0112140, rel=1e-5)
    assert first.united_states.engaged == 0.0


def test_russia_weighs_it_again_when_the_united_states_is_tied_down(second):
    assert second.united_states.engaged == 1.0
    assert second.united_states.administration == Administration.PRIORITISER
    assert second.russia.attack_hazard == pytest.approx(0.0250220, rel=1e-5)
    assert second.russia.recovery_years == near(5.4)
    assert second.russia.attacked == -1


def test_every_dollar_is_in_the_bill(second):
    assert of("spending_total", second.a, second.b) == near(0.6985436, 2.5186294)
    assert of("presence_total", second.a, second.b) == near(0.0, 0.1458744)


def test_the_war_costs_trade_chips_and_money(second):
    assert of("gdp_loss", second.a, second.b) == near(0.1, 0.08)
    assert second.china.gdp_loss == near(0.2)
    assert second.a.gdp == 100.0, "the loss bites from the next quarter"
