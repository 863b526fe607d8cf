import { useTranslation } from 'react-i18next'
import { useHelp } from './help-store.ts'
import { LinkList } from './link-list.tsx'

/** All articles, by what they are about. */
export function TopicList() {
  const { t } = useTranslation('help')
  const topics = useHelp((state) => state.topics)
  const open = useHelp((state) => state.open)
  return (
    <div className="help-topics">
      {topics.map(({ name, articles }) => (
        <div key={name} className="panel">
          <LinkList title={t(`topic.${name}`)} links={articles} heading="h2" onOpen={open} />
        </div>
      ))}
    </div>
  )
}
