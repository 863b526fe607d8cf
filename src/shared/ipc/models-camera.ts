/** The camera that a photo of a stamp is taken with. */
import * as z from 'zod'

/** Whose settings a refusal is looked up in. */
const CameraSystem = z.enum(['windows', 'macos', 'linux'])
export type CameraSystem = z.output<typeof CameraSystem>

/** `isAllowed`: the page may ask Chromium for a camera now, for a minute at most. */
export const CameraOpened = z.object({ isAllowed: z.boolean(), system: CameraSystem })
