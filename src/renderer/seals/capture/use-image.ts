import { useEffect, useState } from 'react'

/** A picture's address. The page's policy lets in data: and no blob:, and these pictures are small. */
export function useImage(picture: Blob | undefined): string | undefined {
  const [shown, setShown] = useState<{ readonly of: Blob; readonly address: string }>()
  useEffect(() => {
    if (picture === undefined) return
    const reader = new FileReader()
    reader.onload = () => {
      if (typeof reader.result === 'string') setShown({ of: picture, address: reader.result })
    }
    reader.readAsDataURL(picture)
    return () => {
      reader.onload = null
    }
  }, [picture])
  // The one before stays until the next is there, so that nothing flickers while it is adjusted.
  return picture === undefined ? undefined : shown?.address
}
