import { openBlanks } from '../kit/open-blanks.ts';
import type { SubscriptionBookData } from './data.ts';

/**
 * What somebody could still enter before the book is printed: its blanks are struck meanwhile. What many homes do not
 * have, such as a basement, is not missing.
 */
export function openBlanksOfBook({ seller, buyers, unit, deposit, complaintPhone }: SubscriptionBookData): string[] {
  return openBlanks([
    ['出卖人信用代码', seller.creditCode],
    ['出卖人住所', seller.address],
    ['出卖人联系电话', seller.phone],
    ['法定代表人', seller.representative],
    ['资质证书号', seller.qualification],
    ...buyers.map(({ name, address }) => [`${name}的通讯地址`, address] as const),
    ...buyers.flatMap(({ name, identityKind, representative }) =>
      identityKind === 'businessLicence' ? [[`${name}的法定代表人`, representative] as const] : [],
    ),
    ['户型', unit.houseType],
    ['套内面积', unit.innerArea],
    ['分摊面积', unit.sharedArea],
    ['交付期限', unit.deliveryOn],
    ['测绘机构', unit.surveyor],
    ['监管银行', deposit.bank],
    ['监管账号', deposit.account],
    ['投诉电话', complaintPhone],
  ]);
}
