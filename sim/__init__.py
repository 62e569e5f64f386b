"""Two theatres: what do NATO's options in Asia do to deterrence in Europe and over Taiwan?"""

DISTRIBUTION = "two-theatres-sim"


def __getattr__(name: str) -> str:
    """The version, looked up only when somebody asks: the look-up is slow."""
    if name != "__version__":
        raise AttributeError(f"module 'sim' has no attribute '{name}'")
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(DISTRIBUTION)
    except PackageNotFoundError:
        return "0+unknown"
