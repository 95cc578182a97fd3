// In place of a library for something that this page does not do: using it says so.
const refuse = () => {
  throw new Error('this is not available in a single-file page')
}

export default new Proxy(refuse, { construct: refuse, get: (_, name) => (name === 'then' ? undefined : refuse) })
