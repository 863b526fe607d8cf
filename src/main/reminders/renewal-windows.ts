import type { Overview } from '../../shared/ipc/models.ts'
import type { RememberedCertificate } from '../../shared/reminders/remembered.ts'
import type { AccountLists } from '../platform-account/ports.ts'

/** From when on the platform renews which certificate: what it says in its lists, whoever has asked for them. */
export interface RenewalWindows {
  /** The same lists; what they say of renewals is heard. */
  listening(lists: AccountLists): AccountLists
  /** The overview with what is known of the platform's windows. */
  mark(overview: Overview): Overview
}

/** @param remembered what an earlier run was told */
export function createRenewalWindows(
  remembered: () => readonly RememberedCertificate[],
  learned: () => void,
): RenewalWindows {
  const known = new Map<string, string>()
  const fromOf = (publicKeySha256: string | undefined, id: string) =>
    known.get(publicKeySha256 ?? '') ?? remembered().find(({ fingerprint }) => fingerprint === id)?.renewableFrom
  return {
    listening: (lists) => ({
      ...lists,
      certificates: async (query) => {
        const page = await lists.certificates(query)
        const news = page.items.flatMap(({ publicKeySha256, renewal }) =>
          renewal === undefined || known.get(publicKeySha256) === renewal.from ? [] : [{ publicKeySha256, renewal }],
        )
        for (const { publicKeySha256, renewal } of news) known.set(publicKeySha256, renewal.from)
        if (news.length > 0) learned()
        return page
      },
    }),
    mark: (overview) => ({
      ...overview,
      cards: overview.cards.map((card) => ({
        ...card,
        certificates: card.certificates.map((certificate) => {
          const renewableFrom = fromOf(certificate.publicKeySha256, certificate.id)
          return renewableFrom === undefined ? certificate : { ...certificate, renewableFrom }
        }),
      })),
    }),
  }
}
