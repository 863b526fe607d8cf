/** 咨询管理 and 快递管理: what the platform's staff answers and sends, to look at. */
import * as z from 'zod'
import { Identifier, Instant, pageOf } from './common.ts'

export const EnquiryPage = pageOf(
  z
    .object({
      id: Identifier,
      title: z.string().min(1).max(200),
      question: z.string().max(5000),
      state: z.enum(['open', 'answered', 'closed']).meta({ description: '待答复、已答复、已关闭' }),
      askedAt: Instant,
      answer: z.string().max(5000).optional().meta({ description: '纯文本' }),
      answeredAt: Instant.optional(),
    })
    .meta({ id: 'Enquiry', description: '一条咨询' }),
).meta({ id: 'EnquiryPage', description: '一页咨询，新的在前' })

export const ShipmentPage = pageOf(
  z
    .object({
      id: Identifier,
      content: z.string().min(1).max(200).meta({ description: '寄送的物品' }),
      carrier: z.string().max(64).optional().meta({ description: '快递公司' }),
      trackingNumber: z.string().max(64).optional().meta({ description: '运单号' }),
      state: z.enum(['preparing', 'shipped', 'delivered', 'returned']).meta({
        description: '准备寄出、已寄出、已签收、已退回',
      }),
      orderId: Identifier.optional(),
      createdAt: Instant,
      shippedAt: Instant.optional(),
      deliveredAt: Instant.optional(),
    })
    .meta({ id: 'Shipment', description: '一件快递' }),
).meta({ id: 'ShipmentPage', description: '一页快递，新的在前' })
