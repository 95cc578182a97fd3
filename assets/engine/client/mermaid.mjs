// In place of `mermaid`: pictures that the build has drawn, else the library itself, opened when the first diagram is drawn.
import { isPacked, run, unpack } from './packed.mjs'
import { page } from './registry.mjs'

// What this page has drawn, as the build keeps it: { svg } or { error } by code and configuration.
export const drawn = new Map()

let settings = {}
let last = Promise.resolve()
const opening = {}
const once = (name, open) => (opening[name] ??= open())

const pictures = () => once('drawings', async () => (isPacked('drawings') ? JSON.parse(await unpack('drawings')) : {}))

const library = () => once('mermaid', async () => {
  if (!isPacked('mermaid')) throw new Error('this page was made without the Mermaid library')
  await run('mermaid')
  return page.mermaid
})

// FNV-1a: the same diagram has the same ids in every build.
function identity(key) {
  let hash = 0x811c9dc5
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193)
  return `mermaid-${(hash >>> 0).toString(36)}-${key.length.toString(36)}`
}

// Chance that is the same in every build: the same diagram is drawn the same.
function settleChance() {
  let chance = 1
  Math.random = () => (chance = (chance * 16807) % 2147483647) / 2147483647
}

async function draw(key, code, config, container) {
  const mermaid = await library()
  mermaid.initialize(config)
  if (page.isDrawing) settleChance()
  try {
    const { svg } = await mermaid.render(identity(key), code, container)
    drawn.set(key, { svg })
  } catch (error) {
    drawn.set(key, { error: { name: String(error?.name), message: String(error?.message ?? error) } })
    throw error
  }
  return drawn.get(key)
}

async function picture(code, config, container) {
  const key = JSON.stringify([code, config])
  const { [key]: known } = await pictures()
  if (known?.error) throw Object.assign(new Error(known.error.message), { name: known.error.name })
  return known ?? draw(key, code, config, container)
}

export default {
  initialize(config) {
    settings = config
  },
  // One after the other: the library has one configuration, and diagrams have each their own.
  render(_, code, container) {
    const config = settings
    last = last.catch(() => {}).then(() => picture(code, config, container))
    return last
  },
}
