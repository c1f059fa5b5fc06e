import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionBar } from '#renderer/components/action-bar.tsx';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { Loaded } from '#renderer/components/data-states.tsx';
import { Facts } from '#renderer/components/page.tsx';
import { PanelBlock, SideDrawer } from '#renderer/components/panel.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { SubjectPapers } from '#renderer/components/subject-papers.tsx';
import { DateTimeText } from '#renderer/components/values.tsx';
import { act, ask } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { ruleOf } from '#shared/domain/rulings/rulings.ts';
import type { RulingDetail } from '../ruling-types.ts';
import { useRulingText } from '../use-ruling-text.ts';
import { DecideForm } from './decide-form.tsx';
import styles from './rulings.module.css';

/** One conflict: parties, timeline, what the rules propose, the ruling and its slip. */
export function RulingDrawer({ rulingId, onClose }: { rulingId: number; onClose: () => void }) {
  const { t } = useTranslation('rulings');
  const detail = useQuery(ask.rulings.detail({ rulingId }));
  const title = t('detail', { number: detail.data?.row.number ?? '' });
  return (
    <SideDrawer opened label={title} title={title} sub={detail.data?.row.customer ?? ''} onClose={onClose} width={560}>
      <Loaded query={detail}>{(found) => <Conflict detail={found} />}</Loaded>
    </SideDrawer>
  );
}

function Conflict({ detail }: { detail: RulingDetail }) {
  const { t } = useTranslation('rulings');
  const navigate = useNavigate();
  const [deciding, setDeciding] = useState(false);
  const { row, parties, customerId, note, can, version } = detail;
  const withdraw = useCommand(act.rulings.withdraw, {
    onDone: () => void notifications.show({ message: `${row.number} ${t('states.withdrawn')}` }),
  });
  const appeal = useCommand(act.rulings.appeal, {
    onDone: () => void notifications.show({ message: t('appealSent', { number: row.number }) }),
  });
  if (deciding) return <DecideForm detail={detail} onDone={() => setDeciding(false)} />;
  const askWithdraw = () =>
    confirmAct({
      title: t('withdrawTitle', { number: row.number }),
      consequence: t('withdrawConsequence'),
      confirmLabel: t('withdraw'),
      danger: true,
      reason: 'required',
      onConfirm: (reason) => withdraw.sendOrThrow({ rulingId: row.id, version, reason }),
    });
  const askAppeal = () =>
    confirmAct({
      title: t('appealTitle', { number: row.number }),
      consequence: t('appealConsequence'),
      confirmLabel: t('appeal'),
      reason: 'required',
      onConfirm: (reason) => appeal.sendOrThrow({ rulingId: row.id, version, reason }),
    });
  return (
    <>
      <PanelBlock>
        <ConflictFacts detail={detail} />
        {note !== '' && <p className={styles.note}>{note}</p>}
      </PanelBlock>
      <PanelBlock>
        <h3 className={styles.head}>{t('parties')}</h3>
        <Parties parties={parties} />
      </PanelBlock>
      <PanelBlock>
        <h3 className={styles.head}>{t('timeline')}</h3>
        <Evidence timeline={detail.timeline} />
      </PanelBlock>
      {row.ruling !== null && (
        <PanelBlock>
          <h3 className={styles.head}>{t('slip')}</h3>
          <SubjectPapers noun="rulings" subjectId={row.id} kinds={['rulingSlip']} allowed={can['issue']} />
        </PanelBlock>
      )}
      <PanelBlock>
        <div className={styles.acts}>
          <ActionBar
            can={actsOf(row.state, can)}
            size="xs"
            actions={[
              { id: 'decide', label: t('decide'), look: 'primary', onRun: () => setDeciding(true) },
              { id: 'withdraw', label: t('withdraw'), onRun: askWithdraw },
              { id: 'appeal', label: t('appeal'), busy: appeal.pending, onRun: askAppeal },
              { id: 'decideAppeal', label: t('decideAppeal'), look: 'primary', onRun: () => setDeciding(true) },
            ]}
          />
          {customerId !== null && (
            <ActionBar
              can={{ file: true }}
              size="xs"
              actions={[
                {
                  id: 'file',
                  label: t('file'),
                  onRun: () => void navigate({ to: `/reception/customers/${customerId}` as string }),
                },
              ]}
            />
          )}
        </div>
      </PanelBlock>
    </>
  );
}

