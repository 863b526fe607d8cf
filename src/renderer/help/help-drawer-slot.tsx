import { lazy, Suspense, useState } from 'react'
import { useHelpDrawer } from './help-drawer-store.ts'

// Read from the disk when a code is first asked about.
const HelpDrawer = lazy(async () => {
  const { HelpDrawer: drawer } = await import('./help-drawer.tsx')
  return { default: drawer }
})

/** The place of the drawer; once it was open it stays, so that it can close as it opened. */
export function HelpDrawerSlot() {
  const isOpen = useHelpDrawer((state) => state.trail.length > 0)
  const [isWanted, setWanted] = useState(isOpen)
  if (isOpen && !isWanted) setWanted(true)
  if (!isWanted) return null
  return (
    <Suspense fallback={null}>
      <HelpDrawer />
    </Suspense>
  )
}
