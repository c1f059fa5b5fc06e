import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { Section } from '#renderer/components/page.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { joinWords } from '#renderer/lib/format.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { weightyAnnexes, weightyArticles } from '#shared/domain/contracts/confirmations.ts';
import { annexNumber, articleNumber } from '#shared/domain/contracts/text/contract-text.ts';
import type { ContractDetail } from '../contract-types.ts';
import type { OpenedDrawer } from './contract-drawers.tsx';
import styles from './contract-panel.module.css';

type Buyer = ContractDetail['draft']['buyers'][number];

/** What is confirmed with the buyers before the signing: weighty terms, eligibility, maintenance fund. */
export function ConfirmationsSection({
  detail,
  onOpen,
}: {
  detail: ContractDetail;
  onOpen: (drawer: OpenedDrawer) => void;
}) {
  const { t } = useTranslation('contracts');
  const { draft, confirmations, can } = detail;
  const { maintenanceFund, fundAsked } = confirmations;
  const mayConfirm = can['confirm'] === true;
  const mayEdit = can['edit'] === true;
  const showsFund = fundAsked || maintenanceFund !== null;
  return (
    <Section title={t('confirm.title')}>
      <ul className={styles.list}>
        <WeightyTerms detail={detail} />
        {draft.purchaseLimited &&
          draft.buyers.map((buyer) => {
            const { customerId } = buyer;
            return (
              <Eligibility
                key={customerId ?? buyer.name}
                buyer={buyer}
                onEdit={mayEdit && customerId !== null ? () => onOpen({ what: 'eligibility', customerId }) : undefined}
              />
            );
          })}
        {showsFund && (
          <Line
            name={t('confirm.fund')}
            note={
              maintenanceFund === null
                ? t('confirm.fundAsked')
                : t('confirm.fundPaid', { paidOn: maintenanceFund.paidOn, voucher: maintenanceFund.voucher })
            }
            done={maintenanceFund !== null}
            tone="amber"
          >
            {mayConfirm && (
              <Button variant="subtle" size="compact-sm" onClick={() => onOpen({ what: 'fund' })}>
                {t(maintenanceFund === null ? 'confirm.enter' : 'confirm.change')}
              </Button>
            )}
          </Line>
        )}
      </ul>
    </Section>
  );
}

type LineProps = { name: string; note: string; done: boolean; tone?: 'seal' | 'amber'; children?: ReactNode };

/** One confirmation: what it is, how it stands, and the way to enter it. */
function Line({ name, note, done, tone = 'seal', children }: LineProps) {
  const { t } = useTranslation('contracts');
  return (
    <li className={styles.line}>
      <Signal tone={done ? 'ok' : tone}>{t(done ? 'confirm.done' : 'confirm.open')}</Signal>
      <p>
        {name}
        <small>{note}</small>
      </p>
      {children}
    </li>
  );
}

function WeightyTerms({ detail }: { detail: ContractDetail }) {
  const { t } = useTranslation('contracts');
  const explain = useCommand(act.contracts.explainTerms);
  const { row, version, can, confirmations, draft, text } = detail;
  const { weightyTerms } = confirmations;
  const language = useLanguage();
  const articles = joinWords(
    weightyArticles.flatMap((key) => articleNumber(text, key)?.toString() ?? []),
    language,
  );
  const annexes = joinWords(
    weightyAnnexes.flatMap((key) => annexNumber(text, key)?.toString() ?? []),
    language,
  );
  const done = weightyTerms?.current === true;
  const note =
    weightyTerms === null
      ? t('confirm.weightyOpen', { articles })
      : t(done ? 'confirm.weightyDone' : 'confirm.weightyChanged', { on: weightyTerms.on, by: weightyTerms.by });
  const ask = () =>
    confirmAct({
      title: t('confirm.weightyTitle'),
      consequence: t('confirm.weightyText', {
        articles,
        annexes,
        buyers: joinWords(
          draft.buyers.map(({ name }) => name),
          language,
        ),
      }),
      confirmLabel: t('confirm.weightyAct'),
      onConfirm: () => explain.sendOrThrow({ contractId: row.id, version }),
    });
  return (
    <Line name={t('confirm.weighty')} note={note} done={done}>
      {can['confirm'] === true && !done && (
        <Button data-weighty-terms variant="subtle" size="compact-sm" loading={explain.pending} onClick={ask}>
          {t('confirm.weightyAct')}
        </Button>
      )}
    </Line>
  );
}

function Eligibility({ buyer, onEdit }: { buyer: Buyer; onEdit: (() => void) | undefined }) {
  const { t } = useTranslation('contracts');
  const { eligibility, name } = buyer;
  return (
    <Line
      name={t('confirm.eligibility', { name })}
      note={
        eligibility === null
          ? t('confirm.eligibilityOpen')
          : t(eligibility.validUntil === null ? 'confirm.eligibilityDone' : 'confirm.eligibilityUntil', {
              number: eligibility.number,
              checkedOn: eligibility.checkedOn,
              validUntil: eligibility.validUntil ?? '',
            })
      }
      done={eligibility !== null}
    >
      {onEdit !== undefined && (
        <Button variant="subtle" size="compact-sm" onClick={onEdit}>
          {t(eligibility === null ? 'confirm.enter' : 'confirm.change')}
        </Button>
      )}
    </Line>
  );
}
