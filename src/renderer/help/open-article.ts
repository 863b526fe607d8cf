import { isReference } from '../../shared/knowledge/reference.ts'
import { useHelpDrawer } from './help-drawer-store.ts'

/** Shows the article with this id, or the page of this code, over what is being done. What there is no page for is let be. */
export function openArticle(reference: string): void {
  if (isReference(reference)) useHelpDrawer.getState().open(reference)
}
