// esbuild plug-in: `.vue` files compiled by the engine's own compiler, their styles as style sheets that they import.
import { readFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { client } from './packages.mjs'

const context = 'import { useSlideContext as _useSlideContext } from "@slidev/client/context.ts";'
  + 'const { $slidev, $nav, $clicksContext, $clicks, $page, $renderContext, $frontmatter } = _useSlideContext();'

export async function openSfcCompiler(out) {
  return import(pathToFileURL(path.join(out, 'engine/vue.mjs')))
}

// Slidev gives every component outside the client its slide's context.
export function withContext(source) {
  if (source.includes('useSlideContext()')) return source
  return /<script[^>]*\bsetup\b[^>]*>/.test(source)
    ? source.replace(/<script[^>]*\bsetup\b[^>]*>/, tag => `${tag}${context}`)
    : `<script setup>${context}</script>${source}`
}

function setConstants(source, constants) {
  return Object.entries(constants).reduce((text, [name, value]) => text.replaceAll(name, value), source)
}

export function sfc({ compiler, constants = {}, prepare = source => source }) {
  const styles = new Map()
  return {
    name: 'sfc',
    setup(esbuild) {
      esbuild.onLoad({ filter: /\.vue$/, namespace: 'file' }, async ({ path: file }) => {
        const name = path.relative(path.dirname(client), file).replaceAll(path.sep, '/')
        const id = createHash('sha256').update(name).digest('hex').slice(0, 8)
        const source = prepare(setConstants(await readFile(file, 'utf8'), constants))
        const made = await compiler.component(source, { filename: file, id, assets: true, icons: true, directives: compiler.applyDirectives })
        styles.set(name, compiler.flatten(made.styles.join('\n')))
        const contents = made.styles.length ? `import ${JSON.stringify(`style:${name}`)}\n${made.code}` : made.code
        return { contents, loader: 'ts', resolveDir: path.dirname(file) }
      })
      // As imports, the styles keep the order of the components that they belong to.
      esbuild.onResolve({ filter: /^style:/ }, ({ path: name }) => ({ path: name.slice('style:'.length), namespace: 'style' }))
      esbuild.onLoad({ filter: /.*/, namespace: 'style' }, ({ path: name }) => ({ contents: styles.get(name), loader: 'css', resolveDir: client }))
    },
  }
}

export function icons(compiler) {
  return {
    name: 'icons',
    setup(esbuild) {
      esbuild.onResolve({ filter: /^~icons\// }, ({ path: name }) => ({ path: name.slice('~icons/'.length), namespace: 'icon' }))
      esbuild.onLoad({ filter: /.*/, namespace: 'icon' }, async ({ path: name }) => {
        const { code, error } = await compiler.iconModule({ name })
        return error ? { errors: [{ text: error }] } : { contents: code, loader: 'js', resolveDir: client }
      })
    },
  }
}
