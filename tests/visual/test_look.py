"""Every slide of the feature deck, in two themes, dark, and at each click, looks as the real Slidev shows it.

After a change of the reference pictures, `python tests/visual/fingerprint.py` keeps their numbers anew.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from explained import bar, explanations
from fingerprint import kept
from measures import Measure
from photographs import ALL_SERIES, Series

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Measured = Callable[[Series], dict[str, Measure]]
each_series = pytest.mark.parametrize("series", ALL_SERIES, ids=lambda series: series.name)


@each_series
def test_every_picture_is_within_the_originals_own_noise_or_explained(series: Series, measure: Measured) -> None:
    explained = explanations()
    found = measure(series)
    bars = {name: bar(explained, series.name, name) for name in found}
    assert {name: one for name, one in found.items() if not one.meets(bars[name])} == {}


@each_series
def test_there_are_as_many_pictures_as_the_original_takes(series: Series, measure: Measured) -> None:
    assert sorted(measure(series)) == sorted(kept()[series.name])
