import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { firstAppearance } from './appearance/first-appearance.ts'
import { firstOverview } from './certificates/first-overview.ts'
import { startI18n } from './i18n/index.ts'
import './theme.css'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

await Promise.all([startI18n('zh-CN').then(firstAppearance), firstOverview()])
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
