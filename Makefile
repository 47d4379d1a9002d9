# The commands of a new user and of CI. `make` alone says what there is.
.DEFAULT_GOAL := help
.PHONY: help setup program demo test release eval bench fuzz train trial

BINARY := build/release/firsthand
REPORT := report.html
SCORE := ../shared/eval/score.py

help: ## what there is (this list)
	@echo "make TARGET, where TARGET is one of"
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  \1\t\2/p' Makefile | expand -t 12

setup: ## installs the Debian packages that are missing (asks sudo only when you are not root)
	@tools/install_packages.sh

# Only the program: the tests and benchmarks would take minutes.
program: setup
	@cmake --preset release
	@cmake --build --preset release --target firsthand

demo: program ## installs, builds, traces examples/ and writes report.html
	@$(BINARY) trace examples --html $(REPORT)
	@echo
	@echo "The report: $(CURDIR)/$(REPORT)"

test: setup ## builds with sanitizers and runs every test
	@cmake --workflow --preset dev

release: setup ## builds what users run, with every test
	@cmake --workflow --preset release

eval: program ## scores the program: the yardsticks beside this folder, else the small set in tests/labelled
	@if [ -f $(SCORE) ]; then python3 $(SCORE) all --bin $(BINARY); python3 tools/eval_pages.py --bin $(BINARY); python3 tools/eval_people.py --bin $(BINARY); python3 tools/eval_events.py --bin $(BINARY); else python3 tools/eval.py --bin $(BINARY); fi

MINUTES := 30
fuzz: setup ## fuzzes every parser for MINUTES=30 CPU minutes each (needs clang-16), and keeps what it found in fuzz/corpus
	@cmake --preset fuzz
	@cmake --build --preset fuzz
	@python3 tools/fuzz.py --minutes $(MINUTES) --keep

bench: program ## speed and memory, alone and beside spaCy and others (fetched once), on the big pile where it is there, else on a made-up one
	@python3 bench/bench.py --bin $(BINARY)
	@cmake --build --preset release --target firsthand_bench split_pieces
	@build/release/firsthand_bench --benchmark_min_time=0.2 2>/dev/null
	@python3 bench/peers/peers.py --bin $(BINARY)

TRAINING := build/training-venv/bin/python
$(TRAINING): training/requirements.txt
	@python3 -m venv build/training-venv
	@$(TRAINING) -m pip install -q -r training/requirements.txt
	@touch $(TRAINING)

train: $(TRAINING) ## makes the model files from the labels beside this folder: hours; goes on where it was stopped
	@$(TRAINING) training/recipe.py

trial: $(TRAINING) ## two steps of each part of the recipe on a slice of the labels, to see that it runs
	@$(TRAINING) training/recipe.py --trial
