import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '#renderer/components/form.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { type Department, departments } from '#shared/domain/custody/places.ts';
import { type TransferKind, transferKinds } from '#shared/domain/transfers/transfers.ts';
import styles from './transfers.module.css';

/** As many documents as one transfer has. */
const MOST_LINES = 40;

type Line = {
  readonly key: number;
  readonly kind: TransferKind;
  readonly title: string;
  readonly reference: string;
  readonly copies: number | string;
  readonly pages: number | string;
};

const emptyLine = (key: number): Line => ({ key, kind: 'contract', title: '', reference: '', copies: 1, pages: 1 });

/** Sends documents to another department: to which, and what, one by one. */
export function SendDrawer({ mine, onClose }: { mine: readonly Department[]; onClose: () => void }) {
  const { t } = useTranslation('transfers');
  const { t: custody } = useTranslation('custody');
  const [from, setFrom] = useState<Department>(mine[0] ?? 'backOffice');
  const others = departments.filter((one) => one !== from);
  const [chosen, setTo] = useState<Department>();
  const to = others.find((one) => one === chosen) ?? others[0] ?? 'warrants';
  const [lines, setLines] = useState<readonly Line[]>([emptyLine(1)]);
  const send = useCommand(act.transfers.send, {
    onDone: ({ number }) => {
      notifications.show({ message: t('sent', { number }) });
      onClose();
    },
  });
  const data = (some: readonly Department[]) => some.map((one) => ({ value: one, label: custody(`places.${one}`) }));
  const change = (key: number, patch: Partial<Line>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...patch } : line)));
  return (
    <SideDrawer opened label={t('sendTitle')} title={t('sendTitle')} onClose={onClose}>
      <Form
        submitLabel={t('send')}
        onCancel={onClose}
        dirty={lines.some(({ title }) => title !== '')}
        busy={send.pending}
        error={send.refusal}
        onSubmit={() =>
          void send.send({
            from,
            to,
            lines: lines.map(({ kind, title, reference, copies, pages }) => ({
              kind,
              title: title.trim(),
              reference: reference.trim(),
              copies: Number(copies),
              pages: Number(pages),
            })),
          })
        }
      >
        <div className={styles.fields}>
          <p className={styles.hint}>{t('sendHint')}</p>
          <div className={styles.pair}>
            <Select
              label={t('from')}
              allowDeselect={false}
              data={data(mine)}
              value={from}
              onChange={(value) => setFrom(mine.find((one) => one === value) ?? from)}
            />
            <Select
              label={t('to')}
              allowDeselect={false}
              data={data(others)}
              value={to}
              onChange={(value) => setTo(others.find((one) => one === value))}
            />
          </div>
          {lines.map((line, index) => (
            <fieldset key={line.key} className={styles.group}>
              <legend>{t('line', { place: index + 1 })}</legend>
              <TextInput
                label={t('name')}
                required
                maxLength={120}
                data-autofocus={index === 0 ? true : undefined}
                value={line.title}
                onChange={(event) => change(line.key, { title: event.currentTarget.value })}
              />
              <div className={styles.pair}>
                <Select
                  label={t('kind')}
                  allowDeselect={false}
                  data={transferKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
                  value={line.kind}
                  onChange={(value) =>
                    change(line.key, { kind: transferKinds.find((kind) => kind === value) ?? line.kind })
                  }
                />
                <TextInput
                  label={t('reference')}
                  maxLength={60}
                  value={line.reference}
                  onChange={(event) => change(line.key, { reference: event.currentTarget.value })}
                />
                <NumberInput
                  label={t('copies')}
                  required
                  min={1}
                  max={999}
                  allowDecimal={false}
                  value={line.copies}
                  onChange={(copies) => change(line.key, { copies })}
                />
                <NumberInput
                  label={t('pages')}
                  required
                  min={1}
                  max={9999}
                  allowDecimal={false}
                  value={line.pages}
                  onChange={(pages) => change(line.key, { pages })}
                />
              </div>
              {lines.length > 1 && (
                <div>
                  <Button
                    variant="subtle"
                    size="compact-xs"
                    onClick={() => setLines(lines.filter(({ key }) => key !== line.key))}
                  >
                    {t('removeLine')}
                  </Button>
                </div>
              )}
            </fieldset>
          ))}
          {lines.length < MOST_LINES && (
            <div>
              <Button
                variant="default"
                size="xs"
                onClick={() => setLines([...lines, emptyLine(Math.max(...lines.map(({ key }) => key)) + 1)])}
              >
                {t('addLine')}
              </Button>
            </div>
          )}
        </div>
      </Form>
    </SideDrawer>
  );
}
