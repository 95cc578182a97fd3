// Slides and components of the deck's own: one that throws shows the reason in its place; the others go on.
slidewright.failed = function ({ h }, module, file, error) {
  console.error(`${file}:`, error)
  module.exports = { __esModule: true, default: { inheritAttrs: false, render: () => slidewright.ownFault(h, file, error) } }
}

slidewright.ownFault = function (h, file, error) {
  const message = h('pre', String(error?.message ?? error))
  if (/^Slide( \d+)?$/.test(file)) return h('div', { class: 'slidev-layout default slidewright-broken', role: 'alert' }, [h('h1', file), message])
  return h('div', { class: 'slidewright-fault', role: 'alert' }, [h('b', file), message])
}

// An error in `data` would end the whole page.
slidewright.guardData = function (component, h, file) {
  const { data } = component
  component.data = function (...given) {
    try {
      return typeof data === 'function' ? data.apply(this, given) : data
    } catch (error) {
      console.error(`${file}:`, error)
      this.$.render = () => slidewright.ownFault(h, file, error)
      return {}
    }
  }
}

// Vue leaves nothing where a setup or a render function throws: the second look at it is the box.
slidewright.guard = function ({ h, shallowRef }, module, file) {
  const component = module.exports.default
  const setup = component?.setup
  if (component?.data) slidewright.guardData(component, h, file)
  if (!setup) return

  function drawn(render, fault) {
    return function (...values) {
      if (fault.value) return slidewright.ownFault(h, file, fault.value)
      try {
        return render.apply(this, values)
      } catch (error) {
        Promise.resolve().then(() => (fault.value = error))
        throw error
      }
    }
  }

  component.setup = function (props, context) {
    const fault = shallowRef()
    const watched = made => (typeof made === 'function' ? drawn(made, fault) : made)
    const box = error => {
      console.error(`${file}:`, error)
      return () => slidewright.ownFault(h, file, error)
    }
    try {
      const made = setup.call(this, props, context)
      return typeof made?.then === 'function' ? made.then(watched, box) : watched(made)
    } catch (error) {
      return box(error)
    }
  }
}
