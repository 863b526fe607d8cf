import { Shell } from './layout/shell.tsx'
import { useDesktopEvents } from './use-desktop-events.ts'

export function App() {
  useDesktopEvents()
  return <Shell />
}
