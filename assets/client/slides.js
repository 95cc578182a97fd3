// What `#slidev/slides` and `#slidev/title-renderer` are made of. A row of the deck is
// { frontmatter, slide: { title, level, noteHTML, … }, files: [[path, id], …], css: [id, …] }.
slidewright.createSlides = function ({ vue, rows, load, assets, errorComponent, loadingComponent }) {
  // Slidev gives every slide its frontmatter as one reactive object, shared by the layout, the navigation and `$frontmatter`.
  function meta(row, index) {
    const frontmatter = vue.reactive(assets.lazily(row.frontmatter, row.files))
    const slide = { ...row.slide, frontmatter, filepath: '', raw: '', content: '', id: index, no: index + 1 }
    const result = { slide, __clicksContext: null, __preloaded: false }
    for (const key of ['layout', 'transition', 'class', 'clicks', 'name', 'preload'])
      Object.defineProperty(result, key, { get: () => frontmatter[key], enumerable: true })
    return vue.shallowReactive(result)
  }

  function route(row, index) {
    const no = index + 1
    let module
    const open = async () => {
      try {
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
