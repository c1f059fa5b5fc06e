/** Chinese sentences of the refusals about house types, areas, generated homes and attached files. */
export const inventoryErrors = {
  // attached files
  ATTACHMENT_KIND: '只能上传 PDF、PNG 或 JPEG 文件。请扫描或另存为其中一种再上传。',
  ATTACHMENT_TOO_LARGE: '文件超过 {{limit}} MB。请降低扫描分辨率或拆分后再上传。',
  ATTACHMENT_UNREADABLE: '这个 PDF 打不开。请去掉密码、重新保存后再上传。',
  ATTACHMENT_TWICE: '同一个文件已作为“{{file}}”上传。',
} as const;
