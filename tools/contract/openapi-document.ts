/** The contract as an OpenAPI 3.1 document, for the platform's engineers and for tools that have never seen our schemas. */
import { createDocument, type CreateDocumentOptions, type ZodOpenApiOperationObject } from 'zod-openapi'
import { tags, type Endpoint } from '../../src/shared/platform/endpoint.ts'
import { endpoints } from '../../src/shared/platform/endpoints.ts'
import { optionalFeatures } from '../../src/shared/platform/schemas/service.ts'
import { headerComponents, requestHeaders } from './headers.ts'
import { introduction } from './introduction.ts'
import { problemResponses, responsesOf } from './responses.ts'

/** Behind the configured address; part of every path, so that a proxy can be put in front of any server unchanged. */
const apiPath = '/api/v1'

/** Operations in the order of the table; the same input gives the same document. */
export function openApiDocument() {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {}
  for (const endpoint of Object.values<Endpoint>(endpoints)) {
    const path = (paths[`${apiPath}${endpoint.path}`] ??= {})
    path[endpoint.method.toLowerCase()] = operationOf(endpoint)
  }
  return createDocument(
    {
      openapi: '3.1.1',
      info: {
        title: '证书在线服务平台接口',
        version: '1.0.0',
        summary: '桌面用户工具与证书在线服务平台之间的约定',
        description: introduction(),
        license: { name: 'Proprietary', identifier: 'LicenseRef-Proprietary' },
      },
      servers: [{ url: 'https://platform.example.invalid', description: '平台地址，由用户在设置中填写' }],
      tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
      security: [{ session: [] }],
      paths,
      components: {
        securitySchemes: {
          session: {
            type: 'http',
            scheme: 'bearer',
            description: '登录得到的 accessToken（RFC 6750），只放在请求头里',
          },
        },
        headers: headerComponents,
        responses: problemResponses(),
      },
    },
    { override },
  )
}

function operationOf(endpoint: Endpoint): ZodOpenApiOperationObject {
  const { params, query, body, upload } = endpoint
  const content = upload === undefined ? body && { 'application/json': { schema: body } } : { [upload.mediaType]: {} }
  return {
    operationId: endpoint.operationId,
    tags: [endpoint.tag],
    summary: endpoint.summary,
    ...(endpoint.description === undefined ? {} : { description: endpoint.description }),
    ...(endpoint.auth ? {} : { security: [] }),
    ...featureOf(endpoint),
    'x-retry': endpoint.retry,
    'x-deadline-ms': endpoint.timeoutMs,
    'x-max-response-bytes': endpoint.maxResponseBytes,
    ...(upload === undefined ? {} : { 'x-max-request-bytes': upload.maxBytes }),
    requestParams: {
      ...(params === undefined ? {} : { path: params }),
      ...(query === undefined ? {} : { query }),
      header: requestHeaders(endpoint),
    },
    ...(content === undefined ? {} : { requestBody: { required: true, content } }),
    responses: responsesOf(endpoint),
  }
}

/** The optional parts of the contract are named after where their paths begin. */
function featureOf({ path }: Endpoint): { readonly 'x-feature'?: string } {
  const feature = optionalFeatures.find((name) => path.split('/')[1] === name)
  return feature === undefined ? {} : { 'x-feature': feature }
}

const override: NonNullable<CreateDocumentOptions['override']> = ({ jsonSchema, zodSchema, io }) => {
  // Answers are open: a platform may add fields. Requests are strict objects and stay closed.
  if (io === 'output' && zodSchema._zod.def.type === 'object') delete jsonSchema.additionalProperties
  // What JavaScript can count to is not a rule of the contract.
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
}
