"""What does this version of the model leave out? Printed under every result."""

NOT_YET: tuple[str, ...] = (
    "the hazard over Taiwan by year and kind (by year only a blockade or invasion together)",
    "aircraft on station as a share of the air force (ships only)",
    "sweeps over many scenarios and global sensitivity",
    "forces of single countries by unit and base",
    "nuclear use and extended nuclear deterrence (results are conventional)",
    "a contingency in Korea",
)


def not_yet_sentence() -> str:
    """One sentence that names everything the model does not yet have."""
    return "Not in the model yet: " + "; ".join(NOT_YET) + "."
