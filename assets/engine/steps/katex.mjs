// KaTeX's style sheet with its fonts in the one format that every browser of today reads.
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { modules } from './packages.mjs'

export async function writeKatexStyles(out) {
  const dist = path.join(modules, 'katex/dist')
  const target = path.join(out, 'client/fonts')
  const css = await readFile(path.join(dist, 'katex.min.css'), 'utf8')
  await writeFile(path.join(out, 'client/katex.css'), css.replace(/,url\([^)]*\.(woff|ttf)\) format\("\w+"\)/g, ''))
  await mkdir(target, { recursive: true })
  for (const file of (await readdir(path.join(dist, 'fonts'))).filter(name => name.endsWith('.woff2')))
    await cp(path.join(dist, 'fonts', file), path.join(target, file))
}
