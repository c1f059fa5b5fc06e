import type { OpenDatabase } from '#db/connection.ts';
import type { contracts as contractsApi } from '#shared/api/contracts.ts';
import type { BlobStore } from '../documents/blob-store.ts';
import type { RenderPort } from '../documents/render-port.ts';
import { contractSamples } from '../documents/samples.ts';
import type { Handlers } from '../kernel/handlers.ts';
import { applyContractEvent } from './apply-contract-event.ts';
import { cancelFiling } from './cancel-filing.ts';
import { cityHandlers } from './city-contract.ts';
import { explainTerms, recordFund } from './confirm-contract.ts';
import { printedData } from './contract-data.ts';
import { contractDetail } from './contract-detail.ts';
import { contractEvent } from './contract-happened.ts';
import { ownContract, ownContractAt } from './deal.ts';
import { defectReport } from './defect-report.ts';
import { draftContract } from './draft-contract.ts';
import { editContract } from './edit-contract.ts';
import { contractList } from './list-contracts.ts';
import { reviewHandlers } from './review-contract.ts';
import { enterFiling, signContract } from './sign-contract.ts';
import { takeText } from './take-text.ts';

/** What contracts are handled with. */
type ContractPorts = {
  readonly database: OpenDatabase;
  readonly render: RenderPort;
  readonly blobs: BlobStore;
};

/** Handlers of contracts. */
export function contractsHandlers({ database, render, blobs }: ContractPorts): Handlers<typeof contractsApi> {
  const { client } = database;
  return {
    list: contractList(database),

    detail: (context, { contractId }) => contractDetail(context, client, ownContract(context, contractId)),

    preview: async (context, { contractId }) => {
      const deal = ownContract(context, contractId);
      const { bytes, pages } = await render.render({
        kind: 'saleContract',
        data: printedData(context, client, deal),
        number: deal.row.number,
        version: 1,
        draft: true,
      });
      return { content: Buffer.from(bytes).toString('base64'), pages };
    },

    ...contractSamples({ client, render }),

    defects: defectReport,

    draft: (context, input) => draftContract(context, client, input),
    edit: (context, input) => editContract(context, client, input),
    takeText: (context, input) => takeText(context, client, input),
    explainTerms: (context, input) => explainTerms(context, client, input),
    recordFund: (context, input) => recordFund(context, client, input),
    ...reviewHandlers(client),
    sign: (context, input) => signContract(context, client, input),

    file: (context, input) => {
      const after = enterFiling(context, client, ownContractAt(context, input), input);
      const { filingNumber, filedOn } = input;
      return contractEvent(context, after, 'contractFiled', { filingNumber, filedOn });
    },

    cancelFiling: (context, input) => cancelFiling(context, client, input),

    ...cityHandlers({ client, blobs, render }),

    drop: (context, input) => {
      const { reason } = input;
      const after = applyContractEvent(context, client, ownContractAt(context, input), 'drop', { reason });
      return contractEvent(context, after, 'contractDropped', { reason });
    },
  };
}
