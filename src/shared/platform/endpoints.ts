/** Every operation of the platform: path, bodies, refusals, and how it may be repeated. */
import type * as z from 'zod'
import { certificateOperations } from './operations/certificates.ts'
import { contentOperations } from './operations/content.ts'
import { deskOperations } from './operations/desk.ts'
import { orderOperations } from './operations/orders.ts'
import { sealOperations } from './operations/seals.ts'
import { serviceOperations } from './operations/service.ts'
import { sessionOperations } from './operations/sessions.ts'

export const endpoints = {
  ...serviceOperations,
  ...sessionOperations,
  ...contentOperations,
  ...certificateOperations,
  ...orderOperations,
  ...sealOperations,
  ...deskOperations,
} as const

export type Endpoints = typeof endpoints
export type OperationId = keyof Endpoints

type Input<T> = T extends z.ZodType ? z.input<T> : never
type Output<T> = T extends z.ZodType ? z.output<T> : undefined
type Field<E, K extends string> = E extends Record<K, infer V> ? V : undefined
type Part<E, K extends string> =
  Field<E, K> extends z.ZodType ? Readonly<Record<K, Input<Field<E, K>>>> : Readonly<Partial<Record<K, undefined>>>

type OctetsWhere<E, K extends string> = Field<E, K> extends undefined ? undefined : Uint8Array
type UploadPart<E> = Field<E, 'upload'> extends undefined ? unknown : { readonly upload: Uint8Array }

/** What a caller passes: `params`, `query`, and `body` or `upload` (octets) where the operation has them. */
export type PlatformRequest<O extends OperationId> = Part<Endpoints[O], 'params'> &
  (Field<Endpoints[O], 'query'> extends z.ZodType
    ? { readonly query: Input<Field<Endpoints[O], 'query'>> }
    : { readonly query?: undefined }) &
  Part<Endpoints[O], 'body'> &
  UploadPart<Endpoints[O]>

/** What a server receives, after the schemas. */
export interface PlatformReceived<O extends OperationId> {
  readonly params: Output<Field<Endpoints[O], 'params'>>
  readonly query: Output<Field<Endpoints[O], 'query'>>
  readonly body: Output<Field<Endpoints[O], 'body'>>
  readonly upload: OctetsWhere<Endpoints[O], 'upload'>
}

/** The answer of a success: what its schema makes of the JSON, the octets, or nothing. */
export type PlatformAnswer<O extends OperationId> =
  Field<Endpoints[O]['success'], 'body'> extends z.ZodType
    ? Output<Field<Endpoints[O]['success'], 'body'>>
    : OctetsWhere<Endpoints[O]['success'], 'octets'>
