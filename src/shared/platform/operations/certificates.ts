import { endpoint, readProblems, usual } from '../endpoint.ts'
import { CertificateDetail, CertificatePage, CertificatePath, CertificateQuery } from '../schemas/certificates.ts'

export const certificateOperations = {
  listCertificates: endpoint({
    operationId: 'listCertificates',
    tag: 'certificate',
    method: 'GET',
    path: '/certificates',
    summary: '证书列表',
    description: '当前账号的证书。条件之间为“并且”。分页期间顺序不变：按结束时间、再按标识排序。',
    auth: true,
    retry: 'safe',
    ...usual,
    query: CertificateQuery,
    success: { status: 200, description: '一页证书', body: CertificatePage },
    problems: readProblems,
  }),
  getCertificate: endpoint({
    operationId: 'getCertificate',
    tag: 'certificate',
    method: 'GET',
    path: '/certificates/{certificateId}',
    summary: '一张证书',
    auth: true,
    retry: 'safe',
    ...usual,
    params: CertificatePath,
    success: {
      status: 200,
      description: '证书',
      body: CertificateDetail,
      alternatives: ['application/pkix-cert'],
    },
    problems: { ...readProblems, 404: ['certificate.not-found'] },
  }),
} as const
