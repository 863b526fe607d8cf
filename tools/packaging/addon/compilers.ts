import { join } from 'node:path'
import type { Target } from '../targets.ts'
import { addonSource, nodeApiHeaders } from '../paths.ts'

/** One program that is run, and what it is given. */
export interface Command {
  readonly program: string
  readonly parameters: readonly string[]
}

interface Work {
  readonly target: Target
  /** What this computer is. */
  readonly host: Target
  /** The file to be written. */
  readonly output: string
  /** An own folder for what lies between. */
  readonly scratch: string
}

const here = import.meta.dirname
const sources = ['dl', 'common', 'main'].map((name) => join(addonSource, 'src', `${name}.cpp`))
const includes = [join(nodeApiHeaders, 'include'), join(addonSource, 'includes')].map((folder) => `-I${folder}`)
const defines = ['NODE_GYP_MODULE_NAME=pkcs11', 'NAPI_DISABLE_CPP_EXCEPTIONS', 'BUILDING_NODE_EXTENSION']
/** The warnings are its author's; no exceptions and no run-time types, as binding.gyp has it. */
const common = ['-O2', '-w', '-std=c++17', '-fno-exceptions', '-fno-rtti', ...defines.map((name) => `-D${name}`)]
const hardened = ['-fPIC', '-fvisibility=hidden', '-fstack-protector-strong', '-D_FORTIFY_SOURCE=2']
const debianPrefix = { 'linux-x64': 'x86_64-linux-gnu-', 'linux-arm64': 'aarch64-linux-gnu-' } as const
const mingwPrefix = { 'win-x64': 'x86_64-w64-mingw32-', 'win-ia32': 'i686-w64-mingw32-' } as const

/**
 * What builds the addon for a target here. The addon speaks Node-API only, so one file fits every Electron and Node.
 * @throws where nothing on this system can
 */
export function commandsFor(work: Work): readonly Command[] {
  const { target, host } = work
  if (target === 'linux-x64' || target === 'linux-arm64')
    return [linux(work, target === host ? '' : debianPrefix[target])]
  if (host.startsWith('win-')) return windows(work)
  if (target === 'win-x64' || target === 'win-ia32') return mingw(work, mingwPrefix[target])
  if (target === 'win-arm64') throw new Error('win-arm64 is built on Windows: Debian has no such compiler')
  if (!host.startsWith('mac-')) throw new Error(`${target} is built on macOS`)
  return [mac(work)]
}

function linux({ output }: Work, prefix: string): Command {
  const linked = ['-shared', '-s', '-Wl,-z,relro,-z,now,-z,noexecstack', '-ldl']
  return {
    program: `${prefix}g++`,
    parameters: [
      ...[...common, ...hardened, ...includes, '-include', join(here, 'old-glibc.h')],
      ...[...sources, '-o', output, ...linked],
    ],
  }
}

/** The import library first: Node-API's names, to be found in the program that loads the addon (host-symbols.cc). */
function mingw({ output, scratch }: Work, prefix: string): readonly Command[] {
  const library = ['-d', join(scratch, 'node.def'), '--output-delaylib', join(scratch, 'libnode.a')]
  return [
    { program: `${prefix}dlltool`, parameters: library },
    {
      program: `${prefix}g++-posix`,
      parameters: [
        ...[
          '-shared',
          '-s',
          '-static',
          '-Wl,--no-insert-timestamp',
          ...common,
          ...includes,
          ...sources,
          join(here, 'host-symbols.cc'),
        ],
        ...[`-L${scratch}`, '-lnode', '-ldelayimp', '-o', output],
      ],
    },
  ]
}

/** Visual Studio, found by node-gyp, which comes with electron-builder. Its own hook does what host-symbols.cc does. */
function windows({ target, output }: Work): readonly Command[] {
  const gyp = join(addonSource, '../node-gyp/bin/node-gyp.js')
  const built = join(addonSource, 'build/Release/pkcs11.node')
  const copy = 'require("node:fs").copyFileSync(process.argv[1], process.argv[2])'
  return [
    {
      program: process.execPath,
      parameters: [gyp, 'rebuild', '--directory', addonSource, `--arch=${target.slice('win-'.length)}`],
    },
    { program: process.execPath, parameters: ['-e', copy, built, output] },
  ]
}

function mac({ target, output }: Work): Command {
  const architecture = target === 'mac-x64' ? 'x86_64' : 'arm64'
  const linked = ['-bundle', '-undefined', 'dynamic_lookup', '-mmacosx-version-min=13.0']
  return {
    program: 'clang++',
    parameters: ['-arch', architecture, ...linked, ...common, ...hardened, ...includes, ...sources, '-o', output],
  }
}
