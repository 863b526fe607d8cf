import type { ErrorCode } from '../../error-codes.ts'
import type { ErrorText } from '../failure-text.ts'
import { connectionErrors } from './errors-connection.ts'

type PlatformCode = Extract<ErrorCode, `platform.${string}`>

export const platformErrors: Readonly<Record<PlatformCode, ErrorText>> = {
  ...connectionErrors,
  'platform.loginRequired': {
    title: 'A login to the platform is needed',
    cause: 'Nobody is logged in, or the login has expired.',
    nextStep: 'Log in to continue; the steps that are done are kept.',
  },
  'platform.badCredentials': {
    title: 'Account or password is not correct',
    cause: 'The platform did not accept this account and password.',
    nextStep: 'Check them and try again; too many wrong tries lock the account.',
  },
  'platform.captchaRequired': {
    title: 'The platform asks for the characters of a picture',
    cause: 'There were several failed logins, so the platform asks for the characters of a picture.',
    nextStep: 'Enter the characters of the picture and log in.',
  },
  'platform.captchaWrong': {
    title: 'The characters of the picture are not correct',
    cause: 'They differ from the picture, or the picture has expired.',
    nextStep: 'There is a new picture now; enter its characters.',
  },
  'platform.contentNotFound': {
    title: 'The platform no longer has this',
    cause: 'The platform has withdrawn this notice or file.',
    nextStep: 'Refresh the list and look again.',
  },
  'platform.accountLocked': {
    title: 'The account is locked',
    cause: 'There were too many failed logins, and the platform has locked the account for a while.',
    nextStep: 'Log in later, or reset the password on the platform’s website.',
  },
  'platform.forbidden': {
    title: 'This account may not do that',
    cause: 'The account that is logged in has no right to renew this certificate.',
    nextStep: 'Log in with the account of the organisation that the certificate belongs to.',
  },
  'platform.certificateUnknown': {
    title: 'The platform does not know this certificate',
    cause: 'The certificate was not found under the account that is logged in.',
    nextStep: 'Check the account; if another authority issued the certificate, go to that authority.',
  },
  'platform.notRenewable': {
    title: 'The platform does not renew this certificate now',
    cause: 'By the platform’s rules it cannot be renewed or repaired now, for example because it is too early.',
    nextStep: 'Come back later, or ask the platform’s support for the date.',
  },
  'platform.certificateRevoked': {
    title: 'The certificate has been revoked',
    cause: 'The issuing authority has revoked or suspended this certificate, so it cannot be renewed here.',
    nextStep: 'Ask the issuing authority to lift the suspension or to issue a new one.',
  },
  'platform.orderNotFound': {
    title: 'The platform does not have this order',
    cause: 'The platform cannot find the order of this renewal.',
    nextStep: 'Give this renewal up and start again; the old certificate is unchanged.',
  },
  'platform.orderActive': {
    title: 'The platform has an unfinished order already',
    cause: 'There is an order for this certificate on the platform that is not finished.',
    nextStep: 'Retry, and the program takes it up. If it was begun elsewhere, finish it there first.',
  },
  'platform.orderWrongState': {
    title: 'The order is at another step',
    cause: 'The state of the order on the platform differs from the present step.',
    nextStep: 'Retry, and the program goes on from the platform’s state.',
  },
  'platform.orderExpired': {
    title: 'The order has expired',
    cause: 'This renewal took longer than the platform allows.',
    nextStep: 'Start again; the old certificate is unchanged.',
  },
  'platform.orderRejected': {
    title: 'The platform rejected the application',
    cause: 'The platform reviewed this application and sent it back.',
    nextStep: 'Ask the platform’s support for the reason, then start again; the old certificate is unchanged.',
  },
  'platform.requestRefused': {
    title: 'The platform did not accept the certificate request',
    cause: 'The certificate request did not pass the platform’s checks.',
    nextStep: 'Give this renewal up and start again; else tell the platform’s support the code below.',
  },
  'platform.proofRefused': {
    title: 'The platform did not accept the signature of the old certificate',
    cause: 'The proof of identity by the old certificate did not pass the platform’s checks.',
    nextStep: 'Make sure that the original USB key is plugged in and retry; else ask the platform’s support.',
  },
  'platform.confirmationRefused': {
    title: 'The platform did not confirm the new certificate',
    cause: 'The new certificate in the platform’s records differs from the one on the USB key.',
    nextStep: 'Retry; else tell support the order number. The old certificate is kept until the platform confirms.',
  },
  'platform.rateLimited': {
    title: 'Too many requests',
    cause: 'There were too many requests in a short time, and the platform does not answer for a while.',
    nextStep: 'Wait a moment and retry.',
  },
  'platform.internal': {
    title: 'The platform has failed',
    cause: 'There was an error inside the platform, and this step was not completed.',
    nextStep: 'Retry later; the same step is never carried out twice.',
  },
}
