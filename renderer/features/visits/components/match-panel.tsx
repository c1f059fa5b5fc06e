import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Fact, Facts, Section } from '#renderer/components/page.tsx';
import { DueSignal, Signal } from '#renderer/components/signal.tsx';
import { Timeline } from '#renderer/components/timeline.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { formatDateShort, formatPhone, joinWords } from '#renderer/lib/format.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import type { PhoneMatch } from '../hooks/use-phone-match.ts';
import styles from './visits.module.css';

type Match = PhoneMatch['matches'][number];

type MatchPanelProps = { match: PhoneMatch | undefined; kind: 'visit' | 'call'; tookMs: number };

/** Whose number it is, in one sentence with its rule, and what the person at the screen may know of the customer. */
export function MatchPanel({ match, kind, tookMs }: MatchPanelProps) {
  const { t } = useTranslation('visits');
  const exact = match?.matches.find((one) => one.exact);
  const took =
    match?.normal == null
      ? undefined
      : t('match.took', { number: formatPhone(match.normal), people: exact ? 1 : 0, ms: tookMs });
  return (
    <Section title={t('match.title')} aside={took} flush>
      <div className={styles.match} aria-live="polite">
        {match === undefined && <p className={styles.idle}>{t('match.idle')}</p>}
        {match?.verdict === null && <Half matches={match.matches} />}
        {match?.verdict && <VerdictLine match={match} kind={kind} known={exact} />}
        {exact && <Known match={exact} verdict={match?.verdict ?? null} />}
      </div>
    </Section>
  );
}

type VerdictLineProps = { match: PhoneMatch; kind: 'visit' | 'call'; known: Match | undefined };

function VerdictLine({ match, kind, known }: VerdictLineProps) {
  const { t } = useTranslation('visits');
  const language = useLanguage();
  const today = useToday();
  const { verdict } = match;
  if (verdict === null) return null;
  const { code, rule, answer, owner, protectedUntil } = verdict;
  const params = {
    owner: owner?.name ?? '',
    lastOn: known === undefined ? '' : formatDateShort(dayOf(known.customer.lastContactAt), today),
    protectedOn: protectedUntil === null ? '' : formatDateShort(protectedUntil, today),
  };
  const text =
    code === 'lapsed' && owner !== null ? t('verdict.lapsed.textNamed', params) : t(`verdict.${code}.text`, params);
  return (
    <div className={styles.verdict} data-answer={answer} data-verdict={code}>
      <h3>
        {code === 'owned' && kind === 'call'
          ? t('verdict.owned.titleCall', params)
          : t(`verdict.${code}.title`, params)}
      </h3>
      <p>
        {text}
        {match.problem === 'unusual' && `${language === 'en' ? ' ' : ''}${t('match.unusual')}`}
      </p>
      {known === undefined && <p>{t('ruleNo', { rule, text: t(`verdict.${code}.rule`) })}</p>}
    </div>
  );
}

/** Half a number: those who may be meant. */
function Half({ matches }: { matches: readonly Match[] }) {
  const { t } = useTranslation('visits');
  return (
    <>
      <div className={styles.verdict} data-answer="half">
        <h3>{t('match.half')}</h3>
        <p>{matches.length === 0 ? t('match.halfNobody') : t('match.halfText', { count: matches.length })}</p>
      </div>
      <ul className={styles.candidates}>
        {matches.map(({ customer, open }) => (
          <li key={customer.id}>
            <span>{customer.name}</span>
            <span>{formatPhone(customer.phone)}</span>
            <span>{customer.owner?.name}</span>
            {open && <OpenFile id={customer.id} />}
          </li>
        ))}
      </ul>
    </>
  );
}

function OpenFile({ id }: { id: number }) {
  const { t } = useTranslation('visits');
  return (
    <Link className={styles.file} to={`/reception/customers/${id}` as string}>
      {t('openFile')}
    </Link>
  );
}

function Known({ match, verdict }: { match: Match; verdict: PhoneMatch['verdict'] }) {
  const { t } = useTranslation('visits');
  const { t: labels } = useTranslation('labels');
  const language = useLanguage();
  const today = useToday();
  const { customer, deal, visits: times, lastVisitAt, household, recent, open } = match;
  const due = deal?.signBy ?? customer.nextFollowUpOn;
  const facts: Fact[] = [
    {
      label: t('match.factCustomer'),
      value: (
        <>
          <strong>{customer.name}</strong>
          {household.length > 0 && t('match.household', { names: joinWords(household, language) })}{' '}
          {open && <OpenFile id={customer.id} />}
        </>
      ),
    },
    {
      label: t(customer.rating === null ? 'day.channel' : 'match.factRating'),
      value: [
        customer.rating === null ? undefined : labels(`ratings.${customer.rating}`),
        deal === null ? undefined : `${labels(`subscriptionStates.${deal.state}`)} ${deal.unit}`,
        labels(`channels.${customer.channel}`),
      ]
        .filter((part) => part !== undefined)
        .join(' · '),
    },
    {
      label: t('match.factFirst'),
      value:
        lastVisitAt === null
          ? '–'
          : t('match.timesAndLast', { count: times, day: formatDateShort(dayOf(lastVisitAt), today) }),
    },
    ...(due === null || !open
      ? []
      : [
          {
            label: t('match.factDue'),
            value: (
              <>
                {t(deal === null ? 'match.followUpOn' : 'match.signBy', { day: formatDateShort(due, today) })}{' '}
                <DueSignal dueOn={due} />
              </>
            ),
          },
        ]),
    ...(verdict === null
      ? []
      : [
          {
            label: t('match.factRule'),
            value: t('ruleNo', { rule: verdict.rule, text: t(`verdict.${verdict.code}.rule`) }),
          },
        ]),
  ];
  return (
    <div className={styles.known}>
      <div>
        <Facts items={facts} />
        {!open && <Signal tone="plain">{t('match.hidden')}</Signal>}
      </div>
      <Timeline
        label={t('match.recent')}
        entries={recent.map(({ at, what, text, by }, index) => ({
          key: index,
          at,
          who: by,
          tone: what === 'subscribed' ? 'ink' : 'plain',
          what: (
            <span className={styles.line} title={text}>
              {what === 'subscribed'
                ? t('match.subscribed', { unit: text })
                : [what === 'followUp' ? t('match.followUp') : labels(`visitKinds.${what}`), text]
                    .filter((part) => part !== '')
                    .join(' · ')}
            </span>
          ),
        }))}
      />
    </div>
  );
}
