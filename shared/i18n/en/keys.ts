import type { Translation } from '../translation.ts';
import type { keys as zh } from '../zh-CN/keys.ts';

/** Changing the keys of the office. */
export const keys = {
  label: 'Key of the office',
  since: 'In use since',
  by: 'Changed by',
  byScript: 'command at the host',
  reason: 'Reason',
  founded: 'the one the office was founded with, never changed',
  when: 'Change it when somebody left who knew the recovery code or passphrase, or when a backup stick or a PC was lost: the old code will not open what comes after, nor its backups.',
  change: 'Change the keys…',
  elsewhere: 'They are changed at the host.',
  noPlace: 'Choose a place for the backups first; then the keys can be changed.',
  title: 'Change the keys of the office',
  step: { why: 'Reason', code: 'New recovery code', run: 'Change' },
  why: {
    text: 'A checked backup is made first. Then the office closes, is written once more under a new key, checked page by page, and put in its place. If that is cut short, the office is the old one or the new one; nothing is lost.',
    effects: {
      stops: 'Everybody has to stop meanwhile: usually minutes, longer with much data',
      old: 'The old recovery code and passphrase open only the backups made before: keep them sealed',
      drafts: 'Forms that were typed and not sent are lost on every PC: send them first',
      terminals: 'Paired terminals need not be paired again',
    },
    reason: 'Reason',
    reasonHint: 'Goes into the log, for example: X left, who kept the recovery code.',
    password: 'Your password',
    wrong: 'The password is wrong.',
    next: 'Next',
  },
  code: {
    text: 'This is the new recovery code. Print it twice, keep the copies apart and not on this PC. It opens nothing before the change is done.',
    typed: 'Type it from the paper',
    passphrase: 'New passphrase of the office',
    passphraseHint: 'The office has a passphrase, which changes with the keys. At least 10 characters.',
    again: 'Once more',
    differs: 'The two are not the same.',
    begin: 'Change the keys',
  },
  running: 'The keys are being changed',
  runningText: 'Do not switch the PC off. The office opens by itself when it is done.',
  steps: {
    backup: 'Making a checked backup',
    close: 'Closing the office',
    copy: 'Writing the data once more',
    database: 'Putting the data under the new key',
    files: 'Putting papers and scans under the new key',
    check: 'Checking every page, the log and the files',
    swap: 'Putting it in its place',
    backupAfter: 'Making a backup under the new key',
  },
  done: {
    title: 'The keys are changed',
    text: '{{events}} entries of the log and {{files}} files, all of them checked.',
    damaged_one: '{{count}} file was damaged before already and stays as it is.',
    damaged_other: '{{count}} files were damaged before already and stay as they are.',
    old: 'Mark the old recovery code “only for backups before {{changedAt}}” and seal it; destroy it when those backups are gone',
    backup: {
      running: 'The first backup under the new key is being made; keep the old code at least until it is there',
      made: 'The first backup under the new key is there and checked; the new code opens it',
      failed:
        'The first backup under the new key could not be made and will be tried again; keep the old code until it is there. The page “Backups” says what is wrong',
    },
    people: 'Everybody logs in again and goes on',
    enter: 'Enter the office',
  },
  failed: {
    title: 'The keys were not changed',
    text: 'The office has its old key, and its data is untouched. The new recovery code is void: destroy the paper.',
    back: 'Back',
  },
} as const satisfies Translation<typeof zh>;
