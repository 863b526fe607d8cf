import { useEffect, useState } from 'react'
import { useClock } from './clock-store.ts'

const minuteMs = 60_000

/**
 * The present by the clock that dates are judged by, fresh each minute and whenever the window is looked at again: timers
 * sleep with the computer.
 */
export function useNow(): Date {
  const aheadMs = useClock((state) => state.aheadMs)
  const [local, setLocal] = useState(() => Date.now())
  useEffect(() => {
    const refresh = () => setLocal(Date.now())
    const timer = setInterval(refresh, minuteMs)
    window.addEventListener('focus', refresh)
    document.addEventListener('visibilitychange', refresh)
    return () => {
      clearInterval(timer)
      window.removeEventListener('focus', refresh)
      document.removeEventListener('visibilitychange', refresh)
    }
  }, [])
  return new Date(local + aheadMs)
}
