"""What the fragment of an address asks for."""

from __future__ import annotations

import re

# Lines of source, marked by script: GitHub and Gitea (#L10-L20), gists and changes (#file-a-py-L3), cgit, Bitbucket.
_LINES = re.compile(r"(?:(?:file|diff)-.*?)?-?[LR]\d+(?:C\d+)?(?:-[LR]?\d+(?:C\d+)?)?|[ln]\d+|lines?-\d[\d:,-]*", re.S)
# What only a program reads: routes (#/a, #!a) and queries (#page=2, #gid=0).
_PROGRAM = re.compile(r"[/!?].*|.*[=&].*", re.S)
# Parts of long discussions and of changes, which are loaded when they come into view.
_LATER = re.compile(
    r"(?:issuecomment|discussioncomment|commitcomment|pullrequestreview|event|issue)-\d+"
    r"|discussion_r\d+|note_\d+|comment\d+_\d+|(?:diff|file)-[\w.-]+"
)


def named(fragment: str) -> str | None:
    """The name that a fragment looks for in a page; None where nothing can be missing.

    The empty one and `top` are always there, text fragments (`:~:text=`) are no names, and what a script makes of the
    others cannot be read in the page.
    """
    name = fragment.partition(":~:")[0]
    if not name or name.lower() == "top" or any(form.fullmatch(name) for form in (_LINES, _PROGRAM, _LATER)):
        return None
    return name
