/** The part of the samples that is about 帮助中心. */
import type { Channel } from '../../../shared/ipc/channels.ts'
import type { Input, Output } from '../../../shared/ipc/contract.ts'

type KnowledgeChannel = Extract<Channel, `knowledge:${string}`>

const link = { reference: 'pin-locked', title: 'USB Key 锁定了' } as const

export const knowledgeInputs: { readonly [C in KnowledgeChannel]: Input<C> } = {
  'knowledge:search': { query: 'key锁了' },
  'knowledge:article': { reference: 'token.pinLocked' },
  'knowledge:topics': {},
}

export const knowledgeOutputs: { readonly [C in KnowledgeChannel]: Output<C> } = {
  'knowledge:search': [{ ...link, snippet: '提示 USB Key 已锁定。' }],
  'knowledge:article': {
    reference: 'token.pinLocked',
    title: 'USB Key 已锁定',
    blocks: [
      { kind: 'heading', text: '怎么办' },
      { kind: 'list', isOrdered: true, items: [[{ kind: 'link', text: '忘记 PIN', reference: 'pin-forgotten' }]] },
    ],
    article: link,
    code: {
      severity: 'serious',
      contact: 'ca',
      cause: '连续输错。',
      nextStep: '请联系颁发机构。',
      reasons: [],
      english: { title: 'The USB key is locked', cause: 'Too many tries.', nextStep: 'Ask the authority.' },
      vendorErrors: [{ name: 'CKR_PIN_LOCKED', value: '0x000000A4', meaning: 'PIN 已锁定' }],
    },
    check: 'pin-tries',
    related: [link],
    codes: [],
  },
  'knowledge:topics': [{ name: 'pin', articles: [link] }],
}
