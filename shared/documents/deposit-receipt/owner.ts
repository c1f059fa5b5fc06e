import type { ReceiptItem } from '#shared/domain/payments/states.ts';

/** What the record is called that the money belongs to. */
export function recordLabel(item: ReceiptItem): string {
  if (item === 'bookingMoney') return '小订单';
  return item === 'intentMoney' ? '认筹单' : '认购书';
}

/** What becomes of the money, where the receipt says it. */
export function fateOf(item: ReceiptItem): string {
  if (item === 'deposit') return '定金于买卖合同签订后抵作房价款，届时凭客户联登记。';
  if (item === 'bookingMoney') return '小订金不是定金：认购后转作定金，到期未认购的凭客户联退还。';
  return '';
}
