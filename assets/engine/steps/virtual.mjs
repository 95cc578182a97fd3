// Slidev's virtual modules `#slidev/NAME`: what each exports, and what it may require while it is evaluated.
import { readFileSync } from 'node:fs'
import { client, sources } from './packages.mjs'

const nothing = '({ render: () => null })'
const layers = ['GlobalTop', 'GlobalBottom', 'SlideTop', 'SlideBottom']
const setups = ['code-runners', 'context-menu', 'main', 'mermaid', 'mermaid-renderer', 'monaco', 'root', 'routes', 'shiki', 'shortcuts']

export const virtualModules = {
  'conditional-styles': { exports: {} }, // style sheets are in the page
  configs: { exports: { default: '{}' } },
  'custom-nav-controls': { exports: { default: nothing } },
  'global-layers': { exports: Object.fromEntries(layers.map(name => [name, nothing])) },
  'monaco-run-deps': { exports: { default: '{}' } },
  'monaco-types': { exports: {} },
  slides: {
    exports: { slides: '{ value: [] }' },
    needs: ['@slidev/client/layouts/error.vue', '@slidev/client/internals/SlideLoading.vue'],
  },
  'title-renderer': { exports: { default: nothing }, needs: ['@slidev/client/context.ts'] },
  ...Object.fromEntries(setups.map(name => [`setups/${name}`, { exports: { default: '[]' } }])),
}

export const virtualNames = Object.keys(virtualModules).map(name => `#slidev/${name}`)

function code(name) {
  const { exports, needs = [] } = virtualModules[name]
  const modules = ['vue', ...needs]
  return [
    "import { provide, virtual } from 'slidewright:registry'",
    ...modules.map((module, index) => `import * as need${index} from '${module}'`),
    ...modules.map((module, index) => `provide('${module}', need${index})`),
    `const made = virtual('${name}', { ${Object.entries(exports).map(([key, value]) => `${key}: ${value}`).join(', ')} })`,
    ...Object.keys(exports).map(key => (key === 'default' ? 'export default made.default' : `export const ${key} = made.${key}`)),
  ].join('\n')
}

export const virtual = {
  name: 'virtual',
  setup(esbuild) {
    esbuild.onResolve({ filter: /^#slidev\// }, ({ path: name }) => ({ path: name.slice('#slidev/'.length), namespace: 'virtual' }))
    esbuild.onLoad({ filter: /.*/, namespace: 'virtual' }, ({ path: name }) =>
      virtualModules[name]
        ? { contents: code(name), resolveDir: client }
        : { errors: [{ text: `the client imports a virtual module that is not known here: #slidev/${name}` }] })
  },
}

// What the client's sources import, as names → sorted exports: the interface that the page fills in.
export function importedVirtualModules() {
  const found = {}
  const statement = /(?:import\s+(?:([\w$]+)|\{([^}]*)\})\s+from\s+|import\s*\(?\s*)'#slidev\/([\w/-]+)'/g
  for (const file of sources(client))
    for (const [, binding, names, module] of readFileSync(file, 'utf8').matchAll(statement)) {
      const used = binding ? ['default'] : (names?.split(',').map(name => name.trim().split(' ')[0]) ?? [])
      found[module] = [...new Set([...(found[module] ?? []), ...used])].sort()
    }
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)))
}
