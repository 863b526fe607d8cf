import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, expectAccessible, test, type Program } from '../e2e/fixture.ts'
import { createForeignPrograms } from '../support/foreign-program.ts'
import { buildCrashOnLoad } from '../support/pkcs11-forwarder/build.ts'
import { picture } from './picture.ts'

async function openPage({ page }: Program): Promise<void> {
  await page.getByRole('button', { name: '环境检测', exact: true }).first().click()
  await expect(page.getByText(/^用时|· 用时/)).toBeVisible()
}

test('环境检测 in order', async ({ desk, start }) => {
  await desk.put({ keyType: 'rsa-2048', days: [-300, 26] })
  const program = await start()
  await expect(program.page.getByText('天后到期', { exact: true })).toBeVisible()
  await openPage(program)
  await picture(program.page, 'environment')
})

test('环境检测 with a broken driver of a long name', async ({ desk, start }) => {
  const folder = mkdtempSync(join(tmpdir(), 'environment-pictures-'))
  try {
    const name =
      '某省数字证书认证管理中心有限公司政务服务专用智能密码钥匙驱动程序-国密版-第三代-64位-正式发布-请勿删除本文件.so'
    const broken = join(folder, name)
    copyFileSync(await buildCrashOnLoad(), broken)
    await desk.put({ keyType: 'rsa-2048', days: [-300, 26] })
    const program = await start({ modules: [desk.modulePath, broken] })
    await openPage(program)
    await program.page.getByRole('button', { name: /^工作情况 某省.*：详情$/ }).click()
    await picture(program.page, 'environment-driver')
    await program.page.setViewportSize({ width: 960, height: 640 })
    await program.page.getByRole('heading', { name: '驱动', exact: true }).scrollIntoViewIfNeeded()
    await picture(program.page, 'environment-driver-960')
    await expectAccessible(program.page)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('环境检测 without a key', async ({ start }) => {
  const program = await start({ modules: [] })
  await openPage(program)
  await picture(program.page, 'environment-no-key')
})

test('环境检测 beside a program of another authority, its guide, and the gate', async ({ desk, start }) => {
  const programs = createForeignPrograms()
  try {
    await programs.start('KeyX.exe', { ports: [30443, 20443] })
    await desk.put({ keyType: 'rsa-2048', days: [-300, 26] })
    const { page, ...program } = await start({ arguments: ['--no-driver-search'] })
    await openPage({ page, ...program })
    await page.getByRole('heading', { name: '冲突程序', exact: true }).scrollIntoViewIfNeeded()
    await picture(page, 'environment-conflict')
    await page.getByRole('button', { name: /：查看退出方法$/ }).click()
    await picture(page, 'environment-quit-guide')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /：请它退出$/ }).click()
    await picture(page, 'environment-end-program')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '我的证书' }).click()
    await page.getByRole('button', { name: /^延期：/ }).click()
    await expect(page.getByRole('region', { name: '办理前检查' }).getByText(/KeyX/)).toBeVisible()
    await picture(page, 'environment-gate')
  } finally {
    programs.endAll()
  }
})
