# Every target is one line that also works when typed by hand. `make help` lists them.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# One more than there are cores: tests of processes wait a good deal.
WORKERS := $(shell echo $$(( $$(nproc) < 4 ? $$(nproc) + 1 : 4 )))
PYTEST := $(BIN)/pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder --durations=15
LOCKS := deploy/requirements/wirewatch.txt deploy/requirements/dev.txt

##@ Start
.PHONY: help setup demo up
help: ## List the targets
	@awk 'BEGIN {FS = ":.*## "} /^##@/ {printf "\n\033[1m%s\033[0m\n", substr($$0, 5)} /^[a-z][a-z-]*:.*## / {printf "  %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(VENV)/.installed ## Make .venv with everything pinned by hash (needs python3 3.11+ with venv; no root, no Docker)

$(VENV)/.installed: $(LOCKS) pyproject.toml hatch_build.py
	@$(PYTHON) deploy/preflight.py
	@echo 'Setting up $(VENV): pinned packages, 870 MB when installed, once; this takes about a minute, more over a slow line.'
	$(PYTHON) -m venv $(VENV)
	@echo "Fetching $$(grep -c == deploy/requirements/dev.txt) packages: nothing is printed until all are there."
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --no-deps --requirement deploy/requirements/dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-index --no-build-isolation --editable .
	@touch $@

demo: setup ## Watch sample news end to end: embedded Kafka, five services, a webhook receiver, the console (Ctrl-C ends)
	$(BIN)/wirewatch demo

up: setup ## Run the newsroom in DIR (default: ./newsroom, made by `wirewatch init newsroom`)
	$(BIN)/wirewatch up $(or $(DIR),newsroom)

##@ Check
.PHONY: lint format types test test-long test-fast faults chaos
lint: setup ## Ruff, import contracts, spelling, no registry address in a lock
	$(BIN)/ruff check . && $(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/codespell
	@! grep -nE 'https?://|index-url|find-links' deploy/requirements/*.txt || (echo 'a lock names an address' && false)

format: setup ## Let ruff format and fix what it can
	$(BIN)/ruff format . && $(BIN)/ruff check --fix .

types: setup ## mypy --strict on libs, services and tests
	$(BIN)/mypy

test: setup ## All tests but the long ones; those that need Docker skip with a reason where it is missing
	$(PYTEST) -m 'not slow and not long'

test-long: setup ## Whole products started, killed at random moments and planted with bugs; CI runs these too
	$(PYTEST) -m 'long and not slow'

test-fast: setup ## Unit and architecture tests only: no sockets, no broker
	$(BIN)/pytest tests/unit tests/architecture

faults: setup ## All fault tests, the long ones too: processes killed and frozen from outside
	$(BIN)/pytest -m faults tests

chaos: setup ## 20,000 articles under 50 random faults, two replicas of each service, three brokers (ARGS=--seed 7 repeats)
	$(BIN)/python -m tests.chaos $(ARGS)

##@ Measure
.PHONY: eval soak bench-latency bench-start bench-streams bench-enricher
eval: setup ## Score the language work on the labelled data beside the project, and write docs/quality.md
	$(BIN)/python -m tests.eval $(ARGS)

bench-latency: setup ## From feed to webhook, hop by hop, at 10 and 100 articles/s, idle and loaded
	$(BIN)/python -m tests.bench.latency $(ARGS)

bench-start: setup ## How long the demo takes to its first alert and until all is ready, and `wirewatch --help`
	$(BIN)/python -m tests.bench.start $(ARGS)

soak: setup ## The whole product at a steady pace for ten minutes: nothing may grow or fall behind (ARGS=--minutes 3)
	$(BIN)/python -m tests.bench.soak $(ARGS)

bench-streams: $(VENV)/bench/.installed ## Our streams beside aiokafka, confluent-kafka, quix-streams and Faust; owned state (ARGS=--json, ARGS=--write)
	$(VENV)/bench/bin/python -m tests.bench.streams $(ARGS)

bench-enricher: setup ## Articles a second of one core, stage by stage and through Kafka, with 100 to 1,000,000 names; memory; reload
	$(BIN)/python -m tests.bench.enricher $(ARGS)

$(VENV)/bench/.installed: $(VENV)/.installed deploy/requirements/bench.txt
	$(PYTHON) -m venv $(VENV)/bench
	$(VENV)/bench/bin/pip install --quiet --disable-pip-version-check --require-hashes --requirement deploy/requirements/bench.txt
	echo "$(CURDIR)/libs" > "$$(echo $(VENV)/bench/lib/python3*/site-packages)/wirewatch.pth"
	cp -r $(VENV)/lib/python3*/site-packages/wirewatch-*.dist-info "$$(echo $(VENV)/bench/lib/python3*/site-packages)"
	@touch $@

##@ Maintain
.PHONY: lock lock-kafka models docs clean
lock: setup ## Write the hash-pinned requirement files anew
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --custom-compile-command 'make lock' --extra ner pyproject.toml --output-file deploy/requirements/wirewatch.txt
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --extra embedded --extra ner --group dev --generate-hashes --custom-compile-command 'make lock' --constraint deploy/requirements/wirewatch.txt pyproject.toml --output-file deploy/requirements/dev.txt
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --custom-compile-command 'make lock' --extra embedded --group bench pyproject.toml --output-file deploy/requirements/bench.txt
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --custom-compile-command 'make lock' --constraint deploy/requirements/wirewatch.txt deploy/requirements/build.in --output-file deploy/requirements/build.txt

lock-kafka: setup ## Write kafka.lock for another Kafka: make lock-kafka VERSION=4.3.1
	$(BIN)/python -m wirekit.broker.relock $(VERSION)

models: setup ## Train the models of the libraries anew on the corpora in ../shared/data, where they are
	$(BIN)/python -m models.topics
	$(BIN)/python -m models.tagger

docs: setup ## Write docs/newsroom.md, settings.md, metrics.md and contracts/asyncapi.yaml from the code
	$(BIN)/python docs/generate.py

clean: ## Remove what the targets made (not the newsroom)
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dist build
