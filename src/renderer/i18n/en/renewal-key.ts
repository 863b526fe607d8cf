import type { key as zh } from '../zh-CN/renewal-key.ts'
import type { English } from './english.ts'

export const key: English<typeof zh> = {
  absent: 'Please plug the same USB Key in again',
  other: 'This is not the same USB Key',
  cardNumber: 'Card {{cardNumber}}',
  absentText:
    'Once it is back, the program reads it by itself and goes on from where it stopped. Steps that are done are not done again.',
  otherText:
    'The USB Key that is plugged in has card number {{found}}. Please take it out and plug in the one with card number {{cardNumber}}.',
  returned: 'It is back; you can go on',
  returnedText: 'Steps that are done are not done again.',
  continue: 'Go on',
}
