import type { ErrorText } from '../failure-text.ts'

/** PINs: the user's, and the security officer's. */
export const pinErrors = {
  'token.notUnlocked': {
    title: 'The PIN is needed once more',
    cause: 'The program does not keep the PIN, so the USB key has to be unlocked again.',
    nextStep: 'Enter the PIN again to continue where it stopped.',
  },
  'token.pinIncorrect': {
    title: 'The PIN is not correct',
    cause: 'The USB key did not accept this PIN.',
    nextStep: 'Check capitals and the number pad before the next try. If you are not sure, stop and ask its keeper.',
  },
  'token.pinLocked': {
    title: 'The USB key is locked',
    cause: 'A wrong PIN was entered too often in a row, and the USB key accepts none any more.',
    nextStep: 'The certificate is still there. Ask the issuing authority to unlock the PIN, with proof of identity.',
  },
  'token.pinLength': {
    title: 'The PIN has the wrong length',
    cause: 'Its length does not fit this USB key; it was not submitted and costs no try.',
    nextStep: 'Check the number of characters and enter it again.',
  },
  'token.pinInvalid': {
    title: 'The PIN has a character that is not allowed',
    cause: 'This USB key does not accept one of the characters.',
    nextStep: 'Switch to an English keyboard and enter it again.',
  },
  'token.newPinRefused': {
    title: 'The USB key does not take this new PIN',
    cause: 'This USB key has rules of its own, for example that it differs from the initial PIN; nothing was changed.',
    nextStep: 'Choose another new PIN, perhaps with both letters and digits.',
  },
  'token.pinOutcomeUnknown': {
    title: 'It is unknown whether the PIN was changed',
    cause: 'The USB key gave no clear answer during the change, so the PIN may be the new one or still the old one.',
    nextStep:
      'Plug it in again; try the new PIN once, then the old one once. If neither works, stop and ask the authority.',
  },
  'token.pinUnproven': {
    title: 'The new PIN did not pass the check',
    cause: 'The USB key reported that the PIN was changed, but did not accept the new one afterwards.',
    nextStep:
      'Plug it in again; try the new PIN once, then the old one once. If neither works, stop and ask the authority.',
  },
  'token.unblockUnsupported': {
    title: 'This driver cannot unlock a PIN here',
    cause: 'The driver has no function to unlock with a security officer’s PIN; none was submitted, no try was used.',
    nextStep: 'Ask the issuing authority to unlock it, with proof of identity. The certificate is still there.',
  },
  'token.securityOfficerPinIncorrect': {
    title: 'The security officer’s PIN is not correct',
    cause: 'The USB key did not accept it; too many wrong tries lock it for good, and that cannot be undone.',
    nextStep: 'Stop and ask the authority or the administrator before another try.',
  },
  'token.securityOfficerPinLocked': {
    title: 'The security officer’s PIN is locked',
    cause: 'It was entered wrongly too often, and this USB key can no longer be unlocked with it.',
    nextStep: 'Ask the issuing authority whether it can be reset. Do not format the key: that deletes certificates.',
  },
  'token.pinCountLow': {
    title: 'A wrong PIN has been entered before',
    cause: 'The USB key reports that a wrong PIN was entered.',
    nextStep: 'Be sure of the PIN before entering it; else ask a colleague or the issuing authority first.',
  },
  'token.pinFinalTry': {
    title: 'Only one try for the PIN is left',
    cause: 'One more wrong PIN locks the USB key.',
    nextStep: 'Go on only if you are sure of the PIN; else ask the issuing authority to reset it first.',
  },
} as const satisfies Readonly<Record<`token.${string}`, ErrorText>>
