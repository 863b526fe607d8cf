import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { toContainerId } from '../../src/shared/token/container-id.ts'
import { createTokenProcess } from '../../src/main/token/token-process.ts'
import { opensslVerifiesSm2 } from '../support/openssl-verify.ts'
import { countedCalls } from '../support/pkcs11-forwarder/counted-calls.ts'
import { createSkfStand, type SkfStand, type SkfStandOptions } from '../support/skf-stand.ts'
import { skfAbis } from '../support/softskf/build.ts'
import { softHsmModule } from '../support/softhsm.ts'
import { issueCertificate } from '../support/token-certificate.ts'
import { failureOf, makePair, theToken, unlock } from '../support/token-steps.ts'
import { spawnWorker } from '../support/token-stand.ts'

const endings: (() => void)[] = []
afterEach(() => {
  for (const end of endings.splice(0).reverse()) end()
})

function start(options: SkfStandOptions = {}): SkfStand {
  const stand = createSkfStand({}, options)
  endings.push(() => stand.remove())
  return stand
}

/** A container with a pair and its certificate, put there by another program. */
async function putPair({ store }: SkfStand, container: string) {
  const { publicKey } = store.putPair({ container, role: 'signing' })
  const { certificate } = await issueCertificate(publicKey)
  store.putPair({ container, role: 'signing', privateKey: null, certificate })
  const id = toContainerId({ container: new Uint8Array(Buffer.from(container)), role: 'signing' })
  return { id, certificate, publicKey: publicKey ?? new Uint8Array() }
}

const counters = new WeakMap<SkfStand, ReturnType<typeof countedCalls>>()

/** The calls since they were last asked for, without their prefix. */
function callsOf(stand: SkfStand): readonly string[] {
  const counter = counters.get(stand) ?? countedCalls(stand.store.callsFile)
  counters.set(stand, counter)
  return counter.take().map((name) => name.slice(4))
}

function countCalls(stand: SkfStand): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const call of callsOf(stand)) counts[call] = (counts[call] ?? 0) + 1
  return counts
}

describe('the calls', () => {
  it.each([0, 1, 3])(
    'of listing a key that has just been plugged in are 5 and 4 for each of %d containers',
    async (n) => {
      const stand = start()
      for (let index = 0; index < n; index += 1) await putPair(stand, `R${index}`)
      await stand.token.request('poll', {})
      callsOf(stand)
      expect((await stand.token.request('list', {})).tokens[0]?.certificates).toHaveLength(n)
      const each = n === 0 ? {} : { OpenContainer: n, ExportCertificate: 2 * n, CloseContainer: n }
      expect(countCalls(stand)).toEqual({
        ...{ ConnectDev: 1, GetDevInfo: 1, EnumApplication: 1, OpenApplication: 1, EnumContainer: 1, ...each },
      })
    },
  )

  it('of looking again are one, and all of a container that is new', async () => {
    const stand = start()
    await putPair(stand, 'R1')
    await theToken(stand)
    await stand.token.request('poll', {})
    callsOf(stand)
    await stand.token.request('list', {})
    expect(countCalls(stand)).toEqual({ EnumContainer: 1 })
    await putPair(stand, 'R2')
    expect((await stand.token.request('list', {})).tokens[0]?.certificates).toHaveLength(2)
    expect(countCalls(stand)).toEqual({ EnumContainer: 1, OpenContainer: 1, ExportCertificate: 2, CloseContainer: 1 })
  })

  it('of a renewal are 12 from the PIN to the end of the login', async () => {
    const stand = start()
    const old = await putPair(stand, 'old')
    const slot = await unlock(stand)
    const text = randomBytes(100)
    callsOf(stand)
    const { id } = await makePair(stand, slot, 'sm2')
    for (const signing of [id, old.id, id]) await stand.token.request('sign', { slot, id: signing, text })
    await stand.token.request('readCertificate', { slot, id })
    await stand.token.request('lock', { slot })
    const { UnlockDev, ...counted } = countCalls(stand)
    expect(UnlockDev).toBe(1)
    expect(counted).toEqual({
      ...{ CreateContainer: 1, GenECCKeyPair: 1, ECCSignData: 3, OpenContainer: 1, ImportCertificate: 1 },
      ...{ ExportCertificate: 1, CloseContainer: 2, ClearSecureState: 1 },
    })
    // And SKF_VerifyPIN before them.
    expect(Object.values(counted).reduce((sum, count) => sum + count, 1)).toBe(12)
  })
})

