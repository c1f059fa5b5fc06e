import type Database from 'better-sqlite3';
import { labelOfUnit } from '#db/repositories/units.ts';
import { contracts } from '#db/schema/deals.ts';
import type { contracts as contractsApi } from '#shared/api/contracts.ts';
import { type CityFacts, cityDifferences, hasText } from '#shared/domain/contracts/city-contract.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import type { BlobStore } from '../documents/blob-store.ts';
import { checkCityPages } from '../documents/kept-papers.ts';
import type { RenderPort } from '../documents/render-port.ts';
import { type Handlers, prepared, type QueryContext } from '../kernel/handlers.ts';
import { contractDraft } from './check-contract.ts';
import { contractEvent } from './contract-happened.ts';
import { type Deal, ownContract, ownContractAt } from './deal.ts';

type City = Pick<Handlers<typeof contractsApi>, 'attachCity' | 'cityPages'>;
type Ports = { readonly client: Database.Database; readonly blobs: BlobStore; readonly render: RenderPort };

/** True for a contract that the city may have one of. */
function mayHaveCityContract({ row }: Pick<Deal, 'row'>): boolean {
  return row.state === 'signed' || row.state === 'filed';
}

/** What a screen offers about the city's contract; it comes beside the lifecycle and changes no state. */
export function cityCan({ can }: Pick<QueryContext, 'can'>, deal: Pick<Deal, 'row'>): { attach?: true | Refusal } {
  if (!mayHaveCityContract(deal)) return {};
  return { attach: can('contracts.file') ? true : { code: 'FORBIDDEN' } };
}

function factsOf(context: QueryContext, client: Database.Database, deal: Deal): CityFacts {
  const { fields, buyers } = contractDraft(context, client, deal);
  return {
    price: deal.row.price,
    builtArea: fields.builtArea,
    buyers: buyers.map(({ name, identityNumber }) => ({ name, identityNumber })),
    agentNumbers: buyers.flatMap(({ agent }) => (agent === null ? [] : [agent.identityNumber])),
    building: fields.buildingName ?? '',
    roomNo: deal.unit.roomNo,
    unit: labelOfUnit(context.db, deal.unit.id),
  };
}

/** Handlers of the city's own contract. */
export function cityHandlers({ client, blobs, render }: Ports): City {
  const checkState = (deal: Deal): void => {
    if (!mayHaveCityContract(deal)) throw new DomainError('NOT_IN_THIS_STATE');
  };
  return {
    attachCity: prepared({
      // Read and compared before it is kept: what is attached says what our contract says.
      prepare: async (context: QueryContext, input: CityFile) => {
        const deal = ownContractAt(context, input);
        checkState(deal);
        const bytes = new Uint8Array(Buffer.from(input.file.content, 'base64'));
        const pages = await render.readBack(bytes).catch(() => {
          throw new DomainError('CITY_CONTRACT_UNREADABLE');
        });
        if (!hasText(pages)) throw new DomainError('CITY_CONTRACT_SCANNED');
        const differences = cityDifferences(pages, factsOf(context, client, deal));
        if (Object.keys(differences).length > 0) throw new DomainError('CITY_CONTRACT_DIFFERS', differences);
        return blobs.put(bytes);
      },
      run: (context, input: CityFile, { sha256 }) => {
        const deal = ownContractAt(context, input);
        checkState(deal);
        const row = context.tx.update(contracts, deal.row.id, { citySha256: sha256 }, input.version);
        return contractEvent(context, { ...deal, row }, 'cityContractAttached');
      },
    }),

    cityPages: async (context, { contractId }) => {
      const { row } = ownContract(context, contractId);
      if (row.citySha256 === null) throw new DomainError('NOT_FOUND');
      checkCityPages(client, context, row);
      return { content: Buffer.from(await blobs.get(row.citySha256)).toString('base64') };
    },
  };
}

type CityFile = {
  readonly contractId: number;
  readonly version: number;
  readonly file: { readonly name: string; readonly content: string };
};
