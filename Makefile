# Thin: each target is a line or two that also works by hand. `make help` lists them.

# Trunk's, wasm-bindgen's and wasm-opt's place on PATH, for one command.
WITH_TOOLS := . scripts/tools.sh;
SHELL := bash

.DEFAULT_GOAL := help
.PHONY: help setup serve test build data bench fuzz reproduce clean

help: ## this list
	@sed -nE 's/^([a-z]+):.*## (.*)$$/  make \1\t\2/p' Makefile | expand -t 16

setup: ## install all that building and testing need (says what, and why); nothing a second time
	@scripts/setup.sh all

serve: ## set up what is missing, build, serve at http://127.0.0.1:8080/, rebuild on change
	@scripts/setup.sh build
	@echo "serve: building; the page will be at http://127.0.0.1:8080/"
	@$(WITH_TOOLS) exec trunk serve --dist target/serve

test: ## set up what is missing and run every check, real browsers included (SKIP_BROWSERS=1 leaves them out)
	@scripts/setup.sh $(if $(SKIP_BROWSERS),build,all)
	@scripts/test.sh

build: ## an optimised dist/, to be put on any static host under any path
	@scripts/setup.sh build
	@$(WITH_TOOLS) trunk build --release
	@$(WITH_TOOLS) node scripts/budget.mjs dist

data: ## check the dataset; print its counts and its coverage
	@cargo run --quiet --locked --bin press -- report

bench: ## measure bytes, times and memory, beside reference pages where these are at hand; writes docs/speed.md
	@scripts/setup.sh all
	@scripts/bench/run.sh

fuzz: ## throw chance inputs at links, dates, searches and texts for a minute each (nightly Rust)
	@scripts/fuzz.sh 60

reproduce: ## build the site twice from nothing, in two folders, and compare every byte
	@scripts/setup.sh build
	@scripts/reproduce.sh

clean: ## remove what was built; the shared tools stay
	@rm -rf dist target node_modules tests/web/shots
