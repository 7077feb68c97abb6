"""The labelled articles that may be read, linked from their gold claims: a floor under the printed figures."""

import pytest
from evals import gold
from evals.incidents import score

from marsad.link import link


@pytest.mark.skipif(not gold.GOLD.exists(), reason=f"the labelled articles are not here: {gold.GOLD}")
def test_gold_claims_are_linked_as_labelled() -> None:
    reports = {report.id: report for report in gold.reports()}
    found = link([claim for report in reports.values() for claim in gold.claims(report)], reports)
    figures = score(found, set(reports))
    assert figures["b3_f1"] >= 0.95
    assert figures["look_alikes_merged"] == 0
    assert figures["in_two_incidents"] == []
