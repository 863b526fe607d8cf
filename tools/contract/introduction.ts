/** The text at the head of the document: what holds for every operation, and the table of problem codes. */
import { problems } from '../../src/shared/platform/problem-codes.ts'

export function introduction(): string {
  return `${conventions}\n\n${codeTable()}\n`
}

const conventions = `由程序生成，请不要手工修改。文字说明见同一目录的《接入说明》，流程见 flow.arazzo.yaml。

- 正文为 JSON（UTF-8）；时刻为 RFC 3339，带时区；二进制内容为 base64（RFC 4648 第 4 节）。
- 请求是封闭的：没有列出的字段与查询参数按 400 request.invalid 拒绝。回答是开放的：平台可以增加字段，客户端忽略不认识的字段。
- 字符串长度按 UTF-16 代码单元计，一个常用汉字为 1。
- 拒绝一律为 application/problem+json（RFC 9457），另有机器可读的 code；不认识的 code 按状态码类别处理。
- \`x-retry\`：\`safe\` 可以重复；\`keyed\` 以同一个 Idempotency-Key 可以重复；\`never\` 客户端从不自动重复。
- \`x-deadline-ms\`：客户端从发出第一个字节到收到最后一个字节最多等待的毫秒数。
- \`x-max-response-bytes\`：客户端接受的最大回答（解压之后）。\`x-max-request-bytes\`：平台至少要接受的上传大小。
- \`x-feature\`：属于可选部分；GET /service 的 features 里没有它，客户端就不会调用。
- \`x-problem-codes\`：这个状态码下的错误码，机器可读。
- 不存在的路径或方法以 404 或 405 的问题详情回答；无法解析的地址为 400，过长的地址为 414，过长的请求头为 431。code 都是 request.invalid。`

function codeTable(): string {
  const rows = Object.entries(problems).map(([code, [status, title]]) => `| \`${code}\` | ${status} | ${title} |`)
  return ['错误码：', '', '| code | 状态码 | 含义 |', '| --- | --- | --- |', ...rows].join('\n')
}
