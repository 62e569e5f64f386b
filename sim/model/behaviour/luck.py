"""How does an actor ask for its luck? By the address of its own decision, never by order."""

from sim.model.draws import standard_normal, uniform


def chance(world, actor, decision):
    """Uniform draw of an actor's decision this quarter [0-1]."""
    return uniform(world.seed, world.future, world.step, actor, decision)


def shock(world, actor, decision):
    """Standard normal draw of an actor's decision this quarter."""
    return standard_normal(world.seed, world.future, world.step, actor, decision)
