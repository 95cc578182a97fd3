// Where a remote control stands in the show, and where its steps lead: by slides and their clicks, as Slidev counts them.
globalThis.slidewright ??= {}

slidewright.createSteps = function ({ now = Date.now, id = Math.random().toString(36).slice(2) } = {}) {
  const STOPPED = { status: 'stopped', slides: {}, startedAt: 0, pausedAt: 0 }
  let slides = []
  let state = { page: 1, clicks: 0, clicksTotal: 0, timer: STOPPED }

  const slide = (no = state.page) => slides.find(one => one.no === no)

  // What a window counted on the slide on show is the truth; what the text promises is a guess before that.
  function total() {
    return Math.max(state.clicksTotal || slide()?.clicks || 0, state.clicks)
  }

  function next() {
    if (state.clicks < total()) return { page: state.page, clicks: state.clicks + 1 }
    return slide(state.page + 1) ? { page: state.page + 1, clicks: 0 } : null
  }

  function previous() {
    if (state.clicks > 0) return { page: state.page, clicks: state.clicks - 1 }
    const before = slide(state.page - 1)
    return before ? { page: before.no, clicks: before.clicks } : null
  }

  function change(part) {
    const lastUpdate = { id, type: 'remote', time: now() } // a window passes over what its own kind says
    state = { ...state, ...part, lastUpdate }
    return state
  }

  function go(place) {
    const clicksTotal = place.page === state.page ? state.clicksTotal : slide(place.page)?.clicks ?? 0
    const timer = state.timer?.status === 'stopped' ? start() : state.timer
    return change({ ...place, clicksTotal, timer })
  }

  const COUNTED = { page: 1, clicks: 0, clicksTotal: 0 }

  function take(told) {
    const numbers = Object.entries(COUNTED).flatMap(([key, least]) => (key in told ? [[key, +told[key] || least]] : []))
    state = { ...state, ...told, timer: told.timer ?? state.timer, ...Object.fromEntries(numbers) }
  }

  const start = () => ({ ...STOPPED, status: 'running', startedAt: now() })

  function toggled(timer = STOPPED) {
    if (timer.status === 'running') return { ...timer, status: 'paused', pausedAt: now() }
    return timer.status === 'paused' ? { ...timer, status: 'running', startedAt: now() - (timer.pausedAt - timer.startedAt) } : start()
  }

  function passed({ status, startedAt, pausedAt } = state.timer) {
    if (status === 'stopped' || !startedAt) return 0
    return Math.max((status === 'paused' ? pausedAt : now()) - startedAt, 0)
  }

  return {
    next,
    previous,
    go,
    take,
    total,
    slide,
    passed: () => passed(),
    toggle: () => change({ timer: toggled(state.timer) }),
    reset: () => change({ timer: STOPPED }),
    know: known => (slides = known),
    get state() { return state },
    get count() { return slides.length },
  }
}

// Time as a clock shows it: 4:05, 1:04:05.
slidewright.clock = function (ms) {
  const seconds = Math.floor(ms / 1000)
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const two = number => String(number).padStart(2, '0')
  return `${hours ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`
}
