"""What Slidev knows, as data: keys and their types, layouts, components, defaults."""

from __future__ import annotations
