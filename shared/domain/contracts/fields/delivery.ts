import { blank, oneOf } from './kinds.ts';

/** Fields of chapters four to six: delivery, areas, changes (articles 9 to 15). */
export const deliveryFields = {
  deliveryConditions: blank('deliveryConditions', 'free', 'longText'),

  utilitiesAddition: blank('facilities', 'free', 'longText'),
  heatingOffered: oneOf('facilities', 'record', ['yes', 'no']),
  gasOffered: oneOf('facilities', 'record', ['yes', 'no']),
  facilityDailySum: blank('facilities', 'free', 'money'),
  facilityLatestDays: blank('facilities', 'bound', 'days'),
  facilityRemedy: blank('facilities', 'free', 'longText'),

  powerSupply: blank('facilities', 'free', 'text'),
  floorLoad: blank('facilities', 'free', 'text'),
  exhaust: blank('facilities', 'free', 'text'),
  signPlace: blank('facilities', 'free', 'text'),
  openingHours: blank('facilities', 'free', 'text'),

  deliveryOn: blank('delivery', 'record', 'date'),
  noticeDays: blank('delivery', 'bound', 'days'),
  deliveryPapers: blank('delivery', 'free', 'longText'),
  repairDays: blank('delivery', 'bound', 'days'),
  refusalDefects: blank('delivery', 'free', 'longText'),
  lateTakingOver: blank('delivery', 'free', 'longText'),

  deliveryDelayRule: oneOf('lateDelivery', 'choice', ['bands', 'own']),
  deliveryBandDays: blank('lateDelivery', 'bound', 'days'),
  deliveryRate: blank('lateDelivery', 'bound', 'dailyRate'),
  deliveryLaterBandDays: blank('lateDelivery', 'bound', 'days'),
  deliveryInterest: blank('lateDelivery', 'bound', 'percent'),
  deliveryTermination: blank('lateDelivery', 'bound', 'percent'),
  deliveryLaterRate: blank('lateDelivery', 'bound', 'dailyRate'),
  deliveryDelayOwn: blank('lateDelivery', 'free', 'longText'),

  areaRule: oneOf('areaDifference', 'rule', ['inner', 'built', 'perSet', 'own']),
  areaInterest: blank('areaDifference', 'bound', 'percent'),
  areaOwn: blank('areaDifference', 'free', 'longText'),

  planningInterest: blank('planningChange', 'bound', 'percent'),
  planningPenalty: blank('planningChange', 'bound', 'percent'),
  planningOwn: blank('planningChange', 'free', 'longText'),

  designCases: blank('designChange', 'free', 'longText'),
  designInterest: blank('designChange', 'bound', 'percent'),
  designPenalty: blank('designChange', 'bound', 'percent'),
  designOwn: blank('designChange', 'free', 'longText'),
} as const;
