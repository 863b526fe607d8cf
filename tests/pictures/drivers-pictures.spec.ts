import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '../e2e/fixture.ts'
import { buildCrashOnLoad } from '../support/pkcs11-forwarder/build.ts'
import { softHsmModule } from '../support/softhsm.ts'
import { picture } from './picture.ts'

/** SoftHSM2's octets, said to be for another bitness. */
function library32(path: string): string {
  const octets = readFileSync(softHsmModule())
  octets.writeUInt8(1, 4)
  octets.writeUInt16LE(3, 18)
  writeFileSync(path, octets)
  return path
}

test('drivers', async ({ desk, start }) => {
  const folder = mkdtempSync(join(tmpdir(), 'driver-pictures-'))
  try {
    await desk.put({ keyType: 'rsa-2048', days: [-300, 26] })
    const name =
      '某省数字证书认证管理中心有限公司政务服务专用智能密码钥匙驱动程序-国密版-第三代-64位-正式发布-请勿删除本文件.so'
    const broken = join(folder, name)
    copyFileSync(await buildCrashOnLoad(), broken)
    const modules = [desk.modulePath, broken, library32(join(folder, 'libgm3000_pkcs11.so'))]
    const { page } = await start({ modules, arguments: [] })
    await page.getByRole('button', { name: '设置', exact: true }).click()
    await expect(page.getByText('已隔离', { exact: true })).toBeVisible()
    await expect(page.getByText('32 位', { exact: true })).toBeVisible()
    await page.getByRole('heading', { name: '驱动表和冲突程序表' }).scrollIntoViewIfNeeded()
    await picture(page, 'settings-drivers')
    await page.setViewportSize({ width: 960, height: 640 })
    await page.getByText('32 位', { exact: true }).scrollIntoViewIfNeeded()
    await picture(page, 'settings-drivers-narrow')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('no driver but one in quarantine', async ({ start }) => {
  const folder = mkdtempSync(join(tmpdir(), 'driver-pictures-'))
  try {
    const broken = join(folder, 'gm3000_pkcs11.so')
    copyFileSync(await buildCrashOnLoad(), broken)
    const { page } = await start({ modules: [broken] })
    await expect(page.getByText('驱动已被隔离')).toBeVisible()
    await picture(page, 'driver-quarantined')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
