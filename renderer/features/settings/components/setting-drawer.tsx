import { TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { DateInput } from '#renderer/components/date-input.tsx';
import { Form } from '#renderer/components/form.tsx';
import { PanelBlock, SideDrawer } from '#renderer/components/panel.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { settings } from '#shared/api/settings.ts';
import type { ApprovalPolicy } from '#shared/domain/approvals/policy.ts';
import type { CaseDefinitions } from '#shared/domain/cases/definitions.ts';
import type { ChangeReason } from '#shared/domain/changes/reasons.ts';
import type { DefectKind } from '#shared/domain/contracts/defects.ts';
import type { RequiredFile } from '#shared/domain/contracts/required-files.ts';
import type { PlanTemplate } from '#shared/domain/plans/template.ts';
import type { Discount } from '#shared/domain/pricing/catalogue.ts';
import type { EarlyManagement } from '#shared/domain/settings/contract-settings.ts';
import { type SettingKey, settingDefinitions } from '#shared/domain/settings/registry.ts';
import { AuthorityEditor } from './authority-editor.tsx';
import { CasesEditor } from './cases-editor.tsx';
import { ChangeReasonsEditor } from './change-reasons-editor.tsx';
import { DefectKindsEditor } from './defect-kinds-editor.tsx';
import { DiscountsEditor } from './discounts-editor.tsx';
import { ManagementEditor } from './management-editor.tsx';
import { PlanTemplatesEditor } from './plan-templates-editor.tsx';
import { RequiredFilesEditor } from './required-files-editor.tsx';
import styles from './settings.module.css';
import { type Json, useSettingText } from './use-setting-text.ts';
import { ValueEditor } from './value-editor.tsx';

/** A setting as the office lists it. */
export type SettingRow = z.output<typeof settings.list.output>[number] & { key: SettingKey };

/** Settings whose lines need the room. */
const wideSettings: ReadonlySet<SettingKey> = new Set(['caseDefinitions', 'planTemplates', 'requiredFiles']);

/** Gives a setting a new value from a day on. What the value may be is checked by the same rule as on the server. */
export function SettingDrawer({ row, onClose }: { row: SettingRow; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation('common');
  const today = useToday();
  const text = useSettingText();
  const [value, setValue] = useState<Json>(row.value);
  const [from, setFrom] = useState(today);
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const name = t(`names.${row.key}`);
  const set = useCommand(act.settings.set, {
    onDone: () => {
      notifications.show({ message: t('saved', { name, effectiveOn: from }) });
      onClose();
    },
  });
  const save = () => {
    if (note.trim().length < 2) setMissing(true);
    else void set.send({ key: row.key, value: writable(value), effectiveFrom: from, sourceNote: note });
  };
  const valid = settingDefinitions[row.key].schema.safeParse(value).success;
  return (
    <SideDrawer
      opened
      {...(wideSettings.has(row.key) ? { width: 620 } : {})}
      onClose={onClose}
      label={t('changeTitle', { name })}
      title={t('changeTitle', { name })}
    >
      <Form
        submitLabel={common('save')}
        onSubmit={save}
        onCancel={onClose}
        dirty={JSON.stringify(value) !== JSON.stringify(row.value) || note !== ''}
        busy={set.pending}
      >
        <div className={styles.editor}>
          <Editor settingKey={row.key} value={value} onChange={setValue} label={t('value')} />
          {!valid && <RefusalText refusal={{ code: 'SETTING_INVALID', params: { key: name } }} />}
          <DateInput
            label={t('effectiveFrom')}
            value={from}
            from={today}
            required
            onChange={(day) => day !== null && setFrom(day)}
          />
          <TextInput
            label={t('sourceNote')}
            value={note}
            required
            maxLength={300}
            error={missing && note.trim().length < 2 ? t('sourceMissing') : undefined}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {set.refusal && <RefusalText refusal={set.refusal} />}
        </div>
      </Form>
      <PanelBlock>
        <h3>{t('history')}</h3>
        {row.past.length === 0 ? (
          <p>{t('noHistory')}</p>
        ) : (
          row.past.toReversed().map((old) => (
            <p key={`${old.effectiveFrom} ${JSON.stringify(old.value)}`}>
              {old.effectiveFrom} · {text(row.key, old.value)} · {old.by}
              <br />
              {old.sourceNote}
            </p>
          ))
        )}
      </PanelBlock>
    </SideDrawer>
  );
}

type EditorProps = { settingKey: SettingKey; value: Json; onChange: (value: Json) => void; label: string };

function Editor({ settingKey, value, onChange, label }: EditorProps) {
  // The office only stores values of the setting's own shape.
  if (settingKey === 'discounts')
    return (
      <DiscountsEditor value={value as unknown as readonly Discount[]} onChange={(next) => onChange(plain(next))} />
    );
  if (settingKey === 'approvalPolicy')
    return <AuthorityEditor value={value as unknown as ApprovalPolicy} onChange={(next) => onChange(plain(next))} />;
  if (settingKey === 'caseDefinitions')
    return <CasesEditor value={value as unknown as CaseDefinitions} onChange={(next) => onChange(plain(next))} />;
  if (settingKey === 'earlyManagement')
    return <ManagementEditor value={value as unknown as EarlyManagement} onChange={(next) => onChange(plain(next))} />;
  if (settingKey === 'changeReasons')
    return (
      <ChangeReasonsEditor
        value={value as unknown as readonly ChangeReason[]}
        onChange={(next) => onChange(plain(next))}
      />
    );
  if (settingKey === 'defectKinds')
    return (
      <DefectKindsEditor value={value as unknown as readonly DefectKind[]} onChange={(next) => onChange(plain(next))} />
    );
  if (settingKey === 'requiredFiles')
    return (
      <RequiredFilesEditor
        value={value as unknown as readonly RequiredFile[]}
        onChange={(next) => onChange(plain(next))}
      />
    );
  if (settingKey === 'planTemplates')
    return (
      <PlanTemplatesEditor
        value={value as unknown as readonly PlanTemplate[]}
        onChange={(next) => onChange(plain(next))}
      />
    );
  return <ValueEditor settingKey={settingKey} value={value} onChange={onChange} label={label} />;
}

function plain(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}

function writable(value: Json) {
  return JSON.parse(JSON.stringify(value)) as z.input<typeof settings.set.input>['value'];
}
