/** Chinese sentences of the refusals about scanned pages. */
export const scanErrors = {
  SCAN_KIND: '只能读取 PDF、PNG 或 JPEG 文件。请在扫描仪上选择其中一种再扫描。',
  SCAN_TOO_LARGE: '文件超过 {{limit}} MB。请降低扫描分辨率（300 dpi 已足够），或分几次扫描。',
  SCAN_TOO_MANY: '文件有 {{pages}} 页，一次最多 {{limit}} 页。请分几次扫描。',
  SCAN_TOO_FINE: '文件展开后过大（单页超过 {{limit}} 百万像素）。请以 300 dpi 重新扫描。',
  SCAN_PROTECTED: '这个 PDF 有密码。请去掉密码，或用纸质原件重新扫描。',
  SCAN_UNREADABLE: '这个文件读不出来，可能已损坏。请用纸质原件重新扫描。',
  SCAN_SLOW: '读取这个文件的时间过长，已停止，没有保存任何内容。请分几次扫描。',
  SCAN_RUNNING: '本窗口正在读取另一个文件。请等它读完，或先停止。',
  SCAN_SETTLED: '这一页已经处理过。请刷新后查看它现在的位置。',
  SCAN_NOT_TWICE: '这一页不是重复页，没有可替换的扫描件。请手工指定它的位置。',
  SCAN_PAPER_VOID: '{{number}} 已作废或尚未出具，不能归入扫描件。请核对单据的编号和版次。',
  SCAN_NO_SUCH_PAGE: '{{number}} 共 {{pages}} 页，没有这一页。请核对页码。',
} as const;
