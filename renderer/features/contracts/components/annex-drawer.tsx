import { Button, Checkbox, CloseButton, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '#renderer/components/form.tsx';
import { FieldRow } from '#renderer/components/page.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { useAsOpened } from '#renderer/lib/as-opened.ts';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { annexesSchema, type ContractAnnexes } from '#shared/domain/contracts/annexes.ts';
import { type AnnexName, type AnnexPart, annexParts } from '../annex-tables.ts';
import type { ContractDetail } from '../contract-types.ts';
import { useAnnexName } from '../hooks/use-annex-name.ts';
import styles from './contract-panel.module.css';
import { RowsField } from './rows-field.tsx';

type Changes = { readonly [Table in keyof ContractAnnexes]?: unknown };

/** Drawers of tables need room for their columns. */
const WIDE = 860;
const NARROW = 520;
const MOST_CLAUSES = 30;

const changesSchema = annexesSchema.partial();

/** The parts of one annex of a contract, as its paper shows them. */
export function AnnexDrawer({
  detail,
  annex,
  focus,
  onClose,
}: {
  detail: ContractDetail;
  annex: AnnexName;
  /** The part that is to be put right; else the first one. */
  focus?: keyof ContractAnnexes | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation('contractAnnexes');
  const { t: contracts } = useTranslation('contracts');
  const nameOf = useAnnexName(detail.text);
  const { draft, version, row } = useAsOpened(detail);
  const [typed, setTyped] = useState<Changes>({});
  const [incomplete, setIncomplete] = useState(false);
  const save = useCommand(act.contracts.edit, {
    onDone: () => {
      notifications.show({ message: t('saved') });
      onClose();
    },
  });
  const parts = annexParts[annex];
  const change = (table: keyof ContractAnnexes, value: unknown) => {
    setIncomplete(false);
    setTyped((all) => ({ ...all, [table]: value }));
  };
  const values = { ...draft.annexes, ...typed } as ContractAnnexes;
  const submit = (): void => {
    const { ownTerms } = values;
    const clean = typed.ownTerms === undefined ? typed : { ...typed, ownTerms: ownTerms.filter((one) => one.trim()) };
    const read = changesSchema.safeParse(clean);
    if (!read.success) setIncomplete(true);
    else void save.send({ contractId: row.id, version, changes: { annexes: read.data } });
  };
  const title = nameOf(annex);
  return (
    <SideDrawer
      opened
      width={parts.some(({ as }) => as === 'rows') ? WIDE : NARROW}
      label={title}
      title={title}
      sub={`${row.number} · ${row.unit}`}
      onClose={onClose}
    >
      <Form
        submitLabel={contracts('save')}
        onCancel={onClose}
        dirty={Object.keys(typed).length > 0}
        busy={save.pending}
        error={save.refusal}
        onSubmit={submit}
      >
        <div className={styles.fields}>
          {annex !== 'payments' && <p className={styles.hint}>{t(`hints.${annex}`)}</p>}
          {parts.map((part, index) => (
            <Part
              key={part.table}
              part={part}
              values={values}
              focused={focus === undefined ? index === 0 : part.table === focus}
              onChange={(value) => change(part.table, value)}
            />
          ))}
          {incomplete && (
            <p role="alert" className={styles.wrong}>
              {t('rowsIncomplete')}
            </p>
          )}
        </div>
      </Form>
    </SideDrawer>
  );
}

type PartProps = {
  part: AnnexPart;
  values: ContractAnnexes;
  /** Takes the focus when the drawer opens. */
  focused: boolean;
  onChange: (value: unknown) => void;
};

function Part({ part, values, focused, onChange }: PartProps) {
  const { t } = useTranslation('contractAnnexes');
  const focus = { 'data-autofocus': focused || undefined };
  switch (part.as) {
    case 'rows':
      return <RowsField part={part} rows={values[part.table]} focused={focused} onChange={onChange} />;
    case 'text':
      return (
        <Textarea
          label={t(`texts.${part.table}`)}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={1000}
          {...focus}
          value={values[part.table]}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'check':
      return (
        <Checkbox
          label={t(`checks.${part.table}`)}
          {...focus}
          checked={values[part.table]}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case 'drawings':
      return <Drawings value={values.drawings} onChange={onChange} />;
    case 'clauses':
      return <Clauses value={values.ownTerms} onChange={onChange} />;
  }
}

type DrawingsProps = {
  value: ContractAnnexes['drawings'];
  onChange: (value: ContractAnnexes['drawings']) => void;
};

function Drawings({ value, onChange }: DrawingsProps) {
  const { t } = useTranslation('contractAnnexes');
  return (
    <>
      {(['floorPlan', 'sitePlan', 'dimensions'] as const).map((name, index) => (
        <Checkbox
          key={name}
          label={t(`drawings.${name}`)}
          data-autofocus={index === 0 || undefined}
          checked={value[name]}
          onChange={(event) => onChange({ ...value, [name]: event.currentTarget.checked })}
        />
      ))}
      <FieldRow columns="1fr 1fr">
        {(['scale', 'tolerance'] as const).map((name) => (
          <TextInput
            key={name}
            label={t(`drawings.${name}`)}
            maxLength={200}
            value={value[name]}
            onChange={(event) => onChange({ ...value, [name]: event.currentTarget.value })}
          />
        ))}
      </FieldRow>
    </>
  );
}

type ClausesProps = { value: readonly string[]; onChange: (value: readonly string[]) => void };

function Clauses({ value, onChange }: ClausesProps) {
  const { t } = useTranslation('contractAnnexes');
  return (
    <>
      {value.map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: clauses are plain texts without anything else that names them
        <div key={index} className={styles.clause}>
          <Textarea
            label={t('ownTerm', { row: index + 1 })}
            autosize
            minRows={2}
            maxLength={600}
            data-autofocus={index === 0 || undefined}
            value={text}
            onChange={(event) => onChange(value.with(index, event.currentTarget.value))}
          />
          <CloseButton
            size="sm"
            aria-label={t('removeRow', { row: index + 1 })}
            onClick={() => onChange(value.toSpliced(index, 1))}
          />
        </div>
      ))}
      {value.length === 0 && <p className={styles.hint}>{t('noRows')}</p>}
      <div>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          disabled={value.length >= MOST_CLAUSES}
          data-autofocus={value.length === 0 || undefined}
          onClick={() => onChange([...value, ''])}
        >
          {t('addRow')}
        </Button>
      </div>
    </>
  );
}
