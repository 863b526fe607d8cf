import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { KeyType } from '../src/shared/token/messages.ts'
import { startApp } from '../tests/support/app-under-test.ts'
import { createDesk, deskAccount, deskPin } from '../tests/support/desk.ts'
import { buildForwarder } from '../tests/support/pkcs11-forwarder/build.ts'
import { countedCalls } from '../tests/support/pkcs11-forwarder/counted-calls.ts'
import { median, progress, rounded } from './measure.ts'

const runs = 5

/** Native calls from login to logout, and time from the PIN to the end, of a whole renewal through the real main code. */
export async function measureRenewals() {
  return { rsa: await measure('rsa-2048'), ec: await measure('p-256') }
}

async function measure(keyType: KeyType) {
  const results = []
  for (let run = 0; run < runs; run += 1) {
    progress(`renewal ${keyType} ${run + 1}/${runs}`)
    results.push(await renewOnce(keyType))
  }
  return { calls: Math.max(...results.map(({ calls }) => calls)), ms: rounded(median(results.map(({ ms }) => ms))) }
}

async function renewOnce(keyType: KeyType): Promise<{ readonly calls: number; readonly ms: number }> {
  const desk = await createDesk()
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const counted = join(folder, 'calls')
  await desk.put({ keyType, days: [-338, 27] })
  const environment = { FORWARDER_MODULE: desk.modulePath, FORWARDER_COUNT: counted }
  const app = await startApp(desk, { modules: [await buildForwarder()], environment })
  try {
    const { cards } = await app.overview((overview) => overview.complete && overview.cards.length > 0)
    await app.value('account:login', deskAccount)
    const started = await app.value('renewal:start', { certificateId: cards[0]?.certificates[0]?.id ?? '' })
    const renewalId = started.id
    await app.value('renewal:request-sms', { renewalId })
    await app.value('renewal:verify-sms', { renewalId, code: desk.newestCode() })
    const begun = performance.now()
    await app.value('renewal:initialise', { renewalId, pin: deskPin })
    await app.value('renewal:execute', { renewalId })
    const ms = performance.now() - begun
    const calls = countedCalls(counted).take()
    return { calls: calls.lastIndexOf('C_Logout') - calls.lastIndexOf('C_Login') + 1, ms }
  } finally {
    await app.close()
    await desk.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}
