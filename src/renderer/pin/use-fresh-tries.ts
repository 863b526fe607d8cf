import { useEffect } from 'react'
import { useCertificates } from '../certificates/certificates-store.ts'

/** Another program may have used up tries since the token was read: looked at again when a PIN is about to be typed. */
export function useFreshTries(): void {
  const refreshTries = useCertificates((state) => state.refreshTries)
  useEffect(() => {
    void refreshTries()
  }, [refreshTries])
}
