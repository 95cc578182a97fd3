// Bundled icon sets, read piece by piece: see steps/icons.mjs for how they are written.
import { bytes, data } from './data.mjs'

const opened = new Map()

async function inflate(packed) {
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('brotli'))).json()
}

async function piece(set, index) {
  const { starts } = await data(`icons/${set}.json`)
  const key = `${set}/${index}`
  if (!opened.has(key)) opened.set(key, inflate((await bytes(`icons/${set}.pack`)).subarray(starts[index], starts[index + 1])))
  return opened.get(key)
}

async function entry(set, name) {
  const { firsts } = await data(`icons/${set}.json`)
  const index = firsts.findLastIndex(first => first <= name)
  const found = index < 0 ? {} : await piece(set, index)
  return Object.hasOwn(found, name) ? found[name] : undefined
}

// Names that an icon may be meant by: digits that a component's name has drawn to the word before them stand apart.
export const spellings = name => [...new Set([name, name.replace(/([a-z])(\d+)/g, '$1-$2')])]

// Icons of a bundled set and those that they are aliases of, as a set of its own; null where none is there.
export async function collection(set, names) {
  if (!(await data('icons.json')).sets.includes(set)) return null
  const { width, height } = await data(`icons/${set}.json`)
  const made = { prefix: set, width, height, icons: {}, aliases: {} }
  for (let name of names)
    for (let found; (found = await entry(set, name)); name = found.parent) {
      made[found.parent ? 'aliases' : 'icons'][name] = found
      if (!found.parent) break
    }
  return Object.keys(made.icons).length ? made : null
}
