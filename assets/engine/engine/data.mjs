// Files of data beside the bundles (grammars, themes, icon sets), read when first asked for.
const read = new Map()

async function content(name) {
  const url = new URL(`./data/${name}`, import.meta.url)
  return globalThis.Deno ? Deno.readFile(url) : (await import('node:fs/promises')).readFile(url)
}

const parsed = async name => JSON.parse(new TextDecoder().decode(await content(name)))

function once(name, reading) {
  if (!read.has(name)) read.set(name, reading(name))
  return read.get(name)
}

export const data = name => once(name, parsed)

export const bytes = name => once(name, content)
