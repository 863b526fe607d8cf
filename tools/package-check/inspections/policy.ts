import { textIn } from '../program/archive.ts'
import type { Inspection } from './inspection.ts'

const needed = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
]
const forbidden = ["'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'"]

/** SECURITY(7): the policy that main sends with the page is the one in the package. That it holds, the e2e run sees. */
export const policyIsStrict: Inspection = {
  name: 'policy',
  inspect: ({ archive }) => {
    const code = textIn(archive, 'out/main/index.js') ?? ''
    return [
      ...needed.filter((part) => !code.includes(part)).map((part) => `main sends no ${part}`),
      ...forbidden.filter((part) => code.includes(part)).map((part) => `main knows of ${part}`),
    ]
  },
}
