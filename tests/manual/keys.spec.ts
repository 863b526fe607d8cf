import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../e2e/fixture.ts'
import { deskPin } from '../support/desk.ts'
import { createForeignPrograms } from '../support/foreign-program.ts'
import { panelOf, shot } from './shot.ts'

const expiring = { keyType: 'rsa-2048', days: [-338, 27] } as const

test('第一次打开', async ({ desk, start }) => {
  writeFileSync(join(desk.userData, 'settings.json'), JSON.stringify({ modules: [] }))
  const { page } = await start({ settings: 'kept' })
  await expect(page.getByText('没有找到驱动')).toBeVisible()
  await shot(page, 'no-driver')
  await page.getByRole('button', { name: '设置', exact: true }).click()
  const address = page.getByLabel('平台地址')
  await address.fill('https://ca.example.com')
  await page.getByRole('button', { name: '保存地址' }).click()
  await expect(page.getByText('平台地址已保存。')).toBeVisible()
  await shot(panelOf(page, '证书在线服务平台'), 'platform-address')
})

test('PIN 管理与验证签名', async ({ desk, start }) => {
  await desk.put(expiring)
  const file = join(desk.userData, '投标文件.pdf')
  writeFileSync(file, 'content')
  const { app, page } = await start()
  await page.getByRole('button', { name: /^PIN 管理/ }).click()
  await page.getByLabel('新 PIN', { exact: true }).fill('Kite')
  await shot(page, 'pin-change')
  await page.getByText('解锁 PIN', { exact: true }).click()
  await shot(page, 'pin-unblock')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^验证签名/ }).click()
  const enter = async () => {
    await page.getByLabel('PIN', { exact: true }).fill(deskPin)
    await page.keyboard.press('Enter')
  }
  await expect(page.getByLabel('PIN', { exact: true })).toBeVisible()
  await enter()
  await expect(page.getByText('验证成功')).toBeVisible()
  await shot(page, 'signing-proved')
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, file)
  await page.getByText('签署文件', { exact: true }).click()
  await page.getByRole('button', { name: '选择要签署的文件' }).click()
  await enter()
  await expect(page.getByText('已签署')).toBeVisible()
  await page.getByRole('dialog').getByText('验证文件', { exact: true }).click()
  await page.getByRole('button', { name: '选择文件' }).click()
  await page.getByRole('button', { name: '开始验证' }).click()
  await expect(page.getByText('文件完整')).toBeVisible()
  await shot(page, 'signing-checked')
})

test('环境检测与冲突程序', async ({ desk, start }) => {
  const programs = createForeignPrograms()
  try {
    await desk.put(expiring)
    const { page } = await start({ arguments: ['--no-driver-search'] })
    await page.getByRole('button', { name: '环境检测', exact: true }).first().click()
    await expect(page.getByText(/^用时|· 用时/)).toBeVisible()
    await shot(page, 'environment')
    await programs.start('KeyX.exe', { ports: [30443, 20443] })
    await page.getByRole('button', { name: '重新检测' }).first().click()
    await expect(page.getByRole('button', { name: /：查看退出方法$/ })).toBeVisible()
    await page.getByRole('button', { name: /：查看退出方法$/ }).click()
    await shot(page, 'conflict-guide')
    await page.keyboard.press('Escape')
  } finally {
    programs.endAll()
  }
})
