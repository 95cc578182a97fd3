// Where an editor needs more than this page holds, its source stands, readable.
import lz from 'lz-string'
import { computed, defineComponent, h } from 'vue'

export default defineComponent({
  name: 'CodeStandIn',
  inheritAttrs: false,
  props: { codeLz: { type: String, default: '' } },
  setup(props) {
    const code = computed(() => lz.decompressFromBase64(props.codeLz) ?? '')
    return () => h('div', { class: 'slidev-code-wrapper relative group' }, [h('pre', { class: 'slidev-code' }, [h('code', code.value)])])
  },
})
