import { localDateTime } from '../../shared/format/date-time.ts'
import type { Language } from '../../shared/language.ts'
import type { Receipt, ReceiptCertificate } from './receipt.ts'
import { receiptTexts } from './texts.ts'

type Row = readonly [name: string, value: string]
type Texts = (typeof receiptTexts)[Language]

/** The 回执 as a page of its own: no script, no picture, nothing that is fetched. Times are local. */
export function receiptPage(receipt: Receipt, madeAt: Date, language: Language): string {
  const texts = receiptTexts[language]
  const title = texts.title[receipt.kind]
  const fingerprint: Row = [texts.row.fingerprint, groups(receipt.newSha256, 4)]
  const sections = [
    section(texts.section.order, orderRows(receipt, texts)),
    section(texts.section.oldSigning, certificateRows(receipt.old, texts)),
    section(texts.section.newSigning, [...certificateRows(receipt.new, texts), fingerprint]),
    ...encryptionSection(receipt, texts),
    section(texts.section.proof, proofRows(receipt, texts)),
  ]
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<title>${title}</title><style>${style}</style></head><body>`,
    `<h1>${title}</h1>`,
    ...sections,
    `<footer>${texts.footer(localDateTime(madeAt))}</footer>`,
    '</body></html>',
  ].join('\n')
}

function orderRows(receipt: Receipt, { row }: Texts): readonly Row[] {
  return [
    [row.holder, receipt.holder],
    [row.cardNumber, groups(receipt.cardNumber, 4)],
    [row.orderId, receipt.orderId],
    [row.renewalId, receipt.renewalId],
    [row.startedAt, localDateTime(receipt.startedAt)],
    [row.confirmedAt, localDateTime(receipt.confirmedAt)],
  ]
}

function certificateRows({ notBefore, notAfter, serialNumber }: ReceiptCertificate, { row }: Texts): readonly Row[] {
  return [
    [row.notBefore, localDateTime(notBefore)],
    [row.notAfter, localDateTime(notAfter)],
    [row.serialNumber, groups(serialNumber, 2)],
  ]
}

function encryptionSection({ encryption }: Receipt, texts: Texts): readonly string[] {
  if (encryption === undefined) return []
  if (encryption.outcome === 'written') {
    const kept: Row = [texts.row.oldEncryption, texts.oldEncryptionKept]
    return [section(texts.section.newEncryption, [...certificateRows(encryption, texts), kept])]
  }
  return [section(texts.section.encryption, [[texts.row.outcome, texts.encryptionSkipped(encryption.code)]])]
}

function proofRows({ provedAt, oldPair, isExperimental }: Receipt, texts: Texts): readonly Row[] {
  const experimental: Row = [texts.row.interface, texts.experimental]
  return [
    [texts.row.signature, texts.proved(localDateTime(provedAt))],
    [texts.row.oldSigning, texts.oldPair[oldPair]],
    ...(isExperimental ? [experimental] : []),
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

const style = [
  "body{font:14px/1.7 'Microsoft YaHei','PingFang SC','Noto Sans CJK SC',sans-serif;color:#1f2a3d;margin:32px 40px}",
  'h1{font-size:22px;text-align:center;margin:0 0 20px}',
  'h2{font-size:15px;margin:18px 0 6px;padding-left:8px;border-left:3px solid #1f5fd0}',
  'table{width:100%;border-collapse:collapse}',
  'th,td{text-align:left;vertical-align:top;padding:5px 8px;border-bottom:1px solid #e3e8f0;overflow-wrap:anywhere}',
  'th{width:120px;font-weight:normal;color:#5b6679}',
  'footer{margin-top:28px;color:#5b6679;font-size:12px}',
].join('')
