"""A line of code is longer than the slide is wide.

Off by default: choose it with `--extend-select long-code-line`; `limits.code-columns` sets the limit, 90 unless told.

## Why it matters

Code does not wrap: what does not fit can be seen by scrolling only, which nobody in the audience can. At Slidev's
12 px a full slide holds about 115 columns, a column of two about 55. East Asian wide characters take two.

## Example

````md
# Query

```sql
SELECT customer.name, customer.city, SUM(orders.amount) FROM customer JOIN orders ON orders.customer = customer.id
```
````

Use instead:

````md
# Query

```sql
SELECT customer.name, customer.city, SUM(orders.amount)
FROM customer JOIN orders ON orders.customer = customer.id
```
````
"""

from __future__ import annotations

from collections.abc import Iterator

from slidewright.check.finding import Finding
from slidewright.check.prose import columns
from slidewright.check.show import Show, in_content
from slidewright.diagnostics import Severity
from slidewright.parse.anatomy.blocks import Code
from slidewright.resolve.outcomes import Part

SEVERITY = Severity.INFO

DRAWN = ("mermaid", "plantuml")
"""Languages of which a picture is made."""


def find(show: Show) -> Iterator[Finding]:
    """The longest line of each block that has one above the limit."""
    limit = show.settings.limits.code_columns
    for part in show.own_parts:
        for code in part.anatomy.codes:
            if not code.info.startswith(DRAWN) and (longest := _longest(part, code)):
                width, start, end = longest
                if width > limit:
                    message = f"{width} columns of code in one line, more than {limit}"
                    yield in_content(part, start, end, message, "break the line, or leave a part of it out")


def _longest(part: Part, code: Code) -> tuple[int, int, int] | None:
    """Columns and place of a block's longest line, the last of those that share it."""
    found, start = None, code.inner[0]
    for line in part.slide.content[slice(*code.inner)].split("\n"):
        text = line.rstrip()
        width = columns(text.expandtabs(2))
        if text and (found is None or width > found[0]):
            found = width, start + len(text) - len(text.lstrip()), start + len(text)
        start += len(line) + 1
    return found
