import type { SealType } from './seal-types.ts'

/** What of a certificate a seal's name is compared with. */
export interface SealHolder {
  readonly commonName: string
  readonly organisation?: string | undefined
  readonly holderKind: 'organisation' | 'personal'
}

/**
 * `equal`: it has to be this name. `begins`: it has to begin with it, and say more. `person`: it has to be this person's.
 * `unknown-person`: the certificate of an organisation does not say who its legal representative is.
 */
export type NameVerdict =
  | { readonly kind: 'right' }
  | { readonly kind: 'notice'; readonly reason: 'unknown-person' }
  | { readonly kind: 'refused'; readonly reason: 'equal' | 'begins' | 'person'; readonly wanted: string }

const right: NameVerdict = { kind: 'right' }

/** What a person's seal says besides the name. */
const personalEndings = ['', '印', '之印', '章', '印章', '名章', '法人章']

/** What the usual names of these end in. */
const endings: Partial<Readonly<Record<SealType, string>>> = {
  finance: '财务专用章',
  contract: '合同专用章',
  invoice: '发票专用章',
}

/** Does the name agree with the certificate? Full and half width, kinds of brackets and blanks make no difference. */
export function checkSealName(name: string, type: SealType, holder: SealHolder): NameVerdict {
  switch (type) {
    case 'official':
    case 'oval':
      return isSame(name, unitOf(holder)) ? right : { kind: 'refused', reason: 'equal', wanted: unitOf(holder) }
    case 'finance':
    case 'contract':
    case 'invoice':
      return beginsWith(name, unitOf(holder)) ? right : { kind: 'refused', reason: 'begins', wanted: unitOf(holder) }
    case 'legal-representative':
    case 'personal':
      return checkPerson(name, holder)
  }
}

/** The name that a seal of this type usually has; undefined where the certificate does not tell. */
export function usualSealName(type: SealType, holder: SealHolder): string | undefined {
  if (type === 'legal-representative' || type === 'personal') return personOf(holder)
  return `${unitOf(holder)}${endings[type] ?? ''}`
}

function checkPerson(name: string, holder: SealHolder): NameVerdict {
  const person = personOf(holder)
  if (person === undefined) return { kind: 'notice', reason: 'unknown-person' }
  const isHis = personalEndings.some((ending) => isSame(name, `${person}${ending}`))
  return isHis ? right : { kind: 'refused', reason: 'person', wanted: person }
}

/** The certificate of a person names the person; that of an organisation names one only beside the organisation. */
function personOf({ commonName, organisation, holderKind }: SealHolder): string | undefined {
  if (holderKind === 'personal') return commonName
  return organisation === undefined || isSame(commonName, organisation) ? undefined : commonName
}

function unitOf({ organisation, commonName }: SealHolder): string {
  return organisation ?? commonName
}

function isSame(one: string, other: string): boolean {
  return plain(one) === plain(other)
}

function beginsWith(name: string, beginning: string): boolean {
  return plain(name).startsWith(plain(beginning)) && plain(name) !== plain(beginning)
}

function plain(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[[{〔【〈《]/gu, '(')
    .replace(/[\]}〕】〉》]/gu, ')')
    .replace(/\s/gu, '')
    .toUpperCase()
}
