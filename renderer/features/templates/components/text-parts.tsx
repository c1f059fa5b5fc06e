import { Button, TextInput } from '@mantine/core';
import { IconLock, IconPlus } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import * as edit from '#shared/domain/contracts/templates/edit-parts.ts';
import type { TemplateFinding } from '#shared/domain/contracts/templates/findings.ts';
import { partPlace, type TextPart } from '#shared/domain/contracts/templates/parts.ts';
import type { ContractText } from '#shared/domain/contracts/text/contract-text.ts';
import { FindingLines } from './finding-lines.tsx';
import { InsertMenu } from './insert-menu.tsx';
import { RunsField, type RunsHandle } from './runs-field.tsx';
import styles from './templates.module.css';

type PartProps = {
  text: ContractText;
  base: ContractText;
  findings: readonly TemplateFinding[];
  /** Takes an edit; undefined while nobody may change anything. */
  onEdit: ((text: ContractText, of?: string) => void) | undefined;
};

/** Most notes that a text may have. */
const MOST_NOTES = 20;

/** A part of the text that is no article: its notes, what its words mean, or the titles of its annexes. */
export function TextPartView({ part, ...props }: PartProps & { part: TextPart }) {
  const { t } = useTranslation('templates');
  return (
    <div className={styles.article}>
      <div className={styles.articleHead}>
        <b>{t(`parts.${part}`)}</b>
      </div>
      <p className={styles.partHint}>
        {part === 'glossary' && <IconLock size={12} aria-hidden="true" />}
        {t(`partHints.${part}`)}
      </p>
      <div className={styles.clauses}>
        {part === 'notes' && <Notes {...props} />}
        {part === 'glossary' && <Glossary {...props} />}
        {part === 'annexes' && <Annexes {...props} />}
      </div>
    </div>
  );
}

function Notes(props: PartProps) {
  const { t } = useTranslation('templates');
  const { text, onEdit } = props;
  return (
    <>
      {text.notes.map((_note, index) => (
        // A note has no name of its own but its place.
        <Note key={partPlace('notes', index + 1)} index={index} {...props} />
      ))}
      {onEdit !== undefined && text.notes.length < MOST_NOTES && (
        <div>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={13} aria-hidden="true" />}
            onClick={() => onEdit(edit.withNewNote(text))}
          >
            {t('addNote')}
          </Button>
        </div>
      )}
    </>
  );
}

function Note({ index, text, base, findings, onEdit }: PartProps & { index: number }) {
  const { t } = useTranslation('templates');
  const field = useRef<RunsHandle>(null);
  const place = partPlace('notes', index + 1);
  const here = findings.filter((one) => one.clause === place);
  const own = index >= base.notes.length;
  return (
    <div
      className={styles.clause}
      data-lock={own ? 'own' : undefined}
      data-problem={here.some(({ stops }) => stops !== 'warn') || undefined}
    >
      <RunsField
        text={text}
        runs={text.notes[index] ?? []}
        label={t('note', { number: index + 1 })}
        onChange={onEdit === undefined ? undefined : (runs) => onEdit(edit.withNote(text, index, runs), place)}
        handle={field}
      />
      {onEdit !== undefined && (
        <div className={styles.tools}>
          <InsertMenu text={text} onInsert={(run) => field.current?.insert(run)} />
          {own && (
            <Button
              variant="subtle"
              color="red"
              size="compact-sm"
              onClick={() => onEdit(edit.withoutNote(text, index))}
            >
              {t('removeNote')}
            </Button>
          )}
        </div>
      )}
      <FindingLines findings={here} />
    </div>
  );
}

function Glossary({ text, findings }: PartProps) {
  return text.glossary.map(({ word, meaning }) => (
    <div key={word} className={styles.clause} data-lock="law">
      <p className={styles.meaning}>
        <b>{word}</b>：{meaning}
      </p>
      <FindingLines findings={findings.filter((one) => one.clause === partPlace('glossary', word))} />
    </div>
  ));
}

function Annexes({ text, findings, onEdit }: PartProps) {
  const { t } = useTranslation('templates');
  return text.annexes.map(({ key, title }, index) => {
    const place = partPlace('annexes', key);
    const label = t('annexNo', { number: index + 1 });
    return (
      <div key={key}>
        <div className={styles.annex}>
          <span>{label}</span>
          {onEdit === undefined ? (
            <span>{title}</span>
          ) : (
            <TextInput
              aria-label={t('annexTitle', { annex: label })}
              maxLength={60}
              value={title}
              onChange={(event) => {
                const typed = event.currentTarget.value;
                if (typed.trim() !== '') onEdit(edit.withAnnexTitle(text, key, typed), place);
              }}
            />
          )}
        </div>
        <FindingLines findings={findings.filter((one) => one.clause === place)} />
      </div>
    );
  });
}
