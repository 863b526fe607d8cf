import { Table, type TableColumnsType } from 'antd'

interface ListTableProps<Item> {
  readonly className: string
  readonly label: string
  readonly items: readonly Item[]
  readonly columns: TableColumnsType<Item>
}

/** What a list of the platform has, side by side; every text wraps, nothing is cut. */
export function ListTable<Item extends { readonly id: string }>(props: ListTableProps<Item>) {
  const { className, label, items, columns } = props
  return (
    <Table
      className={className}
      aria-label={label}
      dataSource={[...items]}
      columns={columns}
      rowKey="id"
      size="small"
      tableLayout="fixed"
      pagination={false}
    />
  )
}
