.PHONY: run test bench fuzz lint score build

# Builds a release binary, reads the example papers and prints what a newcomer wants to see.
run: build
	@.build/release/goldthread import --dry-run --today 2026-11-21 Examples/recovery-plan.txt
	@echo
	@echo "Try next:"
	@echo "  .build/release/goldthread import --dry-run Examples/*.txt      all six example papers, read as one set"
	@echo "  .build/release/goldthread import --dry-run --explain FILE     a paper of your own, line by line"
	@echo "  .build/release/goldthread import --dry-run --format jsonl FILE > findings.jsonl"

build:
	@scripts/need git=git
	@echo "Building goldthread (the first time takes a minute or two) …"
	@swift build -c release --product goldthread --quiet

# Sets up what tests need and runs them all.
test:
	@scripts/need git=git
	swift test --quiet

# Prints the benchmarks as ratios in one run.
# PAPERS names a folder of text papers; MB the size to which they are repeated.
PAPERS ?= $(if $(wildcard ../shared/seeds),../shared/seeds,Examples)
MB ?= 30
bench:
	@scripts/need git=git pandoc=pandoc
	@swift build -c release --product goldthread-bench --quiet
	@.build/release/goldthread-bench $(PAPERS) $(MB)

# Reads N mutated papers in a release build; a crash ends it.
N ?= 100000
fuzz:
	@scripts/need git=git
	@swift build -c release --product goldthread-bench --quiet
	@.build/release/goldthread-bench Tests/IntakeTests/Layouts --fuzz $(N)

lint:
	@scripts/need git=git
	swift format lint --strict --recursive Sources Tests Package.swift

# Scores the findings in the shared papers against their labels, where those are present.
score:
	@scripts/score
