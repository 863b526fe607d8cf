import { useEffect, useState } from 'react'
import { judgedNow } from './clock-store.ts'

/** Whole seconds until an instant of the platform (ISO 8601), counted up; 0 once it has passed or when there is none. */
export function useCountdown(until: string | undefined): number {
  const [now, setNow] = useState(judgedNow)
  const seconds = until === undefined ? 0 : Math.max(0, Math.ceil((Date.parse(until) - now) / 1000))
  const isRunning = seconds > 0
  useEffect(() => {
    // A new instant is measured from the present, not from when the last countdown ended.
    const first = setTimeout(() => setNow(judgedNow()), 0)
    const timer = until === undefined ? undefined : setInterval(() => setNow(judgedNow()), 1000)
    return () => {
      clearTimeout(first)
      clearInterval(timer)
    }
  }, [until, isRunning])
  return seconds
}
