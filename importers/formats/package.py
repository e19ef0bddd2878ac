"""Opens zip packages (.docx and its like) within limits: size, growth, number of members."""

from __future__ import annotations

import io
import zipfile

from importers.limits import PACKAGE_BYTES, PACKAGE_MEMBERS, PACKAGE_RATIO
from schema import InputError

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
"""First bytes of a compound file: an old .doc, or any Office file under a password."""


def check_package(data: bytes) -> None:
    """Raises InputError when the bytes are no zip package, an encrypted one, or one that unpacks to more than the limits."""
    if data.startswith(OLE):
        raise InputError("is encrypted, or an old .doc under another name", remedy="remove the password or save it as .docx")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = package.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise InputError(f"is damaged or cut off ({error})", remedy="get the file again from its source") from None
    if any(member.flag_bits & 1 for member in members):
        raise InputError("is encrypted", remedy="remove the password")
    large = [m for m in members if m.file_size > 1_000_000 and m.file_size > PACKAGE_RATIO * max(m.compress_size, 1)]
    if large or len(members) > PACKAGE_MEMBERS or sum(m.file_size for m in members) > PACKAGE_BYTES:
        raise InputError("unpacks to far more than its size", remedy="this is no office document; do not open it")
