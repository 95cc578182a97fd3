// Slidev's published client as one script that knows no deck.
import { build } from 'esbuild'
import { readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { define, settled, templateNames } from './constants.mjs'
import { root } from './packages.mjs'
import { parts } from './parts.mjs'
import { icons, sfc } from './sfc.mjs'
import { empty } from './styles.mjs'
import { virtual } from './virtual.mjs'

export const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  target: 'es2022',
  platform: 'browser',
  mainFields: ['module', 'main'],
  conditions: ['browser', 'import', 'module'],
  legalComments: 'none', // THIRD-PARTY-LICENSES.txt carries them whole
  logLevel: 'warning',
  tsconfigRaw: '{}',
  loader: { '.png': 'dataurl', '.svg': 'dataurl' },
  metafile: true,
  define,
}

export async function bundleClient(out, compiler) {
  const folder = path.join(out, 'client')
  const { metafile } = await build({
    ...common,
    entryPoints: [path.join(root, 'client/shell.mjs')],
    outfile: path.join(folder, 'shell.js'),
    format: 'iife',
    plugins: [parts(templateNames), virtual, empty(/styles(\/index\.ts)?$/), icons(compiler), sfc({ compiler, constants: settled })],
  })
  await rename(path.join(folder, 'shell.css'), path.join(folder, 'components.css'))
  await writeFile(path.join(folder, 'shell.js.gz'), gzipSync(await readFile(path.join(folder, 'shell.js')), { level: 9 })) // as pages carry it
  return { inputs: Object.keys(metafile.inputs) }
}
