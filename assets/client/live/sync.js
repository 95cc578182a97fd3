// Windows and devices follow each other through the server, by what Slidev's client shares: page, clicks, timer, drawings.
slidewright.createSync = function ({ live, client, type, storage, moving, raw = state => state, later = setTimeout }) {
  const channels = new Map()
  let isNew = true // no window has told this one anything yet

  function say(channel, state = channel.state) {
    channel.isKnown = true
    channel.isAhead = live.status !== 'connected'
    note(channel, channel.state)
    channel.end.say(state)
  }

  function note({ last }, state) {
    for (const [key, value] of Object.entries(state)) last.set(key, JSON.stringify(value))
  }

  const placeOf = ({ page, clicks }) => JSON.stringify([page, clicks])

  // A window that arrives where it was led to does not lead there; clicks that are not counted yet are no news.
  function tellNews(channel) {
    const { lastUpdate, ...rest } = raw(channel.state)
    const isNews = ([key, value]) => channel.last.get(key) !== JSON.stringify(value)
    if (isNews(['lastUpdate', lastUpdate]) && placeOf(rest) !== channel.ledTo) {
      channel.ledTo = null
      say(channel)
    } else if (Object.entries(rest).some(entry => isNews(entry) && (entry[0] !== 'clicksTotal' || entry[1]))) say(channel, rest)
  }

  function take(channel, state, number) {
    channel.isKnown = true
    channel.waiting = { state, number }
    hand(channel)
  }

  // Slidev's client loses what it is told on its way to another place, and in the turn in which it says something itself.
  function hand(channel) {
    const { waiting, state, end } = channel
    if (!waiting || channel.isSettling || moving.isMoving()) return
    channel.onUpdate(waiting.state)
    if (isTaken(raw(state), waiting.state)) {
      note(channel, waiting.state)
      if (waiting.state.lastUpdate) channel.ledTo = isLed(waiting.state) ? placeOf(state) : null
      end.seen = waiting.number
      channel.waiting = null
    }
    settle(channel)
  }

  // Windows of the same kind do not follow each other.
  const isLed = ({ lastUpdate }) => lastUpdate.type !== type()

  const isTaken = (state, told) => Object.entries(told).every(([key, value]) => raw(state[key]) === value)

  function settle(channel) {
    channel.isSettling = true
    later(() => {
      channel.isSettling = false
      hand(channel)
    }, 0)
  }

  // A window that was just opened stays where its address says, as in Slidev: as if it had been the last to lead.
  const withoutMoving = state => ({ ...state, lastUpdate: { ...state.lastUpdate, type: type() } })

  // What this window did while the line was dead is newer than what the server has; a server that was restarted has nothing.
  function catchUp({ states, numbers = {} }) {
    for (const [name, channel] of channels) {
      const state = states[name]
      channel.end.begin(numbers[name])
      if (channel.isKnown && (channel.isAhead || !state)) say(channel)
      else if (state) take(channel, isNew && name.endsWith(' - shared') ? withoutMoving(state) : state, numbers[name])
      else if (name.endsWith(' - shared')) say(channel) // so that a phone that comes later knows the place
    }
    isNew = false
  }

  function init(name, onUpdate, state, persist) {
    const channel = { onUpdate, state, last: new Map(), ledTo: null, isKnown: false, isAhead: false, isSettling: false, waiting: null }
    channel.end = slidewright.createChannel({ name, live, take: (...told) => take(channel, ...told) })
    channels.set(name, channel)
    return () => {
      if (persist) storage.setItem(name, JSON.stringify(state))
      tellNews(channel)
    }
  }

  client.disableBuiltinSync() // else windows of one browser would hear everything twice, the second time late
  client.addSyncMethod({ init })
  live.on('state', ({ channel, ...told }) => channels.get(channel)?.end.hear(told))
  live.on('taken', ({ channel, ...told }) => channels.get(channel)?.end.learn(told))
  live.on('welcome', catchUp)
  moving.onEnd(() => later(() => channels.forEach(hand), 0))
}

// Is a page on its way to another place? One way can begin before another one ends, and then ends it.
slidewright.movingOf = function (router) {
  const listeners = []
  let way = null
  function end(to) {
    if (to && to !== way) return
    way = null
    for (const listener of listeners) listener()
  }
  router.beforeEach(to => void (way = to))
  router.afterEach(to => end(to))
  router.onError(() => end())
  return { isMoving: () => way !== null, onEnd: listener => listeners.push(listener) }
}

if (globalThis.document)
  slidewright.ready?.then(() => {
    const { live, require, app } = slidewright
    const { $router: router } = app.config.globalProperties
    slidewright.createSync({
      live,
      client: require('@slidev/client/state/syncState.ts'),
      type: () => (slidewright.viewOf(location) === 'presenter' ? 'presenter' : 'viewer'),
      storage: localStorage,
      moving: slidewright.movingOf(router),
      raw: require('vue').toRaw,
    })
    router.afterEach(live.greet)
  })
