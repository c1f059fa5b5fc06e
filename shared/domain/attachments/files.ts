/** Forms of files that can be attached: pages as PDF, pictures as PNG or JPEG. */
export const attachmentForms = ['pdf', 'png', 'jpeg'] as const;
/** Form of an attached file. */
export type AttachmentForm = (typeof attachmentForms)[number];

/** The largest file that is attached, in megabytes; scans of a page are some hundred kilobytes. */
export const ATTACHMENT_MEGABYTES = 10;

/** How files of a form are called on a disk; the first is the usual one. */
export const endingsOf: Readonly<Record<AttachmentForm, readonly [string, ...string[]]>> = {
  pdf: ['pdf'],
  png: ['png'],
  jpeg: ['jpg', 'jpeg'],
};

/** Every ending of a file that can be attached. */
export const attachmentEndings: readonly string[] = attachmentForms.flatMap((form) => endingsOf[form]);

const firstBytes: Readonly<Record<AttachmentForm, readonly number[]>> = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  jpeg: [0xff, 0xd8, 0xff],
};

/** What a file is by its first bytes, whatever its name says; undefined for what cannot be attached. */
export function formOf(bytes: Uint8Array): AttachmentForm | undefined {
  return attachmentForms.find((form) => firstBytes[form].every((byte, index) => bytes[index] === byte));
}

/** The name of a file as the office keeps it: without folders and signs that steer, and not longer than a line. */
export function keptFileName(name: string): string {
  const own = name.split(/[\\/]/).at(-1) ?? '';
  return own
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, 120);
}
