import { hexadecimal, type VendorError, type VendorRow } from './vendor-error.ts'

/** BJCA's error table. Names are what its boxes say: the values have no others that a user sees. */
const bjcaRows: readonly VendorRow[] = [
  [0x0b00001d, 'BJCA 产生密钥对', 'token.failed', '产生密钥对失败'],
  [0x0b00001f, 'BJCA 导入签名证书', 'token.failed', '导入签名证书失败'],
  [0x0b000022, 'BJCA 导入加密证书', 'token.wrappedKeyRefused', '导入加密证书或加密密钥对失败'],
  [0x0b000028, 'BJCA 删除容器', 'token.readOnly', '删除容器失败：没有权限，要由厂商删除'],
  [0x0b000029, 'BJCA 导出证书请求', 'token.failed', '导出 PKCS10 请求失败'],
  [0x0b00002a, 'BJCA 格式化设备', 'token.failed', '格式化设备失败'],
  [0x0b0000a9, 'BJCA 公钥核对', 'issued.otherKey', '证书公钥与密钥对的公钥不匹配'],
  [0x0b0000ae, 'BJCA 导入 RSA 加密密钥对', 'token.wrappedKeyRefused', '导入 RSA 加密密钥对失败，请检查对称算法'],
  [0x0b0000af, 'BJCA 导入 SM2 加密密钥对', 'token.wrappedKeyRefused', '导入 SM2 加密密钥对失败，请检查对称算法'],
]

export const bjcaErrors = hexadecimal(bjcaRows, 8)

/** GDCA's component counts in decimal. */
const gdcaRows: readonly VendorRow[] = [
  [100, 'GDCA 100', 'token.absent', '没有插入 KEY'],
  [101, 'GDCA 101', 'token.failed', '打开设备失败'],
  [102, 'GDCA 102', 'token.pinIncorrect', '密码错误'],
  [103, 'GDCA 103', 'token.pinLocked', 'KEY 被锁'],
  [104, 'GDCA 104', 'token.failed', '登录设备失败'],
  [105, 'GDCA 105', 'token.failed', '写入文件失败'],
]

export const gdcaErrors: readonly VendorError[] = gdcaRows.map(([value, name, code, meaning]) => ({
  name,
  value: String(value),
  code,
  meaning,
}))
