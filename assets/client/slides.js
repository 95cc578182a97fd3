// What `#slidev/slides` and `#slidev/title-renderer` are made of. A row of the deck is
// { frontmatter, slide: { title, level, noteHTML, … }, files: [[path, id], …], css: [id, …] }.
slidewright.createSlides = function ({ vue, rows, load, assets, errorComponent, loadingComponent, address = () => location.hash, later = setTimeout }) {
  const { isNear, turn } = slidewright.createTurns({ rows, address, later })
  const meta = slidewright.createMeta({ vue, assets, isNear })

  function route(row, index) {
    const no = index + 1
    let module
    const open = async () => {
      try {
        if (!module) await turn(index)
        if (!module) {
          module = load(no)
          assets.cssAssets(row.css)
        }
        return module
      } catch (error) {
        console.error(`slide ${no} failed to load`, error)
        return errorComponent
      }
    }
    const component = vue.defineAsyncComponent({ loader: open, delay: 300, loadingComponent, errorComponent })
    return { no, meta: meta(row, index), load: open, component }
  }

  return vue.shallowRef(rows.map(route))
}

// What the client knows of a slide. Slidev gives every slide its frontmatter as one reactive object, shared by the layout,
// the navigation and `$frontmatter`; `known` is what becomes of the slide's other facts.
slidewright.createMeta = function ({ vue, assets, isNear, known = slide => slide }) {
  return ({ frontmatter: values, files, slide: facts }, index) => {
    const frontmatter = vue.reactive(assets.lazily(values, files))
    const slide = known({ ...facts, frontmatter, filepath: '', raw: '', content: '', id: index, no: index + 1 })
    const result = { slide, __clicksContext: null, __preloaded: false }
    for (const key of ['layout', 'transition', 'class', 'clicks', 'name'])
      Object.defineProperty(result, key, { get: () => frontmatter[key], enumerable: true })
    Object.defineProperty(result, 'preload', { get: () => frontmatter.preload ?? (isNear(index) ? undefined : false), enumerable: true })
    return vue.shallowReactive(result)
  }
}

// Who comes first: the slide on show and its neighbours at once, all others a few at a time, so that a long deck does not
// hold up the page; of a very long one only those around the place where one is are opened before they are asked for.
slidewright.createTurns = function ({ rows, address, later }) {
  const MANY = 100 // slides: up to here all are opened ahead, as Slidev does
  const AROUND = 25
  const AT_ONCE = 8
  const waiting = []

  function place() {
    const name = address().split('?')[0].split('/').pop()
    const alias = rows.findIndex(({ frontmatter: { routeAlias } }) => routeAlias && (routeAlias === name || encodeURIComponent(routeAlias) === name))
    return alias >= 0 ? alias : Math.max(Number(name) - 1 || 0, 0)
  }

  function next() {
    for (const go of waiting.splice(0, AT_ONCE)) go()
    if (waiting.length) later(next)
  }

  function turn(index) {
    if (Math.abs(index - place()) <= 1) return
    return new Promise(go => {
      if (waiting.push(go) === 1) later(next)
    })
  }

  const isNear = index => rows.length <= MANY || Math.abs(index - place()) <= AROUND
  return { isNear, turn }
}

// Draws a slide's title as Markdown: of the slide it stands on, or of slide `no`.
slidewright.createTitleRenderer = function ({ vue, load, currentPage }) {
  return vue.defineComponent({
    props: { no: [Number, String] },
    setup(props) {
      const page = currentPage()
      return () => vue.h(load(+(props.no ?? page.value)))
    },
  })
}
