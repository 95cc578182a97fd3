// In place of state that a server shares between browsers: it lives in this window, and windows tell each other its values.
import { reactive } from 'vue'

const nothing = () => {}
const absent = { $patch: nothing, $onPatch: nothing, $onSet: nothing, $syncUp: false, $syncDown: false }

// Drawings that the deck keeps as files come first; hidden properties, since another window can be sent no functions.
const kept = { ...globalThis.slidewright?.drawings }
export default reactive(Object.defineProperties(kept, Object.fromEntries(Object.entries(absent).map(([key, value]) => [key, { value }]))))
