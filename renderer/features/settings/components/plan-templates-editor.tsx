import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldGroup } from '#renderer/components/page.tsx';
import { RefusalBox } from '#renderer/components/refusal-text.tsx';
import { nextPlanCode } from '#shared/domain/plans/naming.ts';
import { type PlanKind, planKinds } from '#shared/domain/plans/states.ts';
import { MOST_PLANS, type PlanLineTemplate, type PlanTemplate } from '#shared/domain/plans/template.ts';
import { templateRefusal, twiceRefusal } from '#shared/domain/plans/template-rules.ts';
import { moved } from '../plan-lines.ts';
import { PlanLineEditor } from './plan-line-editor.tsx';
import styles from './settings.module.css';

/** A line that takes what the others leave, due when the contract is signed. */
const newLine: PlanLineTemplate = {
  item: 'finalPayment',
  share: { kind: 'rest' },
  due: { kind: 'after', event: 'signing', months: 0, days: 0 },
  inPrice: true,
};

type TemplatesProps = { value: readonly PlanTemplate[]; onChange: (value: readonly PlanTemplate[]) => void };

/** The ways to pay of the office: their lines, how much each is, when it is due, and what stands beside the price. */
export function PlanTemplatesEditor({ value, onChange }: TemplatesProps) {
  const { t } = useTranslation('settings');
  const { t: labels } = useTranslation('labels');
  const add = (kind: PlanKind) => {
    const code = nextPlanCode(value, kind);
    const word = labels(`planKinds.${kind}`);
    const label = code === kind ? word : `${word} ${code.slice(kind.length + 1)}`;
    onChange([...value, { code, kind, label, lines: [newLine] }]);
  };
  const twice = twiceRefusal(value);
  return (
    <div className={styles.group}>
      <p className={styles.rowHead}>{t('plans.hint')}</p>
      {value.map((template, index) => (
        <TemplateEditor
          key={template.code}
          template={template}
          onChange={(next) => onChange(value.with(index, next))}
          onRemove={value.length > 1 ? () => onChange(value.toSpliced(index, 1)) : undefined}
        />
      ))}
      {twice && <RefusalBox refusal={twice} />}
      {value.length < MOST_PLANS && (
        <Select
          aria-label={t('plans.add')}
          placeholder={t('plans.add')}
          data={planKinds.map((kind) => ({ value: kind, label: labels(`planKinds.${kind}`) }))}
          value={null}
          onChange={(kind) => kind !== null && add(kind)}
        />
      )}
    </div>
  );
}

type TemplateProps = {
  template: PlanTemplate;
  onChange: (template: PlanTemplate) => void;
  /** Missing for the last one: an office without a way to pay could not sell. */
  onRemove: (() => void) | undefined;
};

function TemplateEditor({ template, onChange, onRemove }: TemplateProps) {
  const { t } = useTranslation('settings');
  const { t: labels } = useTranslation('labels');
  const { code, kind, label, lines } = template;
  const refusal = templateRefusal(template);
  const put = (next: readonly PlanLineTemplate[]) => onChange({ ...template, lines: [...next] });
  const group = useRef<HTMLDivElement>(null);
  const move = (from: number, by: -1 | 1) => {
    const next = moved(lines, from, by);
    if (next === lines) return;
    put(next);
    // The hand stays on the line that it moves: its button of that way, or the other one at the end.
    requestAnimationFrame(() => {
      const buttons = [...(group.current?.querySelectorAll<HTMLButtonElement>(`[data-line="${from + by}"]`) ?? [])];
      (
        buttons.find((one) => one.dataset['by'] === String(by) && !one.disabled) ?? buttons.find((one) => !one.disabled)
      )?.focus();
    });
  };
  return (
    <FieldGroup title={labels(`planKinds.${kind}`)} hint={t('plans.code', { code })}>
      <div className={styles.group} ref={group}>
        <div className={styles.planHead}>
          <TextInput
            label={t('plans.label')}
            value={label}
            required
            maxLength={60}
            onChange={(event) => onChange({ ...template, label: event.currentTarget.value })}
          />
          {onRemove && (
            <Button variant="default" leftSection={<IconTrash size={15} aria-hidden="true" />} onClick={onRemove}>
              {t('plans.remove')}
            </Button>
          )}
        </div>
        {lines.map((line, index) => (
          // Lines have no name of their own: their place is what tells them apart.
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is edited in its place
          <fieldset
            key={index}
            className={styles.planLine}
            aria-label={t('plans.line', { position: index + 1 })}
            onKeyDown={(event) => {
              if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
              event.preventDefault();
              move(index, event.key === 'ArrowUp' ? -1 : 1);
            }}
          >
            <PlanLineEditor line={line} onChange={(next) => put(lines.with(index, next))} />
            {lines.length > 1 && (
              <div className={styles.planLineTools}>
                {([-1, 1] as const).map((by) => (
                  <ActionIcon
                    key={by}
                    data-line={index}
                    data-by={by}
                    variant="subtle"
                    color="gray"
                    disabled={moved(lines, index, by) === lines}
                    title={t('plans.moveKeys')}
                    aria-label={t(by < 0 ? 'plans.moveUp' : 'plans.moveDown', { position: index + 1 })}
                    onClick={() => move(index, by)}
                  >
                    {by < 0 ? <IconArrowUp size={16} /> : <IconArrowDown size={16} />}
                  </ActionIcon>
                ))}
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('plans.removeLine', { position: index + 1 })}
                  onClick={() => put(lines.toSpliced(index, 1))}
                >
                  <IconTrash size={16} />
                </ActionIcon>
              </div>
            )}
          </fieldset>
        ))}
        {refusal && <RefusalBox refusal={refusal} />}
        <Button
          variant="default"
          leftSection={<IconPlus size={15} aria-hidden="true" />}
          disabled={lines.length >= 60}
          onClick={() => put([...lines, newLine])}
        >
          {t('plans.addLine')}
        </Button>
      </div>
    </FieldGroup>
  );
}
