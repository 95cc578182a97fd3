"""The reference rules."""

from __future__ import annotations
