import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { bytesOfBase64 } from '#renderer/lib/bytes.ts';
import { ask } from '#renderer/lib/office.ts';
import type { AttachmentForm } from '#shared/domain/attachments/files.ts';
import { Loaded } from './data-states.tsx';
import { PdfPage } from './pdf-page.tsx';
import styles from './plan-picture.module.css';
import { usePdf } from './use-pdf.ts';

type PlanPictureProps = {
  /** The file as it was attached, in base64. */
  picture: { readonly form: AttachmentForm; readonly content: string };
  label: string;
  /** Width in CSS px of a drawing that is a page; a picture fits its place by itself. */
  width: number;
};

/** The drawing of a house type: a picture, or the first page of a PDF. */
export function PlanPicture({ picture: { form, content }, label, width }: PlanPictureProps) {
  const bytes = useMemo(() => (form === 'pdf' ? bytesOfBase64(content) : undefined), [form, content]);
  const pdf = usePdf(bytes);
  if (form !== 'pdf')
    return <img className={styles.picture} src={`data:image/${form};base64,${content}`} alt={label} />;
  if (pdf.state === 'open')
    return <PdfPage document={pdf.document} page={1} width={width} ratio={pdf.ratio} label={label} />;
  return <p className={styles.none}>{label}</p>;
}

type HouseTypePlanProps = { houseTypeId: number | null; houseType: string; width: number };

/** The first plan picture of a home's house type, or a quiet word where there is none. */
export function HouseTypePlan({ houseTypeId, houseType, width }: HouseTypePlanProps) {
  const { t } = useTranslation('attachments');
  const listed = useQuery({
    ...ask.attachments.ofSubject({ noun: 'houseTypes', subjectId: houseTypeId ?? 0 }),
    enabled: houseTypeId !== null,
  });
  const none = <p className={styles.none}>{t('noPlan')}</p>;
  if (houseTypeId === null) return none;
  return (
    <Loaded query={listed} skeletonRows={3}>
      {({ files: [first] }) =>
        first === undefined ? none : <OpenPlan attachmentId={first.id} label={houseType} width={width} />
      }
    </Loaded>
  );
}

function OpenPlan({ attachmentId, label, width }: { attachmentId: number; label: string; width: number }) {
  const opened = useQuery({ ...ask.attachments.open({ attachmentId }), staleTime: Number.POSITIVE_INFINITY });
  return (
    <Loaded query={opened} skeletonRows={3}>
      {(picture) => <PlanPicture picture={picture} label={label} width={width} />}
    </Loaded>
  );
}
