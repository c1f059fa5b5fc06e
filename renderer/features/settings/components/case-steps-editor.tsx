import { ActionIcon, Button, Checkbox, MultiSelect, NumberInput, Select, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldGroup } from '#renderer/components/page.tsx';
import { useStepName } from '#renderer/lib/step-name.ts';
import {
  type CaseDefinition,
  defaultCaseDefinitions,
  isNamedTwice,
  isOwnStep,
  movedStep,
  STEP_NAME,
  type StepDefinition,
  stepsOfKinds,
  withOwnStep,
  withStep,
} from '#shared/domain/cases/definitions.ts';
import { type CaseKind, ownSteps, stepParties } from '#shared/domain/cases/states.ts';
import styles from './settings.module.css';

type StepsProps = { kind: CaseKind; value: CaseDefinition; onChange: (value: CaseDefinition) => void };

/**
 * The steps of a kind of case in their order: called, timed, moved, left out, and own ones added. Moved by its buttons, or
 * with Alt and an arrow from anywhere in the row; what cannot move says why.
 */
export function CaseStepsEditor({ kind, value, onChange }: StepsProps) {
  const { t } = useTranslation('settings');
  const { t: cases } = useTranslation('cases');
  const nameOf = useStepName();
  const [stays, setStays] = useState<{ step: string; why: string }>();
  const focused = useRef<HTMLElement | null>(null);
  // A row that changes its place is taken out of the page for a moment, and with it the focus.
  useEffect(() => {
    focused.current?.focus();
    focused.current = null;
  });
  const { steps } = value;
  const left = stepsOfKinds[kind].flatMap(
    (name) =>
      (steps.some(({ step }) => step === name)
        ? undefined
        : defaultCaseDefinitions[kind].steps.find(({ step }) => step === name)) ?? [],
  );
  const put = (next: readonly StepDefinition[]) => {
    setStays(undefined);
    onChange({ ...value, steps: [...next] });
  };
  const change = (step: StepDefinition) => put(steps.map((one) => (one.step === step.step ? step : one)));
  const remove = ({ step }: StepDefinition) => put(steps.filter((one) => one.step !== step));
  const add = () => {
    const taken = (name: string) => steps.some((one) => one.name === name);
    const names = ownSteps.map((_one, index) =>
      index === 0 ? t('cases.newStep') : `${t('cases.newStep')} ${index + 1}`,
    );
    const next = withOwnStep(steps, names.find((name) => !taken(name)) ?? '');
    if (next !== undefined) put(next);
  };

  const move = (step: StepDefinition, by: -1 | 1, from: HTMLElement) => {
    const moved = movedStep(kind, steps, step.step, by);
    if ('steps' in moved) {
      focused.current = from;
      put(moved.steps);
      return;
    }
    const last = steps.at(-1);
    const names = { step: nameOf(step.step, step.name), last: last === undefined ? '' : nameOf(last.step, last.name) };
    const edge = by < 0 ? 'first' : 'last';
    setStays({ step: step.step, why: t(`cases.stays.${moved.why === 'edge' ? edge : moved.why}`, names) });
  };
  const onKey = (step: StepDefinition) => (event: KeyboardEvent<HTMLElement>) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    if (event.target instanceof HTMLElement) move(step, event.key === 'ArrowUp' ? -1 : 1, event.target);
  };

  return (
    <FieldGroup title={`${cases(`kinds.${kind}`)} · ${t('cases.steps')}`}>
      <div className={styles.caseStep} data-kind={kind} aria-hidden="true">
        <span />
        <span />
        <span className={styles.rowHead}>{t('cases.name')}</span>
        <span className={styles.rowHead}>{t('cases.limit')}</span>
        {kind === 'mortgage' && <span className={styles.rowHead}>{t('cases.fundLimit')}</span>}
        <span className={styles.rowHead}>{t('cases.waitsFor')}</span>
      </div>
      {steps.map((step) => (
        // The keys are heard for the whole row, whichever of its fields has the focus.
        // biome-ignore lint/a11y/noStaticElementInteractions: the row's own controls are what takes the focus
        <div key={step.step} onKeyDown={onKey(step)}>
          <StepRow
            kind={kind}
            step={step}
            definition={value}
            onChange={change}
            onMove={(by, from) => move(step, by, from)}
            onRemove={() => remove(step)}
          />
          {stays?.step === step.step && (
            <p role="status" className={styles.stays}>
              {stays.why}
            </p>
          )}
        </div>
      ))}
      {left.map((step) => (
        <div key={step.step} className={styles.caseStep} data-kind={kind}>
          <span />
          <Checkbox
            aria-label={t('cases.use', { step: nameOf(step.step, '') })}
            checked={false}
            onChange={() => put(withStep(kind, steps, step))}
          />
          <span className={styles.rowHead}>{nameOf(step.step, '')}</span>
        </div>
      ))}
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<IconPlus size={14} />}
        disabled={withOwnStep(steps, '') === undefined}
        title={t('cases.mostOwn', { count: ownSteps.length })}
        onClick={add}
      >
        {t('cases.addStep')}
      </Button>
      <p className={styles.rowHead}>{t(`cases.order.${kind}`)}</p>
    </FieldGroup>
  );
}

