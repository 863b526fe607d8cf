import { Tabs } from 'antd'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { Announcements } from '../content/announcements.tsx'
import { useContentOverview } from '../content/content-store.ts'
import { Downloads } from '../content/downloads.tsx'
import { Faqs } from '../content/faqs.tsx'
import { useHelp, type HelpTab } from './help-store.ts'
import { TopicList } from './topic-list.tsx'

interface HelpTabsProps {
  /** Where the focus comes back to (use-focus-on-return.ts). */
  readonly topicsRef: Ref<HTMLDivElement>
}

/** The program's own articles, and what the platform publishes where it does; a part that is not offered is not there. */
export function HelpTabs({ topicsRef }: HelpTabsProps) {
  const { t } = useTranslation('content')
  const { parts, unread } = useContentOverview((state) => state.overview)
  const chosen = useHelp((state) => state.tab)
  const show = useHelp((state) => state.show)
  if (parts.length === 0) return <TopicList ref={topicsRef} />
  const names: readonly HelpTab[] = ['knowledge', ...parts]
  const label = (name: HelpTab) =>
    name === 'announcements' && unread > 0 ? t('tabUnread', { count: unread }) : t(`tabs.${name}`)
  return (
    <Tabs
      className="order-tabs"
      activeKey={names.includes(chosen) ? chosen : 'knowledge'}
      items={names.map((name) => ({
        key: name,
        label: label(name),
        children: <TabContent name={name} topicsRef={topicsRef} />,
      }))}
      onChange={(key) => show(names.find((name) => name === key) ?? 'knowledge')}
      destroyOnHidden
    />
  )
}

function TabContent({ name, topicsRef }: HelpTabsProps & { readonly name: HelpTab }) {
  switch (name) {
    case 'knowledge':
      return <TopicList ref={topicsRef} />
    case 'announcements':
      return <Announcements />
    case 'downloads':
      return <Downloads />
    case 'faqs':
      return <Faqs />
  }
}
