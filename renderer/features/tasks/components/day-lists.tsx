import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Section } from '#renderer/components/page.tsx';
import { DueSignal, Signal } from '#renderer/components/signal.tsx';
import { Timeline } from '#renderer/components/timeline.tsx';
import { DateTimeText } from '#renderer/components/values.tsx';
import { useNow } from '#renderer/lib/clock.tsx';
import { formatTenThousands } from '#renderer/lib/format.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { planItems } from '#shared/domain/plans/states.ts';
import { fen } from '#shared/kernel/money.ts';
import type { Day } from '../task-groups.ts';
import styles from './day-blocks.module.css';

type Reminder = Day['reminders'][number];

function useReminderText(): (reminder: Reminder) => string {
  const { t } = useTranslation('tasks');
  const { t: labels } = useTranslation('labels');
  const language = useLanguage();
  return ({ kind, params }) => {
    const number = (name: string) => Number(params[name] ?? 0);
    switch (kind) {
      case 'priceListMissing':
      case 'staffMissing':
        return t(`reminder.${kind}`);
      case 'dayOpen':
        return t('reminder.dayOpen', { day: String(params['day'] ?? ''), count: number('count') });
      case 'permitMissing':
        return t('reminder.permitMissing', { count: number('count') });
      case 'contractSigned':
        return t('reminder.contractSigned', {
          unit: String(params['unit'] ?? ''),
          number: String(params['number'] ?? ''),
        });
      case 'paymentOverdue': {
        const item = planItems.find((one) => one === params['item']);
        return t('reminder.paymentOverdue', {
          unit: String(params['unit'] ?? ''),
          item: item === undefined ? '' : labels(`planItems.${item}`),
          openFen: number('openFen'),
        });
      }
      case 'unsigned': {
        const amount = number('amountFen');
        return t('reminder.unsigned', {
          count: number('count'),
          amount: language === 'en' ? (amount / 100_000_000).toFixed(2) : formatTenThousands(fen(amount)),
          soon: number('soon'),
        });
      }
      case 'protectionEnding':
        return t('reminder.protectionEnding', { count: number('count') });
      case 'permitEnding':
        return t('reminder.permitEnding', { number: String(params['number'] ?? '') });
    }
  };
}

const listOf = {
  priceListMissing: '/sales/import',
  permitMissing: '/sales/project',
  staffMissing: '/administration/accounts',
  dayOpen: '/administration/days',
  unsigned: '/contracts/subscriptions',
  protectionEnding: '/reception/customers',
  permitEnding: '/sales/project',
  paymentOverdue: '/contracts/subscriptions',
  contractSigned: '/contracts/contracts',
} as const satisfies Record<Reminder['kind'], string>;

function placeOfReminder({ kind, subscriptionId, contractId }: Reminder): string {
  if (contractId !== null) return `/contracts/contracts/${contractId}`;
  return subscriptionId === null ? listOf[kind] : `/contracts/subscriptions/${subscriptionId}`;
}

/** What to keep in mind, each with its deadline and the way to its records. */
export function Reminders({ reminders }: { reminders: readonly Reminder[] }) {
  const { t } = useTranslation('tasks');
  const textOf = useReminderText();
  return (
    <Section title={t('reminders')} count={reminders.length} flush>
      {reminders.length === 0 ? (
        <p className={styles.nothing}>{t('remindersEmpty')}</p>
      ) : (
        <ul className={styles.reminders}>
          {reminders.map((reminder) => (
            <li key={`${reminder.kind} ${reminder.subscriptionId ?? reminder.contractId ?? reminder.dueOn}`}>
              {reminder.kind === 'contractSigned' ? (
                <Signal tone="ok">{t('signedTag')}</Signal>
              ) : (
                <DueSignal dueOn={reminder.dueOn} soonDays={7} />
              )}
              <Link to={placeOfReminder(reminder)}>{textOf(reminder)}</Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function minutesSince(at: number, now: number): number {
  return Math.max(0, Math.floor((now - at) / 60_000));
}

/** Who is in the hall now, then who came last to the office. */
export function Visitors({ visitors }: { visitors: Day['visitors'] }) {
  const { t } = useTranslation('tasks');
  const { t: labels } = useTranslation('labels');
  const now = useNow(30_000);
  const here = visitors.filter(({ leftAt }) => leftAt === null).length;
  return (
    <Section title={t('visitors')} aside={here > 0 && <span>{t('here', { count: here })}</span>} flush>
      {visitors.length === 0 ? (
        <p className={styles.nothing}>{t('visitorsEmpty')}</p>
      ) : (
        <table className={styles.table} data-words aria-label={t('visitors')}>
          <thead>
            <tr>
              <th scope="col">{t('visitor.customer')}</th>
              <th scope="col">{t('visitor.purpose')}</th>
              <th scope="col">{t('visitor.consultant')}</th>
              <th scope="col">{t('visitor.at')}</th>
            </tr>
          </thead>
          <tbody>
            {visitors.map((visit) => (
              <tr key={visit.visitId}>
                <td>
                  <Link to={`/reception/customers/${visit.customerId}`} title={visit.name}>
                    {visit.name}
                  </Link>
                </td>
                <td>
                  {labels(`visitKinds.${visit.kind}`)} · {labels(`channels.${visit.channel}`)}
                </td>
                <td title={visit.receivedBy}>{visit.receivedBy}</td>
                <td>
                  {visit.leftAt === null ? (
                    <Signal tone="ink">{t('hereFor', { count: minutesSince(visit.at, now) })}</Signal>
                  ) : (
                    <DateTimeText at={visit.at} short />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

/** What happened last at the sales control. */
export function News({ news }: { news: Day['news'] }) {
  const { t } = useTranslation('tasks');
  return (
    <Section title={t('news')} aside={<span>{t('newsNote')}</span>}>
      {news.length === 0 ? (
        <p className={styles.quiet}>{t('newsEmpty')}</p>
      ) : (
        <Timeline
          label={t('news')}
          entries={news.map(({ seq, at, kind, unit, actor }) => ({
            key: seq,
            seq,
            at,
            what: t(`happened.${kind}`, { unit }),
            who: actor ?? t('system'),
            tone: kind === 'lockExpired' || kind === 'holdExpired' ? 'amber' : 'ink',
          }))}
        />
      )}
    </Section>
  );
}
