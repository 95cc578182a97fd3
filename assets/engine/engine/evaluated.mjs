// A deck's own configuration files, run here, where code may neither read nor write nor ask: what each gives, or why not.
import * as slidevTypes from '../client/slidevTypes.mjs'

// Opened only where a file asks for it; a package of components may bring a configuration, and KaTeX's chemistry is an
// import that changes KaTeX itself, in this process alone.
const wanted = {
  vue: () => import('vue'),
  'katex/contrib/mhchem': () => import('katex/contrib/mhchem'),
}
const asExports = namespace => Object.assign(Object.create(null, { __esModule: { value: true } }), namespace)

// What only the page has may be imported here, since packages mix: it is there, and does nothing.
const hollow = new Proxy(function () {}, {
  get: (_, key) => (key === '__esModule' ? true : key === 'then' ? undefined : key === Symbol.toPrimitive ? () => '' : hollow),
  apply: () => hollow,
  construct: () => hollow,
})

function opener(modules, provided) {
  const bodies = new Map(modules)
  const opened = new Map()
  const known = { '@slidev/types': slidevTypes, ...provided }
  return function require(name) {
    if (Object.hasOwn(known, name)) return asExports(known[name])
    if (!bodies.has(name)) return hollow
    if (!opened.has(name)) {
      const module = { exports: {} }
      opened.set(name, module)
      new Function('require', 'exports', 'module', bodies.get(name))(require, module.exports, module)
    }
    return opened.get(name).exports
  }
}

async function asked(modules) {
  const names = Object.keys(wanted).filter(name => modules.some(([, body]) => /\brequire\(/.test(body) && body.includes(name)))
  return Object.fromEntries(await Promise.all(names.map(async name => [name, await wanted[name]()])))
}

async function given(require, entry) {
  const made = require(entry)
  const value = made?.default ?? made
  return typeof value === 'function' ? value() : value
}

// `files`: { modules: [[name, body], …], entries: [name, …] }. Values come in the order of the entries.
async function evaluate({ modules, entries }, provided) {
  const require = opener(modules, { ...(await asked(modules)), ...provided })
  const values = []
  const faults = []
  for (const entry of entries) {
    try {
      const value = await given(require, entry)
      if (value && typeof value === 'object') values.push(value)
    } catch (error) {
      faults.push({ entry, message: String(error?.message ?? error).split('\n')[0].slice(0, 500) })
    }
  }
  return { values, faults }
}

const defined = new Map()

// `own` of other calls is the `state` under which files are given here once.
export function define({ state, files }) {
  defined.set(state, files)
  return {}
}

// Once for each deck: `make` turns the values into what works with them.
export function once(provided, make) {
  const made = new Map()
  const nothing = { values: [], faults: [] }
  return (own = '') => {
    if (!made.has(own)) {
      const found = own ? evaluate(defined.get(own), provided()) : Promise.resolve(nothing)
      made.set(own, found.then(({ values, faults }) => make(values, faults)))
    }
    return made.get(own)
  }
}
