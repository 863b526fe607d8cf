/** The commands of the control port: those of simulator-messages.ts, with bytes as base64 in JSON. */
import * as z from 'zod'
import type {
  CertificateFaultKind,
  SimulatorCommand,
  SimulatorRequests,
  SimulatorRequestType,
  WireFaultKind,
} from '../../../src/shared/demo/simulator-messages.ts'
import type { OperationId } from '../../../src/shared/platform/endpoints.ts'
import { endpoints } from '../../../src/shared/platform/endpoints.ts'
import { Identifier } from '../../../src/shared/platform/schemas/common.ts'
import { certificateFaultLabels, wireFaultLabels } from './fault-labels.ts'

/** The life of the simulator is its process's affair. */
type ControlType = Exclude<SimulatorRequestType, 'start' | 'stop'>
type ControlCommand = Extract<SimulatorCommand, { readonly type: ControlType }>

/** Object.keys forgets what the keys of a whole record are. */
const keysOf = <K extends string>(record: Readonly<Record<K, unknown>>) => Object.keys(record) as [K, ...K[]]

const Milliseconds = z.int().min(-8.64e15).max(8.64e15)
const Text = z.string().min(1).max(200)
const Bytes = z
  .base64()
  .max(8192)
  .transform((text) => Uint8Array.from(Buffer.from(text, 'base64')))
const times = z.int().min(1).max(1000).exactOptional()

const Subject = z.union([
  Text,
  z.strictObject({
    province: Text.exactOptional(),
    locality: Text.exactOptional(),
    organisation: Text.exactOptional(),
    organisationalUnit: Text.exactOptional(),
    commonName: Text,
  }),
])

const Holder = z.strictObject({
  account: Text,
  subject: Subject,
  holderKind: z.enum(['organisation', 'personal']),
  creditCode: Text.exactOptional(),
  personalId: Text.exactOptional(),
  usage: z.enum(['signing', 'encryption']),
  notBefore: Milliseconds,
  notAfter: Milliseconds,
  cardNumber: Text.exactOptional(),
  applicationType: Text.exactOptional(),
  zone: z.enum(['public', 'core']).exactOptional(),
})

const Fault = z.union([
  z.strictObject({
    kind: z.enum(keysOf<WireFaultKind>(wireFaultLabels)),
    operation: z.enum(['*', ...keysOf<OperationId>(endpoints)]),
    times,
    delayMs: z.int().min(0).max(600_000).exactOptional(),
    retryAfterSeconds: z.int().min(0).max(86_400).exactOptional(),
    status: z.int().min(400).max(599).exactOptional(),
    location: z.string().max(300).exactOptional(),
  }),
  z.strictObject({ kind: z.enum(keysOf<CertificateFaultKind>(certificateFaultLabels)), times }),
])

const Nothing = z.strictObject({})
const SealMove = z.strictObject({ sealId: Identifier })

const inputs = {
  enrol: Holder.extend({ publicKey: Bytes }),
  'enrol-sm2': Holder,
  'sms-list': Nothing,
  approve: z.strictObject({ orderId: Identifier }),
  reject: z.strictObject({ orderId: Identifier, reason: Text }),
  revoke: z.strictObject({ certificateId: Identifier, reason: z.enum(['keyCompromise', 'cessationOfOperation']) }),
  'seal-approve': SealMove,
  'seal-reject': SealMove.extend({ reason: Text }),
  'seal-enable': SealMove,
  'seal-disable': SealMove,
  'seal-cancel': SealMove,
  'captcha-answer': z.strictObject({ captchaId: Identifier }),
  'set-maintenance': z.strictObject({
    maintenance: z
      .strictObject({ from: Milliseconds, until: Milliseconds, notice: z.string().max(500) })
      .exactOptional(),
  }),
  'arm-fault': z.strictObject({ fault: Fault }),
  'disarm-faults': Nothing,
  'move-clock': z.strictObject({ offsetMs: Milliseconds }),
  books: Nothing,
} satisfies { readonly [T in ControlType]: z.ZodType<SimulatorRequests[T]['input']> }

const Typed = z.looseObject({ type: z.enum(keysOf<ControlType>(inputs)) })

/** @throws ZodError, with the places that do not fit */
export function parseCommand(value: unknown): ControlCommand {
  const { type, ...input } = Typed.parse(value)
  // Type and input are of the same row; a type cannot follow that across the table.
  return { id: 0, type, ...inputs[type].parse(input) } as ControlCommand
}
