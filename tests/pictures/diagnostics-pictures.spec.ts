import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../e2e/fixture.ts'
import { picture } from './picture.ts'

test('diagnostics', async ({ desk, start }) => {
  const name = '中国（山东）自由贸易试验区济南片区'.repeat(4).slice(0, 60)
  await desk.put({
    keyType: 'rsa-2048',
    days: [-338, 27],
    holder: { subject: { organisation: name, commonName: name } },
  })
  const { app, page } = await start()
  await expect(page.getByText('即将到期', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: '设置', exact: true }).click()
  await page.getByRole('heading', { name: '日志与诊断包' }).scrollIntoViewIfNeeded()
  await picture(page, 'settings-diagnostics')
  await page.getByRole('button', { name: '生成诊断包' }).click()
  await page.getByRole('button', { name: /USB Key 与证书/ }).click()
  await picture(page, 'diagnostics')
  await page.setViewportSize({ width: 960, height: 640 })
  await page
    .getByRole('button', { name: /settings.json/ })
    .first()
    .click()
  await picture(page, 'diagnostics-960')
  const folder = join(desk.userData, 'out')
  mkdirSync(folder)
  await app.evaluate(
    ({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
    },
    join(folder, 'missing', '诊断包.zip'),
  )
  await page.getByRole('button', { name: '保存诊断包' }).click()
  await expect(page.getByText('诊断包没有保存')).toBeVisible()
  await picture(page, 'diagnostics-not-saved-960')
  await page.setViewportSize({ width: 1120, height: 740 })
  await app.evaluate(
    ({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
    },
    join(folder, '诊断包-2026-11-26-483920.zip'),
  )
  await page.getByRole('button', { name: '保存诊断包' }).click()
  await expect(page.getByText(/已保存为/)).toBeVisible()
  await page.getByRole('button', { name: '复制校验码' }).click()
  await picture(page, 'diagnostics-saved')
})
