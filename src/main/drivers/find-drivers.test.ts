import { describe, expect, it } from 'vitest'
import type { CandidateSource } from './candidate.ts'
import { builtInDriverTable } from './driver-table.ts'
import type { DriverSystem } from './driver-system.ts'
import { findDrivers } from './find-drivers.ts'
import { environmentSource } from './sources/environment-source.ts'
import { p11KitSource } from './sources/p11-kit-source.ts'
import { registrySource } from './sources/registry-source.ts'
import { tableSource } from './sources/table-source.ts'
import { elfLibrary, peLibrary } from './testing/built-library.ts'
import { library, linuxSystem, recordedRegistry, windowsSystem } from './testing/fake-system.ts'

const table = builtInDriverTable()
const all = [environmentSource, p11KitSource, registrySource, tableSource]

async function find(system: DriverSystem, sources: readonly CandidateSource[] = all) {
  const found = await findDrivers(sources, table, system)
  return found.map(({ path, origins, driver, bits, misfit, interface: spoken }) => ({
    ...{ path, origins, spoken, id: driver?.id, bits },
    ...(misfit === undefined ? {} : { misfit: misfit.details?.['reason'] ?? misfit.code }),
  }))
}

const [pe64, pe32, elf64, elf32] = [library('pe', 64), library('pe', 32), library('elf', 64), library('elf', 32)]

describe('on Windows', () => {
  it('finds drivers in the folders of both bitnesses and where vendors install them', async () => {
    const system = windowsSystem({
      [String.raw`C:\Windows\System32\gm3000_pkcs11.dll`]: pe64,
      [String.raw`C:\Windows\SysWOW64\gm3000_pkcs11.dll`]: pe32,
      [String.raw`C:\Program Files (x86)\GM3000\mtoken_gm3000.dll`]: pe32,
      [String.raw`C:\Program Files (x86)\BJCAClient\CertAppEnvV3.7\Driver\x64\OTG_GM_x64.dll`]: pe64,
      [String.raw`C:\Windows\System32\Watchdata\某CSP\WDPKCS.dll`]: pe64,
      [String.raw`C:\Windows\System32\kernel32.dll`]: pe64,
    })
    const shared = { origins: ['table'] }
    expect(await find(system)).toEqual([
      {
        ...{ ...shared, spoken: 'pkcs11', id: 'longmai-gm3000', bits: 64 },
        path: String.raw`C:\Windows\System32\gm3000_pkcs11.dll`,
      },
      {
        ...{ ...shared, spoken: 'pkcs11', id: 'longmai-gm3000', bits: 32, misfit: 'bits-32' },
        path: String.raw`C:\Windows\SysWOW64\gm3000_pkcs11.dll`,
      },
      {
        ...{ ...shared, spoken: 'skf', id: 'longmai-gm3000', bits: 32, misfit: 'bits-32' },
        path: String.raw`C:\Program Files (x86)\GM3000\mtoken_gm3000.dll`,
      },
      {
        ...{ ...shared, spoken: 'skf', id: 'bjca-otg', bits: 64 },
        path: String.raw`C:\Program Files (x86)\BJCAClient\CertAppEnvV3.7\Driver\x64\OTG_GM_x64.dll`,
      },
      {
        ...{ ...shared, spoken: 'pkcs11', id: 'watchdata-watchkey', bits: 64 },
        path: String.raw`C:\Windows\System32\Watchdata\某CSP\WDPKCS.dll`,
      },
    ])
  })

  // Written after the keys that installers' scripts name; not taken from a computer that has these products.
  const registry = recordedRegistry({
    [String.raw`32 HKLM\SOFTWARE\NETCA\PKI\Devices`]: [
      '',
      String.raw`HKEY_LOCAL_MACHINE\SOFTWARE\NETCA\PKI\Devices\haitai`,
      String.raw`    dllpath    REG_SZ    HtPkcs1120066.dll`,
      String.raw`    SkfDllPath    REG_EXPAND_SZ    %SystemRoot%\SysWOW64\SKFAPI20079.dll`,
      '    idstring    REG_SZ    vid_5448&pid_0003;vid_5448&pid_0004',
      '    order    REG_DWORD    0x1',
      String.raw`HKEY_LOCAL_MACHINE\SOFTWARE\NETCA\PKI\Devices\empty`,
      '    dllpath    REG_SZ    ',
      '',
      '搜索结束: 找到 4 项匹配。',
    ].join('\r\n'),
    [String.raw`64 HKLM\SOFTWARE\Microsoft\Cryptography\Defaults\Provider`]: [
      String.raw`HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Cryptography\Defaults\Provider\某 CA 密码服务 v1.0`,
      String.raw`    SKFImagePath    REG_SZ    C:\Program Files\某 CA\skf.dll`,
    ].join('\r\n'),
    [String.raw`32 HKLM\SOFTWARE\BJCA`]: [
      String.raw`HKEY_LOCAL_MACHINE\SOFTWARE\BJCA`,
      String.raw`    InstallPath    REG_SZ    D:\BJCA`,
    ].join('\r\n'),
  })

  it('finds what installers have left in the registry, in both views', async () => {
    const system = windowsSystem(
      {
        [String.raw`C:\Windows\SysWOW64\HtPkcs1120066.dll`]: pe32,
        [String.raw`C:\Windows\SysWOW64\SKFAPI20079.dll`]: pe32,
        [String.raw`C:\Program Files\某 CA\skf.dll`]: pe64,
        [String.raw`D:\BJCA\Driver\x64\OTG_GM_x64.dll`]: pe64,
      },
      registry,
    )
    const found = await findDrivers([registrySource], table, system)
    expect(found.map(({ path, interface: spoken, driver }) => [path, spoken, driver?.id])).toEqual([
      [String.raw`C:\Program Files\某 CA\skf.dll`, 'skf', undefined],
      [String.raw`C:\Windows\SysWOW64\HtPkcs1120066.dll`, 'pkcs11', 'haitai-haikey'],
      [String.raw`C:\Windows\SysWOW64\SKFAPI20079.dll`, 'skf', 'haitai-haikey'],
      [String.raw`D:\BJCA\Driver\x64\OTG_GM_x64.dll`, 'skf', 'bjca-otg'],
    ])
    expect(found[1]?.usb).toContainEqual({ vendorId: '5448', productId: '0004' })
  })

  it('takes a path in other letters for the same file, and remembers who named it', async () => {
    const upper = String.raw`C:\WINDOWS\SYSTEM32\GM3000_PKCS11.DLL`
    const system = windowsSystem({ [String.raw`C:\Windows\System32\gm3000_pkcs11.dll`]: pe64 })
    const environment = { ...system.environment, PKCS11_MODULES: `${upper};` }
    expect(await find({ ...system, environment })).toEqual([
      { path: upper, origins: ['environment', 'table'], spoken: 'pkcs11', id: 'longmai-gm3000', bits: 64 },
    ])
  })

  it('looks nowhere for a path whose variable is not set', async () => {
    const system = windowsSystem({ [String.raw`undefined\GM3000\mtoken_gm3000.dll`]: pe32 })
    expect(await find({ ...system, environment: {} })).toEqual([])
  })
})

