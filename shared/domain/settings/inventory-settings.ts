import { z } from 'zod';
import { define } from './definition.ts';

/** Settings of the stock: what a city asks about its encumbrances. */
export const inventorySettings = {
  dischargeBeforeSigning: define({
    group: 'contracts',
    schema: z.boolean(),
    unit: 'flag',
    default: false,
    sourceNote: {
      zh: '在建工程抵押的房源，有的城市要求先解除抵押再签约，有的凭抵押权人同意销售的证明签约',
      en: 'Some cities let a mortgaged home be signed with the lender’s consent, others only once it is discharged',
    },
    cityPacks: {},
  }),
};
