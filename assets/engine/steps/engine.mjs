// The modules that run in Deno: one file each, shared code in chunks, loaded only when called.
import { build } from 'esbuild'
import path from 'node:path'
import { client, root } from './packages.mjs'

const source = path.join(root, 'engine')
const names = ['server', 'evaluated', 'icons', 'katex', 'lz', 'own', 'shiki', 'twoslash', 'uno', 'vue']

const replacements = {
  'css-tree': path.join(source, 'css-tree.mjs'),
  unocss: path.join(source, 'unocss.mjs'),
  'slidev-uno-config': path.join(client, 'uno.config.ts'),
}

const exact = {
  name: 'exact',
  setup(esbuild) {
    const filter = new RegExp(`^(${Object.keys(replacements).join('|')})$`)
    esbuild.onResolve({ filter }, ({ path: name }) => ({ path: replacements[name] }))
    // A part of TypeScript's file system that asks for Node's; the files here are in memory.
    esbuild.onResolve({ filter: /^path$/ }, ({ importer }) => (/@typescript[\\/]vfs/.test(importer) ? { path: 'path', external: true } : undefined))
  },
}

export async function bundleEngine(out) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: names.map(name => path.join(source, `${name}.mjs`)),
    outdir: path.join(out, 'engine'),
    outExtension: { '.js': '.mjs' }, // else Deno first looks whether they are modules: 50 ms at each start
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    mainFields: ['browser', 'module', 'main'], // PostCSS without files and source maps
    conditions: ['worker', 'import', 'module', 'default'],
    target: 'es2022',
    minify: true,
    legalComments: 'none', // THIRD-PARTY-LICENSES.txt carries them whole
    metafile: true,
    define: {
      'process.env.NODE_ENV': '"production"',
      __dirname: '"/node_modules/@vue/language-core/lib"', // where that package looks for its types
    },
    external: ['node:*'],
    plugins: [exact],
    logLevel: 'warning',
  })
  return { inputs: Object.keys(metafile.inputs) }
}
