// The phone's page: steps through the show, with the notes, the time, and what comes next.
slidewright.createRemote = function ({ document, live, steps, load, device = {} }) {
  const at = id => document.getElementById(id)
  const OUTSIDE = 'script, style, link, meta, base, iframe, object, embed, form'
  const ends = new Map()
  let channel = null // as the deck's windows call it
  let shown = {}

  function text(id, value) {
    if (at(id).textContent !== value) at(id).textContent = value
  }

  // Notes are HTML of the deck: the page's policy runs no script of theirs, and nothing in them leads away from here.
  function notes(html) {
    const made = new DOMParser().parseFromString(html, 'text/html')
    for (const one of made.querySelectorAll(OUTSIDE)) one.remove()
    for (const link of made.querySelectorAll('a, area')) Object.assign(link, { target: '_blank', rel: 'noopener noreferrer' })
    at('notes').className = html ? '' : 'empty'
    at('notes').replaceChildren(...(html ? made.body.childNodes : ['No notes for this slide.']))
  }

  function mark(clicks) {
    for (const one of at('notes').querySelectorAll('.slidev-note-click-mark')) {
      one.classList.toggle('past', +one.dataset.clicks < clicks)
      one.classList.toggle('active', +one.dataset.clicks === clicks)
    }
    at('notes').querySelector('.active')?.scrollIntoView({ block: 'nearest' })
  }

  // A deck that got another title has left a channel behind: the one that was used last counts.
  const time = ([, { lastUpdate }]) => +lastUpdate?.time || 0
  const byTime = (one, other) => time(one) - time(other)

  const named = slide => slide.title || `Slide ${slide.no}`

  function draw() {
    const { page, clicks } = steps.state
    const [slide, after, total] = [steps.slide(), steps.slide(page + 1), steps.total()]
    text('page', steps.count ? `${page} / ${steps.count}` : '–')
    text('clicks', total ? `click ${clicks} / ${total}` : '')
    text('title', slide ? named(slide) : '')
    text('after', after ? named(after) : 'the end')
    at('bar').style.transform = `scaleX(${steps.count ? page / steps.count : 0})`
    at('next').disabled = !steps.next()
    at('previous').disabled = !steps.previous()
    if (shown.page !== page || shown.html !== slide?.note_html) {
      notes(slide?.note_html ?? '')
      if (shown.page !== page) at('main').scrollTop = 0
    }
    shown = { page, html: slide?.note_html }
    mark(clicks)
    tick()
  }

  function tick() {
    const status = steps.state.timer?.status ?? 'stopped'
    text('timer', slidewright.clock(steps.passed()))
    at('timer').className = status
    at('reset').hidden = status === 'stopped'
  }

  function end(name) {
    if (!ends.has(name)) ends.set(name, slidewright.createChannel({ name, live, take: (...told) => take(name, ...told) }))
    return ends.get(name)
  }

  function say(state) {
    if (channel) end(channel).say(state)
    draw()
  }

  function step(place) {
    if (!place || live.status !== 'connected') return
    device.vibrate?.(12)
    device.stayAwake?.()
    say(steps.go(place))
  }

  const next = () => step(steps.next())
  const previous = () => step(steps.previous())

  const isShared = name => name.endsWith(' - shared')

  function take(name, state, number) {
    end(name).seen = number
    channel = name
    steps.take(state)
    draw()
  }

  async function learn() {
    const known = await load()
    channel ??= known.channel
    steps.know(known.slides)
    draw()
  }

  const again = () => learn().catch(() => {}) // whoever comes back is told anew

  function swiped() {
    let from = null
    at('main').addEventListener('touchstart', ({ touches }) => (from = touches.length === 1 ? touches[0] : null), { passive: true })
    at('main').addEventListener('touchend', ({ changedTouches: [to] }) => {
      if (!from) return
      const [right, down] = [to.clientX - from.clientX, to.clientY - from.clientY]
      if (Math.abs(right) > 50 && Math.abs(right) > 2 * Math.abs(down)) (right < 0 ? next : previous)()
      from = null
    }, { passive: true })
  }

  function pressed(event) {
    const action = { ArrowRight: next, PageDown: next, ArrowLeft: previous, PageUp: previous }[event.key]
    if (!action || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    action()
  }

  at('next').onclick = next
  at('previous').onclick = previous
  at('timer').onclick = () => say(steps.toggle())
  at('reset').onclick = () => say(steps.reset())
  document.addEventListener('keydown', pressed)
  swiped()
  live.on('status', status => (at('line').hidden = status === 'connected'))
  live.on('state', ({ channel: name, ...told }) => isShared(name) && end(name).hear(told))
  live.on('taken', ({ channel: name, ...told }) => end(name).learn(told))
  live.on('welcome', ({ states, numbers = {} }) => {
    for (const [name, one] of ends) one.begin(numbers[name])
    for (const [name, state] of Object.entries(states).filter(([name]) => isShared(name)).sort(byTime)) take(name, state, numbers[name])
    again()
  })
  for (const type of ['update', 'reload']) live.on(type, again)
  draw()
  return { tick, next, previous }
}

// The slides, and the name that the deck's windows give to what they share: Slidev makes it of the page's title.
slidewright.loadSlides = async function () {
  const [slides, page] = await Promise.all([
    fetch('/@slidewright/slides.json').then(answer => answer.json()),
    fetch('/').then(answer => answer.text()),
  ])
  return { slides, channel: `${new DOMParser().parseFromString(page, 'text/html').title} - shared` }
}

// The screen stays on while the show goes, where the device and the connection (https or this machine) let a page ask.
slidewright.wakefulness = function () {
  let lock = null
  return async function stayAwake() {
    if (document.visibilityState !== 'visible' || (lock && !lock.released)) return
    lock = await navigator.wakeLock?.request('screen').catch(() => null)
  }
}

{
  const stayAwake = slidewright.wakefulness()
  const device = { vibrate: ms => navigator.vibrate?.(ms), stayAwake }
  const remote = slidewright.createRemote({ document, live: slidewright.live, steps: slidewright.createSteps(), load: slidewright.loadSlides, device })
  setInterval(remote.tick, 250)
  document.addEventListener('visibilitychange', stayAwake)
}
