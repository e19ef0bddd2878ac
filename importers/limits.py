"""How much of an untrusted file is read before it is refused."""

from __future__ import annotations

FILE_BYTES = 64 * 1024 * 1024
"""The largest file that is opened."""

TEXT_CHARACTERS = 2_000_000
"""The longest text of one document; the longest minutes known have some 60,000."""

PACKAGE_BYTES = 256 * 1024 * 1024
"""How large a zip package (.docx) may become when unpacked."""

PACKAGE_RATIO = 200
"""How often a member of a package may grow when unpacked; ordinary XML stays below 50."""

PACKAGE_MEMBERS = 5_000

XML_DEPTH = 200
"""How deep tables, text boxes and content controls may stand in each other."""

ATTACHMENTS = 200
"""Parts that one mail may have."""

MAIL_DEPTH = 4
"""How deep mails may be attached to each other."""

PAGES = 2_000

SCANNED_PAGES = 50
"""Pages that are read by text recognition, which takes seconds for each."""

SCAN_PATIENCE = 10
"""How many times SECONDS a file may take of which pages have to be recognised."""

PIXELS = 80_000_000
"""A scanned A4 page has 9 million at 300 dots to the inch, 35 million at 600."""

SHEETS, STRINGS, CELLS = 500, 1_000_000, 500_000
"""How many sheets, shared strings and cells with words a spreadsheet may have."""

SECONDS = 120
"""How long one file may take from reading to records."""

MEMORY_BYTES = 3 * 1024 * 1024 * 1024
"""Address space of a process that reads files, where the platform can limit it."""
