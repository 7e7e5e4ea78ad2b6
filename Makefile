# make run    set up, ingest if needed, start the bot (Telegram if TELEGRAM_BOT_TOKEN is set, else a chat here)
# make test   set up and run every test          make check   format, lint, types, import rule, tests
# make ingest read knowledge/ into a new release  make bench   how fast it is on this machine
# make campaign NAME=…  begin another campaign    make peers   how good it is beside what others use
# make learn  for developers: learn bot/intents and bot/facets.toml anew, after a change of their examples

CONFIG ?= config.toml
# Where pip finds torch; empty: where pip finds everything. See README, "A smaller torch".
TORCH_INDEX_URL ?=
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)

VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check
export PYTHONUNBUFFERED = 1
export TOKENIZERS_PARALLELISM = false

.DEFAULT_GOAL := help
.PHONY: help run test check ingest learn campaign named bench peers clean

help:
	@sed -n 's/^# //p' Makefile | head -5

run: $(VENV)/run.done
	@$(PY) ingest.py --config $(CONFIG) --if-needed </dev/null 1>&2
	@$(PY) -m bot run --config $(CONFIG)

ingest: $(VENV)/run.done
	@$(PY) ingest.py --config $(CONFIG)

learn: $(VENV)/run.done
	@$(PY) -m bot learn

# Only as given to make: some systems have a NAME of their own in the environment.
NAME :=
campaign: named $(VENV)/run.done
	@$(PY) -m bot campaign -- "$(NAME)"

named:
	@test -n "$(NAME)" || { echo "give the new campaign's folder a name: make campaign NAME=contoh" >&2; exit 1; }

test: $(VENV)/dev.done
	@echo "Running every test ..." >&2
	@$(PY) -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

check: $(VENV)/dev.done
	@echo "Format ..." >&2;  $(PY) -m ruff format --check .
	@echo "Lint ..." >&2;    $(PY) -m ruff check .
	@echo "Types ..." >&2;   $(PY) -m mypy
	@echo "Imports ..." >&2; $(PY) -m pytest tests/test_imports.py
	@$(MAKE) --no-print-directory test

bench: $(VENV)/dev.done
	@$(PY) -m benchmarks.speed

# PASSAGES and QUESTIONS: public files to compare on as well. See benchmarks/RESULTS.md.
peers: $(VENV)/dev.done
	@$(PY) -m benchmarks.peers --plot benchmarks/peers-campaign.svg --write benchmarks/RESULTS.md $(PEERS)
	@if [ -n "$(PASSAGES)" ]; then $(PY) -m benchmarks.peers --passages "$(PASSAGES)" --questions "$(QUESTIONS)" \
		--plot benchmarks/peers-public.svg --write benchmarks/RESULTS.md $(PEERS); fi

clean:
	rm -rf $(VENV)

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: install it, or run make PYTHON=/path/to/python3" >&2; exit 1; }
	@echo "Making $(VENV) with $(PYTHON) ..." >&2
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "Python's venv module is missing: on Debian or Ubuntu run: sudo apt install python3-venv" >&2; exit 1; }

$(VENV)/torch.done: constraints.txt | $(VENV)/bin/python
	@if [ -n "$(TORCH_INDEX_URL)" ]; then echo "Installing torch from TORCH_INDEX_URL ..." >&2; \
		$(PIP) install --index-url "$(TORCH_INDEX_URL)" -c constraints.txt torch 1>&2; fi
	@touch $@

$(VENV)/run.done: requirements.txt constraints.txt $(VENV)/torch.done
	@echo "Installing what the bot needs (a few minutes the first time) ..." >&2
	@$(PIP) install -r requirements.txt -c constraints.txt 1>&2
	@touch $@

$(VENV)/dev.done: requirements-dev.txt $(VENV)/run.done
	@echo "Installing what the tests need ..." >&2
	@$(PIP) install -r requirements-dev.txt -c constraints.txt 1>&2
	@touch $@
