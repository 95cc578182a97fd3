"""Check and build Slidev presentations without Node."""

from __future__ import annotations

__version__ = "0.1.0"
