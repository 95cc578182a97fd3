// Files of data beside the bundles (grammars, themes, icon sets), read when first asked for.
const read = new Map()

async function text(name) {
  const url = new URL(`./data/${name}`, import.meta.url)
  return globalThis.Deno ? Deno.readTextFile(url) : (await import('node:fs/promises')).readFile(url, 'utf8')
}

export function data(name) {
  if (!read.has(name)) read.set(name, text(name).then(JSON.parse))
  return read.get(name)
}
