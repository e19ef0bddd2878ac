"""The data folder: where everything is kept that belongs to one installation (GANGMU_HOME)."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs


def data_folder() -> Path:
    """GANGMU_HOME, or the platform's folder for the data of users, as an absolute path; it need not be there yet."""
    return Path(os.environ.get("GANGMU_HOME") or platformdirs.user_data_dir("gangmu", appauthor=False)).expanduser().absolute()
