import { Button, Popover } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Fact, Facts } from '#renderer/components/page.tsx';
import { DateTimeText } from '#renderer/components/values.tsx';
import { formatCount } from '#renderer/lib/format.ts';
import type { LiveModel } from './frame-model.ts';
import styles from './top-bar.module.css';

/** How this window stands with the host; opens the details: host, terminal, last event, business date. */
export function LiveStatus({ live }: { live: LiveModel }) {
  const { t } = useTranslation('shell');
  const facts: Fact[] = [];
  if (live.hostName !== undefined) facts.push({ key: 'host', label: t('live.host'), value: live.hostName });
  if (live.terminalName !== undefined)
    facts.push({ key: 'terminal', label: t('live.terminal'), value: live.terminalName });
  if (live.sequence !== undefined)
    facts.push({
      key: 'sequence',
      label: t('live.sequence'),
      value: t('live.sequenceValue', { sequence: formatCount(live.sequence) }),
    });
  if (live.lastEventAt !== undefined)
    facts.push({ key: 'last', label: t('live.lastEventAt'), value: <DateTimeText at={live.lastEventAt} /> });
  if (live.businessOn !== undefined)
    facts.push({
      key: 'business',
      label: t('live.businessOn'),
      value: live.dayClosed ? `${live.businessOn} · ${t('live.closed')}` : live.businessOn,
    });
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={styles.live} data-state={live.state} title={t('live.details')}>
          <i aria-hidden="true" />
          <span>{t(`live.${live.state}`)}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('live.details')} tabIndex={-1}>
        <Facts items={facts} />
        {live.onLeave !== undefined && (
          <Button variant="default" size="xs" mt={10} onClick={live.onLeave}>
            {t('live.leave')}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
