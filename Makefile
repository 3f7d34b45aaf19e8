# The six things that people do here: run, test, lint, bench, train, lock. Each makes the environment first, if it is not there.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test install lint bench train lock clean

run: install  ## the main job on the sample newsroom
	$(BIN)/crossfoot run

test: install  ## every test
	$(BIN)/python -m pytest --numprocesses=auto --dist=loadfile

lint: install  ## style, types, and who may import whom
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: install  ## how fast it is, against a peer in the same run
	$(BIN)/python -m tests.benchmarks

train: install  ## all weights that are shipped, from the labelled texts
	$(BIN)/python -m tests.training

install: .venv/installed  ## the environment alone

.venv/installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "crossfoot needs Python 3.11 or later, and $(PYTHON) is " + sys.version.split()[0] + "; name another: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

lock:  ## rebuilds requirements.lock from pyproject.toml
	@test -x $(BIN)/uv || $(MAKE) install
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --extra dev --generate-hashes --no-emit-index-url --no-header --upgrade --output-file requirements.lock pyproject.toml

clean:
	rm -rf .venv crossfoot-data .pytest_cache .ruff_cache .mypy_cache .import_linter_cache
