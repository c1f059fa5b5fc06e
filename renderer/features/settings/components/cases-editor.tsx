import { ActionIcon, Checkbox, Select } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FieldGroup } from '#renderer/components/page.tsx';
import type { CaseDefinition, CaseDefinitions, PaperDefinition } from '#shared/domain/cases/definitions.ts';
import { type CaseKind, caseKinds, casePaperKinds, loanKinds } from '#shared/domain/cases/states.ts';
import { CaseStepsEditor, Days } from './case-steps-editor.tsx';
import styles from './settings.module.css';

type PapersProps = { kind: CaseKind; value: CaseDefinition; onChange: (value: CaseDefinition) => void };

/** The steps of each kind of case with their days, and the papers that are collected for it. */
export function CasesEditor({
  value,
  onChange,
}: {
  value: CaseDefinitions;
  onChange: (value: CaseDefinitions) => void;
}) {
  const { t } = useTranslation('settings');
  return (
    <div className={styles.group}>
      <p className={styles.rowHead}>{t('cases.hint')}</p>
      {caseKinds.map((kind) => {
        const put = (next: CaseDefinition) => onChange({ ...value, [kind]: next });
        return (
          <div key={kind} className={styles.group}>
            <CaseStepsEditor kind={kind} value={value[kind]} onChange={put} />
            <PapersEditor kind={kind} value={value[kind]} onChange={put} />
          </div>
        );
      })}
    </div>
  );
}

function PapersEditor({ kind, value, onChange }: PapersProps) {
  const { t } = useTranslation('settings');
  const { t: cases } = useTranslation('cases');
  const { papers } = value;
  const put = (index: number, paper: PaperDefinition) => onChange({ ...value, papers: papers.with(index, paper) });
  const remove = (gone: PaperDefinition) =>
    onChange({
      steps: value.steps.map((step) => ({ ...step, papers: step.papers.filter((one) => one !== gone.kind) })),
      papers: papers.filter((one) => one !== gone),
    });
  const missing = casePaperKinds.filter((name) => !papers.some((paper) => paper.kind === name));
  return (
    <FieldGroup title={`${cases(`kinds.${kind}`)} · ${t('cases.papers')}`}>
      <div className={styles.paperRow} data-kind={kind} aria-hidden="true">
        <span />
        <span className={styles.rowHead}>{t('cases.copies')}</span>
        {kind === 'mortgage' && <span className={styles.rowHead}>{t('cases.loan')}</span>}
      </div>
      {papers.map((paper, index) => {
        const name = cases(`papers.${paper.kind}`);
        return (
          <div key={paper.kind} className={styles.paperRow} data-kind={kind}>
            <span title={name}>{name}</span>
            <Days
              label={`${name} ${t('cases.copies')}`}
              value={paper.needed}
              onChange={(needed) => needed !== null && put(index, { ...paper, needed })}
            />
            {kind === 'mortgage' && (
              <Select
                size="xs"
                aria-label={`${name} ${t('cases.loan')}`}
                data={[
                  { value: '', label: t('cases.anyLoan') },
                  ...loanKinds.map((loan) => ({ value: loan, label: cases(`loanKinds.${loan}`) })),
                ]}
                value={paper.loanKind ?? ''}
                allowDeselect={false}
                onChange={(loan) => put(index, { ...paper, loanKind: loanKinds.find((one) => one === loan) ?? null })}
              />
            )}
            <Checkbox
              label={t('cases.optional')}
              checked={paper.optional}
              onChange={(event) => put(index, { ...paper, optional: event.currentTarget.checked })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('cases.remove', { paper: name })}
              onClick={() => remove(paper)}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </div>
        );
      })}
      {missing.length > 0 && (
        <Select
          size="xs"
          aria-label={t('cases.add')}
          placeholder={t('cases.add')}
          data={missing.map((name) => ({ value: name, label: cases(`papers.${name}`) }))}
          value={null}
          onChange={(name) =>
            name !== null &&
            onChange({ ...value, papers: [...papers, { kind: name, needed: 1, optional: false, loanKind: null }] })
          }
        />
      )}
    </FieldGroup>
  );
}
