import { createPublicKey, publicDecrypt } from 'node:crypto'
import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { loadRaw } from '../support/softskf/raw-calls.ts'
import { createSkfStore, skfAdministratorPin, skfPin } from '../support/softskf/store.ts'
import type { SkfStore } from '../support/softskf/store.ts'

// What the module of the tests does by itself: were it wrong, every test over it would prove the wrong thing.

const user = 1
const codes = {
  ...{ failed: 0x0a000001, invalidHandle: 0x0a000005, nameLength: 0x0a000009, timedOut: 0x0a00000f },
  ...{ removed: 0x0a000023, pinIncorrect: 0x0a000024, pinLocked: 0x0a000025, pinLength: 0x0a000027 },
  ...{ notLoggedIn: 0x0a00002d, alreadyThere: 0x0a00002f, noRoom: 0x0a000030, notThere: 0x0a000031 },
}

let store: SkfStore
beforeEach(() => {
  store = createSkfStore()
  store.addKey()
  for (const [name, value] of Object.entries(store.environment)) vi.stubEnv(name, value)
})
afterEach(() => {
  store.remove()
  vi.unstubAllEnvs()
})

/** A copy of the module is loaded anew: it counts its calls from one. */
function start() {
  const copy = join(store.folder, 'module.so')
  copyFileSync(store.modulePath, copy)
  const skf = loadRaw(copy)
  const device = skf.open('ConnectDev', 'SOFT0000000000001')
  const application = skf.open('OpenApplication', device, 'CA-APP')
  const left = Buffer.alloc(8)
  const verifyPin = (pin: string): readonly [number, number] => {
    const code = skf.call('VerifyPIN', application, user, pin, left)
    return [code, left.readUInt32LE()]
  }
  return { ...skf, device, application, verifyPin }
}

describe('a PIN', () => {
  it('is locked by the tenth wrong one, for the right one too, until the administrator sets a new one', () => {
    const { call, application, verifyPin } = start()
    expect(verifyPin('12')).toEqual([codes.pinLength, 10])
    for (let left = 9; left > 0; left -= 1) expect(verifyPin('99999999')).toEqual([codes.pinIncorrect, left])
    expect(verifyPin('99999999')).toEqual([codes.pinLocked, 0])
    expect(verifyPin(skfPin)).toEqual([codes.pinLocked, 0])
    expect(call('UnblockPIN', application, skfAdministratorPin, 'Kite-5927', Buffer.alloc(8))).toBe(0)
    expect(verifyPin('Kite-5927')).toEqual([0, 10])
  })

  it('is needed to change anything, outlives its connection, and ends when it is told to', () => {
    const { call, open, device, application, verifyPin } = start()
    const handle = Buffer.alloc(8)
    expect(call('CreateContainer', application, 'one', handle)).toBe(codes.notLoggedIn)
    verifyPin(skfPin)
    expect([call('CloseApplication', application), call('DisConnectDev', device)]).toEqual([0, 0])
    const again = open('OpenApplication', open('ConnectDev', 'SOFT0000000000001'), 'CA-APP')
    expect(call('CreateContainer', again, 'one', handle)).toBe(0)
    expect(call('CreateContainer', again, 'one', handle)).toBe(codes.alreadyThere)
    expect(call('ClearSecureState', again)).toBe(0)
    expect(call('DeleteContainer', again, 'one')).toBe(codes.notLoggedIn)
  })
})

describe('a handle', () => {
  it('is known when it is of another kind, or closed', () => {
    const { call, device, application } = start()
    expect(call('LockDev', application, 10)).toBe(codes.invalidHandle)
    expect(call('OpenApplication', 0x1234n, 'CA-APP', Buffer.alloc(8))).toBe(codes.invalidHandle)
    call('DisConnectDev', device)
    expect(call('DisConnectDev', device)).toBe(codes.invalidHandle)
  })

  it('is dead when its device was pulled, also when it is back; a login too', () => {
    const { call, open, application, verifyPin } = start()
    verifyPin(skfPin)
    store.unplug()
    expect(call('DeleteContainer', application, 'one')).toBe(codes.removed)
    store.plug()
    expect(call('DeleteContainer', application, 'one')).toBe(codes.removed)
    const again = open('OpenApplication', open('ConnectDev', 'SOFT0000000000001'), 'CA-APP')
    expect(call('DeleteContainer', again, 'one')).toBe(codes.notLoggedIn)
  })
})

