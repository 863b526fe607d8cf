import { Tabs } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '../layout/page-header.tsx'
import { usePlatform } from '../platform/platform-store.ts'
import { Enquiries } from './enquiries.tsx'
import { Orders } from './orders.tsx'
import { Shipments } from './shipments.tsx'
import './orders.css'

const optional = ['enquiries', 'shipments'] as const
type TabName = 'orders' | (typeof optional)[number]

/** 我的业务: the account's orders, and its enquiries and shipments where the platform has them. */
export function OrdersPage() {
  const { t } = useTranslation(['orders', 'layout'])
  const features = usePlatform((state) => state.status.features)
  const [chosen, setChosen] = useState<TabName>('orders')
  const names: readonly TabName[] = ['orders', ...optional.filter((name) => features?.includes(name) === true)]
  const current = names.includes(chosen) ? chosen : 'orders'
  return (
    <>
      <PageHeader title={t('layout:pages.orders')} />
      {names.length > 1 && (
        <Tabs
          className="order-tabs"
          activeKey={current}
          items={names.map((name) => ({ key: name, label: t(`tabs.${name}`), children: <TabContent name={name} /> }))}
          onChange={(key) => setChosen(names.find((name) => name === key) ?? 'orders')}
          destroyOnHidden
        />
      )}
      {names.length === 1 && <Orders />}
    </>
  )
}

function TabContent({ name }: { readonly name: TabName }) {
  switch (name) {
    case 'orders':
      return <Orders />
    case 'enquiries':
      return <Enquiries />
    case 'shipments':
      return <Shipments />
  }
}
