import { localDateTime } from '../../format/date-time.ts'
import { zone } from '../zone.ts'
import type { ErrorFacts } from '../failure-text.ts'

export const errorFacts: ErrorFacts = {
  attemptsLeft: (count) => (count === 0 ? '已没有剩余次数。' : `还可以输入 ${count} 次。`),
  triesLeft: (count) => (count === 0 ? '已没有剩余次数。' : `还可以试 ${count} 次。`),
  retryAfterSeconds: (seconds) => `${seconds} 秒后可以再试。`,
  minLength: (length) => `至少 ${length} 位。`,
  maxLength: (length) => `最多 ${length} 位。`,
  seconds: (seconds) => `现在相差约 ${span(seconds)}。`,
  freeBytes: (bytes) => `还剩 ${kilobytes(bytes)} KB。`,
  needed: (bytes) => `约需 ${kilobytes(bytes)} KB。`,
  freeMegabytes: (megabytes) => `还剩 ${megabytes} MB。`,
  utcOffsetMinutes: (minutes) => `现在是 ${zone(minutes)}，北京时间是 UTC+8。`,
  copies: (count) => `另有 ${count} 份在运行。`,
  endsAt: (instantMs) => `预计 ${localDateTime(new Date(instantMs))} 结束。`,
}

/** In the largest unit that still has two of it. */
function span(seconds: number): string {
  const units = [
    ['天', 86_400],
    ['小时', 3600],
    ['分钟', 60],
  ] as const
  const [word, unit] = units.find(([, length]) => seconds >= 2 * length) ?? ['秒', 1]
  return `${Math.round(seconds / unit)} ${word}`
}

function kilobytes(bytes: number): string {
  return (bytes / 1024).toFixed(1)
}
