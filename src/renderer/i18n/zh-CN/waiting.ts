export const waiting = {
  title: '驱动还没有回答',
  text: '请查看是否有驱动自己的密码框（可能在本窗口后面或任务栏里），有的话请在那里输入。',
  otherwise: {
    read: '没有密码框时请稍等，程序正在读取 USB Key。',
    unlock: '没有密码框时请稍等，USB Key 正在核对 PIN。',
    write: '没有密码框时请稍等，USB Key 正在工作，请不要拔出。',
  },
  module: '驱动 {{name}}',
  card: 'USB Key {{cardNumber}}',
  until: '最晚等到 {{at}}。',
  longer: '再等 2 分钟',
  stop: '停止等待',
}
