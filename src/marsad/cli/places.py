"""`marsad places`: what a name may mean, what each candidate scores, and what is certain."""

import sys
from typing import Annotated, Any

import typer

from marsad.cli.options import Format, FormatOption, WorkspaceOption
from marsad.cli.output import console, dumped, table

COLUMNS = [("place", "name"), ("in", "within"), ("what", "precision"), ("people", "population"), ("score", "score"),
           ("why", "why"), ("point", "point"), ("id", "id")]  # fmt: skip
SHOWN = 10


def places(
    name: Annotated[str, typer.Argument(help='A place as a text names it: "Jableh", "Menagh military airport".')],
    within: Annotated[
        str | None,
        typer.Option("--in", help='A country, province or district that it lies in: SY, Latakia, "Azaz district, SY".'),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help=f"Every candidate, not the best {SHOWN}.")] = False,
    workspace: WorkspaceOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Show what a place's name may mean: the candidates with their scores and why, the answer, and its precision.

    Where two remain that the words do not tell apart, the answer is the smallest area that is certain.

    `marsad places Jableh` · `marsad places Tripoli --in LB` · `marsad places "20 Street camp, Latakia"`
    """
    from marsad.geocode.gazetteer import Gazetteer
    from marsad.geocode.home import file_for
    from marsad.geocode.locate import locate
    from marsad.geocode.within import units
    from marsad.store import find_folder

    gazetteer = Gazetteer.of(file_for(find_folder(workspace)))
    told = name if within is None else f"{name}, {within}"
    description, *around = (part.strip() for part in told.split(","))
    country, admin1, admin2 = units(around, gazetteer)
    found = locate(description, gazetteer, country=country, admin1=admin1, admin2=admin2)
    kept = found.candidates if every else found.candidates[:SHOWN]
    answer = _answer(found.place, gazetteer)
    if form is Format.TABLE:
        if kept:
            table([{**_row(one), "score": f"{one.score:.2f}"} for one in kept], COLUMNS)
        more = len(found.candidates) - len(kept)
        out = console()
        if more:
            out.print(f"and {more} more: add --all")
        out.print(_sentence(answer, found.certain, found.reason), soft_wrap=True)
        return
    record = {"query": told, "certain": found.certain, "reason": found.reason, "answer": answer}
    record["candidates"] = [_row(one) for one in kept]
    sys.stdout.write(dumped(record, indent=1 if form is Format.JSON else None) + "\n")


def _row(one: Any) -> dict[str, Any]:
    place = one.candidate.place
    point = None if place.latitude is None else f"{place.latitude:.3f}, {place.longitude:.3f}"
    return {
        "name": place.name,
        "within": ", ".join(filter(None, [place.admin2, place.admin1, place.country])),
        "precision": place.precision.value,
        "population": one.candidate.population or None,
        "score": one.score,
        "why": one.why,
        "point": point,
        "id": place.id,
    }


def _answer(place: Any, gazetteer: Any) -> dict[str, Any] | None:
    """The place with what can be derived from it."""
    from marsad.geocode.precision import acled_precision, geometry, ucdp_precision
    from marsad.model import to_json

    if place is None:
        return None
    return {
        **to_json(place),
        "acled_precision": acled_precision(place),
        "ucdp_precision": ucdp_precision(place),
        "geometry": geometry(place, gazetteer),
    }


def _sentence(answer: dict[str, Any] | None, certain: bool, reason: str) -> str:
    if answer is None:
        return f"no answer: {reason}"
    names = [answer["admin2"], answer["admin1"], answer["country"]]
    where = ", ".join(filter(None, [name for name in names if name != answer["name"]]))
    codes = f"ACLED {answer['acled_precision'] or '–'}, UCDP {answer['ucdp_precision'] or '–'}"
    shape = answer["geometry"]
    if shape is None:
        drawn = "no point"
    elif shape["geometry"]["type"] == "Point":
        drawn = f"within {shape['properties']['radius_km']:g} km of {answer['latitude']:.3f}, {answer['longitude']:.3f}"
    else:
        drawn = "its polygon"
    head = "answer" if certain else "not certain; the area"
    return f"{head}: {answer['name']} ({where}), {answer['precision']}, {codes}, {drawn}: {reason}"
