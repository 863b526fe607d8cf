import { expect, it } from 'vitest'
import { policiesOf } from './policies-of.ts'
import { policySources } from './policy-sources.ts'

const program = (isPackaged: boolean, folder = '') => ({
  isPackaged,
  commandLine: { getSwitchValue: () => folder } as unknown as Electron.CommandLine,
})
const places = (sources: ReturnType<typeof policiesOf>) => sources.map(({ place }) => place)

it('a packaged program looks where this system’s administrators write, whatever its command line says', () => {
  const own = places(policySources(process.platform, process.env))
  expect(own.length).toBeGreaterThan(0)
  expect(places(policiesOf(program(true, '/tmp/planted')))).toEqual(own)
})

it('one from its sources looks only where a test says', () => {
  expect(places(policiesOf(program(false)))).toEqual([])
  expect(places(policiesOf(program(false, '/tmp/policy')))).toEqual(['/tmp/policy/policy.json'])
})

it('each system has its own places, the registry first', () => {
  const environment = { ProgramData: String.raw`D:\Data`, SystemRoot: String.raw`C:\Windows` }
  expect(places(policySources('win32', environment))).toEqual([
    String.raw`HKLM\Software\Policies\CertUserTool`,
    String.raw`D:\Data\CertUserTool\policy.json`,
  ])
  expect(places(policySources('linux', {}))).toEqual(['/etc/cert-user-tool/policy.json'])
  expect(places(policySources('darwin', {}))).toEqual(['/Library/Application Support/CertUserTool/policy.json'])
})
