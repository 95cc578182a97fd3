// One end of what windows share under a name: it says which change it has seen, and hears what somebody else made of it since.
globalThis.slidewright ??= {}

slidewright.createChannel = function ({ name, live, take }) {
  let seen = 0 // the change of the channel up to which this window is
  let said = 0
  let answered = 0

  // What is not there any more is told as null: others would keep it.
  const whole = state => Object.fromEntries(Object.entries(state).map(([key, value]) => [key, value ?? null]))

  function say(state) {
    if (live.status !== 'connected') return
    live.send({ type: 'state', channel: name, state: whole(state), after: seen, no: ++said })
  }

  // Whoever was too late goes where the others are, also where it was itself who led there.
  const led = state => ({ ...state, lastUpdate: { ...state.lastUpdate, type: 'server' } })

  // What comes before the answer to what was said last is older than it, and the answer has all that is otherwise.
  function hear({ state, number }) {
    if (said === answered) take(state, number)
  }

  function learn({ no, number, unlike }) {
    if (no !== said) return
    answered = no
    take(unlike.lastUpdate ? led(unlike) : unlike, number)
  }

  return {
    say,
    hear,
    learn,
    get seen() { return seen },
    set seen(number) { seen = number },
    begin(number = 0) { [seen, answered] = [number, said] },
  }
}
