import type { account as zh } from '../zh-CN/account.ts'
import type { English } from './english.ts'

export const account: English<typeof zh> = {
  title: 'Log in to the certificate platform',
  reason:
    'After logging in you can renew and repair, and see your certificates and orders on the platform. What you were doing goes on by itself.',
  account: 'Account',
  password: 'Password',
  remember: 'Remember the account',
  captcha: {
    label: 'Code in the picture',
    alt: 'A picture with a code; please enter the characters in it',
    loading: 'Loading the picture',
    failed: 'The picture did not arrive. Please get another one.',
    another: 'Another picture',
    expired: 'The picture has expired. Please get another one.',
  },
  locked: 'You can log in again in {{duration}}.',
  submit: 'Log in',
  submitting: 'Logging in',
  later: 'Not now',
  missingAccount: 'Please enter the account.',
  missingPassword: 'Please enter the password.',
  missingCaptcha: 'Please enter the code in the picture.',
}
