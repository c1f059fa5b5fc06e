import { CloseButton, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ClausesField } from '#renderer/components/clauses-field.tsx';
import { FieldInput } from '#renderer/components/contract-field-input.tsx';
import { Loaded } from '#renderer/components/data-states.tsx';
import { useTermText } from '#renderer/components/use-term-text.ts';
import { ask as questions } from '#renderer/lib/office.ts';
import { amendableFields } from '#shared/domain/agreements/terms.ts';
import { contractFields, type FieldName } from '#shared/domain/contracts/fields/catalogue.ts';
import styles from '../change-page.module.css';
import type { AskForm } from './ask-form.ts';

/** Blanks of the signed contract that are to say something else, one by one, and clauses in words of their own. */
export const termsChangeForm: AskForm<'termsChange'> = {
  first: () => ({ kind: 'termsChange', fields: {}, clauses: [] }),
  isChosen: (_deal, { fields, clauses }) =>
    (Object.keys(fields).length > 0 || clauses.length > 0) && clauses.every((one) => one.trim().length >= 4),
  Fields: function TermsChangeFields({ deal, ask, onAsk }) {
    const { t } = useTranslation('changes');
    const { t: form } = useTranslation('contractForm');
    const textOf = useTermText();
    const contract = useQuery({
      ...questions.contracts.detail({ contractId: deal.contract?.id ?? 0 }),
      enabled: deal.contract !== null,
    });
    const chosen = amendableFields.filter((name) => ask.fields[name] !== undefined);
    const without = (name: FieldName) =>
      Object.fromEntries(Object.entries(ask.fields).filter(([other]) => other !== name));
    if (deal.contract === null) return null;
    return (
      <Loaded query={contract}>
        {({ draft }) => (
          <div className={styles.stack}>
            <Select
              label={t('make.addTerm')}
              description={t('make.termsHint')}
              data={amendableFields
                .filter((name) => ask.fields[name] === undefined)
                .map((name) => ({
                  value: name,
                  label: `${form(`articles.${contractFields[name].article}`)} · ${form(`fields.${name}`)}`,
                }))}
              value={null}
              searchable
              limit={80}
              onChange={(name) => {
                const field = amendableFields.find((one) => one === name);
                if (field !== undefined) onAsk({ ...ask, fields: { ...ask.fields, [field]: draft.fields[field] } });
              }}
            />
            {chosen.map((name) => (
              <div key={name} className={styles.term}>
                <FieldInput
                  name={name}
                  value={ask.fields[name] ?? null}
                  onChange={(value) => onAsk({ ...ask, fields: { ...ask.fields, [name]: value } })}
                  disabled={false}
                  focused={false}
                />
                <CloseButton
                  aria-label={`${t('make.removeTerm')} ${form(`fields.${name}`)}`}
                  onClick={() => onAsk({ ...ask, fields: without(name) })}
                />
                <small>{t('make.termNow', { value: textOf(name, draft.fields[name]) || '×' })}</small>
              </div>
            ))}
            <ClausesField clauses={ask.clauses} onClauses={(clauses) => onAsk({ ...ask, clauses })} />
          </div>
        )}
      </Loaded>
    );
  },
};
