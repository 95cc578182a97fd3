from __future__ import annotations

from slidewright.report import Report
from slidewright.report.statistics import statistics


def test_the_most_frequent_rule_is_first_and_equal_ones_by_name(everything: Report) -> None:
    assert statistics(everything) == (
        "4  bare-path             [*]\n"
        "1  citation-without-url\n"
        "1  hidden-note\n"
        "1  invalid-frontmatter\n"
        "1  miscased-path         [!]\n"
        "1  missing-image         [*]\n"
        "1  missing-import\n"
        "1  swallowed-slide       [*]\n"
    )


def test_one_safe_fix_is_enough_for_the_mark_whatever_comes_first(everything: Report) -> None:
    fixes = [item for item in everything.placed if item.diagnostic.rule in ("miscased-path", "missing-image")]
    one = [item._replace(diagnostic=item.diagnostic._replace(rule="rule")) for item in fixes]
    for placed in (one, one[::-1]):
        assert statistics(everything._replace(placed=placed)) == "2  rule  [*]\n"


def test_counts_of_different_length_are_aligned(everything: Report) -> None:
    repeated = [*everything.placed[:1] * 12, *everything.placed[-1:]]
    assert statistics(everything._replace(placed=repeated)) == (
        "12  missing-image        [*]\n 1  invalid-frontmatter\n"
    )


def test_no_findings_no_statistics(clean: Report) -> None:
    assert statistics(clean) == ""
