// In place of state that a server shares between browsers: it lives in this window.
import { reactive } from 'vue'

export default reactive({ $patch: () => {}, $onPatch: () => {}, $onSet: () => {}, $syncUp: false, $syncDown: false })
