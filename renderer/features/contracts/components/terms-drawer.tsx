import { Checkbox } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldInput, type TermValue } from '#renderer/components/contract-field-input.tsx';
import { Form } from '#renderer/components/form.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { contractFields, type FieldName, type FieldValues } from '#shared/domain/contracts/fields/catalogue.ts';
import type { ArticleKey } from '#shared/domain/contracts/text/keys.ts';
import type { ContractDetail } from '../contract-types.ts';
import { articlesOf } from '../terms.ts';
import styles from './contract-panel.module.css';
import { useArticleName } from './terms-section.tsx';

type Values = Partial<Record<FieldName, TermValue>>;

/** The fields of one article: what the parties choose, and what they leave out. */
export function TermsDrawer({
  detail,
  article,
  focus,
  onClose,
}: {
  detail: ContractDetail;
  article: ArticleKey;
  /** The field that is to be put right; else the first one. */
  focus?: FieldName | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation('contracts');
  const { t: form } = useTranslation('contractForm');
  const nameOf = useArticleName(detail.text);
  const { draft, row } = detail;
  // What another window saves meanwhile must not be overwritten: the version is the one that was opened.
  const [version] = useState(detail.version);
  const [typed, setTyped] = useState<Values>({});
  const [struck, setStruck] = useState<readonly FieldName[]>(draft.struck);
  const save = useCommand(act.contracts.edit, {
    onDone: () => {
      notifications.show({ message: t('termsSaved') });
      onClose();
    },
  });
  const names = articlesOf(detail.text, draft).find((one) => one.article === article)?.names ?? [];
  const valueOf = (name: FieldName): TermValue => {
    const own = typed[name];
    return own === undefined ? draft.fields[name] : own;
  };
  const strike = names.filter((name) => struck.includes(name) && !draft.struck.includes(name));
  const freed = names.filter((name) => !struck.includes(name) && draft.struck.includes(name));
  const changed = names.filter((name) => typed[name] !== undefined && !struck.includes(name));
  const title = nameOf(article);
  return (
    <SideDrawer opened width={520} label={title} title={title} sub={`${row.number} · ${row.unit}`} onClose={onClose}>
      <Form
        submitLabel={t('save')}
        onCancel={onClose}
        dirty={changed.length > 0 || strike.length > 0 || freed.length > 0}
        busy={save.pending}
        error={save.refusal}
        onSubmit={() => {
          const fields = Object.fromEntries(
            [...changed, ...freed.filter((name) => !changed.includes(name))].map((name) => [name, valueOf(name)]),
          ) as Partial<FieldValues>;
          void save.send({ contractId: row.id, version, changes: { fields, strike } });
        }}
      >
        <div className={styles.fields}>
          {names.map((name) => (
            <div key={name} className={styles.field}>
              <FieldInput
                name={name}
                value={struck.includes(name) ? null : valueOf(name)}
                disabled={struck.includes(name)}
                focused={focus === undefined ? name === names[0] : name === focus}
                onChange={(value) => setTyped((all) => ({ ...all, [name]: value }))}
              />
              {contractFields[name].lock !== 'law' && (
                <Checkbox
                  label={t('strike')}
                  aria-label={t('strikeOf', { field: form(`fields.${name}`) })}
                  checked={struck.includes(name)}
                  onChange={(event) => {
                    const on = event.currentTarget.checked;
                    setStruck((all) => (on ? [...all, name] : all.filter((one) => one !== name)));
                  }}
                />
              )}
            </div>
          ))}
        </div>
      </Form>
    </SideDrawer>
  );
}
