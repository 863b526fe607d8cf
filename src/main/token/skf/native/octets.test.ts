import { describe, expect, it } from 'vitest'
import { put } from '../testing/fake-calls.ts'
import { endMarked, readHandle, readSized, writeNumber } from './octets.ts'

const name = 'SKF_ExportCertificate'

/** A library that has this to tell, and says with this code that the room is too small. */
function library(content: Uint8Array, tooSmall: number) {
  const rooms: number[] = []
  const call = (octets: Uint8Array, length: Uint8Array): number => {
    const room = Buffer.from(length).readUInt32LE()
    rooms.push(room)
    put(length, content.length)
    if (room < content.length) return tooSmall
    octets.set(content)
    return 0
  }
  return { rooms, call }
}

describe('readSized', () => {
  const content = Uint8Array.from({ length: 300 }, (_, index) => index % 251)

  it('takes what fits at once', () => {
    const { rooms, call } = library(content, 0x0a000020)
    expect(readSized({ name, room: 512, call })).toEqual(content)
    expect(rooms).toEqual([512])
  })

  it.each([0x0a000020, 0x0a000011, 0])('asks again with more room, whatever the code for that is (%d)', (tooSmall) => {
    const { rooms, call } = library(content, tooSmall)
    expect(readSized({ name, room: 100, call })).toEqual(content)
    expect(rooms).toEqual([100, 300])
  })

  it('does not ask for ever, and takes no length for one that cannot be', () => {
    let times = 0
    const growing = (_octets: Uint8Array, length: Uint8Array): number => {
      times += 1
      put(length, 1000 * times)
      return 0
    }
    expect(() => readSized({ name, room: 100, call: growing })).toThrow('token.failed')
    expect(times).toBe(2)
    const mad = (_octets: Uint8Array, length: Uint8Array): number => {
      put(length, 0xffff_ffff)
      return 0
    }
    expect(() => readSized({ name, room: 100, call: mad })).toThrow('token.failed')
  })

  it('tells the code of a refusal', () => {
    const refuse = () => 0x0a00001c
    expect(() => readSized({ name, room: 100, call: refuse })).toThrow('certificate.notFound')
  })
})

it('does not take nothing for a handle', () => {
  const octets = writeNumber()
  expect(() => readHandle('SKF_OpenContainer', octets)).toThrow('token.failed')
  put(octets, 7)
  expect(readHandle('SKF_OpenContainer', octets)).toBe(7n)
})

it('ends a name with a mark and changes nothing of it', () => {
  expect([...endMarked(Uint8Array.of(0xd5, 0xc5))]).toEqual([0xd5, 0xc5, 0])
})
