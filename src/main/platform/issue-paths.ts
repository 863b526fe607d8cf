import type * as z from 'zod'

/** Where and how something breaks its schema, never the value: it may be a person's. At most 200 characters. */
export function issuePaths(error: z.ZodError): string {
  return error.issues
    .slice(0, 5)
    .map((issue) => `/${issue.path.map(String).join('/')}:${issue.code}`)
    .join(' ')
    .slice(0, 200)
}