describe('on Linux', () => {
  it('finds drivers by bare names, in packages of UOS, and says which are for another bitness', async () => {
    const system = linuxSystem({
      '/usr/lib/libgm3000_pkcs11.so': elf32,
      '/usr/lib/libes_3000gm.so': elf64,
      '/opt/apps/cn.example.ca/files/lib/libgm3000_pkcs11.so': elf64,
    })
    expect(await find(system)).toEqual([
      {
        ...{ path: '/usr/lib/libes_3000gm.so', origins: ['table'], spoken: 'skf', id: 'feitian-epass3000gm' },
        bits: 64,
      },
      {
        ...{ path: '/usr/lib/libgm3000_pkcs11.so', origins: ['table'], spoken: 'pkcs11', id: 'longmai-gm3000' },
        ...{ bits: 32, misfit: 'bits-32' },
      },
      {
        ...{ path: '/opt/apps/cn.example.ca/files/lib/libgm3000_pkcs11.so', origins: ['table'] },
        ...{ spoken: 'pkcs11', id: 'longmai-gm3000', bits: 64 },
      },
    ])
  })

  it('takes the first folder that has a bare name, as the loader does', async () => {
    const system = linuxSystem({ '/usr/lib/pkcs11/opensc-pkcs11.so': elf64, '/usr/lib/opensc-pkcs11.so': elf64 })
    expect((await find(system)).map(({ path }) => path)).toEqual(['/usr/lib/pkcs11/opensc-pkcs11.so'])
  })

  it('names what the environment asks for even when it is not there', async () => {
    const system = linuxSystem({}, { environment: { PKCS11_MODULE: '/gone.so', PKCS11_MODULES: '/one.so: :/two.so' } })
    expect((await find(system)).map(({ path, misfit }) => [path, misfit])).toEqual([
      ['/gone.so', 'token.moduleNotFound'],
      ['/one.so', 'token.moduleNotFound'],
      ['/two.so', 'token.moduleNotFound'],
    ])
  })

  it('sees a PE file there for what it is', async () => {
    const system = linuxSystem({ '/usr/lib/libgm3000_pkcs11.so': pe64 })
    expect(await find(system)).toMatchObject([{ misfit: 'system' }])
  })
})

