import type { ErrorCode } from '../../error-codes.ts'
import type { ErrorText } from '../failure-text.ts'

type RenewalCode = Extract<ErrorCode, `renewal.${string}` | `journal.${string}`>

export const renewalErrors: Readonly<Record<RenewalCode, ErrorText>> = {
  'renewal.notFound': {
    title: 'This renewal was not found',
    cause: 'There is no record of this renewal on this computer.',
    nextStep: 'Start again from the certificate; an unfinished order on the platform is taken up by itself.',
  },
  'renewal.alreadyActive': {
    title: 'This certificate is being renewed already',
    cause: 'A renewal of this certificate was begun and is not finished.',
    nextStep: 'Choose to continue it on the renewal page.',
  },
  'renewal.wrongStep': {
    title: 'This step cannot be taken now',
    cause: 'This renewal is at another step already.',
    nextStep: 'Continue in a moment from the present step.',
  },
  'renewal.unsupportedAlgorithm': {
    title: 'This cannot be renewed here yet',
    cause: 'For the algorithm of this certificate the program can only show it, not renew or repair it.',
    nextStep: 'Use the platform’s website before it expires, or ask the issuing authority.',
  },
  'renewal.busy': {
    title: 'The step before is still going on',
    cause: 'The step before in this renewal has not ended yet.',
    nextStep: 'Wait until it is done; the page updates by itself.',
  },
  'renewal.encryptionOnly': {
    title: 'An encryption certificate is not renewed alone',
    cause: 'This certificate is for encryption only and cannot be renewed or repaired by itself.',
    nextStep: 'Renew the signing certificate of the same holder; if there is none, ask the issuing authority.',
  },
  'renewal.noPrivateKey': {
    title: 'The private key is missing',
    cause: 'The USB key holds this certificate but not the private key that belongs to it.',
    nextStep: 'Make sure that this is the USB key you were given; if so, ask the authority for a replacement.',
  },
  'renewal.notYetValid': {
    title: 'The certificate is not valid yet',
    cause: 'Its validity has not begun, so it cannot be renewed yet.',
    nextStep: 'Check the date and time of the computer; if they are right, wait until it is valid.',
  },
  'renewal.inReview': {
    title: 'The platform is reviewing',
    cause: 'The application was submitted, and the platform reviews it before it issues a certificate.',
    nextStep: 'You may close the program and refresh later; the old certificate works meanwhile.',
  },
  'renewal.readBackFailed': {
    title: 'What was read back differs',
    cause: 'The certificate read back from the USB key differs from the one that the platform issued.',
    nextStep: 'Plug the USB key in again and retry; it is written once more. The old certificate is unchanged.',
  },
  'renewal.proofFailed': {
    title: 'The new certificate did not pass the test',
    cause: 'A signature made with the new certificate did not verify, so it was not put into use.',
    nextStep: 'Plug the USB key in again and retry; else ask support. The old certificate is unchanged.',
  },
  'renewal.clockSkew': {
    title: 'The computer’s clock is wrong',
    cause:
      'It differs from the platform’s by over two minutes; this program goes by the platform’s, others are misled.',
    nextStep: 'Let the system set its time automatically, then check again.',
  },
  'renewal.otherActive': {
    title: 'This certificate is being renewed already',
    cause: 'A renewal of this certificate was begun and is not finished.',
    nextStep: 'Choose to continue it; there is no need to start again.',
  },
  'renewal.keyLost': {
    title: 'The key of the last renewal is not on this USB key',
    cause: 'The key of the application that the platform is handling was not found on this USB key.',
    nextStep:
      'Use the USB key of that time; else ask the platform to cancel the order. The old certificate is unaffected.',
  },
  'renewal.notFinished': {
    title: 'There is no receipt yet',
    cause: 'This renewal is not finished; a receipt can be saved afterwards.',
    nextStep: 'Continue the renewal first.',
  },
  'renewal.receiptFailed': {
    title: 'The receipt was not saved',
    cause: 'Making or writing the PDF file failed.',
    nextStep: 'Choose another folder; the renewal is unaffected, and the receipt can be saved again at any time.',
  },
  'renewal.revoked': {
    title: 'The certificate has been revoked',
    cause: 'The issuing authority has revoked or suspended this certificate; it cannot be renewed or repaired.',
    nextStep: 'Ask the issuing authority. Keep what is on the USB key: old files may need it.',
  },
  'renewal.followed': {
    title: 'This certificate has been renewed already',
    cause:
      'The new one is on the same USB key. The container of the old one may hold a key that old files need, so it stays.',
    nextStep: 'Use the new certificate. Keep the old one: older encrypted files may need what lies beside it.',
  },
  'journal.writeFailed': {
    title: 'The record of the renewal was not saved',
    cause: 'The disk cannot be written to; the program stops here so that it can be continued at any time.',
    nextStep: 'Free some disk space or check the folder’s rights, then retry.',
  },
  'journal.damaged': {
    title: 'The record of the renewal is damaged',
    cause: 'The record file of this renewal is incomplete, and the program changes no USB key on that ground.',
    nextStep: 'Start again; an unfinished order is taken up by itself, and the old certificate is unchanged.',
  },
}
