"""The deck of the tests about code: one slide for each way of showing it."""

from __future__ import annotations

DECK = """\
---
comark: true
lineNumbers: false
---

# Static

```ts {2,3}
const a = 1
const b = 2
const c = 3
const d = 4
```

```ts
const plain = `{{ 1 + 1 }}` // {{ no }}
```

---

# Steps

```js {1|2-3|all}
one()
two()
three()
four()
```

---

# Hidden, then none

```js {hide|none|2}
one()
two()
```

---

# Finally

```js {1|2}{finally:'all'}
one()
two()
```

<v-click>last</v-click>

---

# At

```js {1|2|3}{at:3}
one()
two()
three()
```

---

# Numbers

```js {11|12}{lines:true,startLine:11}
eleven()
twelve()
```

---

# High

```js {1|20}{maxHeight:'100px'}
LINES
```

---

# Titled

```ts [main.ts]
const a = 1
```

```ts [shown.ts ~i-carbon:rocket~]
const b = 1
```

---

# Group

::code-group

```sh [npm]
npm i
```

```sh [yarn]
yarn add
```

::

---

# Copied

```ts
const copied = `{{ exactly }} <b>`
```

---
codeCopy: false
---

# Not copied

```ts
const kept = 1
```

---

# Snippets

<<< @/snippets/sample.ts#part

<<< ./snippets/sample.ts js {1|3}{lines:true}

---

# Inline

`{{ 1 + 1 }}` and {{ 1 + 1 }}

---

# Unknown

```nolang
<b>{{ x }}</b>
```

---

# Lists

- item

  ```js {1|2}
  one()
  two()
  ```
""".replace("LINES", "\n".join(f"line({number})" for number in range(1, 31)))

SAMPLE = """\
const before = 0
// #region part
  export function inside() {
    return before
  }
// #endregion part
const after = 1
"""
FILES = {"slides.md": DECK, "snippets/sample.ts": SAMPLE}
