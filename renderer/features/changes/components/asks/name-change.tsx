import { Checkbox } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueries } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Attachments } from '#renderer/components/attachments.tsx';
import { BuyerList } from '#renderer/components/buyer-list.tsx';
import { BuyerSearch } from '#renderer/components/buyer-search.tsx';
import { OptionButtons } from '#renderer/components/filters.tsx';
import { FieldGroup } from '#renderer/components/page.tsx';
import { ask as questions } from '#renderer/lib/office.ts';
import { withBuyer } from '#renderer/lib/shares.ts';
import { nameRelations, relationProofs } from '#shared/domain/changes/asks/name-change.ts';
import styles from '../change-page.module.css';
import { askForm } from './ask-form.ts';

/** Who buys, as it shall be, and how whoever comes or goes is related. */
export const nameChangeForm = askForm<'nameChange'>({
  first: ({ buyers }) => ({
    kind: 'nameChange',
    buyers: buyers.map(({ customerId, sharePpm }) => ({ customerId, sharePpm })),
    relation: 'spouse',
    proof: 'none',
    consent: false,
  }),
  Fields: function NameChangeFields({ deal, ask, onAsk, signs }) {
    const { t } = useTranslation('changes');
    const navigate = useNavigate();
    const details = useQueries({
      queries: ask.buyers.map(({ customerId }) => questions.customers.detail({ customerId })),
    });
    const had = new Set(deal.buyers.map(({ customerId }) => customerId));
    const comes = ask.buyers.some(({ customerId }) => !had.has(customerId));
    return (
      <div className={styles.stack}>
        <FieldGroup title={t('make.buyers')} hint={t('make.buyersHint')}>
          <BuyerList
            buyers={ask.buyers.map((buyer, index) => ({
              buyer,
              file: details[index]?.data,
              error: details[index]?.error ?? null,
            }))}
            onChange={(buyers) => onAsk({ ...ask, buyers })}
            onIdentify={({ customer }) => void navigate({ to: `/reception/customers/${customer.id}` as string })}
            signs={signs}
          />
          <BuyerSearch
            chosen={ask.buyers.map(({ customerId }) => customerId)}
            onChoose={(customerId) => onAsk({ ...ask, buyers: withBuyer(ask.buyers, customerId) })}
            onNew={() => notifications.show({ message: t('make.newBuyer') })}
          />
        </FieldGroup>
        <OptionButtons
          label={t('make.relation')}
          required
          options={nameRelations.map((value) => ({ value, label: t(`make.relations.${value}`) }))}
          value={ask.relation}
          onChange={(relation) => onAsk({ ...ask, relation })}
        />
        <OptionButtons
          label={`${t('make.proof')} · ${t('make.proofRule')}`}
          required
          options={relationProofs.map((value) => ({ value, label: t(`make.proofs.${value}`) }))}
          value={ask.proof}
          onChange={(proof) => onAsk({ ...ask, proof })}
        />
        {ask.buyers.some(({ customerId }) => signs.of(customerId).agent !== null) && (
          <FieldGroup title={t('make.powers')} hint={t('make.powersHint')}>
            <Attachments noun="subscriptions" subjectId={deal.row.id} kind={['proxy', 'guardianship']} />
          </FieldGroup>
        )}
        {comes && (
          <Checkbox
            label={t('make.consent')}
            checked={ask.consent}
            onChange={(event) => onAsk({ ...ask, consent: event.currentTarget.checked })}
          />
        )}
      </div>
    );
  },
});
