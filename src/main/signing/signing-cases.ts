import { basename } from 'node:path'
import type { Input, Output } from '../../shared/ipc/contract.ts'
import type { Language } from '../../shared/language.ts'
import type { ChooseSavePath } from '../certificates/export-certificate.ts'
import type { FoundCertificate } from '../certificates/find-certificate.ts'
import { knownChain } from '../certificates/known-chain.ts'
import { createChosenFiles, type ChosenFile, type ChosenFiles } from './chosen-files.ts'
import { describeProof, describeSigner } from './describe.ts'
import type { CheckIssuer, ChooseFile, IssuerTrust, SigningTokens } from './ports.ts'
import { proveCertificate } from './prove-certificate.ts'
import { signFile } from './sign-file.ts'
import { verifyFile } from './verify-file.ts'

/** 验证签名, 签署文件, 验证文件. */
export interface SigningCases {
  readonly chooseFile: (choice: Input<'signing:choose-file'>) => Promise<Output<'signing:choose-file'>>
  readonly prove: (request: Input<'signing:prove'>) => Promise<Output<'signing:prove'>>
  readonly signFile: (request: Input<'signing:sign-file'>) => Promise<Output<'signing:sign-file'>>
  readonly verifyFile: (request: Input<'signing:verify-file'>) => Promise<Output<'signing:verify-file'>>
}

interface SigningParts {
  /** Code certificate.notFound. */
  readonly find: (certificateId: string) => FoundCertificate
  readonly tokens: SigningTokens
  readonly now: () => Date
  readonly language: () => Language
  /** Certificates among which CAs are looked for, to go with a signature (DER). */
  readonly authorities: () => readonly Uint8Array[]
  readonly chooseFile: ChooseFile
  readonly chooseSavePath: ChooseSavePath
  /** Left out: nobody looks, and nothing is said about issuers. */
  readonly checkIssuer?: CheckIssuer
}

export function createSigningCases(parts: SigningParts): SigningCases {
  const files = createChosenFiles()
  const { find, tokens, now, chooseSavePath } = parts
  const { checkIssuer = () => Promise.resolve<IssuerTrust>('unchecked') } = parts
  return {
    chooseFile: async ({ purpose }) => {
      const path = await parts.chooseFile(purpose)
      return path === undefined ? { isChosen: false } : addWithCounterpart(files, path)
    },
    prove: async ({ certificateId, pin }) => {
      const at = now()
      return describeProof(
        await proveCertificate({ found: find(certificateId), pin, tokens, now: at, language: parts.language() }),
        at,
      )
    },
    signFile: ({ certificateId, fileId, pin }) =>
      signFile({
        ...{ found: find(certificateId), path: files.pathOf(fileId), pin, tokens, now: now(), chooseSavePath },
        chainOf: (certificate) => knownChain(certificate, parts.authorities()),
      }),
    verifyFile: async ({ fileId, signatureId }) => {
      const [path, signaturePath] = [files.pathOf(fileId), files.pathOf(signatureId)]
      const { signers, certificates } = await verifyFile(path, signaturePath)
      const described = signers.map(async (signer) => {
        const isWorthAsking = signer.outcome === 'intact' && signer.certificate !== undefined
        const trust = isWorthAsking ? await checkIssuer(signer.certificate, certificates) : 'unchecked'
        return describeSigner(signer, trust, now())
      })
      return {
        ...{ fileName: basename(path), signatureName: basename(signaturePath), at: now().toISOString() },
        signers: await Promise.all(described),
      }
    },
  }
}

const suffix = '.p7s'

/** A signature usually lies beside its file: then one choice is enough. */
async function addWithCounterpart(files: ChosenFiles, path: string): Promise<Output<'signing:choose-file'>> {
  const file = await files.add(path)
  const isSignature = path.toLowerCase().endsWith(suffix)
  const beside = await addIfThere(files, isSignature ? path.slice(0, -suffix.length) : `${path}${suffix}`)
  return { isChosen: true, file, ...(beside === undefined ? {} : { beside }) }
}

async function addIfThere(files: ChosenFiles, path: string): Promise<ChosenFile | undefined> {
  try {
    return await files.add(path)
  } catch {
    // It is not there, which is the usual case.
    return undefined
  }
}
