"""The deck of the browser tests: one slide for each thing that only a browser can tell."""

from __future__ import annotations

import struct
import zlib


def picture(width: int = 40, height: int = 30, colour: tuple[int, int, int] = (200, 60, 20)) -> bytes:
    """A PNG of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + bytes(colour) * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


DECK = """\
---
theme: seriph
background: /back.png
title: '</title><script>window.hacked = 2</script>'
info: |
  About **this** deck
hostile: '</script><script>window.hacked = 3</script><!--'
---

# Cover 封面

---

# Second

<div v-click>first click</div>

<div v-click>second click</div>

<!--
We remember the second

[click] here
-->

---

# Scoped and styled

![one](./one.png)

<img src="copy/one.png">

<div class="pictured p-4">box</div>

<style>
.pictured { background-image: url('./two.png') }
</style>

---
layout: image
image: /back.png
---

# Backdrop

---

# Missing

<img class="gone" src="./gone.png">

![far](https://example.org/remote.png)

---

# Broken

<div>

---

# Unknown

<Nowhere>inside the unknown</Nowhere>

```mermaid
graph LR
```

---

# Hostile

`{{ 7 * 7 }}`

```html
</script><script>window.hacked = 1</script>
```

---

# Drawn

$a^2$ and $$b$$

$$
c
$$

```ts
const a = 1 // one
let b = 'two'
```
"""
HEADINGS = ("Cover 封面", "Second", "Scoped and styled", "Backdrop", "Missing", "Broken", "Unknown", "Hostile", "Drawn")
FILES = {
    "one.png": picture(),
    "copy/one.png": picture(),
    "two.png": picture(colour=(0, 90, 200)),
    "public/back.png": picture(colour=(0, 90, 200)),
}
