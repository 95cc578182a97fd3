// The deck's files by their addresses on the server; another version of a file takes its place wherever it stands.
slidewright.createLiveFiles = function ({ vue, document, deck }) {
  const FOLDER = '/@slidewright/files/'
  const NOTHING = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAAA=' // so that no default takes its place
  const urls = vue.shallowReactive({})

  function put(files) {
    for (const [id, version] of Object.entries(files)) urls[id] = `${FOLDER}${id}?v=${version}`
  }

  put(deck.files)
  const asset = id => urls[id] ?? NOTHING
  return { asset, put, url: asset, ...slidewright.fileValues({ vue, document, asset }) }
}
