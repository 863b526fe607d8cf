import type { SigningKey } from '../build/signing-key.ts'
import type { Product } from '../build/products.ts'
import type { Finding, Skipped, Verdict } from '../finding.ts'
import type { PackedProgram } from '../program/packed-program.ts'
import { nameOf } from '../target.ts'
import { inspectAppImage } from './app-image.ts'
import { inspectDeb } from './deb.ts'
import { inspectInstalling, whyNotInstallable } from './install-deb.ts'
import { inspectMacZip } from './mac-zip.ts'
import { inspectSetup } from './nsis.ts'
import { findInstaller, type Installer } from './product.ts'
import { inspectRpm } from './rpm.ts'
import { inspectSignatures } from './signatures.ts'

interface Work {
  readonly kinds: readonly Product['kind'][]
  readonly version: string
  readonly signingKey: SigningKey
}

export interface Inspected {
  readonly verdicts: readonly Verdict[]
  readonly skipped: readonly Skipped[]
}

/** What each installer of this program is called, and who looks at it. */
const looks: Partial<
  Record<
    Product['kind'],
    { readonly ending: (name: Names) => RegExp; readonly inspect: (one: Installer) => readonly Finding[] }
  >
> = {
  deb: { ending: ({ debian }) => new RegExp(`-linux-${debian}\\.deb$`), inspect: inspectDeb },
  rpm: { ending: ({ gnu }) => new RegExp(`-linux-${gnu}\\.rpm$`), inspect: inspectRpm },
  AppImage: { ending: ({ image }) => new RegExp(`-linux-${image}\\.AppImage$`), inspect: inspectAppImage },
  nsis: { ending: ({ arch }) => new RegExp(`-win-${arch}-setup\\.exe$`), inspect: inspectSetup },
  zip: { ending: ({ arch }) => new RegExp(`-mac-${arch}\\.zip$`), inspect: inspectMacZip },
}

/** Each kind of file has its own word for a CPU. */
const names = {
  x64: { arch: 'x64', debian: 'amd64', gnu: 'x86_64', image: 'x86_64' },
  arm64: { arch: 'arm64', debian: 'arm64', gnu: 'aarch64', image: 'arm64' },
} as const
type Names = (typeof names)[keyof typeof names]

export function inspectInstallers(program: PackedProgram, work: Work): Inspected {
  const name = nameOf(program.target)
  const paths = work.kinds.flatMap((kind) => {
    const look = looks[kind]
    return look === undefined ? [] : [{ kind, look }]
  })
  const verdicts = paths.map(({ kind, look }) =>
    verdict(`${name} ${kind}`, 'content', () => {
      const path = findInstaller(look.ending(names[program.target.arch]))
      return look.inspect({ path, program, version: work.version })
    }),
  )
  const installed = name === 'linux-x64' && work.kinds.includes('deb') ? install() : nothing
  return {
    verdicts: [...verdicts, ...installed.verdicts, ...signed(program, work)],
    skipped: installed.skipped,
  }
}

const nothing: Inspected = { verdicts: [], skipped: [] }

function install(): Inspected {
  const why = whyNotInstallable()
  if (why !== undefined) return { verdicts: [], skipped: [{ package: 'linux-x64 deb', why: `not installed: ${why}` }] }
  const findings = () => inspectInstalling(findInstaller(looks.deb?.ending(names.x64) ?? /^$/))
  return { verdicts: [verdict('linux-x64 deb', 'installs, starts, is purged', findings)], skipped: [] }
}

function signed({ target, folder }: PackedProgram, { kinds, signingKey }: Work): readonly Verdict[] {
  if (target.system !== 'win') return []
  const look = () => {
    const setup = kinds.includes('nsis') ? findInstaller(new RegExp(`-win-${target.arch}-setup\\.exe$`)) : undefined
    return inspectSignatures(folder, setup, signingKey.certificate)
  }
  return [verdict(nameOf(target), 'signatures', look)]
}

function verdict(name: string, check: string, look: () => readonly Finding[]): Verdict {
  try {
    return { package: name, check, findings: look() }
  } catch (error) {
    return {
      package: name,
      check,
      findings: [`could not be inspected: ${error instanceof Error ? error.message : ''}`],
    }
  }
}
