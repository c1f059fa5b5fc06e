import { NumberInput, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '#renderer/components/form.tsx';
import { FieldRow } from '#renderer/components/page.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { act, ask } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { ScanPage } from '../scan-types.ts';
import { ScanView } from './scan-view.tsx';
import styles from './scans-screen.module.css';

/** Says by hand where a page belongs whose code could not: which paper, which page, and why. */
export function AssignDrawer({ scan, onClose }: { scan: ScanPage; onClose: () => void }) {
  const { t } = useTranslation('scans');
  const [number, setNumber] = useState(scan.code?.number ?? '');
  const [chosen, setChosen] = useState<number>();
  const [page, setPage] = useState<number | null>(scan.code?.page ?? null);
  const [reason, setReason] = useState('');
  const asked = number.trim();
  const found = useQuery({ ...ask.scans.papersNumbered({ number: asked }), enabled: asked.length > 4 });
  const papers = found.data?.papers ?? [];
  const paper = papers.find(({ documentId }) => documentId === chosen) ?? papers[0];
  const assign = useCommand(act.scans.assign, {
    onDone: () => {
      notifications.show({ message: t('assigned', { number: paper?.number ?? '', page: page ?? 0 }) });
      onClose();
    },
  });
  return (
    <SideDrawer opened width={720} label={t('assignTitle')} title={t('assignTitle')} onClose={onClose}>
      <Form
        submitLabel={t('assign')}
        onCancel={onClose}
        dirty={reason !== ''}
        busy={assign.pending}
        error={assign.refusal}
        onSubmit={() => {
          if (paper === undefined || page === null) return;
          const { id: scanPageId, version } = scan;
          void assign.send({ scanPageId, version, documentId: paper.documentId, page, reason: reason.trim() });
        }}
      >
        <div className={styles.fields}>
          <FieldRow columns="200px 1fr 90px">
            <TextInput
              label={t('number')}
              placeholder={t('numberHint')}
              required
              maxLength={40}
              data-autofocus
              value={number}
              error={found.isSuccess && papers.length === 0 ? t('numberNone', { number: asked }) : undefined}
              onChange={({ currentTarget }) => setNumber(currentTarget.value)}
            />
            <Select
              label={t('paper')}
              allowDeselect={false}
              disabled={papers.length === 0}
              data={papers.map(({ documentId, title, issueVersion, pages }) => ({
                value: String(documentId),
                label: t('paperChoice', { title, version: issueVersion, pages: pages ?? 0 }),
              }))}
              value={paper === undefined ? null : String(paper.documentId)}
              onChange={(next) => setChosen(Number(next))}
            />
            <NumberInput
              label={t('page')}
              required
              min={1}
              max={paper?.pages ?? 9999}
              allowDecimal={false}
              allowNegative={false}
              value={page ?? ''}
              onChange={(typed) => setPage(typeof typed === 'number' ? typed : null)}
            />
          </FieldRow>
          <TextInput
            label={t('reason')}
            placeholder={t('reasonHint')}
            required
            minLength={2}
            maxLength={200}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <div className={styles.peek}>
            <ScanView scan={scan} label={t('scanned')} />
          </div>
        </div>
      </Form>
    </SideDrawer>
  );
}
