import { Checkbox, Select, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateInput } from '#renderer/components/date-input.tsx';
import { Form } from '#renderer/components/form.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { PersonSelect } from '#renderer/components/person-select.tsx';
import { useCopyWords } from '#renderer/components/use-copy-words.ts';
import { useToday } from '#renderer/lib/clock.tsx';
import { act, ask } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { type CustodyAct, custodyActs, custodyRules, targetsOf } from '#shared/domain/custody/moves.ts';
import { type CustodyPlace, custodyPlaces } from '#shared/domain/custody/places.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Originals } from '../custody-types.ts';
import styles from './custody.module.css';
import { nobody, type Taker, TakerFields } from './taker-fields.tsx';

type MoveDrawerProps = {
  contractId: number;
  number: string;
  originals: Originals;
  onClose: () => void;
};

/** Moves copies by one act: which ones, what happens, where they go, who stands at the other side, and why. */
export function MoveDrawer({ contractId, number, originals, onClose }: MoveDrawerProps) {
  const { t } = useTranslation('custody');
  const words = useCopyWords();
  const today = useToday();
  const { copies, buyers } = originals;
  const possible = custodyActs.filter((one) => copies.some(({ acts }) => acts.includes(one)));
  const [chosenAct, setAct] = useState<CustodyAct | null>(null);
  const moveAct = chosenAct ?? possible[0] ?? 'handOver';
  const fitting = copies.filter(({ acts }) => acts.includes(moveAct));
  const [ticked, setTicked] = useState<readonly number[]>([]);
  const moved = fitting.filter(({ id }) => ticked.includes(id));
  const targets = [...new Set((moved.length > 0 ? moved : fitting).flatMap(({ place }) => targetsOf(moveAct, place)))];
  const [wanted, setTo] = useState<CustodyPlace | null>(null);
  const to = targets.find((place) => place === wanted) ?? targets[0] ?? 'backOffice';
  const [taker, setTaker] = useState<Taker>({ ...nobody, customerId: buyers[0]?.customerId ?? null });
  const [boxId, setBoxId] = useState<number | null>(null);
  const [borrowerId, setBorrower] = useState<number | null>(null);
  const [backOn, setBackOn] = useState<LocalDate | null>(null);
  const [reason, setReason] = useState('');
  const choices = useQuery(ask.custody.choices({}));
  const { needs } = custodyRules[moveAct];
  const move = useCommand(act.custody.move, {
    onDone: (answer) => {
      notifications.show({ message: t('moved', { number: answer.number }) });
      onClose();
    },
  });
  const title = t('moveTitle', { number });
  const boxes = (choices.data?.boxes ?? []).map((box) => ({
    value: String(box.id),
    label: `${box.number} · ${t('onShelf', { room: box.room, shelf: box.shelf })} · ${box.used}/${box.capacity}`,
  }));
  return (
    <SideDrawer opened label={title} title={title} onClose={onClose}>
      <Form
        submitLabel={t('confirmMove')}
        onCancel={onClose}
        dirty={ticked.length > 0 || reason !== ''}
        busy={move.pending}
        error={move.refusal}
        onSubmit={() => {
          if (moved.length > 0)
            void move.send({
              contractId,
              act: moveAct,
              originals: moved.map(({ id, version }) => ({ id, version })),
              to,
              boxId: needs.includes('box') ? boxId : null,
              borrowerId: needs.includes('borrower') ? borrowerId : null,
              backOn: needs.includes('borrower') ? backOn : null,
              reason: reason.trim(),
              ...taker,
              person: taker.person.trim(),
            });
        }}
      >
        <div className={styles.fields}>
          <p className={styles.hint}>{t('moveHint')}</p>
          <Select
            label={t('act')}
            data-autofocus
            allowDeselect={false}
            data={possible.map((one) => ({ value: one, label: t(`acts.${one}`) }))}
            value={moveAct}
            onChange={(one) => {
              setAct(possible.find((name) => name === one) ?? moveAct);
              setTicked([]);
            }}
          />
          <fieldset className={styles.copies}>
            <legend>{t('which')}</legend>
            {fitting.map((copy) => (
              <Checkbox
                key={copy.id}
                label={`${words.nameOf(copy)} · ${t(`places.${copy.place}`)}`}
                description={words.whereOf(copy)}
                checked={ticked.includes(copy.id)}
                onChange={(event) =>
                  setTicked(
                    event.currentTarget.checked ? [...ticked, copy.id] : ticked.filter((one) => one !== copy.id),
                  )
                }
              />
            ))}
            {moved.length === 0 && <p className={styles.hint}>{t('whichMissing')}</p>}
          </fieldset>
          {targets.length > 1 && (
            <Select
              label={t('toPlace')}
              allowDeselect={false}
              data={targets.map((place) => ({ value: place, label: t(`places.${place}`) }))}
              value={to}
              onChange={(place) => setTo(custodyPlaces.find((one) => one === place) ?? to)}
            />
          )}
          {(moveAct === 'handOver' || moveAct === 'takeBack') && (
            <TakerFields
              buyers={buyers}
              buyer={moveAct === 'handOver' && to === 'buyer'}
              label={t(moveAct === 'takeBack' ? 'giver' : 'taker')}
              value={taker}
              onChange={setTaker}
            />
          )}
          {needs.includes('box') && (
            <Select
              label={t('box')}
              withAsterisk
              searchable
              data={boxes}
              value={boxId === null ? null : String(boxId)}
              onChange={(id) => setBoxId(id === null ? null : Number(id))}
            />
          )}
          {needs.includes('borrower') && (
            <div className={styles.pair}>
              <PersonSelect
                label={t('borrower')}
                required
                people={choices.data?.people ?? []}
                value={borrowerId}
                onChange={setBorrower}
              />
              <DateInput label={t('backOn')} required value={backOn} onChange={setBackOn} from={today} />
            </div>
          )}
          <Textarea
            label={t('reason')}
            required={needs.includes('reason')}
            maxLength={200}
            autosize
            minRows={2}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </div>
      </Form>
    </SideDrawer>
  );
}
