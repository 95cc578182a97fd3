// The Deno process behind `engine.call`: one JSON request a line in, one JSON result a line out.
// Without `process`, libraries do not take this for Node and ask for rights that they do not have.
delete globalThis.process

// Standard output carries results and nothing else, and the first line on standard error is what the process dies of:
// what libraries print (KaTeX at `\show` and `\message`) goes nowhere.
globalThis.console = new Proxy({}, { get: () => () => {} })

// Kept, since a deck's configuration may put something else in its place.
const { parse, stringify } = JSON

const modules = {
  evaluated: () => import('./evaluated.mjs'),
  icons: () => import('./icons.mjs'),
  katex: () => import('./katex.mjs'),
  lz: () => import('./lz.mjs'),
  own: () => import('./own.mjs'),
  shiki: () => import('./shiki.mjs'),
  twoslash: () => import('./twoslash.mjs'),
  uno: () => import('./uno.mjs'),
  vue: () => import('./vue.mjs'),
}

// What is wrong with one item is its value, so that one bad slide does not stop the build.
function failure(error) {
  const message = String(error?.message ?? error).split('\n')[0].slice(0, 500)
  const line = error?.loc?.start?.line ?? error?.loc?.line ?? error?.line
  return line ? { error: message, line } : { error: message }
}

async function compute(call, item) {
  try {
    return await call(item)
  } catch (error) {
    return failure(error)
  }
}

function write(line) {
  const bytes = new TextEncoder().encode(`${line}\n`)
  for (let done = 0; done < bytes.length; ) done += Deno.stdout.writeSync(bytes.subarray(done))
}

// Loads modules that will be asked for, and says nothing: a module that cannot be loaded says so when it is called.
async function prepare(names) {
  for (const name of names) await modules[name]?.().catch(() => {})
}

// A line for every item, as soon as it is there: whoever waits knows which one takes long.
async function answer({ prepare: names, module, function: name, arguments: items }) {
  if (names) return prepare(names)
  const call = (await modules[module]?.())?.[name]
  if (typeof call !== 'function') throw new Error(`there is no function ${module}.${name}`)
  for (const item of items) write(stringify(await compute(call, item)))
}

async function* lines() {
  const pieces = []
  for await (const text of Deno.stdin.readable.pipeThrough(new TextDecoderStream())) {
    const parts = text.split('\n')
    while (parts.length > 1) {
      yield pieces.splice(0).join('') + parts.shift()
    }
    pieces.push(parts[0])
  }
}

for await (const line of lines()) {
  try {
    await answer(parse(line))
  } catch (error) {
    write(`!${failure(error).error}`)
  }
}
