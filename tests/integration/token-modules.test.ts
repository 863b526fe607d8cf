import { readFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'

import { afterAll, describe, expect, it, vi } from 'vitest'

import { createTokenProcess } from '../../src/main/token/token-process.ts'
import type { Failure } from '../../src/shared/failure.ts'
import { softHsmModule } from '../support/softhsm.ts'
import { failureOf } from '../support/token-steps.ts'
import { spawnWorker } from '../support/token-stand.ts'

vi.setConfig({ testTimeout: 60_000 })

const folder = mkdtempSync(join(tmpdir(), 'token-modules-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** SoftHSM2's own bytes, with some of its header overwritten. */
function library(change: (bytes: Buffer) => Buffer): Buffer {
  return change(readFileSync(softHsmModule()))
}

async function opening(modulePath: string, environment: Readonly<Record<string, string>> = {}): Promise<Failure> {
  const token = createTokenProcess({ spawn: spawnWorker, modulePath, environment })
  const failure = await failureOf(token.request('list', {}))
  token.stop()
  return failure
}

describe('a module path that leads to', () => {
  it('nothing is not found', async () => {
    expect(await opening(join(folder, 'missing.so'))).toEqual({ code: 'token.moduleNotFound' })
  })

  it('a module, but not from the root of the file system, is not looked for', async () => {
    expect(await opening(relative(process.cwd(), softHsmModule()))).toEqual({ code: 'token.moduleNotFound' })
  })

  it('a folder is not found', async () => {
    expect(await opening(folder)).toEqual({ code: 'token.moduleNotFound' })
  })

  it('a text is no PKCS#11 module', async () => {
    expect(await opening(file('text.so', '#!/bin/sh\n'))).toMatchObject({ code: 'token.moduleNotPkcs11' })
  })

  it('another library is no PKCS#11 module', async () => {
    const libm = process.report.getReport() as { readonly sharedObjects: readonly string[] }
    const path = libm.sharedObjects.find((object) => object.includes('libm.so'))
    expect(await opening(path ?? '')).toEqual({ code: 'token.moduleNotPkcs11' })
  })

  it('a library of 32 bits has the wrong architecture', async () => {
    const path = file(
      'x86.so',
      library((bytes) => {
        bytes.writeUInt8(1, 4)
        bytes.writeUInt16LE(3, 18)
        return bytes
      }),
    )
    expect(await opening(path)).toEqual({
      ...{
        code: 'token.moduleWrongArchitecture',
        details: { format: 'elf', bits: 32, cpu: 'ia32', reason: 'bits-32' },
      },
    })
  })

  it('a library for another CPU has the wrong architecture', async () => {
    const path = file(
      'loong64.so',
      library((bytes) => {
        bytes.writeUInt16LE(258, 18)
        return bytes
      }),
    )
    expect(await opening(path)).toMatchObject({
      ...{ code: 'token.moduleWrongArchitecture', details: { bits: 64, cpu: 'loong64', reason: 'cpu' } },
    })
  })

  it('a library that was cut off is broken', async () => {
    const path = file(
      'truncated.so',
      library((bytes) => bytes.subarray(0, Math.floor(bytes.length / 2))),
    )
    expect(await opening(path)).toMatchObject({ code: 'token.moduleBroken' })
  })
})

describe('what is missing around the module', () => {
  it('is a broken module when it does not initialise', async () => {
    const environment = { SOFTHSM2_CONF: join(folder, 'missing.conf') }
    expect(await opening(softHsmModule(), environment)).toMatchObject({
      ...{ code: 'token.moduleBroken', details: { call: 'C_Initialize', detail: 'initialise' } },
    })
  })

  it('is a broken module when the addon does not load', async () => {
    expect(await opening(softHsmModule(), { NODE_OPTIONS: '--no-addons' })).toEqual({
      ...{ code: 'token.moduleBroken', details: { detail: 'addon' } },
    })
  })
})
