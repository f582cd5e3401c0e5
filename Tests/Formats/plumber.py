#!/usr/bin/env python3
"""Prints the tables that pdfplumber's extract_tables finds in a PDF, as it comes: a JSON line for each, as goldthread does.

  plumber.py FILE.pdf
"""
import json
import sys

import pdfplumber

with pdfplumber.open(sys.argv[1]) as pdf:
    for page in pdf.pages:
        for rows in page.extract_tables():
            print(json.dumps(dict(sheet=page.page_number, rows=rows), ensure_ascii=False))
        # Keeps its memory from growing with the pages.
        page.close()
