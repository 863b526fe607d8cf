import type { common as zh } from '../zh-CN/common.ts'
import type { English } from './english.ts'

export const common: English<typeof zh> = {
  cancel: 'Cancel',
  retry: 'Try again',
  recheck: 'Check again',
  rechecking: 'Checking',
  goToSettings: 'Go to Settings',
  logIn: 'Log in',
  close: 'Close',
  separator: ' · ',
  list: ', ',
  copy: {
    copied: 'Copied',
    notCopied: 'The system did not allow copying. Please select the text and copy it yourself.',
  },
  code: 'Code {{reference}}',
  codeOpens: ', open the explanation',
  showSecret: 'Show what is typed',
  hideSecret: 'Hide what is typed',
  duration: {
    days: '{{count}} days',
    days_one: '{{count}} day',
    hours: '{{count}} hours',
    hours_one: '{{count}} hour',
    minutes: '{{count}} minutes',
    minutes_one: '{{count}} minute',
    seconds: '{{count}} seconds',
    seconds_one: '{{count}} second',
  },
}
