// Slidev's two own themes: their layouts as modules of the page, their styles as one sheet each.
import { build } from 'esbuild'
import { readdirSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { common } from './client.mjs'
import { readJson, themeFolder, themeNames } from './packages.mjs'
import { icons, sfc, withContext } from './sfc.mjs'
import { openUno, unoStyles } from './styles.mjs'

// Evaluated when the first of its layouts is required.
const wrap = (names, code) => `(() => {
const page = (globalThis.slidewright ??= {}), modules = (page.modules ??= {})
let theme
const open = require => { if (!theme) { const module = { exports: {} }; (function (require, module, exports) {
${code}
})(require, module, module.exports); theme = module.exports } return theme }
for (const [index, name] of ${JSON.stringify(names)}.entries())
modules[name] = (require, exports, module) => { module.exports = Object.create(open(require)["layout" + index], { __esModule: { value: true } }) }
})()
`

// The client's modules are in the page already; its style sheet for layouts is not.
const clientModules = {
  name: 'client-modules',
  setup(esbuild) {
    esbuild.onResolve({ filter: /^@slidev\/client(\/.*\.(ts|vue))?$/ }, ({ path: name }) => ({ path: name, external: true }))
  },
}

async function bundleTheme(out, compiler, uno, name) {
  const folder = themeFolder(name)
  const layouts = readdirSync(path.join(folder, 'layouts')).sort()
  const entry = [
    ...layouts.map((file, index) => `export * as layout${index} from './layouts/${file}'`),
    "import './styles/index.ts'",
  ].join('\n')
  const { metafile, outputFiles } = await build({
    ...common,
    stdin: { contents: entry, resolveDir: folder },
    outfile: path.join(out, `client/themes/${name}.js`),
    write: false,
    format: 'cjs',
    external: ['vue'],
    plugins: [clientModules, icons(compiler), sfc({ compiler, prepare: withContext }), unoStyles(uno)],
  })
  const names = layouts.map(file => `@slidev/theme-${name}/layouts/${file}`)
  for (const { path: file, text } of outputFiles) await writeFile(file, file.endsWith('.js') ? wrap(names, text) : text)
  const { slidev } = readJson(path.join(folder, 'package.json'))
  return { name, layouts: layouts.map(file => path.parse(file).name), defaults: slidev.defaults, inputs: Object.keys(metafile.inputs) }
}

export async function bundleThemes(out, compiler) {
  await mkdir(path.join(out, 'client/themes'), { recursive: true })
  const uno = await openUno(out)
  return Promise.all(themeNames.map(name => bundleTheme(out, compiler, uno, name)))
}
