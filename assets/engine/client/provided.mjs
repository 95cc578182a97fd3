// Packages that a deck's own modules may import.
import * as core from '@vueuse/core'
import * as motion from '@vueuse/motion'
import * as vue from 'vue'
import * as router from 'vue-router'
import 'slidewright:client'
import { provide } from './registry.mjs'

provide('vue', vue)
provide('vue-router', router)
provide('@vueuse/core', core)
provide('@vueuse/motion', motion)
