// By how much content leaves a slide: each slide is drawn once more, out of sight, at its last click, and measured.
slidewright.createMeasuring = function ({ document, live, page, require, app, idle }) {
  const LAST_CLICK = 999999 // Slidev's own: whatever the slide has
  const LEAST = 1 // canvas px: what rounding alone may do
  const AT_ONCE = 8 // slides of one message
  const PATIENCE = 2000 // ms for pictures
  const SEEN = 'img, video, svg, canvas, iframe, table, pre, input, object, embed'
  const none = { left: 0, top: 0, right: 0, bottom: 0 }
  let waiting = []
  let isBusy = false

  const vue = require('vue')
  const { default: SlideWrapper } = require('@slidev/client/internals/SlideWrapper.vue')
  const { createFixedClicks } = require('@slidev/client/composables/useClicks.ts')
  const { slideWidth, slideHeight } = require('@slidev/client/env.ts')

  function stage() {
    const made = Object.assign(document.createElement('div'), { inert: true, className: 'slidewright-stage' })
    made.setAttribute('aria-hidden', 'true')
    const size = `width:${slideWidth.value}px;height:${slideHeight.value}px`
    made.style.cssText = `position:fixed;left:-20000px;top:0;${size};opacity:0;contain:strict;pointer-events:none;--slidev-slide-container-scale:1;--slidev-slide-scale:1`
    document.body.append(made)
    return made
  }

  async function pictures(element) {
    const loaded = [...element.querySelectorAll('img')].filter(image => image.src && !image.complete)
    const all = Promise.all([document.fonts.ready, ...loaded.map(image => image.decode().catch(() => {}))])
    await Promise.race([all, new Promise(done => setTimeout(done, PATIENCE))])
  }

  async function measured(no) {
    const route = page.slides.value[no - 1]
    const key = page.keyOf(no)
    const element = stage()
    try {
      const vnode = vue.h(SlideWrapper, { clicksContext: createFixedClicks(route, LAST_CLICK), route, renderContext: 'overview' })
      vnode.appContext = app._context
      vue.render(vnode, element)
      await new Promise(idle)
      await vue.nextTick()
      await pictures(element)
      return page.keyOf(no) === key ? { no, key, ...outside(element) } : null
    } catch {
      return null
    } finally {
      try {
        vue.render(null, element)
      } catch {
        // what cannot be taken down goes with its stage
      }
      element.remove()
    }
  }

  function outside(element) {
    const slide = element.querySelector('.slidev-page')
    if (!slide) return none
    const box = slide.getBoundingClientRect()
    const scale = box.width / slide.offsetWidth || 1
    const found = { ...none }
    for (const rect of shown(slide, { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity })) {
      const over = { left: box.left - rect.left, top: box.top - rect.top, right: rect.right - box.right, bottom: rect.bottom - box.bottom }
      for (const side of Object.keys(found)) found[side] = Math.max(found[side], over[side] / scale)
    }
    for (const side of Object.keys(found)) found[side] = found[side] > LEAST ? Math.round(found[side] * 10) / 10 : 0
    return found
  }

  const cut = (one, other) => ({
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  })
  const isSomething = ({ left, top, right, bottom }) => right - left > 0.5 && bottom - top > 0.5

  function isHidden(element, style) {
    if (style.display === 'none' || style.visibility !== 'visible' || Number(style.opacity) === 0) return true
    if (element.matches('.katex-mathml, .sr-only, script, style, template')) return true
    return element.getAttribute('aria-hidden') === 'true' && !element.closest('.katex, svg')
  }

  // Circles and the like that a slide lets reach over its edge: nothing to read, nothing to click.
  function isDecoration(element, style) {
    const isApart = ['absolute', 'fixed'].includes(style.position)
    return isApart && !element.textContent.trim() && (style.pointerEvents === 'none' || Number(style.zIndex) < 0 || !element.matches(SEEN))
  }

  function within(element, style, clip) {
    const hides = value => value !== 'visible'
    if (!hides(style.overflowX) && !hides(style.overflowY)) return clip
    const box = element.getBoundingClientRect()
    const inner = { ...clip }
    if (hides(style.overflowX)) Object.assign(inner, { left: Math.max(clip.left, box.left), right: Math.min(clip.right, box.right) })
    if (hides(style.overflowY)) Object.assign(inner, { top: Math.max(clip.top, box.top), bottom: Math.min(clip.bottom, box.bottom) })
    return inner
  }

  // The boxes of all that is to be seen, as far as containers that scroll or clip let it be seen.
  function* shown(element, clip, isSlide = true) {
    const style = getComputedStyle(element)
    if (isHidden(element, style) || (!isSlide && isDecoration(element, style))) return
    if (!isSlide && element.matches(SEEN)) {
      const rect = cut(element.getBoundingClientRect(), clip)
      if (isSomething(rect)) yield rect
      if (!element.matches('table, pre')) return
    }
    const inner = isSlide || element.matches('.slidev-layout') ? clip : within(element, style, clip)
    for (const child of (element.shadowRoot ?? element).childNodes) {
      if (child.nodeType === 1) yield* shown(child, inner, false)
      else if (child.nodeType === 3 && child.data.trim()) yield* written(child, inner)
    }
  }

  function* written(text, clip) {
    const range = document.createRange()
    range.selectNodeContents(text)
    for (const rect of range.getClientRects()) {
      const part = cut(rect, clip)
      if (isSomething(part)) yield part
    }
  }

  async function work() {
    isBusy = true
    let found = []
    const tell = () => found.length && live.send({ type: 'measured', slides: found.splice(0) })
    while (waiting.length) {
      await new Promise(idle)
      const no = waiting.shift()
      const one = no <= page.total() ? await measured(no) : null
      if (one) found.push(one)
      if (found.length >= AT_ONCE) tell()
    }
    tell()
    isBusy = false
  }

  live.on('measure', ({ slides }) => {
    waiting = slides
    if (!isBusy) work()
  })
  return { measured, outside }
}

if (globalThis.document && globalThis.parent === globalThis)
  slidewright.ready?.then(() => {
    const { live, livePage: page, require, app } = slidewright
    const idle = turn => (globalThis.requestIdleCallback ?? setTimeout)(turn, { timeout: 500 })
    slidewright.measuring = slidewright.createMeasuring({ document, live, page, require, app, idle })
  })
