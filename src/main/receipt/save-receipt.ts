import { basename } from 'node:path'
import type { Language } from '../../shared/language.ts'
import { AppError } from '../app-error.ts'
import { fileNamePart } from '../files/file-name.ts'
import { writeSafely } from '../files/write-safely.ts'
import type { RenewalRecord } from '../renewal/renewal-record.ts'
import { toReceipt, type Receipt } from './receipt.ts'
import { receiptPage } from './receipt-page.ts'
import { receiptTexts } from './texts.ts'

export interface ReceiptParts {
  /** Asks where to save; nothing when the user cancels. */
  readonly chooseSavePath: (suggestion: string) => Promise<string | undefined>
  /** A page without scripts (HTML) as PDF on A4. */
  readonly printPdf: (page: string) => Promise<Uint8Array>
  readonly now: () => Date
  readonly language: () => Language
}

/** Saves the 回执 of a completed renewal as PDF. Codes renewal.notFinished, renewal.receiptFailed. */
export async function saveReceipt(
  record: RenewalRecord,
  { chooseSavePath, printPdf, now, language }: ReceiptParts,
): Promise<{ readonly saved: boolean; readonly fileName?: string }> {
  const receipt = toReceipt(record)
  const path = await chooseSavePath(suggestName(receipt, language()))
  if (path === undefined) return { saved: false }
  try {
    await writeSafely(path, await printPdf(receiptPage(receipt, now(), language())))
  } catch (cause) {
    throw new AppError('renewal.receiptFailed', { cause })
  }
  return { saved: true, fileName: basename(path) }
}

function suggestName({ kind, holder, orderId }: Receipt, language: Language): string {
  return `${receiptTexts[language].fileName[kind]}-${fileNamePart(holder)}-${orderId.slice(-8)}.pdf`
}
