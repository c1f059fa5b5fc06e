import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, Loaded } from '#renderer/components/data-states.tsx';
import { Facts } from '#renderer/components/page.tsx';
import { PanelBlock, SideDrawer } from '#renderer/components/panel.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { Money } from '#renderer/components/values.tsx';
import { act, ask } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { AgreementRow } from './partner-list.tsx';
import styles from './register.module.css';

/** Puts deals on the account of a contract with a partner: only those that it can take are offered. */
export function DealDrawer({ agreement, onClose }: { agreement: AgreementRow; onClose: () => void }) {
  const { t } = useTranslation('register');
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim());
  const choice = useQuery(ask.partnerAgreements.choice({ agreementId: agreement.id, text: wanted }));
  const add = useCommand(act.partnerAgreements.addDeal);
  const title = t('addDealTitle', { number: agreement.number });
  const enter = async (subscriptionId: number, unit: string) => {
    if (await add.send({ agreementId: agreement.id, subscriptionId }))
      notifications.show({ message: t('dealAdded', { unit }) });
  };
  return (
    <SideDrawer opened label={title} title={title} sub={agreement.partner} onClose={onClose}>
      <PanelBlock>
        <div className={styles.fields}>
          <TextInput
            aria-label={t('dealSearch')}
            placeholder={t('dealSearch')}
            data-autofocus
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          {add.refusal && <RefusalText refusal={add.refusal} />}
          <Loaded query={choice} skeletonRows={6}>
            {(deals) =>
              deals.length === 0 ? (
                <EmptyState title={t('dealNone')} />
              ) : (
                <Facts
                  items={deals.map((deal) => ({
                    key: deal.number,
                    label: deal.unit,
                    value: (
                      <span className={styles.until}>
                        {deal.buyers} <Money value={deal.price} />
                        <Button
                          size="compact-xs"
                          variant="default"
                          disabled={add.pending}
                          onClick={() => void enter(deal.subscriptionId, deal.unit)}
                        >
                          {t('addDeal')}
                        </Button>
                      </span>
                    ),
                  }))}
                />
              )
            }
          </Loaded>
        </div>
      </PanelBlock>
    </SideDrawer>
  );
}
