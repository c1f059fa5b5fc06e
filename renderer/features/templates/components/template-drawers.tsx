import { TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateInput } from '#renderer/components/date-input.tsx';
import { Form } from '#renderer/components/form.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { ContractForm } from '#shared/domain/contracts/text/forms.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import styles from './templates.module.css';

type CopyDrawerProps = {
  form: ContractForm;
  templateId: number | null;
  onClose: () => void;
  onDone: (templateId: number) => void;
};

/** Begins a version as a copy of another one. */
export function CopyDrawer({ form, templateId, onClose, onDone }: CopyDrawerProps) {
  const { t } = useTranslation('templates');
  const [name, setName] = useState('');
  const copy = useCommand(act.templates.copy, { onDone: (answer) => onDone(answer.templateId) });
  return (
    <SideDrawer
      opened
      width={440}
      label={t('copyTitle')}
      title={t('copyTitle')}
      sub={t(`forms.${form}`)}
      onClose={onClose}
    >
      <Form
        submitLabel={t('create')}
        onCancel={onClose}
        dirty={name !== ''}
        busy={copy.pending}
        error={copy.refusal}
        onSubmit={() => void copy.send({ form, templateId, name: name.trim() })}
      >
        <div className={styles.fields}>
          <p className={styles.hint}>{t('copyText')}</p>
          <TextInput
            label={t('name')}
            placeholder={t('nameHint')}
            required
            maxLength={120}
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </div>
      </Form>
    </SideDrawer>
  );
}

type ApproveDrawerProps = { templateId: number; version: number; title: string; onClose: () => void };

/** Approves a version for use from a day. */
export function ApproveDrawer({ templateId, version, title, onClose }: ApproveDrawerProps) {
  const { t } = useTranslation('templates');
  const today = useToday();
  const [activeFrom, setActiveFrom] = useState<LocalDate | null>(today);
  const approve = useCommand(act.templates.approve, {
    onDone: () => {
      notifications.show({ message: t('approvedDone') });
      onClose();
    },
  });
  return (
    <SideDrawer opened width={440} label={t('approve')} title={t('approve')} sub={title} onClose={onClose}>
      <Form
        submitLabel={t('approve')}
        onCancel={onClose}
        dirty={activeFrom !== today}
        busy={approve.pending}
        error={approve.refusal}
        onSubmit={() => {
          if (activeFrom !== null) void approve.send({ templateId, version, activeFrom });
        }}
      >
        <div className={styles.fields}>
          <p className={styles.hint}>{t('approveText')}</p>
          <DateInput label={t('activeFrom')} required from={today} value={activeFrom} onChange={setActiveFrom} />
        </div>
      </Form>
    </SideDrawer>
  );
}
