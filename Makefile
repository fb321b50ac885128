# Gaotai 稿台. Needs make and Python 3.11 or later; everything else goes into .venv/ and .uv/ of this clone.

PYTHON := .venv/bin/python
SOURCES := editor ui resources main.py benchmarks tests .ci
OUT ?= demo-out
ARGS ?=

# What goes into .venv/ for whom. The demonstration shows that the newsroom's work needs no Qt, so it goes without.
SYNC_headless := --no-dev --inexact --no-install-package pyside6-essentials --no-install-package shiboken6
SYNC_window := --no-dev --inexact
SYNC_dev :=

# An environment whose Python has gone away (an upgrade of the system) or whose folder has another name now is made anew.
$(shell if [ -e .venv/.place ] && [ "$$(cat .venv/.place)" != "$$(pwd)" ]; then rm -rf .venv; \
  elif ! .venv/bin/python -c '' >/dev/null 2>&1; then rm -f .venv/.synced-*; fi)

.PHONY: help demo run test check test-services bench soak plugin notices clean
.PHONY: format lint types imports unused spelling translations words lock rules wheel

help: ## List what can be made
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | while IFS='|' read -r name text; do printf '%-22s %s\n' "$$name" "$$text"; done

demo: .venv/.synced-headless ## A newsroom's day on an embedded library, into demo-out/ (or OUT=DIR); no display needed
	@$(PYTHON) main.py demo --out $(OUT) $(ARGS)

run: .venv/.synced-window ## Open the window
	@.ci/qt-libraries --window
	@$(PYTHON) main.py $(ARGS)

test: .venv/.synced-dev ## All tests but those that need other services (ARGS='-k name' for some)
	@.ci/qt-libraries
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest -n auto $(ARGS)

test-services: .venv/.synced-dev ## Tests against other programs: openssl, a browser, WordPress, Wagtail, sshd, Hugo
	@.ci/programs
	@$(PYTHON) -m pytest tests/services $(ARGS) || { code=$$?; [ $$code -eq 5 ] || exit $$code; }

check: format lint types imports unused spelling translations lock rules wheel ## Everything about the code that a machine can check
	@echo "All checks passed."

format: .venv/.synced-dev
	$(PYTHON) -m ruff format --check $(SOURCES)

lint: .venv/.synced-dev
	$(PYTHON) -m ruff check $(SOURCES)

types: .venv/.synced-dev
	$(PYTHON) -m mypy

imports: .venv/.synced-dev
	.venv/bin/lint-imports

unused: .venv/.synced-dev
	.venv/bin/deptry .

spelling: .venv/.synced-dev
	.venv/bin/codespell

translations: .venv/.synced-dev
	@.ci/qt-libraries
	$(PYTHON) .ci/translations.py --check

words: .venv/.synced-dev ## Make the translations of the window anew
	$(PYTHON) .ci/translations.py

lock: .venv/.synced-dev
	.ci/uv lock --check
	$(PYTHON) .ci/notices.py --check

rules: .venv/.synced-dev
	$(PYTHON) -m pytest -p no:randomly -m "not qt" tests/architecture

wheel: .venv/.synced-dev
	$(PYTHON) .ci/wheel.py

plugin: .venv/.synced-headless ## The optional plug-in for WordPress as a zip to upload, into dist/
	@mkdir -p dist
	@rm -f dist/gaotai-bridge.zip
	@$(PYTHON) -m zipfile -c dist/gaotai-bridge.zip extras/wordpress/gaotai-bridge
	@echo dist/gaotai-bridge.zip

notices: .venv/.synced-dev ## Write THIRD_PARTY_NOTICES.md anew from uv.lock
	$(PYTHON) .ci/notices.py

bench: .venv/.synced-dev ## Measure; each script prints medians and ratios of one interleaved run
	@for script in $(filter-out benchmarks/soak.py,$(wildcard benchmarks/[a-z]*.py)); do \
	  echo "== $$script"; $(PYTHON) -m benchmarks.$$(basename $$script .py) $(ARGS) || exit 1; done

soak: .venv/.synced-dev ## Half an hour of a random user at the window, and 1,000 kills; prints its seeds
	$(PYTHON) -m benchmarks.soak $(ARGS)
	$(PYTHON) -m benchmarks.kills --kills 1000

chaos: .venv/.synced-dev ## 3,000 kills while articles go to a real WordPress and Wagtail (CHAOS_SEED=… for another run)
	@.ci/programs
	CHAOS_KILLS=$${CHAOS_KILLS:-3000} $(PYTHON) -m pytest -s tests/services/test_chaos.py $(ARGS)

clean: ## Remove what the targets above made, except demo-out/
	rm -rf .venv .uv dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/.synced-%: uv.lock pyproject.toml editor/__init__.py
	@.ci/uv sync --frozen --quiet --compile-bytecode $(SYNC_$*)
	@$(PYTHON) -m compileall -q editor resources ui # commands start sooner, also where Python may write nothing
	@pwd >.venv/.place
	@touch $@
