/** English sentences of the refusals about house types, areas, generated homes and attached files. */
export const inventoryErrors = {
  // attached files
  ATTACHMENT_KIND: 'Only PDF, PNG and JPEG files can be attached. Scan the paper or save it as one of these.',
  ATTACHMENT_TOO_LARGE: 'The file is larger than {{limit}} MB. Scan it at a lower resolution or split it.',
  ATTACHMENT_UNREADABLE: 'This PDF cannot be opened. Save it again, without a password, and attach that.',
  ATTACHMENT_TWICE: 'The same file is attached here already as “{{file}}”.',
} as const;
