# make run    sets up what is missing and opens the dashboard with demonstration records
# make test   sets up what is missing and runs lint, types, import rules and every test
PYTHON3 ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && command -v "$$p" && break; done)
PYTHON := .venv/bin/python
WORKERS ?= 2
PORT ?= 8501

.PHONY: run test lint faults benchmark chromium clean

run: .venv/runs chromium
	$(PYTHON) -m streamlit run dashboard.py --server.port $(PORT)

test: .venv/tests chromium lint
	$(PYTHON) -m pytest -n $(WORKERS) --dist loadgroup tests -m "not faults and not benchmark"

lint: .venv/tests
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	.venv/bin/lint-imports

faults: .venv/tests chromium
	$(PYTHON) -m pytest tests/faults -m faults
	REGISTERS=3000 $(PYTHON) -m pytest tests/evaluation/test_reckoning.py

benchmark: .venv/tests chromium
	$(PYTHON) -m tests.benchmark

.venv/bin/python:
	@test -n "$(PYTHON3)" || { echo "Python 3.11 or newer is needed. Install it and try again."; exit 1; }
	"$(PYTHON3)" -m venv .venv

.venv/runs: requirements.txt | .venv/bin/python
	$(PYTHON) -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/tests: requirements-dev.txt .venv/runs
	$(PYTHON) -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

# A Chromium draws the chart files. Without one everything else works, and the page says how to get one.
chromium: .venv/runs
	@$(PYTHON) -c 'import sys; from materials.files import chromium; sys.exit(not chromium())' || \
	if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
		apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null; \
	else \
		echo "No Chromium, Chrome or Edge was found: charts can be seen but not downloaded until one is installed."; \
	fi

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis
