import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createTokenProcess } from '../../../src/main/token/token-process.ts'
import { createSkfStands } from '../../support/skf-steps.ts'
import { softHsmModule } from '../../support/softhsm.ts'
import { spawnWorker } from '../../support/token-stand.ts'
import { failureOf } from '../../support/token-steps.ts'

const { afterwards, end, start } = createSkfStands()
afterEach(end)

describe('a file that is no SKF library', () => {
  const opening = (modulePath: string) => {
    const token = createTokenProcess({ spawn: spawnWorker, modulePath, interface: 'skf' })
    afterwards(() => token.stop())
    return failureOf(token.request('poll', {}))
  }
  const fileOfCompiler = (name: string): string =>
    execFileSync('gcc', [`-print-file-name=${name}`], { encoding: 'utf8' }).trim()
  const inFolder = (name: string, content = ''): string => {
    const folder = mkdtempSync(join(tmpdir(), 'no-skf-'))
    afterwards(() => rmSync(folder, { recursive: true }))
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }

  it.each(['libm.so.6', 'SoftHSM2'])('is refused without being called: %s', async (name) => {
    const path = name === 'SoftHSM2' ? softHsmModule() : fileOfCompiler(name)
    expect(await opening(path)).toEqual({
      ...{ code: 'token.moduleNotPkcs11', details: { detail: 'skf', function: 'SKF_EnumDev' } },
    })
  })

  it('is refused when it is no library, is not there, or lacks one that it needs', async () => {
    const noLibrary = { code: 'token.moduleNotPkcs11', details: { detail: 'notALibrary' } }
    expect(await opening(inFolder('skf.so', 'text'))).toEqual(noLibrary)
    expect(await opening('/nowhere/skf.so')).toEqual({ code: 'token.moduleNotFound' })
    const source = inFolder('a.c', 'int SKF_EnumDev(void) { return 0; }')
    const library = source.replace('a.c', 'liba.so')
    const needing = source.replace('a.c', 'libb.so')
    execFileSync('gcc', ['-shared', '-fPIC', '-o', library, source])
    execFileSync('gcc', ['-shared', '-fPIC', '-Wl,--no-as-needed', '-o', needing, source, library])
    expect(await opening(library)).toMatchObject({ details: { detail: 'skf', function: 'SKF_ConnectDev' } })
    rmSync(library)
    expect(await opening(needing)).toMatchObject({ code: 'token.moduleBroken', details: { detail: 'dependency' } })
  })

  it('ends its own process only, when it crashes while it is loaded', async () => {
    const source = inFolder(
      'crash.c',
      '#include <stdlib.h>\n__attribute__((constructor)) void crash(void) { abort(); }',
    )
    const library = source.replace('.c', '.so')
    execFileSync('gcc', ['-shared', '-fPIC', '-o', library, source])
    expect(await opening(library)).toMatchObject({
      ...{ code: 'token.moduleBroken', details: { operation: 'open' } },
    })
  })

  it('is told from one whose functions are only in a table', async () => {
    expect(await opening(start({ form: 'table' }).modulePath)).toEqual({
      ...{ code: 'token.moduleNotPkcs11', details: { detail: 'functionList' } },
    })
  })
})
