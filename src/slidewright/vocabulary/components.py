"""Components that every deck has: Slidev's, Vue's, and those of the official themes (format F.1)."""

from __future__ import annotations

from collections.abc import Mapping

BUILT_IN = frozenset(
    """
    Arrow AutoFitText BlueSky CodeBlockWrapper CodeGroup KaTexBlockWrapper LightOrDark Link Mermaid Monaco PlantUml
    PoweredBySlidev RenderWhen ShikiMagicMove SlideCurrentNo SlidesTotal SlidevVideo Toc TocList Transform Tweet VAfter
    VClick VClickGap VClicks VDrag VDragArrow VSwitch Youtube
    """.split()
)
"""In Slidev's client."""

GLOBAL = frozenset(
    """
    BaseTransition Component KeepAlive RouterLink RouterView Slot Suspense Teleport Template TitleRenderer Transition
    TransitionGroup VDropdown VMenu VTooltip
    """.split()
)
"""Vue's own, and what Slidev's client registers for the whole page."""

OFFICIAL_THEMES: Mapping[str, frozenset[str]] = {
    "default": frozenset(),
    "seriph": frozenset(),
    "apple-basic": frozenset(),
    "bricks": frozenset(f"Polygon{number}" for number in range(2, 12)),
    "shibainu": frozenset(),
    "none": frozenset(),
}
"""What the official themes bring."""

ENDINGS = ("vue", "md", "js", "ts", "jsx", "tsx")
"""Files in `components/` that become components."""


def pascal(name: str) -> str:
    """A tag's name as components are registered: `v-click` is `VClick`."""
    return "".join(part[:1].upper() + part[1:] for part in name.split("-"))


def kebab(name: str) -> str:
    """A component's name in small letters: `CarbonLogoGithub` is `carbon-logo-github`."""
    parts = (f"-{letter.lower()}" if letter.isupper() else letter for letter in name)
    return "".join(parts).removeprefix("-")