describe('the layout', () => {
  const octets = { 'u4-packed': 294, 'u4-natural': 296, 'u8-packed': 326, 'u8-natural': 328 } as const

  it.each(skfAbis)('%s is found, with numbers that make sense', async (abi) => {
    const stand = start({ abi })
    stand.store.setRoom({ octets: 100_000 })
    const { report } = await stand.token.request('report', {})
    expect(report?.devices[0]).toMatchObject({
      layout: {
        ulongOctets: abi.startsWith('u4') ? 4 : 8,
        alignment: abi.endsWith('packed') ? 'packed' : 'natural',
        deviceInfoOctets: octets[abi],
      },
      totalBytes: 100_000,
      algorithms: { symmetric: 0x403, asymmetric: 0x30700, hash: 7, deviceAuthentication: 0x401 },
    })
    const { freeBytes = 0, symmetric } = await theToken(stand)
    expect([freeBytes > 90_000 && freeBytes < 100_000, symmetric]).toEqual([true, ['sm4']])
  })

  it('without the last two numbers is good as well', async () => {
    const stand = start()
    stand.store.setOddities('devinfo-286')
    const slot = await unlock(stand)
    const pair = await makePair(stand, slot, 'sm2')
    const text = randomBytes(32)
    const { signature } = await stand.token.request('sign', { slot, id: pair.id, text })
    expect(opensslVerifiesSm2(pair.publicKey, text, signature)).toBe(true)
  })

  it('that is none we know lets the key be seen, but not be written to', async () => {
    const stand = start({ abi: 'u8-packed' })
    stand.store.setOddities('devinfo-286')
    const old = await putPair(stand, 'old')
    const token = await theToken(stand)
    expect(token).toMatchObject({ serialNumber: 'SOFT0000000000001', label: '测试 SM2 Key' })
    expect([token.freeBytes, token.symmetric, token.certificates.length]).toEqual([undefined, undefined, 1])
    const slot = await unlock(stand)
    callsOf(stand)
    const write = { slot, id: old.id, label: '', ...(await issueCertificate()) }
    for (const attempt of [
      stand.token.request('generateKeyPair', { slot, id: stand.newId(), label: '', keyType: 'sm2' }),
      stand.token.request('writeCertificate', write),
      stand.token.request('removePair', { slot, id: old.id }),
    ]) {
      expect(await failureOf(attempt)).toMatchObject({
        code: 'token.layoutUnknown',
        details: { deviceInfoOctets: 310 },
      })
    }
    expect(callsOf(stand).filter((call) => /Create|Gen|Import|Delete/.test(call))).toEqual([])
    expect(stand.store.certificate('old', 'signing')).toEqual(old.certificate)
  })
})

