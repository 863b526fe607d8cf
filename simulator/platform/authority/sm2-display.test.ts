import { expect, test } from 'vitest'
import { openOffice, organisationHolder } from '../testing/office.ts'
import { opensslVerify } from '../testing/openssl.ts'

const distinguishingId = ['-partial_chain', '-vfyopt', 'distid:1234567812345678']

async function displayCertificate() {
  const office = await openOffice({ families: ['sm2'] })
  const now = office.simulator.clock.now()
  const validity = { notBefore: now - 1000, notAfter: now + 86_400_000 }
  const { certificate, issuerCertificate } = await office.simulator.enrolSm2({ ...organisationHolder, ...validity })
  return { ...office, certificate, issuerCertificate }
}

test('openssl accepts the SM2 certificate with the default id', async () => {
  const { certificate, issuerCertificate } = await displayCertificate()
  const trusted = [issuerCertificate]
  expect(await opensslVerify({ leaf: certificate, trusted, options: distinguishingId })).toMatch(/leaf\.pem: OK\n$/)
  const otherId = ['-partial_chain', '-vfyopt', 'distid:8765432187654321']
  const refused = await opensslVerify({ leaf: certificate, trusted, options: otherId })
  expect(refused).toMatch(/certificate signature failure/)
})

test('openssl refuses it when one octet is changed', async () => {
  const { certificate, issuerCertificate } = await displayCertificate()
  const forged = Uint8Array.from(certificate)
  const serialNumber = 20
  forged[serialNumber] = (forged[serialNumber] ?? 0) ^ 1
  const verdict = await opensslVerify({ leaf: forged, trusted: [issuerCertificate], options: distinguishingId })
  expect(verdict).toMatch(/certificate signature failure/)
})

test('it is listed as SM2 with its Chinese names and is not renewable', async () => {
  const { client } = await displayCertificate()
  const { items } = await client.call('listCertificates', { query: {} })
  expect(items).toMatchObject([
    { keyAlgorithm: 'sm2', commonName: '示例科技（北京）有限公司', renewable: false, status: 'expiring' },
  ])
})
