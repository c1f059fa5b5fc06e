import { Anchor, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { Attachments } from '#renderer/components/attachments.tsx';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { Loaded } from '#renderer/components/data-states.tsx';
import { type Fact, Facts } from '#renderer/components/page.tsx';
import { PanelBlock, SidePanel } from '#renderer/components/panel.tsx';
import { DateText, DateTimeText, Money } from '#renderer/components/values.tsx';
import { act, ask } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { partnerAgreements } from '#shared/api/partner-agreements.ts';
import { bringsDeals } from '#shared/domain/partner-agreements/states.ts';
import { AgreementActs } from './agreement-acts.tsx';
import { DealDrawer } from './deal-drawer.tsx';
import styles from './register.module.css';
import { RegisterState } from './register-state.tsx';

/** One contract with a partner, whole. */
export type AgreementDetail = z.output<typeof partnerAgreements.detail.output>;

type AgreementPanelProps = {
  agreementId: number;
  onOpen: (agreementId: number) => void;
  onClose: () => void;
};

/** One contract with a partner beside the list: what was agreed, its quota and deals, what can be done. */
export function AgreementPanel({ agreementId, onOpen, onClose }: AgreementPanelProps) {
  const { t } = useTranslation('register');
  const detail = useQuery(ask.partnerAgreements.detail({ agreementId }));
  const row = detail.data?.agreement;
  return (
    <SidePanel
      width={388}
      label={row === undefined ? '…' : `${row.number} ${row.partner}`}
      title={row?.number ?? '…'}
      state={row && <RegisterState state={{ noun: 'partnerAgreements', is: row.state }} />}
      sub={row ? `${t(`kinds.${row.kind}`)} · ${row.partner}` : '…'}
      onClose={onClose}
    >
      <Loaded query={detail} skeletonRows={10}>
        {(found) => <Body detail={found} onOpen={onOpen} />}
      </Loaded>
    </SidePanel>
  );
}

function Body({ detail, onOpen }: { detail: AgreementDetail; onOpen: (agreementId: number) => void }) {
  const { t } = useTranslation('register');
  const { agreement: row, renews, renewedBy, endReason } = detail;
  const other = (one: { id: number; number: string }) => (
    <Anchor component="button" type="button" size="sm" onClick={() => onOpen(one.id)}>
      {one.number}
    </Anchor>
  );
  const facts: Fact[] = [
    { label: t('heading'), value: row.title },
    { label: t('term'), value: t('termOf', { fromOn: row.fromOn, toOn: row.toOn }) },
    { label: t('amount'), value: <Money value={row.amount} /> },
    ...(row.creditCode === '' ? [] : [{ label: t('creditCode'), value: row.creditCode }]),
    ...(row.contact === '' ? [] : [{ label: t('contact'), value: row.contact }]),
    ...(row.phone === '' ? [] : [{ label: t('phone'), value: row.phone }]),
    { label: t('owner'), value: row.owner.name },
    ...(row.terms === '' ? [] : [{ label: t('terms'), value: <p className={styles.terms}>{row.terms}</p> }]),
    ...(renews === null ? [] : [{ label: t('renews'), value: other(renews) }]),
    ...(renewedBy === null ? [] : [{ label: t('renewedBy'), value: other(renewedBy) }]),
    ...(detail.approvalId === null
      ? []
      : [
          {
            label: t('approval'),
            value: (
              <Anchor component={Link} to={`/today/approvals/${detail.approvalId}` as string} size="sm">
                <DateTimeText at={detail.approvedAt ?? detail.createdAt} />
              </Anchor>
            ),
          },
        ]),
    { label: t('createdBy'), value: `${detail.createdBy.name}` },
    ...(detail.endedOn === null ? [] : [{ label: t('on'), value: <DateText day={detail.endedOn} /> }]),
    ...(endReason === '' ? [] : [{ label: t('endReason'), value: endReason }]),
  ];
  return (
    <>
      <PanelBlock>
        <AgreementActs detail={detail} onOpen={onOpen} />
      </PanelBlock>
      <PanelBlock>
        <Facts items={facts} />
      </PanelBlock>
      {bringsDeals(row.kind) && <Deals detail={detail} />}
      <PanelBlock>
        <h3 className={styles.heading}>{t('attachments')}</h3>
        <Attachments noun="partnerAgreements" subjectId={row.id} kind={['agreement', 'businessLicence']} />
      </PanelBlock>
    </>
  );
}

function Deals({ detail }: { detail: AgreementDetail }) {
  const { t } = useTranslation('register');
  const { agreement: row, deals, can } = detail;
  const [adding, setAdding] = useState(false);
  const remove = useCommand(act.partnerAgreements.removeDeal);
  const { use } = row;
  const hidden = use.units + use.ended - deals.length;
  const ask = ({ subscriptionId, unit }: AgreementDetail['deals'][number]) =>
    confirmAct({
      title: t('removeTitle', { unit }),
      consequence: t('removeConsequence'),
      confirmLabel: t('removeDeal'),
      reason: 'required',
      onConfirm: (reason) => remove.sendOrThrow({ agreementId: row.id, subscriptionId, reason }),
    });
  const quota: Fact[] = [
    {
      label: t('units'),
      value:
        row.quotaUnits === null
          ? t('usedOnly', { count: use.units })
          : t('useOf', { used: use.units, quota: row.quotaUnits }),
    },
    { label: t('money'), value: <Money value={use.amount} /> },
    ...(use.amountLeft === null ? [] : [{ label: t('left'), value: <Money value={use.amountLeft} /> }]),
  ];
  return (
    <PanelBlock>
      <h3 className={styles.heading}>
        {t('deals')}
        {can['addDeal'] === true && (
          <Button size="compact-xs" variant="default" onClick={() => setAdding(true)}>
            {t('addDeal')}
          </Button>
        )}
      </h3>
      <Facts items={quota} />
      {deals.length === 0 && hidden === 0 && <p className={styles.note}>{t('dealsEmpty')}</p>}
      <Facts
        items={deals.map((deal) => ({
          key: deal.number,
          label: (
            <Anchor component={Link} to={`/contracts/subscriptions/${deal.subscriptionId}` as string} size="sm">
              {deal.unit}
            </Anchor>
          ),
          value: (
            <span className={styles.until}>
              {deal.buyers} <Money value={deal.price} />
              {deal.ended ? (
                t('dealEnded')
              ) : (
                <Button size="compact-xs" variant="subtle" onClick={() => ask(deal)}>
                  {t('removeDeal')}
                </Button>
              )}
            </span>
          ),
        }))}
      />
      {hidden > 0 && <p className={styles.note}>{t('dealsHidden', { count: hidden })}</p>}
      {adding && <DealDrawer agreement={row} onClose={() => setAdding(false)} />}
    </PanelBlock>
  );
}
