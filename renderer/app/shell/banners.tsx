import { Button, CloseButton } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './frame.module.css';
import type { Banner, FrameModel } from './frame-model.ts';
import { LinkBanner, LogBanner, SupersededText, useCutSince, useLogAlarm, useSuperseded } from './link-banner.tsx';

/** Lines between the top bar and the content. A host that is away comes first, by itself. */
export function Banners({ banners }: Pick<FrameModel, 'banners'>) {
  const { t } = useTranslation('shell');
  const { t: common } = useTranslation('common');
  const since = useCutSince();
  const alarm = useLogAlarm();
  const superseded = useSuperseded();
  const all: readonly Banner[] = [
    ...(superseded === undefined
      ? []
      : [{ key: 'superseded', tone: 'seal' as const, text: <SupersededText {...superseded} /> }]),
    ...(since === undefined ? [] : [{ key: 'cut', tone: 'seal' as const, text: <LinkBanner since={since} /> }]),
    ...(alarm === undefined ? [] : [{ key: 'log', tone: 'seal' as const, text: <LogBanner /> }]),
    ...(window.zhiye.info.rehearsal ? [{ key: 'rehearsal', tone: 'seal' as const, text: t('rehearsal') }] : []),
    ...banners,
  ];
  return (
    <div aria-live="polite">
      {all.map((banner) => (
        <div key={banner.key} className={styles.banner} data-tone={banner.tone}>
          {banner.tone === 'ink' ? (
            <IconInfoCircle size={16} aria-hidden="true" />
          ) : (
            <IconAlertTriangle size={16} aria-hidden="true" />
          )}
          <span>{banner.text}</span>
          <span className={styles.bannerEnd}>
            {banner.action && (
              <Button variant="default" size="xs" onClick={banner.action.onRun}>
                {banner.action.label}
              </Button>
            )}
            {banner.onDismiss && <CloseButton size="sm" aria-label={common('close')} onClick={banner.onDismiss} />}
          </span>
        </div>
      ))}
    </div>
  );
}
