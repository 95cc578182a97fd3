// Icon sets as pieces: an icon that is used costs the reading of its piece, not of a set of ten megabytes.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { client, modules, readJson } from './packages.mjs'

export const iconSets = [
  'carbon', 'fa6-brands', 'fa6-regular', 'fa6-solid', 'logos', 'mdi', 'ph', 'ri', 'svg-spinners', 'tabler', 'twemoji',
]
const pieceSize = 64 * 1024 // characters; measured: smaller pieces grow the wheel, larger ones take longer to read
const compress = promisify(brotliCompress)
const byName = ([a], [b]) => (a < b ? -1 : 1)

// Icons and aliases by name, in pieces: [[name, icon], …] whose texts are about as long as `pieceSize`.
function pieces({ icons, aliases = {} }) {
  const made = [[]]
  let length = 0
  for (const entry of Object.entries({ ...icons, ...aliases }).sort(byName)) {
    if (length > pieceSize) {
      made.push([])
      length = 0
    }
    made.at(-1).push(entry)
    length += JSON.stringify(entry).length
  }
  return made
}

function compressed(piece) {
  const text = Buffer.from(JSON.stringify(Object.fromEntries(piece)))
  return compress(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }) // 11: one in a hundred less, four times as long
}

// SET.json says where each piece begins and with which name; SET.txt names every icon, for those who only look.
async function writeSet(folder, name) {
  const set = readJson(path.join(modules, `@iconify-json/${name}/icons.json`))
  const parts = pieces(set)
  const packed = await Promise.all(parts.map(compressed))
  const starts = packed.map((_, index) => packed.slice(0, index).reduce((sum, { length }) => sum + length, 0))
  const index = { width: set.width, height: set.height, firsts: parts.map(([[first]]) => first), starts }
  await writeFile(path.join(folder, `${name}.pack`), Buffer.concat(packed))
  await writeFile(path.join(folder, `${name}.json`), JSON.stringify(index))
  await writeFile(path.join(folder, `${name}.txt`), parts.flat().map(([icon]) => icon).join('\n'))
}

export async function writeIcons(folder) {
  await mkdir(path.join(folder, 'icons'), { recursive: true })
  await Promise.all(iconSets.map(name => writeSet(path.join(folder, 'icons'), name)))
  await writeFile(path.join(folder, 'icons.json'), JSON.stringify({ sets: iconSets }))
  await writeFile(path.join(folder, 'logo.json'), JSON.stringify({ svg: await readFile(path.join(client, 'assets/logo.svg'), 'utf8') }))
}
