import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createForkSpawner } from '../../src/main/token/fork-spawner.ts'
import { createTokenProcess } from '../../src/main/token/token-process.ts'
import { workerEntries } from '../../src/main/worker-entries.ts'
import { expect, packedResources, test } from '../e2e/fixture.ts'
import { createSkfStore, type SkfStore } from '../support/softskf/store.ts'

const container = 'R0'

/** Far from the sources there is no other koffi than the packed one; in a plain Node, as Electron is not here. */
test('the SKF worker in the archive loads a library with the koffi beside it, and lists a certificate', async () => {
  const store = createSkfStore()
  const entry = join(packedResources, 'app.asar/out/main', workerEntries.skf)
  const token = createTokenProcess({
    ...{ spawn: createForkSpawner({ skf: entry }), interface: 'skf' },
    ...{ modulePath: store.modulePath, environment: store.environment },
  })
  try {
    store.addKey({ serialNumber: 'SOFT0000000000042' })
    const value = putCertificate(store)
    const { tokens } = await token.request('list', {})
    expect(
      tokens.map(({ serialNumber, certificates }) => ({ serialNumber, values: certificates.map(valueOf) })),
    ).toEqual([{ serialNumber: 'SOFT0000000000042', values: [value] }])
  } finally {
    token.stop()
    store.remove()
  }
})

test('the packed program finds out by itself that a driver speaks SKF, and shows what is on its key', async ({
  start,
}) => {
  const store = createSkfStore()
  try {
    store.addKey()
    putCertificate(store)
    const { page, close } = await start({ modules: [store.modulePath], environment: store.environment })
    const card = page.locator('article.certificate-card')
    await expect(card).toHaveCount(1)
    await expect(card).toContainText('济南测试有限公司')
    await close()
  } finally {
    store.remove()
  }
})

/** Answers with a certificate that stands on the key since: base64 of its DER. */
function putCertificate(store: SkfStore): string {
  store.putPair({ container, role: 'signing' })
  const key = store.privateKey(container, 'signing')
  if (key === undefined) throw new Error('the store has made no key')
  const file = join(store.folder, 'key.pem')
  writeFileSync(file, key)
  const request = [
    'req',
    '-x509',
    '-new',
    '-sm3',
    '-sigopt',
    'distid:1234567812345678',
    '-subj',
    '/CN=济南测试有限公司',
    '-utf8',
  ]
  const certificate = new Uint8Array(execFileSync('openssl', [...request, '-key', file, '-outform', 'DER']))
  store.putPair({ container, role: 'signing', privateKey: key, certificate })
  return valueOf({ value: certificate })
}

function valueOf({ value }: { readonly value: Uint8Array }): string {
  return Buffer.from(value).toString('base64')
}
