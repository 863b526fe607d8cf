import type { ErrorWords } from '../error-texts.ts'

export const errorWords: ErrorWords = {
  'pin.refused': {
    length: '长度不符合要求。',
    characters: '只能用英文字母、数字和英文符号。',
    classes: '缺少要求的字符种类。',
    known: '这是常见的初始 PIN，别人很容易猜到。',
    pattern: '全是相同、交替或连续的字符，容易被猜到。',
    different: '新 PIN 与原 PIN 相同。',
  },
  'platform.tls': {
    expired: '平台的证书已过期，或电脑的日期不对。',
    'not-yet-valid': '平台的证书还没有生效，或电脑的日期不对。',
    'self-signed': '平台的证书是自己签发的，没有机构为它担保。',
    'unknown-issuer': '签发平台证书的机构不在信任范围内。',
    'host-name': '平台的证书属于另一个地址。',
    revoked: '平台的证书已被吊销。',
    certificate: '平台的证书本身不合格。',
    protocol: '对方不支持所要求的加密方式，或这个端口不是加密连接。',
  },
  'platform.proxy': {
    unreachable: '连不上代理服务器，或它没有及时回答。',
    auth: '代理要求登录，可在设置里改用系统网络设置。',
    refused: '代理不允许访问平台的地址。',
    gateway: '代理没有接通平台。',
    tls: '代理自己的证书没有通过检查。',
    protocol: '对方的回答不像代理服务器。',
    unresolved: '系统没有给出可用的代理。',
  },
  'platform.addressInvalid': {
    empty: '还没有填写地址。',
    malformed: '地址的格式不对。',
    scheme: '地址应以 https:// 开头。',
    'plain-http': '这个地址没有加密，也没有经过同意。',
    credentials: '地址里不能包含账号或密码。',
    query: '地址里不能带问号和参数。',
    fragment: '地址里不能带井号。',
    'api-version': '地址里的接口版本与本程序不同。',
  },
  'settings.rootInvalid': {
    unreadable: '文件里没有可以读取的证书。',
    several: '文件里有多张证书，只能是一张根证书。',
    'not-ca': '这张证书不是颁发机构的证书。',
    expired: '这张根证书已过期。',
    'not-yet-valid': '这张根证书还没有生效。',
  },
  'settings.proxyInvalid': {
    empty: '还没有填写代理地址。',
    malformed: '代理地址的格式不对。',
    scheme: '代理只能是 http、https、socks4 或 socks5。',
    credentials: '代理地址里不能包含账号或密码；代理要求登录时请使用系统网络设置。',
  },
}
