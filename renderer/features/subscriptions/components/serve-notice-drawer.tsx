import { useTranslation } from 'react-i18next';
import { ServiceDrawer } from '#renderer/components/service-drawer.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { Notices } from './deal-notices.tsx';

type ServeNoticeDrawerProps = { notice: Notices['notices'][number]; onClose: () => void };

/** Enters how and when a notice reached the buyers, with the number that proves it. */
export function ServeNoticeDrawer({ notice, onClose }: ServeNoticeDrawerProps) {
  const { t } = useTranslation('subscriptions');
  const serve = useCommand(act.subscriptions.serveNotice, { onDone: onClose });
  const { id: noticeId, version, number, kind, writtenOn, graceDays } = notice;
  return (
    <ServiceDrawer
      title={t('notices.serveTitle')}
      sub={`${t(`notices.kinds.${kind}`)} ${number}`}
      submitLabel={t('notices.serve')}
      servedLabel={t('notices.servedOn')}
      from={writtenOn}
      command={serve}
      hint={kind === 'terminationNotice' ? t('notices.serveHint', { days: graceDays }) : undefined}
      onServe={(service) => void serve.send({ noticeId, version, ...service })}
      onClose={onClose}
    />
  );
}
