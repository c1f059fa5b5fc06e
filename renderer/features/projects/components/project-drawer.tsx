import { TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '#renderer/components/form.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { useAsOpened } from '#renderer/lib/as-opened.ts';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { projectFields as fields, type Project } from './project-types.ts';
import styles from './projects.module.css';

const needed: ReadonlySet<string> = new Set(['name', 'sellerName']);

/** Edits what is printed of the project: its name, its seller, the supervised account. */
export function ProjectDrawer({ project: latest, onClose }: { project: Project; onClose: () => void }) {
  const { t } = useTranslation('projects');
  const { t: common } = useTranslation('common');
  const project = useAsOpened(latest);
  const [draft, setDraft] = useState(() => Object.fromEntries(fields.map((field) => [field, project[field]])));
  const text = (field: (typeof fields)[number]) => draft[field] ?? '';
  const update = useCommand(act.projects.update, {
    onDone: () => {
      notifications.show({ message: t('facts.saved') });
      onClose();
    },
  });
  const save = () =>
    void update.send({
      projectId: project.id,
      version: project.version,
      sellerVersion: project.sellerVersion,
      name: text('name'),
      address: text('address'),
      sellerName: text('sellerName'),
      sellerLicence: text('sellerLicence'),
      sellerCreditCode: text('sellerCreditCode'),
      sellerAddress: text('sellerAddress'),
      sellerPhone: text('sellerPhone'),
      sellerRepresentative: text('sellerRepresentative'),
      supervisedBank: text('supervisedBank'),
      supervisedAccount: text('supervisedAccount'),
    });
  return (
    <SideDrawer opened onClose={onClose} label={t('edit')} title={t('edit')} sub={t('facts.hint')} width={440}>
      <Form
        submitLabel={common('save')}
        onSubmit={save}
        onCancel={onClose}
        dirty={fields.some((field) => text(field) !== project[field])}
        busy={update.pending}
      >
        <div className={styles.fields}>
          {fields.map((field) => (
            <TextInput
              key={field}
              label={t(`facts.${field}`)}
              value={text(field)}
              required={needed.has(field)}
              maxLength={needed.has(field) ? 120 : 200}
              onChange={(event) => {
                const typed = event.currentTarget.value;
                setDraft((before) => ({ ...before, [field]: typed }));
              }}
            />
          ))}
          {update.refusal && <RefusalText refusal={update.refusal} />}
        </div>
      </Form>
    </SideDrawer>
  );
}
