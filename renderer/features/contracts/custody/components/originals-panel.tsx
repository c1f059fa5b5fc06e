import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionBar } from '#renderer/components/action-bar.tsx';
import { Loaded } from '#renderer/components/data-states.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { useCopyWords } from '#renderer/components/use-copy-words.ts';
import { useToday } from '#renderer/lib/clock.tsx';
import { formatDateTimeShort } from '#renderer/lib/format.ts';
import { ask } from '#renderer/lib/office.ts';
import { isGone, isOutside } from '#shared/domain/custody/moves.ts';
import type { Copy, Handover, Originals } from '../custody-types.ts';
import { CollectDrawer } from './collect-drawer.tsx';
import styles from './custody.module.css';
import { DistributeDrawer } from './distribute-drawer.tsx';
import { MoveDrawer } from './move-drawer.tsx';
import { ReceiptDrawer } from './receipt-drawer.tsx';

type Opened =
  | { readonly what: 'distribute' | 'move' | 'collect' }
  | { readonly what: 'receipt'; readonly handover: Handover };

/** Where every original of a contract is, how it came there, and what its set for the archive lacks. */
export function OriginalsPanel({ contractId, number }: { contractId: number; number: string }) {
  const originals = useQuery(ask.custody.ofContract({ contractId }));
  return (
    <Loaded query={originals} skeletonRows={3}>
      {(found) => <Standing contractId={contractId} number={number} originals={found} />}
    </Loaded>
  );
}

function Standing({ contractId, number, originals }: { contractId: number; number: string; originals: Originals }) {
  const { t } = useTranslation('custody');
  const [opened, setOpened] = useState<Opened>();
  const { copies, open, moves, set, notices, can } = originals;
  const missing = set.filter(({ complete }) => !complete);
  const close = () => setOpened(undefined);
  const mayMove = can['move'] === true && copies.length > 0;
  return (
    <>
      <ul className={styles.list}>
        {copies.map((copy) => (
          <CopyLine key={copy.id} copy={copy} />
        ))}
      </ul>
      {open.length > 0 && <Signal tone="amber">{t('open', { count: open.length })}</Signal>}
      <div className={styles.acts}>
        {(open.length > 0 || copies.length === 0) && (
          <ActionBar
            can={can}
            size="xs"
            explain="inline"
            actions={[
              {
                id: 'distribute',
                label: t('distribute'),
                look: 'primary',
                onRun: () => setOpened({ what: 'distribute' }),
              },
            ]}
          />
        )}
        {mayMove && (
          <Button size="xs" variant="default" onClick={() => setOpened({ what: 'move' })}>
            {t('move')}
          </Button>
        )}
        {can['notify'] === true && (
          <Button size="xs" variant="default" onClick={() => setOpened({ what: 'collect' })}>
            {t('collect.act')}
          </Button>
        )}
      </div>
      {notices.map(({ id, on, channel, collectBy, note, by }) => (
        <p key={id} className={styles.hint}>
          {[t('collect.told', { on, channel: t(`collect.channels.${channel}`), by: collectBy }), by, note]
            .filter((text) => text !== '')
            .join(' · ')}
        </p>
      ))}
      {copies.length > 0 && (
        <>
          <h3 className={styles.head}>
            {t('set')}{' '}
            <Signal tone={missing.length === 0 ? 'ok' : 'amber'}>
              {missing.length === 0 ? t('setComplete') : t('setMissing', { count: missing.length })}
            </Signal>
          </h3>
          <ul className={styles.list}>
            {set.map(({ paper, complete }) => (
              <li key={paper} className={styles.line}>
                <p>{t(`setPapers.${paper}`)}</p>
                <Signal tone={complete ? 'ok' : 'amber'}>{t(complete ? 'there' : 'missing')}</Signal>
              </li>
            ))}
          </ul>
          <h3 className={styles.head}>{t('history')}</h3>
          {moves.length === 0 && <p className={styles.hint}>{t('historyEmpty')}</p>}
          <ul className={styles.list}>
            {moves.toReversed().map((handover) => (
              <MoveLine
                key={handover.id}
                handover={handover}
                onReceipt={() => setOpened({ what: 'receipt', handover })}
              />
            ))}
          </ul>
        </>
      )}
      {opened?.what === 'distribute' && (
        <DistributeDrawer contractId={contractId} number={number} originals={originals} onClose={close} />
      )}
      {opened?.what === 'move' && (
        <MoveDrawer contractId={contractId} number={number} originals={originals} onClose={close} />
      )}
      {opened?.what === 'collect' && <CollectDrawer contractId={contractId} number={number} onClose={close} />}
      {opened?.what === 'receipt' && (
        <ReceiptDrawer handover={opened.handover} mayAdd={can['move'] === true} onClose={close} />
      )}
    </>
  );
}

function CopyLine({ copy }: { copy: Copy }) {
  const { t } = useTranslation('custody');
  const words = useCopyWords();
  const { place, backOn, holder } = copy;
  const today = useToday();
  const late = place === 'lent' && backOn !== null && backOn < today;
  const where = words.whereOf(copy);
  return (
    <li className={styles.line}>
      <p>
        {words.nameOf(copy)}
        <small>
          {t('holder')} {t(`holders.${holder}`)}
          {where !== '' && ` · ${where}`}
        </small>
      </p>
      <Signal tone={late || isGone(place) ? 'seal' : isOutside(place) || place === 'archive' ? 'ok' : 'plain'}>
        {t(`places.${place}`)}
      </Signal>
    </li>
  );
}

function MoveLine({ handover, onReceipt }: { handover: Handover; onReceipt: () => void }) {
  const { t } = useTranslation('custody');
  const today = useToday();
  const { number, act, giver, taker, byProxy, reason, at, copies } = handover;
  const [first] = copies;
  return (
    <li className={styles.line}>
      <p>
        {t(`acts.${act}`)} {copies.map(({ copyNo }) => `#${copyNo}`).join(' ')}
        {first !== undefined && ` → ${t(`places.${first.to}`)}${first.box === '' ? '' : ` ${first.box}`}`}
        <small>
          {[
            number,
            formatDateTimeShort(at, today),
            `${t('handed', { giver, taker })}${byProxy ? `（${t('proxyMark')}）` : ''}`,
            reason,
          ]
            .filter((text) => text !== '')
            .join(' · ')}
        </small>
      </p>
      <Button variant="subtle" size="compact-xs" onClick={onReceipt}>
        {t('files')}
      </Button>
    </li>
  );
}
