// What `#slidev/slides` is made of in a live preview: a slide keeps its place, its route and its frontmatter object, while
// what stands in it is replaced. An entry of the deck is { key, component, title, row } as in `createSlides`.
slidewright.createLiveSlides = function ({ vue, deck, require, assets, errorComponent, loadingComponent, address = () => location.hash, later = setTimeout }) {
  const entries = deck.slides
  const rows = entries.map(({ row }) => row)
  const { isNear, turn } = slidewright.createTurns({ rows, address, later })
  const meta = slidewright.createMeta({ vue, assets, isNear, known: vue.reactive })

  function opened(index) {
    const { component, row } = entries[index]
    try {
      const module = require(component)
      assets.cssAssets(row.css)
      return module
    } catch (error) {
      console.error(`slide ${index + 1} failed to load`, error)
      return errorComponent
    }
  }

  const never = new Promise(() => {})

  async function load(index) {
    if (!entries[index]?.component) {
      slidewright.live?.send({ type: 'want', slides: [index + 1] })
      return never // its place is taken when it is made
    }
    await turn(index)
    return opened(index)
  }

  const waiting = index => vue.defineAsyncComponent({ loader: () => load(index), delay: 300, loadingComponent, errorComponent })

  // The entry's row stays as it came: the slide changes its own frontmatter.
  const own = row => ({ ...row, frontmatter: { ...row.frontmatter } })

  function route(entry, index) {
    return vue.shallowReactive({ no: index + 1, meta: meta(own(entry.row), index), load: () => load(index), component: waiting(index) })
  }

  // Another component type, even of the same module: so that all of it is made anew.
  const fresh = index => {
    const found = opened(index)
    return { ...(found.default ?? found) }
  }

  const slides = vue.shallowRef(entries.map(route))

  // Only what differs is touched, so that a slide draws no more of itself anew than it must.
  function refit(frontmatter, { row }) {
    const raw = vue.toRaw(frontmatter)
    const values = Object.getOwnPropertyDescriptors(assets.lazily(structuredClone(row.frontmatter), row.files))
    for (const key of Object.keys(raw)) if (!(key in values)) delete frontmatter[key]
    for (const [key, value] of Object.entries(values)) {
      const before = Object.getOwnPropertyDescriptor(raw, key)
      if (before && !before.get && !value.get && JSON.stringify(before.value) === JSON.stringify(value.value)) continue
      if (before?.get || value.get) {
        delete frontmatter[key]
        frontmatter[key] = null
        Object.defineProperty(raw, key, value)
      } else frontmatter[key] = value.value
    }
  }

  const counted = ({ row: { frontmatter } }) => JSON.stringify([frontmatter.clicks, frontmatter.clicksStart])

  // Puts an entry in the place of another; `again`: even if its module is the same.
  function put(index, entry, again) {
    const before = entries[index]
    entries[index] = entry
    rows[index] = entry.row
    if (!before) return slides.value.push(route(entry, index))
    const { meta, ...place } = slides.value[index]
    refit(meta.slide.frontmatter, entry)
    for (const [key, value] of Object.entries(entry.row.slide)) if (meta.slide[key] !== value) meta.slide[key] = value
    if (again || before.component !== entry.component || counted(before) !== counted(entry)) renew(index)
  }

  function renew(index) {
    const route = slides.value[index]
    const isShown = route.meta.__preloaded || isNear(index)
    route.meta.__clicksContext = null
    route.component = isShown && entries[index].component ? fresh(index) : waiting(index)
  }

  function shorten(total) {
    entries.length = rows.length = Math.min(total, entries.length)
    slides.value.length = entries.length
  }

  slidewright.liveSlides = {
    slides,
    entries,
    put,
    renew,
    shorten,
    title: no => require(entries[no - 1]?.title ?? 'slidewright/no-title').default,
    recount: () => (slides.value = [...slides.value]),
  }
  slidewright.modules['slidewright/no-title'] = (_, exports) => (exports.default = { render: () => null })
  return slides
}
