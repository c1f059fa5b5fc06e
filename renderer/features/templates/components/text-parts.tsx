import { Button } from '@mantine/core';
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
import parts from './text-parts.module.css';
import { TypedLine } from './typed-line.tsx';

type PartProps = {
  text: ContractText;
  base: ContractText;
  findings: readonly TemplateFinding[];
  /** Takes an edit; undefined while nobody may change anything. */
  onEdit: ((text: ContractText, of?: string) => void) | undefined;
};

/** Most notes that a text may have, and most words that it explains. */
const [MOST_NOTES, MOST_WORDS] = [20, 40];

/** A part of the text that is no article: its notes, what its words mean, or the titles of its chapters or annexes. */
export function TextPartView({ part, ...props }: PartProps & { part: TextPart }) {
  const { t } = useTranslation('templates');
  return (
    <div className={styles.article}>
      <div className={styles.articleHead}>
        <b>{t(`parts.${part}`)}</b>
      </div>
      <p className={parts.hint}>{t(`partHints.${part}`)}</p>
      <div className={styles.clauses}>
        {part === 'notes' && <Notes {...props} />}
        {part === 'glossary' && <Glossary {...props} />}
        {part === 'chapters' && <Chapters {...props} />}
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
        <AddButton label={t('addNote')} onClick={() => onEdit(edit.withNewNote(text))} />
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
              color="seal"
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

function Glossary(props: PartProps) {
  const { t } = useTranslation('templates');
  const { text, base, findings, onEdit } = props;
  return (
    <>
      {text.glossary.map(({ word, meaning }, index) => {
        const here = findings.filter((one) => one.clause === partPlace('glossary', word));
        const own = edit.isOwnWord(text, index, base);
        return (
          // A word that is being typed is known by its place.
          <div
            key={partPlace('glossary', index + 1)}
            className={styles.clause}
            data-lock={own ? 'own' : 'law'}
            data-problem={here.some(({ stops }) => stops !== 'warn') || undefined}
          >
            {own && onEdit !== undefined ? (
              <OwnWord index={index} text={text} onEdit={onEdit} />
            ) : (
              <p className={parts.meaning}>
                {!own && <IconLock size={12} aria-hidden="true" />} <b>{word}</b>：{meaning}
              </p>
            )}
            <FindingLines findings={here} />
          </div>
        );
      })}
      {onEdit !== undefined && text.glossary.length < MOST_WORDS && (
        <AddButton label={t('addWord')} onClick={() => onEdit(edit.withNewWord(text))} />
      )}
    </>
  );
}

type OwnWordProps = { index: number; text: ContractText; onEdit: NonNullable<PartProps['onEdit']> };

function OwnWord({ index, text, onEdit }: OwnWordProps) {
  const { t } = useTranslation('templates');
  const { word = '', meaning = '' } = text.glossary[index] ?? {};
  const type = (said: Partial<ContractText['glossary'][number]>) =>
    onEdit(edit.withWord(text, index, said), partPlace('glossary', index + 1));
  return (
    <div className={parts.word}>
      <TypedLine label={t('word')} maxLength={60} value={word} onTyped={(typed) => type({ word: typed })} />
      <TypedLine
        label={t('meaning')}
        maxLength={400}
        value={meaning}
        grows
        onTyped={(typed) => type({ meaning: typed })}
      />
      <Button variant="subtle" color="seal" size="compact-sm" onClick={() => onEdit(edit.withoutWord(text, index))}>
        {t('removeWord')}
      </Button>
    </div>
  );
}

function Chapters({ text, findings, onEdit }: PartProps) {
  const { t } = useTranslation('templates');
  return text.chapters.map(({ title }, index) => {
    const place = partPlace('chapters', index + 1);
    const label = t('chapter', { number: index + 2 });
    return (
      <TitleLine
        key={place}
        label={label}
        name={t('chapterTitle', { chapter: label })}
        title={title}
        findings={findings.filter((one) => one.clause === place)}
        onTyped={onEdit && ((typed) => onEdit(edit.withChapterTitle(text, index, typed), place))}
      />
    );
  });
}

function Annexes({ text, findings, onEdit }: PartProps) {
  const { t } = useTranslation('templates');
  return text.annexes.map(({ key, title }, index) => {
    const place = partPlace('annexes', key);
    const label = t('annexNo', { number: index + 1 });
    return (
      <TitleLine
        key={key}
        label={label}
        name={t('annexTitle', { annex: label })}
        title={title}
        findings={findings.filter((one) => one.clause === place)}
        onTyped={onEdit && ((typed) => onEdit(edit.withAnnexTitle(text, key, typed), place))}
      />
    );
  });
}

type TitleLineProps = {
  label: string;
  /** What the field is called where it is not seen beside its label. */
  name: string;
  title: string;
  findings: readonly TemplateFinding[];
  onTyped: ((title: string) => void) | undefined;
};

function TitleLine({ label, name, title, findings, onTyped }: TitleLineProps) {
  return (
    <div>
      <div className={parts.titled}>
        <span>{label}</span>
        {onTyped === undefined ? (
          <span>{title}</span>
        ) : (
          <TypedLine label={name} maxLength={60} value={title} onTyped={onTyped} />
        )}
      </div>
      <FindingLines findings={findings} />
    </div>
  );
}

function AddButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <div>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={13} aria-hidden="true" />}
        onClick={onClick}
      >
        {label}
      </Button>
    </div>
  );
}
