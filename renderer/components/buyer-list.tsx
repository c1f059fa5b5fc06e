import { ActionIcon, Button } from '@mantine/core';
import { IconArrowUp, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { customers } from '#shared/api/customers.ts';
import type { Buyer } from '#shared/domain/subscriptions/buyers.ts';
import type { Signer } from '#shared/domain/subscriptions/signers.ts';
import { ONE_PPM } from '#shared/kernel/money.ts';
import { refusalOf } from '../lib/error-sentence.ts';
import { formatPhone } from '../lib/format.ts';
import { readPercent, writePercent } from '../lib/percent.ts';
import { movedUp, sharesTogether, splitEqually, withoutBuyer } from '../lib/shares.ts';
import styles from './buyer-list.module.css';
import { RefusalText } from './refusal-text.tsx';
import { Signal } from './signal.tsx';
import { TypedInput } from './typed-input.tsx';
import { useSignsText } from './use-signs-text.ts';

/** A customer's file as the office shows it. */
export type CustomerFile = z.output<typeof customers.detail.output>;

/** A buyer with the file behind it, as far as it has been read. */
export type BuyerFile = { readonly buyer: Buyer; readonly file: CustomerFile | undefined; readonly error: unknown };

type BuyerListProps = {
  buyers: readonly BuyerFile[];
  onChange: (buyers: Buyer[]) => void;
  onIdentify: (file: CustomerFile) => void;
  signs: BuyerSigns;
};

/** Who signs for the buyers of the list, and how that is said. */
export type BuyerSigns = {
  readonly of: (customerId: number) => Signer;
  readonly onSign: (file: CustomerFile) => void;
};

/** Who buys, with which document and which share of the whole. */
export function BuyerList({ buyers, onChange, onIdentify, signs }: BuyerListProps) {
  const { t } = useTranslation('subscriptions');
  const plain = buyers.map(({ buyer }) => buyer);
  if (buyers.length === 0) return <p className={styles.none}>{t('make.noBuyers')}</p>;
  return (
    <>
      <ol className={styles.list} aria-label={t('buyers')}>
        {buyers.map((one, index) => (
          <BuyerLine
            key={one.buyer.customerId}
            {...one}
            position={index + 1}
            onIdentify={onIdentify}
            signs={signs}
            onShare={(sharePpm) => onChange(plain.with(index, { ...one.buyer, sharePpm }))}
            onRemove={() => onChange(withoutBuyer(plain, one.buyer.customerId))}
            onUp={index === 0 ? undefined : () => onChange(movedUp(plain, one.buyer.customerId))}
          />
        ))}
      </ol>
      {buyers.length > 1 && (
        <div className={styles.sum}>
          <Button variant="subtle" size="compact-sm" onClick={() => onChange(splitEqually(plain))}>
            {t('make.equal')}
          </Button>
          <ShareSum together={sharesTogether(plain)} />
        </div>
      )}
    </>
  );
}

/** Whether the shares make the whole, and by how much they miss it. */
function ShareSum({ together }: { together: number }) {
  const { t } = useTranslation('subscriptions');
  const sum = t('make.shareSum', { sharePpm: together });
  if (together === ONE_PPM) return <Signal tone="ok">{sum}</Signal>;
  const off =
    together < ONE_PPM
      ? t('make.shareMissing', { sharePpm: ONE_PPM - together })
      : t('make.shareOver', { sharePpm: together - ONE_PPM });
  return (
    <Signal tone="seal">
      {sum} · {off}
    </Signal>
  );
}

type BuyerLineProps = BuyerFile & {
  position: number;
  onShare: (sharePpm: number) => void;
  onRemove: () => void;
  onUp: (() => void) | undefined;
  onIdentify: (file: CustomerFile) => void;
  signs: BuyerSigns;
};

function BuyerLine({ buyer, file, error, position, onShare, onRemove, onUp, onIdentify, signs }: BuyerLineProps) {
  const { t } = useTranslation('subscriptions');
  const name = file?.customer.name ?? `#${buyer.customerId}`;
  return (
    <li className={styles.line}>
      <span className={styles.position}>{position}</span>
      <div className={styles.who}>
        <p>
          <b>{name}</b> {file && <span>{formatPhone(file.customer.phone)}</span>}
        </p>
        {file && <Documents file={file} />}
        {file && <Signs file={file} signer={signs.of(buyer.customerId)} />}
        {error !== null && error !== undefined && <RefusalText refusal={refusalOf(error)} />}
      </div>
      {file && (
        <span className={styles.files}>
          <Button variant="subtle" size="xs" aria-label={t('signer.of', { name })} onClick={() => signs.onSign(file)}>
            {t('signer.action')}
          </Button>
          <Button
            variant={file.identity === null ? 'default' : 'subtle'}
            size="xs"
            aria-label={t('make.edit', { name })}
            disabled={file.can['update'] !== true}
            onClick={() => onIdentify(file)}
          >
            {t('make.documents')}
          </Button>
        </span>
      )}
      <div className={styles.share}>
        <TypedInput<number>
          label={<span className={styles.hidden}>{t('make.share', { name })}</span>}
          inputMode="decimal"
          aside={() => <span className={styles.percent}>%</span>}
          value={buyer.sharePpm}
          onChange={(sharePpm) => onShare(sharePpm ?? 1)}
          read={(text) => {
            const value = readPercent(text);
            return value === undefined || value === null ? { problem: t('make.rateInvalid') } : { value };
          }}
          write={writePercent}
        />
      </div>
      <span className={styles.acts}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('make.moveUp', { name })}
          disabled={onUp === undefined}
          onClick={onUp}
        >
          <IconArrowUp size={15} aria-hidden="true" />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label={t('make.removeBuyer', { name })} onClick={onRemove}>
          <IconX size={15} aria-hidden="true" />
        </ActionIcon>
      </span>
    </li>
  );
}

/** Who signs in place of the buyer; nothing for a person who signs himself. */
function Signs({ file: { identity }, signer }: { file: CustomerFile; signer: Signer }) {
  const company = identity?.kind === 'businessLicence';
  const text = useSignsText()(signer, company);
  if (text === '') return null;
  return (
    <p className={styles.papers}>
      {company && signer.representative === '' ? <Signal tone="amber">{text}</Signal> : <span>{text}</span>}
    </p>
  );
}

function Documents({ file }: { file: CustomerFile }) {
  const { t } = useTranslation('subscriptions');
  const { t: labels } = useTranslation('labels');
  const { identity, address } = file;
  return (
    <p className={styles.papers}>
      {identity === null ? (
        <Signal tone="amber">{t('identityMissing')}</Signal>
      ) : (
        <span>
          {labels(`identityKinds.${identity.kind}`)} {identity.number}
        </span>
      )}
      <span>{address === '' ? t('make.noAddress') : address}</span>
    </p>
  );
}
