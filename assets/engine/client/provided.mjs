// Packages that a deck's own modules may import.
import * as core from '@vueuse/core'
import * as motion from '@vueuse/motion'
import * as vue from 'vue'
import * as router from 'vue-router'
import 'slidewright:client'
import * as slidevTypes from './slidevTypes.mjs'
import { provide } from './registry.mjs'

provide('@slidev/types', slidevTypes)
provide('vue', vue)
provide('vue-router', router)
provide('@vueuse/core', core)
provide('@vueuse/motion', motion)
