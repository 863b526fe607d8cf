import { Once } from '../components/later.tsx'
import { HelpDrawer } from '../later-parts.tsx'
import { useHelpDrawer } from './help-drawer-store.ts'

/** The place of the drawer. */
export function HelpDrawerSlot() {
  const isOpen = useHelpDrawer((state) => state.trail.length > 0)
  return (
    <Once when={isOpen}>
      <HelpDrawer />
    </Once>
  )
}
