// What is large and seldom wanted stands in the page as base64 of gzip, in inert elements, and is opened when asked for.
const element = name => document.getElementById(`packed-${name}`)

export const isPacked = name => element(name) !== null

export async function unpack(name) {
  const bytes = Uint8Array.from(atob(element(name).textContent), character => character.charCodeAt(0))
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Response(stream).text()
}

// As a classic script, which the page's policy allows; `eval` it does not.
export async function run(name) {
  const script = document.createElement('script')
  script.textContent = await unpack(name)
  document.head.append(script)
  script.remove()
}
