/** 咨询 and 快递 of the demonstration account. Hours count from when the platform opened, into the past. */
interface EnquirySeed {
  readonly id: string
  /** Login name. */
  readonly account: string
  readonly title: string
  readonly question: string
  readonly askedHoursBefore: number
  readonly state: 'open' | 'answered' | 'closed'
  readonly answer?: string
  readonly answeredHoursBefore?: number
}

interface ShipmentSeed {
  readonly id: string
  readonly account: string
  readonly content: string
  readonly carrier?: string
  readonly trackingNumber?: string
  readonly state: 'preparing' | 'shipped' | 'delivered' | 'returned'
  readonly createdHoursBefore: number
  readonly shippedHoursBefore?: number
  readonly deliveredHoursBefore?: number
}

export const enquirySeeds: readonly EnquirySeed[] = [
  {
    id: 'enquiry-3',
    account: 'demo',
    title: '能否更换印章图片',
    question: '公章换了新的，已经启用的电子印章能否直接更换图片？',
    askedHoursBefore: 5,
    state: 'open',
  },
  {
    id: 'enquiry-2',
    account: 'demo',
    title: '延期后业务系统无法登录',
    question: '昨天完成了延期，今天登录交易系统提示证书未生效或者用户不存在。',
    askedHoursBefore: 74,
    state: 'answered',
    answer: '新证书正在同步到交易系统，一般需要一个工作日。明天仍然不能登录时，请在交易系统里重新绑定证书。',
    answeredHoursBefore: 71,
  },
  {
    id: 'enquiry-1',
    account: 'demo',
    title: '经办人手机号变更',
    question: '原经办人已离职，预留手机号怎样变更？',
    askedHoursBefore: 700,
    state: 'closed',
    answer: '请提交盖章的经办人变更申请，审核通过之后，短信会发送到新的手机号。',
    answeredHoursBefore: 676,
  },
]

export const shipmentSeeds: readonly ShipmentSeed[] = [
  {
    id: 'shipment-3',
    account: 'demo',
    content: '电子发票说明与服务回执',
    state: 'preparing',
    createdHoursBefore: 4,
  },
  {
    id: 'shipment-2',
    account: 'demo',
    content: 'USB Key 备用一把',
    carrier: '演示速递',
    trackingNumber: 'YS2026000000042',
    state: 'shipped',
    createdHoursBefore: 52,
    shippedHoursBefore: 30,
  },
  {
    id: 'shipment-1',
    account: 'demo',
    content: 'USB Key 一把及密码信封',
    carrier: '演示速递',
    trackingNumber: 'YS2026000000017',
    state: 'delivered',
    createdHoursBefore: 8100,
    shippedHoursBefore: 8080,
    deliveredHoursBefore: 8030,
  },
]
