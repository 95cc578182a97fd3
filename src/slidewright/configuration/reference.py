"""The page docs/configuration.md: prose, and a table of keys for each table."""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.configuration.keys import KEYS, TABLES, Key
from slidewright.configuration.spelling import toml

PAGE = """\
# Configuration

`slidewright` reads `slidewright.toml`, or the table `[tool.slidewright]` of a `pyproject.toml`. The nearest folder
upward from the deck that has one of them wins; in one folder `slidewright.toml` goes before `pyproject.toml`, and a
`pyproject.toml` without that table is passed over. Files are never merged: an empty `slidewright.toml` means the
defaults. `--config FILE` names another file, `--isolated` reads none.

Options on the command line win over the file. `--extend-select` and `--ignore` add to the file's lists; every other
option replaces the file's value.

```toml
[check]
extend-select = ["uncited-image"]
exclude = ["drafts/**"]
fail-on = "error"
max-warnings = 10

[check.severity]
missing-image = "warning"

[check.per-file-ignores]
"pages/old/*.md" = ["citation"]

[check.per-slide-ignores]
"slides.md#3" = ["missing-image"]
"slides.md#5-8" = ["reference"]
"slides.md#appendix" = ["all"]

[check.limits]
image-bytes = "3MB"

[external]
timeout = "20s"
exclude = ["https://intranet.*"]

[external.hosts."api.example.com"]
token-variable = "API_TOKEN"
```

In a `pyproject.toml` the tables are `[tool.slidewright.check]`, `[tool.slidewright.external]` and so on.

Whatever is wrong with a file is told at once, a line each with its place, and the exit code is 2:

```text
slidewright.toml:4:11: `check.fail-on` takes `error`, `warning`, `info` or `never`, not `eror`: did you mean `error`?
```

## What holds, and where it comes from

`slidewright show-config [DECK]` prints every key with its value and its origin: `default`, or the file and line.
`--format json` prints `{"version": 1, "file", "settings": {KEY: {"value", "origin"}}}`. The values of headers are never
printed; a token is best kept in an environment variable that `token-variable` names.

## In an editor

[slidewright.schema.json](slidewright.schema.json) is the JSON Schema of `slidewright.toml`. Editors with a TOML
language server complete and check keys with this first line:

```toml
#:schema ./path/to/slidewright.schema.json
```

## Names, paths, sizes and times

- Rules are named as `slidewright rules` lists them. A family stands for all its rules, and in a list `all` for every
  rule.
- Globs of files have the form of `.gitignore` and start at the configuration file's folder: `*.md` are the files in it,
  `**/*.md` those below it as well. The path of the baseline starts there, too. On the command line both start at the
  current folder.
- Sizes are bytes, or text such as `"3MB"` and `"500 kB"` (powers of 1000) or `"2 MiB"` (of 1024).
- Times are seconds, or text in `ms`, `s`, `min`, `h`, `d` or `w`, such as `"20s"` or `"1d"`.
"""


def reference() -> str:
    """The whole page, as Markdown."""
    return PAGE + "".join(_section(table, sentence) for table, sentence in TABLES.items())


def _section(table: str, sentence: str) -> str:
    keys = [key for key in KEYS if key.path.rpartition(".")[0] == table]
    head = f"\n## `[{table}]`\n\n{sentence}\n\n| key | takes | default | meaning |\n|---|---|---|---|\n"
    return head + "".join(_rows(keys))


def _rows(keys: list[Key]) -> Iterator[str]:
    for key in keys:
        name = key.address[-1]
        yield f"| `{name}` | {key.kind.words} | {_default(key)} | {key.sentence} |\n"


def _default(key: Key) -> str:
    value = None if "<" in key.path else key.kind.shown(key.default)
    return "" if value is None else f"`{toml(value)}`"
