import { blank, oneOf } from './kinds.ts';

/** Fields of chapters four to six: delivery, areas, changes (articles 9 to 15). */
export const deliveryFields = {
  deliveryConditions: blank(9, 'free', 'longText'),

  utilitiesAddition: blank(10, 'free', 'longText'),
  heatingOffered: oneOf(10, 'record', ['yes', 'no']),
  gasOffered: oneOf(10, 'record', ['yes', 'no']),
  facilityDailySum: blank(10, 'free', 'money'),
  facilityLatestDays: blank(10, 'bound', 'days'),
  facilityRemedy: blank(10, 'free', 'longText'),

  deliveryOn: blank(11, 'record', 'date'),
  noticeDays: blank(11, 'bound', 'days'),
  deliveryPapers: blank(11, 'free', 'longText'),
  repairDays: blank(11, 'bound', 'days'),
  refusalDefects: blank(11, 'free', 'longText'),
  lateTakingOver: blank(11, 'free', 'longText'),

  deliveryDelayRule: oneOf(12, 'choice', ['bands', 'own']),
  deliveryBandDays: blank(12, 'bound', 'days'),
  deliveryRate: blank(12, 'bound', 'dailyRate'),
  deliveryLaterBandDays: blank(12, 'bound', 'days'),
  deliveryInterest: blank(12, 'bound', 'percent'),
  deliveryTermination: blank(12, 'bound', 'percent'),
  deliveryLaterRate: blank(12, 'bound', 'dailyRate'),
  deliveryDelayOwn: blank(12, 'free', 'longText'),

  areaRule: oneOf(13, 'rule', ['inner', 'built', 'perSet', 'own']),
  areaInterest: blank(13, 'bound', 'percent'),
  areaOwn: blank(13, 'free', 'longText'),

  planningInterest: blank(14, 'bound', 'percent'),
  planningPenalty: blank(14, 'bound', 'percent'),
  planningOwn: blank(14, 'free', 'longText'),

  designCases: blank(15, 'free', 'longText'),
  designInterest: blank(15, 'bound', 'percent'),
  designPenalty: blank(15, 'bound', 'percent'),
  designOwn: blank(15, 'free', 'longText'),
} as const;
