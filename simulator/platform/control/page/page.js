/* global clearTimeout, document, fetch, location, navigator, setTimeout */
const token = location.hash.slice(1)
const refreshMs = 1500
const minuteMs = 60_000

const states = {
  'pending-verification': ['等待短信验证', 'going'],
  ready: ['等待证书请求', 'going'],
  'in-review': ['待审核', 'waiting'],
  issuing: ['正在签发', 'going'],
  issued: ['已签发，等待确认', 'going'],
  completed: ['已完成', 'done'],
  rejected: ['已驳回', 'over'],
  expired: ['已过期', 'over'],
  cancelled: ['已撤销', 'over'],
}
const kinds = { renewal: '延期', repair: '修复' }

const at = (id) => document.getElementById(id)
const labels = new Map()
let overview
let drawn = ''
let timer

/** Text only: nothing that a client sends becomes markup. */
function element(name, className, ...children) {
  const made = document.createElement(name)
  if (className !== '') made.className = className
  made.append(...children)
  return made
}

function button(text, className, onClick) {
  const made = element('button', className, text)
  made.type = 'button'
  made.addEventListener('click', () => void onClick(made))
  return made
}

const inFours = (text) => text.replaceAll(/.{4}(?=.)/g, '$& ')
const two = (number) => String(number).padStart(2, '0')

