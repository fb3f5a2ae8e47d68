# make demo    read the bundled examples and show the result
# make test    lint, types, tests
# make model   train the model again (DATA: public data, ENCODER: folder of the encoder; needs the extra "train")
#               LICENSED=--licensed learns only from what names its licence; STEPS=2 tries the way through
# make lock    resolve the dependencies again (needs uv)
# Needs Python 3.11 or later and nothing else: make PYTHON=python3.13 demo

PYTHON ?= python3
UV ?= uv
VENV := .venv
PIP := $(VENV)/bin/python -m pip --disable-pip-version-check --quiet
# bash, so that a recipe finds what PATH below adds: the make of macOS starts simple commands without a shell.
SHELL := /bin/bash
export PATH := $(CURDIR)/$(VENV)/bin:$(PATH)

.PHONY: demo test setup model lock clean

demo: $(VENV)/core.stamp
	@bash examples/demo.sh

test: $(VENV)/dev.stamp
	ruff check .
	ruff format --check .
	mypy
	pytest

setup: $(VENV)/dev.stamp

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "onrecord needs Python 3.11 or later: make PYTHON=python3.13")'
	$(PYTHON) -m venv $(VENV)

# Stamps: what is installed already is not installed again until its list changes.
$(VENV)/core.stamp: requirements/core.txt requirements/build.txt pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes -r requirements/core.txt -r requirements/build.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes -r requirements/dev.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/core.stamp

# The two smaller lists are cut from the versions of the largest, so that one environment can hold all three.
COMPILE := $(UV) pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-emit-find-links \
	--python-version 3.11 --custom-compile-command 'make lock'
lock:
	$(COMPILE) pyproject.toml requirements/build.in --group dev -o requirements/dev.txt
	$(COMPILE) pyproject.toml -c requirements/dev.txt -o requirements/core.txt
	$(COMPILE) requirements/build.in -c requirements/dev.txt -o requirements/build.txt

WORK ?= training/work
model:
	python training/prepare.py --data $(DATA) --encoder $(ENCODER) --work $(WORK) $(LICENSED)
	python training/train.py --encoder $(ENCODER) --work $(WORK) $(if $(STEPS),--steps $(STEPS))
	python training/export.py --encoder $(ENCODER) --work $(WORK) --out src/onrecord/tagger/artefact
	python training/calibrate.py --data $(DATA)
	python training/evaluate.py --data $(DATA) --artefact src/onrecord/tagger/artefact

clean:
	rm -rf $(VENV) demo-record .pytest_cache .mypy_cache .ruff_cache .hypothesis
