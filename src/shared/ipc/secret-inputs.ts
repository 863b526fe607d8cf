import * as z from 'zod'

/** The schemas of what the page sends and nobody may write down: main hides it from its log while it answers. */
export const secretInputs = z.registry<{ readonly isSecret: true }>()

/** The same schema, marked. To be called last: every further rule makes another schema. */
export function secret<S extends z.ZodString>(schema: S): S {
  secretInputs.add(schema, { isSecret: true })
  return schema
}
