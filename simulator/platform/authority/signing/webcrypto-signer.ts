import 'reflect-metadata'
import { PublicKey, X509CertificateGenerator, X509CrlGenerator, X509CrlReason } from '@peculiar/x509'
import type { AuthorityKeys, Signer } from './signer.ts'

const algorithms = {
  rsa: {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    publicExponent: Uint8Array.of(1, 0, 1),
    modulusLength: 2048,
  },
  'p-256': { name: 'ECDSA', hash: 'SHA-256', namedCurve: 'P-256' },
} as const

type WebcryptoFamily = keyof typeof algorithms

export async function newWebcryptoKeys(family: WebcryptoFamily): Promise<AuthorityKeys> {
  const keys = await crypto.subtle.generateKey(algorithms[family], true, ['sign', 'verify'])
  return {
    publicKey: new Uint8Array(await crypto.subtle.exportKey('spki', keys.publicKey)),
    privateKey: Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64'),
  }
}

export async function openWebcryptoSigner(family: WebcryptoFamily, privateKey: string): Promise<Signer> {
  const signingAlgorithm = algorithms[family]
  const pkcs8 = Buffer.from(privateKey, 'base64')
  const signingKey = await crypto.subtle.importKey('pkcs8', pkcs8, signingAlgorithm, false, ['sign'])
  return {
    certificate: async ({ publicKey, extensions, ...unsigned }) => {
      const certificate = await X509CertificateGenerator.create({
        ...unsigned,
        publicKey: new PublicKey(publicKey),
        extensions: [...extensions],
        signingAlgorithm,
        signingKey,
      })
      return new Uint8Array(certificate.rawData)
    },
    crl: async ({ entries, extensions, ...unsigned }) => {
      const crl = await X509CrlGenerator.create({
        ...unsigned,
        entries: entries.map(({ serialNumber, revokedAt, reason }) => ({
          serialNumber,
          revocationDate: revokedAt,
          reason: X509CrlReason[reason],
        })),
        extensions: [...extensions],
        signingAlgorithm,
        signingKey,
      })
      return new Uint8Array(crl.rawData)
    },
  }
}
