// The themes' web fonts, as their packages publish them: the weights and the scripts that decks ask for most.
import { cp, mkdir, readdir } from 'node:fs/promises'
import path from 'node:path'
import { modules, readJson, root } from './packages.mjs'

const weights = '200|400|600|700'
const scripts = 'latin|latin-ext|cyrillic|greek|vietnamese|symbols2'
const style = new RegExp(`^((${weights})(-italic)?\\.css|metadata\\.json)$`)
const file = new RegExp(`-(${scripts})-(${weights})-(normal|italic)\\.woff2$`)

export const fontPackages = () => Object.keys(readJson(path.join(root, 'package.json')).dependencies).filter(name => name.startsWith('@fontsource/'))

async function copy(from, to, pattern) {
  await mkdir(to, { recursive: true })
  for (const name of (await readdir(from)).filter(name => pattern.test(name))) await cp(path.join(from, name), path.join(to, name))
}

export async function writeFonts(out) {
  for (const name of fontPackages()) {
    const folder = path.join(modules, name)
    const target = path.join(out, 'fonts', name)
    await copy(folder, target, style)
    await copy(path.join(folder, 'files'), path.join(target, 'files'), file)
  }
}
