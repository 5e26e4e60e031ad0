# Everything a person does with a checkout. `make` alone lists it.
# Only relative paths below: the checkout may stand in a folder whose name has spaces.

.DEFAULT_GOAL := help
.PHONY: help demo test lint audit bench fuzz deb deb-test sbom lock system-packages bench-minimisation

# The first Python on the PATH that the package supports.
ifndef PYTHON
PYTHON := $(shell for python in python3 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
endif
VENV_PYTHON := .venv/bin/python
INSTALL := $(VENV_PYTHON) -m pip install --quiet --quiet --disable-pip-version-check

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-18s %s\n", $$1, $$2 }' Makefile

demo: .venv/.locked  ## send the sample mails through a gateway on loopback and show what becomes of each
	$(VENV_PYTHON) -m tests.demo

test: lint  ## lint, then the whole test suite with its coverage
	$(VENV_PYTHON) -m pytest --cov

lint: .venv/.locked-dev  ## rules, format and types
	$(VENV_PYTHON) -m ruff check .
	$(VENV_PYTHON) -m ruff format --check .
	$(VENV_PYTHON) -m mypy
	@$(VENV_PYTHON) -m deb.audit requirements.lock || true

audit: .venv/.locked-dev  ## known weaknesses of the locked libraries, where the advisories can be reached
	$(VENV_PYTHON) -m deb.audit requirements.lock

deb: .venv/.locked-dev  ## the Debian package, into dist/
	PYTHON=$(VENV_PYTHON) deb/build.sh

deb-test: deb  ## install, upgrade and purge the package in a fresh Debian tree (root, debootstrap, a mirror)
	deb/test.sh "$$(ls -t dist/referral-gateway_*.deb | head -1)"

sbom: .venv/.locked-dev  ## what the gateway is made of, as CycloneDX, into dist/
	@mkdir -p dist
	$(VENV_PYTHON) -m cyclonedx_py requirements --output-reproducible --output-format JSON \
		--output-file dist/sbom.cdx.json requirements.lock

bench: .venv/.locked-dev  ## how fast, beside other mail software; the guide on performance says how to read it
	$(VENV_PYTHON) -m tests.bench
	$(VENV_PYTHON) -m tests.bench.throughput

fuzz: .venv/.locked-dev  ## an hour of unheard-of bytes, then the property tests with many more examples
	$(VENV_PYTHON) -m tests.fuzz
	HYPOTHESIS_PROFILE=fuzz $(VENV_PYTHON) -m pytest -m hypothesis --timeout=3600

# The build tools come first and locked too: two libraries are published as source alone, and
# building those in isolation would fetch whatever setuptools is newest that day.
.venv/.locked: requirements-build.lock requirements.lock pyproject.toml | system-packages
	@echo "Installing requirements.lock into .venv"
	@$(VENV_PYTHON) -m pip --version >/dev/null 2>&1 || "$(PYTHON)" -m venv --clear .venv
	@$(INSTALL) --require-hashes -r requirements-build.lock
	@$(INSTALL) --require-hashes --no-build-isolation --use-pep517 -r requirements.lock
	@$(INSTALL) --no-build-isolation --no-deps --editable .
	@touch $@

.venv/.locked-dev: .venv/.locked requirements-dev.lock
	@echo "Installing requirements-dev.lock into .venv"
	@$(INSTALL) --require-hashes --no-build-isolation --use-pep517 -r requirements-dev.lock
	@touch $@

system-packages:
	@missing=; \
	[ -n "$(PYTHON)" ] || missing="$$missing python3 python3-venv"; \
	[ -z "$(PYTHON)" ] || "$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || missing="$$missing $(notdir $(PYTHON))-venv"; \
	command -v openssl >/dev/null || missing="$$missing openssl"; \
	command -v gpg >/dev/null || missing="$$missing gnupg"; \
	[ -z "$$missing" ] || { \
		echo "Missing (Python must be 3.11 or newer). This installs it: apt-get install -y$$missing" >&2; exit 1; }

# Resolved with the oldest supported Python, whose needs include those of the newer ones, and without
# this machine's own pip settings, so that only public releases are hashed.
COMPILE = env -u PIP_FIND_LINKS -u PIP_EXTRA_INDEX_URL PIP_CONFIG_FILE=/dev/null \
	$$tools/bin/python -m piptools compile --quiet --upgrade --generate-hashes --allow-unsafe \
	--no-strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host

lock: system-packages  ## resolve the lock files anew from pyproject.toml (wants python3.11)
	@tools=$$(mktemp -d) && trap 'rm -rf "$$tools"' EXIT && python3.11 -m venv "$$tools" && \
	"$$tools/bin/python" -m pip install --quiet pip-tools && export CUSTOM_COMPILE_COMMAND='make lock' && \
	printf 'editables\nhatchling\nsetuptools\n' | $(COMPILE) --output-file=requirements-build.lock - && \
	$(COMPILE) --output-file=requirements.lock pyproject.toml && \
	$(COMPILE) --extra=dev --output-file=requirements-dev.lock pyproject.toml

bench-minimisation: .venv/.locked-dev  ## leaks and losses on a generated corpus, beside other tools
	$(VENV_PYTHON) -m tests.bench.minimisation