describe('a device', () => {
  it('is locked for one connection, until that one lets it go', () => {
    const { call, open, device } = start()
    const other = open('ConnectDev', 'SOFT0000000000001')
    expect(call('LockDev', device, 10)).toBe(0)
    expect(call('LockDev', other, 10)).toBe(codes.timedOut)
    call('DisConnectDev', device)
    expect(call('LockDev', other, 10)).toBe(0)
  })

  it('is full when it is told to be', () => {
    const { call, open, application, verifyPin } = start()
    verifyPin(skfPin)
    const container = open('CreateContainer', application, 'one')
    store.setRoom({ containers: 1 })
    expect(call('CreateContainer', application, 'two', Buffer.alloc(8))).toBe(codes.noRoom)
    store.setRoom({ octets: 100 })
    expect(call('ImportCertificate', container, 1, Buffer.alloc(200), 200)).toBe(codes.noRoom)
    expect(call('GenECCKeyPair', container, 0x20100, Buffer.alloc(256))).toBe(codes.noRoom)
    store.setRoom({})
    expect(call('ImportCertificate', container, 1, Buffer.alloc(200), 200)).toBe(0)
  })
})

describe('an RSA pair', () => {
  it('signs what is given between its padding', () => {
    const { call, open, application, verifyPin } = start()
    verifyPin(skfPin)
    const container = open('CreateContainer', application, 'rsa')
    expect(call('GenRSAKeyPair', container, 2048, Buffer.alloc(512))).toBe(0)
    const digestInfo = Buffer.from(`3031300d060960864801650304020105000420${'5a'.repeat(32)}`, 'hex')
    const [signature, size] = [Buffer.alloc(512), Buffer.alloc(8)]
    size.writeUInt32LE(512)
    expect(call('RSASignData', container, digestInfo, digestInfo.length, signature, size)).toBe(0)
    expect(size.readUInt32LE()).toBe(256)
    const key = createPublicKey(store.privateKey('rsa', 'signing') ?? '')
    expect(publicDecrypt(key, signature.subarray(0, 256))).toEqual(digestInfo)
  })
})

describe('a fault', () => {
  it.each([
    ['rv=0x0a000001', codes.failed, false],
    ['after=0x0a000001', codes.failed, true],
    ['lie', 0, false],
    ['no-room', codes.noRoom, false],
    ['removed', codes.removed, false],
    ['delay=1', 0, true],
  ])('%s answers so, and has done so', (action, code, isDone) => {
    const { call, application, verifyPin } = start()
    verifyPin(skfPin)
    store.setFault(`SKF_CreateContainer:1:${action}`)
    expect(call('CreateContainer', application, 'one', Buffer.alloc(8))).toBe(code)
    store.plug()
    expect(store.containers()).toEqual(isDone ? ['one'] : [])
  })

  it('counts calls from the first PIN, and strikes once', () => {
    const { call, application, verifyPin } = start()
    store.setFault('#:3:rv=0x0a000001')
    const size = Buffer.alloc(8)
    const list = (): number => call('EnumContainer', application, Buffer.alloc(64), size.fill(64, 0, 1))
    expect(list()).toBe(0)
    verifyPin(skfPin)
    expect([list(), list(), list()]).toEqual([0, codes.failed, 0])
    // Else it would strike the next process as well.
    expect(existsSync(join(store.folder, 'fault'))).toBe(false)
    const lists = ['SKF_EnumContainer', 'SKF_EnumContainer', 'SKF_EnumContainer']
    expect(store.calls().slice(-5)).toEqual(['SKF_EnumContainer', 'SKF_VerifyPIN', ...lists])
  })

  it('makes a right PIN a wrong one, which spends a try', () => {
    const { verifyPin } = start()
    store.setFault('SKF_VerifyPIN:1:wrong-pin')
    expect(verifyPin(skfPin)).toEqual([codes.pinIncorrect, 9])
    expect(verifyPin(skfPin)).toEqual([0, 10])
  })
})

describe('an odd vendor', () => {
  it('has codes of its own, short names, and no lock', () => {
    const { call, application, device, verifyPin } = start()
    verifyPin(skfPin)
    store.setOddities('shifted-codes', 'names-39', 'no-lockdev')
    expect(call('OpenContainer', application, 'none', Buffer.alloc(8))).toBe(codes.notThere + 0x10)
    expect(call('CreateContainer', application, 'x'.repeat(40), Buffer.alloc(8))).toBe(codes.nameLength)
    expect(call('LockDev', device, 10)).toBe(0x0a000003)
  })

  it('tells an old list, and a length that does not fit with OK', () => {
    const { call, application, verifyPin } = start()
    verifyPin(skfPin)
    store.setOddities('stale-list', 'enum-small')
    const [list, size] = [Buffer.alloc(64), Buffer.alloc(8)]
    size.writeUInt32LE(1)
    expect([call('EnumContainer', application, list, size), size.readUInt32LE()]).toEqual([0, 2])
    call('CreateContainer', application, 'one', Buffer.alloc(8))
    size.writeUInt32LE(64)
    expect([call('EnumContainer', application, list, size), size.readUInt32LE()]).toEqual([0, 2])
  })

  it('knows one device at a time', () => {
    const { call, open, application } = start()
    store.addKey({ serialNumber: 'SOFT0000000000002' })
    store.setOddities('global-context')
    open('ConnectDev', 'SOFT0000000000002')
    expect(call('CloseApplication', application)).toBe(codes.invalidHandle)
  })
})
