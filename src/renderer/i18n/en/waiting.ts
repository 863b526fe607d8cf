import type { waiting as zh } from '../zh-CN/waiting.ts'
import type { English } from './english.ts'

export const waiting: English<typeof zh> = {
  title: 'The driver has not answered yet',
  text: 'Please look for a PIN box of the driver itself; it may be behind this window or in the taskbar. If there is one, please type there.',
  otherwise: {
    read: 'If there is no box, please wait: the program is reading the USB Key.',
    unlock: 'If there is no box, please wait: the USB Key is checking the PIN.',
    write: 'If there is no box, please wait: the USB Key is working. Please do not pull it out.',
  },
  module: 'Driver {{name}}',
  card: 'USB Key {{cardNumber}}',
  until: 'Waits until {{at}} at the latest.',
  longer: 'Wait 2 more minutes',
  stop: 'Stop waiting',
}
