import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freeBytesOf, readDeviceInfo, symmetricOf, type DeviceInfo } from './device-info.ts'
import { filledOctets, fills, findLayout, isProbed, layoutOfSize } from './layout.ts'

const sizes = [286, 294, 296, 326, 328] as const

describe('the layout', () => {
  it('is that of the size, and none for a size that nobody has', () => {
    const found = sizes.map((size) => findLayout({ [fills[0]]: size }))
    expect(found.map((layout) => [layout?.ulongOctets, layout?.alignment])).toEqual([
      [4, 'packed'],
      [4, 'packed'],
      [4, 'natural'],
      [8, 'packed'],
      [8, 'natural'],
    ])
    expect([0, 230, 288, 295, 310, 327, 392, 4096].map((size) => layoutOfSize(size))).toEqual(Array(8).fill(undefined))
  })

  it('is seen by two fills, whatever the structure ends with', () => {
    const octet = fc.oneof(fc.constantFrom(...fills), fc.nat(255))
    fc.assert(
      fc.property(fc.constantFrom(...sizes), fc.array(octet, { minLength: 1, maxLength: 70 }), (size, end) => {
        const evidence = Object.fromEntries(
          fills.map((fill) => {
            const octets = Buffer.alloc(4096, fill)
            Buffer.from(end).copy(octets, size - end.length)
            return [fill, filledOctets(octets, fill)]
          }),
        )
        expect(findLayout(evidence)?.deviceInfoOctets).toBe(size)
        expect(isProbed(evidence)).toBe(true)
      }),
    )
  })
})

const told = (numbers: Partial<NonNullable<DeviceInfo['numbers']>>): DeviceInfo => ({
  ...readDeviceInfo(new Uint8Array(4096), undefined),
  numbers: {
    ...{ symmetric: 0, asymmetric: 0, hash: 0, deviceAuthentication: 0, totalBytes: 0, freeBytes: 0 },
    ...numbers,
  },
})

describe('what a device tells of itself', () => {
  it.each([
    [0x401, ['sm4']],
    [0x101 | 0x201 | 0x401, ['sm1', 'ssf33', 'sm4']],
    [0x700, ['sm1', 'ssf33', 'sm4']],
    [0x402, undefined],
    [0, undefined],
  ])('are the algorithms in ECB mode (%d)', (symmetric, algorithms) => {
    expect(symmetricOf(told({ symmetric }))).toEqual(algorithms)
  })

  it('is no free space when it is more than the whole', () => {
    expect(freeBytesOf(told({ totalBytes: 100, freeBytes: 30 }))).toBe(30)
    expect(freeBytesOf(told({ totalBytes: 100, freeBytes: 0x4d53_4131 }))).toBeUndefined()
    expect(freeBytesOf(told({ totalBytes: 0, freeBytes: 0 }))).toBeUndefined()
    expect(freeBytesOf(readDeviceInfo(new Uint8Array(4096), undefined))).toBeUndefined()
  })

  it('is text up to its end mark, in UTF-8 or GBK', () => {
    const octets = Buffer.alloc(4096)
    octets.write('Maker\0rest', 2)
    Buffer.from('d5c5c8fd', 'hex').copy(octets, 130)
    octets.fill('9', 162, 194)
    const { manufacturer, label, serialNumber } = readDeviceInfo(octets, undefined)
    expect([manufacturer, label, serialNumber]).toEqual(['Maker', '张三', '9'.repeat(32)])
  })

  it('is read from any octets', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 400, maxLength: 400 }), fc.constantFrom(...sizes), (octets, size) => {
        expect(readDeviceInfo(octets, layoutOfSize(size)).numbers).toBeDefined()
      }),
    )
  })
})
