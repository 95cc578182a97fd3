"""Where `templates/`, `assets/` and the JavaScript bundles are: in the wheel, or beside `src` in a checkout."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent


def _folder(name: str) -> Path:
    packaged = PACKAGE / name
    return packaged if packaged.is_dir() else PACKAGE.parent.parent / name


def template_folder() -> Path:
    """Folder of the Jinja templates (`html/`, `slidev/`, …)."""
    return _folder("templates")


def asset_folder() -> Path:
    """Folder of what is shipped beside the code (`client/`, …)."""
    return _folder("assets")


def bundle_folder() -> Path:
    """Folder of the JavaScript bundles that the build hook makes; may be absent in a bare checkout."""
    return PACKAGE / "_bundles"
