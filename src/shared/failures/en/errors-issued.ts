import type { ErrorCode } from '../../error-codes.ts'
import type { ErrorText } from '../failure-text.ts'

type IssuedCode = Extract<ErrorCode, `issued.${string}`>

const title = 'The certificate from the platform did not pass the checks'
const nextStep =
  'It was not written, and the old certificate is unchanged. Tell the platform’s support the order number and the code below, then start again.'

export const issuedErrors: Readonly<Record<IssuedCode, ErrorText>> = {
  'issued.unreadable': { title, cause: 'The certificate that the platform sent cannot be read.', nextStep },
  'issued.otherKey': { title, cause: 'Its public key is not the one just made on this USB key.', nextStep },
  'issued.otherSubject': { title, cause: 'It belongs to another holder than the old certificate.', nextStep },
  'issued.expired': { title, cause: 'It had already expired when it was issued.', nextStep },
  'issued.notYetValid': {
    title,
    cause: 'Its validity has not begun yet.',
    nextStep: 'It was not written, and the old certificate is unchanged. Check the date and time, then start again.',
  },
  'issued.notLonger': { title, cause: 'It does not end later than the old certificate.', nextStep },
  'issued.untrusted': { title, cause: 'It was not issued by a trusted authority.', nextStep },
  'issued.isCa': { title, cause: 'The platform sent the certificate of an authority, not of a user.', nextStep },
  'issued.wrongUsage': { title, cause: 'It may not be used for signing.', nextStep },
  'issued.sameAsOld': { title, cause: 'The platform sent the old certificate again.', nextStep },
  'issued.encryptionKeyMismatch': {
    title,
    cause: 'The encryption key from the platform does not belong to the encryption certificate.',
    nextStep,
  },
}
