import { mkdtempSync, rmSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPlatformSimulator, type PlatformSimulator } from '../simulator/platform/platform-simulator.ts'
import { createPlatform } from '../src/main/platform/platform.ts'
import { enrolKeyInMemory, proofFor, requestFor, sha256 } from '../tests/support/key-in-memory.ts'
import { median, progress, rounded, timed } from './measure.ts'

const offices = 50
const rounds = 4

/**
 * 50 offices with an account each, all at once, one renewal after the other: from the login to the confirmation, with
 * the real client. `lost`: what the simulator does not know any more after a restart from its file.
 */
export async function measureLoad() {
  progress(`simulator: ${offices} offices, ${rounds} renewals each`)
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const stateFile = join(folder, 'platform.json')
  const accounts = Array.from({ length: offices }, (_, index) => ({
    account: `office-${index}`,
    password: `password-${index}`,
    displayName: `示例单位 ${index}`,
    phone: `138${String(index).padStart(8, '0')}`,
  }))
  const simulator = await createPlatformSimulator({ accounts, families: ['p-256'], smsResendMs: 0, stateFile })
  try {
    const { origin } = await simulator.listen()
    const times: number[] = []
    const elapsedMs = await timed(() =>
      Promise.all(accounts.map((account) => workInOffice({ ...account, origin, simulator, times }))),
    )
    await simulator.close()
    const { orders, sms, certificatesIssued, confirmations } = await booksAfterRestart(stateFile)
    const all = offices * rounds
    const lost = [orders, sms, certificatesIssued, confirmations].reduce((sum, count) => sum + Math.abs(all - count), 0)
    if (lost > 0) throw new Error(`the simulator lost ${lost} of ${4 * all}`)
    const sorted = [...times].sort((one, other) => one - other)
    return {
      renewalsPerSecond: rounded((all / elapsedMs) * 1000),
      medianMs: rounded(median(times)),
      p99Ms: rounded(sorted[Math.ceil(sorted.length * 0.99) - 1] ?? Number.NaN),
      lost,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function booksAfterRestart(stateFile: string) {
  return (await createPlatformSimulator({ families: ['p-256'], stateFile })).books()
}

interface Office {
  readonly account: string
  readonly password: string
  readonly displayName: string
  readonly origin: string
  readonly simulator: PlatformSimulator
  /** In ms; grows. */
  readonly times: number[]
}

async function workInOffice(office: Office): Promise<void> {
  const { account, displayName: name, simulator, times } = office
  for (let round = 0; round < rounds; round += 1) {
    const key = await enrolKeyInMemory(simulator, { account, name, daysLeft: 27 })
    const made = await requestFor(key)
    times.push(await timed(() => renew(office, key, made.request)))
  }
}

async function renew(
  { account, password, origin, simulator }: Office,
  key: Awaited<ReturnType<typeof enrolKeyInMemory>>,
  request: Uint8Array,
): Promise<void> {
  const { platform, session } = createPlatform({ baseUrl: () => origin, userAgent: 'bench' })
  await session.login(account, password)
  const { id: certificateId } = await platform.findCertificate(key.identity)
  const { id: orderId } = await platform.createOrder({ kind: 'renewal', certificateId }, randomUUID())
  const { id: challengeId } = await platform.requestSms(orderId, randomUUID())
  const code = simulator.inbox.list().findLast((message) => message.orderId === orderId)?.code ?? ''
  const ready = await platform.verifySms({ orderId, challengeId, code }, randomUUID())
  const proof = proofFor(key, ready, request)
  await platform.submitRequest({ orderId, request, proof, keyWrapping: [] }, randomUUID())
  const { signing } = await platform.readIssued(orderId)
  await platform.confirm({ orderId, certificateSha256: sha256(signing), installed: true }, randomUUID())
}
