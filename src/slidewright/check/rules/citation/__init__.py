"""The citation rules."""

from __future__ import annotations
