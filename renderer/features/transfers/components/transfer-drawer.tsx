import { TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionBar } from '#renderer/components/action-bar.tsx';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { Form } from '#renderer/components/form.tsx';
import { Facts } from '#renderer/components/page.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { DateTimeText } from '#renderer/components/values.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { type TransferAct, transferActs, transferRules } from '#shared/domain/transfers/transfers.ts';
import type { Transfer } from '../transfer-types.ts';
import styles from './transfers.module.css';

/** One transfer: what was passed between whom, and what may be done with it now. */
export function TransferDrawer({ transfer, onClose }: { transfer: Transfer; onClose: () => void }) {
  const { t } = useTranslation('transfers');
  const { t: custody } = useTranslation('custody');
  const [signing, setSigning] = useState(false);
  const [signer, setSigner] = useState('');
  const { id, number, version, from, to, state, sentBy, sentAt, answeredBy, answeredAt, lines, can } = transfer;
  const answer = useCommand(act.transfers.answer, {
    onDone: ({ state: after }) => {
      notifications.show({ message: t('answered', { number, state: t(`states.${after}`) }) });
      onClose();
    },
  });
  const run = (what: TransferAct) => {
    if (what === 'signPaper') return setSigning(true);
    const reasoned = transferRules[what].needs === 'reason';
    confirmAct({
      title: t('answerTitle', { act: t(`acts.${what}`), number }),
      consequence: reasoned ? t('reasonConsequence') : t('receiveConsequence', { count: lines.length }),
      confirmLabel: t(`acts.${what}`),
      ...(reasoned ? { reason: 'required' as const } : {}),
      onConfirm: (reason) =>
        answer.sendOrThrow({ transferId: id, version, act: what, signer: '', reason: reasoned ? (reason ?? '') : '' }),
    });
  };
  const title = t('detail', { number });
  return (
    <SideDrawer
      opened
      label={title}
      title={title}
      sub={`${custody(`places.${from}`)} → ${custody(`places.${to}`)}`}
      onClose={onClose}
    >
      {signing ? (
        <Form
          submitLabel={t('acts.signPaper')}
          onCancel={() => setSigning(false)}
          dirty={signer !== ''}
          busy={answer.pending}
          error={answer.refusal}
          onSubmit={() =>
            void answer.send({ transferId: id, version, act: 'signPaper', signer: signer.trim(), reason: '' })
          }
        >
          <TextInput
            label={t('signer')}
            description={t('signerHint')}
            required
            maxLength={60}
            data-autofocus
            value={signer}
            onChange={(event) => setSigner(event.currentTarget.value)}
          />
        </Form>
      ) : (
        <div className={styles.fields}>
          <Facts
            items={[
              { key: 'state', label: t('state'), value: t(`states.${state}`) },
              {
                key: 'sent',
                label: t('sentAt'),
                value: (
                  <>
                    <DateTimeText at={sentAt} /> {sentBy}
                  </>
                ),
              },
              ...(answeredAt === null
                ? [{ key: 'due', label: t('dueOn'), value: transfer.dueOn ?? '' }]
                : [
                    {
                      key: 'answered',
                      label: t('answeredAt'),
                      value: (
                        <>
                          <DateTimeText at={answeredAt} /> {transfer.signer || answeredBy}
                        </>
                      ),
                    },
                  ]),
              ...(transfer.answer === '' ? [] : [{ key: 'answer', label: t('answer'), value: transfer.answer }]),
            ]}
          />
          <ul className={styles.list}>
            {lines.map((line, index) => (
              <li key={`${String(index)} ${line.title}`} className={styles.line}>
                {line.title}
                <small>
                  {[
                    t(`kinds.${line.kind}`),
                    line.reference,
                    `${t('copies')} ${line.copies}`,
                    `${t('pages')} ${line.pages}`,
                  ]
                    .filter((text) => text !== '')
                    .join(' · ')}
                </small>
              </li>
            ))}
          </ul>
          <ActionBar
            can={can}
            size="xs"
            actions={transferActs.map((one) => ({
              id: one,
              label: t(`acts.${one}`),
              ...(one === 'receive' ? { look: 'primary' as const } : {}),
              busy: answer.pending,
              onRun: () => run(one),
            }))}
          />
        </div>
      )}
    </SideDrawer>
  );
}
