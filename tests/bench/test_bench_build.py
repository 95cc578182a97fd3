"""How long a build takes, as ratios within one run: the machine may be slow, the proportions stay."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from slidewright.resources import bundle_folder

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (bundle_folder() / "manifest.json").is_file(), reason="the JavaScript bundles are not built here"
    ),
]
FLOOR = [sys.executable, "-c", "import click, yaml, markdown_it, jinja2"]
PLAIN = "---\nfonts:\n  provider: none\n---\n\n"
SLIDE = """\
# Slide {no}

Some text with *emphasis* and [a link](https://example.org/{no}), {no} words or so.

<div class="grid grid-cols-2 gap-4 p-{pad}">

- one {no}
- two {no}

</div>

<!-- A note about {no} -->
"""


def deck(slides: int, mark: str = "") -> str:
    return "\n---\n\n".join(SLIDE.format(no=no, pad=no % 12) for no in range(slides)) + mark


def seconds(command: list[str], folder: Path, cache: str, runs: int = 3) -> float:
    """The fastest of some runs."""
    environment = {**os.environ, "SLIDEWRIGHT_CACHE_DIR": str(folder / cache)}
    found = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
        found.append(time.perf_counter() - start)
    return min(found)


def tell(figures: str) -> None:
    sys.stdout.write(f"\n{figures}\n")


def build(*options: str) -> list[str]:
    return [sys.executable, "-m", "slidewright", "build", "slides.md", "-o", "out.html", *options]


def test_a_warm_build_takes_little_more_than_its_imports(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "slides.md").write_text(deck(41))
    cold = seconds(build("--no-cache"), tmp_path, "warm")
    seconds(build(), tmp_path, "warm", 1)
    warm, floor = seconds(build(), tmp_path, "warm", 5), seconds(FLOOR, tmp_path, "warm", 5)
    with capsys.disabled():
        tell(f"41 slides: floor {floor:.2f} s, warm {warm:.2f} s ({warm / floor:.1f} x), cold {cold:.2f} s")
    assert warm < 3.5 * floor


def test_one_changed_slide_costs_little(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "slides.md").write_text(deck(1025))
    cold = seconds(build(), tmp_path, "cold", 1)
    changed = []
    for number in range(3):
        (tmp_path / "slides.md").write_text(deck(1025, f"\nchanged {number}\n"))
        changed.append(seconds(build(), tmp_path, "cold", 1))
    with capsys.disabled():
        best = min(changed)
        tell(f"1,025 slides: cold {cold:.2f} s, one changed {best:.2f} s ({cold / best:.1f} x faster)")
    assert min(changed) < cold / 3


def test_fonts_cost_a_warm_build_next_to_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    times = []
    for head in (PLAIN, ""):
        (tmp_path / "slides.md").write_text(head + deck(41))
        seconds(build(), tmp_path, "warm", 1)
        times.append(seconds(build(), tmp_path, "warm", 7))
    plain, worn = times
    with capsys.disabled():
        tell(f"41 slides, warm: without fonts {plain:.2f} s, with {worn:.2f} s ({worn / plain:.2f} x)")
    assert worn < 1.3 * plain


def test_pictures_beside_the_page_cost_no_more_than_in_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pictures = [f"./{no}.png" for no in range(50)]
    for name in pictures:
        (tmp_path / name).write_bytes(os.urandom(1_000_000))
    (tmp_path / "slides.md").write_text("\n\n---\n\n".join(f"# A\n\n![{name}]({name})" for name in pictures))
    seconds(build(), tmp_path, "warm", 1)
    inside = seconds(build(), tmp_path, "warm", 3)
    size = (tmp_path / "out.html").stat().st_size
    beside = seconds(build("--assets=dir"), tmp_path, "warm", 3)
    small = (tmp_path / "out.html").stat().st_size
    with capsys.disabled():
        tell(f"50 MB of pictures: inside {inside:.2f} s, {size >> 10} kB; beside {beside:.2f} s, {small >> 10} kB")
    assert small < size / 50
    assert beside < 1.5 * inside


COMPONENT = """\
<script setup lang="ts">
import {{ computed, ref }} from 'vue'
import {{ twice }} from './twice'
const props = defineProps<{{ start?: number }}>()
const count = ref(props.start ?? {no})
const shown = computed(() => twice(count.value))
</script>
<template>
  <div class="p-{pad} grid"><button :class="{{ many: count > 3 }}" @click="count++">{{{{ shown }}}}</button></div>
</template>
<style scoped>
.many {{ color: rgb({no}, 0, 0) }}
</style>
"""
IMPORT = "\n<C{no} />\n\n<script setup>\nimport C{no} from './C{no}.vue'\n</script>\n"


def test_own_components_cost_little_beside_their_slides(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plain = [SLIDE.format(no=no, pad=no % 12) for no in range(100)]
    for no in range(100):
        (tmp_path / f"C{no}.vue").write_text(COMPONENT.format(no=no, pad=no % 12))
    (tmp_path / "twice.ts").write_text("export const twice = (n: number) => n * 2")
    figures = {}
    for name, slides in (("plain", plain), ("own", [text + IMPORT.format(no=no) for no, text in enumerate(plain)])):
        (tmp_path / "slides.md").write_text("\n---\n\n".join(slides))
        cold = seconds(build("--no-cache"), tmp_path, name)
        seconds(build(), tmp_path, name, 1)
        figures[name] = cold, seconds(build(), tmp_path, name)
    (plain_cold, plain_warm), (cold, warm) = figures["plain"], figures["own"]
    with capsys.disabled():
        tell(
            f"100 components: cold {cold:.2f} s beside {plain_cold:.2f} s, warm {warm:.2f} s beside {plain_warm:.2f} s"
        )
    assert cold < 2.5 * plain_cold
    assert warm < 1.7 * plain_warm
