"""Headline toll: how many, on what it rests, what is supported twice, and what is claimed beyond that."""

from dataclasses import replace

from marsad.model import Measure, Toll
from marsad.publish import words
from marsad.publish.evidence import Case, Evidence, basis, distinct, roots, unique
from marsad.publish.phrases import figure, heading, scene
from marsad.publish.sitrep import Block, Figure, Finding, Section, Sentence, Table, Words, paragraph, say

# Names of sources in one sentence; the method section lists them all.
MOST_NAMES = 4


def headline(evidence: Evidence) -> Section:
    """One paragraph a case, and a table where more than one measure was claimed."""
    blocks: list[Block] = []
    for case in evidence.cases:
        blocks.append(paragraph(*_lead(case, evidence), heading=heading(case, evidence)))
        blocks.extend(_measures(case))
    if not blocks:
        nothing = say("No incident or episode is known for this day. That no report is stored is not a finding.")
        blocks.append(paragraph(nothing))
    return Section(id="headline", title="Headline toll", blocks=tuple(blocks))


def _lead(case: Case, evidence: Evidence) -> list[Sentence]:
    toll = case.toll
    shown = figure(toll, toll.low, toll.high) if toll else None
    if toll is None or shown is None:
        return [_unknown(case, toll)]
    noun = words.people(toll.scope.category, toll.low, toll.high)
    first = say("{n} {noun} reported killed{scene}.", n=shown, noun=noun, scene=scene(case))
    rest = (_gap(toll), _best(toll), _rests(toll, evidence), _support(toll), _pending(toll))
    return [first, *(sentence for sentence in rest if sentence)]


def _unknown(case: Case, toll: Toll | None) -> Sentence:
    claims = unique(line.claim for line in toll.ledger) if toll else ()
    why = toll.reason if toll else None
    if why is None or (not claims and any(letter.isdigit() for letter in why)):
        why = "no report gives a number that counts"
    why = why[:1].lower() + why[1:].rstrip(".")
    reason = Finding(text=why, claims=claims if any(letter.isdigit() for letter in why) else ())
    return say("How many people were killed{scene} is not known: {why}.", scene=scene(case), why=reason)


def _gap(toll: Toll) -> Sentence | None:
    """Why a bound is not known, in the words of the stage that decided it."""
    if not toll.reason or (toll.low is not None and toll.high is not None):
        return None
    reason = toll.reason[:1].upper() + toll.reason[1:].rstrip(".")
    return say("{reason}.", reason=Finding(text=reason, claims=basis(toll)))


def _best(toll: Toll) -> Sentence | None:
    if toll.best is None or toll.low == toll.high:
        return None
    single = figure(toll, toll.best, toll.best)
    policy = Words(text=toll.policy)
    return say("The single figure under the policy “{policy}” is {n}.", policy=policy, n=single) if single else None


def _rests(toll: Toll, evidence: Evidence) -> Sentence | None:
    by_root = roots(toll)
    claims = unique(line.claim for lines in by_root.values() for line in lines)
    names = [words.the(evidence.root_name(evidence.claims[lines[0].claim])) for lines in by_root.values()]
    naming = Words(text=words.listed(names[:MOST_NAMES]) if len(names) <= MOST_NAMES else _some(names))
    if len(names) == 1:
        return say("It rests on a single source: {names}.", names=naming)
    # The toll says how many roots are independent, the ledger which they are. Where the two differ, no count.
    if len(names) != toll.roots:
        return say("It rests on {names}.", names=naming)
    n = Figure(text=words.count(len(names)), claims=claims, low=len(names), high=len(names), basis="count")
    return say("It rests on {n} independent sources: {names}.", n=n, names=naming)


def _some(names: list[str]) -> str:
    return f"{', '.join(names[:MOST_NAMES])} and others"


def _support(toll: Toll) -> Sentence | None:
    if toll.corroborated is None:
        return say("No number is supported yet by two independent sources.") if toll.roots > 1 else None
    part = figure(toll, toll.corroborated, None, words.number(toll.corroborated))
    return say("At least two independent sources each support {n} or more.", n=part) if part else None


def _pending(toll: Toll) -> Sentence | None:
    if not toll.pending:
        return None
    most = (toll.corroborated or 0) + toll.pending
    part = figure(toll, most, None, words.number(toll.pending))
    if part is None:
        return None
    part = replace(part, low=toll.pending, high=toll.pending)
    if not toll.corroborated:
        return say("All {n} still wait for a second, independent source.", n=part)
    return say("Another {n} are claimed beyond that and wait for a second, independent source.", n=part)


def _measures(case: Case) -> list[Table]:
    rows = tuple(row for measure, toll in distinct(case.tolls).items() if (row := _row(measure, toll)))
    if len(rows) < 2:
        return []
    caption = say("Every measure that was claimed{scene}", scene=scene(case))
    return [Table(caption=caption, columns=("Measure", "Range", "Single figure", "Supported twice"), rows=rows)]


def _row(measure: Measure, toll: Toll) -> tuple[Sentence, ...] | None:
    spread = figure(toll, toll.low, toll.high)
    if spread is None:
        return None
    best = figure(toll, toll.best, toll.best) if toll.best is not None else None
    twice = figure(toll, toll.corroborated, None, words.number(toll.corroborated)) if toll.corroborated else None
    cells = (words.MEASURES[measure].capitalize(), spread, best or "not known", twice or "none")
    return tuple(Sentence((cell,)) for cell in cells)
