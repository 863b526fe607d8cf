/** 常见问题 of the demonstration: what holders ask most, in the order in which they meet it. */
interface FaqSeed {
  readonly id: string
  readonly category: string
  readonly question: string
  readonly format: 'plain' | 'markdown'
  readonly answer: string
  /** Before the platform opened. */
  readonly daysBefore: number
}

type Entry = readonly [id: string, question: string, answer: string]

function inCategory(category: string, daysBefore: number, entries: readonly Entry[]): readonly FaqSeed[] {
  return entries.map(([id, question, answer]) => ({
    id,
    category,
    question,
    answer,
    daysBefore,
    format: answer.includes('\n- ') || answer.includes('\n1. ') ? 'markdown' : 'plain',
  }))
}

const renewal = inCategory('延期与修复', 18, [
  [
    'faq-expired',
    '证书已经过期，还能延期吗？',
    '过期不超过一年的证书，请在证书列表里找到对应的卡号，点击“修复”。修复成功即完成延期。超过一年的，须到服务网点重新核验身份。',
  ],
  [
    'faq-too-early',
    '为什么提示还没有到延期时间？',
    '证书到期前 90 天起可以延期。证书列表的“状态详情”里写着最早可以办理的日期。',
  ],
  [
    'faq-not-effective',
    '刚延期成功，业务系统提示“证书未生效或者用户不存在”怎么办？',
    '新证书同步到业务系统需要约一个工作日，请稍后再登录。仍然不行时，请到业务系统重新绑定证书，并提供新证书的序列号。',
  ],
  [
    'faq-bid-files',
    '延期之后，以前加密的投标文件打不开了怎么办？',
    '延期会更换加密密钥。有尚未开标的加密投标文件时，请开标之后再延期。已经延期的，请重新生成并上传投标文件。',
  ],
  [
    'faq-interrupted',
    '写入证书时中断了怎么办？',
    `请不要重新下单。\n\n1. 重新插入同一把 USB Key。\n2. 打开用户工具，点击“继续上次延期”。\n3. 仍然失败时，记下错误码，联系客服。\n\n平台已经签发的证书会一直保留，原证书在确认之前继续有效。`,
  ],
  [
    'faq-old-dates',
    '延期成功了，业务网站仍显示旧的有效期，为什么？',
    '浏览器还保留着旧证书的信息。请拔下 USB Key 再插入，关闭全部浏览器窗口后重新打开；必要时重新启动电脑。',
  ],
])

const device = inCategory('USB Key 与驱动', 40, [
  [
    'faq-conflict',
    '提示控件冲突或者证书写入失败怎么办？',
    `其他省市的证书程序正在占用 USB Key。\n\n- 在电脑右下角逐个右键退出其他证书程序；\n- 关闭浏览器、Office 和 PDF 软件；\n- 重新插入 USB Key，再试一次。\n\n退不掉的，请重新启动电脑，先打开用户工具再办理。`,
  ],
  [
    'faq-not-found',
    '插入 USB Key 之后没有反应怎么办？',
    '请拔下 USB Key，换到机箱后面的 USB 口直接插入，不要经过集线器。指示灯亮后点击“重新检测”。仍然没有反应时，请检查是否已经安装这个型号的驱动。',
  ],
  [
    'faq-pin',
    '忘记 PIN 或者 USB Key 已锁定怎么办？',
    '初始 PIN 在密码信封或办理短信里。只剩三次机会时请停下，先向保管人确认。已经锁定的，请携带单位证明到服务网点解锁。',
  ],
])

const sms = inCategory('登录与短信', 55, [
  [
    'faq-no-sms',
    '收不到短信验证码怎么办？',
    '请先核对页面上显示的手机号。60 秒后可以重新发送，每天最多 20 条。号码已经变更的，请先办理经办人变更。',
  ],
  [
    'faq-wrong-code',
    '为什么提示验证码错误或者已失效？',
    '验证码 5 分钟内有效，只有最新的一条可以使用。请以最后收到的短信为准。',
  ],
  [
    'faq-locked',
    '登录时为什么要输入图形验证码，账号为什么会锁定？',
    '连续输错三次密码之后需要图形验证码，输错五次账号会锁定十分钟。锁定时间过后可以再次登录。',
  ],
])

const seal = inCategory('电子印章', 30, [
  [
    'faq-no-seal',
    '提示“该用户没有分配印章权限”怎么办？',
    '新证书还没有印章。请打开“电子印章”，点击“注册电子印章”，上传符合要求的印章图片，等待审核通过。',
  ],
  [
    'faq-seal-rejected',
    '印章图片被退回怎么办？',
    `请按退回的原因修改后重新上传。常见的原因：\n\n- 图片歪斜、残缺、发黑或者有底色；\n- 章面压字或者反光；\n- 印章名称与证书的单位名称不一致。`,
  ],
])

export const faqSeeds: readonly FaqSeed[] = [...renewal, ...device, ...sms, ...seal]
