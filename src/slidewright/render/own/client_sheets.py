"""The style sheets of Slidev's client, which themes import one by one (`@slidev/client/styles/layouts-base.css`)."""

from __future__ import annotations

from slidewright.engine import manifest
from slidewright.resources import bundle_folder

_FOLDER = "@slidev/client/styles/"


def is_client_sheet(name: str) -> bool:
    """Is an import one of the client's style sheets?"""
    return name.startswith(_FOLDER) and name.removeprefix(_FOLDER) in manifest()["sheets"]


def client_sheet(name: str) -> str:
    """The style sheet of that import."""
    return (bundle_folder() / "client/sheets" / name.removeprefix(_FOLDER)).read_text(encoding="utf-8")
