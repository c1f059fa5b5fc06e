import { Select, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateInput } from '#renderer/components/date-input.tsx';
import { Form } from '#renderer/components/form.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import {
  type CompetitorFacts,
  type CompetitorPoint,
  competitorPoints,
  type HandbookTopic,
  handbookTopics,
} from '#shared/domain/handbook/topics.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Entry } from './entry-view.tsx';
import styles from './handbook.module.css';

type EntryDrawerProps = {
  /** Undefined writes a new one. */
  entry: Entry | undefined;
  topic: HandbookTopic;
  onClose: (entryId?: number) => void;
};

/** Writes an entry of the handbook, or changes one. */
export function EntryDrawer({ entry, topic: first, onClose }: EntryDrawerProps) {
  const { t } = useTranslation('handbook');
  const { t: common } = useTranslation('common');
  const today = useToday();
  const [topic, setTopic] = useState<HandbookTopic>(entry?.topic ?? first);
  const [title, setTitle] = useState(entry?.title ?? '');
  const [body, setBody] = useState(entry?.body ?? '');
  const [facts, setFacts] = useState<CompetitorFacts>(entry?.facts ?? {});
  const [source, setSource] = useState(entry?.source ?? '');
  const [asOf, setAsOf] = useState<LocalDate | null>(entry?.asOf ?? today);
  const [validUntil, setValidUntil] = useState<LocalDate | null>(entry?.validUntil ?? null);
  const save = useCommand(act.handbook.save, {
    onDone: ({ entryId }) => {
      notifications.show({ message: t('saved', { title }) });
      onClose(entryId);
    },
  });
  const changeFact = (point: CompetitorPoint, text: string) => {
    const { [point]: _before, ...others } = facts;
    setFacts(text === '' ? others : { ...others, [point]: text });
  };
  const send = () => {
    if (asOf === null) return;
    void save.send({
      entry: entry === undefined ? null : { id: entry.id, version: entry.version },
      ...{ topic, title: title.trim(), body: body.trim(), source: source.trim(), asOf, validUntil },
      facts: topic === 'competitors' ? facts : {},
    });
  };
  const heading = entry === undefined ? t('write') : t('change');
  return (
    <SideDrawer opened onClose={() => onClose()} label={heading} title={heading} width={480}>
      <Form
        submitLabel={common('save')}
        onSubmit={send}
        onCancel={() => onClose()}
        dirty={title !== (entry?.title ?? '') || body !== (entry?.body ?? '') || source !== (entry?.source ?? '')}
        busy={save.pending}
        error={save.refusal}
      >
        <div className={styles.fields}>
          <Select
            label={t('topic')}
            data={handbookTopics.map((one) => ({ value: one, label: t(`topics.${one}`) }))}
            value={topic}
            allowDeselect={false}
            onChange={(one) => one !== null && setTopic(one)}
          />
          <TextInput
            label={t('entryTitle')}
            value={title}
            required
            maxLength={120}
            data-autofocus
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          {topic === 'competitors' && (
            <div className={styles.points}>
              {competitorPoints.map((point) => (
                <TextInput
                  key={point}
                  label={t(`points.${point}`)}
                  value={facts[point] ?? ''}
                  maxLength={300}
                  onChange={(event) => changeFact(point, event.currentTarget.value)}
                />
              ))}
            </div>
          )}
          <Textarea
            label={t('body')}
            value={body}
            required={topic !== 'competitors'}
            maxLength={4000}
            autosize
            minRows={5}
            maxRows={14}
            onChange={(event) => setBody(event.currentTarget.value)}
          />
          <TextInput
            label={t('source')}
            description={t('sourceHint')}
            value={source}
            required
            maxLength={120}
            onChange={(event) => setSource(event.currentTarget.value)}
          />
          <DateInput label={t('asOf')} value={asOf} required to={today} onChange={setAsOf} />
          <DateInput
            label={t('validUntil')}
            value={validUntil}
            placeholder={t('noEnd')}
            {...(asOf === null ? {} : { from: asOf })}
            onChange={setValidUntil}
          />
        </div>
      </Form>
    </SideDrawer>
  );
}
