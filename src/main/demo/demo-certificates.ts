import type { EnrolledHolder } from '../../shared/demo/simulator-messages.ts'
import type { KeyType } from '../../shared/token/messages.ts'

/** The account and PIN of the demonstration; they open nothing else. */
export const demoCredentials = { account: 'demo', password: 'demo-password', pin: '12345678' } as const

/** One certificate of the demonstration. Without a key type it is an SM2 certificate to look at. */
export interface DemoCertificate {
  readonly label: string
  readonly keyType?: KeyType
  readonly holder: EnrolledHolder
}

const dayMs = 86_400_000

const company = { holderKind: 'organisation', creditCode: '91370100MA3C4D5E6K' } as const
const place = { province: '山东省', locality: '济南市' } as const

interface Example extends Pick<DemoCertificate, 'label' | 'keyType'> {
  /** Validity in days from now. */
  readonly days: readonly [number, number]
  readonly holder: Pick<EnrolledHolder, 'subject' | 'holderKind' | 'creditCode' | 'personalId'>
}

/** Expiring, expired, valid, not yet valid, and SM2. */
const examples: readonly Example[] = [
  {
    label: '济南示例科技有限公司',
    keyType: 'rsa-2048',
    days: [-338, 27],
    holder: {
      ...company,
      subject: { ...place, organisation: '济南示例科技有限公司', commonName: '济南示例科技有限公司' },
    },
  },
  {
    label: '李四',
    keyType: 'p-256',
    days: [-377, -12],
    holder: { holderKind: 'personal', personalId: '370102199003078812', subject: { ...place, commonName: '李四' } },
  },
  {
    label: '财务专用',
    keyType: 'p-256',
    days: [-100, 265],
    holder: { ...company, subject: { ...place, organisation: '济南示例科技有限公司', commonName: '王五（财务）' } },
  },
  {
    label: '下周启用',
    keyType: 'p-256',
    days: [3, 368],
    holder: { ...company, subject: { ...place, organisation: '济南示例科技有限公司', commonName: '赵六（投标）' } },
  },
  {
    label: '国密证书',
    days: [-200, 165],
    holder: {
      ...company,
      subject: { ...place, organisation: '山东样例建设集团有限公司', commonName: '山东样例建设集团有限公司' },
    },
  },
]

/** The certificates of the demonstration as seen from now. */
export function demoCertificates(now: number, cardNumber: string): readonly DemoCertificate[] {
  return examples.map(({ label, keyType, days: [from, to], holder }) => ({
    label,
    ...(keyType === undefined ? {} : { keyType }),
    holder: {
      account: demoCredentials.account,
      usage: 'signing',
      cardNumber,
      notBefore: now + from * dayMs,
      notAfter: now + to * dayMs,
      ...holder,
    },
  }))
}
