import { createCipheriv, createHash } from 'node:crypto'

export interface DownloadFile {
  readonly id: string
  readonly name: string
  readonly version?: string
  readonly fileName: string
  readonly description: string
  /** Milliseconds since 1970. */
  readonly updatedAt: number
  readonly octets: Uint8Array
  /** Hex. */
  readonly sha256: string
}

type Seed = Omit<DownloadFile, 'updatedAt' | 'octets' | 'sha256'> & {
  /** Before the platform opened. */
  readonly daysBefore: number
  readonly octets: () => Uint8Array
}

const dayMs = 86_400_000
const largeBytes = 3_145_728

/** The same octets each time, and nothing that could be compressed or taken for a program: AES-256-CTR over zeros. */
function noise(length: number): Uint8Array {
  return createCipheriv('aes-256-ctr', Buffer.alloc(32), Buffer.alloc(16)).update(Buffer.alloc(length))
}

const sealRequirements = `印章图片处理方法及要求

一、要求
1. PNG 格式，透明或白色背景，不超过 1 MB。
2. 宽和高均为 100 到 4000 像素；公章建议不小于 400 像素。
3. 一张图片只有一枚印章，章面完整、端正、居中，不压字，不反光，不加边框。
4. 公章、法定代表人章为红色。印章名称与证书的单位名称一致。

二、处理方法
1. 在白纸上盖章，光线均匀，从正上方拍照或扫描。
2. 在用户工具的“电子印章”里点击“智能自助采集印章”，选择照片。
3. 对照预览调整，确认后上传，等待审核。
`

const renewalGuide = `证书延期操作说明

1. 插入 USB Key，打开用户工具，核对证书的起始时间和结束时间。
2. 退出电脑右下角其他省市的证书控件。
3. 点击“延期”（已过期的点击“修复”），依次完成：
   读取证书、短信验证、初始化证书、执行延期（修复）。
4. 在“核对结果”里确认新的结束时间，并完成一次签名验证。
5. 新证书同步到业务系统需要约一个工作日。
`

const seeds: readonly Seed[] = [
  {
    id: 'file-driver',
    name: 'USB Key 驱动（演示数据）',
    version: '1.4.2',
    fileName: 'USB-Key-驱动-演示数据.bin',
    description: '演示下载用的数据，不是真正的驱动，不能安装。',
    daysBefore: 12,
    octets: () => noise(largeBytes),
  },
  {
    id: 'file-seal-requirements',
    name: '印章图片处理方法及要求',
    fileName: '印章图片处理方法及要求.txt',
    description: '上传印章图片之前请阅读。',
    daysBefore: 34,
    octets: () => Buffer.from(sealRequirements),
  },
  {
    id: 'file-renewal-guide',
    name: '证书延期操作说明',
    version: '2.0',
    fileName: '证书延期操作说明.txt',
    description: '延期与修复的办理步骤。',
    daysBefore: 20,
    octets: () => Buffer.from(renewalGuide),
  },
]

/** The files, dated from when the platform opened (milliseconds since 1970). */
export function openDownloads(openedAt: number): readonly DownloadFile[] {
  return seeds.map(({ daysBefore, octets, ...seed }) => {
    const content = octets()
    return {
      ...seed,
      updatedAt: openedAt - daysBefore * dayMs,
      octets: content,
      sha256: createHash('sha256').update(content).digest('hex'),
    }
  })
}
