import { endpoint, openProblems, usual } from '../endpoint.ts'
import { Service } from '../schemas/service.ts'

export const serviceOperations = {
  getService: endpoint({
    operationId: 'getService',
    tag: 'service',
    method: 'GET',
    path: '/service',
    summary: '平台信息与当前时间',
    description: '维护期间也应当回答，并给出维护的起止时间。',
    auth: false,
    retry: 'safe',
    ...usual,
    timeoutMs: 5_000,
    success: { status: 200, description: '平台信息', body: Service },
    problems: openProblems,
  }),
} as const
