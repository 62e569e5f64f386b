"""How does a government vote on what the paths of a study ask, and what would change its vote?"""

from dataclasses import asdict
from typing import Any

from sim.analysis.agenda import TITLES, size
from sim.analysis.votes import FUTURES, votes
from sim.analysis.wording import path_label, percent
from sim.data.load import load_countries
from sim.model.ladders import Agenda
from sim.scenario.case import Case
from sim.show.layout import wrapped
from sim.show.stances import IN_A_SENTENCE

Row = dict[str, Any]


def votes_in_study(case: Case, iso3: str, futures: int) -> Row:
    """What a government makes of each thing that a path asks of the council.

    Args:
        case: what the study played.
        iso3: three-letter code of the government.
        futures: of the study; the first few are begun, and none is played.
    """
    few = min(futures, FUTURES)
    by_path = votes(case, iso3, few)
    if by_path is None:
        return {"has_vote": False}
    paths = {path: [asdict(vote) for vote in found] for path, found in by_path.items()}
    kind = "alliance_first" if iso3 == "USA" else ""
    return {"has_vote": True, "futures": few, "administration": kind, "paths": paths}


def votes_text(row: Row, name: str) -> list[list[str]]:
    """The same as blocks of lines; paths that ask the same share a block.

    Args:
        row: what `votes_in_study` found.
        name: of the country.
    """
    if not row["has_vote"]:
        said = f"{name} is not a member of the alliance and has no vote in its council."
        return [["Votes in the council", *wrapped(said, 2)]]
    questions: dict[tuple[str, float], tuple[Row, list[str]]] = {}
    for path, found in row["paths"].items():
        for vote in found:
            questions.setdefault((vote["item"], vote["asked"]), (vote, []))[1].append(path)
    return [
        ["Votes in the council, and what would change them", *wrapped(_note(row), 2)],
        *(_vote_lines(vote, paths) for vote, paths in questions.values()),
    ]


def _note(row: Row) -> str:
    """How to read the votes, and which paths ask for none."""
    said = [
        "The chance is for one draft at its first meeting: the first draft on each thing of which "
        "a path asks more than holds, when it asks most, with the stances at the start of "
        f"{row['futures']} futures. It supposes that the others agree. What can be watered down "
        "begins as a compromise of all members. What a stance would have to be is found "
        "with all else as it is, the draft too."
    ]
    found = [vote["answer"] for votes in row["paths"].values() for vote in votes]
    for answer in [one for one in found if one and one["reserves"]][:1]:
        said.append(
            f"Of objections to a compromise {percent(answer['reserves'])} are reservations, which "
            "block nothing; 'all members let it pass' counts them as assent. As the only one to "
            "refuse, this government yields by the next meeting, for a side payment, in "
            f"{percent(answer['won_over'])}."
        )
    if row["administration"]:
        said.append(f"The stances are those of the kind {path_label(row['administration'])}.")
    else:
        said.append("In a scenario, a swing moves a stance.")
    silent = [path_label(path) for path, votes in row["paths"].items() if not votes]
    if silent:
        said.append(f"Nothing is asked by: {', '.join(silent)}.")
    return " ".join(said)


def _vote_lines(vote: Row, paths: list[str]) -> list[str]:
    """One item, as these paths ask it."""
    code = Agenda[vote["item"].upper()]
    head = (
        f"{TITLES[code]}: asked {size(code, vote['asked'])}, in force "
        f"{size(code, vote['in_force'])} ({', '.join(path_label(path) for path in paths)})"
    )
    lines = ["No draft goes beyond what holds: together the members want no more."]
    if vote["answer"] is not None:
        lines = [_draft(vote, code), *_changes(vote["answer"]["changes"]), _others(vote["answer"])]
    return [*wrapped(head, 2, 4), *(line for said in lines for line in wrapped(said, 6))]


def _draft(vote: Row, code: Agenda) -> str:
    """The draft, where the government stands, and whether it lets it pass."""
    answer = vote["answer"]
    whole = "" if vote["divisible"] else " (cannot be watered down)"
    some = "" if vote["drafted"] == 1 else f" that have a draft, {percent(vote['drafted'])} of all"
    return (
        f"First draft {size(code, vote['draft'])}{whole}; this government wants "
        f"{size(code, answer['wants'])} and lets it pass in {percent(answer['chance'])} of "
        f"futures{some} ({percent(answer['isolated'])} if everybody else objected, "
        f"{percent(answer['unpaid'])} without a side payment)."
    )


def _changes(changes: list[Row]) -> list[str]:
    """What each stance by itself would have to be."""
    said = [
        f"{percent(one['target'])} if {IN_A_SENTENCE[one['stance']]} were {one['value']:.2f} "
        f"(now {one['now']:.2f})."
        for one in changes
        if one["value"] is not None
    ]
    vain = [one for one in changes if one["value"] is None]
    return said + [_vain(one) for one in vain]


def _vain(change: Row) -> str:
    """What a stance cannot bring about, whatever its value."""
    stance = IN_A_SENTENCE[change["stance"]]
    veto = "a likely veto" if change["reached"] > change["target"] else "a likely yes"
    return (
        f"Whatever {stance} (now {change['now']:.2f}; 0 to 1), it lets the draft pass in "
        f"{_end(change)} of futures: nothing here makes it {veto}."
    )


def _end(change: Row) -> str:
    """How near to the target a stance can bring the chance.

    >>> _end({"reached": 0.634, "target": 0.9})
    'at most 63 %'
    """
    most = "at least" if change["reached"] > change["target"] else "at most"
    return f"{most} {percent(change['reached']).removeprefix('over ').removeprefix('under ')}"


def _others(answer: Row) -> str:
    """Who else stands in the way, and what this government's assent would be worth."""
    roster = load_countries()
    least = [
        f"{roster[iso3].name} {percent(share)}" for iso3, share in answer["least_willing"].items()
    ]
    now, then = percent(answer["unopposed"]), percent(answer["unopposed_with"])
    same = "" if now == then else f" ({then} if this government were certain to)"
    return (
        f"All members let it pass in {now} of futures{same}. Least willing of the others: "
        f"{', '.join(least)}."
    )
