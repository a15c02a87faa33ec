# The words of this project. Everything is set up on first use, in .venv, from locked versions.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: help demo spark test check rules bench docs serve proof lock clean format

help:
	@echo "make demo    set up, then screen the sample payments with what ships (no network after set-up)"
	@echo "make spark   add Apache Spark, for rescreen --engine spark (needs Java 17)"
	@echo "make test    set up, then run the tests"
	@echo "make check   format, lint, types, layers"
	@echo "make rules   the rule examples alone, and the rule pages from the law"
	@echo "make bench   speed and matching, measured here, as tables"
	@echo "make docs    the documentation as pages in site/"
	@echo "make serve   the service and the review desk, with invented cases, on this machine alone"
	@echo "make proof   the long proofs; writes proof/last.txt"

$(BIN)/python:
	$(PYTHON) -m venv .venv

.venv/.run: requirements/run.lock pyproject.toml | $(BIN)/python
	$(BIN)/pip install -q -r requirements/run.lock
	$(BIN)/pip install -q --no-deps --no-build-isolation -e .
	@touch $@

.venv/.dev: requirements/dev.lock .venv/.run
	$(BIN)/pip install -q -r requirements/dev.lock
	@touch $@

demo: .venv/.run
	$(BIN)/brightline demo

spark: .venv/.run
	$(BIN)/pip install -q -c requirements/run.lock -r requirements/spark.lock

test: .venv/.dev
	$(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder

check: .venv/.dev
	$(BIN)/ruff format --check src tests bench tools
	$(BIN)/ruff check src tests bench tools
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/.dev
	$(BIN)/ruff format src tests bench tools
	$(BIN)/ruff check --fix src tests bench tools

rules: .venv/.dev
	$(BIN)/pytest tests/rules
	$(BIN)/python tools/rule_pages.py
	$(BIN)/python tools/licence_page.py
	$(BIN)/python tools/goods_page.py

bench: .venv/.dev
	$(BIN)/python -m bench

proof: .venv/.dev
	$(BIN)/python -m bench.proof

docs: .venv/.dev
	$(BIN)/python tools/rule_pages.py
	$(BIN)/python tools/licence_page.py
	$(BIN)/python tools/goods_page.py
	$(BIN)/python tools/list_pages.py
	$(BIN)/python tools/cli_page.py
	$(BIN)/python tools/readme_example.py
	$(BIN)/mkdocs build --strict -q

serve: .venv/.run
	$(BIN)/brightline serve --demo

lock:
	$(PYTHON) tools/lock.py

clean:
	rm -rf .venv build site .mypy_cache .ruff_cache .pytest_cache .hypothesis
