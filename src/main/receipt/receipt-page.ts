import type { Receipt, ReceiptCertificate } from './receipt.ts'

type Row = readonly [name: string, value: string]

/** The 回执 as a page of its own: no script, no picture, nothing that is fetched. Times are local. */
export function receiptPage(receipt: Receipt, madeAt: Date): string {
  const title = receipt.kind === 'renewal' ? '数字证书延期回执' : '数字证书修复回执'
  const sections = [
    section('办理', orderRows(receipt)),
    section('原签名证书', certificateRows(receipt.old)),
    section('新签名证书', [...certificateRows(receipt.new), ['SHA-256 指纹', groups(receipt.newSha256, 4)]]),
    ...encryptionSection(receipt),
    section('核对', proofRows(receipt)),
  ]
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">',
    `<title>${title}</title><style>${style}</style></head><body>`,
    `<h1>${title}</h1>`,
    ...sections,
    `<footer>本回执由 CA 用户工具于 ${localTime(madeAt)} 生成，仅说明本次办理的结果，不代替证书本身。</footer>`,
    '</body></html>',
  ].join('\n')
}

function orderRows(receipt: Receipt): readonly Row[] {
  return [
    ['持有者', receipt.holder],
    ['卡号', groups(receipt.cardNumber, 4)],
    ['订单号', receipt.orderId],
    ['办理编号', receipt.renewalId],
    ['开始办理', localTime(receipt.startedAt)],
    ['平台确认', localTime(receipt.confirmedAt)],
  ]
}

function certificateRows({ notBefore, notAfter, serialNumber }: ReceiptCertificate): readonly Row[] {
  return [
    ['起始时间', localTime(notBefore)],
    ['结束时间', localTime(notAfter)],
    ['序列号', groups(serialNumber, 2)],
  ]
}

function encryptionSection({ encryption }: Receipt): readonly string[] {
  if (encryption === undefined) return []
  if (encryption.outcome === 'written') {
    return [
      section('新加密证书', [...certificateRows(encryption), ['原加密证书', '保留在 USB Key 上，用于解密旧文件']]),
    ]
  }
  const reason = `这把 USB Key 没有接受新的加密密钥（${encryption.code}），原加密证书继续使用`
  return [section('加密证书', [['结果', reason]])]
}

const oldPairs: Readonly<Record<Receipt['oldPair'], string>> = {
  removed: '新证书确认后已从 USB Key 移除',
  gone: '确认时已不在 USB Key 上',
  kept: '保留在 USB Key 上',
}

function proofRows({ provedAt, oldPair }: Receipt): readonly Row[] {
  return [
    ['签名验证', `${localTime(provedAt)}，从 USB Key 读回新证书，用新私钥签名并验证通过`],
    ['原签名证书', oldPairs[oldPair]],
  ]
}

function section(name: string, rows: readonly Row[]): string {
  const lines = rows.map(([term, value]) => `<tr><th scope="row">${escape(term)}</th><td>${escape(value)}</td></tr>`)
  return `<section><h2>${escape(name)}</h2><table>${lines.join('')}</table></section>`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}

function groups(text: string, size: number): string {
  return text.match(new RegExp(`.{1,${size}}`, 'gu'))?.join(' ') ?? ''
}

/** 2026-12-20 09:30, as the screens show it. */
function localTime(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-')
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`
}

const style = [
  "body{font:14px/1.7 'Microsoft YaHei','PingFang SC','Noto Sans CJK SC',sans-serif;color:#1f2a3d;margin:32px 40px}",
  'h1{font-size:22px;text-align:center;margin:0 0 20px}',
  'h2{font-size:15px;margin:18px 0 6px;padding-left:8px;border-left:3px solid #1f5fd0}',
  'table{width:100%;border-collapse:collapse}',
  'th,td{text-align:left;vertical-align:top;padding:5px 8px;border-bottom:1px solid #e3e8f0;overflow-wrap:anywhere}',
  'th{width:120px;font-weight:normal;color:#5b6679}',
  'footer{margin-top:28px;color:#5b6679;font-size:12px}',
].join('')