describe('by what a file is spoken to', () => {
  const skf = elfLibrary({ exports: ['SKF_ConnectDev'] })
  const pkcs11 = elfLibrary({ exports: ['C_GetFunctionList'] })
  const named = async (path: string, file: Uint8Array) => {
    const system = linuxSystem({ [path]: file }, { environment: { PKCS11_MODULE: path } })
    return (await find(system)).map(({ spoken }) => spoken)
  }

  it('is told by the file itself where no table knows it', async () => {
    expect(await named('/opt/ca/key.so', skf)).toEqual(['skf'])
    expect(await named('/opt/ca/key.so', pkcs11)).toEqual(['pkcs11'])
    expect(await named('/opt/ca/key.so', elf64)).toEqual(['pkcs11'])
  })

  it('is told by the table where it knows a file of this name', async () => {
    expect(await named('/opt/ca/libes_3000gm.so', elf64)).toEqual(['skf'])
    expect(await named('/opt/ca/libes_3000gm.so', pkcs11)).toEqual(['skf'])
  })

  it('is told by the file where the registry and the table disagree, and by the registry where the file does not', async () => {
    const path = String.raw`C:\Windows\System32\gm3000_pkcs11.dll`
    const registry = recordedRegistry({
      [String.raw`64 HKLM\SOFTWARE\Microsoft\Cryptography\Defaults\Provider`]: [
        String.raw`HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Cryptography\Defaults\Provider\GM`,
        `    SKFImagePath    REG_SZ    ${path}`,
      ].join('\r\n'),
    })
    const spoken = async (file: Uint8Array) => (await find(windowsSystem({ [path]: file }, registry)))[0]?.spoken
    expect(await spoken(peLibrary({ exports: ['C_GetFunctionList'] }))).toBe('pkcs11')
    expect(await spoken(peLibrary({ exports: ['SKF_ConnectDev'] }))).toBe('skf')
    expect(await spoken(pe64)).toBe('skf')
  })
})

describe('p11-kit’s configuration', () => {
  const folders = ['/home/user/.config/pkcs11/modules', '/etc/pkcs11/modules', '/usr/share/p11-kit/modules']
  const modules = async (files: Readonly<Record<string, string | Uint8Array>>) =>
    (await find(linuxSystem(files, { p11KitFolders: folders }), [p11KitSource])).map(({ path }) => path)
  const [user, administrator, packages] = folders as [string, string, string]

  it('names modules by path or below the library folder', async () => {
    const files = {
      [`${packages}/a.module`]: '# a comment\n  module :  /opt/a.so  \nmanaged: yes\n',
      [`${packages}/b.module`]: 'module: b.so',
      [`${packages}/README`]: 'module: /opt/readme.so',
      [`${packages}/empty.module`]: '',
      '/opt/a.so': elf64,
      '/usr/lib/pkcs11/b.so': elf64,
      '/opt/readme.so': elf64,
    }
    expect(await modules(files)).toEqual(['/opt/a.so', '/usr/lib/pkcs11/b.so'])
  })

  it('is overruled setting by setting: by the user first, then by the administrator', async () => {
    const files = {
      [`${user}/key.module`]: 'module: /opt/user.so',
      [`${administrator}/key.module`]: 'module: /opt/administrator.so\ndisable-in: cert-user-tool',
      [`${packages}/other.module`]: 'module: /opt/package.so',
      [`${administrator}/other.module`]: 'module: /opt/administrator.so',
      '/opt/user.so': elf64,
      '/opt/administrator.so': elf64,
      '/opt/package.so': elf64,
    }
    expect(await modules(files)).toEqual(['/opt/administrator.so'])
  })

  it('keeps modules for certain programs, or from them', async () => {
    const file = (name: string, settings: string) => ({
      [`${packages}/${name}.module`]: `module: /opt/${name}.so\n${settings}`,
    })
    const files = {
      ...file('for-us', 'enable-in: firefox, cert-user-tool'),
      ...file('for-others', 'enable-in: firefox'),
      ...file('not-for-us', 'disable-in: cert-user-tool thunderbird'),
      ...file('not-for-others', 'disable-in: firefox'),
      ...Object.fromEntries(
        ['for-us', 'for-others', 'not-for-us', 'not-for-others'].map((name) => [`/opt/${name}.so`, elf64]),
      ),
    }
    expect(await modules(files)).toEqual(['/opt/for-us.so', '/opt/not-for-others.so'])
  })

  it('is not asked for what is no key: p11-kit itself and the desktop’s stores', async () => {
    const names = [
      'p11-kit-trust.so',
      'p11-kit-proxy.so',
      'p11-kit-client.so',
      'gnome-keyring-pkcs11.so',
      'pkcs11-spy.so',
    ]
    const files = Object.fromEntries(
      names.flatMap((name): [string, string | Uint8Array][] => [
        [`${packages}/${name}.module`, `module: ${name}`],
        [`/usr/lib/pkcs11/${name}`, elf64],
      ]),
    )
    expect(await modules(files)).toEqual([])
  })
})
