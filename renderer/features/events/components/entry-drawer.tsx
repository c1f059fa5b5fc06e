import { Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { Loaded } from '#renderer/components/data-states.tsx';
import { Facts } from '#renderer/components/page.tsx';
import { PanelBlock, SideDrawer } from '#renderer/components/panel.tsx';
import { DateTimeText } from '#renderer/components/values.tsx';
import { formatCount, formatDateTime } from '#renderer/lib/format.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { ask } from '#renderer/lib/office.ts';
import { type PlacedNoun, placeOfRecord } from '#renderer/lib/record-places.ts';
import { useRecordName } from '#renderer/lib/use-record-name.ts';
import type { events } from '#shared/api/events.ts';
import { inGroups } from '#shared/domain/events/heads.ts';
import type { EventNoun } from '#shared/domain/events/kinds.ts';
import { nameOfField, nameOfTable } from '../words-of-values.ts';
import styles from './events.module.css';
import { FieldValue } from './field-value.tsx';

type Entry = z.output<typeof events.entry.output>;

/** Records of the log that have a page. */
const placed: Partial<Record<EventNoun, PlacedNoun>> = {
  units: 'units',
  customers: 'customers',
  subscriptions: 'subscriptions',
  contracts: 'contracts',
  approvals: 'approvals',
  cases: 'cases',
  documents: 'documents',
  imports: 'imports',
  terminals: 'terminals',
};

type EntryDrawerProps = {
  seq: number;
  onShow: (seq: number) => void;
  /** Narrows the list to the record of the entry. */
  onRecord: (noun: EventNoun, subjectId: number) => void;
  onClose: () => void;
};

/** One entry of the log: who did what, from where, and each field before and after. */
export function EntryDrawer({ seq, onShow, onRecord, onClose }: EntryDrawerProps) {
  const { t } = useTranslation('audit');
  const found = useQuery(ask.events.entry({ seq }));
  const entry = found.data;
  const title = t('entry.title', { seq: formatCount(seq) });
  return (
    <SideDrawer
      opened
      width={680}
      label={title}
      title={title}
      onClose={onClose}
      foot={entry && <Neighbours entry={entry} onShow={onShow} onRecord={onRecord} />}
    >
      <Loaded query={found}>{(loaded) => <EntryBody entry={loaded} />}</Loaded>
    </SideDrawer>
  );
}

function Neighbours({
  entry: { earlier, later, noun, subjectId },
  onShow,
  onRecord,
}: { entry: Entry } & Pick<EntryDrawerProps, 'onShow' | 'onRecord'>) {
  const { t } = useTranslation('audit');
  return (
    <div className={styles.foot}>
      <Button
        variant="default"
        leftSection={<IconArrowUp size={14} />}
        disabled={later === null}
        onClick={() => later !== null && onShow(later)}
      >
        {t('entry.later')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconArrowDown size={14} />}
        disabled={earlier === null}
        onClick={() => earlier !== null && onShow(earlier)}
      >
        {t('entry.earlier')}
      </Button>
      <Button variant="subtle" disabled={subjectId === 0} onClick={() => onRecord(noun, subjectId)}>
        {t('entry.all')}
      </Button>
    </div>
  );
}

function EntryBody({ entry }: { entry: Entry }) {
  const { t } = useTranslation('audit');
  const { t: words } = useTranslation('events');
  const language = useLanguage();
  const nameOf = useRecordName();
  const noun = placed[entry.noun];
  const place = noun === undefined || entry.subjectId === 0 ? undefined : placeOfRecord(noun, entry.subjectId);
  const { changes, data, rows } = entry;
  return (
    <>
      <PanelBlock>
        <Facts
          items={[
            { label: t('log.what'), value: <b>{words(`kinds.${entry.kind}`)}</b> },
            {
              label: t('log.record'),
              value: (
                <span className={styles.record}>
                  {nameOf(entry)}
                  {place !== undefined && (
                    <Link to={place.to} {...(place.search === undefined ? {} : { search: place.search as never })}>
                      {t('entry.open')}
                    </Link>
                  )}
                </span>
              ),
            },
            { label: t('log.who'), value: `${entry.actor ?? t('log.office')} · ${entry.terminal}` },
            ...(entry.actedFor === null ? [] : [{ label: t('log.actedFor'), value: entry.actedFor }]),
            {
              label: t('log.at'),
              value: (
                <>
                  <DateTimeText at={entry.at} /> · {t('entry.businessDate')} {entry.businessDate}
                </>
              ),
            },
            ...(entry.recordedAt === entry.at
              ? []
              : [{ label: t('log.at'), value: formatDateTime(entry.recordedAt), key: 'recorded' }]),
            { label: t('log.procedure'), value: <code className={styles.code}>{entry.procedure}</code> },
            { label: t('entry.request'), value: <code className={styles.code}>{entry.requestId}</code> },
          ]}
        />
      </PanelBlock>
      {data.length > 0 && (
        <PanelBlock>
          <h3 className={styles.head}>{t('entry.said')}</h3>
          <Facts
            items={data.map(({ field, kind, value }) => ({
              key: field,
              label: nameOfField(language, field),
              value: <FieldValue table={entry.noun} field={field} kind={kind} value={value} />,
            }))}
          />
        </PanelBlock>
      )}
      <PanelBlock>
        <h3 className={styles.head}>{t('entry.changes')}</h3>
        {changes.length === 0 && <p className={styles.nothing}>{t('entry.none')}</p>}
        {changes.map((change) => (
          <Change key={`${change.table} ${change.rowId} ${change.how}`} change={change} />
        ))}
        {rows > changes.length && (
          <p className={styles.nothing}>{t('entry.more', { shown: changes.length, count: rows })}</p>
        )}
      </PanelBlock>
      <PanelBlock>
        <Facts
          items={[
            { label: t('entry.hash'), value: <code className={styles.hash}>{inGroups(entry.hash)}</code> },
            { label: t('entry.previous'), value: <code className={styles.hash}>{inGroups(entry.previousHash)}</code> },
          ]}
        />
      </PanelBlock>
    </>
  );
}

function Change({ change: { table, rowId, how, fields } }: { change: Entry['changes'][number] }) {
  const { t } = useTranslation('audit');
  const language = useLanguage();
  const name = nameOfTable(language, table);
  const both = how === 'changed';
  return (
    <table className={styles.changes} aria-label={`${name} ${rowId}`}>
      <caption>
        {name} #{rowId} <span data-how={how}>{t(`entry.how.${how}`)}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('entry.field')}</th>
          {how !== 'added' && <th scope="col">{t('entry.before')}</th>}
          {how !== 'removed' && <th scope="col">{t('entry.after')}</th>}
        </tr>
      </thead>
      <tbody>
        {fields.map(({ field, kind, before, after }) => (
          <tr key={field}>
            <th scope="row">{nameOfField(language, field)}</th>
            {how !== 'added' && (
              <td data-old={both || undefined}>
                <FieldValue table={table} field={field} kind={kind} value={before} />
              </td>
            )}
            {how !== 'removed' && (
              <td>
                <FieldValue table={table} field={field} kind={kind} value={after} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
