import { isHelpReference } from '../../shared/content/help-reference.ts'
import { useHelpDrawer } from './help-drawer-store.ts'

/** Shows the article with this id, the page of this code, or this text of the platform, over what is being done. What there is no page for is let be. */
export function openArticle(reference: string): void {
  if (isHelpReference(reference)) useHelpDrawer.getState().open(reference)
}
