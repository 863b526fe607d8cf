import type { afterRenewal as zh } from '../zh-CN/after-renewal.ts'

export const afterRenewal: typeof zh = {
  waiting:
    'The new certificate is on the key. Other systems learn of it about one working day later, expected from {{at}}.',
  waitingApproximate:
    'The new certificate is on the key. Other systems learn of it about one working day later, expected from about {{at}}, later after public holidays.',
  due: 'The new certificate should work now. If a system still says that it is not in force or that the user does not exist, unplug the USB key, plug it in again and restart the browser. If that does not help, call the support of the platform.',
  result: {
    wait: 'Other systems learn of it about one working day later. Until {{at}} it is normal that they say the certificate is not in force or the user does not exist. Please try again after that.',
    waitUnknown:
      'Other systems learn of it about one working day later. Until then it is normal that they say the certificate is not in force or the user does not exist. It takes longer over public holidays.',
    due: '{{at}} has passed, and other systems should know the certificate. If one still says that it is not in force or that the user does not exist, unplug the USB key, plug it in again and restart the browser. If that does not help, call the support of the platform and name the serial number of the new certificate.',
    seal: 'If a system says that no right to use a seal was assigned, register an electronic seal for the new certificate.',
    register: 'Register a seal',
  },
}
