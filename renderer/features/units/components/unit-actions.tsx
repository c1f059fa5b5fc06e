import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ActionBar, type ActionSpec } from '#renderer/components/action-bar.tsx';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { PanelBlock } from '#renderer/components/panel.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { offSaleUses } from '#shared/domain/units/off-sale.ts';
import type { UnitDetail } from '../board/cell.ts';
import { openBookForm } from './book-form.tsx';
import styles from './drawer.module.css';
import { openHoldForm } from './hold-form.tsx';
import { openSeizeForm } from './seize-form.tsx';

/** Acts that are given with a reason and nothing else. */
const reasoned = [
  'withdrawHold',
  'takeBack',
  'freeze',
  'unfreeze',
  'putBackOnSale',
  'liftSeizure',
  'requestDischarge',
  'discharge',
  'withdrawDischarge',
] as const;
type Reasoned = (typeof reasoned)[number];
type UnitAction =
  | Reasoned
  | 'askHold'
  | 'extendHold'
  | 'takeOffSale'
  | 'seize'
  | 'quote'
  | 'subscribe'
  | 'book'
  | 'lock'
  | 'renewLock'
  | 'unlock'
  | 'release'
  | 'hold';

/** What can be done with a unit now; what is refused says why and by which rule. */
export function UnitActions({ unit }: { unit: UnitDetail }) {
  const { t } = useTranslation('units');
  const navigate = useNavigate();
  const unitId = unit.cell.id;
  const lock = useCommand(act.units.lock);
  const renewLock = useCommand(act.units.renewLock);
  const unlock = useCommand(act.units.unlock);
  const release = useCommand(act.units.release);
  const takeOffSale = useCommand(act.units.takeOffSale);
  const commands = {
    withdrawHold: useCommand(act.units.withdrawHold),
    takeBack: useCommand(act.units.takeBack),
    freeze: useCommand(act.units.freeze),
    unfreeze: useCommand(act.units.unfreeze),
    putBackOnSale: useCommand(act.units.putBackOnSale),
    liftSeizure: useCommand(act.units.liftSeizure),
    requestDischarge: useCommand(act.units.requestDischarge),
    discharge: useCommand(act.units.discharge),
    withdrawDischarge: useCommand(act.units.withdrawDischarge),
  };
  const titleOf = (action: UnitAction) => t('confirmTitle', { act: t(`act.${action}`), unit: unit.label });
  const confirmWithReason = (action: Reasoned) =>
    confirmAct({
      title: titleOf(action),
      consequence: t(`consequence.${action}`),
      confirmLabel: t(`act.${action}`),
      reason: 'required',
      onConfirm: (reason) => commands[action].sendOrThrow({ unitId, reason }),
    });
  const confirmOffSale = () =>
    confirmAct({
      title: titleOf('takeOffSale'),
      consequence: t('consequence.takeOffSale'),
      confirmLabel: t('act.takeOffSale'),
      reasons: offSaleUses.map((value) => ({ value, label: t(`offSaleUses.${value}`) })),
      reasonsLabel: t('offSaleUse'),
      reason: 'optional',
      onConfirm: (words, chosen) => {
        const use = offSaleUses.find((one) => one === chosen) ?? 'other';
        return takeOffSale.sendOrThrow({ unitId, use, reason: words || t(`offSaleUses.${use}`) });
      },
    });
  const confirmUnlock = () =>
    confirmAct({
      title: titleOf('unlock'),
      consequence: t('consequence.unlock', { name: unit.lock?.by.name ?? '' }),
      confirmLabel: t('act.unlock'),
      onConfirm: () => unlock.sendOrThrow({ unitId }),
    });
  const confirmRelease = () =>
    confirmAct({
      title: titleOf('release'),
      consequence: t('consequence.release'),
      confirmLabel: t('act.release'),
      onConfirm: () => release.sendOrThrow({ unitIds: [unitId] }),
    });
  const { can } = unit;
  const primary = can['subscribe'] === true ? 'subscribe' : can['lock'] === true ? 'lock' : undefined;
  const spec = (id: UnitAction, onRun: () => void, busy = false): ActionSpec<UnitAction> => ({
    id,
    label: t(`act.${id}`),
    look: id === primary ? 'primary' : 'default',
    onRun,
    busy,
  });
  const actions: ActionSpec<UnitAction>[] = [
    spec('subscribe', () => void navigate({ to: `/contracts/subscribe/${unitId}` as string })),
    spec('lock', () => void lock.send({ unitId }), lock.pending),
    spec('renewLock', () => void renewLock.send({ unitId }), renewLock.pending),
    // One's own lock is given up at once; it can be taken again.
    spec('unlock', () => (unit.lock?.mine ? void unlock.send({ unitId }) : confirmUnlock()), unlock.pending),
    spec('quote', () => void navigate({ to: `/sales/quote/${unitId}` as string })),
    spec('release', confirmRelease),
    spec('book', () => openBookForm(titleOf('book'), unitId, unit.hold?.customer?.customerId ?? null)),
    spec('hold', () => openHoldForm(titleOf('hold'), unitId, 'hold', null)),
    spec('askHold', () => openHoldForm(titleOf('askHold'), unitId, 'ask', null)),
    spec('extendHold', () => openHoldForm(titleOf('extendHold'), unitId, 'extend', unit.hold?.expiresAt ?? null)),
    ...reasoned.map((action) => spec(action, () => confirmWithReason(action))),
    spec('takeOffSale', confirmOffSale),
    spec('seize', () => openSeizeForm(titleOf('seize'), unitId)),
  ];
  // Somebody else's lock is no matter of one's own, unless one may end it.
  const mine = unit.lock?.mine ?? false;
  const held = unit.cell.state === 'held';
  const asks = can['askHold'] !== undefined;
  const pointless = (id: UnitAction) =>
    id === 'hold' ? held || asks : (id === 'renewLock' || id === 'unlock') && !mine;
  const offered = actions.filter(({ id }) => can[id] === true || !pointless(id));
  if (!offered.some(({ id }) => can[id] !== undefined)) return null;
  const refusal = [lock, renewLock, unlock].find((one) => one.refusal !== undefined)?.refusal;
  return (
    <PanelBlock>
      <div className={styles.actions} role="group" aria-label={t('drawer.actions')}>
        <ActionBar can={can} actions={offered} explain="inline" />
        {refusal && (
          <div className={styles.refusal} role="alert">
            <RefusalText refusal={refusal} />
          </div>
        )}
      </div>
    </PanelBlock>
  );
}
