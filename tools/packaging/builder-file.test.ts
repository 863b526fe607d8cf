import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { appId } from '../../src/main/window/app-id.ts'
import { readBuilderFile, validateBuilderFile } from './builder-file.ts'
import { root } from './paths.ts'

describe('electron-builder.yml', () => {
  it('is what electron-builder takes', async () => {
    await expect(validateBuilderFile(await readBuilderFile())).resolves.toBeUndefined()
  })

  it('would be refused with a word that electron-builder does not know', async () => {
    const wrong = { ...(await readBuilderFile()), nsis: { oneclick: false } }
    await expect(validateBuilderFile(wrong as never)).rejects.toThrow('configuration.nsis should be')
  })

  it('names the program as the program names itself', async () => {
    const { appId: packaged, productName, linux } = await readBuilderFile()
    const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>
    expect({ packaged, productName, desktop: `${linux?.executableName ?? ''}.desktop` }).toEqual({
      packaged: appId,
      productName: own['productName'],
      desktop: own['desktopName'],
    })
  })

  it('states every fuse, and leaves on none that would open the program', async () => {
    const { electronFuses } = await readBuilderFile()
    expect(electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    })
  })

  it('packs two packages of npm, which are native; everything else is bundled', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>
    }
    expect(Object.keys(dependencies)).toEqual(['koffi', 'pkcs11js'])
  })

  it.each(['license_zh_CN.txt', 'license_en_US.txt'])('has the mark that electron-builder would add to %s', (name) => {
    // It would add it in place, to the file that is committed.
    expect([...readFileSync(join(root, 'build', name)).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  })
})