function moment(milliseconds) {
  const date = new Date(milliseconds)
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-')
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`
}

function offsetText(offsetMs) {
  if (offsetMs === 0) return '与电脑时间相同'
  const minutes = Math.round(Math.abs(offsetMs) / minuteMs)
  const parts = [
    [Math.floor(minutes / 1440), '天'],
    [Math.floor((minutes % 1440) / 60), '小时'],
    [minutes % 60, '分钟'],
  ]
  const text = parts.flatMap(([count, unit]) => (count === 0 ? [] : [`${count} ${unit}`])).join(' ')
  return `比电脑时间${offsetMs > 0 ? '快' : '慢'} ${text === '' ? '不到 1 分钟' : text}`
}

async function call(path, command) {
  const response = await fetch(path, {
    method: command === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      ...(command === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(command === undefined ? {} : { body: JSON.stringify(command) }),
  })
  if (response.status === 401) throw new Error('这个页面的地址不完整。请用模拟器启动时显示的地址重新打开。')
  if (!response.ok) throw new Error(`没有办成：${(await response.json()).message}`)
  return response.json()
}

function notify(text) {
  at('notice').textContent = text
  at('notice').hidden = text === ''
}

async function obey(command) {
  try {
    await call('/commands', command)
    notify('')
    await refresh()
  } catch (error) {
    notify(error.message)
  }
}

function drawMessage({ at: sentAt, maskedPhone, text, code }) {
  const copy = button('复制', '', async (pressed) => {
    await navigator.clipboard.writeText(code)
    pressed.textContent = '已复制'
  })
  return element(
    'li',
    '',
    element('div', 'line', element('span', 'code', code), copy),
    element('p', '', text),
    element('p', 'soft small', `${maskedPhone} · ${moment(sentAt)}`),
  )
}

function drawOrder(order) {
  const [text, tone] = states[order.state] ?? [order.state, '']
  const detail = [
    kinds[order.kind],
    order.cardNumber === null ? '无卡号' : `卡号 ${inFours(order.cardNumber)}`,
    moment(order.createdAt),
  ]
  const drawnOrder = element(
    'li',
    '',
    element('div', 'line', element('span', 'name', order.commonName), element('span', `state ${tone}`, text)),
    element('p', 'soft small', detail.join(' · ')),
  )
  if (order.state === 'in-review') {
    const approve = button('通过', 'primary', () => obey({ type: 'approve', orderId: order.id }))
    const reject = button('驳回', '', () => askReason(order))
    drawnOrder.append(element('div', 'row', approve, reject))
  }
  return drawnOrder
}

/** What waits for a decision stands first; the rest stays in its order. */
function byNeed(one, other) {
  return Number(other.state === 'in-review') - Number(one.state === 'in-review')
}

function askReason(order) {
  const dialog = at('reject-dialog')
  at('reject-who').textContent = `${order.commonName}的${kinds[order.kind]}订单`
  dialog.returnValue = ''
  dialog.onclose = () => {
    if (dialog.returnValue === 'reject') {
      void obey({ type: 'reject', orderId: order.id, reason: at('reject-reason').value })
    }
  }
  dialog.showModal()
}

function drawFault({ kind, operation, times }) {
  const where = operation === undefined ? '下一张签发的证书' : (labels.get(operation) ?? operation)
  return element(
    'li',
    'line',
    element('span', '', `${labels.get(kind) ?? kind} · ${where}`),
    element('span', 'state waiting', `还有 ${times} 次`),
  )
}

function fill(list, items, draw) {
  at(list).replaceChildren(...items.map(draw))
  at(`no-${list}`).hidden = items.length > 0
}

function drawClock() {
  at('clock').textContent = moment(overview.now)
  at('offset').textContent = offsetText(overview.offsetMs)
}

function draw() {
  // Before anything is known, an empty list would claim that there is nothing.
  document.querySelector('main').hidden = false
  drawClock()
  const { messages, orders, faults, books } = overview
  // Drawing again what has not changed would take the focus from a button.
  const next = JSON.stringify([messages, orders, faults, books])
  if (next === drawn) return
  drawn = next
  fill('messages', messages.toReversed(), drawMessage)
  fill('orders', orders.toReversed().toSorted(byNeed), drawOrder)
  fill('faults', faults, drawFault)
  at('disarm').hidden = faults.length === 0
  at('books').textContent = [
    `签发 ${books.certificatesIssued + books.encryptionCertificatesIssued} 张`,
    `确认 ${books.confirmations} 次`,
    `退回 ${books.withdrawals} 次`,
  ].join(' · ')
}

async function refresh() {
  clearTimeout(timer)
  try {
    overview = await call('/overview')
    if (at('notice').dataset.lost === 'yes') notify('')
    at('notice').dataset.lost = 'no'
    draw()
  } catch (error) {
    at('notice').dataset.lost = 'yes'
    notify(error instanceof TypeError ? '模拟器已停止。重新启动后，请打开它新显示的地址。' : error.message)
  }
  timer = setTimeout(() => void refresh(), refreshMs)
}

function option(value, text) {
  labels.set(value, text)
  const made = element('option', '', text)
  made.value = value
  return made
}

function group(title, options) {
  const made = element('optgroup', '', ...options)
  made.label = title
  return made
}

async function offerFaults() {
  const { operations, wireFaults, certificateFaults } = await call('/catalogue')
  const kindOptions = (faults) => Object.entries(faults).map(([kind, label]) => option(kind, label))
  const wire = kindOptions(wireFaults)
  at('fault-kind').append(group('网络与平台', wire), group('签发的证书', kindOptions(certificateFaults)))
  at('fault-operation').append(
    option('*', '任意操作'),
    ...operations.map(({ operation, label }) => option(operation, label)),
  )
  const isWire = () => Object.hasOwn(wireFaults, at('fault-kind').value)
  const offerOperation = () => (at('fault-operation').closest('label').hidden = !isWire())
  at('fault-kind').addEventListener('change', offerOperation)
  at('fault-form').addEventListener('submit', (event) => {
    event.preventDefault()
    const fault = { kind: at('fault-kind').value, times: Number(at('fault-times').value) }
    const where = isWire() ? { operation: at('fault-operation').value } : {}
    void obey({ type: 'arm-fault', fault: { ...fault, ...where } })
  })
}

function listen() {
  at('disarm').addEventListener('click', () => void obey({ type: 'disarm-faults' }))
  at('reset-clock').addEventListener('click', () => void obey({ type: 'move-clock', offsetMs: 0 }))
  for (const mover of document.querySelectorAll('[data-move]')) {
    mover.addEventListener('click', () => {
      void obey({ type: 'move-clock', offsetMs: overview.offsetMs + Number(mover.dataset.move) })
    })
  }
}

listen()
// A failure shows when the page is filled for the first time: both need the same token.
await offerFaults().catch(() => undefined)
await refresh()
