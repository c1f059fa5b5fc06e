import { ActionIcon, Checkbox, NumberInput, Select } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FieldGroup } from '#renderer/components/page.tsx';
import {
  type CaseDefinition,
  type CaseDefinitions,
  defaultCaseDefinitions,
  type PaperDefinition,
  type StepDefinition,
  stepsOfKinds,
} from '#shared/domain/cases/definitions.ts';
import { type CaseKind, caseKinds, casePaperKinds, loanKinds, stepParties } from '#shared/domain/cases/states.ts';
import styles from './settings.module.css';

type EditorProps = { kind: CaseKind; value: CaseDefinition; onChange: (value: CaseDefinition) => void };

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
            <StepsEditor kind={kind} value={value[kind]} onChange={put} />
            <PapersEditor kind={kind} value={value[kind]} onChange={put} />
          </div>
        );
      })}
    </div>
  );
}

/** A step as it was last, or as the program proposes it. */
function stepAs(kind: CaseKind, value: CaseDefinition, name: StepDefinition['step']): StepDefinition | undefined {
  return [...value.steps, ...defaultCaseDefinitions[kind].steps].find(({ step }) => step === name);
}

function StepsEditor({ kind, value, onChange }: EditorProps) {
  const { t } = useTranslation('settings');
  const { t: cases } = useTranslation('cases');
  const names = stepsOfKinds[kind];
  const steps = names.flatMap((name) => stepAs(kind, value, name) ?? []);
  const inUse = (name: StepDefinition['step']) => value.steps.some(({ step }) => step === name);
  const put = (step: StepDefinition) =>
    onChange({ ...value, steps: value.steps.map((one) => (one.step === step.step ? step : one)) });
  const toggle = (name: StepDefinition['step'], on: boolean) =>
    onChange({ ...value, steps: steps.filter(({ step }) => (step === name ? on : inUse(step))) });
  return (
    <FieldGroup title={`${cases(`kinds.${kind}`)} · ${t('cases.steps')}`}>
      <div className={styles.stepRow} data-kind={kind} aria-hidden="true">
        <span />
        <span className={styles.rowHead}>{t('cases.limit')}</span>
        {kind === 'mortgage' && <span className={styles.rowHead}>{t('cases.fundLimit')}</span>}
        <span className={styles.rowHead}>{t('cases.waitsFor')}</span>
      </div>
      {steps.map((step) => {
        const name = cases(`steps.${step.step}`);
        const used = inUse(step.step);
        return (
          <div key={step.step} className={styles.stepRow} data-kind={kind}>
            <Checkbox
              label={name}
              aria-label={t('cases.use', { step: name })}
              checked={used}
              // The last step is the one that ends the case.
              disabled={step.step === names.at(-1)}
              onChange={(event) => toggle(step.step, event.currentTarget.checked)}
            />
            <Days
              label={`${name} ${t('cases.limit')}`}
              value={step.limitDays}
              disabled={!used}
              onChange={(days) => days !== null && put({ ...step, limitDays: days })}
            />
            {kind === 'mortgage' && (
              <Days
                label={`${name} ${t('cases.fundLimit')}`}
                value={step.fundLimitDays}
                disabled={!used}
                onChange={(fundLimitDays) => put({ ...step, fundLimitDays })}
              />
            )}
            <Select
              size="xs"
              aria-label={`${name} ${t('cases.waitsFor')}`}
              data={stepParties.map((party) => ({ value: party, label: cases(`parties.${party}`) }))}
              value={step.waitsFor}
              allowDeselect={false}
              disabled={!used}
              onChange={(waitsFor) => waitsFor !== null && put({ ...step, waitsFor })}
            />
          </div>
        );
      })}
    </FieldGroup>
  );
}

type DaysProps = { label: string; value: number | null; disabled?: boolean; onChange: (days: number | null) => void };

function Days({ label, value, disabled, onChange }: DaysProps) {
  return (
    <NumberInput
      size="xs"
      aria-label={label}
      value={value ?? ''}
      min={1}
      max={365}
      allowDecimal={false}
      hideControls
      disabled={disabled ?? false}
      onChange={(next) => onChange(typeof next === 'number' ? next : null)}
    />
  );
}

function PapersEditor({ kind, value, onChange }: EditorProps) {
  const { t } = useTranslation('settings');
  const { t: cases } = useTranslation('cases');
  const { papers } = value;
  const put = (index: number, paper: PaperDefinition) => onChange({ ...value, papers: papers.with(index, paper) });
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
              onClick={() => onChange({ ...value, papers: papers.toSpliced(index, 1) })}
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
