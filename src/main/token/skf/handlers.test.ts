import fc from 'fast-check'
import { expect, it } from 'vitest'
import { toContainerId } from '../../../shared/token/container-id.ts'
import type { TokenHandlers } from '../../../shared/token/messages.ts'
import { AppError } from '../../app-error.ts'
import { createSkfHandlers } from './handlers.ts'
import type { BoundFunction } from './native/bind-functions.ts'
import { prototypes, type SkfName } from './native/prototypes.ts'

const pair = { container: Buffer.from('R1'), role: 'signing' } as const
const id = toContainerId(pair)
const encryptionId = toContainerId({ ...pair, role: 'encryption' })
const slot = Buffer.from('K1').toString('hex')
const octets = new Uint8Array(16)

/** What is asked of the worker, in an order in which it makes sense. */
const requests: readonly ((worker: TokenHandlers) => unknown)[] = [
  (worker) => worker.poll({}),
  (worker) => worker.list({}),
  (worker) => worker.list({ withState: true }),
  (worker) => worker.unlock({ slot, serialNumber: 'K1', pin: '12345678' }),
  (worker) => worker.generateKeyPair({ slot, id, label: '', keyType: 'sm2' }),
  (worker) => worker.sign({ slot, id, text: octets }),
  (worker) => worker.readPair({ slot, id }),
  (worker) => worker.findKey({ slot, publicKeySha256: '' }),
  (worker) =>
    worker.writeCertificate({
      ...{ slot, id, label: '', certificate: octets, subject: octets, issuer: octets, serialNumber: octets },
    }),
  (worker) => worker.readCertificate({ slot, id: encryptionId }),
  (worker) => worker.list({ withState: true }),
  (worker) => worker.removePair({ slot, id }),
  (worker) => worker.lock({ slot }),
  (worker) => worker.changePin({ slot, serialNumber: 'K1', pin: '12345678', newPin: '87654321' }),
  (worker) => worker.unblockPin({ slot, serialNumber: 'K1', securityOfficerPin: '12345678', newPin: '87654321' }),
  (worker) => worker.report({}),
]

const silent = { code: 0, content: octets, isUsual: false }
const names = Object.keys(prototypes) as SkfName[]

interface Answer {
  readonly code: number
  readonly content: Uint8Array
  /** As a library answers that is well. */
  readonly isUsual: boolean
}

const deviceInfo = Buffer.alloc(294)
deviceInfo.write('K1', 162)
const handle = Buffer.of(7, 0, 0, 0, 0, 0, 0, 0)
const usual: Readonly<Partial<Record<SkfName, Uint8Array>>> = {
  ...{ SKF_EnumDev: Buffer.from('K1\0\0'), SKF_EnumApplication: Buffer.from('A\0\0'), SKF_GetDevInfo: deviceInfo },
  ...{ SKF_ConnectDev: handle, SKF_OpenApplication: handle, SKF_OpenContainer: handle, SKF_CreateContainer: handle },
  ...{ SKF_VerifyPIN: new Uint8Array(), SKF_LockDev: new Uint8Array(), SKF_EnumContainer: Buffer.from('R2\0R1\0\0') },
}

/** A library that fills every buffer with what comes next, whatever was asked of it. */
function libraryOf(next: () => Answer) {
  const functions = new Map(names.map((name) => [name, functionOf(name, next)]))
  return { form: 'names', exported: names, missing: [], functions } as const
}

function functionOf(name: SkfName, next: () => Answer): BoundFunction {
  return (...parameters) => {
    const { code, content, isUsual } = next()
    const answered = isUsual ? usual[name] : undefined
    for (const parameter of parameters) {
      if (parameter instanceof Uint8Array) parameter.set((answered ?? content).subarray(0, parameter.length))
    }
    return answered === undefined ? code : 0
  }
}

const codes = fc.oneof(
  { weight: 6, arbitrary: fc.constant(0) },
  fc.constantFrom(0x0a000003, 0x0a000005, 0x0a00001b, 0x0a00001c, 0x0a000020, 0x0a000023, 0x0a000034),
  fc.nat(0xffff_ffff),
)
const contents = fc.oneof(
  fc.constant(Buffer.from('K1\0\0')),
  fc.constant(Buffer.from('R1\0\0')),
  fc.uint8Array({ maxLength: 600 }),
)
const isUsual = fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false))
const answers = fc.array(fc.record({ code: codes, content: contents, isUsual }), { minLength: 1, maxLength: 40 })

it('answers or says what failed, whatever a library does, and does not go on for ever', () => {
  const answered = new Set<unknown>()
  fc.assert(
    fc.property(answers, (script) => {
      let calls = 0
      const next = (): Answer => {
        calls += 1
        return script[calls % script.length] ?? silent
      }
      const worker = createSkfHandlers({ loadSkf: () => libraryOf(next), now: () => 0 })
      void worker.open({ modulePath: '' })
      for (const request of requests) {
        try {
          request(worker)
          answered.add(request)
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(AppError)
        }
      }
      expect(calls).toBeLessThan(20_000)
    }),
    { numRuns: 300 },
  )
  // It gets as far as that something is done.
  expect(answered.size).toBeGreaterThan(8)
})

it('says that nothing was opened, before it was', () => {
  const worker = createSkfHandlers({ loadSkf: () => libraryOf(() => silent), now: () => 0 })
  for (const request of requests) expect(() => request(worker)).toThrow('token.noModule')
})
