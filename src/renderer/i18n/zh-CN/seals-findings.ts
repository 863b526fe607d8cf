/** What is wrong with a picture, and what to do about it. */
export const sealFindings = {
  unreadable: { title: '图片打不开', text: '文件已损坏，或不是图片。请换一个文件。' },
  'not-png': { title: '不是 PNG 图片', text: '请用智能自助采集处理照片，或另存为 PNG。' },
  'file-too-large': { title: '文件太大', text: '文件有 {{kilobytes}} KB，最多 1024 KB。请缩小后再选。' },
  sides: {
    title: '图片尺寸不合适',
    text: '图片为 {{width}} × {{height}} 像素，每边须在 {{smallest}} 到 {{largest}} 之间。',
  },
  'too-few-pixels': {
    title: '图片太小',
    text: '图片为 {{width}} × {{height}} 像素，长边至少要 {{least}}。请重新扫描或拍照。',
  },
  'no-seal': { title: '没有找到印章', text: '图片里看不到印章。请换一张图片。' },
  'not-red': { title: '印章不是红色', text: '印章要用红色印泥，不能是黑白复印件。' },
  'coloured-ground': {
    title: '底色不是白色或透明',
    text: '图片有底色、阴影或反光。请在白纸上重新拍，或处理成透明底。',
  },
  'other-ink': { title: '章上有别的字迹', text: '标出的地方有其他颜色的字或线。请在空白的白纸上盖章。' },
  'several-seals': { title: '不只一个章', text: '一张图片只能有一个章。请只保留一个。' },
  'cut-off': { title: '章碰到了图片边缘', text: '标出的一边可能被切掉了。请在四周留一点空白。' },
  'small-in-picture': { title: '章在图片里太小', text: '请裁掉四周多余的空白，让章占满图片。' },
  'off-centre': { title: '章不在中间', text: '请裁剪图片，让四周的空白差不多宽。' },
  'wrong-shape': { title: '形状与印模类型不符', text: '请核对印模类型，或检查章是否变形。' },
  incomplete: { title: '章不完整', text: '外圈缺了一段。请重新盖一个清楚、完整的章。' },
  skewed: { title: '章是歪的', text: '大约歪了 {{degrees}} 度。请扶正后再选。' },
  gaps: { title: '外圈有小缺口', text: '可以提交，审核时可能会要求重新采集。' },
}
