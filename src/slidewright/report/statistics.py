"""How often each rule speaks (`--statistics`)."""

from __future__ import annotations

from collections import Counter

from slidewright.report import Report
from slidewright.report.wording import mark


def statistics(report: Report) -> str:
    """A line a rule, the most frequent first: count, rule, and the mark of the best fix that it offers.

    Empty where nothing was found.
    """
    counted = Counter(item.diagnostic.rule for item in report.placed)
    rows = sorted(counted.items(), key=lambda row: (-row[1], row[0]))
    number_width = max((len(str(number)) for _, number in rows), default=0)
    rule_width = max(map(len, counted), default=0)
    lines = [f"{number:>{number_width}}  {rule:<{rule_width}}  {_mark(report, rule)}" for rule, number in rows]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _mark(report: Report, rule: str) -> str:
    """`[*]` if any of the rule's findings has a safe fix, `[!]` if some have only unsafe ones."""
    fixes = [item.diagnostic.fix for item in report.placed if item.diagnostic.rule == rule and item.diagnostic.fix]
    return mark(max(fixes, key=lambda fix: fix.is_safe, default=None))
