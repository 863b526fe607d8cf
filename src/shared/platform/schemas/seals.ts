import * as z from 'zod'
import { maxSealBytes } from '../../seals/picture-limits.ts'
import { Identifier, Instant, PageQuery, pageOf, Sha256 } from './common.ts'

/** The largest picture of a seal that a platform has to take, in octets. */
export const maxSealImageBytes = maxSealBytes

export const SealType = z
  .enum(['official', 'oval', 'finance', 'contract', 'invoice', 'legal-representative', 'personal'])
  .meta({
    id: 'SealType',
    description: '印模类型：公章（圆）、椭圆章、财务专用章、合同专用章、发票专用章、法定代表人章、个人名章',
  })

export const SealState = z
  .enum(['draft', 'in-review', 'approved', 'rejected', 'enabled', 'disabled', 'cancelled', 'expired'])
  .meta({
    id: 'SealState',
    description: '待提交（没有图片）、待审核、审核通过、已驳回、已启用、已停用、已注销、已过期',
  })

export const Seal = z
  .object({
    id: Identifier,
    type: SealType,
    name: z.string().min(1).max(100).meta({ description: '印模名称' }),
    certificateId: Identifier.optional(),
    cardNumber: z.string().max(64).nullable().meta({ description: '卡号' }),
    organisation: z.string().max(200).nullable().meta({ description: '公司名称' }),
    department: z.string().max(100).optional().meta({ description: '所属部门' }),
    applicant: z.string().max(64).optional().meta({ description: '申请人' }),
    state: SealState,
    rejection: z.string().max(200).optional().meta({ description: '驳回的原因，纯文本' }),
    createdAt: Instant,
    imageSha256: Sha256.optional(),
  })
  .meta({ id: 'Seal', description: '一枚电子印章' })

export const SealPage = pageOf(Seal).meta({ id: 'SealPage', description: '一页电子印章，新的在前' })

export const SealQuery = PageQuery.extend({
  type: SealType.optional(),
  state: SealState.optional(),
  cardNumber: z.string().max(64).optional(),
  search: z.string().max(64).optional().meta({ description: '在印模名称、公司名称、申请人中查找' }),
})

export const SealCreate = z
  .strictObject({
    type: SealType,
    name: z.string().min(1).max(100),
    certificateId: Identifier.meta({ description: '印章绑定的签名证书' }),
    department: z.string().max(100).optional(),
    applicant: z.string().max(64).optional(),
  })
  .meta({ id: 'SealCreate', description: '注册电子印章；之后上传图片即提交审核' })

export const SealPath = z.object({ sealId: Identifier })
