// Which files of the client the page offers to slides, and what stands in for files that need a server or a big library.
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { client, root } from './packages.mjs'
import { virtualNames } from './virtual.mjs'

const own = name => path.join(root, 'client', name)

const files = folder =>
  readdirSync(path.join(client, folder))
    .filter(name => /\.(ts|vue)$/.test(name) && !/\.(test|d)\.ts$/.test(name))
    .sort()

const stem = name => name.replace(/\.\w+$/, '')

export const layouts = files('layouts').map(stem)
export const components = files('builtin').filter(name => /^[A-Z]/.test(name)).map(stem)

// Files of the client → what takes their place.
const replaced = {
  'builtin/Monaco.vue': own('CodeStandIn.mjs'),
  'builtin/PoweredBySlidev.vue': own('PoweredBySlidev.mjs'),
  'setup/shiki.ts': own('highlighter.mjs'),
}

// The same picture, thirty times smaller.
const smallLogo = path.join(client, 'assets/logo.svg')

const refused = /^(pptxgenjs|recordrtc|@fix-webm-duration\/fix|virtual:pwa-register)$/

const offered = {
  builtin: files('builtin').filter(name => /^[A-Z]/.test(name)),
  layouts: files('layouts'),
  composables: files('composables'),
  logic: files('logic').filter(name => name !== 'recording.ts'),
  internals: ['SlideLoading.vue', 'SlideWrapper.vue'],
  state: ['index.ts', 'shared.ts', 'syncState.ts'],
  '.': ['constants.ts', 'context.ts', 'env.ts', 'index.ts', 'layoutHelper.ts', 'utils.ts'],
}

const specifier = (folder, name) => path.posix.join('@slidev/client', folder, name)

export function offeredNames() {
  return Object.entries(offered).flatMap(([folder, names]) => names.map(name => specifier(folder, name)))
}

function clientModules() {
  const names = [...offeredNames(), ...virtualNames]
  return [
    "import { provide } from 'slidewright:registry'",
    ...names.map((name, index) => `import * as module${index} from '${name}'`),
    ...names.map((name, index) => `provide('${name}', module${index})`),
  ].join('\n')
}

function builtinComponents() {
  const names = offered.builtin
  return [
    ...names.map(name => `import ${stem(name)} from '${specifier('builtin', name)}'`),
    `export const builtin = { ${names.map(stem).join(', ')} }`,
  ].join('\n')
}

const generated = {
  builtin: builtinComponents,
  client: clientModules,
}

export function parts(templateNames) {
  const contents = { ...generated, features: () => `export const templateNames = ${JSON.stringify(templateNames)}` }
  return {
    name: 'parts',
    setup(esbuild) {
      esbuild.onResolve({ filter: /^slidewright:registry$/ }, () => ({ path: own('registry.mjs') }))
      esbuild.onResolve({ filter: /^slidewright:(builtin|client|features)$/ }, ({ path: name }) => ({ path: name.slice('slidewright:'.length), namespace: 'parts' }))
      esbuild.onLoad({ filter: /.*/, namespace: 'parts' }, ({ path: name }) => ({ contents: contents[name](), resolveDir: client }))
      esbuild.onResolve({ filter: /^server-reactive:/ }, () => ({ path: own('serverState.mjs') }))
      esbuild.onResolve({ filter: /[\\/]assets[\\/]logo\.png$/ }, () => ({ path: smallLogo }))
      // The client takes one small function from the parser's core, which brings YAML along; it comes from its utilities.
      esbuild.onResolve({ filter: /^@slidev\/parser\/core$/ }, ({ resolveDir, kind }) => esbuild.resolve('@slidev/parser/utils', { resolveDir, kind }))
      esbuild.onResolve({ filter: /^mermaid\/dist\/mermaid\.esm\.mjs$/ }, () => ({ path: own('mermaid.mjs') }))
      esbuild.onResolve({ filter: refused }, () => ({ path: own('unavailable.mjs') }))
      esbuild.onLoad({ filter: /[\\/]@slidev[\\/]client[\\/](builtin|setup)[\\/]\w+\.(vue|ts)$/ }, ({ path: file }) => {
        const instead = replaced[path.relative(client, file).replaceAll(path.sep, '/')]
        return instead && { contents: `export { default } from ${JSON.stringify(instead)}`, resolveDir: client }
      })
    },
  }
}
