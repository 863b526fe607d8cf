import type { demo as zh } from '../zh-CN/demo.ts'
import type { English } from './english.ts'

export const demo: English<typeof zh> = {
  word: 'Demo',
  frame: 'Demonstration · sample certificates and a sample platform',
  phone: {
    title: 'Text messages (demonstration)',
    empty: 'No messages yet',
    collapse: 'Hide the text messages',
    expand: 'Show the text messages',
  },
  login: 'Demo account {{account}}, password {{password}}',
  pin: 'Demo PIN {{pin}}',
}
