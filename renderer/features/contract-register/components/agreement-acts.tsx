import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionBar, type ActionSpec } from '#renderer/components/action-bar.tsx';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { AgreementDrawer } from './agreement-drawer.tsx';
import type { AgreementDetail } from './agreement-panel.tsx';

type Act = 'edit' | 'submit' | 'withdraw' | 'renew' | 'lapse' | 'terminate';

/** Acts that make sense in a state; the others are not shown. */
const shownIn: Readonly<Partial<Record<AgreementDetail['agreement']['state'], readonly Act[]>>> = {
  draft: ['submit', 'edit', 'withdraw'],
  returned: ['submit', 'edit', 'withdraw'],
  pending: ['withdraw'],
  active: ['renew', 'lapse', 'terminate'],
};

/** What can be done with a contract with a partner now; what is refused says why. */
export function AgreementActs({ detail, onOpen }: { detail: AgreementDetail; onOpen: (agreementId: number) => void }) {
  const { t } = useTranslation('register');
  const [form, setForm] = useState<'edit' | 'renew'>();
  const submit = useCommand(act.partnerAgreements.submit);
  const withdraw = useCommand(act.partnerAgreements.withdraw);
  const end = useCommand(act.partnerAgreements.end);
  const { agreement, renews, can } = detail;
  const { id: agreementId, number, version, state } = agreement;
  const told = () => notifications.show({ message: t('done') });
  const confirm = (
    name: 'submit' | 'withdraw' | 'lapse' | 'terminate',
    consequence: string,
    onConfirm: (reason: string) => Promise<unknown>,
  ) =>
    confirmAct({
      title: t(`${name}Title`, { number }),
      consequence,
      confirmLabel: t(name),
      danger: name === 'terminate',
      reason: 'required',
      onConfirm: async (reason) => {
        await onConfirm(reason);
        told();
      },
    });
  const ending = (how: 'lapse' | 'terminate') =>
    confirm(how, t(`${how}Consequence`), (reason) => end.sendOrThrow({ agreementId, version, how, reason }));
  const asked = [
    t('submitConsequence', { amountFen: agreement.amount }),
    ...(renews === null ? [] : [t('submitRenews', { number: renews.number })]),
  ].join(' ');
  const runs: Readonly<Record<Act, () => void>> = {
    edit: () => setForm('edit'),
    renew: () => setForm('renew'),
    submit: () => confirm('submit', asked, (reason) => submit.sendOrThrow({ agreementId, version, reason })),
    withdraw: () =>
      confirm('withdraw', t('withdrawConsequence'), (reason) => withdraw.sendOrThrow({ agreementId, version, reason })),
    lapse: () => ending('lapse'),
    terminate: () => ending('terminate'),
  };
  const actions = (shownIn[state] ?? []).map(
    (id, index): ActionSpec<Act> => ({
      id,
      label: t(id),
      look: index === 0 ? 'primary' : 'default',
      onRun: runs[id],
    }),
  );
  return (
    <>
      <ActionBar can={can} actions={actions} explain="inline" />
      {form !== undefined && (
        <AgreementDrawer
          agreement={agreement}
          renews={form === 'renew'}
          onDone={(id) => {
            setForm(undefined);
            onOpen(id);
          }}
          onClose={() => setForm(undefined)}
        />
      )}
    </>
  );
}
