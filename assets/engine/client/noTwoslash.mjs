// In place of Twoslash's pop-ups, which no listing of this page asks for.
export default { install: () => {} }
