import type { ErrorText } from '../failure-text.ts'

/** The way to the platform. */
export const connectionErrors = {
  'platform.notConfigured': {
    title: 'No platform address has been set',
    cause: 'Renewal and repair need the online certificate platform, and its address has not been entered.',
    nextStep: 'Enter the platform address in the settings; looking at certificates needs no platform.',
  },
  'platform.addressInvalid': {
    title: 'This platform address cannot be used',
    cause: 'The program did not take this address.',
    nextStep: 'Check the platform address in the settings; a complete one begins with https://.',
  },
  'platform.unreachable': {
    title: 'The platform cannot be reached',
    cause: 'The network is down, or a proxy or firewall stops the connection.',
    nextStep: 'Check network and proxy and retry; in an office, ask IT to allow the address. Finished steps are kept.',
  },
  'platform.timeout': {
    title: 'The platform did not answer in time',
    cause: 'Waiting for the platform’s answer took too long.',
    nextStep: 'Retry later; the same step is never carried out twice.',
  },
  'platform.tls': {
    title: 'The platform’s identity cannot be confirmed',
    cause: 'The encrypted connection did not pass the checks, and the program did not use it.',
    nextStep: 'Check the clock and the address; else tell IT or support the code below. Do not bypass this check.',
  },
  'platform.pinMismatch': {
    title: 'The platform’s key differs from the fingerprint in the settings',
    cause: 'The certificate is valid but its key is not the one that was set; somebody may pose as the platform.',
    nextStep: 'Stop and ask the platform’s support; change the fingerprint only after it confirms a new key.',
  },
  'platform.proxy': {
    title: 'The proxy does not let it through',
    cause: 'The connection ended at the proxy and did not reach the platform.',
    nextStep: 'Check the proxy in the settings, or ask IT; the steps that are done are kept.',
  },
  'platform.maintenance': {
    title: 'The platform is under maintenance',
    cause: 'The platform has paused its service.',
    nextStep: 'Continue after the maintenance; the steps that are done are kept.',
  },
  'platform.webPage': {
    title: 'The answer is not from the platform',
    cause: 'A web page answered: perhaps a login page of this network, or the address is that of a website.',
    nextStep: 'Log in to the network first, or check the platform address in the settings.',
  },
  'platform.offContract': {
    title: 'The platform’s answer is not understood',
    cause: 'What the platform sent differs from what was agreed, and the program did not use it.',
    nextStep: 'Retry later; if it happens again, tell the platform’s support the code below.',
  },
  'platform.tooLarge': {
    title: 'The platform’s answer is too large',
    cause: 'What the platform sent is larger than allowed, and the program did not use it.',
    nextStep: 'Check the platform address, or tell the platform’s support the code below.',
  },
  'platform.cancelled': {
    title: 'Cancelled',
    cause: 'This exchange with the platform was cancelled.',
    nextStep: 'Retry when needed; it goes on where it stopped.',
  },
} as const satisfies Readonly<Record<`platform.${string}`, ErrorText>>
