// Measures slides as they are at their last click: each is drawn once more, out of sight, when the page has nothing else to do.
slidewright.createMeasuring = function ({ document, live, page, require, app, idle, later = setTimeout, now = () => performance.now() }) {
  const LAST_CLICK = 999999 // Slidev's own: whatever the slide has
  const AT_ONCE = 8 // slides of one message
  const PATIENCE = 4000 // ms for code, pictures, fonts and diagrams
  const LOOK = 20 // ms between two looks
  const FAR = -20000 // px from the window

  const outside = slidewright.createOutside({ document })
  const vue = require('vue')
  const { default: SlideWrapper } = require('@slidev/client/internals/SlideWrapper.vue')
  const { createFixedClicks } = require('@slidev/client/composables/useClicks.ts')
  const { slideWidth, slideHeight } = require('@slidev/client/env.ts')
  let waiting = []
  let isBusy = false

  const FAULT = '.slidewright-fault, .slidewright-broken'

  const wait = ms => new Promise(done => later(done, ms))

  // Apart from the page in layout, focus and search; not hidden, since then nothing on it could tell whether it is.
  function stage() {
    const made = Object.assign(document.createElement('div'), { inert: true, className: 'slidewright-stage slidev-slide-content' })
    made.setAttribute('aria-hidden', 'true')
    const scale = '--slidev-slide-scale:1;--slidev-slide-container-scale:1'
    made.style.cssText = `position:fixed;left:${FAR}px;top:0;width:${slideWidth.value}px;height:${slideHeight.value}px;contain:strict;${scale}`
    made.addEventListener('play', ({ target }) => Object.assign(target, { muted: true }).pause(), true)
    document.body.append(made)
    return made
  }

  // A slide that throws, or shows the box of a component that did, is no slide to measure.
  function drawing(route, failed) {
    const drawn = {
      setup() {
        vue.onErrorCaptured(() => (failed(), false))
        const clicksContext = createFixedClicks(route, LAST_CLICK)
        return () => vue.h(SlideWrapper, { clicksContext, route, renderContext: 'overview' })
      },
    }
    return Object.assign(vue.h(drawn), { appContext: app._context })
  }

  const isLoading = {
    img: image => ((image.loading = 'eager'), image.src && !image.complete),
    video: film => film.readyState === 0 && film.networkState === 2,
    '.mermaid': host => !(host.shadowRoot ?? host).childNodes.length,
  }

  // What leaves the slide once all is there, and two looks see the same; null while a diagram is not drawn.
  async function lasting(element) {
    const end = now() + PATIENCE
    const are = ([selector, is]) => [...element.querySelectorAll(selector)].some(is)
    const isComing = () => Object.entries(isLoading).some(are)
    let found = null
    let last = null
    do {
      await wait(LOOK)
      last = found
      settle(element)
      found = document.fonts.status === 'loading' || isComing() ? null : outside(element, slideWidth.value)
    } while (now() < end && !(found && last && isSame(found, last)))
    return found ?? (are(['.mermaid', isLoading['.mermaid']]) ? null : outside(element, slideWidth.value))
  }

  // Where an animation leads counts, not where it happens to be; one without an end stays as it is.
  function settle(element) {
    for (const animation of element.getAnimations({ subtree: true })) {
      const { endTime } = animation.effect?.getComputedTiming() ?? {}
      if (Number.isFinite(endTime) && animation.playbackRate) animation.finish()
    }
  }

  const isSame = (one, other) => Object.keys(one).every(side => one[side] === other[side])

  // Its code first, so that it is drawn at once; false if it does not come.
  async function isLoaded({ component }) {
    const loader = component.__asyncLoader
    return !loader || Promise.race([loader().then(() => true), wait(PATIENCE).then(() => false)])
  }

  async function measured(no) {
    const route = page.slides.value[no - 1]
    const key = page.keyOf(no)
    if (!route || !(await isLoaded(route))) return null
    const element = stage()
    let isWhole = true
    try {
      vue.render(drawing(route, () => (isWhole = false)), element)
      const sides = await lasting(element)
      isWhole &&= !element.querySelector(FAULT)
      return isWhole && sides && page.keyOf(no) === key ? { no, key, ...sides } : null
    } catch {
      return null
    } finally {
      remove(element)
    }
  }

  function remove(element) {
    try {
      vue.render(null, element)
    } catch {
      // what cannot be taken down goes with its stage
    }
    element.remove()
  }

  async function work() {
    const found = []
    const tell = () => found.length && live.send({ type: 'measured', slides: found.splice(0) })
    while (waiting.length) {
      await new Promise(idle)
      const one = await measured(waiting.shift()).catch(() => null)
      if (one) found.push(one)
      if (found.length >= AT_ONCE) tell()
    }
    tell()
  }

  live.on('measure', async ({ slides }) => {
    waiting = [...slides]
    if (isBusy) return
    isBusy = true
    await work().finally(() => (isBusy = false))
  })
  return { measured }
}

if (globalThis.document && globalThis.parent === globalThis)
  slidewright.ready?.then(() => {
    const { live, livePage: page, require, app } = slidewright
    const idle = turn => (globalThis.requestIdleCallback ?? setTimeout)(turn, { timeout: 500 })
    slidewright.measuring = slidewright.createMeasuring({ document, live, page, require, app, idle })
  })
