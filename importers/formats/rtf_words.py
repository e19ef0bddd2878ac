"""The control words of RTF that decide what of a file is its text. Source: Rich Text Format specification 1.9.1."""

from __future__ import annotations

LEFT_OUT = frozenset(
    "colortbl stylesheet info pict objdata objclass header headerl headerr headerf footer footerl footerr footerf footnote annotation atnid "
    "atnauthor atntime atndate fldinst nonshppict shprslt sp sn sv pntxta pntxtb listtable listoverridetable revtbl rsidtbl themedata "
    "colorschememapping latentstyles datastore generator filetbl xe tc rxe bkmkstart bkmkend private nonesttables mmathPr upr".split()
)
"""Groups whose words are not the document's."""

READ_THOUGH_STARRED = frozenset({"shpinst", "listtext", "pntext"})
"""Groups to be read though `\\*` says that a program need not know them."""

CHARACTERS = {
    "tab": "\t", "line": "\n", "page": "\n", "column": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": "\u2003", "enspace": "\u2002", "~": "\u00a0", "_": "-",
    "nestcell": "\n", "nestrow": "\n",
}
