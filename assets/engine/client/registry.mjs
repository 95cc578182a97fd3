// The one global of the page: what the deck gives to the client, and what the client gives to the deck's modules.
const page = (globalThis.slidewright ??= {})
page.features ??= {}
page.modules ??= {}
page.virtual ??= {}

const provided = new Map()
const loaded = new Map()

export function provide(name, namespace) {
  provided.set(name, { namespace })
}

// A namespace as a CommonJS module sees it: its bindings stay live, and `export *` finds them.
function asExports(entry) {
  if (!entry.exports) {
    entry.exports = Object.create(null, { __esModule: { value: true } })
    for (const key of Object.keys(entry.namespace)) Object.defineProperty(entry.exports, key, { enumerable: true, get: () => entry.namespace[key] })
  }
  return entry.exports
}

const spellings = name => [name, `${name}.ts`, `${name}.vue`, `${name}/index.ts`]

export function require(name) {
  const known = spellings(name)
  const own = known.find(one => provided.has(one))
  if (own) return asExports(provided.get(own))
  const written = known.find(one => Object.hasOwn(page.modules, one))
  if (written) return load(written)
  throw new Error(`the module “${name}” is not in this page`)
}

function load(name) {
  if (!loaded.has(name)) {
    const module = { exports: {} }
    loaded.set(name, module)
    page.modules[name](require, module.exports, module)
  }
  return loaded.get(name).exports
}

export function virtual(name, absent) {
  const make = page.virtual[name]
  return make ? { ...absent, ...make(require) } : absent
}

page.require = require
page.forget = names => names.forEach(name => loaded.delete(name))
export { page }
