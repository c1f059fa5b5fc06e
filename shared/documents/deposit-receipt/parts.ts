/** The three parts of a receipt: which it is, and who keeps it. */
export const receiptParts = [
  { ordinal: '第一联', holder: '存根联', keeper: '开票人留存' },
  { ordinal: '第二联', holder: '客户联', keeper: '交款人收执' },
  { ordinal: '第三联', holder: '记账联', keeper: '财务记账' },
] as const;

/** One part of a receipt. */
export type ReceiptPart = (typeof receiptParts)[number];

/** What stands at the side of a receipt: the part, or all three where carbon makes them of one page. */
export function sideText(part: ReceiptPart | undefined): string {
  if (part !== undefined) return `${part.ordinal}　${part.holder}　${part.keeper}`;
  return receiptParts.map(({ ordinal, holder }) => `${ordinal} ${holder.slice(0, 2)}`).join('　');
}
