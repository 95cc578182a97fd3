"""Words by which authors mark what they still have to write, by how surely they mean that."""

from __future__ import annotations

FILLER = "lorem ipsum"
"""Text that stands for a text."""

ALWAYS = (*"FIXME 待补充 待補充 待完善 要追記 あとで書く 後で書く дописать".split(), "작성 예정", FILLER)
"""Wherever they stand in a text."""

CAPITALS = ("TODO", "TBD", "TBC")
"""In capitals, and unless another word makes a name of them (`TODO list`)."""

ANNOUNCING = (*"todo tbd xxx wip 待办 待辦".split(),
    "to do", "할 일", "à faire", "à compléter", "noch zu tun", "por hacer", "da fare", "do zrobienia",
)  # fmt: skip
"""At a line's beginning, before a colon."""

ALONE = (
    *"wip xxx tba 未完 待办 待辦".split(),
    "à compléter",
)
"""As all that a line or a pair of brackets holds, in any case."""

NAMING = tuple(
    """
    list lists app apps item items comment comments mvc api component example tree
    リスト アプリ 管理 コメント 列表 应用 應用 清单 앱 목록 리스트
    """.split()
)
"""What follows a mark in the name of a thing: a to-do list is no omission."""
