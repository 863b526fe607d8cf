import type { gate as zh } from '../zh-CN/renewal-gate.ts'
import type { English } from './english.ts'

export const gate: English<typeof zh> = {
  title: 'Checks before you begin',
  checking: 'Checking',
  open: 'All checks passed. You can begin.',
  openWithNotes: 'You can begin. Please look at this first: {{names}}.',
  blocked: '{{count}} points are in the way: {{names}}. Please deal with them, then choose Check again.',
  blocked_one: '{{count}} point is in the way: {{names}}. Please deal with it, then choose Check again.',
  failed: 'The checks did not finish. Please check again.',
  name: {
    driver: 'Driver',
    token: 'USB Key',
    key: 'Private key',
    pin: 'PIN',
    room: 'Room',
    conflicts: 'Conflicting programs',
    platform: 'Platform',
    clock: 'Clock',
    order: 'Records',
  },
  state: {
    ok: 'Fine',
    attention: 'Attention',
    blocked: 'Blocked',
    unknown: 'Cannot tell',
    'not-applicable': 'Does not apply',
  },
  unknown: {
    driver: 'The driver gave no answer.',
    token: 'It can be checked once the driver works again.',
    key: 'The private key cannot be seen before the PIN is entered; it is confirmed after that.',
    pin: 'The state of the PIN cannot be read now.',
    room: 'The room that is left cannot be read now.',
    conflicts: 'It could not be found out whether other CA programs are running.',
    platform: 'The platform gave no answer.',
    clock: 'There is no time of the platform to compare with.',
    order: 'The state of the records could not be found out.',
  },
  resume: 'Continue the last one',
  toEnvironment: 'See the environment check',
  accept: {
    text: '{{names}} may hold the USB Key, so that the new certificate cannot be written. It would stop at that step then; the old certificate is not lost, and you can go on once the program has been quit.',
    tick: 'I understand, go on',
  },
  recheckOf: 'Check again: {{name}}',
}
