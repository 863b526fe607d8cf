/** What 接入说明.md says where it can be tried. */
import 'reflect-metadata'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { X509Certificate } from '@peculiar/x509'
import { expect, it, onTestFinished } from 'vitest'
import { checkCertificateRequest } from '../../simulator/platform/authority/certificate-request.ts'
import { isProvenBy } from '../../simulator/platform/authority/possession-proof.ts'
import { newTestKey } from '../../simulator/platform/testing/holder.ts'
import { openOffice } from '../../simulator/platform/testing/office.ts'
import { endpoints } from '../../src/shared/platform/endpoints.ts'
import { OrderState } from '../../src/shared/platform/schemas/orders.ts'
import { optionalFeatures } from '../../src/shared/platform/schemas/service.ts'
import { contractFolder } from './support/contract-files.ts'

const guide = readFileSync(join(contractFolder, '接入说明.md'), 'utf8')
const example = [...guide.matchAll(/```sh\n([^]*?)```/g)]
  .map(([, text]) => text ?? '')
  .find((text) => text.includes('proof.txt'))
const rsa = 'openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out new.key'
const order = { ORDER: 'order-1', NONCE: 'bm9uY2U_-w' }

it.each(['rsa', 'p-256'] as const)(
  'its example makes a request and a proof by an %s key that the platform takes',
  async (kind) => {
    const office = await openOffice({ families: [kind] })
    const old = await office.enrol(27, newTestKey(kind))
    const folder = mkdtempSync(join(tmpdir(), 'guide-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const file = (name: string) => join(folder, name)
    const pem = Buffer.from(old.certificate)
      .toString('base64')
      .replaceAll(/.{1,64}/g, '$&\n')
    writeFileSync(file('old.pem'), `-----BEGIN CERTIFICATE-----\n${pem}-----END CERTIFICATE-----\n`)
    writeFileSync(file('old.key'), old.key.privateKey.export({ type: 'pkcs8', format: 'pem' }))
    expect(guide).toContain(rsa)
    const commands = kind === 'rsa' ? (example ?? '').replace(/^openssl genpkey.*$/m, rsa) : (example ?? '')
    const options = { cwd: folder, env: { ...process.env, ...order }, encoding: 'utf8', stdio: 'pipe' } as const
    expect(execFileSync('bash', ['-euo', 'pipefail', '-c', commands], options)).toContain('Verified OK')

    const csr = Buffer.from(readFileSync(file('csr.base64'), 'utf8'), 'base64')
    const algorithm = kind === 'rsa' ? 'rsa-pkcs1-sha256' : 'ecdsa-p256-sha256'
    const proof = { algorithm, signature: readFileSync(file('signature.base64'), 'utf8') } as const
    const asked = { orderId: order.ORDER, nonce: order.NONCE, csr, oldPublicKey: old.key.publicKey }
    expect(isProvenBy(proof, asked)).toBe(true)
    expect(isProvenBy(proof, { ...asked, nonce: 'another' })).toBe(false)
    const subject = new X509Certificate(Uint8Array.from(old.certificate)).subjectName
    const keyAlgorithm = kind === 'rsa' ? 'rsa-2048' : 'p-256'
    await checkCertificateRequest(Uint8Array.from(csr), { subject, keyAlgorithm, keysSeen: [] })
  },
)

it('names every optional part, every state of an order, and no path that there is not', () => {
  for (const feature of optionalFeatures) expect(guide).toContain(`\`${feature}\``)
  for (const state of OrderState.options) {
    expect(guide).toMatch(new RegExp(`^\\| \`${state}\` +\\|`, 'm'))
    expect(guide).toMatch(new RegExp(`--> ${state.replace('-', '_')}: `))
  }
  const paths = Object.values(endpoints).map(({ path }) => path as string)
  const named = [...guide.matchAll(/`(?:GET|POST|PUT|DELETE) (\/[^`]*)`/g)].map(([, path]) => path ?? '')
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((path) => !paths.includes(path))).toEqual([])
})
