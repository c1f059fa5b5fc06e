import { addDays, dayOf } from '#shared/kernel/local-date.ts';
import { type Stage, wait } from './stage.ts';

const nobody = { person: '', customerId: null, byProxy: false, identityChecked: false };

/** Where copies that go on to the registry and the banks are brought at the demonstration. */
const TAKER = '田晓雨';

/**
 * The copies of a contract go to where they belong. The buyers are not here on that day: theirs waits at the back office,
 * and they are told to collect it.
 */
export async function distribute(stage: Stage, contractId: number): Promise<void> {
  const backOffice = stage.desk('jiangxuemei');
  const { open } = await backOffice.custody.ofContract({ contractId });
  const placed = open.map((copy) => ({
    ...copy,
    place: copy.place === 'buyer' ? ('backOffice' as const) : copy.place,
  }));
  const places = [...new Set(placed.map(({ place }) => place))];
  await backOffice.custody.distribute({
    contractId,
    groups: places.map((place) => ({
      ...nobody,
      place,
      person: place === 'backOffice' ? '' : TAKER,
      copies: placed
        .filter((copy) => copy.place === place)
        .map(({ paper, number, copyNo }) => ({ paper, number, copyNo })),
    })),
  });
  wait(stage, 10);
  const collectBy = addDays(dayOf(stage.clock()), 12);
  await backOffice.custody.notify({ contractId, channel: 'phone', collectBy, note: '带身份证，周一休息' });
}

/** Boxes stand ready on their shelves, and documents are on their way between departments. */
export async function keepArchive(stage: Stage): Promise<void> {
  const backOffice = stage.desk('jiangxuemei');
  const box = { box: null, room: '档案室', capacity: 30, note: '', closed: false };
  await backOffice.custody.saveBox({ ...box, shelf: 'A 柜 1 层' });
  await backOffice.custody.saveBox({ ...box, shelf: 'A 柜 2 层', note: '一期合同' });
  const line = (kind: 'other' | 'contract', title: string, copies: number, pages: number) => ({
    ...{ kind, title, copies, pages, reference: '' },
  });
  const sent = { from: 'backOffice', to: 'warrants' } as const;
  const first = await backOffice.transfers.send({
    ...sent,
    lines: [line('contract', '已签合同备案件', 3, 96), line('other', '买受人身份证明复印件', 3, 6)],
  });
  wait(stage, 30);
  const warrants = stage.desk('tianxiaoyu');
  const { rows } = await warrants.transfers.list({ view: 'all', text: first.number });
  await warrants.transfers.answer({
    ...{ transferId: first.transferId, version: rows[0]?.version ?? 0, act: 'receive', reason: '', signer: '' },
  });
  wait(stage, 15);
  await backOffice.transfers.send({ ...sent, lines: [line('contract', '抵押用合同原件', 2, 64)] });
}
