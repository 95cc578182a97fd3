// Windows and devices follow each other through the server, by what Slidev's client shares: page, clicks, timer, drawings.
slidewright.createSync = function ({ live, client, type, storage }) {
  const channels = new Map()
  let isNew = true // no window has told this one anything yet

  function say(name) {
    const channel = channels.get(name)
    channel.isKnown = true
    channel.isAhead = live.status !== 'connected'
    live.send({ type: 'state', channel: name, state: channel.state, at: Date.now() })
  }

  function take(name, state) {
    const channel = channels.get(name)
    if (!channel) return
    channel.isKnown = true
    channel.onUpdate(state)
  }

  // A window that was just opened stays where its address says, as in Slidev: as if it had been the last to lead.
  const withoutMoving = state => ({ ...state, lastUpdate: { ...state.lastUpdate, type: type() } })

  // What this window did while the line was dead is newer than what the server has; a server that was restarted has nothing.
  function catchUp({ states }) {
    for (const [name, channel] of channels) {
      const state = states[name]
      if (channel.isKnown && (channel.isAhead || !state)) say(name)
      else if (state) take(name, isNew && name.endsWith(' - shared') ? withoutMoving(state) : state)
      else if (name.endsWith(' - shared')) say(name) // so that a phone that comes later knows the place
    }
    isNew = false
  }

  function init(name, onUpdate, state, persist) {
    channels.set(name, { onUpdate, state, isKnown: false, isAhead: false })
    return (_, updating) => {
      if (persist) storage.setItem(name, JSON.stringify(state))
      if (!updating) say(name)
    }
  }

  client.disableBuiltinSync() // else windows of one browser would hear everything twice, the second time late
  client.addSyncMethod({ init })
  live.on('state', ({ channel, state }) => take(channel, state))
  live.on('welcome', catchUp)
}

if (globalThis.document)
  slidewright.ready?.then(() => {
    const { live } = slidewright
    slidewright.createSync({
      live,
      client: slidewright.require('@slidev/client/state/syncState.ts'),
      type: () => (slidewright.viewOf(location) === 'presenter' ? 'presenter' : 'viewer'),
      storage: localStorage,
    })
    slidewright.app.config.globalProperties.$router.afterEach(live.greet)
  })
