// What a deck's roots bring along: components by name, layouts, layers and setup files. Each is opened when the page
// first needs it; what cannot be opened stands as a box with the reason, and all else works on.
slidewright.createRoots = function ({ vue, require, components, layouts, layers, setups }) {
  const { h } = vue
  const opened = new Map()
  const round = vue.shallowRef(0)

  function failed(name, error) {
    console.error(`${name}:`, error)
    const render = function () {
      return [slidewright.ownFault(h, name, error), this.$slots.default?.()]
    }
    return { inheritAttrs: false, render }
  }

  function load(name, module) {
    try {
      return require(module).default ?? failed(name, new Error('it exports no component'))
    } catch (error) {
      return failed(name, error)
    }
  }

  function open(name, module) {
    if (!opened.has(module)) opened.set(module, load(name, module))
    return opened.get(module)
  }

  // Vue looks components up by name in its registry: a getter opens the file when the first slide uses it.
  function register(app) {
    for (const [name, module] of Object.entries(components))
      Object.defineProperty(app._context.components, name, {
        get: () => open(name, module),
        set: () => {}, // a file in `components/` goes before what a setup file registers
        enumerable: true,
        configurable: true,
      })
  }

  const layout = name => open(`layouts/${name}`, layouts[name])

  const layer = name => ({ render: () => round.value >= 0 && (layers[name] ?? []).map(module => h(open(name, module))) })

  // What was opened is opened anew when it is next needed: another text of it has come.
  function forget() {
    opened.clear()
    round.value++
  }

  // A setup file that fails leaves things as they are: its last argument is what it was to change.
  function safely(module) {
    return (...given) => {
      const leave = error => {
        console.error(error)
        return given.at(-1)
      }
      try {
        const made = require(module).default?.(...given)
        return typeof made?.catch === 'function' ? made.catch(leave) : made
      } catch (error) {
        return leave(error)
      }
    }
  }

  return { register, forget, layout, layer, setups: name => (setups[name] ?? []).map(safely) }
}
