import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '../e2e/fixture.ts'
import { authorityLines, createOpensslFolder, leafLines } from '../../src/main/x509/testing/openssl-authority.ts'
import { makeList } from '../../src/main/revocation/testing/openssl-revocation.ts'
import { picture } from './picture.ts'

const longName = '中国（山东）自由贸易试验区济南片区电子认证服务有限公司签发机构'.repeat(2).slice(0, 60)
const day = 86_400_000
const stamp = (days: number) => new Date(Date.now() + days * day).toISOString().replace(/[-:T]|\.\d+/g, '')

test('what is known of issuers and revocations', async ({ desk, start }) => {
  const folder = createOpensslFolder()
  let list: Uint8Array = Buffer.of()
  const lists = createServer((request, response) => {
    if (request.url === '/a.crl') response.end(list)
    else response.writeHead(404).end()
  })
  try {
    await new Promise<void>((resolve) => lists.listen(0, '127.0.0.1', resolve))
    const origin = `http://127.0.0.1:${(lists.address() as AddressInfo).port}`
    const authority = folder.issue({ kind: 'SM2', subject: `/CN=${longName}`, extensions: authorityLines, days: 3000 })
    const leaf = (name: string, serial: string, address: string, days = 400) =>
      folder.issue({
        kind: 'P-256',
        subject: `/C=CN/O=${name}/CN=${name}`,
        issuer: authority,
        extensions: [...leafLines, `crlDistributionPoints=URI:${address}`],
        serial: `0x${serial}`,
        days,
      })
    const made = [
      leaf('济南已吊销有限公司', '0A01', `${origin}/a.crl`),
      leaf('济南未吊销有限公司', '0A02', `${origin}/a.crl`),
      leaf('济南查不到有限公司', '0A03', `${origin}/gone.crl`),
    ]
    list = makeList(folder, {
      signer: authority,
      entries: [{ serial: '0A01', revoked: '261101080000Z,keyCompromise' }],
      from: stamp(-1),
      until: stamp(6),
    })
    for (const { der } of made) await desk.putRaw(der)
    await desk.put({ keyType: 'p-256', days: [-100, 265] })
    const settings = {
      platformAddress: desk.origin,
      modules: [desk.modulePath],
      trustedAuthorities: [Buffer.from(authority.der).toString('base64')],
    }
    writeFileSync(join(desk.userData, 'settings.json'), JSON.stringify(settings))
    const { page } = await start({ settings: 'kept' })
    await expect(page.getByText('已吊销（2026-11-01，密钥泄露）')).toBeVisible()
    await expect(page.getByText('查询不到（颁发机构没有给出答复）')).toBeVisible()
    await picture(page, 'trust')
    await page.getByText('有效期内', { exact: true }).scrollIntoViewIfNeeded()
    await picture(page, 'trust-more')
    await page.getByRole('button', { name: '查看详情' }).first().click()
    await page.getByText('证书链').scrollIntoViewIfNeeded()
    await picture(page, 'trust-details')
    await page.keyboard.press('Escape')
    await page.setViewportSize({ width: 960, height: 640 })
    await page.getByText('已吊销（2026-11-01，密钥泄露）').scrollIntoViewIfNeeded()
    await picture(page, 'trust-960')
    await page.setViewportSize({ width: 1120, height: 740 })
    await page.getByRole('button', { name: '设置' }).click()
    await page.getByText('信任的证书颁发机构').scrollIntoViewIfNeeded()
    await page.getByRole('button', { name: '显示程序自带的 10 个' }).click()
    await picture(page, 'settings-authorities')
  } finally {
    lists.close()
    folder.remove()
  }
})
