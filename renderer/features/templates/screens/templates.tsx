import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '#renderer/components/data-states.tsx';
import { Page, PageHeader, ScrollArea, Section } from '#renderer/components/page.tsx';
import { DateText, DateTimeText } from '#renderer/components/values.tsx';
import { ask } from '#renderer/lib/office.ts';
import type { ContractForm } from '#shared/domain/contracts/text/forms.ts';
import { TemplateBadge } from '../components/template-badge.tsx';
import { CopyDrawer } from '../components/template-drawers.tsx';
import styles from '../components/templates.module.css';
import type { TemplateForms, TemplateRow } from '../template-types.ts';

/** The texts of every form of the contract, with their versions. */
export function TemplatesScreen() {
  const { t } = useTranslation('templates');
  const list = useQuery(ask.templates.list({}));
  return (
    <Page header={<PageHeader title={t('title')} sub={t('sub')} />}>
      <ScrollArea label={t('title')}>
        <Loaded query={list}>{(forms) => forms.map((one) => <FormVersions key={one.form} versions={one} />)}</Loaded>
      </ScrollArea>
    </Page>
  );
}

function FormVersions({ versions: { form, versions, mayWrite } }: { versions: TemplateForms[number] }) {
  const { t } = useTranslation('templates');
  const navigate = useNavigate();
  const [copying, setCopying] = useState<TemplateRow>();
  // The program's wording was used here before it was worded otherwise.
  const keptBefore = versions.some((one) => one.templateId !== null && one.author === null);
  const open = (templateId: number | null) =>
    void navigate({ to: `/contracts/templates/${templateId ?? 0}` as string, search: { form } as never });
  return (
    <Section title={t(`forms.${form}`)} count={versions.length} flush>
      <ul className={styles.versions}>
        {versions.map((row) => (
          <li key={row.templateId ?? 0}>
            <TemplateBadge row={row} />
            <p>
              {[
                ...(row.templateId === null ? [] : [t('version', { number: row.number })]),
                row.author === null ? `${t('wording')} ${row.name}` : row.name,
              ].join(' · ')}
              <small>{row.edition}</small>
            </p>
            <Since row={row} news={row.templateId === null && keptBefore} />
            <small>{row.templateId === null ? t('unused') : t('contracts', { count: row.contracts })}</small>
            <Button variant="subtle" size="compact-sm" onClick={() => open(row.templateId)}>
              {t('open')}
            </Button>
            {mayWrite && (
              <Button variant="subtle" size="compact-sm" onClick={() => setCopying(row)}>
                {t('copy')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {copying !== undefined && (
        <CopyDrawer
          form={form satisfies ContractForm}
          templateId={copying.templateId}
          onClose={() => setCopying(undefined)}
          onDone={open}
        />
      )}
    </Section>
  );
}

/** Who wrote and approved a version, and when it is used. */
function Since({ row, news }: { row: TemplateRow; news: boolean }) {
  const { t } = useTranslation('templates');
  if (news)
    return (
      <p>
        {t('byProgram')}
        <small>{t('newWording')}</small>
      </p>
    );
  return (
    <p>
      {row.author ?? t('byProgram')}
      {row.approver !== null && ` · ${t('approvedBy', { approver: row.approver })}`}
      <small>
        {row.retiredOn !== null ? (
          <>
            {t('retired')} <DateText day={row.retiredOn} />
          </>
        ) : row.activeFrom !== null ? (
          <>
            {t('activeFrom')} <DateText day={row.activeFrom} />
          </>
        ) : (
          row.changedAt !== null && (
            <>
              {t('changedAt')} <DateTimeText at={row.changedAt} />
            </>
          )
        )}
      </small>
    </p>
  );
}
