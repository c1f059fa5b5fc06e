import { Button, Select, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { EmptyState, Loaded } from '#renderer/components/data-states.tsx';
import { OptionButtons } from '#renderer/components/filters.tsx';
import { Form } from '#renderer/components/form.tsx';
import { FieldGroup, Page, PageHeader } from '#renderer/components/page.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { useBuyerSigners } from '#renderer/components/use-buyer-signers.tsx';
import { useAddressState, useRecordId } from '#renderer/lib/address.ts';
import { useToday } from '#renderer/lib/clock.tsx';
import { act, ask as questions } from '#renderer/lib/office.ts';
import { signersFor } from '#renderer/lib/signers.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { changeKinds } from '#shared/domain/changes/kinds.ts';
import type { NamedSigner } from '#shared/domain/subscriptions/signers.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import type { ChangeAsk, ChangePage } from '../change-words.ts';
import type { Deal } from '../components/asks/ask-form.ts';
import { askedKinds, askForms } from '../components/asks/index.ts';
import styles from '../components/change-page.module.css';
import { SimulationPanel } from '../components/simulation-panel.tsx';
import { useSimulation } from '../hooks/use-simulation.ts';

const addressSchema = z.object({
  kind: z.enum(changeKinds).optional(),
  /** What was sent back and is corrected. */
  changeId: z.coerce.number().int().positive().optional(),
});

/** Asks for a change of a deal, or corrects one that was sent back. */
export function AskChangeScreen() {
  const subscriptionId = useRecordId('subscriptionId');
  const [{ kind, changeId }] = useAddressState(addressSchema);
  const deal = useQuery(questions.subscriptions.detail({ subscriptionId }));
  const change = useQuery({
    ...questions.changes.detail({ changeId: changeId ?? 0 }),
    enabled: changeId !== undefined,
  });
  return (
    <Loaded query={deal} whole>
      {(found) =>
        changeId === undefined ? (
          <AskChange key={`${subscriptionId} ${kind}`} deal={found} kind={kind} />
        ) : (
          <Loaded query={change} whole>
            {(returned) => <AskChange key={changeId} deal={found} kind={returned.row.kind} returned={returned} />}
          </Loaded>
        )
      }
    </Loaded>
  );
}

type AskChangeProps = {
  deal: Deal;
  kind: (typeof changeKinds)[number] | undefined;
  returned?: ChangePage;
};

function AskChange({ deal, kind, returned }: AskChangeProps) {
  const { t } = useTranslation('changes');
  const navigate = useNavigate();
  const { row } = deal;
  const toDeal = () => void navigate({ to: `/contracts/subscriptions/${row.id}` as string });
  const allowed = deal.can['change'];
  const refusal: Refusal | undefined = returned !== undefined || allowed === true ? undefined : allowed;
  return (
    <Page
      header={
        <PageHeader
          title={t('make.title', { number: row.number })}
          sub={`${row.unit} · ${row.buyers}`}
          actions={
            <Button variant="default" onClick={toDeal}>
              {t('openDeal')}
            </Button>
          }
        />
      }
    >
      {refusal === undefined ? (
        <AskForm
          deal={deal}
          first={
            askedKinds.find((one) => one === kind) ?? askedKinds.find((one) => isOffered(deal, one)) ?? 'nameChange'
          }
          returned={returned}
          onCancel={toDeal}
        />
      ) : (
        <EmptyState title={t('make.cannot')} text={<RefusalText refusal={refusal} />} />
      )}
    </Page>
  );
}

/** Of a signed contract other things can be changed than of a deal before it: what never fits is not offered. */
const neverNow: readonly Refusal['code'][] = [
  'CHANGE_BEFORE_SIGNING',
  'CHANGE_AFTER_SIGNING',
  'CHANGE_UNIT_AFTER_SIGNING',
];

function isOffered({ changes }: Deal, kind: ChangeAsk['kind']): boolean {
  const answer = changes[kind];
  return answer === undefined || answer === true || !neverNow.includes(answer.code);
}

type AskFormProps = {
  deal: Deal;
  first: ChangeAsk['kind'];
  returned: ChangePage | undefined;
  onCancel: () => void;
};

function AskForm({ deal, first, returned, onCancel }: AskFormProps) {
  const { t } = useTranslation('changes');
  const navigate = useNavigate();
  const today = useToday();
  const [wish, setWish] = useState<ChangeAsk>(returned?.ask ?? askForms[first].first(deal, today));
  const [said, setSaid] = useState<NamedSigner[]>([]);
  const [reason, setReason] = useState(returned?.reason ?? '');
  const [reasonCode, setReasonCode] = useState(returned?.reasonCode ?? '');
  const [tried, setTried] = useState(false);
  const changeId = returned?.row.id ?? null;
  const subscriptionId = deal.row.id;
  const { Fields, isChosen } = askForms[wish.kind];
  const chosen = isChosen?.(deal, wish) ?? true;
  const signers = wish.kind === 'nameChange' ? signersFor(said, wish.buyers) : [];
  const signing = useBuyerSigners({
    signers,
    kept: [...(returned?.signers ?? []), ...deal.buyers],
    onSigners: setSaid,
  });
  const { simulated, reckoning, error, again } = useSimulation(subscriptionId, {
    ask: wish,
    signers,
    chosen,
    changeId,
  });
  const toChange = (id: number) => void navigate({ to: `/contracts/changes/${id}` as string });
  const send = useCommand(act.changes.ask, {
    onDone: (done) => {
      const message = done.state === 'executed' ? '' : t('make.sentText');
      const title = t(done.state === 'executed' ? 'make.done' : 'make.sent', { number: done.number });
      notifications.show({ title, message });
      toChange(done.changeId);
    },
  });
  const sendAgain = useCommand(act.changes.resubmit, { onDone: () => toChange(changeId ?? 0) });
  const offered = simulated?.reasons ?? [];
  const listed = offered.some(({ code }) => code === reasonCode);
  const given = offered.length === 0 ? reason.trim().length >= 2 : listed;
  const missing: Refusal | undefined = given ? undefined : { code: 'CHANGE_REASON_MISSING' };
  const nothing: readonly Refusal[] = chosen ? (simulated?.refusals ?? []) : [{ code: 'CHANGE_NOTHING' }];
  const inTheWay = [...nothing, ...(missing === undefined ? [] : [missing])];
  const submit = async (): Promise<void> => {
    setTried(true);
    if (simulated === undefined || reckoning || inTheWay.length > 0) return;
    const asked = {
      ask: wish,
      signers,
      figuresHash: simulated.figuresHash,
      reasonCode: listed ? reasonCode : '',
      reason: reason.trim(),
    };
    if (returned === undefined) await send.send({ subscriptionId, version: deal.version, ...asked });
    else await sendAgain.send({ changeId: returned.row.id, version: returned.version, ...asked });
  };
  return (
    <div className={styles.body}>
      <Form
        submitLabel={t(simulated !== undefined && simulated.decidedBy === null ? 'make.submitOwn' : 'make.submit')}
        onSubmit={() => void submit()}
        onCancel={onCancel}
        // What is sent has been reckoned: nobody sends figures that they could not see.
        busy={send.pending || sendAgain.pending || (reckoning && error === null)}
        error={send.refusal ?? sendAgain.refusal ?? (tried ? inTheWay[0] : undefined)}
      >
        <div className={styles.fields}>
          <FieldGroup title={t('make.what')}>
            <div className={styles.stack}>
              {returned === undefined && (
                <OptionButtons
                  label={t('kind')}
                  required
                  numbered
                  options={askedKinds
                    .filter((one) => isOffered(deal, one))
                    .map((value) => ({ value, label: t(`kinds.${value}`) }))}
                  value={wish.kind}
                  onChange={(kind) => setWish(askForms[kind].first(deal, today))}
                />
              )}
              <Fields deal={deal} ask={wish} onAsk={setWish} signs={signing.signs} />
            </div>
          </FieldGroup>
          <FieldGroup title={t('make.reason')}>
            <div className={styles.stack}>
              {offered.length > 0 && (
                <Select
                  label={t('reasons.choose')}
                  withAsterisk
                  data={offered.map(({ code, label }) => ({ value: code, label }))}
                  value={listed ? reasonCode : null}
                  onChange={(code) => setReasonCode(code ?? '')}
                  allowDeselect={false}
                  error={tried && !listed}
                />
              )}
              <Textarea
                label={t('reasons.remark')}
                placeholder={t(offered.length === 0 ? 'make.reasonHint' : 'reasons.remarkHint')}
                withAsterisk={offered.length === 0}
                autosize
                minRows={2}
                maxRows={5}
                maxLength={500}
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
            </div>
          </FieldGroup>
        </div>
      </Form>
      <SimulationPanel chosen={chosen} simulated={simulated} reckoning={reckoning} error={error} onRetry={again} />
      {signing.drawer}
    </div>
  );
}
