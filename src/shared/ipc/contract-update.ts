/** The channels of updates of this program; part of contract.ts. */
import * as z from 'zod'
import { UpdateAddress, UpdateReport } from './models-update.ts'

const asking = { input: z.strictObject({}), output: UpdateReport } as const

/** What fails is in the report, unless an address is not taken. */
export const updateContract = {
  'update:report': asking,
  /** Empty: no updates. */
  'update:save-address': { input: UpdateAddress, output: UpdateReport },
  'update:look': asking,
  /** Under way when it answers. */
  'update:download': asking,
  'update:stop': asking,
  'update:put-off': asking,
  /** Ends the program, unless a token is being written to; the new version is put in its place then. */
  'update:install': asking,
} as const
