import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Reference } from '../../shared/knowledge/reference.ts'
import { readArticles } from './articles.ts'
import { documentsOf, faqDocument } from './documents.ts'
import { createSearch } from './search.ts'
import { snippetFor } from './snippet.ts'

const articles = await readArticles(join(import.meta.dirname, '../../../resources'))
const { find: search } = await createSearch(documentsOf(articles))

/** As people type them, not as the articles are named; written before the search was weighed by them. */
const phrases: readonly (readonly [string, Reference])[] = [
  ['插了没反应', 'key-not-detected'],
  ['电脑不认key', 'key-not-detected'],
  ['插了两个key', 'several-keys'],
  ['驱动在哪下载', 'driver-missing'],
  ['驱动装了还是不行', 'driver-mismatch'],
  ['32位驱动', 'driver-mismatch'],
  ['智能卡服务没启动', 'smart-card-service'],
  ['控件冲突', 'other-programs'],
  ['右下角怎么退出', 'quit-programs'],
  ['写证书的时候拔了', 'write-interrupted'],
  ['延期到一半断电了', 'write-interrupted'],
  ['公钥不匹配', 'key-mismatch'],
  ['加密证书导入失败', 'encryption-refused'],
  ['空间满了', 'no-room'],
  ['密码输错了', 'pin-incorrect'],
  ['key锁了', 'pin-locked'],
  ['密码忘了', 'pin-forgotten'],
  ['初始密码是多少', 'pin-forgotten'],
  ['密码要几位', 'pin-rules'],
  ['收不到验证码', 'sms-not-received'],
  ['手机号换了', 'sms-not-received'],
  ['验证码错误', 'sms-code-refused'],
  ['证书过期了怎么办', 'expired-needs-repair'],
  ['还没到延期时间', 'too-early'],
  ['证书未生效或者用户不存在', 'not-effective-yet'],
  ['该用户没有分配印章权限', 'no-seal-permission'],
  ['电脑时间不对', 'clock-wrong'],
  ['怎么校准时间', 'set-clock'],
  ['连不上网', 'network'],
  ['提示连接不安全', 'secure-connection'],
  ['要用ie浏览器吗', 'internet-explorer'],
  ['延期了日期没变', 'old-date-shown'],
  ['证书不受信任', 'untrusted'],
  ['证书被吊销', 'revoked'],
  ['key里没有证书', 'certificate-missing'],
  ['不是本ca的证书', 'other-authority'],
  ['标书打不开', 'encrypted-bids'],
  ['需要管理员权限', 'no-rights'],
  ['一直转圈', 'vendor-window'],
  ['弹出密码框', 'vendor-window'],
  ['印章不清楚', 'seal-image'],
  ['印章被退回', 'seal-returned'],
  ['公司改名了', 'holder-changed'],
  ['防火墙放行哪个地址', 'firewall'],
  ['统信系统没有权限', 'linux-rights'],
  ['延期会不会把原来的证书删掉', 'what-renewal-does'],
  ['诊断包里有什么', 'diagnostics-privacy'],
]

/** Sounds, initials, and characters that only sound right. */
const sounds: readonly (readonly [string, Reference])[] = [
  ['mimawangle', 'pin-forgotten'],
  ['mmwj', 'pin-forgotten'],
  ['zsgq', 'expired-needs-repair'],
  ['kjct', 'other-programs'],
  ['kongjianchongtu', 'other-programs'],
  ['正书过期', 'expired-needs-repair'],
  ['蜜码错误', 'pin-incorrect'],
  ['控键冲突', 'other-programs'],
  ['验正码收不到', 'sms-not-received'],
]

const codes: readonly (readonly [string, Reference])[] = [
  ['0x0A000024', 'token.pinIncorrect'],
  ['0a000025', 'token.pinLocked'],
  ['CKR_PIN_LOCKED', 'token.pinLocked'],
  ['0xA4', 'token.pinLocked'],
  ['0x0B0000A9', 'issued.otherKey'],
  ['GDCA 103', 'token.pinLocked'],
  ['token.pinLocked', 'token.pinLocked'],
  ['pinlocked', 'token.pinLocked'],
  ['platform.tls', 'platform.tls'],
  ['clockskew', 'renewal.clockSkew'],
]

test.each([...phrases, ...sounds, ...codes])('%s leads to %s first', (query, reference) => {
  expect(search(query)[0]?.reference).toBe(reference)
})

test('shows the sentence that holds what was typed, however it is written', () => {
  const document = { reference: 'token.absent', title: '', keywords: [], codes: [], hidden: [] } as const
  const lines = ['先看这里。', 'USB Key 没有插好。', '再看这里。']
  expect(snippetFor({ ...document, lines }, 'usb key', ['usb', 'key'])).toBe('USB Key 没有插好。')
})

const faq = {
  id: 'q-1',
  question: '增值税专用发票怎么开',
  category: '费用',
  body: '请在**平台**上申请。\n\n- 电子发票当天开出',
}

test('a question of the platform is found with the articles, and not any more when it is gone', async () => {
  const both = await createSearch(documentsOf(articles))
  await both.replacePlatform([faqDocument(faq)])
  expect(both.find('平台上申请专用发票')[0]).toEqual({
    reference: 'faq:q-1',
    title: '增值税专用发票怎么开',
    snippet: '请在平台上申请。',
  })
  expect(both.find('电子发票')[0]?.snippet).toBe('电子发票当天开出')
  expect(both.find('密码忘了')[0]?.reference).toBe('pin-forgotten')
  await both.replacePlatform([faqDocument({ ...faq, id: 'q-2', question: '快递多久到', body: '三天。' })])
  expect(both.find('专用发票').map(({ reference }) => reference)).not.toContain('faq:q-1')
  expect(both.find('快递多久到')[0]?.reference).toBe('faq:q-2')
  await both.replacePlatform([])
  expect(both.find('快递多久到').map(({ reference }) => reference)).not.toContain('faq:q-2')
})

test('of an article and a question that say the same, the article comes first', async () => {
  const both = await createSearch(documentsOf(articles))
  const same = documentsOf(articles).find(({ reference }) => reference === 'pin-forgotten')
  if (same === undefined) throw new Error('the document is missing')
  await both.replacePlatform([{ ...same, reference: 'faq:same' }])
  expect(
    both
      .find('忘记 PIN')
      .map(({ reference }) => reference)
      .slice(0, 2),
  ).toEqual(['pin-forgotten', 'faq:same'])
})
