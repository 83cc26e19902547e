# Builds, runs, checks and installs simrun. GNU make 3.81 or later, Linux and macOS.
# `make` alone lists what there is.

SWIFT ?= swift
SCENARIO ?= Scenarios/vancouver-2017.json
ARGS ?=
SECONDS ?= 60
PREFIX ?= /usr/local
PEERS ?= timeline lp
BASE ?= HEAD

BINARY := .build/release/simrun
SWIFT_SOURCES := Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Benchmarks Fuzz/Package.swift Fuzz/Fuzz

# Homebrew on Apple silicon installs where the compiler does not look by itself.
ifeq ($(shell uname -s),Darwin)
GLPK_PREFIX := $(shell brew --prefix glpk 2>/dev/null)
endif
ifneq ($(GLPK_PREFIX),)
GLPK_FLAGS := -Xcc -I$(GLPK_PREFIX)/include -Xlinker -L$(GLPK_PREFIX)/lib
endif

.NOTPARALLEL:
.PHONY: help run build test test-all test-threads differential test-highs test-schema test-report test-latex paper docs \
  fuzz lint format bench bench-peers bench-phases bench-curves bench-compare bench-build backtest install clean setup

help: ## List what make can do here
	@echo "simrun: who should go where, what will really be there, what to ask for next."
	@echo
	@awk 'BEGIN { FS = ":.*## " } /^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile
	@echo
	@echo "  make run SCENARIO=my.json ARGS=\"--seed 7 --out results\""
	@echo "  make install PREFIX=\"\$$HOME/.local\""

run: build ## Build what is needed and run a scenario (SCENARIO=..., ARGS=...)
	@$(BINARY) "$(SCENARIO)" $(ARGS)

# Everything but the page itself goes to standard error, so that `make -s run > page.txt` holds the page.
build: setup ## Build the command in release mode
	@$(SWIFT) build -c release $(GLPK_FLAGS) 1>&2

# Nothing here uses @testable; without the switch the tests would build everything a second time.
test: setup lint build ## Check everything that continuous integration checks
	$(SWIFT) test -c release --disable-testable-imports $(GLPK_FLAGS)
	@Scripts/check-schema.sh
	@Scripts/documentation.sh
	@Scripts/check-with-highs.sh
	@Scripts/differential.sh --count 60
	@Scripts/check-report.sh

test-all: test test-threads differential test-schema test-report test-latex ## The same, and the slow checks: races, random scenarios

test-threads: build ## Run the command, and the library's tests, under the thread sanitizer
	@SWIFT="$(SWIFT)" GLPK_FLAGS="$(GLPK_FLAGS)" Scripts/check-threads.sh
	$(SWIFT) test -c release --disable-testable-imports --sanitize=thread --scratch-path .build-tsan $(GLPK_FLAGS) \
	  --filter SimulationTests

test-highs: build ## Compare every shipped scenario's optimum with the HiGHS solver's
	@Scripts/check-with-highs.sh

test-latex: build ## Compile every LaTeX table of the shipped scenario with pdflatex, in both languages
	@Scripts/check-latex.sh

paper: build ## Typeset the example paper from the shipped scenario: .build/paper/paper.pdf
	@Scripts/paper.sh

differential: build ## Compare 2,000 random scenarios' optima with HiGHS's, and recount their plans
	@Scripts/differential.sh

test-schema: build ## Hold the scenario's schema and the reader against each other, place by place
	@Scripts/check-schema.sh --all

docs: build ## Build the library's documentation, warnings are errors
	@Scripts/documentation.sh

test-report: build ## Open the report of the shipped scenario in a real browser, too
	@Scripts/check-report.sh --all

fuzz: setup ## Throw broken scenarios at the reader for SECONDS=60 (Linux)
	@GLPK_FLAGS="$(GLPK_FLAGS)" Scripts/fuzz.sh $(SECONDS)

lint: ## Check the formatting of the Swift sources
	$(SWIFT) format lint --strict --parallel --recursive $(SWIFT_SOURCES)

format: ## Format the Swift sources
	$(SWIFT) format --in-place --parallel --recursive $(SWIFT_SOURCES)

bench: setup ## Measure the phases on the shipped scenario (see Benchmarks/README.md)
	$(SWIFT) package --package-path Benchmarks $(GLPK_FLAGS) benchmark --no-progress $(ARGS)

bench-peers: bench-build ## Measure side by side with SimPy, NumPy, HiGHS, glpsol (PEERS="timeline lp")
	@python=$$(Benchmarks/peers/environment.sh) && for peer in $(PEERS); do \
	  "$$python" Benchmarks/peers/bench_$$peer.py || exit; done

bench-phases: bench-build ## Measure every phase on every size, against thresholds (UPDATE=1 writes them)
	@python3 Benchmarks/peers/bench_phases.py $(if $(UPDATE),--update)

bench-curves: bench-build ## Measure how costs grow with the work
	@python3 Benchmarks/peers/bench_curves.py

bench-compare: bench-build ## Compare the phases of two versions of the code (BASE=commit)
	@Benchmarks/compare.sh "$(BASE)" $(GLPK_FLAGS)

bench-build: setup
	@$(SWIFT) build -c release $(GLPK_FLAGS) --product measure 1>&2

backtest: setup ## Hold the timeline against past build-ups (see Documentation/Backtest.md)
	@$(SWIFT) build -c release $(GLPK_FLAGS) --product run-backtest 1>&2
	@.build/release/run-backtest --others Scenarios/history/others $(ARGS)

install: build ## Install the command and the scenarios under PREFIX (/usr/local)
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/simrun"
	install -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/simrun"
	cp -R Scenarios "$(DESTDIR)$(PREFIX)/share/simrun/"

clean: ## Remove everything that was built
	rm -rf .build .build-tsan .build-fuzz Benchmarks/.build

setup: ## Check the Swift toolchain and install GLPK where it is missing
	@Scripts/setup.sh 1>&2