describe('a signature', () => {
  it('of a library that hashes by itself is made from the text, and no longer tried otherwise', async () => {
    const stand = start()
    stand.store.setOddities('message-mode')
    const { id, publicKey } = await putPair(stand, 'old')
    const slot = await unlock(stand)
    const sign = async (text: Uint8Array) => {
      callsOf(stand)
      const { signature } = await stand.token.request('sign', { slot, id, text })
      return { isValid: opensslVerifiesSm2(publicKey, text, signature), tries: countCalls(stand)['ECCSignData'] }
    }
    expect(await sign(randomBytes(100))).toEqual({ isValid: true, tries: 2 })
    expect(await sign(randomBytes(100))).toEqual({ isValid: true, tries: 1 })
  })

  it('is by the key of the container, whatever certificate lies beside it', async () => {
    const stand = start()
    const { publicKey = new Uint8Array() } = stand.store.putPair({ container: 'old', role: 'signing' })
    const other = await putPair(stand, 'other')
    stand.store.putPair({ container: 'old', role: 'signing', privateKey: null, certificate: other.certificate })
    const slot = await unlock(stand)
    const id = toContainerId({ container: new Uint8Array(Buffer.from('old')), role: 'signing' })
    const text = randomBytes(100)
    const { signature } = await stand.token.request('sign', { slot, id, text })
    expect(opensslVerifiesSm2(publicKey, text, signature)).toBe(true)
  })

  it('that is none is not handed out', async () => {
    const stand = start()
    const { id } = await putPair(stand, 'old')
    const slot = await unlock(stand)
    stand.store.setFault('SKF_ECCSignData:0:lie')
    expect(await failureOf(stand.token.request('sign', { slot, id, text: randomBytes(100) }))).toMatchObject({
      code: 'token.signatureWrong',
    })
  })
})

