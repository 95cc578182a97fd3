// The line to the server of a preview: a web socket that comes back by itself, after a restart as after a laptop's sleep.
globalThis.slidewright ??= {}

slidewright.createLive = function ({ open, hello, later = setTimeout, cancel = clearTimeout }) {
  const FIRST = 250 // ms until the first try to come back; each next one waits twice as long
  const LONGEST = 4000
  const CALM = 15000 // ms between two looks whether the line is dead
  const PATIENCE = 4000 // ms for an answer
  const KEPT = 100 // messages that wait
  const LASTING = ['status', 'welcome', 'findings'] // of these whoever listens later gets the newest

  const listeners = new Map()
  const newest = new Map([['status', 'disconnected']])
  const missed = new Map()
  let waiting = []
  let socket = null
  let delay = FIRST
  let timer
  let greeted = null

  function on(type, listener) {
    listeners.set(type, [...(listeners.get(type) ?? []), listener])
    const early = newest.has(type) ? [newest.get(type)] : missed.get(type) ?? []
    missed.delete(type)
    for (const message of early) hand(listener, message)
  }

  function hand(listener, message) {
    try {
      listener(message)
    } catch (error) {
      console.error(error)
    }
  }

  function tell(type, message) {
    const all = listeners.get(type)
    if (LASTING.includes(type)) newest.set(type, message)
    else if (!all) missed.set(type, [...(missed.get(type) ?? []), message].slice(-KEPT))
    for (const listener of all ?? []) hand(listener, message)
  }

  const isOpen = () => socket?.readyState === 1
  const put = message => socket.send(JSON.stringify(message))

  function send(message) {
    if (isOpen()) put(message)
    else if (!['state', 'hello', 'visible'].includes(message.type)) waiting = [...waiting, message].slice(-KEPT)
  }

  function plan(action, time) {
    cancel(timer)
    timer = later(action, time)
  }

  function connect() {
    const made = (socket = open())
    made.onopen = () => socket === made && begin()
    made.onmessage = ({ data }) => socket === made && hear(JSON.parse(data))
    made.onclose = () => socket === made && lose()
    plan(lose, PATIENCE)
  }

  function begin() {
    greeted = null
    greet()
    for (const message of waiting.splice(0)) put(message)
  }

  // Says which view this window is, at the beginning and whenever it became another one.
  function greet() {
    const message = hello()
    if (!isOpen() || message.view === greeted) return
    greeted = message.view
    put(message)
  }

  function hear(message) {
    plan(knock, CALM)
    if (message.type === 'pong') return
    if (message.type === 'welcome') settle()
    tell(message.type, message)
  }

  function settle() {
    delay = FIRST
    if (newest.get('status') !== 'connected') tell('status', 'connected')
  }

  // A line can be dead without anybody knowing: whoever is there answers.
  function knock() {
    put({ type: 'ping' })
    plan(lose, PATIENCE)
  }

  function lose() {
    const lost = socket
    socket = null
    lost?.close()
    if (newest.get('status') !== 'disconnected') tell('status', 'disconnected')
    plan(connect, delay)
    delay = Math.min(delay * 2, LONGEST)
  }

  // The page is looked at again, or the network is back: no time to wait.
  function wake() {
    if (isOpen()) knock()
    else if (!socket) connect()
  }

  return { on, send, greet, hello, wake, get status() { return newest.get('status') } }
}

slidewright.viewOf = function ({ pathname, hash }) {
  if (pathname === '/remote') return 'remote'
  const name = hash.replace(/^#\/?/, '').split(/[/?]/)[0]
  return ['presenter', 'notes', 'notes-edit', 'overview', 'entry', 'print', 'export'].includes(name) ? name : 'play'
}

if (globalThis.document) {
  const isVisible = () => document.visibilityState === 'visible'
  const live = (slidewright.live = slidewright.createLive({
    open: () => new WebSocket(`${location.origin.replace('http', 'ws')}/@slidewright/live`),
    hello: () => {
      const { run = null, version = null } = slidewright.deck ?? {}
      return { type: 'hello', run, version, view: slidewright.viewOf(location), visible: isVisible() }
    },
  }))
  const begin = () => Promise.resolve(slidewright.ready).finally(live.wake).catch(() => {})
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin)
  else begin()
  addEventListener('online', live.wake)
  addEventListener('pageshow', ({ persisted }) => persisted && live.wake())
  document.addEventListener('visibilitychange', () => {
    live.send({ type: 'visible', visible: isVisible() })
    if (isVisible()) live.wake()
  })
}
