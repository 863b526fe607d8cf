/** The part of the samples that is about signatures. */
import type { Channel } from '../../../shared/ipc/channels.ts'
import type { Input, Output } from '../../../shared/ipc/contract.ts'

type SigningChannel = Extract<Channel, `signing:${string}`>

const certificateId = 'ab'.repeat(32)
const fileId = '5e0e8c5c-7b1c-4f5e-9d2a-1f0b7c6d5e4f'
const instant = '2026-11-23T08:00:00.000Z'
const file = { id: fileId, name: '合同.pdf', bytes: 1024 }
const certificate = {
  holder: '张三',
  issuer: '山东CA',
  serialNumber: '2C41',
  algorithm: 'RSA 2048',
  notBefore: instant,
  notAfter: instant,
}

export const signingInputs: { readonly [C in SigningChannel]: Input<C> } = {
  'signing:choose-file': { purpose: 'content' },
  'signing:prove': { certificateId, pin: '12345678' },
  'signing:sign-file': { certificateId, fileId, pin: '12345678' },
  'signing:verify-file': { fileId, signatureId: fileId },
}

export const signingOutputs: { readonly [C in SigningChannel]: Output<C> } = {
  'signing:choose-file': { isChosen: true, file, beside: file },
  'signing:prove': {
    ...{ kind: 'signature', certificate, text: '随机数', at: instant, period: 'within' },
    failure: { code: 'signing.keyMismatch', details: { ckr: 'CKR_OK' } },
  },
  'signing:sign-file': { saved: true, fileName: '合同.pdf.p7s' },
  'signing:verify-file': {
    ...{ fileName: '合同.pdf', signatureName: '合同.pdf.p7s', at: instant },
    signers: [
      {
        ...{ outcome: 'intact', algorithm: 'SHA-256 / RSA', isWeak: false, claimedAt: instant, certificate },
        ...{ period: 'within', maySign: true, trust: 'unchecked' },
      },
    ],
  },
}
