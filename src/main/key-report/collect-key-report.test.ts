import { expect, it } from 'vitest'
import type { KeyReport } from '../../shared/token/key-report.ts'
import { AppError } from '../app-error.ts'
import { moduleWith } from '../certificates/testing/stored-certificate.ts'
import { redact } from '../logging/redact.ts'
import { createTokenClaims } from '../token/token-claims.ts'
import type { ModuleState } from '../token/module-state.ts'
import { byPkcs11, bySkf, told } from '../token/testing/two-interfaces.ts'
import { showTokensOnce } from '../token/unique-tokens.ts'
import { buildCertificate, commonName, utf8Entry } from '../x509/testing/built-certificate.ts'
import { storedCertificate } from '../certificates/testing/stored-certificate.ts'
import { collectKeyReport } from './collect-key-report.ts'

const holder = '济南示例科技有限公司'
const serialNumber = '370100882231990755'
const personalId = '370102199003078812'
const certificate = buildCertificate({
  subject: [utf8Entry('2.5.4.10', holder), utf8Entry(commonName, `张三${personalId}`)],
})
const named = told([storedCertificate(certificate)], { serialNumber, label: holder })

const report: KeyReport = {
  form: 'names',
  exported: ['SKF_ConnectDev', 'SKF_EnumDev'],
  missing: ['SKF_LockDev'],
  devices: [
    {
      name: serialNumber,
      serialNumber,
      label: holder,
      manufacturer: 'Longmai',
      layout: { ulongOctets: 4, alignment: 'packed', deviceInfoOctets: 294 },
      algorithms: { symmetric: 0x401, asymmetric: 0x20100, hash: 1, deviceAuthentication: 0x401 },
      applications: [
        {
          name: 'BJCA-Application',
          userPin: { most: 10, left: 9, isDefault: false },
          containers: [
            { name: holder, type: 2, signingCertificate: certificate, signingKeyOctets: 132 },
            { name: `041@${personalId}`, encryptionCertificate: Buffer.from('-----BEGIN CERTIFICATE-----') },
          ],
        },
      ],
    },
  ],
  calls: [{ name: 'SKF_EnumDev', code: 0x0a00_0024, microseconds: 1234 }],
}

/** The drivers of a computer, and what their libraries answer. */
function desk(modules: readonly ModuleState[], answers: Readonly<Record<string, KeyReport | AppError>>) {
  const claims = createTokenClaims()
  const asked: string[] = []
  return {
    ...{ claims, asked, redact },
    modules: {
      told: () => modules,
      states: () => showTokensOnce(modules, () => undefined),
      report: (path: string) => {
        asked.push(path)
        expect(() => claims.claim([serialNumber])).toThrow('token.busy')
        const answer = answers[path]
        return answer instanceof AppError ? Promise.reject(answer) : Promise.resolve(answer)
      },
    },
  }
}

it('tells what the library is like, and of nobody whose key it is', async () => {
  const collected = JSON.stringify(await collectKeyReport(desk([bySkf(named)], { '/skf.so': report })), null, 1)
  for (const secret of [holder, personalId, serialNumber, '示例', '张三', '19900307']) {
    expect(collected).not.toContain(secret)
  }
  for (const told of [
    ...[
      '"path": "/skf.so"',
      '"interface": "skf"',
      'SKF_LockDev',
      '"deviceInfoOctets": 294',
      '"symmetric": "0x00000401"',
    ],
    ...['BJCA-Application', '"name": "某某某某某某某某某某"', '"nameLength": 10', '"left": 9', 'CN=山东CA'],
    ...[
      '"beginsWith": "0x2d2d2d2d"',
      'SKF_EnumDev 0x0A000024 1.23 ms',
      'Longmai',
      '2026-01-01T00:00:00.000Z',
      '"model": "GM3000"',
    ],
  ]) {
    expect(collected).toContain(told)
  }
})

it('says of PKCS#11 drivers what is known, and asks them nothing', async () => {
  const library = { manufacturer: 'Longmai', description: 'GM3000', version: '1.7', cryptoki: '2.40' }
  const reported = desk([{ ...byPkcs11(named), library }], {})
  const [module] = (await collectKeyReport(reported)) as readonly Record<string, unknown>[]
  expect(module).toMatchObject({ interface: 'pkcs11', state: 'ready', library, tokens: [{ certificates: 1 }] })
  expect(reported.asked).toEqual([])
})

it('says of a library that hangs, crashes or was put away that it does; the others come all the same', async () => {
  const skf = (path: string) => ({ ...bySkf(named), path })
  const reported = desk([skf('/hangs.so'), skf('/crashes.so'), skf('/works.so')], {
    '/hangs.so': new AppError('token.timeout', { details: { operation: 'report' } }),
    '/crashes.so': new AppError('token.crashed', { details: { operation: 'report', signal: 'SIGSEGV' } }),
    '/works.so': report,
  })
  const modules = (await collectKeyReport(reported)) as readonly Record<string, unknown>[]
  expect(modules.map(({ path, reportFailure, report: told }) => [path, reportFailure, told !== undefined])).toEqual([
    ['/hangs.so', { code: 'token.timeout', details: { operation: 'report' } }, false],
    ['/crashes.so', { code: 'token.crashed', details: { operation: 'report', signal: 'SIGSEGV' } }, false],
    ['/works.so', undefined, true],
  ])
})

it('asks nothing of a key that somebody works with, by whichever of its names', async () => {
  const other = { ...named, serialNumber: 'written-otherwise' }
  const reported = desk([byPkcs11(other), bySkf(named)], { '/skf.so': report })
  const release = reported.claims.claim(['written-otherwise'])
  const [, module] = (await collectKeyReport(reported)) as readonly Record<string, unknown>[]
  expect([module?.['reportFailure'], reported.asked]).toEqual([{ code: 'token.busy' }, []])
  release()
  await collectKeyReport(reported)
  expect(reported.asked).toEqual(['/skf.so'])
  // Everything is given back.
  reported.claims.claim(['written-otherwise', serialNumber])
})

it('tells how long ago and why a driver was put away', async () => {
  const quarantine = {
    reason: 'crashed',
    operation: 'open',
    end: 'SIGSEGV',
    at: new Date('2026-11-26T08:00:00Z'),
  } as const
  const failure = { code: 'token.quarantined' } as const
  const put = moduleWith([], { interface: 'skf', path: '/skf.so', state: 'failed', failure, quarantine })
  const reported = { ...desk([put], {}), claims: { claim: () => () => undefined } }
  const modules = { ...reported.modules, report: () => Promise.reject(new AppError('token.quarantined')) }
  expect(await collectKeyReport({ ...reported, modules })).toMatchObject([
    { state: 'failed', quarantine: { ...quarantine, at: '2026-11-26T08:00:00.000Z' }, reportFailure: failure },
  ])
})
