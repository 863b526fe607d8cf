import type { help as zh } from '../zh-CN/help.ts'
import type { English } from './english.ts'

export const help: English<typeof zh> = {
  search: 'Search the help',
  searchHint: 'A code such as token.absent or 0x0A000024, or Chinese words',
  hits: 'Search results',
  found: {
    none: 'Nothing found',
    some: '{{count}} found; choose with the arrow keys, open with Enter',
    some_one: '{{count}} found; open it with Enter',
  },
  nothing: {
    title: 'Nothing found',
    text: 'The articles are in Chinese, so English words find little. Where the page shows a code, please enter the code. Otherwise tell the code to the certificate authority or to the platform’s support.',
  },
  topic: {
    key: 'USB Key and driver',
    pin: 'PIN',
    sms: 'SMS codes',
    renewal: 'Renewal and repair',
    after: 'Afterwards',
    network: 'Network and time',
    seal: 'Electronic seals',
    program: 'This program',
  },
  drawer: 'Explanation',
  back: 'Back',
  loading: 'Opening the explanation',
  loadingTopics: 'Opening help',
  checkNow: 'Check now',
  more: 'More about it: {{title}}',
  related: 'Related articles',
  codes: 'Related codes',
  reasons: 'More exactly, it may be one of these',
  nextStep: 'What to do now',
  whoHelps: 'Who helps if it does not work',
  severity: { notice: 'For information', problem: 'Needs action', serious: 'Please stop first' },
  contact: {
    nobody: 'Usually nobody is needed: the steps above are enough.',
    it: 'Your IT department: please tell them this code, and at which step it came.',
    ca: 'The certificate authority: please tell them the card number and this code.',
    vendor:
      'The maker of the USB Key, or the authority that gave you the driver: please tell them the model, the version of the driver and this code.',
    platform: 'The platform’s support: please tell them this code, and the order number if there is one.',
  },
  vendorErrors: 'Error codes in other software ({{count}})',
  english: 'English',
  articlesLanguage: 'Articles are in Chinese. Pages of codes are in English.',
}
