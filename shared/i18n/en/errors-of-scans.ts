/** English sentences of the refusals about scanned pages. */
export const scanErrors = {
  SCAN_KIND: 'Only PDF, PNG and JPEG files can be read. Choose one of these at the scanner and scan again.',
  SCAN_TOO_LARGE: 'The file is larger than {{limit}} MB. Scan at a lower resolution (300 dpi is enough) or in parts.',
  SCAN_TOO_MANY: 'The file has {{pages}} pages; at most {{limit}} are read at once. Scan in parts.',
  SCAN_TOO_FINE:
    'The file becomes too large when unpacked (more than {{limit}} megapixels a page). Scan it at 300 dpi.',
  SCAN_PROTECTED: 'This PDF has a password. Take it off, or scan the paper again.',
  SCAN_UNREADABLE: 'This file cannot be read and may be damaged. Scan the paper again.',
  SCAN_SLOW: 'Reading this file took too long and was stopped; nothing is kept. Scan in parts.',
  SCAN_RUNNING: 'This window is reading another file. Wait until it is done, or stop it first.',
  SCAN_SETTLED: 'This page was dealt with already. Reload to see where it is now.',
  SCAN_NOT_TWICE: 'This page is no second scan of a page that is there. Say by hand where it belongs.',
  SCAN_PAPER_VOID: '{{number}} is void or not issued yet and takes no scans. Check number and version of the paper.',
  SCAN_NO_SUCH_PAGE: '{{number}} has {{pages}} pages and none of this number. Check the page.',
} as const;
