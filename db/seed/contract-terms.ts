import type { ContractAnnexes } from '#shared/domain/contracts/annexes.ts';
import { contractFields, type FieldValues, fieldNames } from '#shared/domain/contracts/fields/catalogue.ts';
import type { ContractTerms } from '#shared/domain/contracts/kept-terms.ts';
import { isOfSpace } from '#shared/domain/contracts/text/forms.ts';
import { fieldsOfText } from '#shared/domain/contracts/text/live-fields.ts';
import { contractTextOf } from '#shared/domain/contracts/text/own-wording.ts';
import { area } from '#shared/kernel/area.ts';
import { addMonths, localDate } from '#shared/kernel/local-date.ts';
import { fen } from '#shared/kernel/money.ts';

/** What the contracts of a generated office say of each of its towers; a home above that would be none of the building. */
export const storeys = { above: 27, below: 2 };

/** What the records of a generated office do not know and its people fill in; all of it invented. */
const demoFields: Partial<FieldValues> = {
  landMode: 'granted',
  landPlace: '渝澄新区江岸组团 C 分区 12-1 地块',
  landDocument: 'titleCertificate',
  landArea: area(4_866_000),
  landUse: '城镇住宅用地、商务金融用地',
  landEndsOn: localDate('2093-05-17'),
  approvedProjectName: '江岸云境',
  permitAuthority: '渝澄新区住房和城乡建设委员会',
  structure: '钢筋混凝土剪力墙',
  floorsTotal: storeys.above + storeys.below,
  floorsAbove: storeys.above,
  floorsBelow: storeys.below,
  surveyor: '渝澄测绘有限公司',
  storeyHeight: 300,
  balconies: 2,
  balconiesEnclosed: 1,
  balconiesOpen: 1,
  spaceLength: 530,
  spaceWidth: 240,
  spaceHeight: 220,
  spaceFee: fen(8_000),
  saleBasisAuthority: '渝澄新区住房和城乡建设委员会',
  payeeBank: '渝澄银行江岸支行',
  payeeNumber: '0000 0000 0000 0036',
  managementCompany: '渝澄江岸物业服务有限公司',
  managementFee: fen(320),
  lender: '渝澄银行江岸支行',
};

const facilities: ContractAnnexes['facilities'] = (
  ['water', 'power', 'gas', 'television', 'broadband', 'greenery', 'roads', 'parking', 'managementRoom'] as const
).map((name) => ({ name, label: '', offered: true, promisedOn: null, state: '正常使用', place: '' }));

const demoAnnexes: Partial<ContractAnnexes> = {
  drawings: { floorPlan: true, sitePlan: true, dimensions: true, scale: '1:100', tolerance: '' },
  commonParts: [
    { part: '门厅、楼梯间、电梯井', place: '本幢', area: null, apportioned: true },
    { part: '消防控制室', place: '地下一层', area: null, apportioned: false },
  ],
  facilities,
  fitOut: [
    { place: 'exterior', item: '外墙', material: '真石漆、保温板', brand: '', specification: '' },
    { place: 'living', item: '墙面、顶棚、地面', material: '毛坯，水泥砂浆找平', brand: '', specification: '' },
    { place: 'windows', item: '外窗', material: '断桥铝合金中空玻璃', brand: '', specification: '5+12A+5' },
    { place: 'doors', item: '入户门', material: '钢质防盗门', brand: '', specification: '' },
  ],
  managementContract: true,
  temporaryRules: true,
};

const warrantyTerms = '出卖人对渗漏、管线和设备按上表期限免费维修，接到报修后派人到场';

/** What a space says of itself: its dimensions decide, and there is nothing to fit out but its floor. */
const ofSpaces: Partial<ContractAnnexes> = {
  drawings: { floorPlan: true, sitePlan: true, dimensions: true, scale: '1:100', tolerance: '±2%' },
  fitOut: [{ place: 'other', item: '地面', material: '环氧地坪，划线编号', brand: '', specification: '' }],
};

/** What a shop says of its fit-out: it has no rooms of a home. */
const ofShops: Partial<ContractAnnexes> = {
  fitOut: [
    { place: 'exterior', item: '外墙、门头', material: '真石漆，预留店招位置', brand: '', specification: '' },
    { place: 'windows', item: '橱窗', material: '铝合金框，钢化玻璃', brand: '', specification: '' },
    { place: 'doors', item: '门', material: '钢化玻璃地弹门', brand: '', specification: '' },
    { place: 'other', item: '墙面、顶面、地面', material: '毛坯，水泥砂浆找平', brand: '', specification: '' },
  ],
};

/** The mortgage on a building that article four tells of, as annex three lists it. */
const mortgage: ContractAnnexes['mortgages'][number] = {
  kind: 'workInProgress',
  mortgagor: '出卖人',
  mortgagee: '渝澄银行江岸支行',
  registry: '渝澄新区不动产登记中心',
  registeredOn: null,
  debtTerm: '36 个月',
  consentOn: null,
  dischargeBy: null,
};

/** The terms of a draft with everything filled in that is still open; what nobody needs is struck. */
export function filledTerms(terms: ContractTerms): ContractTerms {
  const known = { ...terms.fields };
  const places = fieldsOfText(contractTextOf(terms.form));
  const open = fieldNames.filter((name) => known[name] === null && places.has(name));
  const deliveryOn = known.deliveryOn ?? localDate('2028-06-30');
  // Management begins with the first handover and runs until the owners choose their own.
  const proposed: Partial<FieldValues> = {
    ...demoFields,
    deliveryOn,
    managementFrom: deliveryOn,
    managementTo: addMonths(deliveryOn, 36),
  };
  const filled = Object.fromEntries(open.map((name) => [name, proposed[name] ?? null]));
  const fields = { ...known, ...filled } as FieldValues;
  const promised = facilities
    .filter(({ name }) => name !== 'gas' || fields.gasOffered === 'yes')
    .map((one) => ({ ...one, promisedOn: deliveryOn }));
  const untold = fields.mortgageStatus === 'mortgaged' && terms.annexes.mortgages.length === 0;
  const mortgages = untold ? [mortgage] : terms.annexes.mortgages;
  const empty = open.filter((name) => fields[name] === null);
  return {
    ...terms,
    fields,
    struck: [...new Set([...terms.struck, ...empty.filter((name) => contractFields[name].lock !== 'law')])].filter(
      (name) => fields[name] === null,
    ),
    annexes: {
      ...terms.annexes,
      ...demoAnnexes,
      // A garage keeps the facilities that it was drafted with.
      ...(isOfSpace(terms.form) ? { ...ofSpaces, facilities: terms.annexes.facilities } : { facilities: promised }),
      ...(known.plannedUse === 'dwelling' ? {} : { warrantyTerms }),
      ...(terms.form.endsWith('Commercial') ? ofShops : {}),
      mortgages,
    },
  };
}
