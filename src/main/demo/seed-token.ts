import { randomBytes } from 'node:crypto'
import { AppError } from '../app-error.ts'
import type { TokenProcess } from '../token/token-process.ts'
import { readCertificate } from '../x509/certificate.ts'
import { demoCertificates, demoCredentials, type DemoCertificate } from './demo-certificates.ts'
import type { SimulatorProcess } from './simulator-process.ts'

/** Puts the certificates of the demonstration on an empty token, each issued by the simulator for a key made there. */
export async function seedToken(token: TokenProcess, simulator: SimulatorProcess, now: Date): Promise<void> {
  const [found] = (await token.request('list', {})).tokens
  if (found === undefined) throw new AppError('token.absent')
  if (found.certificates.length > 0) return
  const { slot, serialNumber } = found
  await token.request('unlock', { slot, serialNumber, pin: demoCredentials.pin })
  for (const certificate of demoCertificates(now.getTime(), serialNumber)) {
    await seedCertificate(certificate, { token, simulator, slot })
  }
  await token.request('lock', { slot })
}

interface Seeding {
  readonly token: TokenProcess
  readonly simulator: SimulatorProcess
  readonly slot: string
}

async function seedCertificate(
  { label, keyType, holder }: DemoCertificate,
  { token, simulator, slot }: Seeding,
): Promise<void> {
  const id = randomBytes(20).toString('hex')
  const enrol = async () => {
    if (keyType === undefined) return simulator.request('enrol-sm2', holder)
    const { publicKey } = await token.request('generateKeyPair', { slot, id, label, keyType })
    return simulator.request('enrol', { ...holder, publicKey })
  }
  const { certificate } = await enrol()
  const { subject, issuer, serialNumberDer } = readCertificate(certificate)
  const parts = { subject: subject.der, issuer: issuer.der, serialNumber: serialNumberDer }
  await token.request('writeCertificate', { slot, id, label, certificate, ...parts })
}
