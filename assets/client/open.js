// Opens what the page carries packed and puts it in place: style sheets, then the deck's script, then the client.
;(async () => {
  async function text(id) {
    const packed = atob(document.getElementById(id).textContent)
    const bytes = Uint8Array.from(packed, character => character.charCodeAt(0))
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text()
  }

  const parts = [['styles', 'style'], ['deck', 'script'], ['client', 'script']]
  try {
    const opened = await Promise.all(parts.map(([id]) => text(`packed-${id}`)))
    for (const [index, [, tag]] of parts.entries()) document.head.append(Object.assign(document.createElement(tag), { textContent: opened[index] }))
  } catch (error) {
    document.getElementById('app').textContent = `This browser cannot open the presentation: ${error.message}`
    throw error
  }
})()
