import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { elfLibrary, machoLibrary, peLibrary } from '../testing/built-library.ts'
import { interfaceOfExports } from './interface-of-exports.ts'
import { createOctets } from './octets.ts'

const told = (file: Uint8Array) => {
  const octets = createOctets((position, length) => Promise.resolve(file.subarray(position, position + length)))
  return interfaceOfExports(file.subarray(0, 4096), octets)
}

const formats = [
  ['ELF of 64 bits', elfLibrary],
  ['ELF of 32 bits', (symbols) => elfLibrary(symbols, 32)],
  ['PE of 64 bits', peLibrary],
  ['PE of 32 bits', (symbols) => peLibrary(symbols, 32)],
  ['Mach-O', machoLibrary],
  ['universal Mach-O', (symbols) => machoLibrary(symbols, true)],
] as const satisfies readonly (readonly [string, (symbols: { readonly exports: readonly string[] }) => Buffer])[]

describe.each(formats)('a library in %s', (_format, build) => {
  it.each([
    ['pkcs11', ['C_Initialize', 'C_GetFunctionList']],
    ['skf', ['SKF_EnumDev', 'SKF_ConnectDev', 'SKF_DisConnectDev']],
    ['skf', ['SKF_GetFuncList']],
    [undefined, ['C_GetFunctionList', 'SKF_ConnectDev']],
    [undefined, ['malloc', 'XC_GetFunctionList', 'SKF_ConnectDevice']],
    [undefined, []],
  ])('that speaks %s says so by %j', async (spoken, exports) => {
    expect(await told(build({ exports }))).toBe(spoken)
  })
})

it.each([
  ['ELF', elfLibrary],
  ['Mach-O', machoLibrary],
])('what a library in %s only uses of another does not count', async (_format, build) => {
  expect(await told(build({ exports: ['C_GetFunctionList'], uses: ['SKF_ConnectDev'] }))).toBe('pkcs11')
})

it('knows the names of 32-bit Windows, which may be decorated', async () => {
  expect(await told(peLibrary({ exports: ['SKF_ConnectDev@8'] }, 32))).toBe('skf')
  expect(await told(peLibrary({ exports: ['_SKF_ConnectDev@8'] }, 32))).toBe('skf')
})

it('says nothing of what is no library', async () => {
  expect(await told(Buffer.from('SKF_ConnectDev'))).toBeUndefined()
  expect(await told(new Uint8Array())).toBeUndefined()
})

it('a program is no driver, and is read all the same', async () => {
  expect(await told(readFileSync(process.execPath))).toBeUndefined()
})

it('says the right thing or nothing of a damaged library, whatever is wrong in it', async () => {
  const files = formats.map(([, build]) => build({ exports: ['C_GetFunctionList', 'SKF'] }))
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files),
      fc.array(fc.tuple(fc.nat({ max: 1200 }), fc.nat({ max: 255 })), { maxLength: 4 }),
      fc.nat({ max: 1600 }),
      async (file, changes, length) => {
        const damaged = Buffer.from(file)
        for (const [place, octet] of changes) damaged[place % damaged.length] = octet
        expect([undefined, 'pkcs11']).toContain(await told(damaged.subarray(0, length)))
      },
    ),
  )
})
