import type { DocumentKind } from '../kind.ts';
import { openBlanks } from '../kit/open-blanks.ts';
import { type BookingSlipData, bookingSlipDataSchema } from './data.ts';
import { bookingSlipEdition, buildBookingSlipDefinition, SLIP_TITLE } from './definition.ts';
import { expectedOnSlip, frameOfSlip } from './expected.ts';
import { bookingSlipSample } from './sample.ts';

/** The slip of a small booking (小订单). */
export const bookingSlip: DocumentKind<BookingSlipData, 'a4'> = {
  kind: 'bookingSlip',
  title: SLIP_TITLE,
  numberPrefix: 'XD',
  templateVersion: bookingSlipEdition,
  copies: 2,
  papers: ['a4'],
  schema: bookingSlipDataSchema,
  build: buildBookingSlipDefinition,
  openBlanks: ({ seller, customer }) =>
    openBlanks([
      ['联系电话', customer.phone],
      ['售楼电话', seller.phone],
    ]),
  expected: expectedOnSlip,
  frame: frameOfSlip,
  // An extension is said by a new one.
  follows: true,
  sample: bookingSlipSample,
};
