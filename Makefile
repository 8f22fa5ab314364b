# Everything sets itself up: python3 and make are enough.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready
export PYTHONWARNINGS :=

.DEFAULT_GOAL := help
.PHONY: help setup browser demo test test-page picture docs check eval bench format clean

help: ## show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

setup: $(STAMP) browser ## make the environment in .venv, and find a browser for the tests

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; name one with PYTHON=python3.12") if sys.version_info < (3, 11) else None'
	@if ! $(PYTHON) -c 'import ensurepip' 2>/dev/null; then \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then apt-get update -qq && apt-get install -y -qq python3-venv; \
	  else echo "python3 has no venv module; install it first (Debian: apt-get install python3-venv)" >&2; exit 1; fi; fi
	@echo "Setting up $(VENV); this happens once."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install -q --disable-pip-version-check --upgrade 'pip>=25.1'
	@$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt --group dev -e .
	@touch $@

# The page is tested in a real browser: Debian's, or the one that CHROMIUM names.
browser:
	@if [ -z "$$CHROMIUM" ] && ! command -v chromium >/dev/null && ! command -v chromium-browser >/dev/null \
	  && ! command -v google-chrome >/dev/null; then \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    echo "Installing Chromium for the tests of the page; this happens once."; \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
	      apt-get install -y -qq --no-install-recommends chromium fonts-liberation fonts-dejavu-core >/dev/null; \
	  else echo "The tests of the page need Chromium; install it first (Debian: apt-get install chromium)," \
	    "or set CHROMIUM to its path" >&2; exit 1; fi; fi

demo: $(STAMP) ## log half a year of sample notes, show one, draft a promotion case
	@PATH="$(CURDIR)/$(BIN):$$PATH" sh eval/demo/run.sh

test: $(STAMP) browser ## run the tests
	@$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile

check: $(STAMP) ## lint, format, types, import contracts, help text, wheel
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/python -m docs.reference --check
	@$(BIN)/python -m pytest tests/house/wheel_smoke.py

picture: test-page ## look at the page anew, for the README
	@cp build/screenshots/draft-light.png docs/page.png

docs: $(STAMP) ## write anew what is generated: reference, man page, transcripts of the pages
	@$(BIN)/python -m docs.reference
	@$(BIN)/python -m docs.transcript
	@$(BIN)/python -m docs.pages

test-page: $(STAMP) browser
	@$(BIN)/python -m pytest tests/web

eval: $(STAMP) ## measure reading and the gate on our own cases
	@$(BIN)/python -m eval

bench: $(STAMP) ## cost and speed as numbers, against jrnl and llm; BENCH=--full for 100,000 records
	@$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt --group bench
	@$(BIN)/python -m eval.bench $(BENCH)

format: $(STAMP) ## mend what the formatter and linter can mend
	@$(BIN)/ruff check --fix -q .
	@$(BIN)/ruff format -q .

clean: ## remove the environment and all that was built
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .demo
