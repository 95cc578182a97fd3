"""A deck's resolutions as each slide needs them: by the text that names a file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from urllib.parse import unquote

from slidewright.errors import InputError
from slidewright.model import ReferenceKind
from slidewright.parse.markdown.snippets import Snippet, SnippetImport, extract_region
from slidewright.render.assets import AssetTable
from slidewright.render.files import Target
from slidewright.resolve.outcomes import Found, Miscased, Missing, Outcome, Outside, Remote, Resolutions
from slidewright.workspace import Workspace

_SHOWN = (
    ReferenceKind.IMAGE,
    ReferenceKind.MEDIA,
    ReferenceKind.BACKGROUND,
    ReferenceKind.STYLE,
    ReferenceKind.PROP,
    ReferenceKind.FAVICON,
)


class DeckTargets:
    """What the texts of each shown slide name, taken from the resolutions and never resolved again."""

    def __init__(self, resolutions: Resolutions, workspace: Workspace) -> None:
        self._workspace = workspace
        self._shown: dict[int, dict[str, Target]] = defaultdict(dict)
        self._snippets: dict[int, dict[str, Target]] = defaultdict(dict)
        for item in resolutions:
            target = _target(item.outcome)
            if target is None:
                continue
            for no in item.slides:
                if item.reference.kind in _SHOWN:
                    for text in (item.reference.target, unquote(item.reference.target), item.reference.written):
                        self._shown[no].setdefault(text, target)
                elif item.reference.kind is ReferenceKind.SNIPPET:
                    self._snippets[no].setdefault(item.reference.target, target)

    def of(self, no: int) -> Mapping[str, Target]:
        """What the texts of a shown slide name."""
        return self._shown.get(no, {})

    def snippets(self, no: int) -> Mapping[str, Target]:
        """The files that a shown slide imports code from."""
        return self._snippets.get(no, {})

    def state(self, target: Target, assets: AssetTable) -> str:
        """What tells one content of a target from another."""
        return assets.content(target.path) if target.path is not None else target.status

    def snippet(self, no: int) -> Snippet:
        """Reads the snippets of a shown slide."""

        def read(snippet: SnippetImport) -> str | None:
            target = self._snippets.get(no, {}).get(snippet.path)
            if target is None or target.path is None:
                return None
            try:
                text = self._workspace.read(target.path).text
            except InputError:
                return None
            return extract_region(text, snippet.region)[0] if snippet.region else text

        return read


def _target(outcome: Outcome) -> Target | None:
    match outcome:
        case Found(path=path) | Miscased(path=path):
            return Target("found", path)
        case Missing() | Outside():
            return Target("missing")
        case Remote(url=url):
            return Target("remote", address=url)
        case _:
            return None
