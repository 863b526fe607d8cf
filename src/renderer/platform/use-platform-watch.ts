import { useEffect } from 'react'
import { useAccount } from '../account/account-store.ts'
import { usePlatform } from './platform-store.ts'

/** Lets main look at the platform at the start, when its address changes, and when the window is looked at again. */
export function usePlatformWatch(): void {
  const address = useAccount((state) => state.account.platformAddress)
  const check = usePlatform((state) => state.check)
  useEffect(() => {
    const look = () => void check()
    look()
    window.addEventListener('focus', look)
    return () => window.removeEventListener('focus', look)
  }, [address, check])
}
