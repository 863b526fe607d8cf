import { expect, it } from 'vitest'
import { builderParameters, parseDist } from './dist-options.ts'

const host = { system: 'win', arch: 'arm64', signCommand: undefined } as const

it('builds for this computer where nothing else is asked for', () => {
  expect(builderParameters(parseDist([], host))).toEqual(['--win', '--arm64', '--publish', 'never'])
})

it('a release demands a signature, made by the given program where there is one', () => {
  const asked = parseDist(['--x64', '--arm64', '--release'], { ...host, signCommand: 'cloud-sign' })
  expect(builderParameters(asked)).toEqual([
    ...['--win', '--x64', '--arm64', '--publish', 'never', '-c.forceCodeSigning=true'],
    '-c.win.signtoolOptions.sign=./tools/packaging/signing/sign.ts',
  ])
})

it('the program that signs is for Windows', () => {
  expect(builderParameters(parseDist(['--x64'], { ...host, system: 'linux', signCommand: 'cloud-sign' }))).toEqual([
    ...['--linux', '--x64', '--publish', 'never'],
  ])
})

it('takes no word it does not know', () => {
  expect(() => parseDist(['--ia32'], host)).toThrow('--ia32')
})
