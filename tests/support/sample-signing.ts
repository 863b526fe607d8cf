/** What signing and checking say in a fake desktop. */
import type { Channel } from '../../src/shared/ipc/channels.ts'
import type { Input, Output } from '../../src/shared/ipc/contract.ts'
import type { ChosenFileModel, FileCheck, ProofModel, SignerModel } from '../../src/shared/ipc/models-signing.ts'
import type { Result } from '../../src/shared/ipc/result.ts'
import { samplePin } from './sample-pin.ts'

const day = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * day).toISOString()

export function sampleFile(name: string, changes: Partial<ChosenFileModel> = {}): ChosenFileModel {
  return { id: '0b6c3f0e-6f7b-4e57-9d67-3f0f0a5f3c11', name, bytes: 482_133, ...changes }
}

const certificate: ProofModel['certificate'] = {
  holder: '济南示例科技有限公司',
  issuer: '山东CA',
  serialNumber: '2C418A09',
  algorithm: 'RSA 2048',
  notBefore: inDays(-100),
  notAfter: inDays(265.5),
}

export function sampleProof(changes: Partial<ProofModel> = {}): ProofModel {
  return { kind: 'signature', certificate, text: 'CA 用户工具：验证签名', at: inDays(0), period: 'within', ...changes }
}

export function sampleSigner(changes: Partial<SignerModel> = {}): SignerModel {
  return {
    ...{ outcome: 'intact', algorithm: 'SHA-256 / RSA', isWeak: false, claimedAt: inDays(-1), certificate },
    ...{ period: 'within', maySign: true, trust: 'unchecked' },
    ...changes,
  }
}

export function sampleCheck(signers: readonly SignerModel[] = [sampleSigner()]): FileCheck {
  return { fileName: '合同.pdf', signatureName: '合同.pdf.p7s', at: inDays(0), signers: [...signers] }
}

type SigningChannel = Extract<Channel, `signing:${string}`>

const wrongPin = { ok: false, failure: { code: 'token.pinIncorrect', details: { pinState: 'count-low' } } } as const

export const signingAnswers: { [C in SigningChannel]: (input: Input<C>) => Result<Output<C>> } = {
  'signing:choose-file': ({ purpose }) => ({
    ok: true,
    value: { isChosen: true, file: sampleFile(purpose === 'content' ? '合同.pdf' : '合同.pdf.p7s') },
  }),
  'signing:prove': ({ pin }) => (pin === samplePin ? { ok: true, value: sampleProof() } : wrongPin),
  'signing:sign-file': ({ pin }) =>
    pin === samplePin ? { ok: true, value: { saved: true, fileName: '合同.pdf.p7s' } } : wrongPin,
  'signing:verify-file': () => ({ ok: true, value: sampleCheck() }),
}
