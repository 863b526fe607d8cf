import { join } from 'node:path'
import { expect, packedResources, test } from '../e2e/fixture.ts'

test('the program knows that it is packed, runs from its archive, and keeps to its policy', async ({ start }) => {
  const { app, page } = await start()
  const told = await app.evaluate(({ app: program }) => ({
    isPackaged: program.isPackaged,
    path: program.getAppPath(),
    resources: process.resourcesPath,
  }))
  expect(told).toEqual({
    isPackaged: true,
    path: join(packedResources, 'app.asar'),
    resources: packedResources,
  })
  const response = await page.reload()
  const policy = response?.headers()['content-security-policy'] ?? ''
  expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[\w+/=]{20,}'; /)
  expect(policy).not.toContain('unsafe')
  await page.getByRole('heading', { name: '我的证书' }).waitFor()
})

test('the demonstration runs with what is in the archive: its platform, its key and its certificates', async ({
  start,
}) => {
  const { page } = await start({ mode: 'demo' })
  await expect(page.getByRole('region', { name: '手机短信（演示）' })).toBeVisible()
  await expect(page.locator('article.certificate-card').first()).toBeVisible()
})
