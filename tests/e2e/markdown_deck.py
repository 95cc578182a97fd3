"""The decks of the tests about Markdown: one slide for each family of constructs, and one deck without Comark, which
spoils footnotes in Slidev too."""

from __future__ import annotations

TEXT = """\
---
KEY: true
notesAutoRuby:
  日本: にほん
defaults:
  class: from-defaults
---

# Text

~~struck~~ https://example.org/path www.example.org (c) ... it's -- +- don't

| left | right |
| :-- | --: |
| a | `b` |

---

# Lists

- [ ] open
- [x] done

> [!WARNING] Mind
> the gap

---

# HTML

<div class="box">

**strong** in a box

</div>

<div v-if="false">never</div>
<p v-for="n in 3" :key="n" class="counted">{{ n * 2 }}</p>

<button @click="count++">{{ count }}</button>

<script setup>
import { ref } from 'vue'
const count = ref(5)
</script>

---

# Style

<p class="tinted">here <b>bold</b></p>

<style>
.tinted { @apply text-red-500; b { letter-spacing: 3px } }
</style>

---

# Style beside

<p class="tinted">elsewhere</p>

---
layout: two-cols
routeAlias: columns
---

# Slots

left

::right::

right *side*

---
layout: two-cols
---

# Vue slots

<template v-slot:right>

by **Vue**

</template>

---

# Comark

[red words]{.marked style="color: rgb(255, 0, 0)"} and **strong**{#named}

:span[inline]{.piece}

::div{.block}
Inside the *block*.
::

---

# Links

[second](2) [alias](/columns) [out](https://example.org)

---

```yaml
layout: center
class: by-block
```

# Block frontmatter

---
hide: true
---

# Hidden

---
src: ./part.md
class: from-importer
---

---

# Noted

<v-click>one</v-click>

<!--
about 日本 and **more**

[click] now [click:2] later
-->
"""
PART = "---\nclass: from-part\nlayout: center\n---\n\n# Imported\n"
HEADINGS = (
    "Text", "Lists", "HTML", "Style", "Style beside", "Slots", "Vue slots", "Comark", "Links", "Block frontmatter",
    "Imported", "Noted",
)  # fmt: skip

PLAIN = r"""
# Inline

Mass $E = mc^2$ and a price of \$5, code `$x$`.

$$
\int_0^1 x\,dx
$$

---

# Lines

$$ {1|3|all}
\begin{array}{c}
a = b \\
c = d \\
e = f
\end{array}
$$

---

# At

$$ {1|2}{at:2}
\begin{array}{c}
a \\
b
\end{array}
$$

---

# Chemistry

$\ce{H2O}$ and $\nosuch$

---

# Footnotes

A note[^1] here.

[^1]: The *footnote*.
"""
