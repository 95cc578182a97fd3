// Mermaid, packed as pages carry it: a script that gives itself to the page.
import { build } from 'esbuild'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { common } from './client.mjs'
import { root } from './packages.mjs'

const entry = "import mermaid from 'mermaid/dist/mermaid.core.mjs'\n(globalThis.slidewright ??= {}).mermaid = mermaid"

export async function bundleMermaid(out) {
  const { metafile, outputFiles } = await build({
    ...common,
    stdin: { contents: entry, resolveDir: root },
    format: 'iife',
    write: false,
  })
  await writeFile(path.join(out, 'client/mermaid.js.gz'), gzipSync(outputFiles[0].contents, { level: 9 }))
  return { inputs: Object.keys(metafile.inputs) }
}