/** What may be done with a conflict as it stands; for what is past there is no button. */
function actsOf(state: RulingDetail['row']['state'], can: RulingDetail['can']): RulingDetail['can'] {
  const pick = (...acts: string[]) =>
    Object.fromEntries(acts.flatMap((one) => (can[one] === undefined ? [] : [[one, can[one]]])));
  if (state === 'open') return pick('decide', 'withdraw');
  if (state === 'appealed') return pick('decideAppeal');
  // Whoever is no party has nothing to appeal against.
  const appeal = can['appeal'];
  const mine = appeal === true || (appeal !== undefined && appeal.code === 'RULING_APPEAL_LATE');
  return state === 'decided' && mine ? pick('appeal') : {};
}

function ConflictFacts({ detail: { row, parties } }: { detail: RulingDetail }) {
  const { t } = useTranslation('rulings');
  const text = useRulingText();
  const { state, reason, openedAt, openedBy, decideBy, proposal, ruling, departed, grounds, decidedAt } = row;
  return (
    <Facts
      items={[
        { key: 'state', label: t('state'), value: t(`states.${state}`) },
        { key: 'reason', label: t('reason'), value: t(`reasons.${reason}`) },
        {
          key: 'opened',
          label: t('openedAt'),
          value: (
            <>
              <DateTimeText at={openedAt} /> {openedBy}
            </>
          ),
        },
        ...(state === 'open' ? [{ key: 'decideBy', label: t('decideBy'), value: <DateTimeText at={decideBy} /> }] : []),
        { key: 'proposal', label: t('proposal'), value: text(proposal, parties) },
        { key: 'rule', label: t('rule'), value: t(`rules.${ruleOf(proposal)}`) },
        ...(ruling === null
          ? []
          : [
              {
                key: 'ruling',
                label: t('ruling'),
                value: (
                  <>
                    <b>{text(ruling, parties)}</b>{' '}
                    <Signal tone={departed ? 'amber' : 'ok'}>{t(departed ? 'departed' : 'asProposed')}</Signal>
                  </>
                ),
              },
            ]),
        ...(grounds === '' ? [] : [{ key: 'grounds', label: t('grounds'), value: grounds }]),
        ...(row.appeal === null
          ? []
          : [
              {
                key: 'appeal',
                label: t('appealBy'),
                value: (
                  <>
                    <DateTimeText at={row.appeal.at} /> {row.appeal.by}
                  </>
                ),
              },
              { key: 'appealText', label: t('appealText'), value: row.appeal.text },
            ]),
        ...(row.appeal === null || row.appeal.first === null
          ? []
          : [
              {
                key: 'first',
                label: t('appealFirst'),
                value: (
                  <>
                    {text(row.appeal.first.ruling, parties)} · {row.appeal.first.by}{' '}
                    <DateTimeText at={row.appeal.first.at} />
                  </>
                ),
              },
            ]),
        ...(row.appealUntil === null
          ? []
          : [{ key: 'appealUntil', label: t('appealUntil'), value: <DateTimeText at={row.appealUntil} /> }]),
        ...(decidedAt === null
          ? []
          : [
              {
                key: 'decided',
                label: t('decidedAt'),
                value: (
                  <>
                    <DateTimeText at={decidedAt} /> {row.decidedBy}
                  </>
                ),
              },
            ]),
      ]}
    />
  );
}

function Parties({ parties }: Pick<RulingDetail, 'parties'>) {
  const { t } = useTranslation('rulings');
  const { t: labels } = useTranslation('labels');
  return (
    <ul className={styles.list}>
      {parties.map(({ accountId, name, post, claim, registeredOn, protectedUntil }) => (
        <li key={accountId} className={styles.line}>
          <div>
            <b>{name}</b> {labels(`posts.${post}`)} · {claim}
            <small>
              {registeredOn === null
                ? t('noRecord')
                : `${t('registeredOn')} ${registeredOn} · ${t('protectedUntil')} ${protectedUntil ?? ''}`}
            </small>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Evidence({ timeline }: Pick<RulingDetail, 'timeline'>) {
  const { t } = useTranslation('rulings');
  if (timeline.length === 0) return <p className={styles.hint}>{t('timelineNone')}</p>;
  return (
    <ol className={styles.list}>
      {timeline.map(({ at, kind, by, counted }, index) => (
        <li key={`${String(at)} ${String(index)}`} className={styles.line}>
          <time>
            <DateTimeText at={at} />
          </time>
          <div>
            {t(`kinds.${kind}`)} · {by}
          </div>
          <Signal tone={counted ? 'ok' : 'plain'}>{t(counted ? 'counted' : 'notCounted')}</Signal>
        </li>
      ))}
    </ol>
  );
}
