.PHONY: run test server browser pictures bench kills fuzz hostile lint score formats build

# What building takes besides Swift: git for the packages, SQLite's header for GRDB, the libraries of Sources/Papers.
NEEDED = git=git pkg-config=pkg-config /usr/include/sqlite3.h=libsqlite3-dev /usr/include/archive.h=libarchive-dev \
	/usr/include/libxml2/libxml/parser.h=libxml2-dev /usr/include/zlib.h=zlib1g-dev
# What reads PDFs, and shuts it in.
READING = pdftotext=poppler-utils qpdf=qpdf bwrap=bubblewrap
# What opens the site as its readers do, beside Tests/Browser/requirements.txt.
BROWSING = python3=python3 chromium=chromium faketime=faketime /usr/share/fonts/truetype/liberation=fonts-liberation \
	/usr/share/fonts/truetype/dejavu=fonts-dejavu-core
# What lays papers out in other formats, beside Tests/Formats/requirements.txt.
WRITING = python3=python3 pandoc=pandoc weasyprint=weasyprint soffice=libreoffice-writer-nogui \
	/usr/lib/libreoffice/program/libsclo.so=libreoffice-calc-nogui

# Builds a release binary, brings the example papers into a ledger of their own, shows how their promises stand, and
# serves them as a web site until it is ended.
EXAMPLE = out/example.db
run: build
	@mkdir -p out
	@.build/release/goldthread import --yes --ledger $(EXAMPLE) --partnership "Mere Valley" Examples/*.txt
	@echo
	@.build/release/goldthread status --ledger $(EXAMPLE)
	@echo
	@echo "Try next:"
	@echo '  export GOLDTHREAD_DATABASE=$(EXAMPLE) PATH="$$PWD/.build/release:$$PATH"'
	@echo "  goldthread list action --standing overdue --owner BS"
	@echo "  goldthread show ACT-1"
	@echo "  goldthread import YOUR-PAPER.txt --ledger YOUR.db"
	@echo
	@echo "The same as a web site; Ctrl-C ends it:"
	@.build/release/goldthread serve --ledger $(EXAMPLE)

build:
	@scripts/need $(NEEDED) $(READING)
	@echo "Building goldthread (the first time takes a minute or two) …"
	@swift build -c release --product goldthread --quiet

# Sets up what tests need and runs them all.
test:
	@scripts/need $(NEEDED) $(READING) $(BROWSING)
	swift test --quiet
	$(SERVER_TESTS)
	scripts/python -m pytest -c Tests/Browser/pytest.ini Tests/Browser

# Runs the tests of the served program alone: slow clients, halves of forms, 10,000 connections, stopping, kill -9.
SERVER_TESTS = scripts/python -m pytest -c Tests/Server/pytest.ini Tests/Server
server:
	@scripts/need $(NEEDED) python3=python3
	@swift build --quiet --product goldthread
	$(SERVER_TESTS)

# Runs the tests in a real browser alone; screenshots of every page land in out/browser.
browser:
	@scripts/need $(NEEDED) $(READING) $(BROWSING)
	@swift build --quiet --product goldthread
	scripts/python -m pytest -c Tests/Browser/pytest.ini Tests/Browser

# Makes the README's pictures of the site.
pictures:
	@scripts/need $(NEEDED) $(READING) $(BROWSING)
	@swift build --quiet --product goldthread
	@scripts/pictures

# Prints the benchmarks as ratios in one run: reading text, the ledger, the site under load, then reading PDFs.
# PAPERS names a folder of text papers; MB the size to which they are repeated; RECORDS how many a ledger holds.
PAPERS ?= $(if $(wildcard ../shared/seeds),../shared/seeds,Examples)
MB ?= 30
RECORDS ?= 1000000
bench:
	@scripts/need $(NEEDED) $(READING) pandoc=pandoc python3=python3 wrk=wrk
	@swift build -c release --product goldthread --quiet
	@swift build -c release --product goldthread-bench --quiet
	@.build/release/goldthread-bench $(PAPERS) $(MB)
	@.build/release/goldthread-bench --ledger $(RECORDS)
	@.build/release/goldthread-bench --site $(RECORDS) out/bench-site
	@scripts/bench-pdf

# Stops a writing program KILLS times by kill -9, and the server while people save a tenth as often; nothing that they
# acknowledged may be lost.
KILLS ?= 1000
kills:
	@scripts/need $(NEEDED)
	GOLDTHREAD_KILLS=$(KILLS) swift test --quiet --filter KillTests
	GOLDTHREAD_KILLS=$$(( ($(KILLS) + 9) / 10 )) $(SERVER_TESTS) -s -k kill

# Reads N mutated papers in a release build, findings included, then N altered files of each kind that is read; of PDFs
# with the outside programs run each time a hundredth. A crash or a hang ends it and names the seed.
N ?= 100000
fuzz:
	@scripts/need $(NEEDED) $(READING)
	@swift build -c release --product goldthread-bench --quiet
	@.build/release/goldthread-bench Tests/IntakeTests/Layouts --fuzz $(N)
	@.build/release/goldthread-bench --fuzz-readers Tests/PapersTests/Samples $(N)

# Runs the tests of hostile files with large ones of 100 MB, which `make test` keeps small.
hostile:
	@scripts/need $(NEEDED)
	GOLDTHREAD_MEGABYTES=100 swift test --quiet --filter 'Hostile|Mislabelled'

lint:
	@scripts/need $(NEEDED)
	swift format lint --strict --recursive Sources Tests Package.swift

# Scores the findings in the shared papers against their labels, where those are present.
score:
	@scripts/score

# Compares what is found in papers laid out in every format with what is found in their text.
formats:
	@scripts/need $(NEEDED) $(READING) $(WRITING)
	@swift build --quiet --product goldthread
	@scripts/score-formats
