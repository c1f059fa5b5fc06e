/** Chinese sentences of the refusals about the texts of contracts. */
export const templateErrors = {
  TEMPLATE_NOT_A_TEXT: '这不是合同文本。请在文本编辑页中修改后保存。',
  TEMPLATE_TOO_LONG: '文本太长（最多 {{most}} 个字符），没有保存。请精简后再存。',
  TEMPLATE_NOT_DECLARED: '文本里有系统不认得的内容（{{place}}），没有保存。合同文本只能使用列出的字段、表格和条件。',
  TEMPLATE_SIGN_NOT_ALLOWED: '文本里有看不见的控制字符，没有保存。请删去从别处粘贴来的那一段，重新输入。',
  TEMPLATE_LOCKED:
    '文本删去或者改动了法律规定须保留的内容[[：{{words}}]]，或者写入了合同不能有的内容，没有保存。请恢复后再存。',
  TEMPLATE_NOT_CLEAR: '文本检查还有 {{count}} 处问题。请改正后再提交。',
  TEMPLATE_DAY_PAST: '启用日期须是今天或者以后。请改选日期。',
  TEMPLATE_NONE_IN_FORCE: '这类合同没有启用中的文本。请先批准一个版本，再起草合同。',
  TEMPLATE_IS_CURRENT: '这份合同用的就是现行文本，不需要更换。',
} as const;
