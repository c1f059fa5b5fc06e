import { type BoxLabelData, boxLabelDataSchema } from './box-label/data.ts';
import { boxLabelEdition, buildBoxLabelDefinition, LABEL_TITLE } from './box-label/definition.ts';
import { expectedOnLabel, frameOfLabel } from './box-label/expected.ts';
import { boxLabelSample } from './box-label/sample.ts';
import { type CollectNoticeData, collectNoticeDataSchema } from './collect-notice/data.ts';
import { buildCollectNoticeDefinition, COLLECT_TITLE, collectNoticeEdition } from './collect-notice/definition.ts';
import { expectedOnCollect, frameOfCollect } from './collect-notice/expected.ts';
import { collectNoticeSample } from './collect-notice/sample.ts';
import { type CustodyRegisterData, custodyRegisterDataSchema } from './custody-register/data.ts';
import {
  buildCustodyRegisterDefinition,
  CUSTODY_TITLE,
  custodyRegisterEdition,
} from './custody-register/definition.ts';
import { expectedOnRegister, frameOfRegister } from './custody-register/expected.ts';
import { custodyRegisterSample } from './custody-register/sample.ts';
import { type HandoverSlipData, handoverSlipDataSchema } from './handover-slip/data.ts';
import { buildHandoverSlipDefinition, HANDOVER_TITLE, handoverSlipEdition } from './handover-slip/definition.ts';
import { expectedOnHandover, frameOfHandover } from './handover-slip/expected.ts';
import { handoverSlipSample } from './handover-slip/sample.ts';
import type { DocumentKind } from './kind.ts';
import { openBlanks } from './kit/open-blanks.ts';

/** The custody register of a contract (合同保管登记表). */
export const custodyRegister: DocumentKind<CustodyRegisterData, 'a4Landscape'> = {
  kind: 'custodyRegister',
  title: CUSTODY_TITLE,
  numberPrefix: 'BG',
  templateVersion: custodyRegisterEdition,
  copies: 1,
  papers: ['a4Landscape'],
  schema: custodyRegisterDataSchema,
  build: buildCustodyRegisterDefinition,
  openBlanks: ({ contract }) => openBlanks([['备案号', contract.filingNumber]]),
  expected: expectedOnRegister,
  frame: frameOfRegister,
  follows: true,
  sample: custodyRegisterSample,
};

/** The receipt for originals that changed hands (原件移交签收单). */
export const handoverSlip: DocumentKind<HandoverSlipData, 'a4'> = {
  kind: 'handoverSlip',
  title: HANDOVER_TITLE,
  numberPrefix: 'YJ',
  templateVersion: handoverSlipEdition,
  copies: 2,
  papers: ['a4'],
  schema: handoverSlipDataSchema,
  build: buildHandoverSlipDefinition,
  openBlanks: ({ reason }) => openBlanks([['原因', reason]]),
  expected: expectedOnHandover,
  frame: frameOfHandover,
  sample: handoverSlipSample,
};

/** The label of an archive box (档案盒标签). */
export const boxLabel: DocumentKind<BoxLabelData, 'a4'> = {
  kind: 'boxLabel',
  title: LABEL_TITLE,
  numberPrefix: 'DA',
  templateVersion: boxLabelEdition,
  copies: 1,
  papers: ['a4'],
  schema: boxLabelDataSchema,
  build: buildBoxLabelDefinition,
  openBlanks: () => [],
  expected: expectedOnLabel,
  frame: frameOfLabel,
  follows: true,
  sample: boxLabelSample,
};

/** The notice to collect originals (合同领取通知书). */
export const collectNotice: DocumentKind<CollectNoticeData, 'a4'> = {
  kind: 'collectNotice',
  title: COLLECT_TITLE,
  numberPrefix: 'LQ',
  templateVersion: collectNoticeEdition,
  copies: 2,
  papers: ['a4'],
  schema: collectNoticeDataSchema,
  build: buildCollectNoticeDefinition,
  openBlanks: ({ company, contract }) =>
    openBlanks([
      ['备案号', contract.filingNumber],
      ['领取地点', company.address],
      ['联系电话', company.phone],
    ]),
  expected: expectedOnCollect,
  frame: frameOfCollect,
  follows: true,
  sample: collectNoticeSample,
};
