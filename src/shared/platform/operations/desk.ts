import { endpoint, readProblems, usual } from '../endpoint.ts'
import { PageQuery } from '../schemas/common.ts'
import { EnquiryPage, ShipmentPage } from '../schemas/desk.ts'

export const deskOperations = {
  listEnquiries: endpoint({
    operationId: 'listEnquiries',
    tag: 'desk',
    method: 'GET',
    path: '/enquiries',
    summary: '我的咨询',
    description: '可选部分 enquiries。',
    auth: true,
    retry: 'safe',
    ...usual,
    query: PageQuery,
    success: { status: 200, description: '一页咨询', body: EnquiryPage },
    problems: readProblems,
  }),
  listShipments: endpoint({
    operationId: 'listShipments',
    tag: 'desk',
    method: 'GET',
    path: '/shipments',
    summary: '我的快递',
    description: '可选部分 shipments。',
    auth: true,
    retry: 'safe',
    ...usual,
    query: PageQuery,
    success: { status: 200, description: '一页快递', body: ShipmentPage },
    problems: readProblems,
  }),
} as const
