import type { ErrorCode } from '../../error-codes.ts'
import type { ErrorText, ErrorWords } from '../failure-text.ts'

export const updateErrors: Readonly<Record<Extract<ErrorCode, `update.${string}`>, ErrorText>> = {
  'update.addressInvalid': {
    title: '更新地址不能使用',
    cause: '程序没有采用这个地址。',
    nextStep: '请核对更新地址，完整地址以 https:// 开头；留空表示不检查更新。',
  },
  'update.unreachable': {
    title: '连不上更新服务器',
    cause: '网络不通，或代理、防火墙拦住了连接。',
    nextStep: '请检查网络后再试，已下载的部分会保留；现在的版本照常使用。',
  },
  'update.tls': {
    title: '不能确认更新服务器的身份',
    cause: '加密连接没有通过检查，程序没有采用这个连接。',
    nextStep: '请核对电脑时间和更新地址；仍不行请告诉单位信息部门，不要绕过这个检查。',
  },
  'update.redirected': {
    title: '更新地址转到了别处',
    cause: '更新服务器要求到另一个地址去取，程序没有跟随。',
    nextStep: '可能要先完成上网认证；否则请向单位信息部门核对更新地址。现在的版本照常使用。',
  },
  'update.notThere': {
    title: '更新地址上没有找到更新信息',
    cause: '更新服务器没有给出所要的文件。',
    nextStep: '请向单位信息部门核对更新地址；现在的版本照常使用。',
  },
  'update.signature': {
    title: '更新信息没有采用',
    cause: '不能确认它是本程序的发布者签发的，程序没有读取其中的内容，也没有下载任何文件。',
    nextStep: '请把下方代码告诉单位信息部门；现在的版本照常使用，请不要从别处下载安装包。',
  },
  'update.feedUnreadable': {
    title: '没有适合这台电脑的更新',
    cause: '更新信息里没有这台电脑能用的安装包，或内容无法识别。',
    nextStep: '请把下方代码告诉单位信息部门；现在的版本照常使用。',
  },
  'update.feedOlder': {
    title: '更新信息是旧的',
    cause: '服务器给出的版本比这台电脑见过的旧，可能有人用旧的信息替换了新的，程序没有采用。',
    nextStep: '请把下方代码告诉单位信息部门；现在的版本照常使用。',
  },
  'update.corrupt': {
    title: '下载的安装包不完整',
    cause: '安装包与发布者签发的校验值不一致，已经删除，没有安装。',
    nextStep: '请重新下载；若再次出现，请把下方代码告诉单位信息部门，不要从别处下载安装包。',
  },
  'update.diskFull': {
    title: '磁盘空间不足',
    cause: '保存安装包的磁盘已满，已下载的部分还在，现在的版本没有改动。',
    nextStep: '请腾出空间后继续，不用从头下载。',
  },
  'update.saveFailed': {
    title: '安装包没有保存成功',
    cause: '程序的数据文件夹不能写入，现在的版本没有改动。',
    nextStep: '请稍后再试；仍不行请联系单位信息部门。',
  },
  'update.publisher': {
    title: '安装包不是本程序的发布者签名的',
    cause: '系统核对安装包的签名没有通过，安装包已经删除，没有安装。',
    nextStep: '请把下方代码告诉单位信息部门，不要从别处下载安装包；现在的版本照常使用。',
  },
  'update.renewalActive': {
    title: '正在办理延期，暂不更新',
    cause: '正在写入 USB Key，这时更新会打断它。',
    nextStep: '请等这次延期或修复告一段落后再更新；没有办完的延期在更新后会从断点继续。',
  },
  'update.installFailed': {
    title: '没有更新成功',
    cause: '安装没有开始，现在的版本没有改动，证书和 USB Key 不受影响。',
    nextStep: '请再试一次；仍不行请由单位信息部门安装新版本。',
  },
  'update.notInstalled': {
    title: '上次的更新没有完成',
    cause: '安装被取消或没有成功，现在运行的还是原来的版本，证书和 USB Key 不受影响。',
    nextStep: '请检查更新后再试一次；仍不行请由单位信息部门安装新版本。',
  },
}

export const updateWords: Pick<ErrorWords, Extract<keyof ErrorWords, `update.${string}`>> = {
  'update.addressInvalid': {
    empty: '还没有填写地址。',
    malformed: '地址的格式不对。',
    scheme: '地址应以 https:// 开头。',
    'plain-http': '这个地址没有加密。',
    credentials: '地址里不能包含账号或密码。',
    query: '地址里不能带问号和参数。',
    fragment: '地址里不能带井号。',
    'api-version': '地址的格式不对。',
  },
  'update.tls': {
    expired: '服务器的证书已过期，或电脑的日期不对。',
    'not-yet-valid': '服务器的证书还没有生效，或电脑的日期不对。',
    'self-signed': '服务器的证书是自己签发的，没有机构为它担保。',
    'unknown-issuer': '签发服务器证书的机构不在信任范围内。',
    'host-name': '服务器的证书属于另一个地址。',
    revoked: '服务器的证书已被吊销。',
    certificate: '服务器的证书本身不合格。',
    protocol: '对方不支持所要求的加密方式，或这个端口不是加密连接。',
  },
  'update.signature': {
    'no-key': '这个版本的程序还没有配备核对签名的公钥，不接受任何更新。',
    missing: '更新信息旁边没有签名。',
    wrong: '签名不对，内容可能被改动过，或不是给这种系统的。',
  },
}
