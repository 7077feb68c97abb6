# One command each; every target does its own set-up. A second run starts in seconds.
#   make demo | test | check | bench | eval      (make help lists them)

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SERVE ?= 1
PORT ?= 8765
DEMO := .demo
SHARED := ../shared

.DEFAULT_GOAL := help
.PHONY: help setup browser demo test check format bench eval baseline lock clean

help:
	@sed -n 's/^#   //p' Makefile
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/.ready: requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Marsad needs Python 3.11 or newer, this is " + sys.version.split()[0])'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@$(BIN)/python -c 'from marsad.geocode import Gazetteer; Gazetteer.embedded()'
	@touch $@

setup: $(VENV)/.ready

browser: setup
	@$(BIN)/python tests/browser.py

demo: setup ## the example day by day: toll, ledger, situation report, web app on loopback (SERVE=0: not)
	@$(BIN)/marsad demo --dir $(DEMO) --port $(PORT) $(if $(filter 0,$(SERVE)),--no-serve,)

test: setup browser ## every test, over SQLite and PostgreSQL, with a real browser
	$(BIN)/python -m pytest -n auto

check: setup ## format, lint, types, architecture
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q tests/test_architecture.py

format: setup ## write the format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: setup ## speed and memory
	$(BIN)/python -m benchmarks

eval: setup ## scores on the labelled data; fails below evals/baseline.json
	$(BIN)/python -m evals

baseline: setup ## raise the floors to what is reached now
	$(BIN)/python -m evals --raise

lock: setup ## resolve the dependencies again and pin them with hashes
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --no-emit-index-url --extra postgresql pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --no-emit-index-url --extra postgresql --group dev pyproject.toml -o requirements-dev.lock

clean: ## remove what was made here
	rm -rf $(VENV) $(DEMO) .eval .bench dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
