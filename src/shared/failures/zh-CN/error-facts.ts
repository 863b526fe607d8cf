import type { ErrorFacts } from '../failure-text.ts'

export const errorFacts: ErrorFacts = {
  attemptsLeft: (count) => (count === 0 ? '已没有剩余次数。' : `还可以输入 ${count} 次。`),
  retryAfterSeconds: (seconds) => `${seconds} 秒后可以再试。`,
  minLength: (length) => `至少 ${length} 位。`,
  maxLength: (length) => `最多 ${length} 位。`,
  seconds: (seconds) => `现在相差约 ${seconds} 秒。`,
  freeBytes: (bytes) => `还剩 ${kilobytes(bytes)} KB。`,
  needed: (bytes) => `约需 ${kilobytes(bytes)} KB。`,
}

function kilobytes(bytes: number): string {
  return (bytes / 1024).toFixed(1)
}
