/** Chinese names of the fields of attached files and scanned pages. */
export const recordFieldsOfScans = {
  sizeBytes: '大小',
  addedBy: '上传人',
  addedAt: '上传时间',
  removedBy: '移除人',
  removedAt: '移除时间',
  stackId: '扫描批次',
  thumbnailSha256: '缩略图校验',
  turns: '旋转',
  outcome: '识别结果',
  codeText: '页码内容',
  page: '页码',
  byHand: '手工指定',
  settledBy: '处理人',
  settledAt: '处理时间',
} as const;
