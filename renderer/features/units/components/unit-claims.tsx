import { Anchor, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Attachments } from '#renderer/components/attachments.tsx';
import { PanelBlock, SideDrawer } from '#renderer/components/panel.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { Countdown } from '#renderer/components/values.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { dueSign, formatDateShort, formatPhone, joinWords } from '#renderer/lib/format.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { usePlanTitle } from '#renderer/lib/plan-title.ts';
import { dayOf, type LocalDate } from '#shared/kernel/local-date.ts';
import type { UnitDetail } from '../board/cell.ts';
import styles from './drawer.module.css';

/** Who has the unit now, and until when: a lock, a hold, the buyers of a deal; or why nobody can have it. */
export function UnitClaims({ unit }: { unit: UnitDetail }) {
  const { t } = useTranslation('units');
  const { lock, hold, booking, subscription, cell } = unit;
  const { seizure } = unit;
  const nobody = seizure === null && lock === null && hold === null && booking === null && subscription === null;
  if (nobody && cell.reason === '') return null;
  const use = unit.offSaleUse === null ? '' : t(`offSaleUses.${unit.offSaleUse}`);
  const reasonText = [use, cell.reason === use ? '' : cell.reason].filter(Boolean).join(' · ');
  return (
    <PanelBlock>
      <div className={styles.lines}>
        {seizure && <Seizure seizure={seizure} />}
        {lock && <Lock lock={lock} />}
        {hold && <Hold hold={hold} />}
        {booking && <Booking booking={booking} />}
        {subscription && <Deal deal={subscription} state={cell.state} />}
        {cell.reason !== '' && <p>{reasonText}</p>}
      </div>
    </PanelBlock>
  );
}

function Seizure({ seizure }: { seizure: NonNullable<UnitDetail['seizure']> }) {
  const { t } = useTranslation('units');
  const today = useToday();
  const [opened, setOpened] = useState(false);
  const { id, court, paperNo, fromOn, untilOn, scans, opens } = seizure;
  const from = formatDateShort(fromOn, today);
  return (
    <>
      <div className={styles.line}>
        <span className={styles.claim}>{t('seize.line', { court, paperNo })}</span>
        <Signal tone="seal">
          {untilOn === null
            ? t('seize.since', { from })
            : t('seize.period', { from, until: formatDateShort(untilOn, today) })}
        </Signal>
      </div>
      <div className={styles.line}>
        <Signal tone={scans > 0 ? 'ok' : 'amber'}>
          {scans > 0 ? t('seize.scans', { count: scans }) : t('seize.noScan')}
        </Signal>
        {opens && (
          <Button variant="default" size="compact-xs" onClick={() => setOpened(true)}>
            {t('seize.papers')}
          </Button>
        )}
      </div>
      {opened && (
        <SideDrawer
          opened
          onClose={() => setOpened(false)}
          label={t('seize.papers')}
          title={t('seize.papers')}
          sub={t('seize.line', { court, paperNo })}
          width={640}
        >
          <PanelBlock>
            <Attachments noun="seizures" subjectId={id} kind="courtPaper" />
          </PanelBlock>
        </SideDrawer>
      )}
    </>
  );
}

function Lock({ lock }: { lock: NonNullable<UnitDetail['lock']> }) {
  const { t } = useTranslation('units');
  return (
    <div className={styles.line}>
      <span className={styles.claim}>
        {lock.mine ? t('drawer.lockedByMe') : t('drawer.lockedBy', { name: lock.by.name })}
        {lock.renewals > 0 && <small> {t('drawer.renewals', { count: lock.renewals })}</small>}
      </span>
      <Signal tone="amber">
        <Countdown expiresAt={lock.expiresAt} />
      </Signal>
    </div>
  );
}

function Hold({ hold }: { hold: NonNullable<UnitDetail['hold']> }) {
  const { t } = useTranslation('units');
  return (
    <>
      <div className={styles.line}>
        <span className={styles.claim}>
          {hold.customer === null ? t(`purposes.${hold.purpose}`) : hold.customer.name}
          {hold.customer !== null && <small> {formatPhone(hold.customer.phone)}</small>}
        </span>
        <Until day={dayOf(hold.expiresAt)} say={(day) => t('drawer.heldUntil', { day })} />
      </div>
      <div className={styles.line}>
        <small>
          {[t('drawer.heldBy', { name: hold.by.name }), hold.customer && t(`purposes.${hold.purpose}`), hold.reason]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </div>
    </>
  );
}

function Booking({ booking }: { booking: NonNullable<UnitDetail['booking']> }) {
  const { t } = useTranslation('units');
  const { t: bookings } = useTranslation('bookings');
  const number = t('drawer.booking', { number: booking.number });
  return (
    <>
      <div className={styles.line}>
        <span className={styles.claim}>{booking.customer ?? booking.number}</span>
        {booking.state === 'open' ? (
          <Until day={dayOf(booking.expiresAt)} say={(day) => t('drawer.bookedUntil', { day })} />
        ) : (
          <Signal tone="amber">
            <Countdown expiresAt={booking.expiresAt} />
          </Signal>
        )}
      </div>
      <div className={styles.line}>
        <small>
          {booking.mayOpen ? (
            <Anchor component={Link} to={`/sales/claims?booking=${booking.id}` as string} size="xs" underline="always">
              {number}
            </Anchor>
          ) : (
            number
          )}
          {` · ${bookings(`states.${booking.state}`)} · ${t('drawer.consultant', { name: booking.consultant })}`}
        </small>
      </div>
    </>
  );
}

type DealProps = { deal: NonNullable<UnitDetail['subscription']>; state: UnitDetail['cell']['state'] };

function Deal({ deal, state }: DealProps) {
  const language = useLanguage();
  const { t } = useTranslation('units');
  const { t: labels } = useTranslation('labels');
  const title = usePlanTitle();
  return (
    <>
      <div className={styles.line}>
        <span className={styles.claim}>{joinWords(deal.buyers, language) || deal.number}</span>
        <small>{t('drawer.consultant', { name: deal.consultant })}</small>
      </div>
      <div className={styles.line}>
        <small>
          {deal.mayOpen ? (
            <Anchor component={Link} to={`/contracts/subscriptions/${deal.id}` as string} size="xs" underline="always">
              {t('drawer.book', { number: deal.number })}
            </Anchor>
          ) : (
            t('drawer.book', { number: deal.number })
          )}
          {` · ${title(deal)}`}
        </small>
      </div>
      <div className={styles.line}>
        <small>{labels(`subscriptionStates.${deal.state}`)}</small>
        {(deal.state === 'approved' || deal.state === 'depositComplete') && state === 'subscribed' && (
          <Until day={deal.signBy} say={(day) => t('drawer.signBefore', { day })} />
        )}
      </div>
    </>
  );
}

type UntilProps = { day: LocalDate; say: (day: string) => string };

/** A deadline in words with what is left, amber when near and red when over. */
function Until({ day, say }: UntilProps) {
  const language = useLanguage();
  const today = useToday();
  const sign = dueSign(day, today, language);
  return (
    <Signal tone={sign.tone} solid={sign.tone === 'seal'}>
      {say(formatDateShort(day, today))}
      {language === 'zh-CN' ? '，' : ', '}
      {sign.text}
    </Signal>
  );
}
