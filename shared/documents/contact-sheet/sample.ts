import { subscriptionBookSample } from '../subscription-book/sample.ts';
import type { ContactSheetData } from './data.ts';

const { subscribedOn, project, seller, consultant, buyers, deposit, signBy, unit } = subscriptionBookSample;

/** The contact sheet that goes with the sample of a subscription book. */
export const contactSheetSample: ContactSheetData = {
  subscription: 'RG-2026-0018',
  subscribedOn,
  project: project.name,
  seller: { name: seller.name, phone: seller.phone },
  consultant: consultant.name,
  unit: '3-2-1702',
  buyers: buyers.map(({ name, phone, address }) => ({ name, phone, secondPhone: '', address, agent: '' })),
  promises: [
    { what: '交付定金', dueOn: deposit.dueOn },
    { what: '签订《商品房买卖合同》', dueOn: signBy },
    ...(unit.deliveryOn === null ? [] : [{ what: '交付房屋', dueOn: unit.deliveryOn }]),
  ],
};
