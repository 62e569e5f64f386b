"""What do cooperation with partners and words toward China do, and what do they cost?"""

from sim.model.behaviour.luck import shock
from sim.model.draws import Decision
from sim.model.ladders import Agenda
from sim.rules.industry import delayed_next
from sim.rules.narrative import narrative_next, reception_next


def cooperate(items, world, dialogue, p):
    """What the council has agreed begins to work after a lag, at a price in staff and money."""
    staff = 0.0
    for item in items:
        item.working = delayed_next(item.working, item.in_force, p.cooperation_delay / 4)
        if item.code >= Agenda.CYBER:
            staff += item.in_force * p.cooperation_cost
    world.cooperation_spending = staff + p.dialogue_cost * dialogue
    world.resilience = (
        p.cyber_resilience_effect * items[Agenda.CYBER].working
        + p.coercion_resilience_effect * items[Agenda.COERCION].working
    )
    world.partner_lines = p.partner_lines_effect * items[Agenda.INDUSTRY].working


def speak(items, world, lever, p):
    """The Chinese narrative has a life of its own; what the alliance does may feed or starve it."""
    extra = world.presence - world.presence_2024
    push = (
        p.narrative_own_rate
        + p.presence_narrative_effect * extra
        + p.office_narrative_effect * items[Agenda.LIAISON_OFFICE].in_force
        + p.texts_narrative_effect * (items[Agenda.TAIWAN_TEXT].in_force - world.texts_2024)
        + p.pledge_narrative_effect * items[Agenda.ENLARGEMENT_PLEDGE].in_force
        + p.dialogue_narrative_effect * (lever.china_dialogue - world.dialogue_2024)
    ) / 4
    world.narrative = narrative_next(world.narrative, push, p.narrative_fading_rate / 4)
    world.reception = reception_next(
        reception=world.reception,
        chinese_message=p.chinese_message_effect * world.narrative / 4,
        us_message=p.us_message_effect / 4,
        bloc_signal=p.presence_reception_effect * extra / 4,
        noise=p.reception_noise / 2 * shock(world, 0, Decision.RECEPTION_NOISE),
    )
