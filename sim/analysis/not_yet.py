"""What does this version of the model leave out? Printed under every result."""

NOT_YET: tuple[str, ...] = (
    "council votes and the silence procedure",
    "cooperation with Indo-Pacific partners",
    "the Chinese narrative and its reception",
    "economic coercion of single states",
    "China's own decision for or against war",
    "a blockade or quarantine of Taiwan",
    "a campaign played turn by turn (losses come from ranges, not from battles)",
)


def not_yet_sentence() -> str:
    """One sentence that names everything the model does not yet have."""
    return "Not in the model yet: " + "; ".join(NOT_YET) + "."
