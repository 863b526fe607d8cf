import type { pin as zh } from '../zh-CN/pin.ts'
import type { English } from './english.ts'

export const pin: English<typeof zh> = {
  open: 'PIN',
  openFor: 'PIN of card {{cardNumber}}',
  title: 'PIN of the USB Key',
  token: 'Card {{cardNumber}}',
  choice: { label: 'What to do', change: 'Change the PIN', unblock: 'Unlock the PIN' },
  triesLeft: '{{count}} tries left. Several wrong PINs in a row lock the USB Key.',
  triesLeft_one: '{{count}} try left. A wrong PIN locks the USB Key.',
  tries: 'The driver does not tell how many tries are left. Several wrong PINs in a row lock the USB Key.',
  oldPin: 'Old PIN',
  newPin: 'New PIN',
  repeat: 'New PIN again',
  capsLock: 'Caps Lock is on.',
  rules: {
    label: 'What the new PIN has to be',
    length: '{{min}} to {{max}} characters',
    atLeast: 'At least {{min}} characters',
    characters: 'Only English letters, digits and symbols',
    classes: 'Contains: {{classes}}',
    known: 'Not a common initial PIN',
    pattern: 'No repeated or consecutive characters',
    different: 'Not the old PIN',
    repeated: 'The same both times',
    kept: 'met',
    open: 'not met',
  },
  classes: { digit: 'digits', lower: 'lower-case letters', upper: 'upper-case letters', symbol: 'symbols' },
  submit: 'Change the PIN',
  submitting: 'Changing the PIN',
  noSaving: 'The PIN is given to the USB Key once. The program does not save it.',
  changed: {
    title: 'The PIN was changed',
    text: 'The program has logged in to the USB Key with the new PIN to check it, and has logged out again.',
    remember:
      'Please remember the new PIN: the program does not save it. Other software that remembers the old PIN has to be told as well.',
    done: 'Done',
  },
  unblock: {
    notLocked: 'The USB Key reports that its PIN is not locked. If you know the PIN, please use "Change the PIN".',
    locked:
      'Wrong PINs were entered in a row, and the USB Key is locked. The certificates are still there and not affected.',
    guideTitle: 'How most organisations have it unlocked',
    bring:
      'What to bring: the USB Key and the ID card of the person in charge; for an organisation usually also an application with its stamp. Please ask by phone first.',
    who: 'Whom to ask: the authority that issued the certificate (counter or hotline). Some can unlock it by SMS; please call and ask.',
    keep: 'Do not format or initialise the USB Key: that would delete the certificates.',
    haveOfficerPin: "I have the administrator's PIN (kept by the authority or by our administrator)",
    officerPin: "Administrator's PIN",
    warning:
      "Too many wrong administrator's PINs lock it for good, without a way back. If you are not sure, please do not try.",
    countLow: "The administrator's PIN was entered wrongly before; another wrong one may lock it.",
    finalTry: "Only one try is left for the administrator's PIN. If it is wrong, it can never be unlocked.",
    officerLocked:
      "The administrator's PIN is locked, so it cannot be unlocked here. Please ask the certificate authority.",
    submit: 'Unlock and set the new PIN',
    submitting: 'Unlocking',
  },
  known: {
    text: 'The PIN of this USB Key is a common initial PIN that others can guess. Please change it soon.',
    action: 'Change the PIN',
  },
}
