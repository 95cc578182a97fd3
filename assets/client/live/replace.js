// Takes the messages of the server: what an edit changed takes the place of what it was, on the same slide, at the same click.
slidewright.createReplacing = function ({ deck, document, location, now = () => performance.now() }) {
  const require = name => slidewright.require(name) // the client comes later
  const listeners = new Set()

  // Style sheets in the order of the cascade, each an element that stays while its text does.
  const sheets = new Map()
  function style(list) {
    const last = new Set(sheets.keys())
    let before = null
    for (const [key, css] of list) {
      let element = sheets.get(key)
      last.delete(key)
      if (!element) {
        element = Object.assign(document.createElement('style'), { textContent: css })
        sheets.set(key, element)
      }
      if (element.previousElementSibling !== before || !element.isConnected) before ? before.after(element) : document.head.append(element)
      before = element
    }
    for (const key of last) {
      sheets.get(key).remove()
      sheets.delete(key)
    }
  }

  // As a classic script, which the page's policy allows.
  function define(text) {
    if (!text) return
    const script = Object.assign(document.createElement('script'), { textContent: text })
    document.head.append(script)
    script.remove()
  }

  const router = () => slidewright.app.config.globalProperties.$router

  function current() {
    const { params } = router().currentRoute.value
    const { entries } = slidewright.liveSlides
    const alias = entries.findIndex(({ row }) => row.frontmatter.routeAlias && row.frontmatter.routeAlias === params.no)
    return alias >= 0 ? alias + 1 : Number(params.no) || 0
  }

  // Where a slide stands after the blocks [old, old end, new, new end] were exchanged; within a block it keeps its place.
  function moved(no, blocks) {
    const index = no - 1
    let way = 0
    for (const [old, oldEnd, fresh, freshEnd] of blocks) {
      if (index < old) break
      if (index < oldEnd) return Math.max(Math.min(fresh + index - old, Math.max(freshEnd - 1, fresh)), 0) + 1
      way = freshEnd - oldEnd
    }
    return no + way
  }

  // What is scrolled on a slide, by its place in the tree.
  function scrolled(no) {
    const page = document.querySelector(`#slide-content .slidev-page-${no}, #slideshow .slidev-page-${no}`)
    const found = []
    page?.querySelectorAll('*').forEach((element, index) => {
      if (element.scrollTop || element.scrollLeft) found.push([index, element.tagName, element.scrollTop, element.scrollLeft])
    })
    return no => {
      const elements = found.length ? document.querySelectorAll(`#slideshow .slidev-page-${no} *`) : []
      for (const [index, tag, top, left] of found) if (elements[index]?.tagName === tag) elements[index].scrollTo(left, top)
    }
  }

  function assign(target, values) {
    for (const key of Object.keys(target)) if (!(key in values)) delete target[key]
    Object.assign(target, values)
  }

  // Another text of the deck's own code: whatever may hold on to the old one is opened anew.
  function renewCode({ roots }) {
    const kept = new Set(['slidewright/assets', 'slidewright/roots'])
    slidewright.forget(Object.keys(slidewright.modules).filter(name => !kept.has(name)))
    for (const part of ['components', 'layouts', 'layers']) assign(deck.roots[part], roots[part])
    const own = require('slidewright/roots')
    own.forget()
    own.register(slidewright.app)
  }

  function renewIcons() {
    slidewright.forget(['slidewright/icons'])
    for (const [name, component] of Object.entries(require('slidewright/icons').default)) slidewright.app.component(name, component)
  }

  function retitle({ title, config }) {
    const before = deck.config.slidesTitle
    const vue = require('vue')
    Object.assign(vue.reactive(deck.config), config)
    if (title !== before) document.title = document.title.replace(before, () => title)
  }

  function replaceSlides({ slides, total, code, blocks }, at, restore) {
    const { put, renew, shorten, recount, entries } = slidewright.liveSlides
    const known = entries.length
    const to = at && blocks ? Math.max(1, Math.min(moved(at, blocks), total)) : at
    hold()
    const changed = new Set(slides.map(([index]) => index))
    for (const [index, entry] of slides) put(index, entry, code || (to !== at && index === to - 1))
    if (code) entries.forEach((_, index) => changed.has(index) || renew(index))
    if (total < known) shorten(total)
    if (total !== known) recount()
    if (to && to !== at) follow(to)
    require('vue').nextTick(() => requestAnimationFrame(() => restore(to)))
  }

  // What is there already must not come in once more, as if it had just been clicked.
  let held
  function hold() {
    const { classList } = document.documentElement
    classList.add('slidewright-still')
    clearTimeout(held)
    held = setTimeout(() => classList.remove('slidewright-still'), 150)
  }

  function follow(no) {
    const { hmrSkipTransition } = require('@slidev/client/state/index.ts')
    hmrSkipTransition.value = true
    const { name, params, query } = router().currentRoute.value
    router().replace({ name, params: { ...params, no: String(no) }, query })
  }

  // Of a message with everything only what differs from what is here.
  function differing(message) {
    if (message.from !== null) return message
    const { entries } = slidewright.liveSlides
    const facts = ({ key, component, title, row }) => JSON.stringify([key, component, title, row])
    const slides = message.slides.filter(([index, entry]) => !entries[index] || facts(entries[index]) !== facts(entry))
    return { ...message, slides, code: message.state !== deck.state }
  }

  function update(received) {
    if (received.from === null ? received.base !== deck.base : received.from !== deck.version) return false
    const message = differing(received)
    const at = current()
    const restore = scrolled(at) // before anything changes: then it costs no layout
    define(message.modules)
    style(message.sheets)
    const assets = require('slidewright/assets')
    assets.put(message.files)
    assets.cssAssets(message.variables)
    retitle(message)
    if (message.code) renewCode(message)
    if (message.icons || message.code) renewIcons()
    replaceSlides(message, at, restore)
    slidewright.forget(message.dropped)
    for (const name of message.dropped) delete slidewright.modules[name]
    Object.assign(deck, { version: message.version, run: message.run, state: message.state })
    for (const listener of listeners) listener(message)
    return true
  }

  style(deck.sheets)

  slidewright.livePage = {
    current,
    total: () => slidewright.liveSlides.entries.length,
    keyOf: no => slidewright.liveSlides.entries[no - 1]?.key,
    go: (no, clicks) => {
      const { name, params } = router().currentRoute.value
      const isSlide = params.no !== undefined
      router().push({ name: isSlide ? name : 'play', params: { no: String(no) }, query: clicks ? { clicks } : {} })
    },
    get slides() {
      return slidewright.liveSlides.slides
    },
    changed: listener => listeners.add(listener),
  }

  slidewright.live?.on('update', message => {
    if (update(message)) return
    if (message.from === null) location.reload()
    else slidewright.live.send(slidewright.live.hello())
  })
  slidewright.live?.on('reload', () => location.reload())
  return { update, style, moved }
}
slidewright.replacing = slidewright.createReplacing({ deck: slidewright.deck ?? { sheets: [] }, document: globalThis.document, location: globalThis.location })
