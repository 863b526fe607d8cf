/** When the USB Key of a renewal is not there, and when it has come back. */
export const key = {
  absent: '请插回同一把 USB Key',
  other: '这不是刚才的那一把',
  cardNumber: '卡号 {{cardNumber}}',
  absentText: '插回后程序会自动读取，从断点继续，已完成的步骤不会重做。',
  otherText: '现在插着的是卡号 {{found}}。请拔下它，插回卡号 {{cardNumber}} 的 USB Key。',
  returned: '已重新插入，可以继续',
  returnedText: '已完成的步骤不会重做。',
  continue: '继续',
}
