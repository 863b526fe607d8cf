import type { environmentConflictsTexts as zh } from '../zh-CN/environment-conflicts.ts'
import type { English } from './english.ts'

const details: English<(typeof zh)['details']> = {
  'running-program': 'Running (process)',
  'running-service': 'System service',
  'used-port': 'Port in use on this computer',
  'installed-program': 'Installed',
  'not-ended-service': 'It is a system service, which this program cannot ask to quit',
  'not-ended-other-user': 'It belongs to the system or another user, so this program cannot ask it to quit',
  'not-ended-unknown': 'It is not a known program; please make sure yourself before you quit it',
  'quit-step': 'How to quit it',
  'quit-effect': 'What quitting means',
  'source-verified': 'Source (tested)',
  'source-reported': 'Source (published, not tested)',
  'source-guess': 'Source (assumed, not tested)',
  'own-issuer': 'Running; it belongs to the authority that issued this USB Key',
  'own-maker': 'Running; it is part of the driver of the USB Key’s maker',
  'shared-name': 'A program of that name is running; it may be another one',
  'only-installed': 'Installed, not running',
  'seen-processes': 'Running programs looked at',
  'seen-services': 'Running system services looked at',
  'seen-ports': 'Ports in use looked at',
  'seen-installed': 'Installed programs looked at',
  'seen-holders': 'Other programs that have the USB Key open',
}

export const environmentConflictsTexts: English<typeof zh> = {
  ok: {
    conflicts: 'None found; {{count}} known programs were looked for.',
    conflicts_one: 'None found; {{count}} known program was looked for.',
  },
  notApplicable: {},
  details,
  guide: {
    open: 'How to quit it',
    openOf: '{{subject}}: how to quit it',
    title: 'How to quit {{subject}}',
    general: [
      'Please save your work in it, then close its window.',
      'No window: choose the small arrow at the lower right of the screen, right-click its icon, and choose Exit.',
      'It cannot be quit: please restart the computer, open this program first, and use the other one afterwards.',
    ],
    safe: 'Quitting it changes no certificate on the USB Key. This program never ends another one by force.',
    done: 'I have quit it, check again',
  },
  end: {
    open: 'Ask it to quit',
    openOf: '{{subject}}: ask it to quit',
    title: 'Ask {{subject}} to quit?',
    text: 'This program will ask it to quit as its close button does, and will not force it; it may ask whether to save.',
    unsaved: 'What is not saved in it may be lost. Please save it first.',
    programs: 'Programs that will be asked to quit',
    confirm: 'Ask it to quit',
    asking: 'Waiting for it to quit',
  },
}
