// Pictures and other files of the deck: each is in the page once, as base64 in an inert script element, and becomes a
// Blob URL when something on a mounted slide first asks for it. Of a file beside the page the element tells the address.
slidewright.createAssets = function ({ vue, document, URL, now, later }) {
  const urls = vue.shallowReactive({})
  const waiting = new Set()
  const NOTHING = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=' // so that no default takes its place
  const BUDGET = 40 // ms of decoding in one go: the slide on show comes first, the rest when the page is idle
  let spent = 0
  let planned = false

  // Only when the parser has passed the element is all of its text there.
  function element(id) {
    const found = document.getElementById(`asset-${id}`)
    return found && (found.nextSibling || document.readyState !== 'loading') ? found : null
  }

  function decode(source) {
    if (source.dataset.src) return new URL(source.dataset.src, document.baseURI).href
    const text = atob(source.textContent)
    const bytes = new Uint8Array(text.length)
    for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
    return URL.createObjectURL(new Blob([bytes], { type: source.dataset.type }))
  }

  function open(id) {
    const start = now()
    urls[id] = decode(element(id))
    spent += now() - start
  }

  function plan() {
    if (!planned) later(continueWaiting)
    planned = true
  }

  function continueWaiting() {
    planned = false
    spent = 0
    for (const id of waiting) {
      if (spent >= BUDGET) break
      if (!element(id)) continue
      waiting.delete(id)
      if (!urls[id]) open(id)
    }
    if (waiting.size) plan()
  }

  // The URL of a file; reactive: an empty picture until the parser has reached it or its turn has come.
  function asset(id) {
    if (!urls[id]) {
      if (element(id) && spent < BUDGET) open(id)
      else waiting.add(id)
      plan()
    }
    return urls[id] ?? NOTHING
  }

  // The URL of a file that stands before the scripts, at once: for code that keeps it.
  function url(id) {
    if (!urls[id]) open(id)
    return urls[id]
  }

  return { asset, url, ...slidewright.fileValues({ vue, document, asset }) }
}

// Files where no template asks for them: in style sheets, and in the frontmatter.
slidewright.fileValues = function ({ vue, document, asset }) {
  const named = new Set()

  // Makes `var(--asset-ID)` mean the file, for style sheets and style attributes.
  function cssAssets(ids) {
    for (const id of ids) {
      if (named.has(id)) continue
      named.add(id)
      vue.watchEffect(() => {
        document.documentElement.style.setProperty(`--asset-${id}`, `url("${asset(id)}")`)
      })
    }
  }

  // Gives frontmatter values that name a file its URL, asked for when a layout reads them.
  function lazily(values, paths) {
    for (const [path, id] of paths) {
      const keys = [...path]
      const last = keys.pop()
      const owner = keys.reduce((value, key) => value?.[key], values)
      if (owner) Object.defineProperty(owner, last, { get: () => asset(id), enumerable: true, configurable: true })
    }
    return values
  }

  return { cssAssets, lazily }
}
