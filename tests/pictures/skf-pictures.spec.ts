import { buildCertificate, commonName, keyUsage, utf8Entry } from '../../src/main/x509/testing/built-certificate.ts'
import type { Language } from '../../src/shared/language.ts'
import { expect, test } from '../e2e/fixture.ts'
import { createSkfStore, type SkfStore } from '../support/softskf/store.ts'
import { picture } from './picture.ts'

const holder =
  '济南某某某某建设工程项目管理咨询集团有限责任公司山东省第一分公司招标投标业务专用数字证书持有单位全称示例'

function putSm2(skf: SkfStore, role: 'signing' | 'encryption', bit: number): Uint8Array {
  const { publicKey } = skf.putPair({ container: 'sm2', role })
  const certificate = buildCertificate({
    ...{ subject: [utf8Entry(commonName, holder)], extensions: [keyUsage(bit)], notAfter: '270110000000Z' },
    ...(publicKey === undefined ? {} : { publicKey }),
  })
  const privateKey = skf.privateKey('sm2', role)
  skf.putPair({ container: 'sm2', role, certificate, ...(privateKey === undefined ? {} : { privateKey }) })
  return certificate
}

const words: Readonly<Record<Language, { settings: string; environment: string; renew: RegExp; done: RegExp }>> = {
  'zh-CN': { settings: '设置', environment: '环境检测', renew: /延期/, done: /用时/ },
  en: { settings: 'Settings', environment: 'Environment check', renew: /Renew/, done: /took|Took|seconds/ },
}

for (const language of ['zh-CN', 'en'] as const) {
  test(`SKF ${language}`, async ({ desk, start }) => {
    const skf = createSkfStore()
    try {
      skf.addKey()
      await desk.putRaw(putSm2(skf, 'signing', 0))
      putSm2(skf, 'encryption', 2)
      await desk.put({ keyType: 'rsa-2048', days: [-300, 26] })
      const modules = [desk.modulePath, skf.modulePath]
      const { page } = await start({ modules, environment: skf.environment, language })
      const { settings, environment, renew } = words[language]
      await page.setViewportSize({ width: 960, height: 640 })
      const card = page.getByRole('article').filter({ hasText: 'SM2' })
      await expect(card).toBeVisible()
      await picture(page, `skf-home-${language}`)
      await card.getByRole('button', { name: renew }).first().click()
      await expect(page.getByRole('note')).toBeVisible()
      await page.getByRole('note').scrollIntoViewIfNeeded()
      await picture(page, `skf-wizard-${language}`)
      await page.getByRole('button', { name: environment, exact: true }).click()
      await expect(page.getByRole('button', { name: /USB Key (报告|report)/ })).toBeVisible()
      await picture(page, `skf-environment-${language}`)
      await page.getByRole('button', { name: settings, exact: true }).click()
      await expect(page.getByText(language === 'en' ? 'Experimental' : '实验性', { exact: true })).toBeVisible()
      await page.getByText(language === 'en' ? 'Experimental' : '实验性', { exact: true }).scrollIntoViewIfNeeded()
      await picture(page, `skf-settings-${language}`)
    } finally {
      skf.remove()
    }
  })
}
