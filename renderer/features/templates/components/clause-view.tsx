import { ActionIcon, Button, Select, Switch, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconLock, IconTrash } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import * as edit from '#shared/domain/contracts/templates/edit-text.ts';
import type { TemplateFinding } from '#shared/domain/contracts/templates/findings.ts';
import type { Clause } from '#shared/domain/contracts/text/clauses.ts';
import { type ConditionName, conditionNames } from '#shared/domain/contracts/text/conditions.ts';
import type { ContractText } from '#shared/domain/contracts/text/contract-text.ts';
import { contractForm } from '#shared/i18n/zh-CN/contract-form.ts';
import { FindingLines } from './finding-lines.tsx';
import { InsertMenu } from './insert-menu.tsx';
import { RunsField, type RunsHandle } from './runs-field.tsx';
import styles from './templates.module.css';

/** How far a clause may be changed; `own` is one of the office. */
export type ShownLock = 'law' | 'rule' | 'bound' | 'choice' | 'free' | 'own';

/** What the editor of an article knows while it shows its clauses. */
export type Editing = {
  readonly text: ContractText;
  readonly article: string;
  /** Takes an edit; undefined while nobody may change anything. */
  readonly onEdit: ((text: ContractText, of?: string) => void) | undefined;
  readonly lockOf: (key: string) => ShownLock;
  readonly findings: readonly TemplateFinding[];
};

/** The clauses of an article or of a branch, one below the other. */
export function ClauseList({ clauses, editing }: { clauses: readonly Clause[]; editing: Editing }) {
  return (
    <div className={styles.clauses}>
      {clauses.map((clause, index) => (
        <ClauseView
          key={clause.key}
          clause={clause}
          editing={editing}
          first={index === 0}
          last={index === clauses.length - 1}
        />
      ))}
    </div>
  );
}

type ClauseViewProps = { clause: Clause; editing: Editing; first: boolean; last: boolean };

function ClauseView({ clause, editing, first, last }: ClauseViewProps) {
  const { t } = useTranslation('templates');
  const { t: form } = useTranslation('contractForm');
  const field = useRef<RunsHandle>(null);
  const { text, onEdit, findings } = editing;
  const lock = editing.lockOf(clause.key);
  const here = findings.filter((one) => one.clause === clause.key);
  const words = (runs: Parameters<typeof edit.withRuns>[2]) =>
    onEdit?.(edit.withRuns(text, clause.key, runs), clause.key);
  const tools = (
    <ClauseTools
      clause={clause}
      editing={editing}
      lock={lock}
      first={first}
      last={last}
      onInsert={(run) => field.current?.insert(run)}
    />
  );
  switch (clause.kind) {
    case 'paragraph':
      return (
        <div
          className={styles.clause}
          data-lock={lock}
          data-problem={here.some(({ stops }) => stops !== 'warn') || undefined}
        >
          <RunsField
            text={text}
            runs={clause.runs}
            label={t('paragraph')}
            bold={clause.weighty}
            onChange={onEdit === undefined ? undefined : words}
            handle={field}
          />
          {tools}
          <FindingLines findings={here} />
        </div>
      );
    case 'table':
      return (
        <div className={styles.clause} data-lock={lock}>
          <p className={styles.table}>{t('table', { name: t(`tables.${clause.table}`) })}</p>
          {tools}
        </div>
      );
    case 'onlyIf':
      return (
        <div className={styles.branch} data-lock={lock}>
          <p className={styles.branchHead}>{t('onlyIf', { condition: t(`conditions.${clause.condition}`) })}</p>
          <ClauseList clauses={clause.clauses} editing={editing} />
          <p className={styles.branchHead}>{t('otherwise')}</p>
          <RunsField
            text={text}
            runs={clause.otherwise}
            label={t('otherwise')}
            onChange={onEdit === undefined ? undefined : words}
            handle={field}
          />
          {tools}
          <FindingLines findings={here} />
        </div>
      );
    case 'oneOf':
      return (
        <div className={styles.branch} data-lock={lock}>
          <p className={styles.branchHead}>{t('oneOf', { field: form(`fields.${clause.field}`) })}</p>
          {clause.options.map(({ option, clauses }) => (
            <div key={option} className={styles.option}>
              <p className={styles.optionHead}>□ {optionWords(clause.field, option)}</p>
              <ClauseList clauses={clauses} editing={editing} />
            </div>
          ))}
          {tools}
          <FindingLines findings={here} />
        </div>
      );
  }
}

function optionWords(field: string, option: string): string {
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = contractForm.options;
  return words[field]?.[option] ?? option;
}

type ToolsProps = Omit<ClauseViewProps, never> & {
  lock: ShownLock;
  onInsert: Parameters<typeof InsertMenu>[0]['onInsert'];
};

/** What can be done with a clause, and why something cannot. */
function ClauseTools({ clause, editing, lock, first, last, onInsert }: ToolsProps) {
  const { t } = useTranslation('templates');
  const { text, article, onEdit } = editing;
  const mayGo = lock === 'own' || lock === 'free';
  const badge = (
    <Tooltip label={t(`lockReasons.${lock}`)} multiline w={280}>
      <span className={styles.lock} data-lock={lock} tabIndex={0}>
        {!mayGo && <IconLock size={12} aria-hidden="true" />}
        {t(`locks.${lock}`)}
      </span>
    </Tooltip>
  );
  if (onEdit === undefined) return <div className={styles.tools}>{badge}</div>;
  const own = lock === 'own';
  const plain = clause.kind === 'paragraph';
  return (
    <div className={styles.tools}>
      {badge}
      {(plain || clause.kind === 'onlyIf') && <InsertMenu text={text} onInsert={onInsert} />}
      {plain && (
        <Switch
          size="xs"
          label={t('weighty')}
          checked={clause.weighty}
          onChange={(event) => onEdit(edit.withWeight(text, clause.key, event.currentTarget.checked))}
        />
      )}
      {own && (plain || clause.kind === 'onlyIf') && (
        <Select
          size="xs"
          w={190}
          aria-label={t('condition')}
          data={[
            { value: '', label: t('always') },
            ...conditionNames.map((value) => ({ value, label: t('onlyIf', { condition: t(`conditions.${value}`) }) })),
          ]}
          value={clause.kind === 'onlyIf' ? clause.condition : ''}
          allowDeselect={false}
          onChange={(value) => {
            const condition: ConditionName | null = conditionNames.find((one) => one === value) ?? null;
            onEdit(edit.withCondition(text, clause.key, condition, edit.firstWords.otherwise));
          }}
        />
      )}
      <span className={styles.spring} />
      {own && (
        <>
          <ToolIcon label={t('moveUp')} disabled={first} onClick={() => onEdit(edit.moved(text, clause.key, -1))}>
            <IconArrowUp size={15} />
          </ToolIcon>
          <ToolIcon label={t('moveDown')} disabled={last} onClick={() => onEdit(edit.moved(text, clause.key, 1))}>
            <IconArrowDown size={15} />
          </ToolIcon>
        </>
      )}
      {mayGo && (
        <ToolIcon label={t('removeClause')} onClick={() => onEdit(edit.withoutClause(text, clause.key))}>
          <IconTrash size={15} />
        </ToolIcon>
      )}
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => onEdit(edit.withParagraph(text, article, clause.key, [edit.firstWords.paragraph]))}
      >
        {t('addParagraph')}
      </Button>
    </div>
  );
}

type ToolIconProps = { label: string; disabled?: boolean; onClick: () => void; children: React.ReactNode };

function ToolIcon({ label, disabled, onClick, children }: ToolIconProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={label}
        disabled={disabled ?? false}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
