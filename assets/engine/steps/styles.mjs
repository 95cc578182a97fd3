// Style sheets in Slidev's order: its reset, its own styles; directives of UnoCSS applied, nesting written out.
import { build } from 'esbuild'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { common } from './client.mjs'
import { client } from './packages.mjs'

// Imports that the page answers in another way.
export function empty(filter) {
  return {
    name: 'empty',
    setup(esbuild) {
      esbuild.onResolve({ filter }, ({ path: name }) => ({ path: name, namespace: 'empty' }))
      esbuild.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: '' }))
    },
  }
}

export function unoStyles({ directives }) {
  return {
    name: 'uno-styles',
    setup(esbuild) {
      esbuild.onLoad({ filter: /\.css$/, namespace: 'file' }, async ({ path: file }) => {
        const { css } = await directives({ css: await readFile(file, 'utf8') })
        return { contents: css, loader: 'css', resolveDir: path.dirname(file) }
      })
    },
  }
}

export const openUno = out => import(pathToFileURL(path.join(out, 'engine/uno.mjs')))

async function bundleStyles(entry, outfile, plugins) {
  await build({ ...common, entryPoints: [entry], outfile, plugins })
}

// The client's style sheets one by one, as themes import them: `@slidev/client/styles/NAME`.
async function writeSheets(out, { directives }) {
  const folder = path.join(client, 'styles')
  const names = (await readdir(folder)).filter(name => name.endsWith('.css')).sort()
  await mkdir(path.join(out, 'client/sheets'), { recursive: true })
  for (const name of names) {
    const { css } = await directives({ css: await readFile(path.join(folder, name), 'utf8') })
    await writeFile(path.join(out, 'client/sheets', name), css)
  }
  return names
}

export async function writeStyles(out) {
  const uno = await openUno(out)
  const reset = path.join(client, '..', '..', '@unocss/reset/tailwind.css')
  const left = empty(/^uno(:.*)?\.css$|^#slidev\/|^@unocss\/reset\//)
  await bundleStyles(reset, path.join(out, 'client/reset.css'), [unoStyles(uno)])
  await bundleStyles(path.join(client, 'styles/index.ts'), path.join(out, 'client/styles.js'), [left, unoStyles(uno)])
  await rm(path.join(out, 'client/styles.js')) // the entry is a script of imports only
  return writeSheets(out, uno)
}
