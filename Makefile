# Two commands set up a fresh machine: `make talk` builds the example talk, `make test` runs the tests.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
ENGINE_SOURCES := $(shell find assets/engine hatch_build.py -name node_modules -prune -o -type f -print 2>/dev/null)

.PHONY: talk test lint types package bench clean

talk: $(VENV)/.installed
	$(BIN)/slidewright check slides/slides.md
	$(BIN)/slidewright build slides/slides.md -o dist/talk.html
	@echo "Open dist/talk.html in a browser."

# One worker more than there are processors: a test that has a browser mostly waits.
test: $(VENV)/.installed
	$(BIN)/python -m pytest --numprocesses $$($(BIN)/python -c 'import os; print((os.cpu_count() or 1) + 1)') --dist loadfile --ignore tests/bench
	$(BIN)/python -m pytest tests/bench

lint: $(VENV)/.installed
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(VENV)/.installed
	$(BIN)/mypy

package: $(VENV)/.installed
	$(BIN)/python -m pytest -m packaging tests/packaging

bench: $(VENV)/.installed
	$(BIN)/python -m pytest tests/bench -s

clean:
	rm -rf build dist .mypy_cache .pytest_cache .ruff_cache

$(VENV)/.installed: pyproject.toml $(ENGINE_SOURCES)
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable . --group dev
	touch $@
