import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { worthText } from '#renderer/lib/worth.ts';
import { sumFen } from '#shared/kernel/money.ts';
import type { BoardStore } from '../board/store.ts';
import styles from './board.module.css';

type ReleaseBarProps = {
  store: BoardStore;
  buildingId: number;
  chosen: ReadonlySet<number>;
  onChosen: (chosen: ReadonlySet<number>) => void;
  onLeave: () => void;
};

/** Under the board while units are chosen to be released: how many, what they are worth, and the act. */
export function ReleaseBar({ store, buildingId, chosen, onChosen, onLeave }: ReleaseBarProps) {
  const { t } = useTranslation('units');
  const release = useCommand(act.units.release, {
    onDone: ({ released }) => {
      notifications.show({ message: t('release.done', { count: released }) });
      onLeave();
    },
  });
  const cells = [...chosen].flatMap((id) => store.cell(id) ?? []);
  const count = cells.length;
  const amount = worthText(sumFen(cells.flatMap(({ listPrice }) => listPrice ?? [])), useLanguage());
  const unreleased = store.cells(buildingId).filter(({ state }) => state === 'unreleased');
  const confirm = () =>
    confirmAct({
      title: t('release.confirmTitle', { count }),
      consequence: t('release.consequence', { amount }),
      confirmLabel: t('release.act'),
      onConfirm: () => release.sendOrThrow({ unitIds: cells.map(({ id }) => id) }),
    });
  return (
    <div className={styles.acting} role="group" aria-label={t('release.start')}>
      <span role="status">
        {count === 0 ? t('release.hint') : `${t('release.chosen', { count })} · ${t('release.value', { amount })}`}
      </span>
      <div>
        <Button
          variant="default"
          disabled={unreleased.length === 0}
          onClick={() => onChosen(new Set([...chosen, ...unreleased.map(({ id }) => id)]))}
        >
          {t('release.allOfBuilding')}
        </Button>
        <Button variant="default" disabled={count === 0} onClick={() => onChosen(new Set())}>
          {t('release.clear')}
        </Button>
        <Button variant="default" onClick={onLeave}>
          {t('release.cancel')}
        </Button>
        <Button disabled={count === 0} loading={release.pending} onClick={confirm}>
          {t('release.act')}
        </Button>
      </div>
    </div>
  );
}
