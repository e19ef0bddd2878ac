"""Grades of secrecy (密级), as documents bear them."""

from __future__ import annotations

STATE_SECRETS = ("绝密", "机密", "秘密")
"""Grades of state secrets, the highest first (保守国家秘密法, article 14 of 2024): such documents are only loaded when the user says so."""

INTERNAL = "内部"
"""Of papers that are not for the public, without being secret."""

SECRECY_GRADES = (*STATE_SECRETS, "商密", INTERNAL)
"""Every grade, the highest first."""
