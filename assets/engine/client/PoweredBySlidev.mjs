// As the client's own, whose picture of the name alone would be a fifth of the page.
import logo from '@slidev/client/assets/logo.svg'
import { h } from 'vue'

const name = h('span', { style: 'color: #2082A6' }, [h('b', 'Sli'), 'dev'])
const link = { href: 'https://sli.dev', target: '_blank', rel: 'noreferrer', class: '!border-none inline-flex items-center gap-1' }

const PoweredBySlidev = () =>
  h('span', { class: 'inline-flex items-center gap-1' }, [
    h('span', { class: 'text-main' }, 'Powered by'),
    h('a', link, [h('img', { alt: 'Slidev logo', src: logo, style: 'height: 1.5em' }), name]),
  ])

PoweredBySlidev.props = [] // declared, so that all attributes reach the element and not only class and style
export default PoweredBySlidev
