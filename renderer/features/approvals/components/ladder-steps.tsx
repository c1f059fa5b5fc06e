import { useTranslation } from 'react-i18next';
import { ApprovalLadder, type LadderStep } from '#renderer/components/approval-ladder.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { useNow } from '#renderer/lib/clock.tsx';
import { formatMoney, formatPercent } from '#renderer/lib/format.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { fen } from '#shared/kernel/money.ts';
import { type ApprovalPage, roundPpm, useWaiting } from '../approval-words.ts';

type Rung = ApprovalPage['ladder']['rungs'][number];

/** Who asked, whose authority was too low, who decides or has decided, and who is not needed. */
export function LadderSteps({ page, me }: { page: ApprovalPage; me: string | undefined }) {
  const { t } = useTranslation('approvals');
  const { t: labels } = useTranslation('labels');
  const language = useLanguage();
  const now = useNow(30_000);
  const waiting = useWaiting()(page.approval.expiresAt, now);
  const { approval, ladder, requesterPost } = page;
  const onward = ladder.rungs.some(({ status }) => status === 'waiting');

  const limitText = (limit: number | null): string => {
    if (limit === null) return '';
    const values = {
      ppmBelowList: () => formatPercent(limit),
      fen: () => formatMoney(fen(limit)),
      days: () => t('days', { count: limit }),
      count: () => t('pieces', { count: limit }),
      none: () => '',
    } as const;
    const text = values[ladder.measure]();
    return text === '' ? '' : t('upTo', { limit: text });
  };
  const own = ladder.rungs.find(({ post, status }) => post === requesterPost && status === 'asked');
  const reachOf = ({ post, limit }: Rung): string => {
    const toFloor = page.price?.scale.bands.find((band) => band.post === post && !band.belowFloor)?.toPpm ?? null;
    const priced = limit === null && ladder.measure === 'ppmBelowList' && toFloor !== null;
    return priced ? t('upToFloor', { ratePpm: roundPpm(toFloor) }) : limitText(limit);
  };
  const comma = language === 'en' ? ', ' : '，';
  const colon = language === 'en' ? ': ' : '：';
  const postWith = (post: Rung['post'], reach: string) =>
    [labels(`posts.${post}`), reach].filter((text) => text !== '').join(comma);

  /** Who of the post did it, and what they said; without words, what they did. */
  const said = (rung: Rung, did: string) => ({
    who: rung.entry?.name ?? labels(`posts.${rung.post}`),
    authority: postWith(rung.post, reachOf(rung)),
    note: rung.entry === null || rung.entry.opinion === '' ? did : `${did}${colon}${rung.entry.opinion}`,
    at: rung.entry?.at ?? null,
  });

  const stepOf = (rung: Rung): LadderStep => {
    const base = { key: rung.post, who: labels(`posts.${rung.post}`), authority: reachOf(rung) || undefined };
    switch (rung.status) {
      case 'approved':
      case 'rejected':
        return { ...base, state: rung.status, ...said(rung, labels(`approvalStates.${rung.status}`)) };
      case 'sentBack':
        return { ...base, state: 'sentBack', ...said(rung, labels('approvalStates.returned')) };
      case 'passedUp':
        return { ...base, state: 'approved', ...said(rung, t('passedUp')) };
      case 'current': {
        const mine = page.can['approve'] === true;
        return {
          ...base,
          state: 'current',
          ...(mine && me !== undefined ? { who: me, authority: postWith(rung.post, reachOf(rung)) } : {}),
          note: t(mine ? (onward ? 'yoursOnward' : 'yours') : 'waitsFor'),
          aside: (
            <Signal tone={waiting.tone} solid={waiting.tone === 'seal'}>
              {waiting.left}
            </Signal>
          ),
        };
      }
      case 'tooLow':
      case 'asked':
        return { ...base, state: 'notNeeded', note: t('tooLow') };
      case 'waiting':
        return { ...base, state: 'waiting' };
      case 'notNeeded':
        return rung.post === approval.requiredPost && (approval.state === 'withdrawn' || approval.state === 'expired')
          ? { ...base, state: 'notNeeded', note: labels(`approvalStates.${approval.state}`) }
          : { ...base, state: 'notNeeded' };
    }
  };

  const asked: LadderStep = {
    key: 'requester',
    state: 'asked',
    who: approval.requestedBy.name,
    authority: postWith(requesterPost, own === undefined ? '' : reachOf(own)),
    note: t('askedNote'),
    at: approval.requestedAt,
  };
  const rungs = ladder.rungs.filter((rung) => rung !== own);
  return <ApprovalLadder steps={[asked, ...rungs.map(stepOf)]} />;
}
