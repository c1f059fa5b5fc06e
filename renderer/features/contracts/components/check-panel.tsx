import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { contractFields } from '#shared/domain/contracts/fields/catalogue.ts';
import { articleNumber } from '#shared/domain/contracts/text/contract-text.ts';
import { annexOfTable } from '../annex-tables.ts';
import type { ContractDetail } from '../contract-types.ts';
import { useAnnexName } from '../hooks/use-annex-name.ts';
import { useFindingSentence } from '../hooks/use-finding-sentence.ts';
import { placeKey } from '../page-places.ts';
import { type Remedy, remedyOf } from '../remedies.ts';
import styles from './contract-panel.module.css';

type Finding = ContractDetail['preflight']['open'][number];

type CheckPanelProps = {
  preflight: ContractDetail['preflight'];
  draft: ContractDetail['draft'];
  text: ContractDetail['text'];
  /** Opens the editor or the record where a finding is put right; undefined once nobody may change anything. */
  onFix: ((remedy: Remedy) => void) | undefined;
  /** Beside the pages: on which of them a finding stands, and the way there. */
  onPages?: OnPages;
};

/** Where places of the check stand on the pages beside it, by their names. */
export type OnPages = {
  readonly pageOf: (key: string) => number | undefined;
  /** True once the pages were searched: what has no page then stands on none. */
  readonly searched: boolean;
  readonly show: (key: string) => void;
};

/** What the check found, the failed before the passed, each with the way to where it is put right. */
export function CheckPanel({ preflight, draft, text, onFix, onPages }: CheckPanelProps) {
  const { t } = useTranslation('contracts');
  const sentence = useFindingSentence();
  const placeName = usePlaceName(text);
  const found = [...preflight.open, ...preflight.warnings];
  if (found.length === 0)
    return (
      <div className={styles.line}>
        <span className={styles.mark} data-tone="ok">
          <IconCheck size={15} aria-hidden="true" />
        </span>
        <p>{t('checkClear', { count: preflight.checked })}</p>
      </div>
    );
  return (
    <ul className={styles.list}>
      {found.map((one, index) => {
        const remedy = remedyOf(one, draft);
        const block = one.level === 'block';
        const name = placeName(one);
        return (
          <li
            key={`${one.rule} ${one.problem} ${index}`}
            className={styles.line}
            data-tone={block ? 'seal' : undefined}
          >
            <span className={styles.mark} data-tone={block ? 'seal' : 'amber'}>
              <IconAlertTriangle size={15} aria-hidden="true" />
            </span>
            <p>
              {sentence(one)}
              <small>
                {`${one.rule} · ${name}`}
                {onPages && <PageLink of={placeKey(one)} {...onPages} />}
              </small>
            </p>
            {onFix !== undefined && remedy !== undefined && (
              <Button variant="subtle" size="compact-sm" onClick={() => onFix(remedy)}>
                {t(remedy.what === 'record' ? 'goRecord' : 'goFix')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** The page that a finding stands on, which a click shows, or that it stands on none. */
function PageLink({ of, pageOf, searched, show }: OnPages & { readonly of: string }) {
  const { t } = useTranslation('parts');
  const { t: check } = useTranslation('contractCheck');
  const page = pageOf(of);
  if (page === undefined) return searched ? ` · ${check('places.offPages')}` : null;
  return (
    <>
      {' · '}
      <button type="button" className={styles.page} onClick={() => show(of)}>
        {t('print.page', { page })}
      </button>
    </>
  );
}

/** Where a finding is: its article or annex, else what it is about. */
function usePlaceName(text: ContractDetail['text']): (finding: Finding) => string {
  const { t } = useTranslation('contracts');
  const { t: check } = useTranslation('contractCheck');
  const annexName = useAnnexName(text);
  return ({ place }) => {
    switch (place.at) {
      case 'field': {
        const article = articleNumber(text, contractFields[place.field].article);
        return article === undefined ? check('places.field') : t('article', { article });
      }
      case 'annex':
        return annexName(annexOfTable(place.table) ?? 'payments');
      default:
        return check(`places.${place.at}`);
    }
  };
}
