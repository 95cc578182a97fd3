// By how much what is to be seen on a slide lies outside of it, in canvas px per side.
slidewright.createOutside = function ({ document, style: styleOf = element => getComputedStyle(element) }) {
  const LEAST = 1 // canvas px: what rounding alone may do
  const SIDES = ['left', 'top', 'right', 'bottom']
  const SEEN = 'img, video, svg, canvas, iframe, table, pre, input, textarea, select, object, embed'
  const WITH_INSIDE = 'table, pre'
  const UNSEEN = '.katex-mathml, .sr-only, script, style, template'

  const STAND_INS = '.slidewright-standin, .slidewright-source, img[src*="slidewright-standin"]'

  const without = () => ({ left: 0, top: 0, right: 0, bottom: 0 })
  const everywhere = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity }
  const isSomething = ({ left, top, right, bottom }) => right - left > 0.5 && bottom - top > 0.5

  const cut = (one, other) => ({
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  })

  // `canvas`: the element whose box is the slide's; `width`: its width in canvas px, whatever it is scaled to.
  function outside(canvas, width) {
    if (canvas.querySelector(STAND_INS)) return without() // what stands in has another size
    const box = canvas.getBoundingClientRect()
    const scale = box.width / width || 1
    const found = without()
    for (const rect of within(canvas, everywhere, box)) {
      const over = { left: box.left - rect.left, top: box.top - rect.top, right: rect.right - box.right, bottom: rect.bottom - box.bottom }
      for (const side of SIDES) found[side] = Math.max(found[side], over[side] / scale)
    }
    for (const side of SIDES) found[side] = found[side] > LEAST ? Math.round(found[side] * 10) / 10 : 0
    return found
  }

  // The boxes of all that is to be seen, as far as containers that scroll or clip let it be seen.
  function* shown(element, clip, box) {
    const style = styleOf(element)
    if (isHidden(element, style) || isDecoration(element, style)) return
    if (element.matches(SEEN)) {
      const inner = element.localName === 'svg' ? clipped(element, style, clip, box) : clip
      const rects = style.visibility === 'visible' ? boxes(element).map(rect => cut(rect, inner)) : []
      yield* rects.filter(isSomething)
      if (!element.matches(WITH_INSIDE)) return
    }
    yield* within(element, clipped(element, style, clip, box), box, style)
  }

  // Of a drawing what is drawn, which may be little of its area.
  function boxes(element) {
    const parts = element.localName === 'svg' ? [...element.children] : [element]
    return parts.map(part => part.getBoundingClientRect())
  }

  function* within(element, clip, box, style = styleOf(element)) {
    const isText = style.visibility === 'visible' && isColoured(element, style)
    for (const node of contents(element)) {
      if (node.nodeType === 1) yield* shown(node, clip, box)
      else if (isText && node.nodeType === 3 && node.data.trim()) yield* written(node, clip, parseFloat(style.fontSize))
    }
  }

  const isClear = colour => /^rgba\(.*, 0\)$|\/ 0\)$/.test(colour)

  // Text without colour shows by its shadow, or as a cut-out of a background.
  function isColoured(element, { webkitTextFillColor, textShadow }) {
    if (!isClear(webkitTextFillColor) || textShadow !== 'none') return true
    for (let one = element; one; one = one.parentElement) if (styleOf(one).backgroundClip.includes('text')) return true
    return false
  }

  // Of what is closed only its heading shows.
  function contents(element) {
    if (element.matches('details:not([open])')) return element.querySelectorAll(':scope > summary:first-of-type')
    if (element.shadowRoot) return element.shadowRoot.childNodes
    const given = element.localName === 'slot' ? element.assignedNodes() : []
    return given.length ? given : element.childNodes
  }

  // The box of a line is that of its font, often higher than any letter.
  function* written(text, clip, fontSize) {
    const range = document.createRange()
    range.selectNodeContents(text)
    for (const { left, top, right, bottom } of range.getClientRects()) {
      const air = Math.min(Math.max((bottom - top - fontSize) / 2, 0), fontSize / 4)
      const part = cut({ left, top: top + air, right, bottom: bottom - air }, clip)
      if (isSomething(part)) yield part
    }
  }

  function isHidden(element, { display, opacity }) {
    if (display === 'none' || Number(opacity) === 0 || element.matches(UNSEEN)) return true
    return element.getAttribute('aria-hidden') === 'true' && !element.closest('.katex')
  }

  // Circles, waves and the like that a slide lets reach over its edge: nothing to click, or nothing to read.
  function isDecoration(element, { position, pointerEvents, zIndex }) {
    if (!isApart(position)) return false
    return pointerEvents === 'none' || (Number(zIndex) < 0 && !element.textContent.trim())
  }

  const isApart = position => ['absolute', 'fixed'].includes(position)
  const scrolls = value => ['auto', 'scroll'].includes(value)

  // A layout that covers the slide and hides what is over cuts off what its author meant to be seen; a smaller box crops on purpose.
  function clipped(element, { overflowX, overflowY, position, clipPath }, clip, box) {
    const isCut = clipPath !== 'none'
    if (overflowX === 'visible' && overflowY === 'visible' && !isCut) return clip
    const rect = element.getBoundingClientRect()
    if (isCut) return cut(clip, rect)
    const isLayout = !isApart(position) && SIDES.every(side => Math.abs(rect[side] - box[side]) <= LEAST)
    const clips = value => value !== 'visible' && (scrolls(value) || !isLayout)
    const { left, right } = clips(overflowX) ? rect : everywhere
    const { top, bottom } = clips(overflowY) ? rect : everywhere
    return cut(clip, { left, top, right, bottom })
  }

  return outside
}
