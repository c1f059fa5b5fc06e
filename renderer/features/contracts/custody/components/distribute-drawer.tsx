import { Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '#renderer/components/form.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { useCopyWords } from '#renderer/components/use-copy-words.ts';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { custodyRules, targetsOf } from '#shared/domain/custody/moves.ts';
import { type CustodyPlace, custodyPlaces } from '#shared/domain/custody/places.ts';
import type { OpenCopy, Originals } from '../custody-types.ts';
import styles from './custody.module.css';
import { nobody, type Taker, TakerFields } from './taker-fields.tsx';

type DistributeDrawerProps = {
  contractId: number;
  number: string;
  originals: Originals;
  onClose: () => void;
};

const keyOf = ({ paper, number, copyNo }: OpenCopy) => `${paper} ${number} ${copyNo}`;

/** Where a copy can go right after the signing: it may stay with the back office until its box is ready. */
const firstPlaces: readonly CustodyPlace[] = ['backOffice', ...targetsOf('handOver', 'backOffice')];

/** Says where every copy goes, and who takes those that leave; all of them in one act. */
export function DistributeDrawer({ contractId, number, originals, onClose }: DistributeDrawerProps) {
  const { t } = useTranslation('custody');
  const words = useCopyWords();
  const { open, buyers } = originals;
  const [places, setPlaces] = useState<Readonly<Record<string, CustodyPlace>>>(
    Object.fromEntries(open.map((copy) => [keyOf(copy), copy.place])),
  );
  const [takers, setTakers] = useState<Partial<Record<CustodyPlace, Taker>>>({
    buyer: { ...nobody, customerId: buyers[0]?.customerId ?? null },
  });
  const [touched, setTouched] = useState(false);
  const send = useCommand(act.custody.distribute, {
    onDone: ({ entered }) => {
      notifications.show({ message: t('distributed', { count: entered }) });
      onClose();
    },
  });
  const placeOf = (copy: OpenCopy): CustodyPlace => places[keyOf(copy)] ?? copy.place;
  const used = custodyPlaces.filter((place) => open.some((copy) => placeOf(copy) === place));
  const takerOf = (place: CustodyPlace): Taker => takers[place] ?? nobody;
  const data = custodyRules.handOver.to
    .filter((place) => firstPlaces.includes(place))
    .map((place) => ({ value: place, label: t(`places.${place}`) }));
  const title = t('distributeTitle', { number });
  return (
    <SideDrawer opened label={title} title={title} onClose={onClose}>
      <Form
        submitLabel={t('confirmDistribute')}
        onCancel={onClose}
        dirty={touched}
        busy={send.pending}
        error={send.refusal}
        onSubmit={() =>
          void send.send({
            contractId,
            groups: used.map((place) => ({
              place,
              copies: open
                .filter((copy) => placeOf(copy) === place)
                .map(({ paper, number: paperNumber, copyNo }) => ({ paper, number: paperNumber, copyNo })),
              ...takerOf(place),
              person: takerOf(place).person.trim(),
            })),
          })
        }
      >
        <div className={styles.fields}>
          <p className={styles.hint}>{t('distributeHint')}</p>
          {open.map((copy) => (
            <Select
              key={keyOf(copy)}
              label={`${words.nameOf(copy)} · ${t(`holders.${copy.holder}`)}`}
              data={data}
              allowDeselect={false}
              value={placeOf(copy)}
              onChange={(place) => {
                setTouched(true);
                setPlaces({ ...places, [keyOf(copy)]: custodyPlaces.find((one) => one === place) ?? copy.place });
              }}
            />
          ))}
          {used
            .filter((place) => place !== 'backOffice')
            .map((place) => (
              <div key={place} className={styles.group}>
                <h3>{t(`places.${place}`)}</h3>
                <TakerFields
                  buyers={buyers}
                  buyer={place === 'buyer'}
                  label={t('takerOf', { place: t(`places.${place}`) })}
                  value={takerOf(place)}
                  onChange={(taker) => {
                    setTouched(true);
                    setTakers({ ...takers, [place]: taker });
                  }}
                />
              </div>
            ))}
        </div>
      </Form>
    </SideDrawer>
  );
}
