import { TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckButtons } from '#renderer/components/check-buttons.tsx';
import { OptionButtons } from '#renderer/components/filters.tsx';
import { Form } from '#renderer/components/form.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { useAsOpened } from '#renderer/lib/as-opened.ts';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { type TerminalDesk, terminalDesks } from '#shared/domain/terminals/desks.ts';
import type { Terminal } from '../terminal-list.ts';
import styles from './terminals.module.css';

/** What is done to a terminal in a drawer. */
export type TerminalTask = { readonly kind: 'rename' | 'limit'; readonly terminal: Terminal };

type DrawerProps = { terminal: Terminal; onClose: () => void };

/** Names a terminal, or says whose work it is for. */
export function TerminalDrawer({ task, onClose }: { task: TerminalTask; onClose: () => void }) {
  const { t } = useTranslation('terminals');
  const terminal = useAsOpened(task.terminal);
  const title = t(`${task.kind}.title`, { name: terminal.name });
  const Body = task.kind === 'rename' ? Rename : Limit;
  return (
    <SideDrawer opened onClose={onClose} label={title} title={title} width={420}>
      <Body terminal={terminal} onClose={onClose} />
    </SideDrawer>
  );
}

function Rename({ terminal, onClose }: DrawerProps) {
  const { t } = useTranslation('terminals');
  const { t: common } = useTranslation('common');
  const [name, setName] = useState(terminal.name);
  const rename = useCommand(act.terminals.rename, {
    onDone: () => {
      notifications.show({ message: t('rename.done', { name: name.trim() }) });
      onClose();
    },
  });
  return (
    <Form
      submitLabel={common('save')}
      onSubmit={() => void rename.send({ terminalId: terminal.id, version: terminal.version, name })}
      onCancel={onClose}
      dirty={name !== terminal.name}
      busy={rename.pending}
      error={rename.refusal}
    >
      <TextInput
        label={t('rename.name')}
        description={t('rename.hint')}
        value={name}
        required
        maxLength={40}
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </Form>
  );
}

function Limit({ terminal, onClose }: DrawerProps) {
  const { t } = useTranslation('terminals');
  const { t: common } = useTranslation('common');
  const { t: shell } = useTranslation('shell');
  const [limited, setLimited] = useState(terminal.desks !== null);
  const [desks, setDesks] = useState<readonly TerminalDesk[]>(terminal.desks ?? []);
  const [missing, setMissing] = useState(false);
  const limit = useCommand(act.terminals.limit, {
    onDone: () => {
      notifications.show({ message: t('limit.done', { name: terminal.name }) });
      onClose();
    },
  });
  const save = () => {
    if (limited && desks.length === 0) return setMissing(true);
    void limit.send({ terminalId: terminal.id, version: terminal.version, desks: limited ? [...desks] : null });
  };
  return (
    <Form
      submitLabel={common('save')}
      onSubmit={save}
      onCancel={onClose}
      dirty={limited !== (terminal.desks !== null) || (limited && desks.join() !== (terminal.desks ?? []).join())}
      busy={limit.pending}
      error={limit.refusal}
    >
      <div className={styles.fields}>
        <OptionButtons
          label={t('limit.who')}
          options={[
            { value: 'any', label: t('limit.any') },
            { value: 'some', label: t('limit.some') },
          ]}
          value={limited ? 'some' : 'any'}
          onChange={(next) => {
            setLimited(next === 'some');
            setMissing(false);
          }}
          numbered
          autoFocus
        />
        {limited && (
          <>
            <CheckButtons
              label={t('limit.desks')}
              options={terminalDesks.map((value) => ({ value, label: shell(`desks.${value}`) }))}
              values={desks}
              onChange={(next) => {
                setDesks(next);
                setMissing(false);
              }}
            />
            {missing && (
              <p className={styles.missing} role="alert">
                {t('limit.none')}
              </p>
            )}
            <p className={styles.hint}>{t('limit.means')}</p>
          </>
        )}
      </div>
    </Form>
  );
}
