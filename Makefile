# make run    sets up what is missing and opens the dashboard with demonstration records
# make test   sets up what is missing and runs lint, types, import rules and the tests
# make check  lint, types, import rules and every rule, in two minutes, before each commit
PYTHON3 ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && command -v "$$p" && break; done)
PYTHON := .venv/bin/python
ROOMS := pages workflow materials evaluation data language
WORKERS ?= 2
PORT ?= 8501
PYTEST := $(PYTHON) -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder tests -m
ELSEWHERE := faults or benchmark or office
INSTALL := $(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes -r

.PHONY: install run test check thorough lint faults benchmark chromium documents office cluster java docs pictures lock sbom clean

# What a machine needs that serves the dashboard: docs/deployment.md.
install: .venv/runs
	$(PYTHON) -m compileall -q dashboard.py $(ROOMS)

run: .venv/runs chromium
	$(PYTHON) -m streamlit run dashboard.py --server.port $(PORT)

test: .venv/tests chromium lint
	$(PYTEST) "not ($(ELSEWHERE) or thorough)" --cov --cov-report=
	$(PYTHON) -m tests.support.coverage_floors

check: .venv/tests lint
	$(PYTEST) "not ($(ELSEWHERE) or thorough or whole or browser)"

# What takes too long for every change: each page in the browser as everybody meets it, random registers, every role
# on every page, old versions.
thorough: .venv/tests chromium
	$(PYTEST) "thorough and not ($(ELSEWHERE))"

lint: .venv/tests
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	.venv/bin/lint-imports

faults: .venv/tests .cluster/runs chromium java
	$(PYTHON) -m pytest tests/faults -m faults
	REGISTERS=3000 $(PYTHON) -m pytest tests/test_random_registers.py

benchmark: .venv/tests chromium
	$(PYTHON) -m tests.benchmark

# Every document of a few rounds as pages, to be looked at in .documents/, and checks of them.
documents: .venv/tests chromium office
	$(PYTHON) -m pytest tests/office -m office

office:
	@command -v soffice >/dev/null && command -v pdftoppm >/dev/null || \
	if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
		apt-get update -qq && apt-get install -y -qq --no-install-recommends \
			libreoffice-writer libreoffice-impress libreoffice-calc poppler-utils >/dev/null || \
		echo "LibreOffice and poppler-utils could not be installed: documents are not turned into pages here."; \
	else \
		echo "LibreOffice and poppler-utils are not installed: documents can't be turned into pages here."; \
	fi
	@fc-match Calibri 2>/dev/null | grep -q Carlito || \
	{ command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ] && \
		apt-get install -y -qq --no-install-recommends fonts-crosextra-carlito >/dev/null; } || \
	echo "Carlito, which is as wide as Calibri, is not installed: lines break otherwise here than in Word."

# A real Apache Spark on this machine, to evaluate a lake on, until Ctrl-C: docs/cluster.md.
cluster: .venv/tests .cluster/runs java
	$(PYTHON) -m tests.support.spark

java:
	@command -v java >/dev/null || \
	if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
		apt-get update -qq && apt-get install -y -qq --no-install-recommends openjdk-17-jre-headless >/dev/null; \
	else \
		echo "Java 17 or newer is not installed: no Apache Spark can run here."; \
	fi

# What docs/ and the README show of the program.
docs: .venv/tests
	$(PYTHON) -m tests.support.render_docs

pictures: .venv/tests chromium
	$(PYTHON) -m tests.support.pictures

# The lock files hold every package with its hashes, for every platform; the short lists say what each is for.
lock: .venv/tests
	for list in requirements requirements-cluster requirements-dev requirements-spark; do \
		.venv/bin/uv pip compile --quiet --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-header --no-annotate $$list.txt -o $$list.lock; done

# What the program runs on, for those who look for known weaknesses; after make lock, then make docs.
sbom: .venv/tests
	$(PYTHON) -m tests.support.sbom

.venv/bin/python:
	@test -n "$(PYTHON3)" || { echo "Python 3.11 or newer is needed. Install it and try again."; exit 1; }
	"$(PYTHON3)" -m venv .venv

.venv/runs: requirements.lock | .venv/bin/python
	$(INSTALL) requirements.lock
	@touch $@

.venv/tests: requirements-dev.lock .venv/runs
	$(INSTALL) requirements-dev.lock
	@touch $@

# Spark's own environment: 400 MB that nothing else needs.
.cluster/runs: requirements-spark.lock | .venv/bin/python
	"$(PYTHON3)" -m venv .cluster
	.cluster/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-spark.lock
	@touch $@

# A Chromium draws the chart files. Without one everything else works, and the page says how to get one.
chromium: .venv/runs
	@$(PYTHON) -c 'import sys; from materials.charts.export import chromium; sys.exit(not chromium())' || \
	if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
		apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null; \
	else \
		echo "No Chromium, Chrome or Edge was found: charts can be seen but not downloaded until one is installed."; \
	fi

clean:
	rm -rf .venv .cluster .benchmark .documents .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage
