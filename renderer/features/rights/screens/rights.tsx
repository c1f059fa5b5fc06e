import { Button, Switch, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '#renderer/components/data-states.tsx';
import { Form } from '#renderer/components/form.tsx';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { act, ask } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { isDangerous } from '#shared/domain/accounts/dangerous.ts';
import { type OfficeRights, shippedRights } from '#shared/domain/accounts/rights.ts';
import { rightsChanges } from '#shared/domain/accounts/rights-changes.ts';
import styles from '../components/rights.module.css';
import { RightsMatrix } from '../components/rights-matrix.tsx';
import { RightsPanel } from '../components/rights-panel.tsx';

/** What each post may do and see: read by those who audit, changed by those who answer for it. */
export function RightsScreen() {
  const { t } = useTranslation('rights');
  const overview = useQuery(ask.rights.overview({}));
  const [draft, setDraft] = useState<OfficeRights>();
  const [onlyChanged, setOnlyChanged] = useState(false);
  const [saving, setSaving] = useState(false);
  const stored: OfficeRights = overview.data?.rights ?? shippedRights;
  const rights = draft ?? stored;
  const mayChange = overview.data?.can['change'] === true;
  const changed = rightsChanges(shippedRights, rights).length;
  const drafts = rightsChanges(stored, rights).length;
  return (
    <Page
      header={
        <PageHeader
          title={t('title')}
          sub={t('sub')}
          state={
            <>
              <Signal tone={changed > 0 ? 'amber' : 'plain'}>
                {changed > 0 ? t('changed', { count: changed }) : t('asShipped')}
              </Signal>
              {drafts > 0 && <Signal tone="ink">{t('drafts', { count: drafts })}</Signal>}
            </>
          }
          actions={
            <>
              <Switch
                size="sm"
                label={t('onlyChanged')}
                checked={onlyChanged}
                onChange={(event) => setOnlyChanged(event.currentTarget.checked)}
              />
              {mayChange && (
                <>
                  {drafts > 0 ? (
                    <Button variant="default" onClick={() => setDraft(undefined)}>
                      {t('undo')}
                    </Button>
                  ) : (
                    changed > 0 && (
                      <Button variant="default" onClick={() => setDraft(shippedRights)}>
                        {t('reset')}
                      </Button>
                    )
                  )}
                  <Button disabled={drafts === 0} onClick={() => setSaving(true)}>
                    {t('save')}
                  </Button>
                </>
              )}
            </>
          }
        />
      }
    >
      <Loaded query={overview}>
        {(data) => (
          <div className={styles.body}>
            <RightsMatrix rights={rights} onChange={mayChange ? setDraft : undefined} onlyChanged={onlyChanged} />
            <RightsPanel overview={data} rights={rights} />
          </div>
        )}
      </Loaded>
      {saving && (
        <SaveRights
          dangerous={rightsChanges(stored, rights).some(isDangerous)}
          rights={rights}
          seen={overview.data?.seen ?? 0}
          onClose={() => setSaving(false)}
          onSaved={() => {
            setSaving(false);
            setDraft(undefined);
          }}
        />
      )}
    </Page>
  );
}

type SaveRightsProps = {
  /** A second person will have to confirm it. */
  dangerous: boolean;
  rights: OfficeRights;
  seen: number;
  onClose: () => void;
  onSaved: () => void;
};

function SaveRights({ dangerous, rights, seen, onClose, onSaved }: SaveRightsProps) {
  const { t } = useTranslation('rights');
  const [reason, setReason] = useState('');
  const change = useCommand(act.rights.change, {
    onDone: ({ changed, waits }) => {
      notifications.show({ message: waits ? t('waiting.sent') : t('saved', { count: changed }) });
      onSaved();
    },
  });
  return (
    <SideDrawer opened onClose={onClose} label={t('saveTitle')} title={t('saveTitle')} width={400}>
      <Form
        submitLabel={dangerous ? t('waiting.send') : t('save')}
        onSubmit={() => void change.send({ rights: structuredClone(rights) as never, seen, reason })}
        onCancel={onClose}
        dirty={reason !== ''}
        busy={change.pending}
      >
        <div className={styles.fields}>
          <Textarea
            label={t('reason')}
            value={reason}
            required
            minRows={3}
            maxLength={500}
            data-autofocus
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {dangerous && <p className={styles.fixed}>{t('waiting.needed')}</p>}
          {change.refusal && <RefusalText refusal={change.refusal} />}
        </div>
      </Form>
    </SideDrawer>
  );
}
