// The Deno process behind `engine.call`: one JSON request a line in, one JSON answer a line out.
// Without `process`, libraries do not take this for Node and ask for rights that they do not have.
delete globalThis.process

const modules = {
  icons: () => import('./icons.mjs'),
  katex: () => import('./katex.mjs'),
  lz: () => import('./lz.mjs'),
  shiki: () => import('./shiki.mjs'),
  uno: () => import('./uno.mjs'),
  vue: () => import('./vue.mjs'),
}

// What is wrong with one item is its value, so that one bad slide does not stop the build.
function failure(error) {
  const message = String(error?.message ?? error).split('\n')[0].slice(0, 500)
  const line = error?.loc?.start?.line ?? error?.loc?.line ?? error?.line
  return line ? { error: message, line } : { error: message }
}

async function answer({ module, function: name, arguments: items }) {
  const functions = await modules[module]()
  const values = []
  for (const item of items) {
    try {
      values.push(await functions[name](item))
    } catch (error) {
      values.push(failure(error))
    }
  }
  return { values }
}

async function respond(line) {
  try {
    return await answer(JSON.parse(line))
  } catch (error) {
    return { fault: failure(error).error }
  }
}

async function* lines() {
  let rest = ''
  for await (const text of Deno.stdin.readable.pipeThrough(new TextDecoderStream())) {
    const parts = (rest + text).split('\n')
    rest = parts.pop()
    yield* parts
  }
}

function write(value) {
  const bytes = new TextEncoder().encode(`${JSON.stringify(value)}\n`)
  for (let done = 0; done < bytes.length; ) done += Deno.stdout.writeSync(bytes.subarray(done))
}

for await (const line of lines()) write(await respond(line))
