/** What a file is compared by. Phones and identity hashes are in their stored form. */
export type PersonKeys = {
  readonly name: string;
  readonly phones: readonly string[];
  readonly identityHash: string | null;
  readonly address: string;
};

/** A file of the office, with the household it belongs to. */
export type PersonFile = PersonKeys & { readonly customerId: number; readonly householdId: number | null };

/** Why a file is like the one that is being entered. The first two block, the others warn (management 1.4). */
export const matchReasons = ['samePhone', 'sameIdentity', 'sameNameAndTail', 'sameAddressAndSurname'] as const;
/** Why a file is like another. */
export type MatchReason = (typeof matchReasons)[number];

/** A file found for somebody, and how firmly. */
export type PersonMatch = {
  readonly customerId: number;
  readonly householdId: number | null;
  readonly reason: MatchReason;
  readonly hard: boolean;
};

/**
 * Files that may be the same person, firm hits first, each file once with its strongest reason. A firm hit opens the
 * found file instead of a second one; a soft hit is shown and decided by a human. A new phone with a known identity
 * number is a firm hit: that is how a customer is passed off as new.
 */
export function matchPeople(person: PersonKeys, files: readonly PersonFile[]): PersonMatch[] {
  const matches: PersonMatch[] = [];
  for (const file of files) {
    const reason = reasonOf(person, file);
    if (reason)
      matches.push({
        customerId: file.customerId,
        householdId: file.householdId,
        reason,
        hard: reason === 'samePhone' || reason === 'sameIdentity',
      });
  }
  return matches.toSorted((a, b) => rank(a.reason) - rank(b.reason) || a.customerId - b.customerId);
}

/** The household of a new buyer among the firm hits and the people he names as family; undefined for a new household. */
export function householdFor(matches: readonly PersonMatch[], family: readonly PersonFile[]): number | undefined {
  const found = [...matches.filter((match) => match.hard), ...family].find((one) => one.householdId !== null);
  return found?.householdId ?? undefined;
}

/** The surname, compound ones included, as far as matching needs it. */
export function surnameOf(name: string): string {
  const compound = [
    '欧阳',
    '司马',
    '上官',
    '诸葛',
    '东方',
    '皇甫',
    '尉迟',
    '公孙',
    '慕容',
    '令狐',
    '夏侯',
    '司徒',
    '长孙',
    '宇文',
  ];
  return compound.find((surname) => name.startsWith(surname)) ?? name.slice(0, 1);
}

function reasonOf(person: PersonKeys, file: PersonFile): MatchReason | undefined {
  if (file.phones.some((phone) => person.phones.includes(phone))) return 'samePhone';
  if (person.identityHash !== null && person.identityHash === file.identityHash) return 'sameIdentity';
  const tails = person.phones.map((phone) => phone.slice(-4));
  if (person.name === file.name && file.phones.some((phone) => tails.includes(phone.slice(-4))))
    return 'sameNameAndTail';
  const sameAddress = person.address !== '' && person.address === file.address;
  return sameAddress && surnameOf(person.name) === surnameOf(file.name) ? 'sameAddressAndSurname' : undefined;
}

function rank(reason: MatchReason): number {
  return matchReasons.indexOf(reason);
}
