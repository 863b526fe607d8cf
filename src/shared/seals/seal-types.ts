import type { infer as Infer } from 'zod'
import type { Seal } from '../platform/schemas/seals.ts'

/** 印模类型, as the platform names them. */
export type SealType = Infer<typeof Seal>['type']

type SealShape = 'round' | 'oval' | 'square' | 'rectangle'

/** The outline of a stamp, outer edge to outer edge, in millimetres; the longer side is the width. */
export interface SealForm {
  readonly shape: SealShape
  readonly widthMm: number
  readonly heightMm: number
}

/** What a type of seal usually looks like, and the other forms that are made of it; the usual one comes first. */
export interface SealTypeFacts extends SealForm {
  readonly choices: readonly SealForm[]
}

/** What a seal is drawn and printed at: 42 mm are 496 pixels. */
export const sealDpi = 300
const millimetresPerInch = 25.4

/**
 * No seal of a company or institution is wider than 45 mm (国发〔1999〕25 号); the usual sizes are those of the signing
 * platforms' templates, and of 国家税务总局公告 2011 年第 7 号 for 发票专用章 (40 × 30 mm).
 */
export const sealTypes: Readonly<Record<SealType, SealTypeFacts>> = {
  official: facts(round(40), round(42), round(45), round(38)),
  oval: facts(oval(45, 30)),
  finance: facts(square(22), round(38), square(25), oval(45, 30)),
  contract: facts(round(38), round(40), round(42), oval(45, 30)),
  invoice: facts(oval(40, 30), oval(45, 30)),
  'legal-representative': facts(square(20), square(18), square(16), rectangle(20, 10)),
  personal: facts(square(20), square(18), square(16), rectangle(20, 10)),
}

/** Pixels of so many millimetres at `sealDpi`. */
export function sealPixels(millimetres: number): number {
  return Math.round((millimetres / millimetresPerInch) * sealDpi)
}

function facts(usual: SealForm, ...others: readonly SealForm[]): SealTypeFacts {
  return { ...usual, choices: [usual, ...others] }
}

function round(diameterMm: number): SealForm {
  return { shape: 'round', widthMm: diameterMm, heightMm: diameterMm }
}

function oval(widthMm: number, heightMm: number): SealForm {
  return { shape: 'oval', widthMm, heightMm }
}

function square(sideMm: number): SealForm {
  return { shape: 'square', widthMm: sideMm, heightMm: sideMm }
}

function rectangle(widthMm: number, heightMm: number): SealForm {
  return { shape: 'rectangle', widthMm, heightMm }
}
