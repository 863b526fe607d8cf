/** What 电子印章 needs from the platform and the disk. Adapters are joined in open-seals.ts. */
import type * as z from 'zod'
import type { SealCertificate, SealListQuery, SealModel, SealRegistration } from '../../shared/ipc/models-seals.ts'
import type { PlatformStatus } from '../../shared/ipc/models-platform.ts'

export interface Listed<T> {
  readonly items: T[]
  readonly page: number
  readonly pageSize: number
  /** Of all pages. */
  readonly total: number
}

/**
 * The seals of the account that is logged in. Codes platform.loginRequired, seal.notPermitted and those of any call; a
 * failure of a change has details.outcome: `unknown` when it may have been made.
 */
export interface SealPlatform {
  list(query: Readonly<z.output<typeof SealListQuery>>): Promise<Listed<SealModel>>
  /** The signing certificates that are valid, at most 1,000. */
  certificates(): Promise<readonly SealCertificate[]>
  /** Codes seal.certificateNotYet, platform.certificateRevoked. @param key a UUID, the same for the same wish */
  create(registration: SealRegistration, key: string): Promise<SealModel>
  /** Code seal.notFound. */
  read(sealId: string): Promise<SealModel>
  /** Safe to repeat with the same picture. Codes seal.badImage, seal.tooLarge, seal.wrongState, seal.notFound. */
  putImage(sealId: string, png: Uint8Array): Promise<SealModel>
  /** Code seal.notFound where there is no picture yet. */
  image(sealId: string): Promise<Uint8Array>
  /** What is not there is removed. Code seal.wrongState. */
  remove(sealId: string): Promise<void>
}

/** A registration of which it is not known whether the platform has made the seal. */
export interface SealIntent {
  /** The idempotency key. */
  readonly key: string
  /** Whose: the platform's address and the account. */
  readonly owner: string
  readonly at: string
  readonly registration: SealRegistration
}

export interface IntentStore {
  list(): readonly SealIntent[]
  /** On the disk when it resolves. Code seal.recordFailed: then nothing may be sent. */
  add(intent: SealIntent): Promise<void>
  /** Code seal.recordFailed: it is asked for again then, which does no harm. */
  remove(key: string): Promise<void>
}

export interface SealPorts {
  readonly platform: SealPlatform
  readonly intents: IntentStore
  /** Who is logged in, and where; undefined when nobody is. */
  readonly owner: () => string | undefined
  readonly now: () => Date
  /** How the platform is; asks it where that is not known. Never rejects. */
  readonly status: () => Promise<PlatformStatus>
}