type RowProps = {
  kind: CaseKind;
  step: StepDefinition;
  definition: CaseDefinition;
  onChange: (step: StepDefinition) => void;
  onMove: (by: -1 | 1, from: HTMLElement) => void;
  onRemove: () => void;
};

function StepRow({ kind, step, definition, onChange, onMove, onRemove }: RowProps) {
  const { t } = useTranslation('settings');
  const { t: cases } = useTranslation('cases');
  const nameOf = useStepName();
  const name = nameOf(step.step, step.name);
  const own = isOwnStep(step.step);
  const last = step.step === definition.steps.at(-1)?.step;
  const asked = definition.steps.filter((one) => one.step !== step.step).flatMap(({ papers }) => papers);
  const free = definition.papers.map((paper) => paper.kind).filter((paper) => !asked.includes(paper));
  return (
    <div className={styles.caseStep} data-kind={kind}>
      <span className={styles.moves}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t('cases.moveUp', { step: name })}
          onClick={(event) => onMove(-1, event.currentTarget)}
        >
          <IconChevronUp size={15} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t('cases.moveDown', { step: name })}
          onClick={(event) => onMove(1, event.currentTarget)}
        >
          <IconChevronDown size={15} />
        </ActionIcon>
      </span>
      {own ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t('cases.remove', { paper: name })}
          onClick={onRemove}
        >
          <IconTrash size={15} />
        </ActionIcon>
      ) : (
        <Checkbox
          aria-label={t('cases.use', { step: name })}
          checked
          // The last step is the one that ends the case.
          disabled={last}
          onChange={onRemove}
        />
      )}
      <TextInput
        size="xs"
        aria-label={t('cases.nameOf', { step: name })}
        value={step.name}
        placeholder={nameOf(step.step, '')}
        maxLength={STEP_NAME}
        error={
          own && step.name.trim() === ''
            ? t('cases.nameMissing')
            : isNamedTwice(definition.steps, step) && t('cases.nameTwice')
        }
        onChange={(event) => onChange({ ...step, name: event.currentTarget.value })}
      />
      <Days
        label={`${name} ${t('cases.limit')}`}
        value={step.limitDays}
        onChange={(days) => days !== null && onChange({ ...step, limitDays: days })}
      />
      {kind === 'mortgage' && (
        <Days
          label={`${name} ${t('cases.fundLimit')}`}
          value={step.fundLimitDays}
          onChange={(fundLimitDays) => onChange({ ...step, fundLimitDays })}
        />
      )}
      <Select
        size="xs"
        aria-label={`${name} ${t('cases.waitsFor')}`}
        data={stepParties.map((party) => ({ value: party, label: cases(`parties.${party}`) }))}
        value={step.waitsFor}
        allowDeselect={false}
        onChange={(waitsFor) => waitsFor !== null && onChange({ ...step, waitsFor })}
      />
      {own && (
        <MultiSelect
          className={styles.stepPapers ?? ''}
          size="xs"
          aria-label={t('cases.papersOf', { step: name })}
          placeholder={step.papers.length === 0 ? t('cases.papersAsked') : ''}
          data={free.map((paper) => ({ value: paper, label: cases(`papers.${paper}`) }))}
          value={step.papers}
          onChange={(papers) => onChange({ ...step, papers: free.filter((paper) => papers.includes(paper)) })}
        />
      )}
    </div>
  );
}

type DaysProps = { label: string; value: number | null; disabled?: boolean; onChange: (days: number | null) => void };

/** So many days, or none. */
export function Days({ label, value, disabled, onChange }: DaysProps) {
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
