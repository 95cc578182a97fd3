// One text with the licence of everything that is bundled.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fontPackages } from './fonts.mjs'
import { iconSets } from './icons.mjs'
import { modules, packageFolder, readJson } from './packages.mjs'
import { typedPackages } from './types.mjs'

// Copied as data or style sheets, so no bundler reports them.
const copied = [...iconSets.map(name => `@iconify-json/${name}`), '@shikijs/langs', '@shikijs/themes', '@unocss/reset', 'katex', '@slidev/client', ...typedPackages]

function texts(folder) {
  return readdirSync(folder)
    .filter(name => /^(licen[cs]e|notice|copying|thirdpartynotice)/i.test(name))
    .sort()
    .map(name => readFileSync(path.join(folder, name), 'utf8').trim())
}

// Packages of icons carry no text of a licence, but say whose drawings they are and where their licence stands.
function origin(folder) {
  const file = path.join(folder, 'info.json')
  const { author, license } = existsSync(file) ? readJson(file) : {}
  return [author && `Author: ${author.name} (${author.url})`, license?.url && `Licence text: ${license.url}`]
}

function entry(folder) {
  const { name, version, license, repository } = readJson(path.join(folder, 'package.json'))
  const source = typeof repository === 'string' ? repository : repository?.url
  const heading = [`${name} ${version}`, `Licence: ${license?.type ?? license ?? (texts(folder).length ? 'its own text, as follows' : 'see below')}`, source && `Source: ${source}`, ...origin(folder)]
  return { key: `${name} ${version}`, text: [...heading.filter(Boolean), '', ...texts(folder)].join('\n') }
}

export async function writeLicences(out, inputs) {
  const folders = new Set([...inputs.map(packageFolder), ...[...copied, ...fontPackages()].map(name => path.join(modules, name))])
  folders.delete(null)
  const entries = new Map([...folders].map(entry).map(({ key, text }) => [key, text]))
  const sorted = [...entries.keys()].sort().map(key => entries.get(key))
  const line = '-'.repeat(80)
  const head = 'slidewright carries the following packages, whole or in part, each under its own licence.'
  await writeFile(path.join(out, 'THIRD-PARTY-LICENSES.txt'), `${[head, ...sorted].join(`\n\n${line}\n\n`)}\n`)
}