describe('a key pair', () => {
  it('is never made over one that is there', async () => {
    const stand = start()
    const { id } = await putPair(stand, 'R1')
    const before = stand.store.privateKey('R1', 'signing')
    const slot = await unlock(stand)
    const again = { slot, id, label: '', keyType: 'sm2' } as const
    stand.store.setOddities('stale-list')
    expect(await failureOf(stand.token.request('generateKeyPair', again))).toMatchObject({ code: 'token.failed' })
    expect(stand.store.privateKey('R1', 'signing')).toBe(before)
  })

  it('is no key pair when the library only says so, and its container is removed by its id', async () => {
    const stand = start()
    const slot = await unlock(stand)
    stand.store.setFault('SKF_GenECCKeyPair:0:lie')
    const id = stand.newId()
    expect(
      await failureOf(stand.token.request('generateKeyPair', { slot, id, label: '', keyType: 'sm2' })),
    ).toMatchObject({ code: 'token.layoutUnknown', details: { call: 'SKF_GenECCKeyPair' } })
    expect(stand.store.containers()).toHaveLength(1)
    expect(await stand.token.request('removePair', { slot, id })).toEqual({ removed: 1 })
    expect(stand.store.containers()).toEqual([])
  })

  it('is not said to be removed by a library that only says so', async () => {
    const stand = start()
    const { id } = await putPair(stand, 'R1')
    const slot = await unlock(stand)
    stand.store.setFault('SKF_DeleteContainer:0:lie')
    expect(await failureOf(stand.token.request('removePair', { slot, id }))).toMatchObject({
      ...{ code: 'token.failed', details: { detail: 'stillThere' } },
    })
  })

  it('of RSA is shown, and neither made nor used', async () => {
    const stand = start()
    const rsa = execFileSync('openssl', ['genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'], {
      ...{ encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    })
    const { publicKey } = stand.store.putPair({ container: 'rsa', role: 'signing', privateKey: rsa })
    const { certificate } = await issueCertificate(publicKey)
    stand.store.putPair({ container: 'rsa', role: 'signing', privateKey: null, certificate })
    const slot = await unlock(stand)
    const [listed] = (await theToken(stand)).certificates
    expect(listed?.value).toEqual(certificate)
    const id = listed?.id ?? ''
    expect(await stand.token.request('readPair', { slot, id })).toEqual({ certificate, publicKey, hasPrivateKey: true })
    const make = { slot, id: stand.newId(), label: '', keyType: 'rsa-2048' } as const
    expect(await failureOf(stand.token.request('generateKeyPair', make))).toMatchObject({ code: 'token.unsupported' })
    const sign = { slot, id, text: randomBytes(32) }
    expect(await failureOf(stand.token.request('sign', sign))).toMatchObject({ code: 'token.unsupported' })
  })
})

describe('a library with codes of its own', () => {
  it('is understood: a wrong PIN, a locked one, a key that was pulled', async () => {
    const stand = start()
    stand.store.setOddities('shifted-codes')
    expect(await failureOf(unlock(stand, '99999999'))).toMatchObject({
      code: 'token.pinIncorrect',
      details: { skf: '0x0A000034', call: 'SKF_VerifyPIN', pinState: 'count-low', triesLeft: 9 },
    })
    await unlock(stand)
    for (let left = 9; left > 0; left -= 1) {
      expect(await failureOf(unlock(stand, '99999999'))).toMatchObject({ details: { triesLeft: left } })
    }
    for (const pin of ['99999999', stand.pin]) {
      expect(await failureOf(unlock(stand, pin))).toMatchObject({ code: 'token.pinLocked' })
    }
    expect((await theToken(stand)).pin).toMatchObject({ state: 'locked', triesLeft: 0 })
  })

  it('is asked whether the key is there, when it fails in something', async () => {
    const stand = start()
    stand.store.setOddities('shifted-codes')
    const { id } = await putPair(stand, 'old')
    const slot = await unlock(stand)
    stand.unplug()
    const sign = { slot, id, text: randomBytes(32) }
    expect(await failureOf(stand.token.request('sign', sign))).toMatchObject({ code: 'token.absent' })
  })

  it('does not hide a container that it cannot open, nor the others', async () => {
    const stand = start()
    await putPair(stand, 'R1')
    await putPair(stand, 'R2')
    stand.store.setFault('SKF_OpenContainer:1:rv=0x0A0000FF')
    expect((await theToken(stand)).certificates.map(({ label }) => label)).toEqual(['R2'])
    stand.store.clearFault()
    expect((await stand.token.request('list', {})).tokens[0]?.certificates).toHaveLength(2)
  })
})

describe('a key that was pulled and plugged in again before anybody looked', () => {
  it('is listed and unlocked by new handles, and its login is gone', async () => {
    const stand = start()
    const { id } = await putPair(stand, 'old')
    const slot = await unlock(stand)
    const replug = () => {
      stand.unplug()
      stand.plug()
    }
    replug()
    const sign = { slot, id, text: randomBytes(32) }
    expect(await failureOf(stand.token.request('sign', sign))).toMatchObject({ code: 'token.notUnlocked' })
    await stand.token.request('list', {})
    replug()
    const { serialNumber, certificates } = (await stand.token.request('list', {})).tokens[0] ?? {}
    expect([serialNumber, certificates?.length]).toEqual(['SOFT0000000000001', 1])
    replug()
    await stand.token.request('unlock', { slot, serialNumber: 'SOFT0000000000001', pin: stand.pin })
    expect(await stand.token.request('sign', sign)).toHaveProperty('signature')
  })
})

describe('another program', () => {
  it('that has reserved the key is left alone, and no PIN goes out', async () => {
    const [stand, other] = [start(), start()]
    const { store } = stand
    const options = { spawn: spawnWorker, interface: 'skf' } as const
    const second = createTokenProcess({ ...options, modulePath: store.modulePath, environment: store.environment })
    endings.push(() => second.stop())
    const { slot, serialNumber } = await theToken({ ...other, token: second })
    await second.request('unlock', { slot, serialNumber, pin: stand.pin })
    await theToken(stand)
    callsOf(stand)
    expect(await failureOf(unlock(stand))).toMatchObject({ code: 'token.inUse', details: { call: 'SKF_LockDev' } })
    expect(countCalls(stand)['VerifyPIN']).toBeUndefined()
    await second.request('lock', { slot })
    await unlock(stand)
  })

  it.each(['no-lockdev', 'message-mode'])('is no matter where the library is %s', async (oddity) => {
    const stand = start()
    stand.store.setOddities(oddity)
    const { id } = await makePair(stand, await unlock(stand), 'sm2')
    expect(id).not.toBe('')
  })

  it('does not find the key open after anything went wrong', async () => {
    const stand = start()
    const { slot, serialNumber } = await theToken(stand)
    const login = { slot, serialNumber, pin: stand.pin }
    for (const fault of ['SKF_VerifyPIN:0:rv=0x0A000001', 'SKF_EnumContainer:0:rv=0x0A000001']) {
      callsOf(stand)
      stand.store.setFault(fault)
      expect(await failureOf(stand.token.request('unlock', login))).toMatchObject({ code: 'token.failed' })
      stand.store.clearFault()
      const { LockDev, UnlockDev } = countCalls(stand)
      expect(UnlockDev).toBe(LockDev)
    }
    const change = { ...login, newPin: 'Kite-5927' }
    for (const fault of ['SKF_ChangePIN:0:after=0x0A000001', 'SKF_VerifyPIN:0:rv=0x0A000001']) {
      callsOf(stand)
      stand.store.setFault(fault)
      await failureOf(stand.token.request('changePin', change))
      const { LockDev, UnlockDev, ClearSecureState } = countCalls(stand)
      expect([UnlockDev, ClearSecureState]).toEqual([LockDev, 1])
      stand.store.clearFault()
    }
  })
})

describe('a changed PIN', () => {
  it('is not known when the library has made it and says otherwise', async () => {
    const stand = start()
    const { slot, serialNumber } = await theToken(stand)
    stand.store.setFault('SKF_ChangePIN:1:after=0x0A000001')
    const change = { slot, serialNumber, pin: stand.pin, newPin: 'Kite-5927' }
    expect(await failureOf(stand.token.request('changePin', change))).toMatchObject({ code: 'token.pinOutcomeUnknown' })
  })

  it('was not asked for with the right one when there is a try less', async () => {
    const stand = start()
    stand.store.setOddities('shifted-codes')
    const { slot, serialNumber } = await theToken(stand)
    const change = { slot, serialNumber, pin: '99999999', newPin: 'Kite-5927' }
    expect(await failureOf(stand.token.request('changePin', change))).toMatchObject({
      ...{ code: 'token.pinIncorrect', details: { triesLeft: 9 } },
    })
    const { pin: _pin, ...others } = change
    const unblock = { ...others, securityOfficerPin: '99999999' }
    expect(await failureOf(stand.token.request('unblockPin', unblock))).toMatchObject({
      ...{ code: 'token.securityOfficerPinIncorrect', details: { triesLeft: 9, pinState: 'count-low' } },
    })
  })
})

describe('a file that is no SKF library', () => {
  const opening = (modulePath: string) => {
    const token = createTokenProcess({ spawn: spawnWorker, modulePath, interface: 'skf' })
    endings.push(() => token.stop())
    return failureOf(token.request('poll', {}))
  }
  const inFolder = (name: string, content = ''): string => {
    const folder = mkdtempSync(join(tmpdir(), 'no-skf-'))
    endings.push(() => rmSync(folder, { recursive: true }))
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }

  it.each(['libm.so.6', 'SoftHSM2'])('is refused without being called: %s', async (name) => {
    const path = name === 'SoftHSM2' ? softHsmModule() : '/lib/x86_64-linux-gnu/libm.so.6'
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

describe('several keys', () => {
  it('of a library with one current device are each listed and unlocked, and a login is not disturbed', async () => {
    const stand = start()
    stand.store.setOddities('global-context')
    stand.store.addKey({ serialNumber: 'SOFT0000000000002' })
    const list = async () => (await stand.token.request('list', { withState: true })).tokens
    for (let round = 0; round < 2; round += 1) {
      expect((await list()).map(({ serialNumber }) => serialNumber)).toEqual(['SOFT0000000000001', 'SOFT0000000000002'])
    }
    for (const { slot, serialNumber } of await list()) {
      await stand.token.request('unlock', { slot, serialNumber, pin: stand.pin })
      const make = { slot, id: stand.newId(), label: '', keyType: 'sm2' } as const
      expect(await list()).toHaveLength(2)
      expect(await stand.token.request('generateKeyPair', make)).toHaveProperty('publicKey')
      await stand.token.request('lock', { slot })
      expect(stand.store.containers({ device: serialNumber })).toHaveLength(1)
    }
  })

  it('are as many as a device has applications with containers', async () => {
    const stand = start()
    const serialNumbers = async () => {
      const { tokens } = await stand.token.request('list', {})
      return tokens.map(({ serialNumber }) => serialNumber)
    }
    stand.store.addKey({ application: 'Second', pin: '55555555' })
    expect(await serialNumbers()).toEqual(['SOFT0000000000001'])
    stand.store.putPair({ container: 'a', role: 'signing', application: 'CA-APP' })
    expect(await serialNumbers()).toEqual(['SOFT0000000000001'])
    stand.store.putPair({ container: 'b', role: 'signing', application: 'Second' })
    expect(await serialNumbers()).toEqual(['SOFT0000000000001/CA-APP', 'SOFT0000000000001/Second'])
    const [, second] = (await stand.token.request('list', {})).tokens
    const { slot = '', serialNumber = '' } = second ?? {}
    await stand.token.request('unlock', { slot, serialNumber, pin: '55555555' })
    const id = toContainerId({ container: new Uint8Array(Buffer.from('b')), role: 'signing' })
    expect(await stand.token.request('readPair', { slot, id })).toMatchObject({ hasPrivateKey: true })
    expect((await stand.token.request('poll', {})).slots).toContain(slot)
  })
})

describe('the report', () => {
  it('tells what there is, asks for no PIN and writes nothing', async () => {
    const stand = start()
    const { certificate } = await putPair(stand, 'old')
    stand.store.putPair({ container: 'old', role: 'encryption' })
    await theToken(stand)
    callsOf(stand)
    const { report } = await stand.token.request('report', {})
    expect(countCalls(stand)).not.toHaveProperty('VerifyPIN')
    expect(
      report?.calls.map(({ name }) => name).filter((name) => /Lock|PIN$|Create|Gen|Import|Delete|Clear/.test(name)),
    ).toEqual([])
    expect(report?.devices).toMatchObject([
      {
        ...{ name: 'SOFT0000000000001', manufacturer: 'SoftSKF', hardware: '1.0', firmware: '1.0' },
        applications: [
          {
            name: 'CA-APP',
            userPin: { most: 10, left: 10, isDefault: true },
            administratorPin: { most: 10, left: 10 },
            containers: [
              {
                ...{ name: 'old', type: 2, signingCertificate: certificate },
                ...{ signingKeyOctets: 132, encryptionKeyOctets: 132 },
              },
            ],
          },
        ],
      },
    ])
    expect(report).toMatchObject({ form: 'names' })
    expect(report?.exported).toContain('SKF_VerifyPIN')
    expect(report?.missing).toContain('SKF_MacFinal')
    const missing = report?.calls.find(({ name, code }) => name === 'SKF_ExportCertificate' && code !== 0)
    expect(missing).toMatchObject({ code: 0x0a00001c })
    expect((await theToken(stand)).certificates).toHaveLength(1)
  })

  it('names a thousand containers, and looks into some of them', async () => {
    const stand = start()
    for (let index = 0; index < 1000; index += 1) {
      stand.store.putPair({ container: `R${index}`, role: 'signing', privateKey: null, certificate: Uint8Array.of(1) })
    }
    const { report } = await stand.token.request('report', {})
    const containers = report?.devices[0]?.applications[0]?.containers ?? []
    expect(containers).toHaveLength(1000)
    expect(containers.filter(({ type }) => type !== undefined)).toHaveLength(64)
  })

  it('goes on past what fails, and waits while somebody works with the key', async () => {
    const stand = start()
    stand.store.setFault('SKF_GetDevInfo:0:rv=0x0A000001')
    const { report } = await stand.token.request('report', {})
    expect(report?.devices).toMatchObject([{ name: 'SOFT0000000000001', applications: [{ name: 'CA-APP' }] }])
    stand.store.clearFault()
    await unlock(stand)
    expect(await failureOf(stand.token.request('report', {}))).toEqual({ code: 'token.busy' })
  })
})
