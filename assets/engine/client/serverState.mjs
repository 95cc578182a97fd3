// In place of state that a server shares between browsers: it lives in this window, and windows tell each other its values.
import { reactive } from 'vue'

const nothing = () => {}
const absent = { $patch: nothing, $onPatch: nothing, $onSet: nothing, $syncUp: false, $syncDown: false }

// Hidden properties, since what is sent to another window may hold no functions.
export default reactive(Object.defineProperties({}, Object.fromEntries(Object.entries(absent).map(([key, value]) => [key, { value }]))))
