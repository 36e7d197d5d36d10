# Everything that people do with the sources. `make help` lists it.
.DEFAULT_GOAL := help
.PHONY: help demo test build lint bench install sanitize completions clean

PREFIX ?= /usr/local
DESTDIR ?=
# Tests that a run should cover, as a regular expression (swift test --filter).
FILTER ?=
# A folder of real merge cases for `make bench`; see the manual.
CORPUS ?=
# Another merger to score beside ours, where the corpus comes with one.
SKETCH = $(addprefix --sketch ,$(wildcard $(CORPUS)/../tools/sketch_merge.py))

NEED := ./.make/need
# The typesetter's private environment, where a program below .build finds it.
TYPST := $(CURDIR)/.build/typst
# What packs are measured against.
WEASYPRINT := $(CURDIR)/.build/weasyprint
# Where the programs live that read packs in tests.
READERS := $(CURDIR)/.build/readers
RELEASE := swift build -c release --static-swift-stdlib --product kitbag
RELEASE_BIN = $(shell swift build -c release --static-swift-stdlib --show-bin-path)

help: ## List what make can do
	@sed -nE 's/^([a-z]+):.*## (.*)/  make \1\t\2/p' Makefile | expand -t 20

demo: build ## See the main job on a sample kit
	@.make/demo "$(RELEASE_BIN)/kitbag"

test: ## Run all tests (FILTER=… for some of them)
	@$(NEED) build paper test
	@.make/typst "$(TYPST)"
	@.make/readers "$(READERS)"
	swift test $(if $(COVERAGE),--enable-code-coverage) $(if $(FILTER),--filter '$(FILTER)')

build: ## Build the program, optimised
	@$(NEED) build
	$(RELEASE)

lint: ## Check style and structure
	@$(NEED) build
	swift format lint --strict --recursive --parallel Sources Tests Package.swift
	@.make/floors

bench: build ## Compare with what people would use instead (CORPUS=… for the merge)
	@$(NEED) build paper bench
	@.make/typst "$(TYPST)"
	@test -x "$(WEASYPRINT)/bin/weasyprint" || { python3 -m venv "$(WEASYPRINT)" && \
	"$(WEASYPRINT)/bin/python3" -m pip install -q --disable-pip-version-check weasyprint==70.0; }
	swift build -c release --product KitbagBench
	@bench="$$(swift build -c release --show-bin-path)/KitbagBench"; set -e; \
	"$$bench" start "$(RELEASE_BIN)/kitbag"; \
	"$$bench" pack "$(RELEASE_BIN)/kitbag" "$(WEASYPRINT)/bin/python3"; \
	"$$bench" merge $(if $(CORPUS),'$(CORPUS)' $(SKETCH)); \
	"$$bench" merge-laws; \
	"$$bench" reads; \
	"$$bench" lossless $(if $(CORPUS),--corpus '$(CORPUS)')
	@$(NEED) test
	KITBAG_SWEEP=all swift test --filter KillSweepTests --filter ServerJourneyTests

install: build ## Install under PREFIX (/usr/local)
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 "$(RELEASE_BIN)/kitbag" "$(DESTDIR)$(PREFIX)/bin/kitbag"
	strip "$(DESTDIR)$(PREFIX)/bin/kitbag"
	@.make/completions "$(DESTDIR)$(PREFIX)/bin/kitbag" "$(DESTDIR)$(PREFIX)/share"
	@$(NEED) paper && .make/typst "$(DESTDIR)$(PREFIX)/lib/kitbag/typst" || echo "Kitbag is installed; only PDF files need the typesetter."

sanitize: ## Run the Git tests under the address and thread sanitizers
	@$(NEED) build test
	ASAN_OPTIONS=detect_leaks=0 swift test --sanitize=address --scratch-path .build-address --filter GitTests
	TSAN_OPTIONS=suppressions=$(CURDIR)/.make/thread-sanitizer swift test --sanitize=thread --scratch-path .build-thread --filter GitTests

clean: ## Remove what was built
	rm -rf .build .build-*
